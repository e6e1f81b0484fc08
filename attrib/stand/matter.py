"""What a statement is about, whatever stand is asked for; each answer is found once."""

from collections.abc import Sequence
from functools import cached_property

from attrib.quotation import Quotation
from attrib.stand.keys import deeds, keys
from attrib.stand.side import Side
from attrib.stand.wording import Wording
from attrib.statement.told import Told
from attrib.text.analysis import Sentence, Word
from attrib.text.text import Text
from attrib.text.words import any_tag, tagged

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
"""What of a statement's words says what it is about."""


class Matter:
    """What the words of one statement are about."""

    def __init__(self, text: Text, item: Told) -> None:
        self._text = text
        self._said = item.quotation
        self.wording = Wording(text, item)
        """How it is put."""

    @cached_property
    def end(self) -> Sentence:
        """The sentence in which it ends."""
        return self._text.sentence_at(_last_place(self._said)).sentence

    @cached_property
    def keys(self) -> frozenset[str]:
        """Countries, events, the lemmas of its other nouns."""
        return frozenset(keys(self._text, self.wording.words))

    @cached_property
    def deeds(self) -> frozenset[str]:
        """What is done in it: the stems of its verbs."""
        return frozenset(deeds(self._text, tagged(self.wording.words, {"VERB"})))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all that tells what it is about."""
        return frozenset(deeds(self._text, tagged(self.wording.words, _TELLING)))

    @property
    def is_verbal(self) -> bool:
        """Whether it has a verb: not *Wirbel um Treffen in Genf*."""
        return any_tag(self.wording.words, {"VERB"})

    def is_about(self, side: Side) -> bool:
        """Whether its words name a side, or accuse it."""
        return bool(self.keys & side.countries or self._nouns & side.roles) or side.is_named_by(self._names)

    @cached_property
    def _naming(self) -> Sequence[Word]:
        """Its words, with those that say who is accused."""
        accused = self._text.words_in(self._said.frame) if self.wording.accuses else ()
        return (*self.wording.words, *accused)

    @cached_property
    def _names(self) -> frozenset[str]:
        stem = self._text.language.grammar.stem
        return frozenset(stem(word.text) for word in tagged(self._naming, {"NOUN", "PROPN"}))

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return frozenset(word.lemma.lower() for word in tagged(self._naming, {"NOUN"}))


def _last_place(said: Quotation) -> int:
    """The last character of a statement, or of its frame where that stands behind it: *p. Das meldete der Sender*."""
    return max(said.end, said.start + 1, *(span.end for span in said.frame)) - 1
