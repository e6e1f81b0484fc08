"""What somebody says in a relative clause of another act: *Der Verband, der p kritisierte, forderte q*, *Lund forderte
eine Prüfung des Falls, der seiner Meinung nach ungeklärt ist*.

Both are statements; the act of the main clause is all but the relative clause.
"""

from collections.abc import Iterable, Sequence

from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
from attrib.records import Span
from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import tagged


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
    """The act in two stretches around a clause between two commas, or up to one that ends it, if its verb stays."""
    opening, closing = view.before(clause.content[0]), view.behind(clause.content[-1])
    last, following = view.before(opening), view.behind(closing)
    spans: list[Span] = []
    for span in act.spans:
        before = opening.text == "," and span.start <= last.start
        if before and closing.text == "," and following.end <= span.end:
            spans += [Span(span.start, last.end), Span(following.start, span.end)]
        else:
            ended = before and not _tells(view, clause) and clause.content[-1].end <= span.end <= closing.end
            spans.append(Span(span.start, last.end) if ended else span)
    kept = all(any(span.contains(word) for span in spans) for word in act.cue)
    return act.with_(spans=tuple(spans)) if kept else act


def _tells(view: View, clause: Clause) -> bool:
    """*bestätigte Berichte, | wonach p*, *Angaben der Stadt, | nach denen p*: what the act is about, not which one."""
    relative = clause.opening.form in view.language.relative_adverbs
    crediting = any(entry.form == clause.opening.form for entry in view.language.according_to)
    nouns = tagged(view.words(1, clause.first - 1), {"NOUN"})
    return relative or (crediting and any(noun_entry(noun, view.language) is not None for noun in nouns))
