"""Speech acts that name nobody, most in the passive: *Dem Arzt wird Untreue vorgeworfen* · *Die Meldung wurde
dementiert* · *Am Abend war von Schüssen berichtet worden* · *Es werden Tote befürchtet* · *Man rechnet mit Regen* · *Es
gab Gerüchte um einen Verkauf*."""

from collections.abc import Iterator
from typing import NamedTuple

from attrib.quotation.accuser import accuser
from attrib.quotation.frame import Frame
from attrib.quotation.fronted import fronted, with_fronted
from attrib.quotation.quotation import Quotation
from attrib.quotation.reported import act_range, is_talk
from attrib.quotation.reporting_noun import noun_entry
from attrib.quotation.scope import Scope
from attrib.quotation.speaker import subject
from attrib.quotation.speaking_place import place_that_speaks
from attrib.quotation.speaks_anyway import speaks_anyway
from attrib.quotation.stretch import closing_span
from attrib.quotation.supposed import is_common, is_supposed
from attrib.text.analysis import Word
from attrib.text.entries import ReportingNoun
from attrib.text.view import View
from attrib.text.words import NOUNS, any_form, any_lemma, ends_in, tagged


class _Kind(NamedTuple):
    """What an act without an agent does, and whether it is hearsay."""

    name: str
    hearsay: bool


def agentless_acts(scope: Scope) -> Iterator[Quotation]:
    """The accusations, denials and reports of one sentence in a passive without an agent."""
    for frame in scope.frames:
        kind = _kind(frame)
        if kind is not None and not _names_somebody(frame) and not _is_ahead(frame):
            found = _statement(frame, kind)
            if found is not None:
                yield found


def rumours(scope: Scope) -> Iterator[Quotation]:
    """*Zuvor gab es Gerüchte um einen Verkauf*: nouns for what nobody in particular says, with what it is about."""
    view, words = scope.view, scope.view.language.words
    for noun in tagged(view.sentence.words, {"NOUN"}):
        entry, clause = noun_entry(noun, view.language), view.clause_of(noun)
        if entry is None or not entry.rumour or scope.passage.is_quoted(noun):
            continue
        spreads = any_lemma(clause.words, words.rumour_verbs) and view.behind(noun).form in words.rumour_prepositions
        if spreads and clause.finite and not any_form(view.phrase(noun), words.negations):
            yield _rumour(view, noun, entry)


def _rumour(view: View, noun: Word, entry: ReportingNoun) -> Quotation:
    clause = view.clause_of(noun)
    span = closing_span(view, clause.first, clause.last)
    return Quotation(
        type="reported",
        marker="speech_act",
        medium=entry.medium,
        spans=(span or noun.span,),
        sentence=view.sentence.number,
        rule="rumour",
        detail=f"{noun.text}: nobody in particular",
        cue=(noun.span,),
        impersonal=True,
        lemma=noun.lemma,
        states="topic",
    )


def _kind(frame: Frame) -> _Kind | None:
    """*wird vorgeworfen*: an accusation; *wurde dementiert*: a denial; *war von A berichtet worden*: a report."""
    cue = frame.cue
    asks = frame.clause.opening.form in frame.view.language.words.w_words  # *verlas, was ihm vorgeworfen wird*
    if cue.finite is None or asks:
        return None
    if not (cue.passive or is_talk(frame)):
        return _Kind("supposition", hearsay=True) if is_common(frame) else None
    criticises = cue.phrase or cue.lemma in frame.view.language.words.criticising_verbs
    if cue.accuses and ("act" in cue.forms or criticises) and not _is_put_under(frame):
        return _Kind("accusation", hearsay=True)
    if cue.lemma in frame.view.language.lexicon.verbs.denying and _is_about_saying(frame):
        return _Kind("denial", hearsay=False)
    spoken = _has_matter_alone(frame) or _stands_in_document(frame) or is_supposed(frame)
    return _Kind("report", hearsay=True) if spoken else None


def _is_put_under(frame: Frame) -> bool:
    """*Die Lotsen werden dem Militärrecht unterstellt*: of whom it is said is the subject, and nothing is said."""
    view = frame.view
    children = view.sentence.children(frame.cue.verb)
    subjects = [word for word in tagged(children, NOUNS) if word.relation == "nsubj" and view.case(word) == "Nom"]
    things = (word for word in tagged(children, {"NOUN"}) if not view.is_party(word) and word.relation != "obl")
    return any(map(view.is_party, subjects)) and any(view.case(word) == "Dat" for word in things)


def _is_about_saying(frame: Frame) -> bool:
    """*Die Meldung, das wurde dementiert*; not *Das Spiel wurde bestritten*."""
    words = frame.view.language.words
    nouns = tagged((*fronted(frame).words, *frame.view.words(frame.first, frame.clause.last)), {"NOUN"})
    return any(ends_in(noun, words.claim_nouns) for noun in nouns)


def _has_matter_alone(frame: Frame) -> bool:
    """*wird mit Regen gerechnet*, *war über B spekuliert worden*: a preposition for the matter, and no subject."""
    view, cue = frame.view, frame.cue
    prepositions = view.language.words.matter_prepositions & {
        *(word.form for word in cue.words),
        *cue.act_prepositions,
        cue.preposition or "",
    }
    own = view.words(frame.first, max(frame.clause.last, cue.verb.number))
    expletives = view.language.words.expletives  # *Es wird von einem Unfall ausgegangen*
    children = (word for word in view.sentence.children(cue.verb) if word.form not in expletives)
    subjects = (word for word in children if word.relation in {"nsubj", "csubj"})
    return is_talk(frame) or ("act" in cue.forms and any_form(own, prepositions) and not any(subjects))


def _stands_in_document(frame: Frame) -> bool:
    """*In einer Analyse des Senders wird der Umbau als Fehler bezeichnet*: a document says so."""
    sums_up = not {"act", "about"}.isdisjoint(frame.cue.forms)
    return sums_up and not frame.clause.is_dependent and place_that_speaks(frame, None) is not None


def _names_somebody(frame: Frame) -> bool:
    """*wird von der Bank vorgeworfen*; not *es wird mit Regen gerechnet*, *wurde von Schüssen berichtet*."""
    return not is_talk(frame) and (frame.view.is_party(subject(frame)) or speaks_anyway(frame))


def _is_ahead(frame: Frame) -> bool:
    """*kann ihm vorgeworfen werden*, *wurde nicht dementiert*: nobody has said it."""
    words = frame.view.language.words
    finite = frame.cue.finite
    clause = frame.view.sentence.outside_attributes(frame.clause.words)
    return (finite is not None and finite.lemma in words.modal_verbs) or any_form(clause, words.negations)


def _statement(frame: Frame, kind: _Kind) -> Quotation | None:
    view = frame.view
    span = closing_span(view, *act_range(frame))
    speaker = place_that_speaks(frame, None) if kind.name == "report" else None
    accusing = accuser(frame)
    if span is None:
        return None
    return Quotation(
        type="reported",
        marker="speech_act",
        medium=frame.cue.medium,
        spans=with_fronted(frame, span),
        sentence=view.sentence.number,
        rule="agentless_act",
        detail=f"{frame.cue.lemma}: {kind.name} without an agent",
        cue=frame.cue.spans,
        speaker=tuple(span for span in (speaker or accusing,) if span is not None),
        impersonal=kind.hearsay and speaker is None,
        certainty=frame.cue.certainty,
        lemma=frame.cue.lemma,
        states="topic",
        holds_content=bool(fronted(frame)),
    )
