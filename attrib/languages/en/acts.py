"""Speech acts that a clause sums up, where the English verb has what it is about: *condemned the attack*, *warned of
floods*, *called it a lie*; not *slammed into the wall*, *hails from Leeds*, *called the police*."""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import reported_acts
from attrib.quotation.scope import Scope
from attrib.quotation.stand_found import find_stands
from attrib.text.analysis import Word
from attrib.text.words import any_form

_OBJECTS = frozenset({"obj", "iobj", "ccomp"})
_PREDICATES = frozenset({"xcomp", "ccomp"})

_ANONYMITY = frozenset({"anonymity", "anonymously"})
_SPEAKING = frozenset({"speak", "talk", "comment"})
"""*who spoke on condition of anonymity*: how the text lets us know, nothing that is said."""


def acts(scope: Scope) -> Iterator[Quotation]:
    """The acts of one sentence whose verb has an object, or is in the passive, or stands with its preposition."""
    frames = {frame.cue.spans: frame for frame in scope.frames}
    for item in reported_acts(scope):
        frame = frames.get(item.cue)
        if frame is None or _is_complete(frame):
            yield item


def _is_person(frame: Frame, child: Word) -> bool:
    """*questioned the witness, dismissed the minister, confirmed the ambassador*: done to somebody, not said."""
    name = child.upos == "PROPN" and frame.view.language.countries.of_place(child.text) is None
    person = name or frame.view.language.lexicon.nouns.person(child) is not None
    return child.relation == "obj" and person


def _takes_stand(frame: Frame) -> bool:
    """*disputed part of his account*, *would neither confirm nor deny p*: whoever takes a stand says so."""
    stands = find_stands(frame.view)
    return any(stand.word is frame.cue.verb and stand.speaker is not None for stand in stands)


def _is_complete(frame: Frame) -> bool:
    view, cue = frame.view, frame.cue
    children = view.sentence.children(cue.verb)
    if any(child.lemma in _ANONYMITY for child in view.sentence.subtree(cue.verb)) and cue.lemma in _SPEAKING:
        return False
    relations = {child.relation for child in children}
    words = view.language.words
    if cue.lemma in words.naming_without_particle:
        judged = cue.passive or not relations.isdisjoint(_OBJECTS)
        appeals = any_form((view.behind(cue.verb),), words.purpose_prepositions)
        return appeals or (judged and not relations.isdisjoint(_PREDICATES))
    if cue.lemma in view.language.lexicon.verbs.of_stands and any(_is_person(frame, child) for child in children):
        return False
    bound = cue.phrase or bool(cue.act_prepositions) or cue.passive or _takes_stand(frame)
    return bound or not relations.isdisjoint(_OBJECTS)
