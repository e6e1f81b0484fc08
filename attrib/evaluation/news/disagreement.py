"""Where system and gold of one article differ: in text order, each with its kinds and both sides in words."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from attrib.evaluation.news.comparison import Comparison, Pair, Stand
from attrib.evaluation.news.figures import told
from attrib.evaluation.news.gold_article import GoldStatement
from attrib.evaluation.news.outcome import OUTCOMES, Credited
from attrib.records import Span, Statement

KINDS = (
    "missed",
    "spurious",
    *(f"source {outcome}" for outcome in OUTCOMES if outcome != "right"),
    "type",
    "level",
    "disclosure",
    "polarity",
    "status",
    "missed stand",
    "wrong stand",
)
"""Every kind of disagreement, in the order of the page."""


class Side(NamedTuple):
    """What one side has, in words."""

    words: str
    spans: tuple[Span, ...]
    """Where they stand."""
    facts: tuple[tuple[str, str], ...]
    """Names of fields with their values."""


class Disagreement(NamedTuple):
    """A statement or a stand that is not the same on both sides."""

    kinds: tuple[str, ...]
    start: int
    """Where in the text it is."""
    gold: Side | None
    found: Side | None

    def is_wrong(self, field: str) -> bool:
        """Whether the sides differ in this field, and not only because one of them is missing."""
        return any(kind.split(" ")[0] == field for kind in self.kinds)


def disagreements(comparison: Comparison) -> list[Disagreement]:
    """All of one article, in text order."""
    found = [*_statements(comparison), *_stands(comparison)]
    return sorted(found, key=lambda each: each.start)


def _statements(comparison: Comparison) -> Iterator[Disagreement]:
    text = comparison.text
    for pair in comparison.pairs:
        if kinds := tuple(_kinds(pair)):
            other = None if pair.found is None else _found_side(pair.found, pair.credited)
            yield Disagreement(kinds, _start(pair.gold.spans), _gold_side(pair.gold, text), other)
    for statement, credited in comparison.spurious:
        yield Disagreement(("spurious",), _start(statement.spans), None, _found_side(statement, credited))


def _kinds(pair: Pair) -> Iterator[str]:
    gold, found = pair.gold, pair.found
    if found is None:
        yield "missed"
        return
    if pair.outcome != "right":
        yield f"source {pair.outcome}"
    if gold.type != found.type:
        yield "type"
    if gold.level != found.level:
        yield "level"
    if gold.disclosure not in {None, told(found)}:
        yield "disclosure"
    if gold.polarity != found.polarity:
        yield "polarity"
    if gold.status != found.status_in_document:
        yield "status"


def _start(spans: tuple[Span, ...]) -> int:
    return min((start for start, _ in spans), default=0)


def _gold_side(statement: GoldStatement, text: str) -> Side:
    facts = {
        "type": statement.type,
        "level": str(statement.level),
        "source": ", ".join(statement.sources),
        "disclosure": statement.disclosure,
        "polarity": statement.polarity,
        "status": statement.status,
    }
    return Side(statement.words(text), statement.spans, _shown(facts))


def _found_side(statement: Statement, credited: tuple[Credited, ...]) -> Side:
    facts = {
        "type": statement.type,
        "level": str(statement.level),
        "source": ", ".join(f"{each.source.id} ({_meant(each)})" for each in credited),
        "disclosure": told(statement),
        "polarity": statement.polarity,
        "status": statement.status_in_document,
    }
    return Side(statement.exact, statement.spans, _shown(facts))


def _meant(credited: Credited) -> str:
    return f"taken for {credited.party}" if credited.party is not None else "no party of the article"


def _shown(facts: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((field, value or "none") for field, value in facts.items())


def _stands(comparison: Comparison) -> Iterator[Disagreement]:
    gold, found = comparison.gold_stands, comparison.found_stands
    for stand, held in gold.items():
        if stand not in found:
            side = _stand_side(comparison, stand, held.span)
            yield Disagreement(("missed stand",), held.span.start, side, None)
    for stand, taken in found.items():
        if stand not in gold:
            side = _stand_side(comparison, stand, Span(taken.start, taken.end), source=taken.source)
            yield Disagreement(("wrong stand",), taken.start, None, side)


def _stand_side(comparison: Comparison, stand: Stand, span: Span, *, source: str | None = None) -> Side:
    by = stand.by or "no party of the article"
    return Side(
        comparison.text[span.start : span.end],
        (span,),
        (
            ("verdict", stand.verdict),
            ("by", by if source is None else f"{source} (taken for {by})"),
            ("on", _target(comparison, stand)),
        ),
    )


def _target(comparison: Comparison, stand: Stand) -> str:
    """The words of the statement that a stand is about."""
    if isinstance(stand.target, int):
        return comparison.pairs[stand.target].gold.words(comparison.text)
    return next((item.exact for item, _ in comparison.spurious if item.id == stand.target), "nothing")
