"""A reporting expression with what belongs to it: found once, and kept."""

from collections.abc import Iterable
from typing import Literal

from attrib.quotation.cues import Cue
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.kept import Kept
from attrib.text.view import View, text_span
from attrib.text.words import any_finite

ContentKind = Literal["complement", "verb_second", "infinitive"]
"""`complement` (opened by a word such as *that* or *whether*), `verb_second` (nothing opens it), `infinitive`."""
ContentStart = tuple[int, ContentKind]
"""The number of the first word of some content, and its kind."""
Stretch = tuple[int, int]
"""The first and the last word of some words, by their numbers."""


class Frame:
    """A cue in its sentence. What a rule asks of it (its subject, its content …) is looked for once."""

    def __init__(self, view: View, cue: Cue) -> None:
        self.view = view
        self.cue = cue
        self.clause: Clause = view.clause_of(cue.anchor)
        self.kept = Kept()

    @classmethod
    def of_verb(cls, view: View, verb: Word, *, anchor: Word = NO_WORD) -> "Frame":
        """The frame of a verb that need not report: asked for its subject. `anchor` is its finite form, if known."""
        return view.kept(("frame", verb, anchor), lambda: cls._of_verb(view, verb, anchor))

    @classmethod
    def _of_verb(cls, view: View, verb: Word, anchor: Word) -> "Frame":
        grammar = view.language.grammar
        finite = anchor or grammar.finite_verb(view.sentence, verb)
        passive = not anchor and grammar.is_passive(view.sentence, verb)
        return cls(view, Cue(verb=verb, finite=finite, words=(anchor or verb,), lemma=verb.lemma, passive=passive))

    @property
    def first(self) -> int:
        """The number of the first word of the clause that holds the cue, fields before the verb included."""
        return self.kept("first", self._first)

    def _first(self) -> int:
        view, anchor, clause = self.view, self.cue.anchor, self.clause
        if clause.is_dependent:
            return clause.first
        while clause.number and not _ends(view.previous(clause)):
            clause = view.previous(clause)
        for word in reversed(view.words(clause.first, anchor.number - 1)):
            if word.upos == "CCONJ" and any_finite(view.words(clause.first, word.number)):
                return word.number
        return clause.first

    def stretches(self, first: int, last: int, content: Stretch) -> tuple[Span, ...]:
        """The words `first` to `last` without the content between them, as stretches of text."""
        before = self.view.words(first, min(last, content[0] - 1))
        behind = self.view.words(max(first, content[1] + 1), last)
        return tuple(text_span(words) for words in (before, behind) if words)


def _ends(clause: Clause) -> bool:
    """Whether a clause is no part of the frame behind it."""
    own = clause.kind in {"main", "complement", "infinitive"} and bool(clause.finite)
    return own or clause.closer in {";", ":"}


def outside_of(words: Iterable[Word], stretch: Stretch | None) -> list[Word]:
    """The words that do not lie in a stretch; all if there is none."""
    first, last = stretch or (0, -1)
    return [word for word in words if not first <= word.number <= last]
