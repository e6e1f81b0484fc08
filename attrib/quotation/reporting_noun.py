"""Nouns for something said, written or thought (*Angaben, Bericht, Vorwurf*), also as the last part of compounds."""

from functools import cache

from attrib.text.analysis import Word
from attrib.text.entries import ReportingNoun
from attrib.text.language import Language


@cache
def _nouns(language: Language) -> dict[str, ReportingNoun]:
    return {entry.lemma.lower(): entry for entry in language.reporting_nouns}


def reporting_noun(words: list[Word], language: Language) -> ReportingNoun | None:
    """The first noun of the phrase that names something said or written; compounds by their last part."""
    for word in language.grammar.joined_compounds(words):
        if word.upos in {"NOUN", "PROPN"}:
            entry = noun_entry(word, language)
            if entry is not None:
                return entry if entry.according_to else None
            if not word.has("Case=Gen") and word.upos != "PROPN":
                return None
    return None


def noun_entry(word: Word, language: Language) -> ReportingNoun | None:
    """The list entry of a noun, by its lemma or by the end of its lemma (*Polizeiangaben → Angabe*)."""
    nouns = _nouns(language)
    for form in (word.lemma.lower(), word.form):
        if form in nouns:
            return nouns[form]
        for cut in (0, *range(3, len(form) - 3)):
            for ending in (
                form[cut:],
                form[cut:].removesuffix("n"),
                form[cut:].removesuffix("en"),
                form[cut:].removesuffix("e"),
            ):
                if ending in nouns and len(ending) >= 5:
                    return nouns[ending]
    return None
