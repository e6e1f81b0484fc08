"""The parts of a document as the layout shows them: what opens each, how it is set off, what its words tell."""

import re
from dataclasses import dataclass

from attrib.quotation.label import EMPHASIS, Label, label_of, stripped
from attrib.quotation.stretch import FULL_STOPS
from attrib.records import Part, Span
from attrib.text.analysis import Word
from attrib.text.marks import DOUBLE_MARKS, Quoted
from attrib.text.parts import UNREAD
from attrib.text.text import Text
from attrib.text.words import NOUNS, VERBS, any_finite, any_form

_OPENED = re.compile(rf"(?P<marks>{EMPHASIS})[ \t]*$")
_CLOSED = re.compile(rf"[ \t]*(?P<marks>{EMPHASIS})")
_LONGEST_MARKS = 6
"""Characters that marks of emphasis take at most, with a blank beside them."""
_MEANING = NOUNS | VERBS
_LONGEST_HEADING = 16
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
    is_heading: bool
    """A heading, or a line without a full stop that is all there is."""
    emphasis: str
    """The marks around it, if it is emphasised as a whole."""
    firsts: frozenset[str]
    """The language's pronouns of the first person."""

    @property
    def is_set_off(self) -> bool:
        """Whether it is a heading, a question of a list, or emphasised as a whole."""
        return self.is_heading or self.part.kind == "question" or bool(self.emphasis)

    @property
    def asks(self) -> bool:
        """Whether it ends with a question that nobody is quoted with."""
        end = len(self.shown.rstrip("".join(_BEHIND_QUESTION)))
        last = Span(self.content.start + end - 1, self.content.start + end)
        return self.shown[:end].endswith("?") and not any(item.span.contains(last) for item in self.quoted)

    @property
    def only_asks(self) -> bool:
        """Whether every sentence of it is a question."""
        ends = [word.text for word in self.words if word.text in FULL_STOPS]
        return bool(ends) and set(ends) == {"?"}

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
        """Whether it begins with a quoted sentence and goes on in other words: the marks say what is verbatim.

        Not *„Nordlicht“ heißt das Schiff*, nor *„Nein.“ (lacht)*.
        """
        opening = self.quotation
        if opening is None or self.shown[:1] not in DOUBLE_MARKS:
            return False
        quoted = [word for word in self.words if opening.span.contains(word)]
        sentence = any_finite(quoted) or any_form(quoted, FULL_STOPS)
        return sentence and any(self._is_said_beside(word) for word in self.words)

    def _is_said_beside(self, word: Word) -> bool:
        """Whether a word with a meaning of its own stands outside of quotation marks and brackets."""
        before = self.shown[: word.start - self.content.start]
        bracketed = before.rfind("(") > before.rfind(")")
        return word.upos in _MEANING and not bracketed and not self._is_quoted(word)

    @property
    def is_quoted(self) -> bool:
        """Whether all of it is one quotation, a full stop behind the closing mark left aside."""
        opening = self.quotation
        return opening is not None and self.content.start + len(self.shown.rstrip(". ")) <= opening.span.end

    def _is_quoted(self, word: Word) -> bool:
        return any(item.span.contains(word) for item in self.quoted)


def pieces_of(text: Text) -> tuple[Piece, ...]:
    """The parts that are read, in order."""
    parts = [part for part in text.parts if part.kind not in UNREAD and part.kind != "boilerplate"]
    return tuple(_piece(text, part, is_alone=len(parts) == 1) for part in parts)


def _piece(text: Text, part: Part, *, is_alone: bool) -> Piece:
    whole, written = Span(part.start, part.end), text.document.text
    label = label_of(text, part)
    content = stripped(written, whole) if label is None else label.content
    words = tuple(word for word in text.words_in((content,)) if content.contains(word))
    quoted = text.quoted(whole)
    firsts = text.language.words.pronouns_first_person
    heading = part.kind == "heading" or (is_alone and _is_line(written[slice(*content)]))
    return Piece(
        part, label, content, words, quoted, written[slice(*content)], heading, _emphasis(written, content), firsts
    )


def _is_line(shown: str) -> bool:
    """Whether it may be a heading: short, and no sentence end behind it."""
    return len(shown.split()) <= _LONGEST_HEADING and shown.rstrip("".join(_BEHIND_QUESTION))[-1:] not in FULL_STOPS


def _emphasis(text: str, content: Span) -> str:
    """The marks that stand on both sides of a stretch."""
    before = _OPENED.search(text, max(0, content.start - _LONGEST_MARKS), content.start)
    behind = _CLOSED.match(text, content.end, content.end + _LONGEST_MARKS)
    return before["marks"] if before and behind and before["marks"] == behind["marks"] else ""
