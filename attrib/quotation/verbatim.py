"""What a frame makes of words in quotation marks: the direct statement with its roles."""

from attrib.quotation.addressee import addressee
from attrib.quotation.frame import Frame, Stretch
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.speaking_place import place_that_speaks
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.marks import Quoted
from attrib.text.view import View


def verbatim(frame: Frame, quoted: Quoted, head: Word, *, framing: Span | None, rule: str) -> Quotation:
    """The verbatim statement that a cue credits to `head`."""
    cue, outside = frame.cue, inside_numbers(frame.view, quoted)
    speaker = _speaker(frame, head, outside) or place_that_speaks(frame, outside)
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium=cue.medium,
        spans=(quoted.span,),
        sentence=frame.view.sentence.number,
        rule=rule,
        detail=cue.lemma,
        cue=cue.spans,
        frame=(framing,) if framing is not None else (),
        speaker=(speaker,) if speaker is not None else (),
        addressee=addressee(frame, head, outside=outside),
        impersonal=speaker is None,
        lemma=cue.lemma,
    )


def verbless(view: View, quoted: Quoted, head: Word, *, framing: Span, rule: str) -> Quotation:
    """The verbatim statement that the colon behind a name credits to it."""
    impersonal = head.form in view.language.words.impersonal_subjects
    speaker = None if impersonal else speaker_span(view, head, outside=inside_numbers(view, quoted))
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium="speech_writing",
        spans=(quoted.span,),
        sentence=view.sentence.number,
        rule=rule,
        detail="no verb before the colon",
        frame=(framing,),
        speaker=(speaker,) if speaker is not None else (),
    )


def _speaker(frame: Frame, head: Word, outside: Stretch | None) -> Span | None:
    words = frame.view.language.words
    nameless = frame.cue.lemma in words.place_verbs or head.form in words.impersonal_subjects
    return None if nameless else speaker_span(frame.view, head, outside=outside)


def inside_numbers(view: View, quoted: Quoted) -> Stretch | None:
    """The first and the last word of a sentence that stand in the quotation marks."""
    numbers = [word.number for word in view.sentence.words if quoted.span.overlaps(word.span)]
    return (numbers[0], numbers[-1]) if numbers else None
