"""One full stop and how it is read: does it belong to the word before it, and does a sentence end there?"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from attrib.parse.full_stops import FullStops
from attrib.text.entries import AbbreviationKind

Following = Literal[
    "nothing", "lower", "mark", "hyphen", "closed", "figure", "strict_opener", "opener", "capital", "other"
]
"""What stands behind a full stop: the end of a stretch, a word in lower case, a comma, a hyphen, either of the first two
behind a closing mark, a number, a word whose capital says that a sentence begins (strictly: no name), another word with
a capital, anything else."""

CLOSING = '“”"»«›‹’‘)]'
OPENING = '„“"»«›‹‚‘'
CHUNK = re.compile(r"[^\s(\[„“”\"»«‚‘’'/]*$")
RUN = re.compile(r"(?<![\w.-])(?:[^\W\d_]{1,5}\.[ ]?)+[^\W\d_]{1,5}$")
BEFORE = re.compile(r"([^\W_](?:[\w.-]*\w)?\.?)[\s(\[„“\"»«‚‘]+$")
DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,4}")
INITIAL = re.compile(r"[^\W\d_]|[^\W\d_AEIOUa-z]h|St|Sch|Wm")
ROMAN = re.compile(r"[IVX]{2,}|[IVX]")
WORD = re.compile(r"[^\W_]+")
LOOK = 60
"""Characters that are looked at on each side."""
LONGEST_ABBREVIATION = 8
"""Letters; longer ones are listed, or the beginning of a longer word."""
LONGEST_ORDINAL = 3
VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Reading:
    """Whether the full stop belongs to the word before it, and whether a sentence ends there; None: undecided."""

    kept: bool | None = None
    ends: bool | None = None


UNDECIDED = Reading()


@dataclass(frozen=True, slots=True)
class Stop:
    """A full stop and what stands around it: `place` and the start of its word are offsets in the text.

    `word` goes back to a blank, hyphen or mark (*B* of *z. B.*), `run` over the full stops before it (*z.B*). `seen`
    says that the text has the word without a full stop too.
    """

    place: int
    start: int
    word: str
    run: str
    before: str
    after: str
    following: Following
    seen: bool


def stop_at(text: str, place: int, stops: FullStops, *, plain: Collection[str]) -> Stop:
    """The full stop at a place; `plain` are the words that the text has without one."""
    head = text[max(0, place - LOOK) : place]
    head = head[head.rfind("\n") + 1 :]
    chunk = _last(CHUNK, head)
    dotted = DOTTED.fullmatch(chunk) is not None
    word = chunk if dotted else re.split(r"[-–]", chunk)[-1]
    run = _last(RUN, head) or word
    before = BEFORE.search(head[: len(head) - len(run)])
    after, following = _behind(text, place + 1, stops)
    return Stop(
        place=place,
        start=place - len(word),
        word=word,
        run=run.replace(" ", ""),
        before=before.group(1) if before else "",
        after=after,
        following=following,
        seen=word in plain,
    )


def _last(pattern: re.Pattern[str], head: str) -> str:
    found = pattern.search(head)
    return found.group() if found else ""


def _behind(text: str, start: int, stops: FullStops) -> tuple[str, Following]:
    """The word behind a full stop, and what it says."""
    rest = text[start : start + LOOK].partition("\n")[0]
    if rest[:1] in {"-", "–", "/"} and rest[1:2].isalnum():
        return "", "hyphen"
    closed = rest[:1] != "" and rest[0] in CLOSING
    rest = rest.lstrip(CLOSING)
    if rest[:1] in {",", ";", ":"}:
        return "", "closed" if closed else "mark"
    rest = rest.lstrip(" ")
    if closed and rest[:1].islower():
        return "", "closed"
    quoted = rest[:1] in OPENING
    match = WORD.match(rest.lstrip(OPENING))
    word = match.group() if match else ""
    return word, _following(rest, word, stops, quoted=quoted)


def _following(rest: str, word: str, stops: FullStops, *, quoted: bool) -> Following:
    if not rest:
        return "nothing"
    if not word:
        return "other"
    if word[0].isdigit():
        return "figure"
    if word[0].islower():
        return "other" if quoted else "lower"
    if word in stops.strict_openers:
        return "strict_opener"
    return "opener" if word in stops.openers else "capital"


GOES_ON = frozenset({"lower", "mark", "hyphen", "closed"})
OPENS = frozenset({"strict_opener", "opener"})
ENDS: dict[AbbreviationKind, dict[Following, bool]] = {
    "name": {"figure": False, "strict_opener": True, "opener": False, "capital": False, "other": False},
    "number": {"figure": False, "strict_opener": True, "opener": True, "capital": False, "other": False},
    "word": {"figure": False, "strict_opener": False, "opener": False, "capital": False, "other": False},
    "measure": {"figure": False, "strict_opener": True, "opener": True, "capital": False},
    "either": {"figure": False, "strict_opener": True, "opener": True},
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
    return Reading(True, ENDS[kind].get(stop.following))


def _kind(stop: Stop, stops: FullStops) -> AbbreviationKind | None:
    parts = stop.run.split(".")
    keys = (".".join(parts[first:]) for first in range(len(parts)))
    listed = next((stops.kinds[key] for key in keys if key in stops.kinds), None)
    return listed or _compound_kind(stop.word, stops)


def _compound_kind(word: str, stops: FullStops) -> AbbreviationKind | None:
    """*Hauptstr*, *Kreisbrandm*: a listed abbreviation behind a word, with or without the sound that joins them."""
    if word in stops.whole or not word.isalpha():
        return None
    for place in range(3, len(word) - 1):
        first, last = word[:place], word[place:]
        if last in stops.endings and (first in stops.whole or first.removesuffix("s") in stops.whole):
            return stops.endings[last]
    return None


def _is_homograph(stop: Stop, kind: AbbreviationKind, stops: FullStops) -> bool:
    """*eine neue Art.*: also a whole word, and what stands around it is not as it is around the abbreviation."""
    if stop.word not in stops.whole or stop.following in GOES_ON or kind == "word":
        return False
    if kind == "number":
        return stop.following != "figure"
    if kind == "measure":
        return not stop.before[:1].isdigit()
    return kind != "name" or stop.following != "capital" or stop.before.lower() in stops.ordinal_openers


def _before_comma(stop: Stop, stops: FullStops) -> Reading | None:
    """*in Boston, Mass., starb*: a comma right behind a full stop."""
    return Reading(True, False) if stop.following == "mark" and stop.word.isalpha() else None


def _small_letter(stop: Stop, stops: FullStops) -> Reading | None:
    """*z.* of *z. B.*: a single letter in lower case."""
    if len(stop.word) > 1 or not stop.word.islower():
        return None
    unit = stop.before[:1].isdigit()
    return UNDECIDED if unit or stop.following in OPENS | {"nothing"} else Reading(True, False)


def _figure(stop: Stop, stops: FullStops) -> Reading | None:
    """*am 3. Oktober*, *der 2. Senat*, *am 3. und 4. Mai*: an ordinal; *seit 1989. Die*: none."""
    if not stop.word.isdigit():
        return None
    if len(stop.word) > LONGEST_ORDINAL:
        return Reading(False, True) if stop.following == "strict_opener" else UNDECIDED
    month = stop.after.lower() in stops.months
    counted = stop.before.lower() in stops.ordinal_openers and stop.following == "capital"
    return Reading(True, False) if stop.following == "lower" or month or counted else UNDECIDED


def _initial(stop: Stop, stops: FullStops) -> Reading | None:
    """*George W. Bush*, *Ch. Roth*, *Marco K., der*, *Ludwig XIV. sagte*."""
    initial = INITIAL.fullmatch(stop.word) or DOTTED.fullmatch(stop.word)
    if not (initial or ROMAN.fullmatch(stop.word)):
        return None
    if stop.following in {"lower", "mark"}:
        return Reading(True, False)
    if stop.following in OPENS:
        return Reading(None if stop.word.isupper() else True, True)
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
    may_be_name = stop.word[0].isupper() and (stop.seen or _is_behind_name(stop, stops))
    return _as_abbreviation(stop) if stop.word in stops.stems and not may_be_name else None


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


def _is_behind_name(stop: Stop, stops: FullStops) -> bool:
    """*Jens Kolb.*, *Dr. Kolb.*"""
    return stop.word.istitle() and stop.before[:1].isupper() and stop.before not in stops.openers


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
