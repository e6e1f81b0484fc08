"""Whether two spellings are one name: *Lawrow, Lavrov, Лавров*; *Kim Jong-un, Kim Jong Un, 김정은*.

A name has one or more keys; spellings of one name share a key. There are three kinds of keys:

    p:   the letters, without marks and with umlauts written out; all that counts for names at home in Latin script
    s:   what is left of a Slavic name in any transliteration, read once as English and once as German spells it
    k:   the same for Korean names: the family name, and the given name in one word

Which of them holds for a registered name depends on its country (`script_of`); words of a text have all of them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from attrib.registry.chinese import alike_in_wade_giles, in_pinyin, is_wade_giles
from attrib.text.kebab import UMLAUTS

Script = Literal["latin", "slavic", "korean"]

_SLAVIC = frozenset({"RU", "UA", "BY", "BG", "RS", "MK", "ME", "KZ", "KG", "TJ", "UZ", "TM"})
_KOREAN = frozenset({"KR", "KP"})

_LETTERS = str.maketrans({**UMLAUTS, "æ": "ae", "ø": "oe", "å": "aa", "ł": "l", "đ": "d"})
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
_GREEK = str.maketrans(
    dict(zip("αβγδεζηικλμνξοπρσςτυφωάέήίόύώϊ", "avgdeziiklmnxoprsstifoaeiioioi", strict=True))
    | {"θ": "th", "χ": "ch", "ψ": "ps"}
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
    (re.compile("(?<=[4567])o"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_HANGUL_FIRST = str.split("g|kk|n|d|tt|r|m|b|pp|s|ss||j|jj|ch|k|t|p|h", "|")
_HANGUL_VOWEL = str.split("a|ae|ya|yae|eo|e|yeo|ye|o|wa|wae|oe|yo|u|wo|we|wi|yu|eu|ui|i", "|")
_HANGUL_LAST = str.split("|k|k|k|n|n|n|t|l|k|m|l|l|l|p|l|m|p|p|t|t|ng|t|t|k|t|p|t", "|")
_KOREAN_FAMILY = {"lee": "i", "yi": "i", "rhee": "i", "ri": "i", "li": "i", "park": "pak", "choi": "choe", "roh": "no"}
_KOREAN_SOUNDS = (
    (re.compile("ch|jj|j"), "c"),
    (re.compile("kk|g"), "k"),
    (re.compile("tt|d"), "t"),
    (re.compile("pp|b"), "p"),
    (re.compile("r"), "l"),
    (re.compile("oo|eu"), "u"),
    (re.compile("eo"), "o"),
    (re.compile("ee"), "i"),
    (re.compile("you"), "yo"),
    (re.compile("u"), "o"),
    (re.compile("ae"), "e"),
    (re.compile("oi"), "oe"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_OTHER_LETTERS = re.compile("[\u0370-\u04ff]")
"""Greek and Cyrillic."""
_GERMAN_LETTERS = re.compile(rf"[{''.join(UMLAUTS)}]|[td]t\b|ck", re.IGNORECASE)
"""What transliterations do not write."""
_TELLING = frozenset("chjkowy")
"""Letters by which German and English transliterations differ, aside from *s* and *z*."""
_ARTICLE = re.compile(r"\b[ae]l[ -]|\b[ae](?:[rntz]|sh?|dh?)-|(?<=\babd)[aeu]l\b", re.IGNORECASE)
"""The Arabic article, also as it sounds before *s, r, n, …*, and inside of a name: *as-Sisi, Abdel Fattah*."""
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SLAVIC_ENDING = re.compile(
    r"(?:[oe]v|[oe]va|ski|sk[ai]|nko|i[4h]|4uk|iuk|iak|[hm]ir|mir|mal|hal|gu|eba|lo|[bdgklmnrstv]ei|[rtknl]i|[25hk]in)$"
)
_KOREAN_FAMILIES = frozenset(
    str.split(
        """
        kim lee yi rhee ri park pak choi choe jung jeong chung chong kang cho jo yoon yun yoo yu jang chang im
        lim rim han oh o seo suh so shin sin kwon gwon hwang ahn an song hong jeon jun chun ko go koh moon mun
        yang bae paik baek paek hur heo ho nam sim shim roh noh no ha joo ju chu koo ku goo min ryu won na ra ji
        woo u ban hyun hyon
        """
    )
)
_DASH = re.compile(r"\s*[/–-]\s*")
_ABBREVIATION = re.compile(r"[^\W\d_A-Z][-‐][A-Z]{2,5}$")
_SHORT_FORM = 3
"""Letters of a legal form that is one in capitals only: *Airbus SE*, not *Anna Se*."""
_INITIAL = re.compile(r"\w\.")
_SEPARATORS = re.compile(r"[\s-]+")


def script_of(country: str | None) -> Script:
    """How names of people of a country are compared."""
    if country in _SLAVIC:
        return "slavic"
    return "korean" if country in _KOREAN else "latin"


def name_keys(name: str, *, script: Script | None = None) -> frozenset[str]:
    """The keys of a full name or of a part of one; of a script, or of all."""
    words = in_pinyin(name).split()
    parts = [part for part in words if not _INITIAL.fullmatch(part)] or words
    return frozenset(_keys(parts, script))


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings may be of one name, of a person or an organisation, where nothing else is known.

    *Zander* is not *Sander*: what only a transliteration makes alike counts for full names and for those that look like
    Slavic ones. Legal forms (*AG*, *Ltd.*) are no part of a name, initials are unless one spelling has none.
    """
    first, second = _initials(one), _initials(other)
    if first and second and first != second:
        return False
    names = in_pinyin(one), in_pinyin(other)
    if any(map(is_wade_giles, names)) and len(set(map(alike_in_wade_giles, names))) == 1:
        return True
    pair = _spelled(_as_short(names[0], names[1])), _spelled(_as_short(names[1], names[0]))
    scripts: list[Script] = ["latin"]
    scripts += ["slavic"] if _are_transliterated(*pair) else []
    scripts += ["korean"] if all(map(_looks_korean, pair)) else []
    return any(not name_keys(pair[0], script=each).isdisjoint(name_keys(pair[1], script=each)) for each in scripts)


def is_organisation(name: str) -> bool:
    """Whether the name itself says that it is no person's: a legal form behind it, *&*, an abbreviation.

    *Brandt & Söhne*, *Lindner Bau GmbH*, *Landes-SPD*; capitals alone say nothing, for some write family names so.
    """
    plain = " ".join(name.split())
    form = next((form for form in legal_forms() if plain.lower().endswith(f" {form}")), "")
    has_form = len(form) > _SHORT_FORM or (form != "" and plain[-len(form) :].isupper())
    return has_form or "&" in plain or _ABBREVIATION.search(plain) is not None


def _spelled(name: str) -> str:
    """The name without legal form and hyphens."""
    plain = " ".join(_DASH.sub(" ", _ARTICLE.sub("", name)).split())
    lower = plain.lower()
    form = next((form for form in legal_forms() if lower.endswith(f" {form}")), "")
    return plain[: len(plain) - len(form)].strip(" ,&") if form else plain


@cache
def legal_forms() -> tuple[str, ...]:
    """*gmbh*, *ltd.*: forms of companies in small letters, the longest first."""
    listed = (resources.files("attrib.registry") / "legal_forms.txt").read_text(encoding="utf-8").splitlines()
    return tuple(sorted(filter(None, listed), key=lambda form: (-len(form), form)))


def _as_short(name: str, other: str) -> str:
    """The name without what is only an initial of the other one: *George Walker Bush* beside *George W. Bush*."""
    words, others = name.split(), other.split()
    if len(words) != len(others):
        return name
    pairs = zip(words, others, strict=True)
    return " ".join(word for word, each in pairs if not (_INITIAL.fullmatch(each) and word[0] == each[0]))


def _initials(name: str) -> tuple[str, ...]:
    return tuple(part for part in name.split() if _INITIAL.fullmatch(part))


def _are_transliterated(one: str, other: str) -> bool:
    """Other letters, endings of Slavic names, or full names of which one has letters by which transliterations differ:
    *Netanjahu* and *Netanyahu*, not *Hans Zander* and *Hans Sander*."""
    parts = [part for name in (one, other) for part in name.split()]
    if _OTHER_LETTERS.search(one + other) or any(_SLAVIC_ENDING.search(_sound(part, german=True)) for part in parts):
        return True
    first, second = Counter(one.lower()), Counter(other.lower())
    differ = any(first[letter] != second[letter] for letter in _TELLING)
    return " " in one and " " in other and differ and not _GERMAN_LETTERS.search(f"{one} {other}")


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
    return _without_marks(word.lower().translate(_LETTERS))


def _without_marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("’", "'")


@lru_cache(maxsize=65_536)
def _sound(word: str, *, german: bool) -> str:
    """A Slavic name as it sounds, as far as every transliteration tells it."""
    composed = unicodedata.normalize("NFC", word.lower()).translate(_CYRILLIC).translate(_GREEK).translate(_CARONS)
    sound = re.sub(r"[^\w-]", "", _without_marks(composed))
    for pattern, letter in (*_SOUNDS, *(_GERMAN if german else _ENGLISH), *_ALIKE):
        sound = pattern.sub(letter, sound)
    return _ONE_GIVEN_NAME.get(sound, sound)


_ONE_GIVEN_NAME = {
    spelled: forms.split()[0]
    for forms in (
        "alexandr olexandr olexander aliaxandr alexander",
        "alexei olexi aliaxei",
        "andrei andrii",
        "dmitri dmitro",
        "evgeni evhen evheni",
        "elena olena",
        "igor ihor",
        "kiril kirilo",
        "mihail mihailo mi4ailo mi4ail",
        "nikolai mikola mikalai",
        "oleg oleh aleh",
        "pavel pavlo",
        "petr petro",
        "sergei serhi serhii",
        "svetlana svitlana sviatlana",
        "vasili vasil",
        "vladimir volodimir uladzimir",
    )
    for spelled in forms.split()
}
"""Given names that are one in Russian, Ukrainian and Belarusian, as they sound."""


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
