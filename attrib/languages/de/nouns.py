"""The endings of German nouns, names and the adjectives before them."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from attrib.text.analysis import Word, word_at

_REMEMBERED = 65_536
_REGIONAL = re.compile(r"(?:in)?i?sch(?:e[nrms]?)?$")
_REGION_ENDING = re.compile(r"(?:er|en|es|e|n|s)$")
_WITHOUT_UMLAUTS = str.maketrans("äöü", "aou")
_STEM_ENDINGS = ("es", "en", "er", "em", "s", "e", "n", "’", "'")
_SHORTEST_STEM = 3
_SHORTEST_GENITIVE = 5
_BEFORE_OWN_S = "aeious"
"""Letters before an -s that belongs to the name: *Reis*, *Garlauskas*."""
_OBLIQUE_ENDINGS = ("en", "em")
"""What no place's adjective ends in (*Bremer*): *Nordhessischen*, which is no lemma."""
_ABSTRACT = ("heit", "keit", "nis", "ismus", "wachstum", "ung", "ungen", "wissenschaft")
_SHORTEST_ABSTRACT = 6
_STRONG_ENDINGS = {"Gender=Masc": "er", "Gender=Fem": "e", "Gender=Neut": "es"}


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """A word without its inflectional endings: *Vereinigten → Vereinigt*, *Putins → Puti*."""
    plain = unicodedata.normalize("NFC", word)
    if plain.isupper():
        return plain.rstrip(".")  # *die JCS. Alarmierend ist …*: the sentence's full stop
    while (shorter := _without_ending(plain)) != plain:
        plain = shorter
    return plain


_AGENTS = (
    "er",
    "erin",
    "ist",
    "istin",
    "oge",
    "ogin",
    "ant",
    "antin",
    "eur",
    "eurin",
    "wirt",
    "wirtin",
    "mann",
    "frau",
)
"""What nouns for people by what they do end in."""
_SHORTEST_AGENT = 5


def _without_ending(word: str) -> str:
    found = (item for item in _STEM_ENDINGS if word.endswith(item) and len(word) - len(item) >= _SHORTEST_STEM)
    return word.removesuffix(next(found, ""))


def noun_forms(noun: str) -> tuple[str, ...]:
    """The noun, and what may be its singular: *Experten → Experte, Expert*."""
    return noun, noun.removesuffix("n"), noun.removesuffix("en")


def bare_noun(noun: str) -> str:
    """The noun without an ending of case or number, whichever fits first: *Geheimdienstes → Geheimdienst*."""
    return noun.removesuffix(next((item for item in ("en", "es", "s", "n", "e") if noun.endswith(item)), ""))


def without_long_genitive(noun: str) -> str:
    """*Verbandes → Verband*."""
    return noun.removesuffix("es")


def is_genitive_of_lemma(word: Word) -> bool:
    """*Landesbetriebs*, whose lemma is *Landesbetrieb*: one that the tagger knows, with its capital letter."""
    return word.text.endswith("s") and word.text.startswith(word.lemma) and word.lemma[:1].isupper()


def is_genitive_plural(adjective: Word) -> bool:
    """*kommunaler* Unternehmen."""
    return adjective.text.endswith("er")


def may_be_adjective(name: Word) -> bool:
    """*Erneuerbare* Energie: an adjective with a capital letter that was taken for a name."""
    return name.text.endswith("e")


def nominative(word: Word, noun: Word) -> str:
    """*vom Internationalen Gerichtshof* → *Internationaler*; nouns as they are, unless they are in the genitive."""
    if word is noun and noun.has("Case=Gen"):
        return noun.lemma
    unknown = word.form == word.lemma.lower()
    if word.upos != "ADJ" or not word.lemma or (unknown and not word.form.endswith(_OBLIQUE_ENDINGS)):
        return word.text
    if _is_of_place(word, noun):
        return word.text
    plain = _adjective_stem(word) + _adjective_ending(noun)
    return plain[:1].upper() + plain[1:] if word.text[:1].isupper() else plain


def _is_of_place(word: Word, noun: Word) -> bool:
    """*Duisburger Polizei*, *Wiener Linien*: an ending that no adjective has here belongs to a word made of a place."""
    inflected = noun.has("Gender=Masc") or (noun.is_plural and noun.has("Case=Gen"))
    return word.text[:1].isupper() and word.text.endswith("er") and not inflected


def _adjective_stem(word: Word) -> str:
    known = word.form != word.lemma.lower() and word.form.startswith(word.lemma.lower())
    return word.lemma if known else word.text.rstrip("enrsm")


def _adjective_ending(noun: Word) -> str:
    if noun.has("Number=Plur"):
        return "e"
    return next((ending for feature, ending in _STRONG_ENDINGS.items() if noun.has(feature)), "e")


def name_in_nominative(forms: Sequence[str], *, genitive: bool = True, seen: Collection[str] = ()) -> str:
    """*Wladimir Putins* → *Wladimir Putin*; names in -s, -x, -z take no ending (*Fuchs’*).

    Of *seen* forms one without the -s says for certain that it is an ending.
    """
    *first, last = forms
    if last.removesuffix("s") in seen and last.endswith("s"):
        return " ".join([*first, last.removesuffix("s")])
    return " ".join([*first, (last[:-1] if genitive and _may_be_genitive(last) else last).rstrip("’'")])


def _may_be_genitive(name: str) -> bool:
    ending = name.endswith("s") and name[-2:-1] not in _BEFORE_OWN_S
    return ending and len(name) >= _SHORTEST_GENITIVE and not name.isupper()


def is_name_in_genitive(words: Sequence[Word], run: Sequence[Word]) -> bool:
    """*Anna Bergers Haus*: the name stands before its noun, or the tree puts it under one."""
    return word_at(words, len(run)).upos == "NOUN" or run[0].relation == "nmod"


def is_feminine(noun: str) -> bool:
    """Whether the noun's ending says that it is for women: *Sprecherin*."""
    return len(noun) > 4 and noun.endswith("in")


def is_of_either_gender(noun: str) -> bool:
    """*Abgeordnete, Leute*: the ending leaves open whether it is a man or a woman, or several."""
    return noun.endswith(("e", "n"))


def is_masculine(noun: str, nouns: Collection[str]) -> bool:
    """*Sprecher*, since there is *Sprecherin* among the nouns; not *Mitglieder*, *Mannschaftsführer* alone."""
    return not noun.endswith("er") or f"{noun}in" in nouns


def is_abstract(noun: str) -> bool:
    """*Sicherheit, Überwachung, Ergebnis, Wachstum*: what has such an ending is no name and speaks for nobody."""
    return noun.endswith(_ABSTRACT) and len(noun) > _SHORTEST_ABSTRACT


def is_from_town(noun: str) -> bool:
    """*Kölner*, *Wienerin*: as far as the ending tells."""
    return noun[:1].isupper() and noun[1:].islower() and noun.endswith(("er", "erin"))


def region_stem(word: str) -> str:
    """*Hessen, hessische, Hessens*: what the name of a region or town and its adjective have in common."""
    plain = _REGIONAL.sub("", unicodedata.normalize("NFC", word).lower().translate(_WITHOUT_UMLAUTS))
    while len(shorter := _REGION_ENDING.sub("", plain)) >= _SHORTEST_STEM and shorter != plain:
        plain = shorter
    return plain


def is_agentive(noun: str) -> bool:
    """*Angler, Reederin, Florist*: as far as the ending tells, somebody who does something."""
    return len(noun) >= _SHORTEST_AGENT and noun.endswith(_AGENTS)


def is_age(noun: str) -> bool:
    """Whether the noun is an age that stands for a person: *52-Jährige*."""
    number, _, word = noun.lower().partition("-")
    return number.isdigit() and word.startswith("jährige")
