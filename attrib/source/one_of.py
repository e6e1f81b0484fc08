"""One or some of several who were told of: *one of them*, *several of the guards*, *einer von ihnen*."""

from collections.abc import Sequence
from dataclasses import replace

from attrib.records import SourceKind
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.source.unnamed_row import unnamed_row
from attrib.text.analysis import NO_WORD, Sentence, Word


def one_of(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...] | None:
    """Somebody without a name, who is none of the others; the name where it stands behind a comma. None if the words
    are for nobody of a group."""
    listed = question.language.words
    first, link, whole = words[:3] if len(words) > 2 else (NO_WORD, NO_WORD, NO_WORD)
    if first.form not in listed.some_of or link.form not in listed.genitive_links:
        return None
    named = _named(question, sentence, words)
    if named:
        return named
    if len(words) > 3 or whole.form not in listed.plural_pronouns:
        return None
    return (unnamed_row(question, words, _kind_of_group(question, sentence, whole), "unnamed_party"),)


def _kind_of_group(question: Question, sentence: Sentence, pronoun: Word) -> SourceKind:
    """What all of them are; persons where that is not told."""
    known = question.known
    group: tuple[Party, ...] = ()
    for form in question.language.words.group_pronouns:
        group = question.parties(sentence, [replace(pronoun, text=form, upos="PRON")])
    kinds = {question.known.sources[party.source].kind for party in group}
    question.known = known
    return kinds.pop() if len(kinds) == 1 else "person"


def _named(question: Question, sentence: Sentence, words: Sequence[Word]) -> tuple[Party, ...]:
    """*One of the firms, | Taiwan's Yuanjin Electronics*: who stands behind the first comma; nobody if none does."""
    comma = next((place for place, word in enumerate(words) if word.text == ","), len(words))
    behind = words[comma + 1 :]
    named = any(word.upos == "PROPN" for word in behind)
    return question.parties(sentence, behind) if named else ()
