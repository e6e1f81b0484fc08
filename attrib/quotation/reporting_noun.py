"""Nouns for something said, written or thought (*Angaben, Bericht, Vorwurf*), also as the last part of compounds."""

from attrib.text.analysis import Word
from attrib.text.entries import ReportingNoun
from attrib.text.language import Language


def reporting_noun(words: list[Word], language: Language) -> ReportingNoun | None:
    """The first noun of the phrase that names something said or written; compounds by their last part."""
    for word in language.grammar.joined_compounds(words):
        if word.upos in {"NOUN", "PROPN"}:
            entry = language.lexicon.noun(word).reporting
            if entry is not None:
                return entry if entry.according_to else None
            if not word.has("Case=Gen") and word.upos != "PROPN":
                return None
    return None


def noun_entry(word: Word, language: Language) -> ReportingNoun | None:
    """The list entry of a noun, by its lemma or by the end of its lemma (*Polizeiangaben → Angabe*)."""
    return language.lexicon.noun(word).reporting


def is_work(word: Word, language: Language) -> bool:
    """*eine Studie der Charité*: a work that is cited as such, whoever made it; *Bericht* is its party's."""
    entry = noun_entry(word, language)
    return entry is not None and entry.document and word.lemma.lower().endswith(tuple(language.words.works))
