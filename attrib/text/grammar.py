"""What lists cannot say of a language: the functions of its module `attrib/languages/<code>/grammar.py`.

Dependencies and features are those of Universal Dependencies; where word order, case or mood decide, the language
decides. What its module does not define is that of `attrib.text.plain`.
"""

from collections.abc import Sequence
from typing import Protocol

from attrib.text import plain
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.clause import Clause


class Grammar(Protocol):
    """One language's grammar."""

    def mended(self, analysis: Analysis) -> Analysis:
        """The analysis with tags set right that a small tagger gets wrong and word order settles."""

    def clauses(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The sentence cut into clauses, in order; none is empty, and there is one for a sentence with words."""

    @property
    def VERB_SECOND(self) -> bool:  # noqa: N802
        """Whether one constituent stands before the finite verb of a main clause, as a quotation may."""

    @property
    def NOUNS_IN_CAPITALS(self) -> bool:  # noqa: N802
        """Whether every noun is written with a capital letter: what is not is none, whatever the tagger says."""

    def finite_verb(self, sentence: Sentence, verb: Word) -> Word | None:
        """The finite form of the verb's group: itself, or its auxiliary."""

    def is_passive(self, sentence: Sentence, verb: Word) -> bool:
        """Whether what the verb is joined to as subject is not who acts."""

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

    def is_feminine(self, noun: str) -> bool:
        """Whether the noun's ending says that it is for women."""

    def is_age(self, noun: str) -> bool:
        """Whether the noun is an age that stands for a person."""

    # What statements and stands ask.

    def noun_stems(self, noun: str) -> tuple[str, ...]:
        """A lower-cased noun, and what is left of it without an ending of plural or case that a tagger may leave on."""

    def adjective_stems(self, form: str) -> tuple[str, ...]:
        """A lower-cased adjective as it is, and without each ending that it may have."""


PLAIN: Grammar = plain
"""The grammar of a language that defines nothing."""
