"""What a run of `attrib annotate` did, counted and told in a few lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrib.pipeline.run import Outcome


@dataclass
class Tally:
    """What a run did, for the summary."""

    states: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)
    issues: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: "Outcome") -> None:
        """Count one file."""
        self.states[outcome.state] += 1
        self.issues += outcome.issue is not None
        if outcome.annotation is not None:
            self.issues += len(outcome.annotation.issues) + len(outcome.notes)
            self.types.update(statement.type for statement in outcome.annotation.statements)
            self.sources.update(
                link.source for statement in outcome.annotation.statements for link in statement.sources
            )


def summary(tally: Tally, *, database: Path, seconds: float, stopped: bool = False) -> str:
    """What a run did, in a few lines."""
    states = ("annotated", "unchanged", "failed", "duplicate")
    done, unchanged, failed, twice = (tally.states[state] for state in states)
    others = [_others(tally.passed_over)] * bool(tally.passed_over)
    if not done and not failed and not stopped:
        if unchanged:
            return f"nothing to do: {count(unchanged, 'document')} unchanged"
        return "\n".join(["nothing to do: no articles", *others])
    documents = [f"{count(done, 'document')} annotated"]
    documents += [f"{unchanged} unchanged"] * bool(unchanged) + [f"{twice} met twice"] * bool(twice)
    documents += [f"{failed} failed"] * bool(failed)
    documents += ["the rest waits for the next run"] * stopped
    lines = [", ".join(documents) + f", in {seconds:.1f} s"]
    if done:
        types = ", ".join(f"{number} {name}" for name, number in _by_number(tally.types))
        lines.append(f"{count(tally.types.total(), 'statement')}: {types}" if types else "no statements")
        lines.append(f"{count(len(tally.sources), 'source')} of statements")
    lines += [f"{count(tally.issues, 'issue')}, in the table issues"] * bool(tally.issues)
    return "\n".join([*lines, *others, f"written to {database}"])


def _others(passed_over: Counter[str]) -> str:
    kinds = ", ".join(f"{number} {suffix}" for suffix, number in _by_number(passed_over))
    return f"{count(passed_over.total(), 'file')} of other kinds passed over: {kinds}"


def _by_number(types: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(types.items(), key=lambda item: (-item[1], item[0]))


def count(number: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
