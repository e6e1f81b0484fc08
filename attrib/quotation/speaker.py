"""Who speaks in a frame: its subject by tree, word order and case."""

from itertools import islice, takewhile

from attrib.quotation.agent import agent_of_tree, cited, linear_agent
from attrib.quotation.answering import answerer
from attrib.quotation.experiencer import experiencer
from attrib.quotation.frame import Frame, Stretch
from attrib.quotation.shared_subject import shared_subject
from attrib.quotation.subject_by_order import (
    behind_pointer,
    beside_resuming,
    left_subject,
    linear_subject,
    pronoun_behind,
)
from attrib.quotation.subject_by_tree import conjunction_heads, subject_of_tree
from attrib.quotation.subject_site import Site, Step
from attrib.quotation.unnamed_subject import alone, circles, expletive, impersonal_pronoun
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import NOUNS


def subject(frame: Frame, *, outside: Stretch | None = None) -> Word:
    """The head of the noun phrase that speaks: the cue's subject, or the agent of a passive; NO_WORD if there is none.

    `outside` are the first and last word of the content, where the subject cannot stand.
    """
    return frame.kept(("subject", outside), lambda: _subject(Site(frame, outside)))


def _subject(site: Site) -> Word:
    if site.cue.experiencer:
        return experiencer(site.frame, site.content)
    answers = NO_WORD if site.cue.passive else answerer(site.frame)
    if answers and site.is_free(answers):
        return answers
    found = islice(filter(None, (step(site) for step in _steps(site))), 2)
    head = next(found, NO_WORD)
    if is_mute(site.view, head):
        # *Diesen Vorwurf wollte Weber nicht stehenlassen*: who can speak before what cannot
        head = next((other for other in found if not is_mute(site.view, other)), head)
    # In a language whose subject stands before its verb the tree has it right.
    return _first_of_joint(site, head) if site.view.language.grammar.VERB_SECOND else head


def _steps(site: Site) -> tuple[Step, ...]:
    """Where the subject is looked for, in order."""
    language = site.view.language
    active, passive = _STEPS[language.grammar.VERB_SECOND]
    steps = passive if site.cue.passive else active
    return (cited, *steps) if site.cue.lemma in language.words.citing_verbs else steps


def _first_of_joint(site: Site, head: Word) -> Word:
    """*haben Austin und **Kim** sich verpflichtet*: the first of those who are joined, from whom all are found."""
    if head.upos not in NOUNS or head.relation != "conj":
        return head
    view = site.view
    clause, heads = view.clause_of(head), conjunction_heads(view.sentence, head)
    joined = takewhile(lambda word: word.upos in NOUNS and view.clause_of(word) is clause, heads)
    free = takewhile(lambda word: site.is_free(word) and view.before(word).upos != "ADP", joined)
    return [head, *free][-1]


def is_mute(view: View, head: Word) -> bool:
    """Whether a noun is for what cannot speak: a day, a measure, a question, an event."""
    return head.upos == "NOUN" and view.language.lexicon.voice(head) == "none"


def _shared(site: Site) -> Word:
    return shared_subject(site.frame, subject)


_OF_PASSIVE: tuple[Step, ...] = (agent_of_tree, linear_agent, impersonal_pronoun)
_OF_ACTIVE: tuple[Step, ...] = (
    expletive,
    pronoun_behind,
    beside_resuming,
    behind_pointer,
    _shared,
    subject_of_tree,
    linear_subject,
    alone,
    circles,
)
"""Where a subject is looked for, in order; the first that finds one decides."""
_OF_FIXED_ORDER: tuple[Step, ...] = (expletive, subject_of_tree, _shared, left_subject, alone)
"""The same where a subject has one place (*X said*): the tree is asked first, and what stands behind the verb is none
unless the tree says so."""
_STEPS = {True: (_OF_ACTIVE, _OF_PASSIVE), False: (_OF_FIXED_ORDER, (agent_of_tree, impersonal_pronoun))}
"""By whether the verb is second: the steps of a verb, and those of a passive."""
