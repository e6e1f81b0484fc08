"""How credible a claim is on the NATO scale, by one table over independent origins and assessments, with its basis.

The reliability letters of the sources are shown beside the digit and never mixed in (AJP-2.1 rates them apart). What
cannot be judged is 6, which is no low grade.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from attrib.records import Credibility, Verdict

_NAMED = 3
"""How many parties a basis names; the others are counted."""
_SAID: dict[Verdict, str] = {
    "confirms": "confirmed by",
    "denies": "denied by",
    "doubts": "doubted by",
    "withholds": "not confirmed by",
    "no_evidence": "no evidence according to",
}


class Support(NamedTuple):
    """How many statements and origins a claim has, and how many independent origins agree on one version."""

    statements: int
    origins: int
    unknown_origins: int
    agreeing: int


def credibility(agreeing: int, verdicts: Collection[Verdict], *, opposing: int = 1) -> Credibility:
    """The digit for `agreeing` independent origins and the verdicts that parties give; the first row that holds.

    `opposing` counts the independent origins that deny or doubt: that the accused denies makes nothing improbable yet.
    """
    disputed = "denies" in verdicts or "doubts" in verdicts
    confirmed, corroborated = "confirms" in verdicts, agreeing >= 2
    if corroborated and not disputed:
        return "1" if confirmed else "2"
    if corroborated or confirmed:
        return "3"
    if disputed:
        return "5" if opposing >= 2 else "4"
    return "6"


def basis(support: Support, stands: Iterable[tuple[Verdict, str]]) -> str:
    """What the digit rests on: *2 statements, 1 origin: repeated, not corroborated; denied by Russland*."""
    counted = f"{_count(support.statements, 'statement')}, {_count(support.origins, 'independent origin')}"
    if support.unknown_origins:
        counted += f", {support.unknown_origins} of unknown independence"
    by_verdict: dict[Verdict, list[str]] = {}
    for verdict, name in stands:
        names = by_verdict.setdefault(verdict, [])
        if name not in names:
            names.append(name)
    said = [f"{words} {_names(by_verdict[verdict])}" for verdict, words in _SAID.items() if verdict in by_verdict]
    return "; ".join([f"{counted}: {_agreement(support)}", *said])


def _agreement(support: Support) -> str:
    if support.agreeing >= 2:
        return f"{support.agreeing} independent origins agree"
    if support.origins + support.unknown_origins <= 1:
        return "repeated, not corroborated"
    return "no two independent origins agree"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _names(names: Sequence[str]) -> str:
    listed = sorted(names)
    more = len(listed) - _NAMED
    return ", ".join(listed[:_NAMED]) + (f" and {more} more" if more > 0 else "")
