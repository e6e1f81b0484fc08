"""Titles before names, and before nouns for what somebody is."""

from collections.abc import Callable

from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.people import persons
from attrib.evaluation.invariance.spelling import capital, within_sentence
from attrib.evaluation.invariance.vocabulary import Title
from attrib.records import Span, Statement
from attrib.text.analysis import Word
from attrib.text.traced import Edit


def titled(title: Title) -> Callable[[Passage], Change | None]:
    """A title before a name, or before the noun for what somebody is."""

    def entitle(passage: Passage) -> Change | None:
        place = _role(passage) if title.kind == "role" else _name(passage, title)
        if place is None:
            return None
        opens = any(sentence.start == place.start for sentence in passage.parsed.sentences)
        words = capital(title.words) if opens else title.words
        first = passage.words_of((place,))[0]
        return passage.change(Edit(first.span, f"{words} {within_sentence(passage, first)}"))

    return entitle


def _name(passage: Passage, title: Title) -> Span | None:
    """Where a name stands that can have the title."""
    for person in persons(passage):
        before = _before(passage, person.first)
        behind_noun = before is not None and before.upos in {"NOUN", "PROPN"}
        fits = title.gender is None or person.genders == {title.gender}
        if fits and person.is_free and not (title.alone and behind_noun):
            return person.first
    return None


def _before(passage: Passage, span: Span) -> Word | None:
    return next((word for word in reversed(passage.words) if word.end <= span.start), None)


def _role(passage: Passage) -> Span | None:
    """A noun for what somebody is, behind a definite article or before a name, in a mention that needs no other."""
    for statement in passage.statements:
        words = passage.words_of(statement.speaker)
        for place, word in enumerate(words):
            if _is_role(passage, word) and _is_own(passage, statement, words) and _is_free(words, place):
                return word.span
    return None


def _is_role(passage: Passage, word: Word) -> bool:
    """A noun for what somebody is, or was: not *Frau*."""
    address = word.form in passage.language.words.forms_of_address
    is_person = passage.language.lexicon.nouns.person(word) is not None
    return word.upos == "NOUN" and not word.is_plural and is_person and not address


def _is_own(passage: Passage, statement: Statement, words: list[Word]) -> bool:
    """Whether the mention itself says who it is, or nobody can tell."""
    sources = [passage.sources[link.source] for link in statement.sources if link.source in passage.sources]
    return any(source.origin == "unnamed" for source in sources) or any(word.upos == "PROPN" for word in words)


def _is_free(words: list[Word], place: int) -> bool:
    """Whether only a definite article, or nothing, stands before the noun."""
    if place == 0:
        return len(words) > 1 and words[1].upos == "PROPN"
    return place == 1 and words[0].has("Definite=Def")
