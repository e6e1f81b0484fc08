"""What nobody in particular supposes: *Es werden Tote befürchtet* · *Als Ursache wird ein Kabel genannt* · *Man rechnet
mit Regen*."""

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import NO_WORD, Word
from attrib.text.words import NOUNS, any_form, ends_in, first, tagged


def is_supposed(frame: Frame) -> bool:
    """*Es werden Tote befürchtet*, *Als Favorit wird Weber genannt*: the subject of a passive is what is supposed."""
    cue, words = frame.cue, frame.view.language.words
    matter = _matter(frame)
    if not matter or not _tells(frame):
        return False
    as_what = any_form(frame.clause.words, words.comparison_particles)
    if cue.lemma in words.awaiting_verbs:
        return _is_to_come(frame, matter)
    supposed = cue.lemma in words.supposing_verbs and "act" in cue.forms
    candidate = cue.lemma in words.candidate_verbs and as_what
    return supposed or candidate or (cue.lemma in words.sum_verbs and ends_in(matter, words.sum_nouns))


def is_common(frame: Frame) -> bool:
    """*Man rechnet mit Regen*: what is supposed in general; not *Im Rathaus rechnet man mit Regen*."""
    cue, view, words = frame.cue, frame.view, frame.view.language.words
    head = subject(frame)
    supposes = cue.lemma in words.supposing_verbs and "act" in cue.forms
    anybody = head.form in words.speaking_pronouns and head.upos == "PRON"
    things = (noun for noun in tagged(frame.clause.words, NOUNS) if not view.language.grammar.is_time(noun))
    # *wie man vermutet*, *Man vermutet, dass p*
    whole = frame.clause.kind == "main" and cue.finite is cue.verb and view.next(frame.clause).kind != "complement"
    return supposes and anybody and whole and any(things)


def _tells(frame: Frame) -> bool:
    """Whether it is a main clause, *Als Favorit | wird Weber genannt* too."""
    finite, opens = frame.cue.finite, any_form(frame.clause.words[:1], frame.view.language.words.comparison_particles)
    second = opens and finite is not None and finite.number < frame.cue.verb.number
    return frame.clause.kind == "main" or second


def _matter(frame: Frame) -> Word:
    """The noun that the tree makes the subject of the passive, or its object."""
    children = tagged(frame.view.sentence.children(frame.cue.verb), NOUNS)
    nouns = [word for word in children if not frame.view.is_governed(word)]
    return first(nouns, lambda word: word.relation in {"nsubj", "obj"})


def _is_to_come(frame: Frame, matter: Word) -> bool:
    """*Es wird ein Anstieg erwartet*; not *Der Kanzler wird in Kiel erwartet*, *Das Urteil wird am Montag erwartet*."""
    view, words = frame.view, frame.view.language.words
    opening = next(iter(view.phrase(matter)), NO_WORD)
    definite = opening.has("Definite=Def") or any_form((opening,), words.possessives | words.demonstratives)
    awaited = ends_in(matter, words.awaited_things) or matter.upos != "NOUN" or view.is_party(matter)
    return not (definite or awaited)
