"""German noun phrases in the nominative: *mit dem ehemaligen Anwalt* → *der ehemalige Anwalt*.

A phrase is inflected as a whole: article and noun say together which gender and number it has, and these which endings
its article, its adjectives and its noun take. What stands behind the noun stays as it is.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from attrib.languages.de.lists import GERMAN, WORDS
from attrib.languages.de.nouns import is_age, is_feminine
from attrib.text.analysis import NO_WORD, Word, word_at
from attrib.text.entries import GrammaticalGender

Form = Literal["m", "f", "n", "p"]
"""Which endings a phrase takes: by its gender in the singular, or those of the plural."""
_GENDERS: dict[str, GrammaticalGender] = {"Masc": "m", "Fem": "f", "Neut": "n"}
_DEFINITE: dict[Form, str] = {"m": "der", "f": "die", "n": "das", "p": "die"}
_DETERMINER: dict[Form, str] = {"m": "er", "f": "e", "n": "es", "p": "e"}
"""*dieser*, and adjectives where no article has shown the case."""
_POSSESSIVE: dict[Form, str] = {"m": "", "f": "e", "n": "", "p": "e"}
"""*kein*, *ihr*."""
_WEAK: dict[Form, str] = {"m": "e", "f": "e", "n": "e", "p": "en"}
_MIXED: dict[Form, str] = {"m": "er", "f": "e", "n": "es", "p": "en"}
_ALLOWED: dict[str, frozenset[Form]] = {
    "der": frozenset({"m", "f", "p"}),
    "des": frozenset({"m", "n"}),
    "dem": frozenset({"m", "n"}),
    "den": frozenset({"m", "p"}),
    "das": frozenset({"n"}),
    "die": frozenset({"f", "p"}),
}
"""The forms before which an article may stand, in whatever case."""
_ALLOWED_ENDING: dict[str, frozenset[Form]] = {
    "": frozenset({"m", "n"}),
    "e": frozenset({"f", "p"}),
    "em": frozenset({"m", "n"}),
    "es": frozenset({"m", "n"}),
    "en": frozenset({"m", "p"}),
    "er": frozenset({"m", "f", "p"}),
}
"""And those which its ending allows."""
_ALLOWED_ADJECTIVE: dict[str, frozenset[Form]] = {
    **_ALLOWED_ENDING,
    "": frozenset({"m", "f", "n", "p"}),
    "en": frozenset({"m", "n", "p"}),
}
"""The same of an adjective that has no article before it."""
_SHOWN: dict[str, frozenset[Form]] = {"er": frozenset({"m"}), "es": frozenset({"n"}), "e": frozenset({"m", "f", "n"})}
"""And of an adjective behind an article that has left it open: *ein junger*, *die junge*; others than these none."""
_DETERMINERS = (
    "dies",
    "jen",
    "jed",
    "manch",
    "welch",
    "solch",
    "all",
    "einig",
    "mehrer",
    "viel",
    "wenig",
    "beid",
    "ander",
    "etlich",
)
_POSSESSIVES = ("kein", "mein", "dein", "sein", "ihr", "unser", "euer", "eur", "ein")
_STRONG_PLURAL = ("einig", "mehrer", "viel", "wenig", "ander", "etlich")
_ENDINGS = ("en", "em", "er", "es", "e")
_FEMININE = (
    "ung",
    "heit",
    "keit",
    "schaft",
    "ion",
    "tät",
    "ei",
    "ik",
    "ie",
    "enz",
    "anz",
    "frau",
    "mutter",
    "tochter",
    "schwester",
    "person",
    "kraft",
)
_NEUTER = (
    "chen",
    "lein",
    "ment",
    "tum",
    "um",
    "nis",
    "papier",
    "gesetz",
    "team",
    "amt",
    "glied",
    "opfer",
    "kind",
    "schreiben",
    "nehmen",
    "kommen",
    "achten",
)
_WEAK_NOUNS = ("ist", "yst", "or", "ent", "ant", "at", "e", "graf", "ot", "mensch")
_CASED = frozenset({"ADJ", "NUM"})
_HEADS = frozenset({"NOUN", "PROPN", "X"})
_OPENINGS = frozenset({"DET", "ADJ", "NUM", "ADV", "PART", "PUNCT"})
_ADJECTIVAL = frozenset(entry.lemma[:-1] for entry in GERMAN.person_nouns if entry.lemma.endswith("er")) & frozenset(
    entry.lemma for entry in GERMAN.person_nouns if entry.lemma.endswith("e")
)
"""*Beamte*, since there is *Beamter* too: nouns that are declined as adjectives are."""
_NISSEN = "nissen"
"""*Ergebnissen*: a dative, whatever the gender."""
_UMLAUTS = str.maketrans("äöü", "aou")


class _Phrase(NamedTuple):
    """The words of a phrase by what they are in it."""

    article: Word
    head: Word
    form: Form
    gender: GrammaticalGender | None
    """The noun's, in the plural too; None if nothing says it."""
    is_dative: bool
    """Whether its first word allows a dative in the plural."""
    shows_case: bool
    """Whether the article stands there in the end too."""


def phrase_in_nominative(words: Sequence[Word], gender: GrammaticalGender | None, *, article: bool = True) -> list[str]:
    """The words of a noun phrase in the nominative, with the article that it has or without; `gender` as a list has it.

    They stay as they are where nothing says which gender the noun has.
    """
    head = _head(words)
    phrase = _phrase(words[: head + 1], gender, article=article) if head < len(words) else None
    if phrase is None:
        return [word.text for word in words if article or word.upos != "DET"]
    kept = [word for word in words[: head + 1] if article or word.upos != "DET"]
    return [*(_inflected(word, phrase) for word in kept), *_rest(words[head + 1 :])]


def _head(words: Sequence[Word]) -> int:
    """The place of the noun; behind the last word where the phrase is none: *weitere 22 | der Bande*."""
    inside = False
    for place, word in enumerate(words):
        if word.upos in _HEADS:
            return place
        if word.upos not in _OPENINGS or (word.upos == "DET" and inside):
            break
        inside = inside or word.upos in _CASED
    return len(words)


def _rest(words: Sequence[Word]) -> list[str]:
    """What is behind the noun: as it is, but for a second noun that *und* joins to it right there."""
    joined = word_at(words, 0).upos == "CCONJ" and len(words) > 1
    behind = phrase_in_nominative(words[1:], None) if joined else [word.text for word in words[1:]]
    return [word.text for word in words[:1]] + behind


def _phrase(words: Sequence[Word], gender: GrammaticalGender | None, *, article: bool) -> _Phrase | None:
    """What the words are in their phrase; None if its gender or number stays open."""
    opening = next((word for word in words if word.upos == "DET"), NO_WORD)
    head = words[-1]
    shown = opening or next((word for word in words if word.upos == "ADJ"), NO_WORD)
    found = (gender, _of_ending(head.lemma.lower()), _of_person(head), _GENDERS.get(head.feature("Gender")))
    genders = [each for each in found if each]
    allowed = _narrowed(_allowed(shown, head, is_article=bool(opening)), words)
    form = _form(head, genders, allowed)
    if form is None:
        return None
    dative = shown.form.endswith("n") if shown else True
    return _Phrase(opening, head, form, next(iter(genders), None), dative, shows_case=article and bool(opening))


def _allowed(shown: Word, head: Word, *, is_article: bool) -> frozenset[Form]:
    """The forms that the article allows, or the first adjective where there is none."""
    if not shown or (not is_article and _is_of_place(shown)):
        return frozenset({"m", "f", "n", "p"})
    stem, ending = _split(shown.form)
    found = (_ALLOWED.get(shown.form) or _ALLOWED_ENDING[ending]) if is_article else _ALLOWED_ADJECTIVE[ending]
    if is_article and shown.form == "der" and shown.has("Case=Nom"):
        return frozenset({"m", "f"})  # the tagger may be wrong: *der Meldung*
    # *der Anwältin* is one, *einem* never several
    one = is_feminine(head.form) or (is_article and (stem == "ein" or shown.has("Number=Sing")))
    return found - {"p"} if one and found != {"p"} else found


def _narrowed(allowed: frozenset[Form], words: Sequence[Word]) -> frozenset[Form]:
    """*ein junger*, *die junge*: what the adjective behind an article adds to it."""
    adjective = next((word for word in words[:-1] if word.upos == "ADJ"), NO_WORD)
    article = next((word for word in words if word.upos == "DET"), NO_WORD)
    if article.form == "die" and _split(adjective.form)[1] == "en":
        return frozenset({"p"})
    shown = _SHOWN.get(_split(adjective.form)[1], allowed) if article and adjective else allowed
    bare = _split(article.form)[1] == "" or article.form in _ALLOWED
    return (allowed & shown or allowed) if bare and not _is_of_place(adjective) else allowed


def _form(head: Word, genders: Sequence[GrammaticalGender], allowed: frozenset[Form]) -> Form | None:
    """Number and gender: the number that is left, or the tagger's; the first gender that the article allows, or the one
    that it leaves."""
    if "p" in allowed and (allowed == {"p"} or head.is_plural):
        return "p"
    singular = allowed - {"p"}
    fitting = [gender for gender in genders if gender in singular]
    return next(iter(fitting or (singular if len(singular) == 1 else ())), None)


def _of_person(noun: Word) -> GrammaticalGender | None:
    """*Prediger, Wirtin*: a noun for a person whose ending says nothing else is masculine."""
    if GERMAN.lexicon.nouns.person(noun) is None:
        return None
    return "f" if is_feminine(noun.form) else "m"


def _of_ending(noun: str) -> GrammaticalGender | None:
    """The gender that a noun's ending says."""
    if noun.endswith(_FEMININE):
        return "f"
    return "n" if noun.endswith(_NEUTER) else None


def _inflected(word: Word, phrase: _Phrase) -> str:
    if word is phrase.article:
        return _like(word, _article(word.form, phrase.form))
    if word is phrase.head:
        return _noun(word, phrase)
    return _adjective(word, phrase) if word.upos in _CASED else word.text


def _article(article: str, form: Form) -> str:
    """An article or what stands for one, in the nominative."""
    if article in _ALLOWED:
        return _DEFINITE[form]
    stem, _ = _split(article)
    if stem in _POSSESSIVES:
        # *euren Anwalt* → *euer*
        return ("euer" if stem == "eur" and form in "mn" else stem) + _POSSESSIVE[form]
    return stem + _DETERMINER[form] if stem in _DETERMINERS else article


def _adjective(word: Word, phrase: _Phrase) -> str:
    """An adjective with the ending that its article and the noun ask for; *Hamburger* and *drei* have none."""
    stem, ending = _split(word.text)
    if not ending or _is_of_place(word) or (word.upos == "NUM" and not word.has("NumType=Ord")):
        return word.text
    return stem + _adjective_ending(phrase)


def _adjective_ending(phrase: _Phrase) -> str:
    article = phrase.article
    stem = _split(article.form)[0]
    if not phrase.shows_case or (stem in _STRONG_PLURAL and phrase.form == "p"):
        return _DETERMINER[phrase.form]
    return _MIXED[phrase.form] if stem in _POSSESSIVES else _WEAK[phrase.form]


def _is_of_place(word: Word) -> bool:
    """*Hamburger*: an adjective with a capital letter that is no other one's form."""
    capital = word.text[:1].isupper() and word.text.endswith("er")
    known = GERMAN.countries.of_adjective(word.text) is not None or word.lemma.islower()
    return capital and not (known and word.form.startswith(word.lemma.lower()) and word.form != word.lemma.lower())


def _noun(word: Word, phrase: _Phrase) -> str:
    if _is_adjectival(word.text):
        return _split(word.text)[0] + _adjective_ending(phrase)
    if phrase.form == "p":
        feminine = phrase.gender == "f" and not word.text.endswith(_NISSEN)
        return word.text if feminine else _plural(word, is_dative=phrase.is_dative and bool(phrase.gender))
    return _singular(word, phrase)


def _is_adjectival(noun: str) -> bool:
    """*dem Beamten*, *einen 28-Jährigen*."""
    stem, ending = _split(noun)
    return bool(ending) and (is_age(f"{stem}e") or f"{stem}e" in _ADJECTIVAL)


def _plural(word: Word, *, is_dative: bool) -> str:
    """*Kritikern* → *Kritiker*, *Berichten* → *Berichte*, *Ämtern* → *Ämter*; not *Experten*, *Angaben*."""
    text, lemma = word.text, word.lemma
    if not text.endswith("n") or lemma.lower() in WORDS.weak_nouns:
        return text
    if text.endswith(_NISSEN):
        return text[:-1]
    if text.endswith(("ern", "eln")):
        return text[:-1] if text != lemma else text
    bare = lemma.translate(_UMLAUTS).lower()
    strong = is_dative and text.translate(_UMLAUTS).lower() == f"{bare}en" and not bare.endswith(_WEAK_NOUNS)
    return text[:-1] if strong else text


def _lemma(word: Word) -> str:
    """The lemma, or what the list has where the lemmatiser leaves the form as it is: *einem Diplomaten*."""
    entry = GERMAN.lexicon.nouns.person(word) if word.lemma == word.text else None
    stems = (word.text.removesuffix(ending) for ending in ("en", "n", "ns"))
    return next((stem for stem in stems if entry and stem.lower().endswith(entry.lemma.lower())), word.lemma)


def _singular(word: Word, phrase: _Phrase) -> str:
    text, lemma, article = word.text, _lemma(word), phrase.article.form
    added = text.removeprefix(lemma) if text.startswith(lemma) else ""
    if added in {"s", "es"} and phrase.form != "f":
        return lemma
    oblique = article.endswith(("m", "n", "s")) and article not in {"das", "ein"}
    if added in {"n", "en", "ns"} and oblique:
        return lemma
    genitive = article.endswith("s") and article != "das" and text.endswith("s") and phrase.form != "f"
    return _without_genitive(text) if genitive else text


def _without_genitive(noun: str) -> str:
    """*Kreuzes* → *Kreuz*, *Berichts* → *Bericht*, *Gebäudes* → *Gebäude*."""
    collective = noun.startswith("Ge") and noun.endswith(("des", "ges", "bes"))
    return noun.removesuffix("s") if collective or not noun.endswith("es") else noun.removesuffix("es")


def _split(form: str) -> tuple[str, str]:
    """A form without its ending, and that ending; *ein*, *kein*, *ihr* have none."""
    if form in _POSSESSIVES:
        return form, ""
    ending = next((each for each in _ENDINGS if form.endswith(each) and len(form) > len(each) + 1), "")
    return form.removesuffix(ending), ending


def _like(word: Word, text: str) -> str:
    """With a capital letter where the word has one."""
    return text[:1].upper() + text[1:] if word.text[:1].isupper() else text
