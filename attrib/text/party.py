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
        self._stems = language.grammar.noun_stems
        self._persons = frozenset(entry.lemma.lower() for entry in language.person_nouns)
        institutions = frozenset(entry.lemma.lower() for entry in language.institution_nouns)
        documents = frozenset(entry.lemma.lower() for entry in language.reporting_nouns if entry.document)
        self._nouns = self._persons | institutions | documents
        media = {entry.lemma.lower() for entry in language.institution_nouns if entry.kind in {"media", "news_agency"}}
        said = {entry.lemma.lower() for entry in language.reporting_nouns}
        self._media = frozenset(media | said | language.words.media_nouns)

    def __call__(self, word: Word, sentence: Sentence) -> bool:
        """Whether `word` can be the speaker."""
        if word.upos == "PROPN":
            return True
        if word.upos == "PRON":
            return word.form in self._language.words.personal_subjects or word.is_relative
        if _is_recognised(word, sentence) or self._is_name(word, sentence):
            return True
        return any(self.is_party_noun(form) for form in (word.lemma, *self._stems(word.form)))

    def _is_name(self, word: Word, sentence: Sentence) -> bool:
        if word.text.isupper() and 2 <= len(word.text) <= _LONGEST_ABBREVIATION:
            return True  # *die PAD*: an abbreviation stands for an institution
        if self._language.countries.of_inhabitant(word.text) is not None:
            return True
        before = sentence.before(word)
        # *das Weiße Haus*: an adjective is written so in a name alone, or at the beginning of a sentence.
        return before.upos == "ADJ" and before.text[:1].isupper() and before.number > 1

    def is_person(self, word: Word) -> bool:
        """Whether the noun is for persons: *Augenzeuge, Experten*; plural and dative endings do not matter."""
        return any(form in self._persons for form in self._forms(word))

    def is_medium(self, word: Word) -> bool:
        """Whether the noun is a document or a medium in which something can stand: *Bericht, Mitteilung, Blog*."""
        forms = self._forms(word)
        return any(form[cut:] in self._media for form in forms for cut in range(max(1, len(form) - 3)) if cut != 1)

    def _forms(self, word: Word) -> set[str]:
        """The noun's lemma and the noun itself, with and without endings."""
        return {*self._stems(word.lemma.lower()), *self._stems(word.form)}

    def is_party_noun(self, lemma: str) -> bool:
        """Whether a noun (or the last part of a compound) is on the lists of persons, institutions, documents."""
        form = lemma.lower().rsplit("-", 1)[-1]
        return form in self._nouns or any(form[cut:] in self._nouns for cut in range(3, len(form) - 4))


def _is_recognised(word: Word, sentence: Sentence) -> bool:
    """Whether the word is in a name of a person or an organisation by the recogniser."""
    around = (item for item in sentence.entities if item.start <= word.start < item.end)
    return any(item.kind in {"PER", "ORG"} for item in around)
