"""*p, was X bestreitet*: a relative clause that sums up what stands before it, and by which somebody takes a stand on
that. It is no part of what is put forward."""

from collections.abc import Iterator

from attrib.quotation.quotation import Quotation
from attrib.quotation.resuming import resumes
from attrib.quotation.settle import without
from attrib.quotation.stand_found import StandFound, find_stands
from attrib.records import Span
from attrib.text.clause import Clause
from attrib.text.view import View


def sums_up(stand: StandFound) -> bool:
    """Whether the stand's clause takes up the clause before it, and somebody takes the stand."""
    clause = stand.clause
    taken = stand.speaker is not None and not stand.speaker.contains(clause.opening.span)
    return taken and resumes(stand.view, clause)


def without_summing_up(view: View, item: Quotation) -> Quotation | None:
    """A statement of a sentence without such clauses behind it, unless it is found by their own words; None if nothing
    is left."""
    own = (*item.cue, *item.speaker)
    cut = [span for clause, span in _summing(view) if item.start < view.word(clause.first).start < item.end]
    cut = [span for span in cut if not any(span.overlaps(other) for other in own)]
    if not cut:
        return item
    spans = tuple(without(item.spans, cut))
    return item.with_(spans=spans) if spans else None


def _summing(view: View) -> Iterator[tuple[Clause, Span]]:
    """The clauses, with the comma before and the full stop behind; in the mood of indirect speech they are said too."""
    for stand in find_stands(view):
        clause = stand.clause
        told = bool(clause.finite) and view.language.grammar.is_reported_mood(clause.finite[-1])
        if sums_up(stand) and not told:
            end = view.sentence.end if clause.last >= view.last_content else view.word(clause.last).end
            yield clause, Span(view.word(clause.first - 2).end, end)
