"""One full stop and what stands around it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from attrib.parse.full_stops import FullStops

Following = Literal[
    "nothing", "lower", "mark", "hyphen", "closed", "figure", "strict_opener", "opener", "capital", "other"
]
"""What stands behind a full stop: the end of a stretch, a word in lower case, a comma, a hyphen, the first two behind a
closing mark, a number, a word whose capital says that a sentence begins (strictly: no name), another word with a
capital, anything else."""
GOES_ON = frozenset({"lower", "mark", "hyphen", "closed"})
OPENS = frozenset({"strict_opener", "opener"})

CLOSING = '“”"»«›‹’‘)]'
OPENING = '„“"»«›‹‚‘'
LOOK = 60
"""Characters that are looked at on each side."""
WORD = re.compile(r"[^\W_]+")
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,4}")
# What stands before is read backwards.
CHUNK = re.compile(r"[^\s(\[„“”\"»«‚‘’'/]*")
RUN = re.compile(r"[^\W\d_]{1,5}(?: ?\.[^\W\d_]{1,5})+(?![\w.-])")
BEFORE = re.compile(r"[\s(\[„“\"»«‚‘]+(\.?\w[\w.-]*)")


@dataclass(frozen=True, slots=True)
class Stop:
    """A full stop and what stands around it: `place` and the start of its word are offsets in the text.

    `word` goes back to a blank, hyphen or mark (*B* of *z. B.*), `run` over the full stops before it (*z.B*). `before`
    is the word before it, with its full stop if it has one. `seen` says that the text has the word without one too.
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
    head = text[max(0, place - LOOK) : place].rpartition("\n")[2][::-1]
    word = _word_before(head)
    run = _backwards(RUN, head) or word
    before = BEFORE.match(head, len(word))
    after, following = _behind(text, place + 1, stops)
    return Stop(
        place=place,
        start=place - len(word),
        word=word,
        run=run.replace(" ", ""),
        before=before.group(1)[::-1] if before else "",
        after=after,
        following=following,
        seen=word in plain,
    )


def _word_before(head: str) -> str:
    """The last word, or *z.B* in one piece."""
    chunk = _backwards(CHUNK, head)
    return chunk if DOTTED.fullmatch(chunk) else re.split(r"[-–]", chunk)[-1]


def _backwards(pattern: re.Pattern[str], head: str) -> str:
    found = pattern.match(head)
    return found.group()[::-1] if found else ""


def _behind(text: str, start: int, stops: FullStops) -> tuple[str, Following]:
    """The word behind a full stop, and what it says."""
    rest = text[start : start + LOOK].partition("\n")[0]
    if rest[:1] in {"-", "–", "/"} and rest[1:2].isalnum():
        return "", "hyphen"
    bare = rest.lstrip(CLOSING)
    goes_on: Following = "closed" if len(bare) < len(rest) else "mark"
    if bare[:1] in {",", ";", ":"}:
        return "", goes_on
    bare = bare.lstrip(" ")
    if goes_on == "closed" and bare[:1].islower():
        return "", goes_on
    match = WORD.match(bare.lstrip(OPENING))
    word = match.group() if match else ""
    return word, _following(bare, word, stops)


def _following(rest: str, word: str, stops: FullStops) -> Following:
    if not rest:
        return "nothing"
    if not word:
        return "other"
    if word[0].isdigit():
        return "figure"
    if word[0].islower():
        return "other" if rest[0] in OPENING else "lower"
    if word in stops.strict_openers:
        return "strict_opener"
    return "opener" if word in stops.openers else "capital"
