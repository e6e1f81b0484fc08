"""A word that may take a stand, with its clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.text.analysis import NO_WORD, Word
from attrib.text.clause import Clause
from attrib.text.entries import Words
from attrib.text.view import View
from attrib.text.words import NOUNS, VERBS, ends_in

_DEEP = 6
"""How many words above it the verb of a noun is looked for."""
_NO_GROUP = frozenset({"ADP", "VERB", "AUX", "PART", "PUNCT"})
"""What does not stand between an article and its noun."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word that may take a stand, in its clause."""

    view: View
    word: Word
    clause: Clause

    @property
    def words(self) -> Words:
        """The closed classes of the language."""
        return self.view.language.words

    @property
    def near(self) -> tuple[Word, ...]:
        """The words of the clause."""
        return self.clause.words

    @property
    def has_nobody(self) -> bool:
        """*Das bestreitet niemand*, *kaum jemand*, *kaum noch einer*."""
        few = self.forms & self.words.hardly_words and self.forms & self.words.somebody_words
        return bool(few) or bool(self.forms & self.words.nobody)

    @property
    def forms(self) -> frozenset[str]:
        """They in small letters."""
        return frozenset(word.form for word in self.clause.words)


def is_claim_pronoun(view: View, word: Word) -> bool:
    """*das, davon*: for what was said, and no article; the tree may take it for one (*räumte das auf Anfrage ein*)."""
    if word.form not in view.language.words.claim_pronouns or word.upos not in {"PRON", "ADV", "DET"}:
        return False
    head = view.sentence.head(word)
    is_article = word.relation == "det" and head is not None and head.upos in NOUNS
    return not is_article or view.behind(word).upos in _NO_GROUP


def governing_verb(place: Place) -> Word | None:
    """The copula beside a noun or an adjective, or the nearest verb above it in the clause, else the clause's first."""
    copula = next((child for child in place.view.sentence.children(place.word) if child.relation == "cop"), None)
    if copula is not None:
        return copula
    judging = _judging_verb(place)
    if judging:
        return judging
    head = place.view.sentence.head(place.word)
    for _ in range(_DEEP):
        if head is None:
            break
        if head.upos in VERBS and head in place.near:
            return head
        head = place.view.sentence.head(head)
    return next((item for item in place.near if item.upos in VERBS), None)


def _judging_verb(place: Place) -> Word:
    """*described the figure given by Oslo | as a fantasy*: whose verb has *as*, whatever the tree joins it to."""
    words = place.words
    called = any(child.form in words.comparison_particles for child in place.view.sentence.children(place.word))
    before = (word for word in place.near if word.upos == "VERB" and word.number < place.word.number)
    verbs = (word for word in before if word.lemma in words.dismissing_verbs | words.judging_verbs)
    return next(verbs, NO_WORD) if called else NO_WORD


def excuse(view: View, words: Sequence[Word]) -> Iterator[Word]:
    """*mit Verweis auf das laufende Verfahren*, *aus Datenschutzgründen*: why nothing is said, which is not what
    nothing is said of."""
    listed = view.language.words
    for word in words:
        group = view.governed_group(word) or () if word.upos == "ADP" else ()
        if word.form in listed.reason_prepositions and view.before(word).upos not in NOUNS:
            yield from group
        elif group and word.form in listed.excusing_prepositions and ends_in(group[-1], listed.excusing_nouns):
            yield from group
            behind = view.behind(group[-1])
            more = list(view.governed_group(behind) or ()) if behind.upos == "ADP" else []
            yield from more
            yield from takewhile(lambda item: item.has("Case=Gen"), words_behind(words, (more or group)[-1]))


def words_behind(words: Sequence[Word], last: Word) -> Iterator[Word]:
    """Those of some words that stand behind one."""
    return (word for word in words if word.number > last.number)
