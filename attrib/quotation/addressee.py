"""To whom something is said: *gegenüber der Zeitung*, *sagte dem Sender*, *forderte die Regierung auf*."""

from collections.abc import Iterable

from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.records import Span
from attrib.text.analysis import Word
from attrib.text.view import View, text_span
from attrib.text.words import NOUNS, SPEAKERS, first_tag, formed, numbers_of, tagged

_PARTS = frozenset({"nmod", "flat", "appos"})


def addressee(frame: Frame, head: Word, *, outside: Stretch | None) -> tuple[Span, ...]:
    """The addressee in the cue's frame, outside its content; empty if the frame names none.

    `head` is the subject, which is nobody's addressee.
    """
    view, words = frame.view, _frame_words(frame, outside)
    marked = (_beside(view, word) for word in formed(words, view.language.words.addressee_markers))
    phrase = next(filter(None, marked), None) or _by_case(frame, head, words)
    return (text_span(phrase),) if phrase else ()


def _frame_words(frame: Frame, outside: Stretch | None) -> list[Word]:
    """The words of the cue's clause: from its start to the end of the verb's clause."""
    last = max(frame.clause.last, frame.cue.verb.number)
    return outside_of(frame.view.words(frame.first, last), outside)


def _beside(view: View, word: Word) -> list[Word]:
    """The noun phrase behind or before *gegenüber*."""
    behind = first_tag(view.nominal_group(word.number + 1) or (), {*NOUNS, "X"})
    before = view.before(word)
    return view.phrase(behind) if behind else view.phrase(before) if before.upos in SPEAKERS else []


def _by_case(frame: Frame, head: Word, words: Iterable[Word]) -> list[Word]:
    """*sagte dem Sender*: a party in the dative; with some verbs (*forderte die Regierung auf*) in the accusative."""
    view, own = frame.view, numbers_of(frame.view.phrase(head)) if head else set()
    bare = [word for word in tagged(words, SPEAKERS) if word.number not in own and _is_bare(view, word)]
    with_accusative = frame.cue.lemma in view.language.words.addressing_verbs
    cases = ({"Dat"}, {"Acc", "Nom"}) if with_accusative else ({"Dat"},)
    for word in (word for wanted in cases for word in bare if view.case(word) in wanted):
        if not _is_reflexive(view, word) and (word.upos == "PRON" or with_accusative or view.is_party(word)):
            return view.phrase(word)
    return []


def _is_reflexive(view: View, word: Word) -> bool:
    return word.has("Reflex=Yes") or word.form in view.language.words.reflexives


def _is_bare(view: View, word: Word) -> bool:
    """Whether the phrase stands without a preposition and is no part of another phrase."""
    return word.relation not in _PARTS and view.before(view.phrase(word)[0]).upos != "ADP"
