"""What word lists cannot say of German: how forms are made and numbers are written."""

import re
from functools import lru_cache

from text_to_num import text2num

CONTRACTIONS = {
    "zum": ("zu", "dem"),
    "zur": ("zu", "der"),
    "im": ("in", "dem"),
    "ins": ("in", "das"),
    "am": ("an", "dem"),
    "ans": ("an", "das"),
    "vom": ("von", "dem"),
    "beim": ("bei", "dem"),
    "aufs": ("auf", "das"),
    "fürs": ("für", "das"),
}
"""Written as one, parsed as two."""

_STRONG_PARTICIPLES = {
    "bitten": "gebeten",
    "erbitten": "erbeten",
    "gestehen": "gestanden",
    "schwören": "geschworen",
    "tun": "getan",
}
"""Participles whose verb a small tagger does not find."""

_UNSTRESSED = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "wider", "hinter")


def participle(lemma: str, particle: str | None) -> str:
    """The regular past participle of an infinitive: *andeuten → angedeutet*, *berichten → berichtet*.

    Other irregular verbs get a form that does not exist, which does no harm: nothing in a text will match it.
    """
    base = lemma.removeprefix(particle or "")
    if base in _STRONG_PARTICIPLES:
        return f"{particle or ''}{_STRONG_PARTICIPLES[base]}"
    stem = (
        base.removesuffix("n").removesuffix("e") if not base.endswith("ern") and not base.endswith("eln") else base[:-1]
    )
    ending = "et" if stem.endswith(("t", "d")) else "t"
    prefix = "" if base.endswith("ieren") or base.startswith(_UNSTRESSED) else "ge"
    return f"{particle or ''}{prefix}{stem}{ending}"


_STRONG = {
    "entschließen": ("entschloss", "entschlossen"),
    "gestehen": ("gestand", "gestanden"),
    "schwören": ("schwor", "schworen"),
    "stehen": ("stand", "standen"),
}
"""Past forms that a small tagger leaves as they are."""


def preterites(lemma: str, particle: str | None) -> tuple[str, ...]:
    """The past forms of an infinitive without its particle: *fassen → fasste, fassten*."""
    base = lemma.removeprefix(particle or "")
    stem = base[:-1] if base.endswith(("ern", "eln")) else base.removesuffix("n").removesuffix("e")
    ending = "ete" if stem.endswith(("t", "d")) else "te"
    return (*_STRONG.get(base, ()), f"{stem}{ending}", f"{stem}{ending}n")


def preposition_of(adverb: str) -> str:
    """The preposition in a pronominal adverb: *darüber → über, davon → von*."""
    return adverb.removeprefix("dar") if adverb.startswith("dar") else adverb.removeprefix("da")


def expanded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as the parser gives them: *zum Ausdruck* → *zu dem Ausdruck*."""
    return tuple(part for word in words for part in CONTRACTIONS.get(word, (word,)))


FIGURE = r"\d{1,3}(?:[.\u00a0\u202f \u2019']\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"
"""A number in figures: *1.100*, *11 000*, *3,5*."""

_HALVES = {"anderthalb": 1.5, "eineinhalb": 1.5}


def figure_value(text: str) -> float:
    """What a number in figures says: points and blanks part thousands, the comma parts decimals."""
    whole, _, decimals = text.partition(",")
    return float("".join(char for char in whole if char.isdecimal()) + (f".{decimals}" if decimals else ""))


@lru_cache(maxsize=16_384)
def number_word(text: str) -> float | None:
    """What a word for a number says (*zwölftausend*, *dreieinhalb*), None for other words."""
    if text in _HALVES:
        return _HALVES[text]
    whole = text.removesuffix("einhalb")
    try:
        return float(text2num(whole, "de")) + (0.5 if whole != text else 0)
    except ValueError:
        return 1.0 if text in {"eine", "einer", "einem", "einen"} else None


def event_stem(lemma: str) -> str:
    """What a verb and the noun made from it share: *zerstören, Zerstörung → zerstör*; *verwechseln, Verwechslung →
    verwechsl*."""
    word = lemma.lower()
    for ending in ("ierung", "ung", "ieren", "en", "n"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            return f"{stem[:-2]}l" if stem.endswith("el") else stem
    return word


def is_infinitive_form(lemma: str) -> bool:
    """*sagen, wandern*: a verb's lemma ends so."""
    return lemma.endswith("n")


_NOUN_ENDINGS = ("", "e", "en", "n", "s", "in", "innen")


def noun_stems(noun: str) -> tuple[str, ...]:
    """The noun as it is, and without an ending of plural or dative: *beweisen → beweis, beweise*."""
    return tuple(noun.removesuffix(ending) for ending in _NOUN_ENDINGS if noun.endswith(ending))


def is_dative_plural(noun: str, lemma: str) -> bool:
    """*Reportern*: -n behind a noun whose plural has no ending."""
    return lemma.endswith(("er", "el")) and noun == f"{lemma}n"


def begins_with_plural(compound: str, noun: str) -> bool:
    """*Behörden | angaben*, not *Polizei | angaben*."""
    return noun.endswith("e") and compound.startswith(f"{noun}n")


_ADJECTIVE_ENDINGS = ("", "en", "er", "es", "em", "e")


def adjective_stems(form: str) -> tuple[str, ...]:
    """The adjective as it is, and without its ending: *möglichen → möglich*."""
    return tuple(form.removesuffix(ending) for ending in _ADJECTIVE_ENDINGS if form.endswith(ending))


_NEGATED = re.compile(
    r"un(?!abhängig|aufhörlich|bedingt|entgeltlich|entwegt|ermüdlich|gar|gefähr|geheuer|heimlich|i|längst|mittelbar|ter"
    r"|umwunden|verblümt|verhofft|versehens|verzüglich|weigerlich|weit)\w{3,}"
)


def is_negated_adjective(form: str) -> bool:
    """*unerheblich, unschuldig*: made from its opposite; not *unterschiedlich, ungarisch, unmittelbar, unabhängig*."""
    return _NEGATED.fullmatch(form) is not None
