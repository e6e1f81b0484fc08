"""Verbs of saying that say nothing beside certain words: *bestritt ihr erstes Spiel*, *griff den Torwart an*."""

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import Word
from attrib.text.clause import Clause
from attrib.text.view import View
from attrib.text.words import any_form, ends_in, tagged

_BODILY_KINDS = frozenset({"person", "military", "witness"})


def says_nothing(frame: Frame, lemma: str) -> bool:
    """Whether a verb (its lemma with the particle) is none of saying here: an idiom, a blow, the ruling of a court."""
    if lemma in frame.view.language.words.trading_verbs and not frame.cue.passive:
        return True  # *Ohm handelt als Vormund*; *Ohm wird als Nachfolger gehandelt*
    speechless = _is_blow(frame, lemma) or _is_ruling(frame, lemma) or _is_met(frame, lemma) or _is_felt(frame, lemma)
    return (
        speechless
        or _is_burden(frame, lemma)
        or _keeps_in_office(frame)
        or is_idiom(frame.view, frame.clause, lemma)
        or _only_turns_to(frame, lemma)
    )


def is_idiom(view: View, clause: Clause, lemma: str) -> bool:
    """*bestritt ihr erstes Gruppenspiel*, *schrieb Geschichte*: the noun may be a compound; *stimmten dafür*."""
    words = view.language.words
    said = lemma in words.idiom_verbs and any(ends_in(noun, words.idiom_nouns) for noun in _objects(view, clause))
    return said or _is_vote(view, clause, lemma)


def _is_vote(view: View, clause: Clause, lemma: str) -> bool:
    """*stimmten dafür*, *stimmte gegen den Plan*; not *Das stimmt für Berlin*."""
    words = view.language.words
    votes = lemma in words.voting_verbs and any_form(clause.words, words.voting_words)
    return votes and not any_form(clause.words, words.object_pronouns | words.expletives)


def _is_blow(frame: Frame, lemma: str) -> bool:
    """*attackierte den Torwart*, *das Dorf*, *mit Drohnen*; *attackierte den Minister*, *scharf* is said."""
    view, words = frame.view, frame.view.language.words
    if lemma not in words.bodily_verbs or any_form(frame.clause.words, words.verbal_manners):
        return False
    head = subject(frame)
    others = [noun for noun in _objects(view, frame.clause) if noun is not head]
    armed = any_form(tagged(frame.clause.words, {"ADP"}), words.instrument_prepositions)
    return armed or _is_bodily(view, head) or not any(map(view.is_party, others))


def _is_burden(frame: Frame, lemma: str) -> bool:
    """*Die Steuer belastet die Bürger*; *Die Zeugin belastet den Chef*: who testifies, and a person's or a firm's name
    or noun."""
    view, words, head = frame.view, frame.view.language.words, subject(frame)
    if lemma not in words.burdening_verbs:
        return False
    others = [noun for noun in _objects(view, frame.clause) if noun is not head]
    return not (ends_in(head, words.testifying_nouns) and any(map(view.is_party, others)))


def _keeps_in_office(frame: Frame) -> bool:
    """*bestätigte die Chefin im Amt*: a body acts, it does not speak."""
    confirms = frame.cue.lemma in frame.view.language.lexicon.verbs.confirming
    own = frame.view.sentence.children(frame.cue.verb) if confirms else ()
    return any_form(tagged(own, {"NOUN"}), frame.view.language.words.office_places)


def _is_bodily(view: View, head: Word) -> bool:
    """*der Stürmer*, *die Armee*: somebody who rather strikes than speaks."""
    return not _kinds(view, head).isdisjoint(_BODILY_KINDS)


def _is_ruling(frame: Frame, lemma: str) -> bool:
    """*Das Gericht wies die Klage zurück*, *gab ihm recht*: a court acts, it does not speak."""
    view, words = frame.view, frame.view.language.words
    if not is_court(frame):
        return False
    rules = lemma in words.ruling_verbs and any(ends_in(noun, words.pleadings) for noun in _objects(view, frame.clause))
    return rules or (frame.cue.phrase and any_form(frame.cue.words, words.ruling_words))


def is_court(frame: Frame) -> bool:
    """Whether the subject of a frame, or the agent of a passive, is a court."""
    return "court" in _kinds(frame.view, subject(frame))


def _is_met(frame: Frame, lemma: str) -> bool:
    """*erwartet ein Kind*, *erwarten am Samstag Bremen*, *sprach den Rentner an*: what comes, and whom one turns to."""
    view, words = frame.view, frame.view.language.words
    heads = (noun for noun in _objects(view, frame.clause) if noun.relation not in {"nmod", "flat", "appos"})
    others = [noun for noun in heads if noun is not subject(frame)]
    if lemma in words.addressing_objects_verbs:
        return any(map(view.is_party, others))
    things = [noun for noun in others if noun.upos == "NOUN" and not view.language.grammar.is_time(noun)]
    awaited = not things or any(ends_in(noun, words.awaited_things) for noun in things)
    return lemma in words.awaiting_verbs and awaited


def _is_felt(frame: Frame, lemma: str) -> bool:
    """*klagte über Unwohlsein*: what one person feels; several tell of it."""
    words = frame.view.language.words
    nouns = tagged(frame.clause.words, {"NOUN"})
    ails = lemma in words.ailing_verbs and any(ends_in(noun, words.ailments) for noun in nouns)
    return ails and frame.cue.anchor.has("Number=Sing")


def _only_turns_to(frame: Frame, lemma: str) -> bool:
    """*äußerte sich zu den Plänen*: that something is said, and not what; *äußerte sich gegen den Plan*."""
    words, clause = frame.view.language.words, frame.clause.words
    own = lemma in words.turning_verbs and not frame.cue.phrase and any_form(clause, words.third_reflexives)
    sides = any_form(tagged(clause, {"ADP"}), words.siding_prepositions)
    return own and not sides and not any_form(clause, words.negations)  # *wollte sich nicht äußern* is a stand


def is_pleading(view: View, clause: Clause, lemma: str) -> bool:
    """*wies die Klage zurück*, *Der Antrag wurde zurückgewiesen*: it is turned down, nothing is denied."""
    words = view.language.words
    if lemma not in words.ruling_verbs:
        return False
    objects = [noun for noun in _objects(view, clause) if noun.relation != "nmod"]  # *bestätigte den Eingang der Klage*
    turned_down = any(ends_in(noun, words.pleadings) for noun in objects)
    return turned_down and not any(ends_in(noun, words.claim_nouns) for noun in objects)


def _kinds(view: View, head: Word) -> set[str]:
    """The kinds of party that the lists know the noun for."""
    noun = view.language.lexicon.noun(head)
    return {entry.kind for entry in (noun.person, noun.institution) if entry is not None}


def _objects(view: View, clause: Clause) -> list[Word]:
    """The nouns and names of a clause that no preposition governs."""
    return [noun for noun in tagged(clause.words, {"NOUN", "PROPN"}) if not view.is_governed(noun)]
