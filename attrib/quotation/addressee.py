"""To whom something is said: *gegenüber der Zeitung*, *sagte dem Sender*, *forderte die Regierung auf*."""

from collections.abc import Iterable, Sequence

from attrib.quotation.frame import Frame, Stretch, outside_of
from attrib.quotation.speaker_phrase import before_dative, is_addressed, is_postposed
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
    phrase = next(filter(None, marked), None) or _behind_name(frame, head, words) or _by_case(frame, head, words)
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


def _behind_name(frame: Frame, head: Word, words: Sequence[Word]) -> list[Word]:
    """*sagte Minister Weber | der ARD*: behind the speaker's name, where a genitive would look the same."""
    view = frame.view
    phrase = view.phrase(head) if head else []
    if not phrase or phrase[0].number < frame.cue.anchor.number:
        return []
    name, rest = before_dative(view, phrase)
    article = rest[0] if rest else view.behind(name[-1])
    group = view.nominal_group(article.number) if article in words and is_addressed(view, article) else None
    named = view.phrase(first_tag(group or (), NOUNS)) if group else []
    addressed = [word for word in named if word.number >= article.number]
    return [] if not addressed or is_postposed(view, addressed[-1]) else addressed


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
    """Whether the phrase stands without a preposition, before or behind it, and is no part of another phrase."""
    phrase = view.phrase(word)
    governed = view.before(phrase[0]).upos == "ADP" or is_postposed(view, phrase[-1])
    return word.relation not in _PARTS and not governed
