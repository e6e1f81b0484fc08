"""Who takes a stand, as far as its clause tells: the subject, whoever answers, or nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from attrib.quotation.frame import Frame
from attrib.quotation.resuming import resumes
from attrib.quotation.speaker import subject
from attrib.quotation.speaker_phrase import antecedent, speaker_span
from attrib.quotation.stand_entry import fronted, is_one_of_such
from attrib.quotation.stand_place import Place, is_claim_pronoun
from attrib.records import Span, Verdict
from attrib.text.analysis import NO_WORD, Word
from attrib.text.entries import Stand, Words
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, VERBS, any_form, any_lemma, ends_in


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes a stand, as far as its clause tells."""

    speaker: Span | None = None
    agentless: bool = True
    continues: bool = False
    is_thing: bool = False
    """*Ein Test bestätigte den Verdacht nicht*: nobody who could keep something back."""
    is_speaker: bool = False
    """*Man könne das nicht bestätigen*: whoever says so."""


def is_refused_by_all(near: Sequence[Word], words: Words) -> bool:
    """*wollte das niemand bestätigen*: they may know, and do not say so."""
    return any_form(near, words.nobody) and any_lemma(near, words.refusing_modals - words.ability_modals)


def has_nothing_to_go_by(who: Taker, stand: Stand, near: Sequence[Word], words: Words) -> bool:
    """*Bestätigt ist das nicht*, *Ein Test bestätigte den Verdacht nicht*: nobody refuses anything."""
    if stand.target == "none" or is_refused_by_all(near, words):
        return False
    return (who.agentless and not who.is_speaker) or (who.is_thing and stand.verdict == "confirms")


def taker(place: Place, stand: Stand, verb: Word) -> Taker:
    """The subject of the verb, if it is somebody."""
    frame = Frame.of_verb(place.view, _verb_with_subject(place, verb))
    holder = _holder(place, frame, stand)
    if holder:
        return Taker(speaker_span(place.view, holder), agentless=False)
    head = NO_WORD if _has_no_agent(place, frame, stand) else _who(place, subject(frame), passive=frame.cue.passive)
    speaking = place.words.speaking_pronouns | place.words.pronouns_first_person
    if head and head.form in speaking and not frame.cue.passive:
        return Taker(is_speaker=True)
    if not head or head is place.word or head.form in place.words.impersonal_subjects | place.words.nobody:
        return Taker()
    is_thing = head.upos == "NOUN" and not place.view.is_party(head)
    head = _who_says(place, head)
    if _is_what_was_said(place, head, passive=frame.cue.passive):
        return Taker()
    if _is_no(place, head) or (stand.of_such and is_one_of_such(place, head)):
        return Taker()
    speaker = _pair_span(place.view, head) or speaker_span(place.view, head)
    taken_up = head.upos == "PRON" and head.form in place.words.personal_subjects
    continues = taken_up and not resumes(place.view, place.clause)  # *p, was dieser bestreitet*
    return Taker(speaker, speaker is None, continues, is_thing)


def _who_says(place: Place, head: Word) -> Word:
    """*Diese Angaben stützt ein Protokoll*, *Eine Meldung, wonach p, | nannte ein Sprecher falsch*: what was said is no
    subject where somebody else may be."""
    if head.upos != "NOUN" or not ends_in(head, place.words.claim_nouns):
        return head
    apart = (*fronted(place), *place.near)
    others = (
        word
        for word in apart
        if word.upos in NOUNS and word.relation not in {"nmod", "flat", "appos", "compound"} and word is not head
    )
    free = (word for word in others if not place.view.is_governed(word) and place.view.may_be_nominative(word))
    return next((word for word in free if not ends_in(word, place.words.claim_nouns) and _speaks(place, word)), head)


def _is_what_was_said(place: Place, head: Word, *, passive: bool) -> bool:
    """*Angaben, die nicht überprüft werden können*: what is done to them nobody in particular does."""
    done = any(word.lemma in place.words.passive_auxiliaries for word in place.near) and place.word.is_participle
    if not (head.is_relative and (passive or done)):
        return False
    return ends_in(antecedent(place.view, head), place.words.claim_nouns)


def _speaks(place: Place, word: Word) -> bool:
    return place.view.is_party(word) or place.view.language.lexicon.noun(word).reporting is not None


def _is_no(place: Place, head: Word) -> bool:
    """*Das habe kein Zeuge bestätigt*: nobody."""
    return any_form(place.view.sentence.children(head), place.words.negative_articles)


def answerer(place: Place) -> Taker:
    """*Keineswegs, sagte die Ministerin*: the subject of a verb of saying right behind the answer."""
    said = place.view.next(place.clause).opening
    if not said.is_finite or said.lemma not in place.view.language.lexicon.verbs.reporting:
        return Taker()
    head = subject(Frame.of_verb(place.view, said))
    speaker = speaker_span(place.view, head) if head and place.view.is_party(head) else None
    return Taker(speaker, speaker is None)


def _lemmas(place: Place, verb: Word) -> set[str]:
    """A verb's lemma, and what it is with a particle of its clause: *legte … vor*."""
    particles = [word.form for word in place.near if word.relation == "compound" and word.number > verb.number]
    return {verb.lemma, *(particle + verb.lemma for particle in particles)}


def produces(place: Place, verb: Word) -> bool:
    """*Beweise legte er nicht vor*: whoever puts something forward owes the evidence."""
    return not _lemmas(place, verb).isdisjoint(place.words.producing_verbs)


def _holder(place: Place, frame: Frame, stand: Stand) -> Word:
    """*Der Polizei liegen dafür keine Belege vor*: who has none, in the dative; NO_WORD if nobody is named."""
    words = place.words
    lemmas = _lemmas(place, frame.cue.verb)
    if stand.pos != "noun" or not lemmas & words.existential_verbs & words.possession_verbs:
        return NO_WORD
    datives = (word for word in place.near if word.upos in NOUNS and word.has("Case=Dat"))
    free = (word for word in datives if not place.view.is_governed(word) and place.view.is_party(word))
    return next(free, NO_WORD)


def _verb_with_subject(place: Place, verb: Word) -> Word:
    """*…, um sich gegen p zu wehren*: the verb of the clause before, whose subject does it."""
    before = place.view.previous(place.clause)
    return before.finite[0] if place.clause.kind == "infinitive" and before.finite else verb


def _who(place: Place, head: Word, *, passive: bool) -> Word:
    """The subject, or, where the tree takes something else for it, the first of the clause who can speak.

    *Auch Huber hatte Fehler eingeräumt*; in the passive nobody, where *ihm* is no agent.
    """
    if passive and head and not _is_agent(place, head):
        return NO_WORD
    if head.upos == "PRON" and is_claim_pronoun(place.view, head):
        return next(_others_who_speak(place, head), head)
    if head.upos != "NOUN" or place.view.is_party(head):
        return head
    before = (word for word in place.near if word.number < place.word.number and place.view.before(word).upos != "ADP")
    names = (word for word in before if word.upos == "PROPN" and place.view.is_party(word))
    return next((word for word in names if place.view.may_be_nominative(word)), head)


def _others_who_speak(place: Place, head: Word) -> Iterator[Word]:
    """*Genau das zieht die Opposition in Zweifel*: who does it, where the tree takes *das* for the subject."""
    behind = (word for word in place.near if word.upos in NOUNS and word.number > head.number)
    free = (word for word in behind if not place.view.is_governed(word) and place.view.is_party(word))
    yield from (word for word in free if word.relation in {"obj", "nsubj"} and place.view.may_be_nominative(word))


def _is_agent(place: Place, head: Word) -> bool:
    """Whether a noun phrase stands behind a preposition for agents: *von der Reederei*."""
    if head.form in place.words.impersonal_subjects:
        return True
    phrase = place.view.phrase(head) or [head]
    first = place.view.before(phrase[0]) if phrase[0].upos != "ADP" else phrase[0]
    contracted = place.view.before(head)  # *vom Zoll* as one token
    return bool({first.form, contracted.form} & place.words.agent_prepositions)


def _pair_span(view: View, head: Word) -> Span | None:
    """*Weder das Pentagon noch die NATO*: both names of a negated pair."""
    near, words = view.clause_of(head).words, view.language.words
    opener = next((place for place, word in enumerate(near) if word.form in words.pair_openers), None)
    if opener is None or not any(word.form in words.pair_joints for word in near):
        return None
    pair = near[opener + 1 : opener + 2] + tuple(takewhile(lambda word: not word.is_finite, near[opener + 2 :]))
    names = bool(pair) and pair[0].upos not in VERBS  # not *weder bestätigen noch dementieren*
    holds_subject = any(word is head or word.number == head.number for word in pair)
    return text_span(pair) if names and holds_subject and len(pair) > 1 else None


def takes_noun(verb: Word, place: Place, stand: Stand, verdict: Verdict) -> bool:
    """*Beweise haben, sehen, vorlegen*, *es gibt keine Beweise*, *nannte das eine Lüge*; not *Beweise fordern*."""
    words = place.words
    dismissing = words.dismissing_verbs | words.judging_verbs
    if stand.target == "none" or (verdict in {"denies", "doubts"} and verb.lemma in dismissing):
        return True
    lemmas = _lemmas(place, verb)
    there = any(word.form in words.impersonal_subjects for word in place.near)
    existential = words.existential_verbs - words.copulas  # *The letter was a hoax*: what it is, whoever is there
    if not there and lemmas & existential and place.view.is_party(subject(Frame.of_verb(place.view, verb))):
        return bool(
            lemmas & words.possession_verbs
        )  # *Die Polizei gab keine Hinweise*: whoever gives none may have some
    return bool(lemmas & (words.possession_verbs | words.existential_verbs | words.copulas))


def _has_no_agent(place: Place, frame: Frame, stand: Stand) -> bool:
    """*ist bestätigt*, *es gibt keine Beweise*, *lässt sich nicht überprüfen*: nobody is named."""
    words = place.words
    if stand.of_matter or place.has_nobody:
        return True
    if stand.pos == "noun":
        # *Die Nachricht sei eine Ente*: what something is called, nobody does.
        return frame.cue.verb.lemma in words.existential_verbs | words.copulas or stand.target == "none"
    if stand.pos in {"adjective", "answer"}:
        return frame.cue.verb.lemma not in words.judging_verbs  # *Der Richter hält die Aussage für glaubhaft*
    lets = any(item.lemma in words.letting_verbs for item in place.near)
    lets_itself = lets and bool(place.forms & words.third_reflexives)
    return lets_itself or (frame.cue.passive and not subject(frame))


def origin_phrase(place: Place, stand: Stand, *, is_taker: bool) -> Span | None:
    """*Aus dem offiziellen Moskau sind Dementis zu vernehmen*: the place the stand comes from.

    *Bei den Fischern stieß die Meldung auf Skepsis*, *Im Ministerium glaubt man das nicht*: those among whom it is
    taken. Of what something is called that must open the clause: *Für die Fischer ist das eine Ausrede*.
    """
    anywhere = stand.target == "none"
    origins = place.words.stand_origins if anywhere else place.words.stand_places
    reach = place.near if anywhere or is_taker else place.near[:1]
    for number, word in enumerate(reach, start=1):
        if word.upos == "ADP" and word.form in origins:
            phrase = tuple(takewhile(lambda item: item.upos in {"DET", "ADJ", "NOUN", "PROPN"}, place.near[number:]))
            if phrase and (anywhere or any(_can_take(place, item) for item in phrase)):
                return text_span(phrase)
    return None


def _can_take(place: Place, word: Word) -> bool:
    """Somebody, and nothing written: *im Ministerium*, not *im Protokoll*."""
    return place.view.is_party(word) and place.view.language.lexicon.noun(word).reporting is None
