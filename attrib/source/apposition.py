"""What stands beside a person's name and says who that is: *Finanzminister Reiter*; *Butler, ein Ökonom an …*."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.source.nouns import Gender, gender_of, person_noun
from attrib.text.analysis import Word
from attrib.text.entries import PersonNoun
from attrib.text.language import Language
from attrib.text.nationality import Countries

_REACH = 8
"""How many words before the comma an office may begin: *Der Chef der größten Werft des Landes, Ole Petersen*."""


@dataclass(frozen=True, slots=True)
class Apposition:
    """The noun beside a name with its article, and the words that belong to it (*an der Clark University*)."""

    noun: Word
    article: Word | None
    rest: tuple[Word, ...]
    words: tuple[Word, ...]

    def entry(self, language: Language) -> PersonNoun | None:
        """The noun's entry in the list of nouns for persons, by its last part."""
        return person_noun(language, self.noun)

    def gender(self, language: Language) -> Gender | None:
        """The person's gender as far as the noun or its article shows it."""
        return gender_of(language, self.noun, self.article)

    def country(self, countries: Countries) -> str | None:
        """The country an adjective or a name in it points to."""
        return countries.first_of(self.words)


def appositions(words: Sequence[Word], first: int, last: int, *, language: Language) -> list[Apposition]:
    """What stands before and behind the name that `words[first]` to `words[last]` are."""
    found = [_before(words, first), _office_before(words, first, language=language)]
    found.append(_behind(words, last, language=language))
    return [item for item in found if item is not None]


def _before(words: Sequence[Word], first: int) -> Apposition | None:
    """*der russische Außenminister* Lawrow, *Finanzminister* Reiter."""
    begin = first
    while begin and words[begin - 1].upos in {"NOUN", "ADJ", "PROPN", "X"} and words[begin - 1].text[:1].isalpha():
        begin -= 1
    nouns = [word for word in words[begin:first] if word.upos in {"NOUN", "PROPN"}]
    if not nouns or words[first - 1] is not nouns[-1]:
        return None
    article = words[begin - 1] if begin and words[begin - 1].upos == "DET" else None
    return Apposition(nouns[-1], article, (), tuple(words[begin:first]))


def _office_before(words: Sequence[Word], first: int, *, language: Language) -> Apposition | None:
    """*Der Chef der Werft*, Ole Petersen."""
    if first < 2 or words[first - 1].text != ",":
        return None
    begin = first - 1
    while (
        begin and first - begin < _REACH and words[begin - 1].upos in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "X", "NUM"}
    ):
        begin -= 1
    # *den Plänen des Innenministers, Karl Ohm*: the name belongs to the first who is a person.
    for start in range(begin, first - 1):
        if words[start].upos == "DET" or start == begin:
            found = _phrase(words[start : first - 1], language=language)
            if found is not None:
                return found
    return None


def _behind(words: Sequence[Word], last: int, *, language: Language) -> Apposition | None:
    """Clara Brandt, *Sprecherin der Reederei Nordlicht*; Michael Butler (*Direktor des Instituts*)."""
    if last + 2 >= len(words) or words[last + 1].text not in {",", "("}:
        return None
    end = last + 2
    while end < len(words) and words[end].upos not in {"PUNCT", "SCONJ"} and not words[end].is_finite:
        end += 1
    return _phrase(words[last + 2 : end], language=language)


def _phrase(words: Sequence[Word], *, language: Language) -> Apposition | None:
    """The first noun of the phrase must be one for persons, with nothing but article and adjectives before it."""
    for place, word in enumerate(words):
        if word.upos in {"NOUN", "PROPN"}:
            if person_noun(language, word) is None:
                return None
            article = words[place - 1] if place and words[place - 1].upos == "DET" else words[0] if place else None
            return Apposition(
                word, article if article and article.upos == "DET" else None, tuple(words[place + 1 :]), tuple(words)
            )
        if word.upos not in {"DET", "ADJ", "NUM", "ADV"} and word.form not in language.words.coordinators:
            return None
    return None
