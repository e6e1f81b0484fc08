"""What somebody says that another one did by speaking: *Ein Mitarbeiter habe die Pläne bestätigt, sagte die Rektorin*.

The act is a statement of the other one inside the reported clause.
"""

from collections.abc import Iterator
from dataclasses import replace

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import reported_acts
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.records import Span
from attrib.text.words import NOUNS

_REPORTED = frozenset({"indirect", "indirect_free_indirect"})


def inner_acts(scope: Scope) -> Iterator[Quotation]:
    """The acts of others that the clauses of a reported statement sum up, as far as its words go."""
    about = scope.about
    if about is None or about.type not in _REPORTED:
        return
    for view, frames in zip(scope.passage.views, scope.passage.frames, strict=True):
        inside = tuple(frame for frame in frames if _is_open(scope, about, frame))
        for act in reported_acts(replace(scope, view=view, frames=inside)) if inside else ():
            spans = tuple(_common(act, about))
            if spans and all(map(about.covers, act.speaker)):
                yield act.with_(spans=spans, rule="inner_act", states="topic")


def _is_open(scope: Scope, about: Quotation, frame: Frame) -> bool:
    """Whether a frame stands among the words of a statement, no statement has it, and a noun names who acts."""
    if not about.covers(frame.cue.anchor.span) or scope.passage.holds(frame):
        return False
    finite = frame.cue.finite
    if finite is None or finite.lemma in frame.view.language.words.modal_verbs:
        return False  # *sagte, das Amt könne sich nicht äußern*: nothing is done yet
    taken = (span for item in scope.found for span in item.cue)
    return subject(frame).upos in NOUNS and not any(span in frame.cue.spans for span in taken)


def _common(act: Quotation, about: Quotation) -> Iterator[Span]:
    """The words that both have."""
    for span in about.spans:
        for own in act.spans:
            start, end = max(span.start, own.start), min(span.end, own.end)
            if start < end:
                yield Span(start, end)
