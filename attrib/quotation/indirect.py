"""What a reporting verb makes of its content: the indirect statement with its roles, named or not."""

from attrib.quotation.accuser import accuser
from attrib.quotation.addressee import addressee
from attrib.quotation.among import those_among
from attrib.quotation.frame import Frame, Stretch
from attrib.quotation.nameless import is_nameless
from attrib.quotation.quotation import Quotation
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.speaking_place import place_that_speaks
from attrib.records import Marker, Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import merge_words
from attrib.text.words import any_form

_OF_CLAUSES: frozenset[Marker] = frozenset({"complement_clause", "verb_second"})


def indirect_clause(frame: Frame, content: Stretch, *, marker: Marker, around: Stretch) -> Quotation | None:
    """The indirect statement of some words; `around` are the first and the last word of frame and content.

    None if there is nothing but punctuation.
    """
    stretch = frame.view.span(*content)
    if stretch is None:
        return None
    framing = frame.stretches(*around, content)
    head = subject(frame, outside=content)
    return indirect(frame, (stretch,), marker=marker, framing=framing, head=head, outside=content)


def indirect(
    frame: Frame,
    stretches: tuple[Span, ...],
    *,
    marker: Marker,
    framing: tuple[Span, ...],
    head: Word,
    outside: Stretch | None,
) -> Quotation:
    """The indirect statement that a cue makes of some stretches; `outside` are the first and last word of content."""
    view, cue = frame.view, frame.cue
    if head in cue.words and head.upos == "NOUN":
        head = NO_WORD  # *Es war die Rede davon, dass p*: the noun is part of the cue.
    among = those_among(frame, head, outside=outside)
    nameless = among is None and _names_nobody(frame, head)
    speaker = place_that_speaks(frame, outside) if nameless else among or speaker_span(view, head, outside=outside)
    impersonal = nameless and speaker is None
    speaker = accuser(frame) if impersonal else speaker
    beside = nameless and bool(head) and abs(head.number - cue.anchor.number) == 1
    return Quotation(
        type="indirect",
        # *Ihm wird vorgeworfen, p zu haben*: an accusation, not what people say
        marker="impersonal" if impersonal and not cue.accuses else marker,
        medium=cue.medium,
        spans=stretches,
        sentence=view.sentence.number,
        rule=marker,
        detail=f"{cue.lemma}: {' '.join(word.text for word in cue.words)}",
        cue=merge_words((*cue.words, head) if beside else cue.words),
        frame=framing,
        speaker=(speaker,) if speaker is not None else (),
        addressee=addressee(frame, head, outside=outside),
        impersonal=impersonal,
        continues=among is None and _continues(frame, head),
        certainty=cue.certainty,
        lemma=cue.lemma,
        needs_nearest=marker in _OF_CLAUSES,
    )


def _continues(frame: Frame, head: Word) -> bool:
    """*hieß es weiter* · *Darin wird festgehalten, dass p* · *Zudem wird kritisiert, dass p* · *Man betonte, dass p*:
    whoever was speaking goes on."""
    cue, words = frame.cue, frame.view.language.words
    adds = any_form(frame.view.clause_of(cue.anchor).words[:2], words.continuing_adverbs)
    return (
        cue.lemma in words.continuing_verbs
        or (cue.passive and not head and adds)
        or (head.form in words.speaking_pronouns and not cue.passive)
        or any_form(frame.clause.words[:2], words.continuing_places)
    )


def _names_nobody(frame: Frame, head: Word) -> bool:
    """*es heißt, man vermutet, wird berichtet, in dem Brief steht*: nobody is named."""
    return is_nameless(frame, head) or (not head and frame.cue.phrase)
