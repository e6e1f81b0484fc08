"""How a full stop is read: does it belong to the word before it, and does a sentence end there?"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from attrib.parse.full_stops import FullStops
from attrib.parse.stop import DOTTED, GOES_ON, OPENS, Following, Stop
from attrib.text.entries import AbbreviationKind

INITIAL = re.compile(r"[^\W\d_]|[^\W\d_AEIOUa-z]h|St|Sch|Wm")
FIGURES = re.compile(r"\d+(?:\.\d+)?")
ROMAN = re.compile(r"[IVX]+")
LONGEST_ABBREVIATION = 8
"""Letters; longer ones are listed, or the beginning of a longer word."""
LONGEST_ORDINAL = 3
SHORTEST_PART = 4
"""Letters of the last word in the first part of a compound."""
VOWELS = frozenset("aeiouyæøœıə")


@dataclass(frozen=True, slots=True)
class Reading:
    """Whether the full stop belongs to the word before it, and whether a sentence ends there; None: undecided."""

    kept: bool | None = None
    ends: bool | None = None


UNDECIDED = Reading()


_BEFORE_NAMES: dict[Following, bool] = {
    **dict.fromkeys(("figure", "opener", "capital", "other"), False),
    "strict_opener": True,
}
ENDS: dict[AbbreviationKind, dict[Following, bool]] = {
    "title": _BEFORE_NAMES,
    "first_name": _BEFORE_NAMES,
    "number": {"figure": False, "strict_opener": True, "opener": True, "capital": False, "other": False},
    "word": {"figure": False, "strict_opener": False, "opener": False, "capital": False, "other": False},
    "noun": {"figure": False, "strict_opener": True, "opener": True, "capital": False},
    "either": {"strict_opener": True, "opener": True},
    "final": {"strict_opener": True, "opener": True, "capital": True},
}
"""Whether a sentence ends behind an abbreviation of a kind, by what follows; in lower case it always goes on."""


def read(stop: Stop, stops: FullStops) -> Reading:
    """How a full stop is to be read; the first rule that says anything decides."""
    return next((reading for rule in RULES if (reading := rule(stop, stops)) is not None), UNDECIDED)


def _joined(stop: Stop, stops: FullStops) -> Reading | None:
    """*Dipl.-Ing.*, *5.–7. Mai*: nothing ends before a hyphen."""
    if stop.following != "hyphen":
        return None
    return Reading(True if stop.word.isalpha() else None, False)


def _listed(stop: Stop, stops: FullStops) -> Reading | None:
    """*Prof.*, *z. B.*, *Hauptstr.*: a listed abbreviation, unless the word is whole and what follows does not fit."""
    kind = _kind(stop, stops)
    if kind is None or (stop.run == stop.word and _is_homograph(stop, kind, stops)):
        return None
    if stop.following in GOES_ON:
        return Reading(True, False)
    is_open = kind != "word" and stop.word in stops.whole and stop.following in OPENS | {"nothing"}
    return Reading(None if is_open else True, ENDS[kind].get(stop.following))


def _kind(stop: Stop, stops: FullStops) -> AbbreviationKind | None:
    parts = stop.run.split(".")
    keys = (".".join(parts[first:]) for first in range(len(parts)))
    listed = next((stops.kinds[key] for key in keys if key in stops.kinds), None)
    return listed or _compound_kind(stop.word, stops)


def _compound_kind(word: str, stops: FullStops) -> AbbreviationKind | None:
    """*Hauptstr*, *Kreisbrandm*: a listed abbreviation behind a word."""
    if word in stops.whole or not word.isalpha():
        return None
    return next((stops.endings[word[place:]] for place in _joints(word, stops)), None)


def _joints(word: str, stops: FullStops) -> Iterator[int]:
    return (
        place for place in range(3, len(word) - 1) if word[place:] in stops.endings and _is_head(word[:place], stops)
    )


def _is_head(head: str, stops: FullStops) -> bool:
    """Whether the first part of a compound is a word or ends in one, a joining letter left out: *Haupt, Oberstaats*."""
    for text in (head, head[:-1]):
        parts = (text[place:] for place in range(1, len(text) - SHORTEST_PART + 1))
        if text in stops.whole or any(part in stops.whole or part.capitalize() in stops.whole for part in parts):
            return True
    return False


def _is_homograph(stop: Stop, kind: AbbreviationKind, stops: FullStops) -> bool:
    """*eine neue Art.*: also a whole word, and what stands around it is not as it is around the abbreviation."""
    if stop.word not in stops.usual or stop.following in GOES_ON or kind == "word":
        return False
    if kind == "number":
        return stop.following != "figure"
    if kind == "noun":
        return not stop.before[:1].isdigit()
    with_article = stop.before.lower() in stops.ordinal_openers
    return (
        kind not in {"title", "first_name"}
        or stop.following != "capital"
        or with_article
        or _is_behind_name(stop, stops)
    )


def _before_comma(stop: Stop, stops: FullStops) -> Reading | None:
    """*in Boston, Mass., starb*: a comma right behind a full stop."""
    return Reading(True, False) if stop.following == "mark" and stop.word.isalpha() else None


def _small_letter(stop: Stop, stops: FullStops) -> Reading | None:
    """*z.* of *z. B.*; but *5 m. Das*: a single letter in lower case."""
    if len(stop.word) > 1 or not stop.word.islower():
        return None
    if stop.before[:1].isdigit():
        return Reading(False, True) if stop.following in OPENS else UNDECIDED
    return UNDECIDED if stop.following in OPENS | {"nothing"} else Reading(True, False)


def _figure(stop: Stop, stops: FullStops) -> Reading | None:
    """*am 3. Oktober*, *der 2. Senat*, *am 3. und 4. Mai*: an ordinal; *seit 1989. Die*: none; *bis 31.12. Die*."""
    if not FIGURES.fullmatch(stop.word):
        return None
    if stop.following == "strict_opener" and stop.before[-1:].isalpha():
        return Reading(False if len(stop.word) > LONGEST_ORDINAL and stop.word.isdigit() else None, True)
    if len(stop.word) > LONGEST_ORDINAL:
        return UNDECIDED
    month = stop.after.lower() in stops.months
    counted = stop.before.lower() in stops.ordinal_openers and stop.following == "capital"
    return Reading(True, False) if stop.following == "lower" or month or counted else UNDECIDED


def _initial(stop: Stop, stops: FullStops) -> Reading | None:
    """*George W. Bush*, *Ch. Roth*, *Marco K., der*, *Ludwig XIV. sagte*, *U.S.*"""
    dotted = DOTTED.fullmatch(stop.word) is not None
    initial = dotted or INITIAL.fullmatch(stop.word)
    if not (initial or ROMAN.fullmatch(stop.word)):
        return None
    if stop.following in {"lower", "mark"}:
        return Reading(True, False)
    shown = not stop.word.islower() and (dotted or (_behind_capital(stop, stops) and not stop.seen))
    if stop.following in OPENS | {"nothing"}:
        return Reading(shown or None, True)
    if stop.following == "capital" and _behind_capital(stop, stops) and stop.after == stop.before:
        return Reading(True, True)  # *Er heißt Marco K. Marco K. schweigt*: the name begins once more
    if stop.following == "capital" and initial and not stop.word.islower():
        return Reading(True, None if stop.before[:1].isupper() else False)
    return UNDECIDED


def _counted(stop: Stop, stops: FullStops) -> Reading | None:
    """An abbreviation that no list has, known from running text."""
    return _as_abbreviation(stop) if stop.word in stops.counted else None


def _as_abbreviation(stop: Stop) -> Reading:
    """Any abbreviation: a sentence ends there if another one begins, and only then."""
    return Reading(True, None if stop.following in {"nothing", "other"} else stop.following in OPENS)


def _cut_off(stop: Stop, stops: FullStops) -> Reading | None:
    """*stellv. Landrat*, *der Hptm. Kern*: no known word, and goes on in lower case or looks cut off."""
    if not _is_unknown(stop, stops):
        return None
    short = len(stop.word) <= LONGEST_ABBREVIATION and not _is_vowel(stop.word[-1])
    goes_on = short and stop.following in {"lower", "mark"}
    if goes_on or _lacks_vowels(stop.word):
        return _as_abbreviation(stop)
    if stop.following == "nothing":
        return None
    may_be_name = stop.word[0].isupper() and (stop.seen or _is_behind_name(stop, stops))
    looks_cut = stop.word in stops.stems or _ends_oddly(stop.word, stops)
    return _as_abbreviation(stop) if looks_cut and not may_be_name else None


def _is_unknown(stop: Stop, stops: FullStops) -> bool:
    word = stop.word
    if len(word) < 2 or not word.isalpha() or word.isupper():
        return False
    return word not in stops.whole and word.lower() not in stops.whole


def _lacks_vowels(word: str) -> bool:
    """*Hptm*, *Uffz*: none behind the first letter."""
    return not any(_is_vowel(letter) for letter in word[1:])


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0].lower() in VOWELS


def _ends_oddly(word: str, stops: FullStops) -> bool:
    """*eigtl*: in consonants that no word ends in."""
    vowels = [place for place, letter in enumerate(word) if _is_vowel(letter)]
    ending = word[vowels[-1] + 1 :] if vowels else word
    known = stops.endings_of_words if word.islower() else stops.endings_of_names
    return len(ending) > 1 and ending not in known


def _is_behind_name(stop: Stop, stops: FullStops) -> bool:
    """*Jens Kolb.*, *Dr. Kolb.*"""
    return stop.word.istitle() and _behind_capital(stop, stops)


def _behind_capital(stop: Stop, stops: FullStops) -> bool:
    return stop.before[:1].isupper() and stop.before not in stops.openers


def _whole(stop: Stop, stops: FullStops) -> Reading | None:
    """*seit Mai. Laut …*, *sagte Kolb. Landrat …*: the end of a sentence, behind a whole word."""
    long = len(stop.word) > LONGEST_ABBREVIATION and stop.word.isalpha()
    known = stop.word in stops.whole
    if stop.following in OPENS | {"nothing"} and (known or long or _is_behind_name(stop, stops)):
        return Reading(False, True)
    return Reading(False, True) if stop.following == "capital" and known else None


Rule = Callable[[Stop, FullStops], Reading | None]
RULES: tuple[Rule, ...] = (
    _joined,
    _before_comma,
    _listed,
    _small_letter,
    _figure,
    _initial,
    _counted,
    _cut_off,
    _whole,
)
"""Asked in order: *S. 12* is a page, and what is listed need not look cut off; *S. Kern* is left to the initials."""
