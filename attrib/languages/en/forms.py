"""What word lists cannot say of English: how nouns and verbs are inflected and numbers are written."""

from functools import lru_cache

from text_to_num import text2num

FIGURE = r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?"
"""A number in figures: *1,200*, *3.5*, *17*."""

_PLURALS = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "children": "child",
    "police": "police",
    "media": "media",
    "news": "news",
    "wives": "wife",
    "thieves": "thief",
    "lives": "life",
    "data": "data",
}
"""Of these, and of what ends in them (*policemen*), the singular has no rule, or is the same."""
_HISSING = ("ss", "sh", "ch", "x", "z")
_NO_PLURALS = ("ss", "us", "is")
_PAST = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "think": ("thought", "thought"),
    "find": ("found", "found"),
    "swear": ("swore", "sworn"),
    "hear": ("heard", "heard"),
    "show": ("showed", "shown"),
    "read": ("read", "read"),
    "know": ("knew", "known"),
    "see": ("saw", "seen"),
    "give": ("gave", "given"),
    "make": ("made", "made"),
    "have": ("had", "had"),
    "be": ("was", "been"),
    "put": ("put", "put"),
    "take": ("took", "taken"),
    "keep": ("kept", "kept"),
    "understand": ("understood", "understood"),
    "go": ("went", "gone"),
    "leave": ("left", "left"),
    "lay": ("laid", "laid"),
    "pay": ("paid", "paid"),
    "come": ("came", "come"),
    "bring": ("brought", "brought"),
    "broadcast": ("broadcast", "broadcast"),
    "forecast": ("forecast", "forecast"),
    "cast": ("cast", "cast"),
    "hit": ("hit", "hit"),
    "set": ("set", "set"),
    "beg": ("begged", "begged"),
    "admit": ("admitted", "admitted"),
    "refer": ("referred", "referred"),
    "rebut": ("rebutted", "rebutted"),
    "brag": ("bragged", "bragged"),
    "tip": ("tipped", "tipped"),
    "quip": ("quipped", "quipped"),
    "slam": ("slammed", "slammed"),
    "drop": ("dropped", "dropped"),
    "plead": ("pleaded", "pleaded"),
    "learn": ("learned", "learnt"),
    "signal": ("signalled", "signaled"),
    "label": ("labelled", "labeled"),
    "dub": ("dubbed", "dubbed"),
    "overrule": ("overruled", "overruled"),
    "extol": ("extolled", "extolled"),
    "infer": ("inferred", "inferred"),
    "regret": ("regretted", "regretted"),
    "shrug": ("shrugged", "shrugged"),
    "snap": ("snapped", "snapped"),
    "sob": ("sobbed", "sobbed"),
    "submit": ("submitted", "submitted"),
    "sum": ("summed", "summed"),
    "stir": ("stirred", "stirred"),
    "nod": ("nodded", "nodded"),
    "grin": ("grinned", "grinned"),
    "chat": ("chatted", "chatted"),
    "spot": ("spotted", "spotted"),
    "permit": ("permitted", "permitted"),
    "commit": ("committed", "committed"),
    "bar": ("barred", "barred"),
    "ban": ("banned", "banned"),
    "scrap": ("scrapped", "scrapped"),
    "uphold": ("upheld", "upheld"),
    "break": ("broke", "broken"),
    "draw": ("drew", "drawn"),
    "get": ("got", "got"),
    "shoot": ("shot", "shot"),
    "strike": ("struck", "struck"),
    "throw": ("threw", "thrown"),
    "foresee": ("foresaw", "foreseen"),
    "bet": ("bet", "bet"),
    "let": ("let", "let"),
    "hold": ("held", "held"),
    "mean": ("meant", "meant"),
    "shed": ("shed", "shed"),
    "feel": ("felt", "felt"),
    "teach": ("taught", "taught"),
}
"""Past tense and participle of verbs that do not just take *-ed*."""
_VOWELS = "aeiou"


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def participle(lemma: str, particle: str | None) -> str:
    """The past participle of a verb: *deny → denied, write → written*."""
    return _PAST.get(lemma, ("", _regular(lemma)))[1]


def preterites(lemma: str, particle: str | None) -> tuple[str, ...]:
    """The past forms of a verb, where the lemmatiser leaves them as they are: *say → said, deny → denied*."""
    return tuple(dict.fromkeys(_PAST.get(lemma, (_regular(lemma),))))


def is_infinitive_form(lemma: str) -> bool:
    """Whether a lemma is no past form that was left as it stands."""
    return not lemma.endswith("ed") or lemma in {"need", "heed", "proceed", "succeed", "plead", "exceed", "feed"}


def noun_stems(noun: str) -> tuple[str, ...]:
    """A lower-cased noun, and what may be its singular: *policemen → policeman, agencies → agency*."""
    return tuple(dict.fromkeys((noun, singular(noun))))


@lru_cache(maxsize=65_536)
def singular(noun: str) -> str:
    """The singular of a noun in any case, as far as its ending shows it; the noun itself if it is none."""
    lower = noun.lower()
    for plural, single in _PLURALS.items():
        if lower.endswith(plural):
            return noun[: len(noun) - len(plural)] + single
    if lower.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if lower.endswith("es") and lower[:-2].endswith(_HISSING):
        return noun[:-2]
    plain = not lower.endswith("s") or lower.endswith(_NO_PLURALS) or len(noun) < 4
    return noun if plain else noun[:-1]


def noun_forms(noun: str) -> tuple[str, ...]:
    """A lower-cased noun, and what may be its singular."""
    return noun_stems(noun)


def bare_noun(noun: str) -> str:
    """The noun in the singular."""
    return singular(noun)


def stem(word: str) -> str:
    """A word without its plural and without a possessive: *agencies → agency, Putin's → Putin*."""
    plain = without_genitive(word)
    return plain.rstrip(".") if plain.isupper() else singular(plain)


def without_genitive(form: str) -> str:
    """*Moscow's → Moscow, the brothers' → the brothers*."""
    for ending in ("'s", "’s", "'", "’"):
        if form.endswith(ending):
            return form.removesuffix(ending)
    return form


_DERIVED = (
    "ations",
    "ation",
    "itions",
    "ition",
    "ments",
    "ment",
    "ions",
    "ion",
    "als",
    "al",
    "ings",
    "ing",
    "ed",
    "es",
)
_SHORTEST_STEM = 4


def event_stem(lemma: str) -> str:
    """What a verb and the noun made from it share: *arrive, arrival → arriv; explode, explosion* share none."""
    lower = lemma.lower()
    for ending in _DERIVED:
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST_STEM:
            return lower.removesuffix(ending)
    return lower.removesuffix("e") if len(lower) > _SHORTEST_STEM else lower


def adjective_stems(form: str) -> tuple[str, ...]:
    """A lower-cased adjective as it is, and without the ending of a participle or a degree: *named → nam*."""
    endings = (ending for ending in ("ed", "ing", "est") if form.endswith(ending) and len(form) > _SHORTEST_STEM)
    return (form, *(form.removesuffix(ending) for ending in endings))


def figure_value(text: str) -> float:
    """What a number in figures says: commas part thousands."""
    return float(text.replace(",", ""))


@lru_cache(maxsize=16_384)
def number_word(text: str) -> float | None:
    """What a lower-cased word for a number says: *twelve*, *twenty-one*; None for other words."""
    try:
        return float(text2num(text, "en"))
    except ValueError:
        return None
