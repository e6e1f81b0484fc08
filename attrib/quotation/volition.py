"""Wishes and plans that the author ascribes: *Die Stadt will den Hafen erweitern*.

By our codebook they are the author's statements; the Wikinews corpus counts them as reported thought, so that they are
found here for that export alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from attrib.quotation.complement import complements
from attrib.quotation.cues import Cue
from attrib.quotation.modal import perfect_infinitive
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import act_range
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.party import party_test
from attrib.text.view import View, text_span


def volitions(view: View) -> Iterator[Quotation]:
    """The clauses of one sentence in which a party *will* or *möchte* something."""
    for word in view.sentence.words:
        main = view.clause_of(word).kind == "main"
        if main and word.is_finite and word.form in view.language.words.volition_modals:
            found = _volition(view, word)
            if found is not None:
                yield found


def plans(view: View, cues: Sequence[Cue]) -> Iterator[Quotation]:
    """What a party erwägt, beabsichtigt or sich erhofft: the clause or infinitive behind the verb."""
    for cue in cues:
        if "plan" in cue.forms:
            yield from complements(view, (replace(cue, forms=("clause", "infinitive")),))


def _volition(view: View, modal: Word) -> Quotation | None:
    verb = view.sentence.head(modal) if modal.upos == "AUX" else None
    if verb is None or verb.upos != "VERB" or perfect_infinitive(view, modal) is not None:
        return None
    cue = Cue(verb, modal, (modal,), modal.lemma, "thought", ("act",), None, False, False, False)
    head = subject(view, cue)
    if head is None or not party_test(view.language)(head, view.sentence):
        return None
    speaker = speaker_span(view, head)
    if speaker is None:
        return None
    first, last = act_range(view, cue)
    span = text_span(view.words(first, last))
    final = view.sentence.words[-1]
    end = final.end if last + 1 >= len(view.sentence.words) and final.text in {".", "!", "?"} else span.end
    return Quotation(
        type="reported",
        marker="speech_act",
        medium="thought",
        spans=(Span(span.start, end),),
        sentence=view.sentence.number,
        rule="volition",
        detail=modal.text,
        speaker=(speaker,),
        lemma=modal.lemma,
    )
