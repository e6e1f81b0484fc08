"""A sentence's clauses as data: stretches of words between the marks at which a language divides its sentences.

How clauses are cut, and of which kind one is, is asked of the language (`attrib.text.grammar`).
"""

from dataclasses import dataclass
from typing import Literal

from attrib.text.analysis import NO_WORD, Word

ClauseKind = Literal["main", "complement", "subordinate", "relative", "infinitive", "fragment", ""]
"""`main` (verb first or second), `complement` and `subordinate` (opened by a subordinator), `relative`, `infinitive`,
`fragment` (no finite verb); empty for no clause at all."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words; `number` counts the sentence's clauses from 0, `opener` and `closer` are the marks around it.

    `opener` is '' at the start of a sentence, `closer` at its end. `finite` are the finite verbs in it.
    """

    number: int
    words: tuple[Word, ...]
    opener: str
    closer: str
    finite: tuple[Word, ...]
    kind: ClauseKind

    def __bool__(self) -> bool:
        """Whether it is a clause of the sentence: NO_CLAUSE is none."""
        return bool(self.words)

    @property
    def first(self) -> int:
        """The number of its first word."""
        return self.words[0].number if self.words else 0

    @property
    def last(self) -> int:
        """The number of its last word."""
        return self.words[-1].number if self.words else 0

    @property
    def opening(self) -> Word:
        """Its first word."""
        return self.words[0] if self.words else NO_WORD

    @property
    def content(self) -> list[Word]:
        """Its words without punctuation."""
        return [word for word in self.words if word.upos != "PUNCT"]

    @property
    def is_dependent(self) -> bool:
        """Whether it is a clause inside another one, with its finite verb late."""
        return self.kind in {"relative", "complement", "subordinate"}

    def holds(self, word: Word) -> bool:
        """Whether the word stands in it."""
        return self.first <= word.number <= self.last


NO_CLAUSE = Clause(-1, (), "", "", (), "")
"""What stands before the first clause and behind the last one."""
