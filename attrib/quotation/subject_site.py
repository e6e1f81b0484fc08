"""A frame without its content: where its subject may stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from attrib.quotation.cues import Cue
from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View


@dataclass(frozen=True, slots=True)
class Site:
    """A frame, and the first and last word of the content, where the subject cannot stand."""

    frame: Frame
    content: Stretch | None

    @property
    def view(self) -> View:
        """The sentence."""
        return self.frame.view

    @property
    def cue(self) -> Cue:
        """The expression that reports."""
        return self.frame.cue

    @property
    def clause(self) -> Clause:
        """The clause that holds it."""
        return self.frame.clause

    @property
    def anchor(self) -> Word:
        """Its finite verb, or the word that stands for one."""
        return self.frame.cue.anchor

    def free(self, words: Iterable[Word]) -> list[Word]:
        """Those of some words that are no content."""
        return outside_of(words, self.content)

    def is_free(self, word: Word) -> bool:
        """Whether a word is no content."""
        return bool(self.free([word]))

    @property
    def left(self) -> list[Word]:
        """The words of the clause before the anchor."""
        return self.free(self.view.words(self.frame.first, self.anchor.number - 1))

    @property
    def right(self) -> list[Word]:
        """The words of the clause behind the anchor."""
        return self.free(self.view.words(self.anchor.number + 1, self.clause.last))


Step = Callable[[Site], Word]
"""Looks for the subject in one way; NO_WORD if there is none."""
