"""What a frame makes of words in quotation marks: the direct statement with its roles."""

from attrib.quotation.addressee import addressee
from attrib.quotation.cues import Cue
from attrib.quotation.marks import Quoted
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.speaking_place import place_that_speaks
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.view import View


def verbatim(
    view: View, quoted: Quoted, cue: Cue | None, head: Word | None, *, frame: Span | None, rule: str
) -> Quotation | None:
    """The verbatim statement that a cue, or the colon behind a name, credits to `head`."""
    outside = inside_numbers(view, quoted)
    place = cue is not None and cue.lemma in view.language.words.place_verbs
    impersonal = head is None or place or head.form in view.language.words.impersonal_subjects
    speaker = None if impersonal or head is None else speaker_span(view, head, outside=outside)
    if speaker is None and cue is not None:
        speaker = place_that_speaks(view, cue, outside)
    return Quotation(
        type="direct",
        marker="quotation_marks",
        medium=cue.medium if cue is not None else "speech_writing",
        spans=(quoted.span,),
        sentence=view.sentence.number,
        rule=rule,
        detail=cue.lemma if cue is not None else "no verb before the colon",
        cue=cue.spans if cue is not None else (),
        frame=(frame,) if frame is not None else (),
        speaker=(speaker,) if speaker is not None else (),
        addressee=addressee(view, cue, head, outside=outside) if cue is not None else (),
        impersonal=speaker is None and cue is not None,
        lemma=cue.lemma if cue is not None else "",
    )


def inside_numbers(view: View, quoted: Quoted) -> tuple[int, int] | None:
    """The first and the last word of a sentence that stand in the quotation marks."""
    numbers = [word.number for word in view.sentence.words if quoted.span.overlaps(word.span)]
    return (numbers[0], numbers[-1]) if numbers else None
