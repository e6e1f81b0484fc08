"""Speech acts that a clause sums up, where the English verb has what it is about: *condemned the attack*, *warned of
floods*, *called it a lie*; not *slammed into the wall*, *hails from Leeds*, *called the police*."""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import reported_acts
from attrib.quotation.scope import Scope
from attrib.text.words import any_form

_OBJECTS = frozenset({"obj", "iobj", "ccomp"})
_PREDICATES = frozenset({"xcomp", "ccomp"})


def acts(scope: Scope) -> Iterator[Quotation]:
    """The acts of one sentence whose verb has an object, or is in the passive, or stands with its preposition."""
    frames = {frame.cue.spans: frame for frame in scope.frames}
    for item in reported_acts(scope):
        frame = frames.get(item.cue)
        if frame is None or _is_complete(frame):
            yield item


def _is_complete(frame: Frame) -> bool:
    view, cue = frame.view, frame.cue
    children = view.sentence.children(cue.verb)
    relations = {child.relation for child in children}
    words = view.language.words
    if cue.lemma in words.naming_without_particle:
        judged = cue.passive or not relations.isdisjoint(_OBJECTS)
        appeals = any_form((view.behind(cue.verb),), words.purpose_prepositions)
        return appeals or (judged and not relations.isdisjoint(_PREDICATES))
    bound = cue.phrase or bool(cue.act_prepositions) or cue.passive
    return bound or not relations.isdisjoint(_OBJECTS)
