"""Institutions that a text names and the registry does not know: *Umweltministerium in Oslo*, *Amtsgericht Kiel*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.records import SourceKind
from attrib.source.nouns import institution_noun
from attrib.text.analysis import Word, word_at
from attrib.text.language import Language
from attrib.text.view import View

_NAMES = frozenset({"PROPN", "X"})


@dataclass(frozen=True, slots=True)
class InstitutionName:
    """A noun for an institution with what makes it a name."""

    words: tuple[Word, ...]
    noun: Word
    kind: SourceKind
    name: str
    article: Word | None


def institution_names(view: View) -> Iterator[InstitutionName]:
    """The named institutions of one sentence, its compounds joined, in order, none inside another."""
    place = 0
    while place < len(view.joined):
        found = _institution_name(view.joined, place, view.language)
        if found is not None:
            yield found
        place += 1 if found is None else len(found.words)


def _institution_name(words: Sequence[Word], place: int, language: Language) -> InstitutionName | None:
    """The institution whose noun is `words[place]`, None if nothing names it.

    What names it stands right behind: a proper name (*Reederei Nordlicht*) or a preposition with one or with a noun
    without article (*in Oslo*, *für Meereskunde*).
    """
    noun, before = words[place], word_at(words, place - 1)
    entry = institution_noun(language, noun)
    if entry is None or noun.has("Number=Plur") or not _is_capital(noun):
        return None
    end = _end(words, place, language)
    if end == place + 1:
        return None
    kept = tuple(words[place:end])
    name = _spelled(kept, entry.kind, language)
    return InstitutionName(kept, noun, entry.kind, name, before if before.upos == "DET" else None)


def _end(words: Sequence[Word], place: int, language: Language) -> int:
    """Behind the last word of the name whose noun is `words[place]`."""
    end = _name_end(words, place + 1)
    if end == place + 1:
        end = _prepositional_end(words, end, language)
    if not is_association(words[place], language):
        return end
    if end == place + 1 or language.grammar.may_be_adjective(words[end - 1]):
        end = _subject_end(words, end, language)
    return _second_end(words, end, language) if end > place + 1 else end


def _spelled(words: Sequence[Word], kind: SourceKind, language: Language) -> str:
    """*Landesbetriebs Mobilität* in the nominative; an outlet (*das Magazin Barrons*) is known by its name alone."""
    noun, *rest = words
    names = [word.text for word in rest]
    if kind in {"media", "news_agency"} and all(word.upos in _NAMES for word in rest):
        return " ".join(names)
    return " ".join([noun.lemma if language.grammar.is_genitive_of_lemma(noun) else noun.text, *names])


def _name_end(words: Sequence[Word], place: int) -> int:
    while word_at(words, place).upos in _NAMES and _is_capital(words[place]):
        place += 1
    return place


def is_association(word: Word, language: Language) -> bool:
    """*Bundesverband, Gewerkschaft, Arbeitskreis*: nouns that stand before what the association is for."""
    endings = tuple(language.words.associations)
    forms = (word.lemma, word.text, language.grammar.without_long_genitive(word.text))
    return any(form.lower().endswith(endings) for form in forms)


def _subject_end(words: Sequence[Word], place: int, language: Language) -> int:
    """*Erneuerbare Energie*, *Erziehung und Wissenschaft*, *kommunaler Unternehmen*: behind what it is there for."""
    end = place
    while _is_of_subject(word_at(words, end), language):
        end += 1
    noun = word_at(words, end)
    # *Der Verband Polizei und Feuerwehr*: two parties as likely as one name.
    other = end == place and institution_noun(language, noun) is not None
    return place if noun.upos != "NOUN" or other else end + 1


def _is_of_subject(word: Word, language: Language) -> bool:
    """An adjective with a capital letter, or in the genitive plural."""
    return word.upos == "ADJ" and (_is_capital(word) or language.grammar.is_genitive_plural(word))


def _second_end(words: Sequence[Word], place: int, language: Language) -> int:
    """*Erziehung | und Wissenschaft*: behind a second noun that is no party."""
    joined = word_at(words, place).form in language.words.additive_conjunctions
    noun = word_at(words, place + 1)
    is_subject = noun.upos in {"NOUN", "PROPN"} and _is_capital(noun) and institution_noun(language, noun) is None
    return place + 2 if joined and is_subject else place


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _prepositional_end(words: Sequence[Word], place: int, language: Language) -> int:
    """*für Meereskunde*, *in Oslo*, *des Landes Hessen*: behind the last word, `place` itself if there is none."""
    preposition = word_at(words, place)
    if preposition.form not in language.words.naming_prepositions:
        return place
    end = _name_end(words, place + 1)
    if end > place + 1:
        return end
    plain = preposition.upos == "ADP" and word_at(words, place + 1).upos == "NOUN"
    return place + 2 if plain and preposition.form in language.words.purpose_prepositions else place
