"""Who accuses where the act names nobody: *Die Staatsanwältin hat Anklage erhoben: Ihm wird vorgeworfen, p*."""

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span
from attrib.text.words import first, tagged


def accuser(frame: Frame) -> Span | None:
    """The subject of the clause before that holds something against somebody, if it can speak."""
    view = frame.view
    if not (frame.cue.passive and frame.cue.accuses):
        return None
    for clause in reversed(view.clauses[: frame.clause.number]):
        nouns = tagged(clause.words, {"NOUN"})
        accuses = any(view.language.lexicon.accuses(noun, view.sentence) for noun in nouns)
        verb = first(clause.finite, lambda word: True)
        head = subject(Frame.of_verb(view, verb, anchor=verb)) if accuses and verb and clause.kind == "main" else None
        if head and view.is_party(head):
            return speaker_span(view, head)
    return None
