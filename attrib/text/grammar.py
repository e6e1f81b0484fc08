"""What lists cannot say of a language: the functions of its module `attrib/languages/<code>/grammar.py`.

Dependencies and features are those of Universal Dependencies; where word order, case or mood decide, the language
decides. What its module does not define is that of `attrib.text.plain`.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from attrib.text import plain
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.clause import Clause
from attrib.text.entries import GrammaticalGender


class Grammar(Protocol):
    """One language's grammar."""

    def mended(self, analysis: Analysis) -> Analysis:
        """The analysis with tags set right that a small tagger gets wrong and word order settles."""

    def clauses(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The sentence cut into clauses, in order; none is empty, and there is one for a sentence with words."""

    def opens_dependent(self, words: Sequence[Word]) -> bool:
        """Whether a clause without a verb is the beginning of a dependent one that goes on behind an aside."""

    @property
    def VERB_SECOND(self) -> bool:  # noqa: N802
        """Whether one constituent stands before the finite verb of a main clause, as a quotation may."""

    @property
    def NOUNS_IN_CAPITALS(self) -> bool:  # noqa: N802
        """Whether every noun is written with a capital letter: what is not is none, whatever the tagger says."""

    @property
    def HEAD_LAST(self) -> bool:  # noqa: N802
        """Whether what tells a noun from others stands before it in words of its own: *police department*."""

    def joins_name(self, sentence: Sentence, noun: Word, name: Word) -> bool:
        """Whether a name behind the attribute of a noun is the noun's own: *minister of education | Anna Berger*."""

    def finite_verb(self, sentence: Sentence, verb: Word) -> Word | None:
        """The finite form of the verb's group: itself, or its auxiliary."""

    def is_passive(self, sentence: Sentence, verb: Word) -> bool:
        """Whether what the verb is joined to as subject is not who acts."""

    def lender(self, sentence: Sentence, verb: Word) -> Word:
        """The verb whose subject a verb without one has: *said p, | adding q*; NO_WORD where there is none."""

    def is_reported_mood(self, word: Word) -> bool:
        """Whether the verb form is the mood of indirect speech."""

    def phrase(self, sentence: Sentence, head: Word) -> list[Word]:
        """The noun phrase around a noun, name or pronoun, in text order."""

    def nominal_group(self, sentence: Sentence, number: int) -> list[Word] | None:
        """The plain nominal group that begins at word `number`, None if there is none."""

    def governed_group(self, sentence: Sentence, preposition: Word) -> list[Word] | None:
        """The nominal group behind a preposition, None if there is none."""

    def joined_compounds(self, words: Sequence[Word]) -> list[Word]:
        """The words with compounds that the tokeniser cut at hyphens in one piece."""

    def is_joint(self, sentence: Sentence, number: int) -> bool:
        """Whether word `number` is the hyphen inside a compound."""

    def is_time(self, word: Word) -> bool:
        """Whether the word is a noun for a day or a time of day."""

    def is_nominative(self, sentence: Sentence, head: Word) -> bool:
        """Whether a noun can be a subject, and the tagger does not say otherwise."""

    def may_be_nominative(self, sentence: Sentence, head: Word) -> bool:
        """Whether a noun can be a subject, whatever the tagger says."""

    def is_oblique(self, sentence: Sentence, head: Word) -> bool:
        """Whether a noun cannot be a subject: a preposition or an article says so."""

    def is_genitive_form(self, word: Word) -> bool:
        """Whether the word has the ending of a genitive."""

    def without_genitive(self, form: str) -> str:
        """A noun's form without the ending of the genitive."""

    def is_genitive_name(self, word: Word) -> bool:
        """Whether the word is a name that may stand in the genitive."""

    def may_be_name(self, word: Word) -> bool:
        """Whether a word tagged as a noun can be a family name."""

    def is_infinitive_form(self, lemma: str) -> bool:
        """Whether a verb's lemma looks like one; what does not was left as it stands in the text."""

    def participle(self, lemma: str, particle: str | None) -> str:
        """The regular past participle of a verb."""

    def preterites(self, lemma: str, particle: str | None) -> tuple[str, ...]:
        """The past forms of a verb without its particle: the regular ones, and irregular ones that taggers miss."""

    def preposition_of(self, adverb: str) -> str:
        """The preposition that a pronominal adverb stands for."""

    def expanded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words as the parser gives them, contractions taken apart."""

    def event_stem(self, lemma: str) -> str:
        """What a verb and the noun made from it share: *liefern, Lieferung*."""

    @property
    def FIGURE(self) -> str:  # noqa: N802
        """A regular expression for a number in figures."""

    def figure_value(self, text: str) -> float:
        """What a number in figures says."""

    def number_word(self, text: str) -> float | None:
        """What a lower-cased word for a number says, None for other words."""

    def stem(self, word: str) -> str:
        """A word without its inflectional endings, the same for all its forms; not for display."""

    def noun_forms(self, noun: str) -> tuple[str, ...]:
        """A lower-cased noun, and what may be its singular."""

    def bare_noun(self, noun: str) -> str:
        """A noun without an ending of case or number, whatever it may be."""

    def without_long_genitive(self, noun: str) -> str:
        """A noun without the ending of a genitive, if it has one."""

    def is_genitive_of_lemma(self, word: Word) -> bool:
        """Whether a noun is its lemma with the ending of a genitive."""

    def is_genitive_plural(self, adjective: Word) -> bool:
        """Whether an adjective without article may be in the genitive plural."""

    def may_be_adjective(self, name: Word) -> bool:
        """Whether a word that was taken for a name can be an adjective before a noun."""

    def nominative(self, word: Word, noun: Word) -> str:
        """A word before a noun, or the noun itself, as it is in the nominative without an article."""

    def phrase_in_nominative(
        self, words: Sequence[Word], gender: GrammaticalGender | None, *, article: bool = True
    ) -> list[str]:
        """The words of a noun phrase in the nominative, with the article that it has or without; `gender` as a list
        has it."""

    def name_in_nominative(self, forms: Sequence[str], *, genitive: bool = True, seen: Collection[str] = ()) -> str:
        """A person's name as it is shown; `genitive`: it may have an ending; `seen`: the words of the document."""

    def is_name_in_genitive(self, words: Sequence[Word], run: Sequence[Word]) -> bool:
        """Whether the name that `run` is, the first of some words, stands in the genitive."""

    def is_feminine(self, noun: str) -> bool:
        """Whether the noun's ending says that it is for women."""

    def is_of_either_gender(self, noun: str) -> bool:
        """Whether the lower-cased noun's ending leaves open whether it is for a man, a woman or several."""

    def is_masculine(self, noun: str, nouns: Collection[str]) -> bool:
        """Whether a noun that is not of either gender is for men, as far as another one of the nouns is for women."""

    def is_abstract(self, noun: str) -> bool:
        """Whether a lower-cased noun's ending says that it is for a quality, a state or an action."""

    def is_age(self, noun: str) -> bool:
        """Whether the noun is an age that stands for a person."""

    def is_agentive(self, noun: str) -> bool:
        """Whether a noun is, by its ending, for somebody who does something: *Angler, Reederin*."""

    def is_from_town(self, noun: str) -> bool:
        """Whether the noun may stand for a person by the town that they come from: *Kölner*, *Wienerin*."""

    def region_stem(self, word: str) -> str:
        """What the name of a region or town and its adjective have in common: *Hessen*, *hessisch*."""

    # What statements and stands ask.

    def noun_stems(self, noun: str) -> tuple[str, ...]:
        """A lower-cased noun, and what is left of it without an ending of plural or case that a tagger may leave on."""

    def is_dative_plural(self, noun: str, lemma: str) -> bool:
        """Whether a form of a noun can only be the dative of several: *Reportern*."""

    def begins_with_plural(self, compound: str, noun: str) -> bool:
        """Whether a lower-cased compound that begins with a noun has its plural there: *Behörden | angaben*."""

    def adjective_stems(self, form: str) -> tuple[str, ...]:
        """A lower-cased adjective as it is, and without each ending that it may have."""

    def is_negated_adjective(self, form: str) -> bool:
        """Whether a lower-cased adjective is made from its opposite by a prefix: *unerheblich*."""


PLAIN: Grammar = plain
"""The grammar of a language that defines nothing."""
