"""Who answers what somebody has said, where that opens the sentence: *Die Kritik der Partei wies **das Amt** zurück.*

The tree takes what opens a clause for its subject; a noun for something said is no more likely to be one than who
stands behind the verb, and can never be the one who denies.
"""

from attrib.quotation.frame import Frame
from attrib.quotation.nominative import disagrees
from attrib.quotation.reporting_noun import noun_entry
from attrib.text.analysis import NO_WORD, Word
from attrib.text.view import View

_FARTHEST = 6
"""How many words behind the verb who answers is looked for, over adverbs and adjuncts."""


def answerer(frame: Frame) -> Word:
    """The subject behind the finite verb, before which something said is the object; NO_WORD if that is not certain."""
    view, anchor = frame.view, frame.cue.anchor
    if not anchor.is_finite or frame.cue.lemma not in view.language.words.answering_verbs:
        return NO_WORD
    said = _said(frame)
    speaker = _behind(view, anchor) if said else NO_WORD
    return speaker if speaker and _is_object(frame, said, speaker) else NO_WORD


def _said(frame: Frame) -> Word:
    """The noun for something said before the finite verb, which the tree joins to it; NO_WORD if there is none."""
    view = frame.view
    children = [*view.sentence.children(frame.cue.verb), *view.sentence.children(frame.cue.anchor)]
    for child in children:
        before = child.number < frame.cue.anchor.number and child.relation in {"nsubj", "obj", "obl", "nmod"}
        if before and child.upos == "NOUN" and view.before(view.phrase(child)[0]).upos != "ADP":
            noun = view.language.lexicon.noun(child)
            return child if noun.reporting is not None and not (noun.person or noun.institution) else NO_WORD
    return NO_WORD


def _behind(view: View, anchor: Word) -> Word:
    """The party that opens what follows the verb, adverbs and adjuncts passed over."""
    number = anchor.number + 1
    while number <= anchor.number + _FARTHEST:
        word = view.word(number)
        if word.upos == "ADP":
            group = view.governed_group(word)
            number = group[-1].number + 1 if group else number + 1
        elif word.upos in {"ADV", "PART"}:
            number += 1
        else:
            break
    head = view.group_head(view.nominal_group(number))
    return head if _may_speak(view, head) and view.may_be_nominative(head) else NO_WORD


def _may_speak(view: View, head: Word) -> bool:
    """Somebody: a noun for a party that is nothing said, or a name."""
    noun = view.language.lexicon.noun(head)
    name = head.upos == "PROPN" or (head.upos == "NOUN" and view.language.grammar.may_be_name(head))
    bare = bool(head) and view.phrase(head)[0] is head
    return noun.person is not None or noun.institution is not None or (name and bare and noun.reporting is None)


def _is_object(frame: Frame, said: Word, speaker: Word) -> bool:
    """Whether what is said cannot be the subject: by its number, its article, or because it does not speak itself."""
    view, listed = frame.view, frame.view.language.words
    article = view.phrase(said)[0]
    if not said.is_plural and article.form in listed.nominative_articles:
        return False  # *Der Bericht nennt die Ministerin …*
    entry = noun_entry(said, view.language)
    certain = view.phrase(speaker)[0].form in listed.masculine_subject_articles and not speaker.is_plural
    denies = frame.cue.lemma in view.language.lexicon.verbs.denying
    return (
        disagrees(said, frame)
        or denies
        or entry is None
        or not entry.document
        or (certain and not speaker.has("Gender=Fem"))
    )
