"""Family names that the tagger takes for common nouns, found by where a document puts them.

*Bundeskanzlerin Merkel*: a noun right behind an office, without an article of its own, is a name; and what is a name
once in a document is one wherever it stands alone (*entgegnete Merkel*).
"""

from collections.abc import Iterator
from itertools import pairwise

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.text.analysis import Analysis, Sentence, Word

NOUNS_IN_CAPITALS = True
_SHORTEST = 3
_LONGEST_ABBREVIATION = 6
_SHORTEST_TAIL = 5
_COMMON = frozenset(
    entry.lemma.lower()
    for entries in (GERMAN.person_nouns, GERMAN.institution_nouns, GERMAN.reporting_nouns)
    for entry in entries
)
_TIME_ENDINGS = tuple(WORDS.time_endings)
_ENDINGS = (*(noun for noun in _COMMON if len(noun) >= _SHORTEST_TAIL), *_TIME_ENDINGS)
"""The last parts of compounds that are no names: common nouns, days and times of day."""
_NO_NAMES = WORDS.months | WORDS.adverbial_times | _COMMON
_JOINED = frozenset({"flat", "appos", "nsubj", "nmod", "obj"})


def name_words(analysis: Analysis) -> frozenset[str]:
    """The words of a document that are names although a noun's tag stands on one of them."""
    nouns = {word.text for word in analysis.words if word.upos == "NOUN"}
    nouns |= {word.text for sentence in analysis.sentences for word in sentence.words[:1] if _is_label(sentence, word)}
    proper = (word for word in analysis.words if word.upos == "PROPN" and word.text in nouns)
    behind = (word.text for sentence in analysis.sentences for word in _behind_offices(sentence))
    return frozenset((*(word.text for word in proper if may_be_name(word)), *behind, *_repeated_labels(analysis)))


def misread_names(sentence: Sentence, names: frozenset[str]) -> Iterator[Word]:
    """The nouns of a sentence that are such names and have no article or adjective of their own, and abbreviations;
    before a colon such names whatever the tagger takes them for."""
    for word in sentence.words:
        named = word.text in names
        noun = word.upos == "NOUN" and ((named and _is_bare(sentence, word)) or _is_abbreviation(word))
        label = named and word.upos != "PROPN" and _is_label(sentence, word)
        if noun or label or _is_initials(sentence, word):
            yield word


def _is_initials(sentence: Sentence, word: Word) -> bool:
    """*B.N. | Suresh*: capitals with full stops before a name, whatever the tagger takes them for."""
    if not word.text.endswith("."):
        return False
    letters = word.text.removesuffix(".").split(".")
    alone = not sentence.before(word).text.endswith(".")  # *Hauptmann a. | D.*
    stands = alone and sentence.behind(word).upos == "PROPN"
    return stands and all(len(letter) == 1 and letter.isupper() for letter in letters)


def _is_bare(sentence: Sentence, noun: Word) -> bool:
    """Without an article or adjective of its own."""
    before = sentence.before(noun)
    return before.upos not in {"DET", "ADJ", "NUM"} or is_title_abbreviation(before)


def _is_label(sentence: Sentence, word: Word) -> bool:
    """*Merten: p*: alone before a colon, whatever the tagger takes it for."""
    return word.number == 1 and word.text[:1].isupper() and sentence.behind(word).text == ":"


def _repeated_labels(analysis: Analysis) -> Iterator[str]:
    """*Merten: Das Haus bleibt. … Merten: Wir bauen um*: a label of one word that no list knows for anything, and
    behind which more than once somebody speaks, of himself too."""
    labelled: dict[str, list[Sentence]] = {}
    for sentence in analysis.sentences:
        first = sentence.word(1)
        if _is_label(sentence, first) and may_be_name(first) and GERMAN.lexicon.voice(first) != "none":
            labelled.setdefault(first.text, []).append(sentence)
    for label, found in labelled.items():
        spoken = any(word.form in WORDS.pronouns_first_person for sentence in found for word in sentence.words)
        if len(found) > 1 and spoken:
            yield label


def is_title_abbreviation(word: Word) -> bool:
    """*Dr.*, *Hptm.*: whatever the tagger takes it for."""
    return word.text[-1:] == "." and GERMAN.lexicon.abbreviations.kind(word.text) == "title"


def _is_abbreviation(word: Word) -> bool:
    return word.text.isupper() and _SHORTEST <= len(word.text) <= _LONGEST_ABBREVIATION


def _behind_offices(sentence: Sentence) -> Iterator[Word]:
    for word, following in pairwise(sentence.words):
        titled = is_title_abbreviation(word) or word.form in WORDS.forms_of_address
        if following.upos == "NOUN" and titled:
            yield from [following] * may_be_name(following)  # *Dr. Kern*, *Frau Merten*
        elif word.upos == "NOUN" and following.upos == "NOUN" and _is_office(word):
            joined = following.relation in _JOINED and not following.has("Case=Gen")
            if joined and not following.has("Number=Plur") and may_be_name(following):
                yield following


def _is_office(word: Word) -> bool:
    """*Bundeskanzlerin, Verteidigungsminister*: one person, by an office or profession."""
    return not word.has("Number=Plur") and GERMAN.lexicon.noun(word).person is not None


def may_be_name(word: Word) -> bool:
    """Whether a word with a capital letter can be a family name: no noun for parties or for what they say, no time."""
    form = word.text
    written = len(form) >= _SHORTEST and form[:1].isupper() and form[1:].islower() and form[-1] != "."
    return written and not _is_common(word)


def _is_common(word: Word) -> bool:
    """A noun for parties or for what they say, or a time, also as the last part of a compound."""
    listed = word.form in _NO_NAMES or word.form.endswith(_TIME_ENDINGS)
    return listed or word.lemma.lower().endswith(_ENDINGS)


def is_genitive_form(word: Word) -> bool:
    """Whether the word ends as names and masculine nouns do in the genitive: *Pjöngjangs*."""
    return word.text.endswith("s")


def is_genitive_name(word: Word) -> bool:
    """*Moskaus, Putins*: a name that may stand in the genitive."""
    return word.upos == "PROPN" and is_genitive_form(word)


def without_genitive(form: str) -> str:
    """*Dementis → Dementi*."""
    return form.removesuffix("s")
