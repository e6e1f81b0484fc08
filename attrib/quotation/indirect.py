"""What a reporting verb makes of its content: the indirect statement with its roles, named or not."""

from attrib.quotation.addressee import addressee
from attrib.quotation.cues import Cue
from attrib.quotation.frame import frame_spans
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.speaking_place import place_that_speaks
from attrib.records import Marker, Span
from attrib.text.analysis import Word
from attrib.text.view import View, merge_words


def indirect_clause(
    view: View, cue: Cue, first: int, last: int, *, marker: Marker, frame: tuple[int, int]
) -> Quotation | None:
    """The indirect statement of words `first` to `last`; None if there is nothing but punctuation."""
    stretch = view.span(first, last)
    if stretch is None:
        return None
    head = subject(view, cue, outside=(first, last))
    spans = frame_spans(view, frame[0], frame[1], (first, last))
    return indirect(view, cue, (stretch,), marker=marker, frame=spans, head=head, outside=(first, last))


def indirect(
    view: View,
    cue: Cue,
    stretches: tuple[Span, ...],
    *,
    marker: Marker,
    frame: tuple[Span, ...],
    head: Word | None,
    outside: tuple[int, int] | None,
) -> Quotation:
    """The indirect statement that a cue makes of some stretches; `outside` are the first and last word of content."""
    if head is not None and head in cue.words and head.upos == "NOUN":
        head = None  # *Es war die Rede davon, dass p*: the noun is part of the cue.
    impersonal = _is_impersonal(view, cue, head)
    speaker = None if impersonal or head is None else speaker_span(view, head, outside=outside)
    if speaker is None and impersonal:
        speaker = place_that_speaks(view, cue, outside)
    words = cue.words
    if impersonal and head is not None and abs(head.number - cue.anchor.number) == 1:
        words = (*words, head)
    return Quotation(
        type="indirect",
        marker="impersonal" if impersonal and speaker is None else marker,
        medium=cue.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule=marker,
        detail=f"{cue.lemma}: {' '.join(word.text for word in cue.words)}",
        cue=merge_words(words),
        frame=frame,
        speaker=(speaker,) if speaker is not None else (),
        addressee=addressee(view, cue, head, outside=outside),
        impersonal=impersonal and speaker is None,
        continues=_continues(view, cue, head),
        certainty=cue.certainty,
        lemma=cue.lemma,
    )


def _continues(view: View, cue: Cue, head: Word | None) -> bool:
    """*hieß es weiter* · *Darin wird festgehalten, dass p* · *Man betonte, dass p*: whoever was speaking goes on."""
    clause = view.clause_of(cue.anchor).words
    return (
        cue.lemma in view.language.words.continuing_verbs
        or (head is not None and head.form in view.language.words.speaking_pronouns and not cue.passive)
        or any(word.form in view.language.words.continuing_places for word in clause[:2])
    )


def _is_impersonal(view: View, cue: Cue, head: Word | None) -> bool:
    """*es heißt, man vermutet, wird berichtet, in dem Brief steht*: nobody is named."""
    return (
        cue.lemma in view.language.words.place_verbs
        or (head is None and (cue.passive or cue.phrase))
        or (head is not None and head.form in view.language.words.impersonal_subjects)
    )
