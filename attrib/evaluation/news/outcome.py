"""What is found of the sources of a statement.

| outcome | when |
|---|---|
| `right` | the system's parties are exactly gold's |
| `split` | so they are, but the party has another id than in most of its statements of the article |
| `unresolved` | the system has no source, gold has one |
| `invented` | the system has a source, gold has none |
| `partial` | some of several are right |
| `merged` | the words there name the right party, but they are taken for another one of the article |
| `wrong` | another party, or something that is none of the article |
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from attrib.evaluation.news.gold_article import GoldStatement
from attrib.evaluation.news.naming import NamedSource, PartyNames

Outcome = Literal["right", "wrong", "split", "merged", "unresolved", "invented", "partial"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

Pairs = Mapping[int, int]
"""Places of gold statements → places of the system's."""


class Credited(NamedTuple):
    """A source of the system, and which party of gold it is."""

    source: NamedSource
    mention: str | None
    party: str | None


class Outcomes:
    """What is found of the sources of one article."""

    def __init__(
        self,
        gold: Sequence[GoldStatement],
        credited: Sequence[Sequence[Credited]],
        pairs: Pairs,
        names: PartyNames,
    ) -> None:
        self._gold = gold
        self._credited = credited
        self._pairs = pairs
        self._names = names
        self._main = self._main_ids()

    def of(self, place: int) -> Outcome:
        """What is found of the sources of the gold statement at a place, which is paired."""
        gold, credited = self._gold[place], self._credited[self._pairs[place]]
        wanted, found = set(gold.sources), {each.party for each in credited}
        if wanted == found:
            return "right" if gold.disclosure in {"unnamed", "impersonal"} or self._is_one(credited) else "split"
        if not found:
            return "unresolved"
        if not wanted:
            return "invented"
        if wanted & found:
            return "partial"
        return "merged" if None not in found and wanted & self._meant(credited) else "wrong"

    def _main_ids(self) -> Mapping[str, str]:
        """The id by which the system knows each party: a registered one, else the most frequent one, else the first."""
        used: dict[str, Counter[str]] = {}
        registered: set[str] = set()
        for place, found in self._pairs.items():
            for source, _, party in self._credited[found]:
                if party is not None and party in self._gold[place].sources:
                    used.setdefault(party, Counter())[source.id] += 1
                    if source.origin == "registry":
                        registered.add(source.id)
        return {party: _preferred(ids, registered) for party, ids in used.items()}

    def _is_one(self, credited: Sequence[Credited]) -> bool:
        """Whether each party has the id that it has elsewhere."""
        return all(self._main.get(each.party or "", each.source.id) == each.source.id for each in credited)

    def _meant(self, credited: Sequence[Credited]) -> set[str | None]:
        """The parties that the words of the mentions name."""
        return {self._names.called({each.mention}) for each in credited if each.mention}


def _preferred(ids: Counter[str], registered: Container[str]) -> str:
    return max(ids, key=lambda key: (key in registered, ids[key]))
