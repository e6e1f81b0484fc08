"""Institutions that a text names and the registry does not know: *Umweltministerium in Oslo*, *Amtsgericht Kiel*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attrib.records import SourceKind
from attrib.source.nouns import institution_noun
from attrib.text.analysis import Word
from attrib.text.language import Language


@dataclass(frozen=True, slots=True)
class InstitutionName:
    """A noun for an institution with what makes it a name."""

    words: tuple[Word, ...]
    noun: Word
    kind: SourceKind
    name: str
    article: Word | None


def institution_names(words: Sequence[Word], *, language: Language) -> Iterator[InstitutionName]:
    """The named institutions of one sentence, its compounds joined, in order, none inside another."""
    place = 0
    while place < len(words):
        found = institution_name(words, place, language=language)
        if found is not None:
            yield found
        place += 1 if found is None else len(found.words)


def institution_name(words: Sequence[Word], place: int, *, language: Language) -> InstitutionName | None:
    """The institution whose noun is `words[place]`, None if nothing names it.

    What names it stands right behind: a proper name (*Reederei Nordlicht*) or a preposition with one or with a noun
    without article (*in Oslo*, *für Meereskunde*).
    """
    entry = institution_noun(language, words[place])
    if entry is None or words[place].has("Number=Plur") or not words[place].text[:1].isupper():
        return None
    end = _name_end(words, place + 1)
    if end == place + 1 and end < len(words):
        end = _prepositional_end(words, end, language=language)
    if is_association(words[place], language):
        if end == place + 1 or words[end - 1].text.endswith("e"):
            end = _subject_end(words, end, language=language)
        if end > place + 1:
            end = _second_end(words, end, language=language)
    if end == place + 1:
        return None
    kept = tuple(words[place:end])
    before = words[place - 1] if place else None
    article = before if before is not None and before.upos == "DET" else None
    return InstitutionName(kept, words[place], entry.kind, _spelled(kept, entry.kind), article)


def _spelled(words: Sequence[Word], kind: SourceKind) -> str:
    """*Landesbetriebs Mobilität* in the nominative; an outlet (*das Magazin Barrons*) is known by its name alone."""
    noun, rest = words[0], [word.text for word in words[1:]]
    if kind in {"media", "news_agency"} and all(word.upos in {"PROPN", "X"} for word in words[1:]):
        return " ".join(rest)
    genitive = noun.text.endswith("s") and noun.text.startswith(noun.lemma) and noun.lemma[:1].isupper()
    return " ".join([noun.lemma if genitive else noun.text, *rest])


def _name_end(words: Sequence[Word], place: int) -> int:
    while place < len(words) and words[place].upos in {"PROPN", "X"} and words[place].text[:1].isupper():
        place += 1
    return place


def is_association(word: Word, language: Language) -> bool:
    """*Bundesverband, Gewerkschaft, Arbeitskreis*: nouns that stand before what the association is for."""
    endings = tuple(language.words.associations)
    return any(form.lower().endswith(endings) for form in (word.lemma, word.text, word.text.removesuffix("es")))


def _subject_end(words: Sequence[Word], place: int, *, language: Language) -> int:
    """*Erneuerbare Energie*, *Erziehung und Wissenschaft*, *kommunaler Unternehmen*: behind what it is there for.

    An adjective needs a capital letter or the ending of the genitive plural.
    """
    end = place
    while end < len(words) and words[end].upos == "ADJ" and (_is_capital(words[end]) or words[end].text.endswith("er")):
        end += 1
    if end >= len(words) or words[end].upos != "NOUN":
        return place
    if end == place and institution_noun(language, words[end]) is not None:
        return place  # *Der Verband Polizei und Feuerwehr*: two parties as likely as one name
    return end + 1


def _second_end(words: Sequence[Word], place: int, *, language: Language) -> int:
    """*Erziehung | und Wissenschaft*: behind a second noun that is no party."""
    pair = words[place : place + 2]
    joined = len(pair) == 2 and pair[0].form == "und" and pair[1].upos in {"NOUN", "PROPN"}
    return place + 2 if joined and institution_noun(language, pair[1]) is None and _is_capital(pair[1]) else place


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _prepositional_end(words: Sequence[Word], place: int, *, language: Language) -> int:
    """*für Meereskunde*, *in Oslo*, *des Landes Hessen*: behind the last word, `place` itself if there is none."""
    if words[place].form not in language.words.naming_prepositions:
        return place
    end = _name_end(words, place + 1)
    if end > place + 1:
        return end
    plain = place + 1 < len(words) and words[place + 1].upos == "NOUN" and words[place].upos == "ADP"
    return place + 2 if plain and words[place].form in language.words.purpose_prepositions else place
