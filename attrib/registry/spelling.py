"""Whether two spellings are one name: *Lawrow, Lavrov, Лавров*; *Kim Jong-un, Kim Jong Un, 김정은*.

A name has one or more keys; spellings of one name share a key. There are three kinds of keys:

    p:   the letters, without marks and with umlauts written out; all that counts for names at home in Latin script
    s:   what is left of a Slavic name in any transliteration, read once as English and once as German spells it
    k:   the same for Korean names: the family name, and the given name in one word

Which of them holds for a registered name depends on its country (`script_of`); words of a text have all of them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

Script = Literal["latin", "slavic", "korean"]

_SLAVIC = frozenset({"RU", "UA", "BY", "BG", "RS", "MK", "ME", "KZ", "KG", "TJ", "UZ", "TM"})
_KOREAN = frozenset({"KR", "KP"})

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "ł": "l", "đ": "d"}
)
_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ś": "s", "ć": "ch", "ŝ": "sh", "ŭ": "u", "ŏ": "o", "ł": "l"})
_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгґдезийклмнопрстуфхцыэ",
            [*"abvggdeziyklmnoprstuf", "kh", "ts", *"ye"],
            strict=True,
        )
    )
    | {"ё": "yo", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
    | {"і": "i", "ї": "yi", "є": "ye", "ў": "v", "'": "", "ʼ": "", "’": ""}
)
_SOUNDS = (
    (re.compile("schtsch|shch|sshch|szcz|stsch"), "7"),
    (re.compile("d?tsch|tch|cz"), "4"),
    (re.compile("dsch|dzh|dj"), "6"),
    (re.compile("sch|sh|zh|sz"), "5"),
)
"""Sounds that several letters stand for; the digits are no letters of a name. *Zhukov* and *Schukow* are alike."""
_ENGLISH = (
    (re.compile("kh"), "h"),
    (re.compile("ch"), "4"),
    (re.compile("t[sz]|c(?![hk])"), "2"),
    (re.compile("z"), "s"),
)
_GERMAN = ((re.compile("kh|ch"), "h"), (re.compile("t[sz]|z|c(?![hk])"), "2"))
_ALIKE = (
    (re.compile("ff\\b"), "v"),
    (re.compile("w"), "v"),
    (re.compile("ou"), "u"),
    (re.compile("ks"), "x"),
    (re.compile("[iyj]+"), "i"),
    (re.compile("i[eo]"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_HANGUL_FIRST = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_HANGUL_VOWEL = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_HANGUL_LAST = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_KOREAN_FAMILY = {"lee": "i", "yi": "i", "rhee": "i", "ri": "i", "li": "i", "park": "pak", "choi": "choe", "roh": "no"}
_KOREAN_SOUNDS = (
    (re.compile("ch|jj|j"), "c"),
    (re.compile("kk|g"), "k"),
    (re.compile("tt|d"), "t"),
    (re.compile("pp|b"), "p"),
    (re.compile("r"), "l"),
    (re.compile("oo|eu"), "u"),
    (re.compile("ee"), "i"),
    (re.compile("yeo|you"), "yo"),
    (re.compile("eo"), "o"),
    (re.compile("ae"), "e"),
    (re.compile("oi"), "oe"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SLAVIC_ENDING = re.compile(
    r"(?:[oe]v|[oe]va|ski|sk[ai]|nko|i[4h]|4uk|iuk|iak|[hm]ir|mir|mal|hal|gu|eba|lo|[bdgklmnrstv]ei|[rtknl]i|[25hk]in)$"
)
_KOREAN_FAMILIES = frozenset(
    [
        "kim",
        "lee",
        "yi",
        "rhee",
        "ri",
        "park",
        "pak",
        "choi",
        "choe",
        "jung",
        "jeong",
        "chung",
        "chong",
        "kang",
        "cho",
        "jo",
        "yoon",
        "yun",
        "yoo",
        "yu",
        "jang",
        "chang",
        "im",
        "lim",
        "rim",
        "han",
        "oh",
        "o",
        "seo",
        "suh",
        "so",
        "shin",
        "sin",
        "kwon",
        "gwon",
        "hwang",
        "ahn",
        "an",
        "song",
        "hong",
        "jeon",
        "jun",
        "chun",
        "ko",
        "go",
        "koh",
        "moon",
        "mun",
        "yang",
        "bae",
        "paik",
        "baek",
        "paek",
        "hur",
        "heo",
        "ho",
        "nam",
        "sim",
        "shim",
        "roh",
        "noh",
        "no",
        "ha",
        "joo",
        "ju",
        "chu",
        "koo",
        "ku",
        "goo",
        "min",
        "ryu",
        "won",
        "na",
        "ra",
        "ji",
        "woo",
        "u",
        "ban",
        "hyun",
        "hyon",
    ]
)
_INITIAL = re.compile(r"\w\.")
_SEPARATORS = re.compile(r"[\s-]+")


def script_of(country: str | None) -> Script:
    """How names of people of a country are compared."""
    if country in _SLAVIC:
        return "slavic"
    return "korean" if country in _KOREAN else "latin"


def name_keys(name: str, *, script: Script | None = None) -> frozenset[str]:
    """The keys of a full name or of a part of one; of a script, or of all."""
    parts = [part for part in name.split() if not _INITIAL.fullmatch(part)] or name.split()
    return frozenset(_keys(parts, script))


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings may be of one name, where nothing but the spellings is known.

    *Zander* is not *Sander*: what only a transliteration makes alike counts for names that look like Slavic or Korean
    ones.
    """
    scripts: list[Script] = ["latin"]
    scripts += ["slavic"] if _looks_slavic(one) or _looks_slavic(other) else []
    scripts += ["korean"] if _looks_korean(one) and _looks_korean(other) else []
    return any(not name_keys(one, script=each).isdisjoint(name_keys(other, script=each)) for each in scripts)


def _looks_slavic(name: str) -> bool:
    """Cyrillic letters, or a part that ends as Slavic names do."""
    if _CYRILLIC_LETTER.search(name):
        return True
    return any(_SLAVIC_ENDING.search(_sound(part, german=True)) for part in name.split())


def _looks_korean(name: str) -> bool:
    """Hangul, or a Korean family name before one or two syllables more."""
    family, *given = name.split()
    return bool(_HANGUL.search(name)) or (family.lower() in _KOREAN_FAMILIES and len(given) in {1, 2})


def _keys(parts: Sequence[str], script: Script | None) -> Iterator[str]:
    if script in {None, "latin"}:
        yield f"p:{' '.join(map(_plain, parts))}"
    if script in {None, "slavic"}:
        yield f"s:{' '.join(_sound(part, german=False) for part in parts)}"
        yield f"s:{' '.join(_sound(part, german=True) for part in parts)}"
    if script in {None, "korean"}:
        family, *given = [part for word in map(_of_hangul, parts) for part in word.split()]
        together = "".join(_SEPARATORS.sub("", part) for part in given)
        yield f"k:{_korean(_KOREAN_FAMILY.get(family.lower(), family))} {_korean(together)}".rstrip()


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    return _without_marks(word.lower().translate(_UMLAUTS))


def _without_marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("’", "'")


@lru_cache(maxsize=65_536)
def _sound(word: str, *, german: bool) -> str:
    """A Slavic name as it sounds, as far as every transliteration tells it."""
    composed = unicodedata.normalize("NFC", word.lower()).translate(_CYRILLIC).translate(_CARONS)
    sound = re.sub(r"[^\w-]", "", _without_marks(composed))
    for pattern, letter in (*_SOUNDS, *(_GERMAN if german else _ENGLISH), *_ALIKE):
        sound = pattern.sub(letter, sound)
    return sound


@lru_cache(maxsize=65_536)
def _korean(word: str) -> str:
    sound = re.sub(r"[^\w]", "", _without_marks(word.lower().translate(_CARONS)))
    for pattern, letter in _KOREAN_SOUNDS:
        sound = pattern.sub(letter, sound)
    return sound


def _of_hangul(word: str) -> str:
    """Hangul in Latin letters, the first syllable as the family name; other words as they are."""
    syllables = [_syllable(letter) for letter in unicodedata.normalize("NFC", word) if "가" <= letter <= "힣"]
    if len(syllables) < len(word) or not syllables:
        return word
    return f"{syllables[0]} {''.join(syllables[1:])}".strip()


def _syllable(letter: str) -> str:
    code = ord(letter) - ord("가")
    first, vowel, last = code // 588, code % 588 // 28, code % 28
    return _HANGUL_FIRST[first] + _HANGUL_VOWEL[vowel] + _HANGUL_LAST[last]
