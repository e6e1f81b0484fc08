"""English names and nouns for persons: what their forms say."""

from collections.abc import Collection, Sequence

from attrib.languages.en.forms import without_genitive
from attrib.languages.en.lists import WORDS
from attrib.text.analysis import Word

NOUNS_IN_CAPITALS = False
_ABSTRACT = ("ness", "ism", "hood", "ance", "ence", "ability", "ibility", "ivity")
_SHORTEST_ABSTRACT = 7
_SHORTEST_NAME = 3
_WOMEN = ("woman", "women", "ess")


def is_time(word: Word) -> bool:
    """*Monday*, *March*, *yesterday*, *week*: a noun for a day, a time of day or a stretch of time."""
    if word.upos not in {"NOUN", "PROPN", "ADV"}:
        return False
    lemma = word.lemma.lower()
    return word.form in _TIMES or lemma in _TIMES


_TIMES = (
    WORDS.months
    | WORDS.weekdays
    | WORDS.adverbial_times
    | {"day", "hour", "minute", "moment", "noon", "midnight", "dawn", "decade", "century", "spring", "summer", "autumn"}
) - {"may", "march"}


def may_be_name(word: Word) -> bool:
    """A word with a capital letter inside of a sentence that is no month and no day."""
    written = word.text[:1].isupper() and word.text[1:].islower() and len(word.text) >= _SHORTEST_NAME
    return written and word.number > 1 and word.form not in WORDS.months | WORDS.weekdays


def name_in_nominative(forms: Sequence[str], *, genitive: bool = True, seen: Collection[str] = ()) -> str:
    """*Anna Berger's → Anna Berger*."""
    *first, last = forms
    return " ".join([*first, without_genitive(last)])


def is_genitive_form(word: Word) -> bool:
    """*Moscow's*, where the tokeniser left it in one piece."""
    return word.text.endswith(("'s", "’s"))


def is_genitive_name(word: Word) -> bool:
    """A name with the ending of a possessive."""
    return word.upos == "PROPN" and is_genitive_form(word)


def is_feminine(noun: str) -> bool:
    """*spokeswoman, actress*."""
    return noun.endswith(_WOMEN) and noun not in {"witness", "eyewitness", "press", "business"}


def is_masculine(noun: str, nouns: Collection[str]) -> bool:
    """*spokesman*."""
    return noun.lower().endswith("man") and not is_feminine(noun.lower())


def is_of_either_gender(noun: str) -> bool:
    """*minister*: most nouns leave it open."""
    return not is_feminine(noun) and not is_masculine(noun, ())


def is_abstract(noun: str) -> bool:
    """*weakness, tourism, resistance*: what has such an ending is for a quality or a state, and speaks for nobody."""
    return noun.endswith(_ABSTRACT) and len(noun) >= _SHORTEST_ABSTRACT


def is_from_town(noun: str) -> bool:
    """*Londoner*, *New Yorker*: as far as the ending tells."""
    return noun[:1].isupper() and noun.endswith("er")


def is_age(noun: str) -> bool:
    """*52-year-old*."""
    return noun.lower().endswith("year-old")
