"""What somebody says in a relative clause on the subject of another act: *Der Verband, der p kritisierte, forderte q*.

Both are statements; the act of the main clause is all but the relative clause.
"""

from collections.abc import Iterable, Sequence

from attrib.quotation.quotation import Quotation
from attrib.records import Span
from attrib.text.clause import Clause
from attrib.text.view import View


def around_insets(view: View, act: Quotation, others: Iterable[Quotation]) -> Quotation:
    """The act of a main clause without the relative clauses in it that hold statements of their own."""
    said = [cue for item in others for cue in item.cue]
    for clause in view.clauses:
        if clause.kind == "relative" and _holds(clause, said) and not _holds(clause, act.cue):
            act = _without(view, act, clause)
    return act


def _holds(clause: Clause, cues: Sequence[Span]) -> bool:
    return any(cue.contains(word) for word in clause.words for cue in cues)


def _without(view: View, act: Quotation, clause: Clause) -> Quotation:
    """The act in two stretches around a clause between two commas, if its verb and its subject stay."""
    opening, closing = view.before(clause.content[0]), view.behind(clause.content[-1])
    last, following = view.before(opening), view.behind(closing)
    spans: list[Span] = []
    for span in act.spans:
        inside = span.start <= last.start and following.end <= span.end
        parted = opening.text == "," and closing.text == "," and inside
        spans += [Span(span.start, last.end), Span(following.start, span.end)] if parted else [span]
    kept = all(any(span.contains(word) for span in spans) for word in act.cue)
    return act.with_(spans=tuple(spans)) if kept else act
