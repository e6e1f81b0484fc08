"""Groups around somebody: *ein Team um die Geologin Anna Berg*, *die Autoren um Karl Ohm*.

Such a group is a party of its own and not the one it is named after; *das Team, die Forscher, die Autoren* take it up.
"""

from collections.abc import Sequence

from attrib.source.around import LEARNED
from attrib.source.cast import Referent
from attrib.source.fitting import nearest
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.text.analysis import NO_WORD, Sentence, Word


def circle(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """The group around somebody that the words name or take up; None if they are no such group."""
    noun = next((word for word in words if word.upos == "NOUN"), NO_WORD)
    named = question.cast.circle_at(noun.start)
    found = named or _taken_up(question, sentence, words, noun)
    if found is None:
        return None
    return (question.adopt(found, "named", "circle", f"{noun.text}: {found.source.name}"),)


def _taken_up(question: Question, sentence: Sentence, words: Sequence[Word], noun: Word) -> Referent | None:
    """*das Team*, *die Forscher*: the only group near that was named before; None if there is none, or several."""
    listed = question.language.words
    if words[0].form not in listed.definite_articles or words[-1] is not noun or len(words) > 2:
        return None
    groups = dict.fromkeys(question.cast.circles.values())
    before = [
        item
        for item in map(question.cast.referents.__getitem__, groups)
        if item.stands_before(noun.start) and _fits(question, item, noun)
    ]
    near = nearest(before, sentence, noun) or before
    return near[0] if len(near) == 1 else None


def _fits(question: Question, group: Referent, noun: Word) -> bool:
    """Whether a noun may take a group up: its own, one for any group, or one for those who study and write."""
    listed = question.language.words
    if noun.is_plural:
        learned = group.source.kind == "academic"
        entry = question.nouns.person(noun)
        member = noun.lemma.lower() in listed.author_nouns or (entry is not None and entry.kind in LEARNED)
        return noun.form in group.nouns or (learned and member)
    return noun.lemma.lower().endswith(tuple(listed.circle_nouns)) and bool(noun)
