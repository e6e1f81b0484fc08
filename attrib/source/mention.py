"""Mentions: the words of a text that name a party, and which registered or newly found party they may mean.

Full name → surname → title and surname → role noun → pronoun; inflected names (*Putins*, *der Vereinigten Staaten*) are
found by their stems. A mention knows its candidates; who is meant is decided in `attrib.source`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from attrib.records import Span
from attrib.registry.registry import Registry, RegistrySource
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.language import Language

_LONGEST = 7
"""The longest registered name, in words, that is looked for."""

_ENDINGS = ("es", "en", "er", "em", "s", "e", "n", "’", "'")


@dataclass(frozen=True, slots=True)
class Named:
    """A place in the text where a name stands: of a registered party, or of a person the registry does not know."""

    span: Span
    sentence: int
    candidates: tuple[str, ...]
    """Ids of registered parties; empty for a person who is not registered."""
    name: str
    is_full: bool
    """A full name, as against a family name alone."""


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its inflectional ending, the same for all its forms; not for display."""
    plain = unicodedata.normalize("NFC", word)
    if plain.isupper():
        return plain.rstrip(".")  # *die JCS. Alarmierend ist …*: the sentence's full stop
    ending: str | None = ""
    while ending is not None:
        plain = plain.removesuffix(ending)
        ending = next((item for item in _ENDINGS if plain.endswith(item) and len(plain) - len(item) > 2), None)
    return plain


def stems(text: str) -> tuple[str, ...]:
    """The stems of a name's words."""
    return tuple(stem(word) for word in re.findall(r"[\w.&/]+(?:-[\w.]+)*|\w", text))


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Registry entries by the stems of one kind of name."""

    entries: Mapping[tuple[str, ...], tuple[RegistrySource, ...]]
    beginnings: frozenset[str]
    """The first stems: most words begin no name."""

    def get(self, key: tuple[str, ...]) -> tuple[RegistrySource, ...]:
        """Whose name it is; empty if nobody's."""
        return self.entries.get(key, ())


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The registry's names, family names and metonyms by their stems."""

    names: Index
    family_names: Index
    metonyms: Index


@cache
def name_index(registry: Registry) -> NameIndex:
    """The index of one registry, made once."""
    return NameIndex(
        _index((name, entry) for entry in registry.entries for name in entry.names),
        _index((name, entry) for entry in registry.entries for name in entry.family_names),
        _index((place, entry) for entry in registry.entries for place in entry.metonyms),
    )


def _index(pairs: Iterator[tuple[str, RegistrySource]]) -> Index:
    found: dict[tuple[str, ...], dict[str, RegistrySource]] = {}
    for name, entry in pairs:
        found.setdefault(stems(name), {})[entry.id] = entry
    entries = {key: tuple(entries.values()) for key, entries in found.items()}
    return Index(entries, frozenset(key[0] for key in entries if key))


def longest_name(words: Sequence[Word], start: int, index: Index) -> tuple[int, tuple[RegistrySource, ...]] | None:
    """The longest registered name that begins at `words[start]`: how many words it has, and whose it is."""
    first = stem(words[start].text)
    if first not in index.beginnings:
        return None
    keys = [first, *(stem(word.text) for word in words[start + 1 : start + _LONGEST])]
    for length in range(len(keys), 0, -1):
        entries = index.get(tuple(keys[:length]))
        if entries:
            return length, entries
    return None


def find_names(analysis: Analysis, registry: Registry, *, language: Language) -> tuple[Named, ...]:
    """Every registered name and every full name of a person in the document, in text order."""
    forms = frozenset(word.text for word in analysis.words)
    found = [
        named
        for sentence in analysis.sentences
        for named in _names_in(sentence, registry, language=language, forms=forms)
    ]
    return tuple(_with_one_name(found))


def _with_one_name(found: Sequence[Named]) -> Iterator[Named]:
    """*José Luis Zapatero* and *José Luis Rodríguez Zapatero* are one: first and last word agree; as named first."""
    first: dict[tuple[str, str], str] = {}
    full = [named.name for named in found if named.is_full]
    for named in found:
        longer = _longer_name(named.name, full)
        if longer is not None and not named.candidates:
            yield replace(named, name=longer)
            continue
        words = named.name.split()
        if named.candidates or len(words) < 2:
            yield named
            continue
        yield replace(named, name=first.setdefault((stem(words[0]), stem(words[-1])), named.name))


def _longer_name(name: str, full: Sequence[str]) -> str | None:
    """*Von der Leyen* is a family name: of the one person whose full name ends in it."""
    if name.split()[0].lower() not in _PARTICLES:
        return None
    longer = {other for other in full if other.lower().endswith(" " + name.lower())}
    return next(iter(longer)) if len(longer) == 1 else None


def _names_in(sentence: Sentence, registry: Registry, *, language: Language, forms: frozenset[str]) -> Iterator[Named]:
    index = name_index(registry)
    place = 0
    words = language.grammar.joined_compounds(sentence.words)
    while place < len(words):
        if words[place].upos not in {"PROPN", "NOUN", "ADJ", "X"} or not words[place].text[:1].isupper():
            place += 1
            continue
        known = longest_name(words, place, index.names)
        run = name_run(words, place) or _taken_for_noun(words, place, language)
        title = _titles(run, language)
        if title and (known is None or known[0] < len(run)):
            place += title
            continue
        if known is not None and known[0] >= len(run):
            yield _named(sentence, words[place : place + known[0]], known[1], is_full=True)
            place += known[0]
            continue
        if len(run) >= 2 and _may_be_person(run, index, language) and not _is_institution_name(run, sentence):
            yield _person(sentence, words[place : place + len(run) + 1], run, index, forms)
            place += len(run)
            continue
        # The tagger takes foreign names for nouns: *bestand Lukaschenko darauf*.
        family = index.family_names.get((stem(words[place].text),)) if words[place].upos != "ADJ" else None
        if family:
            yield _named(sentence, words[place : place + 1], family, is_full=False)
        place += 1


def _may_be_person(run: Sequence[Word], index: NameIndex, language: Language) -> bool:
    """*Südkoreas JCS*, *EU Kommission* are no persons: countries, registered institutions, abbreviations."""
    if any(word.form in language.words.institution_words for word in run):
        return False
    if run[0].form in language.words.place_beginnings:
        return False  # *aus Bad Dürkheim*
    for place, word in enumerate(run):
        if language.countries.of_place(word.text) is not None:
            return False
        known = longest_name(run, place, index.names)
        if word.text.isupper() or (known is not None and not any(entry.person for entry in known[1])):
            return False
    return True


def _named(sentence: Sentence, words: Sequence[Word], entries: tuple[RegistrySource, ...], *, is_full: bool) -> Named:
    full = is_full and not (len(words) == 1 and entries[0].person)
    return Named(
        Span(words[0].start, words[-1].end),
        sentence.number,
        tuple(entry.id for entry in entries),
        " ".join(word.text for word in words),
        full,
    )


def _taken_for_noun(words: Sequence[Word], place: int, language: Language) -> Sequence[Word]:
    """*Park Jin*: a name whose first word was tagged as a noun, although no article stands before it.

    Nouns for people and institutions before a name are titles (*Premier Li*), those with an article are not its part.
    """
    noun = words[place]
    if noun.upos != "NOUN":
        return ()
    before = words[place - 1] if place else None
    rest = name_run(words, place + 1) if place + 1 < len(words) else ()
    bare = before is None or before.upos not in {"DET", "ADJ", "NUM", "NOUN", "PROPN", "ADP"}
    joined = bool(rest) and rest[0].relation in {"appos", "flat"} and noun.has("Number=Sing")
    if not bare or not joined or noun.lemma.lower().endswith(_nouns_before_names(language)):
        return ()
    return [noun, *rest]


@cache
def _nouns_before_names(language: Language) -> tuple[str, ...]:
    lemmas = {entry.lemma.lower() for entry in language.institution_nouns}
    lemmas |= {entry.lemma.lower() for entry in language.reporting_nouns}
    lemmas |= _offices(language) | language.words.titles | language.words.named_things
    return tuple(sorted(lemmas))


def _titles(run: Sequence[Word], language: Language) -> int:
    """How many words of a run come before the name: *Delmenhorster Bürgermeisterin* Lea Stamm."""
    titles = [number for number, word in enumerate(run[:-1], start=1) if is_title(word, language)]
    return titles[-1] if titles else 0


def is_title(word: Word, language: Language) -> bool:
    """Whether the word is an office, a profession or a form of address, and no name."""
    form = word.form
    if form in language.words.titles or form in _offices(language):
        return True
    # *Universitätspräsident*: by its last part, which must be long enough not to be part of a name.
    return any(form[cut:] in _offices(language) for cut in range(3, len(form) - 5))


@cache
def _offices(language: Language) -> frozenset[str]:
    return frozenset(entry.lemma.lower() for entry in language.person_nouns)


def _person(
    sentence: Sentence, words: Sequence[Word], run: Sequence[Word], index: NameIndex, forms: frozenset[str]
) -> Named:
    entries: tuple[RegistrySource, ...] = ()
    for start in range(len(run) - 1):
        known = longest_name(run, start, index.names)
        if known is not None and known[0] >= 2:
            entries = known[1]
            break
    spelled = [word.text for word in run]
    bare = spelled[-1].removesuffix("s")
    if bare != spelled[-1] and bare in forms:
        name = " ".join([*spelled[:-1], bare])  # The text has it without the *-s* too.
    else:
        name = display_name(spelled, genitive=is_genitive(words, run))
    return Named(Span(run[0].start, run[-1].end), sentence.number, tuple(entry.id for entry in entries), name, True)


def is_genitive(words: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether a name stands in the genitive: before its noun (*Anna Bergers Haus*) or under one."""
    following = words[len(run)] if len(words) > len(run) else None
    if following is not None and following.upos == "NOUN":
        return True
    return run[0].relation == "nmod"


def name_run(words: Sequence[Word], start: int) -> Sequence[Word]:
    """The proper nouns in a row from `words[start]` on (*Wladimir Putin*, *Ursula von der Leyen*)."""
    end = start
    while end < len(words) and (
        (words[end].upos == "PROPN" and words[end].text[:1].isupper())
        or (
            end > start
            and not (end > start + 1 and words[end].form in _OF)  # *John Sifton von Human Rights Watch*
            and words[end].form in _PARTICLES
            and end + 1 < len(words)
            and words[end + 1].upos in {"PROPN", "ADP", "DET"}
        )
    ):
        if end > start and words[end].relation not in {
            "flat",
            "appos",
            "compound",
            "nmod",
            "case",
            "det",
            "nsubj",
            "obl",
        }:
            break
        end += 1
    while end > start and words[end - 1].form in _PARTICLES:
        end -= 1
    return words[start:end]


_OF = frozenset({"von", "van", "zu"})
_PARTICLES = frozenset({"von", "van", "der", "de", "al", "bin", "zu", "di", "da"})


def _is_institution_name(run: Sequence[Word], sentence: Sentence) -> bool:
    kinds = {
        entity.kind for entity in sentence.entities if any(entity.start <= word.start < entity.end for word in run)
    }
    return bool(kinds) and "PER" not in kinds


def display_name(forms: Sequence[str], *, genitive: bool = True) -> str:
    """A person's name in the nominative: *Wladimir Putins* → *Wladimir Putin* (names in -s, -x, -z take none)."""
    last = forms[-1]
    if genitive and len(last) > 4 and last.endswith("s") and last[-2] not in "aeious" and not last.isupper():
        last = last[:-1]
    return " ".join([*forms[:-1], last.rstrip("’'")])


def kebab(text: str) -> str:
    """An id made of a name: lower case, umlauts written out, words joined by hyphens."""
    spelled = text.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = spelled.replace(letter, plain)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", plain))
