"""What the Konjunktiv adds to an act summed up: *wies den Vorwurf zurück, da er jeder Grundlage entbehre*."""

from collections.abc import Iterator, Sequence

from attrib.languages.syntax import is_reported_mood
from attrib.quotation.free import Context, closing_span
from attrib.quotation.passage import Passage, is_taken
from attrib.quotation.quotation import Quotation


def reasons(passage: Passage, context: Context, taken: Sequence[Quotation]) -> Iterator[Quotation]:
    """*X wies den Vorwurf zurück, da er jeder Grundlage entbehre*: what the Konjunktiv adds to the act."""
    view = context.view
    acts = [item for item in taken if item.type == "reported" and item.sentence == view.sentence.number]
    for number, field in enumerate(view.fields):
        reported = any(is_reported_mood(word) for word in field.finite)
        act = next((item for item in acts if item.covers(view.words(field.first, field.first)[0].span)), None)
        if act is None or not reported or field.kind not in {"subordinate", "relative"} or number == 0:
            continue
        if is_taken(view, field, [item for item in taken if item is not act], passage):
            continue
        span = closing_span(view, field.first, view.fields[-1].last)
        if span is not None:
            yield act.with_(
                type="indirect_free_indirect",
                marker="subjunctive",
                spans=(span,),
                rule="subjunctive_reason",
                detail=f"{field.finite[0].text}: goes on from {act.lemma}",
                cue=(),
                frame=(),
            )
        return
