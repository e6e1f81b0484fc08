"""The subject that a coordinated verb shares with the one before: *X bestätigte den Fund | und warnte, …*."""

from collections.abc import Callable

from attrib.quotation.answering import answerer
from attrib.quotation.frame import Frame
from attrib.quotation.nominative import disagrees, first_nominal, is_masculine, is_subject_pronoun
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View
from attrib.text.words import first_tag


def shared_subject(frame: Frame, subject: Callable[[Frame], Word]) -> Word:
    """The nominative before the verb that a coordinated one follows, else behind it; `subject` is asked for its own
    where what stands there does not agree."""
    view = frame.view
    verb = _verb_before(frame) if _is_coordinated(frame) or _is_second_participle(frame) else NO_WORD
    if not verb:
        return NO_WORD
    answers = answerer(Frame.of_verb(view, verb))
    if answers:
        return answers
    found = _beside(frame, verb)
    # *Die Äußerungen nannte der Trainer falsch und glaubt, …*: the first that can speak, and agrees with the verb.
    speaking = [head for head in found if view.is_party(head)]
    if speaking and disagrees(speaking[0], frame) and view.language.lexicon.nouns.person(speaking[0]) is None:
        lent = subject(Frame.of_verb(view, verb))
        speaking = [head for head in (lent, *speaking) if not disagrees(head, frame)] or speaking
    return next(iter((*speaking, *found)), NO_WORD)


def _beside(frame: Frame, verb: Word) -> list[Word]:
    """What can be a subject on either side of the verb before."""
    view = frame.view
    right = view.words(verb.number + 1, min(view.clause_of(verb).last, frame.cue.verb.number - 1))
    left = view.words(1, verb.number - 1)
    # *„p“, sagte er und stellte klar: …*: before a verb that opens its clause stands what was said.
    sides = (right, left) if _precedes_subject(view, verb) else (left, right)
    return list(filter(None, (first_nominal(view, words) for words in sides)))


def _precedes_subject(view: View, verb: Word) -> bool:
    """*…, sagte | er*: whether a verb opens its clause and its subject stands behind it."""
    behind = (child for child in view.sentence.children(verb) if child.number > verb.number)
    subjects = any(child.relation == "nsubj" and view.may_be_nominative(child) for child in behind)
    return subjects and view.clause_of(verb).opening is verb


def _verb_before(frame: Frame) -> Word:
    """The verb that a coordinated one follows.

    *„A ist B“, sagte X und verwies auf C*: the nearest main clause before, not the one that was quoted.
    """
    view, cue = frame.view, frame.cue
    before = [word for word in view.words(1, cue.verb.number - 1) if word.is_finite]
    mains = [word for word in before if view.clause_of(word).kind == "main" and word is not cue.finite]
    return next(iter((*mains[-1:], *before)), NO_WORD)


def _is_coordinated(frame: Frame) -> bool:
    """*… und warnte*, *…, warnte aber*: the subject of the finite verb stands with the verb before."""
    view, anchor = frame.view, frame.cue.anchor
    before, behind = view.before(anchor), view.behind(anchor)
    contrasted = behind.form in view.language.words.contrast_openers and not _opens_subject(frame, view.behind(behind))
    return before.upos == "CCONJ" or (before.text == "," and contrasted and anchor.is_finite)


def _opens_subject(frame: Frame, word: Word) -> bool:
    """*p, sagte aber | der Wirt*: somebody who speaks, in the nominative; not *lehnte aber | eine Rede ab*."""
    view = frame.view
    head = view.group_head(view.nominal_group(word.number))
    certain = head.upos == "PROPN" or is_masculine(view, head) or not {"act", "about"} & set(frame.cue.forms)
    return is_subject_pronoun(view, word) or (certain and view.is_party(head) and view.may_be_nominative(head))


def _is_second_participle(frame: Frame) -> bool:
    """*hat p verstärkt und q eingestuft*: a participle whose auxiliary stands before another participle."""
    cue = frame.cue
    if cue.finite is None or cue.finite is cue.verb:
        return False
    between = frame.view.words(cue.finite.number + 1, cue.verb.number - 1)
    conjunction = first_tag(between, {"CCONJ"})
    first_half = (word for word in between if word.number < conjunction.number)
    return any(word.is_participle for word in first_half)
