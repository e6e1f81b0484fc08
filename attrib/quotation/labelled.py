"""What the layout credits: an answer behind its label, a heading with one, a quotation with a signature.

**Vogt:** *p* · *Vogt: Damm hält* · *„A.“ – Kommissar Gerd Ohm*. Who has the word where is read off the whole document
(`attrib.quotation.turns`).
"""

from collections.abc import Iterator

from attrib.quotation.passage import Passage
from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.quotation.signed import Signed
from attrib.quotation.turns import Turn
from attrib.records import Medium, Span
from attrib.text.text import Text
from attrib.text.words import any_form

_FULL_STOP = ". "


def labelled(scope: Scope) -> Iterator[Quotation]:
    """The statement that the turn of a part is, and the signed quotations in it."""
    passage = scope.passage
    turn = passage.turn
    if turn is not None and turn.speaker is not None and turn.kind != "bare" and _begins_in(passage, turn.content):
        yield _of_turn(passage, turn, turn.speaker)
    for signature in passage.signed:
        if all(_begins_in(passage, span) for span in signature.quoted):
            yield _of_signed(passage, signature)


def _begins_in(passage: Passage, place: Span) -> bool:
    """Whether a stretch begins in the sentences that are read together."""
    return passage.views[0].sentence.start <= place.start < passage.views[-1].sentence.end


def _of_turn(passage: Passage, turn: Turn, speaker: Span) -> Quotation:
    span, is_quoted = _verbatim(passage, turn)
    label = turn.label
    return Quotation(
        type="indirect" if turn.kind == "headline" and not is_quoted else "direct",
        marker="speaker_label",
        medium=_medium(turn),
        spans=(span,),
        sentence=passage.text.sentence_at(span.start).sentence.number,
        rule=turn.rule,
        detail=turn.detail,
        frame=() if label is None else (label.frame,),
        speaker=(speaker,),
        anaphoric=turn.refers_to is not None,
        refers_to=() if turn.refers_to is None else (turn.refers_to,),
    )


def _verbatim(passage: Passage, turn: Turn) -> tuple[Span, bool]:
    """The words of a turn, and whether they are one quotation: then with its marks and without a full stop behind."""
    start, end = turn.content
    inner = Span(start, start + len(passage.text.document.text[start:end].rstrip(_FULL_STOP)))
    whole = next(
        (item.span for item in passage.quoted if item.span.start == start and item.span.end >= inner.end), None
    )
    if whole is not None:
        return whole, True
    return (inner if turn.kind == "headline" else turn.content), False


def _medium(turn: Turn) -> Medium:
    """Answers are spoken; of other words the layout does not tell."""
    return "speech" if turn.is_spoken else "speech_writing"


def _of_signed(passage: Passage, signature: Signed) -> Quotation:
    return Quotation(
        type="direct",
        marker="speaker_label",
        medium="speech_writing",
        spans=signature.quoted,
        sentence=passage.text.sentence_at(signature.quoted[0].start).sentence.number,
        rule="signed_quote",
        detail="the name stands behind the quotation",
        frame=(signature.frame,),
        speaker=(signature.name,),
    )


def is_own(text: Text, item: Quotation, answer: Quotation) -> bool:
    """*Ich sage, dass p* in an answer: its speaker speaks of himself, and nothing is nested."""
    firsts = text.language.words.pronouns_first_person
    return answer.covers(item.spans[0]) and any_form(text.words_in(item.speaker), firsts)
