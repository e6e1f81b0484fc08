"""Whose somebody or something without a name is: *ein Berater des Ministers*, *eine Studie der Bank*; and how a text
lets us know such a person."""

from collections.abc import Sequence

from attrib.records import Disclosure
from attrib.source.resolver import Question
from attrib.text.analysis import Word
from attrib.text.entries import PersonNoun
from attrib.text.words import NAMES, NOUNS

_WITHOUT_OFFICE = frozenset({"person", "witness"})


def disclosure_of(question: Question, words: Sequence[Word], noun: Word, entry: PersonNoun) -> Disclosure:
    """How a text lets us know people whom a noun describes and no name: by their `role`, or not at all (`unnamed`).

    | words | disclosure |
    |---|---|
    | somebody's whom the text names (`on_behalf`): *Karl Lunds Berater*, *seine Anwälte* | `role` |
    | all who have an office or a task in what is told: *die Ermittler*, *die deutschen Forscher* | `role` |
    | several others: *Analysten*, *Mitarbeiter des Ministeriums* | `unnamed`: nobody can check who |
    | one, and whose he is: *ein Berater des Ministers*, *des Angeklagten*, *seine Anwältin* | `role` |
    | one who stands for a country: *der Vertreter Norwegens* | `role` |
    | one who holds an office: *der Bezirksgouverneur*, *ein Sprecher*, *der EU-Kommissar* | `role` |
    | anybody else: *ein Insider*, *ein Diplomat*, *der Angeklagte*, *eine Zeugin aus Norwegen* | `unnamed` |
    """
    private = entry.kind in _WITHOUT_OFFICE
    if noun.is_plural:
        # *die Soldaten*: of whom many do the same
        several = private or entry.kind == "military"
        return "role" if not several and _are_all(question, words, noun) else "unnamed"
    if is_of_party(question, words, noun) or _is_somebodys(question, words, noun):
        return "role"
    if not private and _stands_for_country(question, words, noun):
        return "role"
    return "unnamed" if entry.unnamed or private else "role"


def _are_all(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """*die Ermittler*, *die deutschen Forscher*: with a definite article, and nothing behind the noun."""
    definite = words[0].form in question.language.words.definite_articles
    return definite and words[-1] is noun


def _is_somebodys(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """*ihr Anwalt*, *der Anwalt des Opfers*: whose somebody is, is said by a possessive or by one definite person."""
    if words[0].form in question.language.words.possessives or _is_possessed(question, words, noun):
        return True
    behind = [word for word in words if word.number > noun.number]
    article, owner = next(iter(behind), noun), next((word for word in behind if word.upos in NOUNS), noun)
    definite = article.form in question.language.words.definite_articles and article.has("Case=Gen")
    return definite and not owner.is_plural and question.nouns.person(owner) is not None


def _is_possessed(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """*the union's | leader*, *the victim's | mother*: whose somebody is stands before the noun."""
    if not question.language.grammar.HEAD_LAST:
        return False
    return any(word.deprel == "nmod:poss" and word.upos in NOUNS and word.number < noun.number for word in words)


def _stands_for_country(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """*der Vertreter Norwegens*, *der Gesandte von Chile*: a country right behind the noun; not *aus Norwegen*, *in
    Oslo*."""
    behind = [word for word in words if word.number > noun.number]
    while behind and behind[0].form in question.language.words.of_prepositions:
        behind.pop(0)
    name = behind[0] if behind else noun
    spellings = (name.text, question.language.grammar.without_genitive(name.text))
    return name is not noun and any(question.language.countries.of_place(each) is not None for each in spellings)


def is_of_party(question: Question, words: Sequence[Word], noun: Word) -> bool:
    """Whether a name, an institution or an office behind the noun says whose it is; several without a name do not."""
    behind = [word for word in words if word.number > noun.number and word.upos in NOUNS]
    return any(_identifies(question, word) for word in behind)


def _identifies(question: Question, word: Word) -> bool:
    if word.upos in NAMES:
        return question.language.countries.of_place(word.text) is None
    person = question.nouns.person(word)
    known = question.nouns.institution(word) is not None or (person is not None and not person.unnamed)
    return known and not word.has("Number=Plur")
