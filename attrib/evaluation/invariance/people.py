"""Persons, and other names for them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from attrib.evaluation.invariance.comparison import known_as
from attrib.evaluation.invariance.passage import Change, Passage
from attrib.evaluation.invariance.rewriting import rewritten
from attrib.evaluation.invariance.spelling import capital
from attrib.evaluation.invariance.vocabulary import Name
from attrib.records import Source, SourceKind, Span, Statement
from attrib.text.analysis import Word
from attrib.text.kebab import kebab
from attrib.text.marks import MARKS
from attrib.text.traced import Edit

_KINDS: frozenset[SourceKind] = frozenset({"official", "head_of_state", "expert", "academic", "witness", "person"})
_LONGEST_INITIALS = 4
_GENDERS = ("Masc", "Fem")


@dataclass(frozen=True)
class Person:
    """Somebody who is credited with something in a text, and is named there."""

    known_as: str
    full: tuple[Span, ...]
    """Where the whole name stands."""
    family: tuple[Span, ...]
    """Where the family name stands alone."""
    genders: frozenset[str]
    """What roles and pronouns say of the gender."""
    is_free: bool = True
    """Whether more can be told of the person: nothing makes another one of him, or keeps a noun from taking him up."""

    @property
    def first(self) -> Span:
        """Where the text names the person first, with the whole name if it has it."""
        return (self.full or self.family)[0]


def renamed(kind: str) -> Callable[[Passage], Change | None]:
    """One person has another name, of a certain kind."""

    def rename(passage: Passage) -> Change | None:
        for person in persons(passage):
            names = [name for name in passage.vocabulary.names if name.kind == kind and _fits(name, person)]
            if names:
                return _renamed(passage, person, passage.pick(names, f"name {kind}"))
        return None

    return rename


def persons(passage: Passage) -> Iterator[Person]:
    """Those who are credited with something and whose every mention by name is a plain one."""
    for key in dict.fromkeys(link.source for item in passage.statements for link in item.sources):
        source = passage.sources.get(key)
        if source is not None and source.kind in _KINDS and source.origin in {"registry", "discovered"}:
            yield from _person(passage, source)


def _person(passage: Passage, source: Source) -> Iterator[Person]:
    names = source.name.split()
    if not _is_bare(passage, names):
        return
    full = _places(passage.text, source.name) if len(names) > 1 else ()
    family = tuple(span for span in _places(passage.text, names[-1]) if not any(each.contains(span) for each in full))
    parts = sum(len(re.findall(re.escape(name), passage.text)) for name in names)
    if _has_initials(passage, source):
        return
    if (full or family) and parts == len(full) * len(names) + len(family) and _are_names(passage, (*full, *family)):
        genders = frozenset(_genders(passage, source.id, (*full, *family)))
        described = any(_is_described(passage, item, source.name) for item in _said_by(passage, source.id))
        if not any(_is_institution(passage, item) for item in _said_by(passage, source.id)):
            # *sagte Merkel*: a registered person, unless a title or function beside it tells of another bearer
            free = bool(full or source.origin != "registry") and not described
            yield Person(known_as(source.id, passage.annotation), full, family, genders, free)


def _said_by(passage: Passage, source: str) -> list[Statement]:
    return [item for item in passage.statements if _is_said_by(item, source)]


def _is_described(passage: Passage, statement: Statement, name: str) -> bool:
    """*Ingo Petri war entsetzt. …, sagte der Bürgermeister*: whether a noun takes the person up without the name."""
    words = passage.words_of(statement.speaker)
    return any(word.upos == "NOUN" for word in words) and name.split()[-1] not in {word.text for word in words}


def _is_institution(passage: Passage, statement: Statement) -> bool:
    """*Siemens kündigte p an. Der Konzern …*: whether a noun says that the name is no person's."""
    nouns = passage.language.lexicon.nouns
    words = [word for word in passage.words_of(statement.speaker) if word.upos in {"NOUN", "PROPN"}]
    alone = len(words) == 1 and nouns.person(words[0]) is None
    return alone and words[0].upos == "NOUN" and nouns.institution(words[0]) is not None


def _is_bare(passage: Passage, names: list[str]) -> bool:
    """Given name and family name at most: not *Kantorin Eva Holm*, *Greenpeace Deutschland*, and not *GEW*."""
    if any(name.isupper() for name in names):
        return False
    particles = passage.language.words.name_particles | passage.language.words.family_name_particles
    known = [name for name in names if name.lower() not in particles]
    return len(known) <= 2 and passage.language.countries.of_place(names[-1]) is None


def _has_initials(passage: Passage, source: Source) -> bool:
    """Whether the party is called by letters of the name somewhere: *PL: Die Brücke bleibt zu.*"""
    mentions = [span for item in passage.statements if _is_said_by(item, source.id) for span in item.speaker]
    words = (passage.text[span.start : span.end].strip(".: ") for span in mentions)
    return any(word.isupper() and len(word) <= _LONGEST_INITIALS for word in words)


def _places(text: str, name: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))


def _are_names(passage: Passage, places: tuple[Span, ...]) -> bool:
    """Whether each is tagged as a name, and stands in no quotation marks: *der Sänger „Gimpel“* has no other name."""
    if any(passage.text[place.start - 1 : place.start] in MARKS for place in places if place.start):
        return False
    words = [passage.words_of((place,)) for place in places]
    return all(any(word.upos == "PROPN" for word in name) and not _is_common(name) for name in words)


def _is_common(words: list[Word]) -> bool:
    """*Universität Rostock*, *Schaustellerin Greta*: whether a noun stands in it, which is no part of a name."""
    return len(words) > 1 and any(word.upos == "NOUN" for word in words)


def _genders(passage: Passage, source: str, places: tuple[Span, ...]) -> Iterator[str]:
    """The genders of the nouns that stand for the person, and of pronouns, whoever they stand for."""
    mentions = [span for item in passage.statements if _is_said_by(item, source) for span in item.speaker]
    near = [*mentions, *(Span(max(place.start - 1, 0), place.start) for place in places)]
    for word in passage.words:
        if passage.language.lexicon.nouns.person(word) and any(span.overlaps(word) for span in _widened(near)):
            yield "Fem" if passage.language.grammar.is_feminine(word.text) else "Masc"
        elif word.form in passage.language.words.possessives:
            yield from _GENDERS  # whose it is cannot be told from the word
        elif word.upos == "PRON" and word.has("Person=3"):
            yield from (gender for gender in _GENDERS if word.has(f"Gender={gender}"))


def _widened(spans: list[Span]) -> Iterator[Span]:
    yield from (Span(span.start - 1, span.end) for span in spans)


def _is_said_by(statement: Statement, source: str) -> bool:
    return any(link.source == source for link in statement.sources)


def _fits(name: Name, person: Person) -> bool:
    return person.genders <= {name.gender}


def _renamed(passage: Passage, person: Person, name: Name) -> Change:
    starts = {sentence.start for sentence in passage.parsed.sentences}
    edits = [Edit(span, name.full) for span in person.full]
    edits += [Edit(span, capital(name.family) if span.start in starts else name.family) for span in person.family]
    new = kebab(name.full if person.full else name.family)
    others = {known_as(source, passage.annotation) for source in passage.sources}
    # *ein Team um Anna Moos* is called by the new name too
    renamed = {other: frozenset({other.replace(person.known_as, new)}) for other in others if person.known_as in other}
    return Change(rewritten(passage.text, edits), renamed=renamed)
