"""The parts of a document as the layout shows them: what opens each, how it is set off, what its words tell."""

import re
from dataclasses import dataclass

from attrib.quotation.label import EMPHASIS, Label, label_of, stripped
from attrib.records import Part, Span
from attrib.text.analysis import Word
from attrib.text.marks import DOUBLE_MARKS, Quoted, quoted_stretches
from attrib.text.parts import UNREAD
from attrib.text.text import Text
from attrib.text.words import any_finite

_SET_OFF = frozenset({"heading", "question"})
_EMPHASISED = re.compile(rf"\s*{EMPHASIS}.*{EMPHASIS}\s*", re.DOTALL)
_BEHIND_QUESTION = frozenset(' )]“”»«"’')


@dataclass(frozen=True, slots=True)
class Piece:
    """One part with its label, if it has one, and the words behind it."""

    part: Part
    label: Label | None
    content: Span
    """Without label and emphasis."""
    words: tuple[Word, ...]
    """The words of the content."""
    quoted: tuple[Quoted, ...]
    """The quoted stretches of the part."""
    shown: str
    """The content as it stands in the text."""
    is_set_off: bool
    """A heading, a question of a list, or a paragraph that is emphasised as a whole."""
    firsts: frozenset[str]
    """The language's pronouns of the first person."""

    @property
    def is_heading(self) -> bool:
        """Whether the part has the shape of a heading."""
        return self.part.kind == "heading"

    @property
    def asks(self) -> bool:
        """Whether it ends with a question that nobody is quoted with."""
        end = len(self.shown.rstrip("".join(_BEHIND_QUESTION)))
        last = Span(self.content.start + end - 1, self.content.start + end)
        return self.shown[:end].endswith("?") and not any(item.span.contains(last) for item in self.quoted)

    @property
    def is_first_person(self) -> bool:
        """Whether somebody speaks of himself, outside of quotation marks."""
        return any(word.form in self.firsts and not self._is_quoted(word) for word in self.words)

    @property
    def has_clause(self) -> bool:
        """Whether there is a finite verb in it."""
        return any_finite(self.words)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing behind the label."""
        return not self.shown

    @property
    def quotation(self) -> Quoted | None:
        """The quotation that the content is, or begins with."""
        return next((item for item in self.quoted if item.span.start == self.content.start), None)

    @property
    def is_mixed(self) -> bool:
        """Whether it begins with a quotation and goes on in other words: the marks say what is verbatim."""
        opening = self.quotation
        if opening is None or self.shown[:1] not in DOUBLE_MARKS:
            return False
        return any_finite(word for word in self.words if not self._is_quoted(word))

    @property
    def is_quoted(self) -> bool:
        """Whether all of it is one quotation, a full stop behind the closing mark left aside."""
        opening = self.quotation
        return opening is not None and self.content.start + len(self.shown.rstrip(". ")) <= opening.span.end

    def _is_quoted(self, word: Word) -> bool:
        return any(item.span.contains(word.span) for item in self.quoted)


def pieces_of(text: Text) -> tuple[Piece, ...]:
    """The parts that are read, in order."""
    return tuple(_piece(text, part) for part in text.parts if part.kind not in UNREAD and part.kind != "boilerplate")


def _piece(text: Text, part: Part) -> Piece:
    whole, written = Span(part.start, part.end), text.document.text
    label = label_of(text, part)
    content = stripped(written, whole) if label is None else label.content
    words = tuple(word for word in text.words_in((content,)) if content.contains(word.span)) if content else ()
    quoted = quoted_stretches(written, whole, language=text.language)
    set_off = part.kind in _SET_OFF or _EMPHASISED.fullmatch(written, *whole) is not None
    firsts = text.language.words.pronouns_first_person
    return Piece(part, label, content, words, quoted, written[slice(*content)], set_off, firsts)
