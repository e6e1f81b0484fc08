"""Which nouns can speak: persons, institutions, media and documents, names, pronouns."""

from functools import cache

from attrib.text.analysis import Sentence, Word
from attrib.text.language import Language

_LONGEST_ABBREVIATION = 6


@cache
def party_test(language: Language) -> "PartyTest":
    """The test of one language, made once."""
    return PartyTest(language)


class PartyTest:
    """Says whether the head of a noun phrase can speak: persons, institutions, places that stand for governments."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._persons = frozenset(entry.lemma.lower() for entry in language.person_nouns)
        self._nouns = self._persons | {entry.lemma.lower() for entry in language.institution_nouns}
        self._documents = frozenset(entry.lemma.lower() for entry in language.reporting_nouns if entry.document)
        media = {entry.lemma.lower() for entry in language.institution_nouns if entry.kind in {"media", "news_agency"}}
        said = {entry.lemma.lower() for entry in language.reporting_nouns}
        self._media = frozenset(media | said | language.words.media_nouns)

    def __call__(self, word: Word, sentence: Sentence) -> bool:
        """Whether `word` can be the speaker."""
        if word.upos == "PROPN":
            return True
        if word.upos == "PRON":
            return word.form in self._language.words.personal_subjects or word.is_relative
        if any(
            entity.start <= word.start < entity.end and entity.kind in {"PER", "ORG"} for entity in sentence.entities
        ):
            return True
        if word.text.isupper() and 2 <= len(word.text) <= _LONGEST_ABBREVIATION:
            return True  # *die PAD*: an abbreviation stands for an institution
        if self._language.countries.of_inhabitant(word.text) is not None:
            return True
        before = sentence.words[word.number - 2] if word.number > 2 else None
        if before is not None and before.upos == "ADJ" and before.text[:1].isupper():
            return True  # *das Weiße Haus*: an adjective is written so in a name alone
        forms = (word.lemma, word.text, *(word.text.removesuffix(ending) for ending in ("n", "en", "e")))
        return any(self.is_party_noun(form) for form in forms)

    def is_person(self, word: Word) -> bool:
        """Whether the noun is for persons: *Augenzeuge, Experten*; plural and dative endings do not matter."""
        forms = {word.lemma.lower(), word.form}
        forms |= {form.removesuffix(ending) for form in forms for ending in ("n", "en", "innen", "s")}
        return bool(forms & self._persons)

    def is_medium(self, word: Word) -> bool:
        """Whether the noun is a document or a medium in which something can stand: *Bericht, Mitteilung, Blog*."""
        forms = [
            word.lemma.lower(),
            word.form,
            word.form.removesuffix("s"),
            word.form.removesuffix("en"),
        ]
        return any(form[cut:] in self._media for form in forms for cut in range(max(1, len(form) - 3)) if cut != 1)

    def is_party_noun(self, lemma: str) -> bool:
        """Whether a noun (or the last part of a compound) is on the lists of persons, institutions, documents."""
        form = lemma.lower().rsplit("-", 1)[-1]
        known = self._nouns | self._documents
        return form in known or any(form[cut:] in known for cut in range(3, len(form) - 4))
