"""Wishes and plans that the author ascribes: *Die Stadt will den Hafen erweitern*.

By our codebook they are the author's statements; the Wikinews corpus counts them as reported thought, so that they are
found for that export alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from attrib.languages.de.lists import WORDS
from attrib.languages.de.modal import perfect_infinitive
from attrib.quotation.complement import complements
from attrib.quotation.cues import Cue
from attrib.quotation.frame import Frame
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import act_range
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import speaker_span
from attrib.quotation.stretch import full_stop_behind
from attrib.records import Span
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View, text_span


def volitions(scope: Scope) -> Iterator[Quotation]:
    """What a party wants, by a modal verb in a main clause."""
    view = scope.view
    for word in view.sentence.words:
        if word.is_finite and word.form in WORDS.volition_modals and view.clause_of(word).kind == "main":
            found = _volition(view, word)
            if found is not None:
                yield found


def plans(scope: Scope) -> Iterator[Quotation]:
    """What a party erwägt, beabsichtigt or sich erhofft: the clause or infinitive behind the verb."""
    for frame in scope.frames:
        if "plan" in frame.cue.forms:
            planned = Frame(frame.view, replace(frame.cue, forms=("clause", "infinitive")))
            for found in complements(replace(scope, frames=(planned,))):
                yield found.with_(rule="plan")


def _volition(view: View, modal: Word) -> Quotation | None:
    verb = view.word(modal.head) if modal.upos == "AUX" else NO_WORD
    if verb.upos != "VERB" or perfect_infinitive(view, modal):
        return None
    cue = Cue(verb=verb, finite=modal, words=(modal,), lemma=modal.lemma, passive=False, medium="thought")
    frame = Frame(view, replace(cue, forms=("act",)))
    head = subject(frame)
    speaker = speaker_span(view, head) if view.is_party(head) else None
    if speaker is None:
        return None
    first, last = act_range(frame)
    span = text_span(view.words(first, last))
    return Quotation(
        type="reported",
        marker="speech_act",
        medium="thought",
        spans=(Span(span.start, full_stop_behind(view, last) or span.end),),
        sentence=view.sentence.number,
        rule="volition",
        detail=modal.text,
        speaker=(speaker,),
        lemma=modal.lemma,
    )
