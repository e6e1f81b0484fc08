"""Adverbs that say how firm something is, or that nobody in particular says it (*wohl, angeblich*)."""

from collections.abc import Sequence
from functools import cache, lru_cache

from attrib.text.analysis import Word
from attrib.text.entries import Adverb
from attrib.text.language import Language


@cache
def _adverbs(language: Language) -> dict[str, Adverb]:
    return {entry.form: entry for entry in language.adverbs}


def adverb_entry(word: Word, language: Language) -> Adverb | None:
    """The list entry of an adverb, also where it is an adjective with an ending (*mögliche*, *angeblichen*)."""
    return _entry(word.form, word.upos == "ADJ", language) if word.upos != "PUNCT" else None


@lru_cache(maxsize=16_384)
def _entry(form: str, is_adjective: bool, language: Language) -> Adverb | None:
    adverbs = _adverbs(language)
    forms = language.grammar.adjective_stems(form) if is_adjective else (form,)
    return next((adverbs[item] for item in forms if item in adverbs), None)


def hearsay_adverb(words: Sequence[Word], language: Language) -> Word | None:
    """The first adverb that credits nobody in particular (*angeblich*)."""
    for word in words:
        adverb = adverb_entry(word, language)
        if adverb is not None and adverb.hearsay and word.upos in {"ADV", "ADJ"}:
            return word
    return None
