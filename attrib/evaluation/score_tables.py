"""Figures as Markdown tables, for the pages of docs/ that quote them: nobody types a figure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrib.errors import InputError
from attrib.evaluation.baseline import figure

_WIKINEWS = {
    "quote": "quotation",
    "roles": "all roles",
    "joint": "quotation and roles",
    "type": "type",
    "medium": "medium",
    "speaker": "speaker",
    "cue": "cue",
    "frame": "frame",
    "addressee": "addressee",
}
_TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "IndirectFreeIndirect": "Konjunktiv without a frame",
    "FreeIndirect": "*sollen* without a frame",
    "Reported": "reported",
}
_GOLD = {
    "found.precision": "statements found, precision",
    "found.recall": "statements found, recall",
    "found.f1": "statements found, F1",
    "cue.f1": "cue, character F1",
    "speaker.f1": "speaker, character F1",
    "type.accuracy": "type, accuracy",
    "source.accuracy": "source, accuracy",
    "status.macro_f1": "status, macro F1",
    "assessment.f1": "assessments, F1",
}
_PARTS = ("precision", "recall", "f1")


def wikinews_tables(scores: Mapping[str, Any]) -> str:
    """Two tables: each measure by the corpus' own and by the strict rule, and each type."""
    head = ("", "precision", "recall", "F1", "strict precision", "strict recall", "strict F1")
    rows = [_row(label, scores, name) for name, label in _WIKINEWS.items()]
    types = [_row(label, scores, f"per_type.{name}") for name, label in _TYPES.items()]
    return f"{markdown(head, rows)}\n{markdown(('type', *head[1:]), types)}"


def _row(label: str, scores: Mapping[str, Any], name: str) -> list[str | float]:
    return [label, *(figure(scores, f"{rule}.{name}.{part}") for rule in ("corpus", "strict") for part in _PARTS)]


def gold_table(scores: Mapping[str, Any]) -> str:
    """One table, a figure a line."""
    return markdown(("", "per cent"), [(label, figure(scores, name)) for name, label in _GOLD.items()])


def markdown(head: Sequence[str], rows: Iterable[Sequence[str | float]]) -> str:
    """A Markdown table; numbers are shares and shown as per cent with one digit."""
    return "".join(f"| {' | '.join(cells)} |\n" for cells in _cells(head, rows))


def _cells(head: Sequence[str], rows: Iterable[Sequence[str | float]]) -> Iterator[Sequence[str]]:
    yield head
    yield ["---"] * len(head)
    for row in rows:
        yield [cell if isinstance(cell, str) else f"{100 * cell:.1f}" for cell in row]


def put_tables(path: Path, name: str, tables: str) -> None:
    """Write tables to a new file, or between the lines `<!-- name -->` and `<!-- /name -->` of one that is there.

    InputError if a file that is there has no such lines: nothing else in it is ever touched.
    """
    first, last = f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
    if not path.exists():
        path.write_text(f"{first}\n{tables}\n{last}", encoding="utf-8")
        return
    before, opened, rest = path.read_text(encoding="utf-8").partition(first)
    _, closed, after = rest.partition(last)
    if not (opened and closed):
        raise InputError(
            f"{path}: has no place for the tables; it needs the lines {first}and {last}".strip(), seen=name
        )
    path.write_text(f"{before}{first}\n{tables}\n{last}{after}", encoding="utf-8")
