"""What of a stand's object says what it is about, and what only says when, by whom or whence."""

from collections.abc import Iterator, Set

from attrib.quotation.stand_found import StandFound
from attrib.stand.object_words import crediting, object_words
from attrib.stand.whose_saying import against_taker
from attrib.text.analysis import Word
from attrib.text.words import NOUNS


def matter_words(stand: StandFound, apart: Set[Word]) -> Iterator[Word]:
    """The nouns and adjectives of the object that say what it is about, without some words."""
    beside = {*apart, *crediting(stand), *against_taker(stand), *_of_stand_noun(stand)}
    for word in object_words(stand):
        tells = word.upos in NOUNS or (word.upos == "ADJ" and word.relation == "amod")
        if tells and word not in beside and not _is_of_other(stand, word):
            yield word


def _is_of_other(stand: StandFound, word: Word) -> bool:
    """A word of the stand itself, of the time, or that says of the matter only whether it is so (*die Echtheit*)."""
    fixed = word.form in stand.stand.words or word.lemma.lower() in stand.listed.validity_nouns
    return fixed or _is_of_time(stand, word)


def _is_of_time(stand: StandFound, word: Word) -> bool:
    """*am Freitag, dem 3. Dezember*."""
    months, head = stand.listed.months, stand.view.sentence.head(word)
    dated = word.form in months or (head is not None and head.form in months)
    return dated or stand.view.language.grammar.is_time(word)


def _of_stand_noun(stand: StandFound) -> Iterator[Word]:
    """*eine **offizielle** Bestätigung **aus der Regierung***: what belongs to the noun that the stand is."""
    if stand.stand.pos != "noun":
        return
    yield from (child for child in stand.view.sentence.children(stand.word) if child.upos == "ADJ")
    origin = stand.view.behind(stand.word)
    if origin.form in stand.listed.stand_origins:
        yield from stand.view.governed_group(origin) or ()
