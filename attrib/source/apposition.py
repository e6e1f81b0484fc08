"""What stands beside a person's name and says who that is: *Finanzminister Reiter*; *Butler, ein Ökonom an …*."""

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.text.abbreviation import Abbreviations
from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.nationality import Countries
from attrib.text.nouns import Nouns
from attrib.text.view import View
from attrib.text.words import NOUNS

_REACH = 8
"""How many words before the comma an office may begin: *Der Chef der größten Werft des Landes, Ole Petersen*."""
_BESIDE_NAMES = frozenset({"NOUN", "ADJ", "PROPN", "X"})
_IN_OFFICES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "X", "NUM"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM", "ADV"})


@dataclass(frozen=True, slots=True)
class Apposition:
    """The noun beside a name with its article, and the words that belong to it (*an der Clark University*)."""

    noun: Word
    article: Word | None
    rest: tuple[Word, ...]
    words: tuple[Word, ...]

    def is_over(self, past: frozenset[str]) -> bool:
        """*der frühere Präsident*, *die designierte Chefin*, *Ex-Minister*: by words for who is not in office."""
        prefix = self.noun.form.partition("-")[0]
        return prefix in past or any(past & {word.lemma.lower(), word.form} for word in self.words)

    def country(self, countries: Countries) -> str | None:
        """The country an adjective or a name in it points to."""
        return countries.first_of(self.words)


def appositions(view: View, first: int, last: int) -> list[Apposition]:
    """What stands before and behind the name that the joined words from `first` to `last` are."""
    opening = _before_titles(view, first)
    found = (_before(view, first), _office_before(view, opening), _office_of(view, first), _behind(view, last))
    return [item for item in found if item is not None]


def shared(view: View, first: int) -> list[Apposition]:
    """*Die Bürgermeister Karl Ohm und Fritz Ahl*: a plural before the first of two names holds for both."""
    words, language = view.joined, view.language
    if first < 3 or words[first - 1].form not in language.words.joining_conjunctions:
        return []
    place = first - 2
    while place and words[place].upos == "PROPN":
        place -= 1
    noun, article = words[place], word_at(words, place - 1)
    # The tagger may take *die Bürgermeister* for a woman; the noun is for men, so there are several.
    masculine = article.form in language.words.feminine_articles and language.lexicon.nouns.gender(noun, article) == "m"
    several = noun.upos == "NOUN" and (noun.has("Number=Plur") or masculine)
    return [Apposition(noun, article, (), (noun,))] if several else []


def in_brackets(words: Sequence[Word], last: int) -> Sequence[Word]:
    """Timo Rast (*Grüne*), Ida Falk (*52, CDU*): what stands in brackets right behind a name."""
    if word_at(words, last + 1).text != "(":
        return ()
    end = next((place for place in range(last + 2, len(words)) if words[place].text == ")"), last + 2)
    return words[last + 2 : end]


def _before(view: View, first: int) -> Apposition | None:
    """*der russische Außenminister* Lawrow, *Finanzminister* Reiter, *Premierminister* Dr. Holt."""
    words, first = view.joined, _before_titles(view, first)
    begin = first
    while _stands_beside(word_at(words, begin - 1)):
        begin -= 1
    noun = word_at(words, first - 1)
    if begin == first or noun.upos not in NOUNS:
        return None
    return Apposition(noun, _article(word_at(words, begin - 1)), (), tuple(words[begin:first]))


def _before_titles(view: View, first: int) -> int:
    """*Prof. Dr.* | Holt: where the titles before a name begin."""
    words, abbreviations = view.joined, view.language.lexicon.abbreviations
    while abbreviations.is_title(word_at(words, first - 1).text) or _is_short_title(words, first - 1, abbreviations):
        first -= 1
    return first


def _is_short_title(words: Sequence[Word], place: int, abbreviations: Abbreviations) -> bool:
    """*PD* in *PD Dr. Holt*: capitals before another title."""
    return word_at(words, place).text.isupper() and abbreviations.is_title(word_at(words, place + 1).text)


def _stands_beside(word: Word) -> bool:
    return word.upos in _BESIDE_NAMES and word.text[:1].isalpha()


def _article(word: Word) -> Word | None:
    return word if word.upos == "DET" else None


def _office_before(view: View, first: int) -> Apposition | None:
    """*Der Chef der Werft*, Ole Petersen."""
    words = view.joined
    if word_at(words, first - 1).text != ",":
        return None
    begin = first - 1
    while first - begin < _REACH and _is_in_office(view, words, begin - 1):
        begin -= 1
    # *den Plänen des Innenministers, Karl Ohm*: the name belongs to the first who is a person.
    starts = (start for start in range(begin, first - 1) if start == begin or words[start].upos == "DET")
    phrases = (_phrase(view, words[start : first - 1]) for start in starts)
    return next((found for found in phrases if found is not None), None)


def _office_of(view: View, first: int) -> Apposition | None:
    """*Director of education* Paul Hendry: where heads stand last, the tree joins the name to an office without an
    article."""
    words, name = view.joined, view.word(view.joined[first].number)
    noun = view.sentence.head(name) if view.language.grammar.HEAD_LAST else None
    if noun is None or noun.number > name.number or view.language.lexicon.nouns.person(noun) is None:
        return None
    between = tuple(word for word in words[:first] if word.start > noun.start)
    opens = bool(between) and between[0].upos == "ADP" and view.language.grammar.joins_name(view.sentence, noun, name)
    return Apposition(noun, None, between, (noun, *between)) if opens and view.before(noun).upos != "DET" else None


def _is_in_office(view: View, words: Sequence[Word], place: int) -> bool:
    """Whether an office may hold a word: also *und* in *der Kommissar für Kultur und Schulen*, between two things."""
    word, things = word_at(words, place), (word_at(words, place - 1), word_at(words, place + 1))
    if word.upos != "CCONJ":
        return word.upos in _IN_OFFICES
    return all(thing.upos == "NOUN" and not view.language.lexicon.noun(thing).is_party for thing in things)


def _behind(view: View, last: int) -> Apposition | None:
    """Clara Brandt, *Sprecherin der Reederei Nordlicht*; Michael Butler (*Direktor des Instituts*)."""
    words = view.joined
    if word_at(words, last + 1).text not in {",", "("}:
        return None
    end = last + 2
    while _goes_on(word_at(words, end)):
        end += 1
    return _phrase(view, _behind_time(view, words[last + 2 : end]))


def _behind_time(view: View, words: Sequence[Word]) -> Sequence[Word]:
    """*seit Januar | Direktorin der Kunsthalle*: without since when somebody is that."""
    opening, noun = word_at(words, 0), word_at(words, 1)
    timed = opening.upos == "ADP" and (noun.upos == "NUM" or view.language.grammar.is_time(noun))
    return words[2:] if timed else words


def _goes_on(word: Word) -> bool:
    return word is not NO_WORD and word.upos not in {"PUNCT", "SCONJ"} and not word.is_finite


def institution_behind(view: View, last: int) -> Apposition | None:
    """*Alto Yanac, | the Canadian-owned operator,*: the noun for an institution that says what a name is, with an
    article and a comma before it."""
    words = view.joined
    article = word_at(words, last + 2)
    if word_at(words, last + 1).text != "," or article.upos != "DET":
        return None
    end = last + 3
    while _is_before_institution(word_at(words, end)):
        end += 1
    closes = word_at(words, end).text in {",", ".", ")", ";"} or word_at(words, end).upos in {"ADP", ""}
    noun = word_at(words, end - 1)
    known = noun.upos == "NOUN" and view.language.lexicon.nouns.institution(noun) is not None
    return Apposition(noun, article, (), tuple(words[last + 3 : end])) if known and closes else None


def _is_before_institution(word: Word) -> bool:
    """*Canadian-owned operator*, *country's largest maker*."""
    described = word.upos == "VERB" and not word.is_finite
    return described or word.upos in _BESIDE_NAMES | {"NUM", "ADV", "PART"} or word.text == "-"


def _phrase(view: View, words: Sequence[Word]) -> Apposition | None:
    """The first noun of the phrase must be one for persons, with nothing but article and adjectives before it."""
    coordinators = view.language.words.coordinators
    first = (
        place
        for place, word in enumerate(words)
        if word.upos not in _BEFORE_NOUNS and (word.upos in NOUNS or word.form not in coordinators)
    )
    place = next(first, -1)
    if view.language.grammar.HEAD_LAST:
        place = head_of_run(view.language.lexicon.nouns, words, place)
    noun = word_at(words, place)
    if noun.upos not in NOUNS or view.language.lexicon.nouns.person(noun) is None:
        return None
    article = _article(word_at(words, place - 1)) or (_article(words[0]) if place else None)
    return Apposition(noun, article, tuple(words[place + 1 :]), tuple(words))


def head_of_run(nouns: Nouns, words: Sequence[Word], place: int) -> int:
    """*health | minister*, *a police | spokesperson*: where heads stand last, the place of the noun for a person that
    the nouns from a place on are one office with; the place itself where there is none."""
    last = place
    while word_at(words, last + 1).upos in NOUNS:
        last += 1
    return next((each for each in range(place, last + 1) if nouns.person(word_at(words, each)) is not None), place)
