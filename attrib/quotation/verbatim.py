"""What a frame makes of words in quotation marks: the direct statement with its roles."""

from attrib.quotation.addressee import addressee
from attrib.quotation.frame import Frame, Stretch
from attrib.quotation.nameless import is_nameless, stands_for_nobody
from attrib.quotation.quotation import Quotation
from attrib.quotation.reporting_noun import noun_entry
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
        impersonal=speaker is None and is_nameless(frame, head),
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
    return None if stands_for_nobody(frame, head) else speaker_span(frame.view, head, outside=outside)


def goes_on_speaking(frame: Frame, head: Word) -> bool:
    """Whether a clause is itself what somebody says: *Das sei klar geregelt: „A.“* · *Es drohe „A“*."""
    view, finite = frame.view, frame.cue.finite
    reported = finite is not None and view.language.grammar.is_reported_mood(finite)
    return reported and not can_speak(view, head)


def can_speak(view: View, head: Word) -> bool:
    """Whether the noun is a party, or something written or said."""
    said = head.upos == "NOUN" and noun_entry(head, view.language) is not None
    return bool(head) and (said or view.is_medium(head) or view.is_party(head))


def inside_numbers(view: View, quoted: Quoted) -> Stretch | None:
    """The first and the last word of a sentence that stand in the quotation marks."""
    numbers = [word.number for word in view.sentence.words if quoted.span.overlaps(word)]
    return (numbers[0], numbers[-1]) if numbers else None
