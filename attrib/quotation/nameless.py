"""Frames that name nobody, and those whose *es* is somebody: *hieß es*, *wurde gerufen*; *p, teilte es mit*."""

from attrib.quotation.frame import Frame
from attrib.quotation.speaker import subject
from attrib.text.analysis import Word
from attrib.text.words import SPEAKERS, any_form, tagged


def is_nameless(frame: Frame, head: Word) -> bool:
    """Whether the frame is agentless: *es heißt, man vermutet, in dem Brief steht, wurde gerufen*. Where only the
    subject of a verb in the active is not found, somebody spoke."""
    return stands_for_nobody(frame, head) or (not head and frame.cue.passive)


def stands_for_nobody(frame: Frame, head: Word) -> bool:
    """Whether the subject of a frame is nobody: that of a verb for what stands somewhere, or a pronoun for no one."""
    words = frame.view.language.words
    impersonal = head.form in words.impersonal_subjects and not _takes_up(frame, head)
    return frame.cue.placed or impersonal


def nobody_denies(frame: Frame) -> bool:
    """*Niemand bestreitet, dass p* · *Kein Experte bezweifelt das*: nobody takes a stand, and nothing is denied."""
    view, words, head = frame.view, frame.view.language.words, subject(frame)
    if frame.cue.lemma not in view.language.lexicon.verbs.denying:
        return False
    none = view.phrase(head)[:1] if head else ()
    own = tagged(frame.clause.words, {*SPEAKERS, "ADV", "DET"})
    return any_form(none, words.negative_articles) or any_form(own, words.nobody)


def _takes_up(frame: Frame, head: Word) -> bool:
    """*Das Museum bleibt dabei. p, teilte es mit*: a neuter pronoun whose verb tells what somebody does; not *es hieß*,
    *es droht, dass p*, *es freut ihn, dass p*, *es bestätigt sich*, *es ist davon auszugehen*."""
    cue, words = frame.cue, frame.view.language.words
    if head.form not in words.neuter_pronouns or cue.passive or cue.phrase or cue.lemma in words.expletive_verbs:
        return False
    if cue.finite is not None and cue.finite.lemma in words.copulas:
        return False
    told = cue.medium != "unknown" and cue.lemma not in words.continuing_verbs | words.citing_verbs
    return told and not any_form(frame.clause.words, words.third_reflexives)
