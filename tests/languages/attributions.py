"""Short English passages with every statement in them, and how far what is found agrees with them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from attrib.records import Annotation, Statement
from attrib.resources import load_records
from tests import frozen

Half = Literal["read", "held"]
_ALIKE = 0.75
"""Share of all words of two stretches that both must hold to be one statement."""
_MARKS = " .,“”‘’"


class Credit(BaseModel):
    """A statement as it should be found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str
    told: str
    by: tuple[str, ...]
    exact: str
    cue: str = ""


class Passage(BaseModel):
    """A passage with all its statements but the publisher's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    says: tuple[Credit, ...]
    stands: tuple[dict[str, str | None], ...] | None = None


def passages(half: Half) -> tuple[Passage, ...]:
    """Those that rules were mended on, or every third, which is only scored."""
    everything = load_records(frozen.HERE / "cases" / "en" / "attributions.yml", Passage)
    return tuple(item for place, item in enumerate(everything) if (place % 3 == 2) == (half == "held"))


@cache
def in_news() -> tuple[Passage, ...]:
    """Those that say who somebody is, what takes up an institution or a group, and what is answered."""
    return load_records(frozen.HERE / "cases" / "en" / "attributions_in_news.yml", Passage)


def tally(items: Sequence[Passage], annotated: Callable[[str], Annotation]) -> Counter[str]:
    """How many statements there are and are found, and of these how many have the right words, type, source, way in
    which it is told, and cue."""
    counts: Counter[str] = Counter()
    for item in items:
        annotation = annotated(item.text)
        found = [each for each in annotation.statements if each.type != "author" or _told(each) != "none"]
        counts["gold"] += len(item.says)
        counts["found"] += len(found)
        for wanted, statement in _paired(item, found):
            counts["right"] += 1
            counts.update(_agreeing(item, wanted, statement, annotation))
    return counts


def _paired(item: Passage, found: Sequence[Statement]) -> Iterator[tuple[Credit, Statement]]:
    left = list(found)
    for wanted in item.says:
        fitting = [each for each in left if _are_alike(wanted.exact, each.exact)]
        best = min(fitting, key=lambda each: (each.type != wanted.type, each.exact != wanted.exact), default=None)
        if best is not None:
            left.remove(best)
            yield wanted, best


def _are_alike(one: str, other: str) -> bool:
    words, others = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(words & others) >= _ALIKE * len(words | others)


def _agreeing(item: Passage, wanted: Credit, found: Statement, annotation: Annotation) -> Iterator[str]:
    if wanted.exact.strip(_MARKS) == found.exact.strip(_MARKS):
        yield "exact"
    if wanted.type == found.type:
        yield "type"
    if _is_by(wanted, found, annotation):
        yield "source"
    if wanted.told == _told(found):
        yield "told"
    cue = " ".join(item.text[span.start : span.end] for span in found.cue or ())
    if set(wanted.cue.split()) <= set(cue.split()):
        yield "cue"


def _told(found: Statement) -> str:
    links = (link.disclosure for link in found.sources if link.relation == "states")
    return next(filter(None, links), "none")


def _is_by(wanted: Credit, found: Statement, annotation: Annotation) -> bool:
    """Whether each party that is wanted is one of the found ones, by a part of its id, name or mention."""
    sources = {source.id: source for source in annotation.sources}
    links = [link for link in found.sources if link.relation == "states"]
    names = [f"{link.source} {sources[link.source].name} {link.mention or ''}".casefold() for link in links]
    right = all(any(party.casefold() in name for name in names) for party in wanted.by)
    return right and bool(wanted.by) == bool(names)
