"""From a stand and what it is about to rows, and from those to the status of a statement."""

from collections.abc import Iterable, Iterator, Sequence

from attrib.quotation.stand_found import StandFound
from attrib.records import Assessment, Document, Statement
from attrib.stand.choice import Choice
from attrib.stand.reason import Reason
from attrib.stand.status import status
from attrib.statement.told import Told
from attrib.text.text import Text


def assessment(document: Document, stand: StandFound, source: str, statement: str | None, choice: Choice) -> Assessment:
    """The row of one party's stand on one statement, or on none."""
    return Assessment(
        document=document.id,
        statement=statement,
        source=source,
        verdict=stand.verdict,
        start=stand.evidence.start,
        end=stand.evidence.end,
        exact=document.text[stand.evidence.start : stand.evidence.end],
        rule=choice.rule,
        detail=f"{stand.word.text} ({stand.stand.lemma}): {choice.reason}",
    )


def contradictions(text: Text, pairs: Iterable[tuple[Told, Told]], reason: Reason) -> Iterator[Assessment]:
    """What a later statement denies because it says the opposite."""
    for earlier, later in pairs:
        for source in later.parties:
            yield Assessment(
                document=text.document.id,
                statement=earlier.row.id,
                source=source,
                verdict="denies",
                start=later.quotation.start,
                end=later.quotation.end,
                exact=text.document.text[later.quotation.start : later.quotation.end],
                rule="negation",
                detail=reason.value,
            )


def once(found: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """*weder bestätigen noch dementieren* is one stand: of equal ones in one clause the first."""
    kept: dict[object, Assessment] = {}
    for item in found:
        kept.setdefault((item.statement, item.source, item.verdict, item.start, item.end), item)
    return tuple(kept.values())


def with_status(statement: Statement, own: Sequence[Assessment]) -> Statement:
    """The statement with the status that the assessments of it, and of nothing else, give."""
    hearsay = any(link.source == "hearsay" for link in statement.sources)
    value = status(own, type=statement.type, is_hearsay=hearsay)
    return statement.model_copy(update={"status_in_document": value, "status": value})
