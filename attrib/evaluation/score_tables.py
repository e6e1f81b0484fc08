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
_NEWS = {
    "found": "statements found",
    "source": "found, and the source is the right party",
    "stands": "stands: on which statement, which verdict, by whom",
    "polarity.negative": "of those found: denied or negated",
}
_NEWS_FOUND = {
    "source.accuracy": "source right",
    "source.resolved": "source right where one is given",
    "type.accuracy": "type right",
    "disclosure.accuracy": "disclosure right",
    "polarity.accuracy": "polarity right",
    "status.accuracy": "status within the article right",
}
_OUTCOMES = {
    "right": "the party that is meant",
    "split": "the right party, under another id than elsewhere in the article",
    "merged": "taken for another party of the article, though its words name the right one",
    "wrong": "another party, or none of the article",
    "partial": "some of several parties",
    "unresolved": "left open",
    "invented": "a source where there is none",
}
_MENTIONS = {
    "person": "a person by name",
    "role": "a person by role (*der Minister*, *ein Sprecher der Polizei*)",
    "institution": "an institution, or somebody of its kind (an officer, a board member)",
    "document": "a document",
    "pronoun": "a pronoun, or a word that points back",
    "several": "several parties",
    "unnamed": "somebody unnamed",
    "carried_over": "nothing: the statement goes on with what somebody said",
    "hearsay": "hearsay",
    "publisher": "the article's own voice",
    "nobody": "nobody whom the text names",
}
_PARTS = ("precision", "recall", "f1")


def wikinews_tables(scores: Mapping[str, Any]) -> str:
    """Two tables: each measure by the corpus' own and by the strict rule, and each type."""
    head = ("", "precision", "recall", "F1", "strict precision", "strict recall", "strict F1")
    rows = [_row(label, scores, name) for name, label in _WIKINEWS.items()]
    types = [_row(label, scores, f"per_type.{name}") for name, label in _TYPES.items()]
    return f"{markdown(head, rows)}\n{markdown(('type', *head[1:]), types)}"


def _parts(label: str, scores: Mapping[str, Any], name: str) -> list[str | float]:
    return [label, *(figure(scores, f"{name}.{part}") for part in _PARTS)]


def _row(label: str, scores: Mapping[str, Any], name: str) -> list[str | float]:
    return [label, *(figure(scores, f"{rule}.{name}.{part}") for rule in ("corpus", "strict") for part in _PARTS)]


def gold_table(scores: Mapping[str, Any]) -> str:
    """One table, a figure a line."""
    return markdown(("", "per cent"), [(label, figure(scores, name)) for name, label in _GOLD.items()])


def news_tables(scores: Mapping[str, Any]) -> str:
    """What it means in plain words, and two tables: what is found, and what is right of that."""
    rows = [_parts(label, scores, name) for name, label in _NEWS.items()]
    shares = [(label, figure(scores, name)) for name, label in _NEWS_FOUND.items()]
    status = scores["status"]
    contended = (f"found and status right, of {status['contended']} contended ones", status["contended_recall"])
    head = (f"of {scores['found']['right']} statements found", "per cent")
    tables = markdown(("per cent", "precision", "recall", "F1"), rows), markdown(head, [*shares, contended])
    return "\n".join((_in_plain_words(scores), *tables))


def _in_plain_words(scores: Mapping[str, Any]) -> str:
    found, stands, source = scores["found"], scores["stands"], scores["source"]
    lines = (
        f"Of 100 statements {_of_100(found['recall'])} are found; of 100 that are shown {_of_100(found['precision'])} "
        "are there.",
        f"Of 100 that are found with a source, it is the right party for {_of_100(source['resolved'])}.",
        f"Of 100 stands that parties take {_of_100(stands['recall'])} are found; of 100 that are shown "
        f"{_of_100(stands['precision'])} are right",
        f"in verdict, party and statement. (Articles: {scores['articles']}, statements: {found['gold']}, "
        f"stands: {stands['gold']}.)",
    )
    return "".join(f"{line}\n" for line in lines)


def _of_100(share: float) -> str:
    return f"{100 * share:.0f}"


def news_source_tables(scores: Mapping[str, Any]) -> str:
    """Two tables: what is found of the sources, and by what gold names those that are right."""
    source, mentions = scores["source"], scores["source"]["by_mention"]
    outcomes = [(label, str(source[name])) for name, label in _OUTCOMES.items()]
    named = [
        (label, mentions[name]["accuracy"], str(mentions[name]["statements"]))
        for name, label in _MENTIONS.items()
        if name in mentions
    ]
    return "\n".join(
        (
            markdown(("the source of a statement found is", "statements"), outcomes),
            markdown(("gold names the source by", "source right, per cent", "statements found"), named),
        )
    )


def put_news_tables(path: Path, name: str, scores: Mapping[str, Any]) -> None:
    """Write the tables as `put_tables` does; those of the sources only where the file has a place `name-sources`."""
    sources = f"{name}-sources"
    has_place = path.exists() and f"<!-- {sources} -->\n" in path.read_text(encoding="utf-8")
    put_tables(path, name, news_tables(scores))
    if has_place:
        put_tables(path, sources, news_source_tables(scores))


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
