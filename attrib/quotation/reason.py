"""What the Konjunktiv adds to an act summed up: *wies den Vorwurf zurück, da er jeder Grundlage entbehre*."""

from collections.abc import Iterator, Sequence

from attrib.quotation.free import Context, closing_span
from attrib.quotation.passage import Passage, is_taken
from attrib.quotation.quotation import Quotation


def reasons(passage: Passage, context: Context, taken: Sequence[Quotation]) -> Iterator[Quotation]:
    """*X wies den Vorwurf zurück, da er jeder Grundlage entbehre*: what the Konjunktiv adds to the act."""
    view = context.view
    acts = [item for item in taken if item.type == "reported" and item.sentence == view.sentence.number]
    for number, clause in enumerate(view.clauses):
        reported = any(view.language.grammar.is_reported_mood(word) for word in clause.finite)
        act = next((item for item in acts if item.covers(clause.opening.span)), None)
        if act is None or not reported or clause.kind not in {"subordinate", "relative"} or number == 0:
            continue
        if is_taken(view, clause, [item for item in taken if item is not act], passage):
            continue
        span = closing_span(view, clause.first, view.clauses[-1].last)
        if span is not None:
            yield act.with_(
                type="indirect_free_indirect",
                marker="subjunctive",
                spans=(span,),
                rule="subjunctive_reason",
                detail=f"{clause.finite[0].text}: goes on from {act.lemma}",
                cue=(),
                frame=(),
            )
        return
