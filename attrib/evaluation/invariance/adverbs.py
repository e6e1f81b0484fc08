"""What stands at the verb: adverbs, dates, concessions."""

from collections.abc import Sequence

from attrib.evaluation.invariance.frames import in_second_place, plain_frames
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.traced import Edit


def adverb_at_verb(passage: Passage) -> Change | None:
    """*sagte jedoch, …*."""
    verb = _at(passage)
    return None if verb is None else _inserted(passage, verb[1], passage.vocabulary.adverbs)


def date_at_verb(passage: Passage) -> Change | None:
    """*sagte am Montag, …*, where the text tells no time and the verb is in the past."""
    patterns = passage.language.lexicon.times.patterns
    is_dated = any(pattern.search(passage.text) for _, pattern in patterns)
    if is_dated or any(passage.language.grammar.is_time(word) for word in passage.words):
        return None
    verb = _at(passage)
    if verb is None or not verb[0].has("Tense=Past"):
        return None
    return _inserted(passage, verb[1], passage.vocabulary.dates)


def conceded(passage: Passage) -> Change | None:
    """*sagte zwar, …, Folgen hatte das jedoch nicht*."""
    words = passage.vocabulary.concession
    for frame in plain_frames(passage) if words is not None else ():
        if words is not None and frame.is_before and frame.statement.type == "indirect":
            verb, end = frame.verb.end, frame.content.end
            clause = f", {passage.pick(words.clauses, 'concession')}"
            return passage.change(Edit(Span(verb, verb), f" {words.adverb}"), Edit(Span(end, end), clause))
    return None


def _inserted(passage: Passage, place: Span, choices: Sequence[str]) -> Change:
    words = f"{passage.text[place.start : place.end]} {passage.pick(choices, 'adverb')}"
    return passage.change(Edit(place, words))


def _at(passage: Passage) -> tuple[Word, Span] | None:
    """The verb of the first plain frame or else of the first main clause, and behind what an adverb may stand.

    In a frame it stands behind the verb, or behind the speaker where that follows, and belongs to neither; in any other
    clause it belongs to what the verb belongs to.
    """
    frame = next(plain_frames(passage), None)
    if frame is not None:
        place = frame.verb.end if frame.is_before else frame.speaker.end
        return frame.verb, Span(place, place)
    if any(statement.marker == "claiming_modal" for statement in passage.statements):
        return None  # what belongs to the modal and what to the claim is anybody's guess
    if not passage.language.grammar.VERB_SECOND:
        return None  # nothing stands between a verb and its object
    verbs = (in_second_place(passage, sentence) for sentence in passage.parsed.sentences)
    return next(((verb, verb.span) for verb in verbs if verb is not None), None)
