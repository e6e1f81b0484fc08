"""Institutions: others of the same gender, in words of every kind."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from attrib.evaluation.invariance.comparison import known_as
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.rewriting import rewritten
from attrib.evaluation.invariance.vocabulary import Institution
from attrib.records import Source, Span, Statement
from attrib.text.analysis import Word
from attrib.text.traced import Edit


class _Mention(NamedTuple):
    """An institution that is named by an article and one word, and nowhere else in the text."""

    source: Source
    article: Word
    noun: Word

    @property
    def gender(self) -> str:
        """Of the noun: `Masc`, `Fem`, `Neut`, or empty."""
        return self.noun.feature("Gender")

    @property
    def is_oblique(self) -> bool:
        """Whether it is in a case in which adjectives have another ending than in the nominative."""
        case = self.article.feature("Case")
        return case in {"Dat", "Gen"} or (case == "Acc" and self.gender == "Masc")


def swapped(kind: str) -> Callable[[Passage], Change | None]:
    """One institution is another one, of a certain kind."""

    def swap(passage: Passage) -> Change | None:
        for mention in _mentions(passage):
            fitting = [each for each in passage.vocabulary.institutions if each.kind == kind]
            fitting = [each for each in fitting if (each.gender or "") == mention.gender]
            if fitting:
                return _swapped(passage, mention, passage.pick(fitting, f"institution {kind}"))
        return None

    return swap


def _swapped(passage: Passage, mention: _Mention, new: Institution) -> Change:
    words = new.oblique if mention.is_oblique and new.oblique else new.nominative
    names = {known_as(mention.source.id, passage.annotation): frozenset(new.known_as)}
    return Change(rewritten(passage.text, [Edit(mention.noun.span, words)]), renamed=names)


def _mentions(passage: Passage) -> Iterator[_Mention]:
    for statement in passage.statements:
        words = passage.words_of(statement.speaker)
        if len(words) == 2 or (len(words) == 3 and words[0].upos == "NOUN"):
            article, noun = words[-2:]
            source = _only_source(passage, statement)
            if (
                source is not None
                and _is_plain(passage, article, noun)
                and _is_mentioned_once(passage, statement, noun)
            ):
                yield _Mention(source, article, noun)


def _only_source(passage: Passage, statement: Statement) -> Source | None:
    links = [link for link in statement.sources if link.relation == "states"]
    return passage.sources.get(links[0].source) if len(links) == 1 else None


def _is_plain(passage: Passage, article: Word, noun: Word) -> bool:
    """Whether article and noun agree, in a form that tells no genitive by its ending."""
    nouns = passage.language.lexicon.nouns
    is_institution = nouns.institution(noun) is not None and nouns.person(noun) is None
    is_name = noun.upos == "PROPN"
    agree = article.feature("Gender") == noun.feature("Gender") and article.feature("Case") == noun.feature("Case")
    genitive = article.has("Case=Gen") and not article.has("Gender=Fem")
    told = article.has("Number=Sing") or not passage.language.grammar.VERB_SECOND  # *the*: of any number
    singular = told and not noun.is_plural
    return (
        (is_institution or is_name)
        and article.has("Definite=Def")
        and agree
        and singular
        and passage.is_written(article)
        and not genitive
    )


def _is_mentioned_once(passage: Passage, statement: Statement, noun: Word) -> bool:
    """Whether no other words of the text may stand for the same party, and no name is compared with it."""
    stem = noun.form[:5]
    others = [word for word in passage.words if word.span != noun.span and stem in word.form]
    speakers = {item.speaker for item in passage.statements if _shares_source(item, statement)}
    return not others and all(_is_same_or_pronoun(passage, speaker, statement) for speaker in speakers)


def _shares_source(one: Statement, other: Statement) -> bool:
    return bool({link.source for link in one.sources} & {link.source for link in other.sources})


def _is_same_or_pronoun(passage: Passage, speaker: tuple[Span, ...], statement: Statement) -> bool:
    return speaker == statement.speaker or all(word.upos in {"PRON", "ADV"} for word in passage.words_of(speaker))
