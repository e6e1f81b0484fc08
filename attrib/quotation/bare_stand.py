"""Stands that say nothing beside themselves: *Kiew dementierte* · *Der Konzern schweigt zu den Vorwürfen* · *Die Ärzte
fanden keine Hinweise auf Gewalt*. Whoever takes one says so: it is a statement of its own."""

from collections.abc import Iterator

from attrib.quotation.frame import Frame
from attrib.quotation.idiom import says_nothing
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import act_range, only_announces, reported_acts
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.stand_found import StandFound, find_stands
from attrib.quotation.stretch import closing_span
from attrib.records import Span
from attrib.text.words import SPEAKERS, first, tagged


def bare_stands(scope: Scope) -> Iterator[Quotation]:
    """The stands of one sentence that a party takes by a word that no quotation and no act has."""
    stands = find_stands(scope.view)
    if not stands:
        return
    taken = [span for item in scope.found for span in item.cue]
    taken += [span for act in reported_acts(scope) for span in act.spans]
    announcing = [word for frame in scope.frames if only_announces(frame) for word in frame.cue.words]
    for stand in stands:
        free = not any(span.contains(stand.word.span) for span in taken) and not scope.passage.is_quoted(stand.word)
        free = free and stand.word not in announcing
        found = _statement(stand, stand.speaker) if free and stand.speaker is not None else None
        if found is not None:
            yield found


def _frame(stand: StandFound) -> Frame:
    """The frame of the verb by which the stand is taken: *fanden* in *fanden keine Hinweise*."""
    view, word = stand.view, stand.word
    verb = word if word.upos == "VERB" else first(view.clause_of(word).finite, bool)
    return Frame.of_verb(view, verb or word)


def _is_taken(stand: StandFound, speaker: Span) -> bool:
    """Whether somebody who can speak takes it by speaking.

    Not *reagierte nicht auf Anfragen*, *belegte den Platz*, nor *bestätigte das nicht, | sie sehe keine Beweise*.
    """
    view = stand.view
    entries = view.language.lexicon.verbs.reporting.get(stand.stand.lemma, ())
    opens = stand.clause.number == 0  # *It would not be drawn*: nothing stands before it
    finds = stand.verdict == "confirms" and stand.stand.lemma in view.language.words.finding_verbs
    # *wies im Wasser Blei nach*: what somebody finds
    if (stand.continues and not opens) or finds or any(entry.subjects == "document" for entry in entries):
        return False
    naming = [word for word in view.sentence.words if speaker.contains(word)]
    alone = len(naming) == 1 and naming[0].form in view.language.words.personal_subjects
    speaks = alone or any(map(view.is_party, tagged(naming, SPEAKERS)))
    return stand.stand.target != "none" and speaks


def _is_passive(frame: Frame) -> bool:
    """*wurde bestätigt durch ihren Sieg*, *konnte ihr nicht nachgewiesen werden*: whose deed it is, is not said."""
    view, verb = frame.view, frame.cue.verb
    return frame.cue.passive or view.behind(verb).lemma in view.language.words.passive_auxiliaries


def _statement(stand: StandFound, speaker: Span) -> Quotation | None:
    view, frame = stand.view, _frame(stand)
    acts = _is_passive(frame) or says_nothing(frame, stand.stand.lemma)
    says = subject(frame) and not acts and _is_taken(stand, speaker)
    span = closing_span(view, *act_range(frame)) if says else None
    if span is None:
        return None
    return Quotation(
        type="reported",
        marker="speech_act",
        medium="speech_writing",
        spans=(span,),
        sentence=view.sentence.number,
        rule="bare_stand",
        detail=f"{stand.word.text}: {stand.verdict}",
        cue=(stand.word.span,),
        speaker=(speaker,),
        lemma=stand.word.lemma,
        states="nothing",
    )
