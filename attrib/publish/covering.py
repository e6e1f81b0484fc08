"""Letters in place of names, one for one: every place in a text stays where it is.

In the words of an article that names somebody who is covered, the whole name is covered and each part of it. A part
that may mean somebody else stays where it stands alone: a country, another party of the article, what several
institutions are called. Where the program itself calls parties by their names, only whole names are covered.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from attrib.publish.renaming import NAMING, document_of
from attrib.store.dictionary import dictionary
from attrib.store.tables import quote
from attrib.text.kebab import kebab
from attrib.text.loading import is_country

COVER = "·"
_SHORTEST = 3
"""Letters of a part of a name that is covered alone: *von*, *Li* stand for too much else."""
_SEVERAL = 3
"""Institutions that share a word which is no second person's name, so that it marks nobody: *Zeitung*, *Radio*."""
_FEW = 100
"""First words of names for which one look tells that a text has none of them."""
_WORD = re.compile(r"\w+")
_WORDS = {("documents", "title"), ("documents", "label"), ("analyses", "conllu"), ("issues", "message")}
"""Columns with words of a text besides those that the dictionary calls quoted."""
_NAMES = """
SELECT id, kind, name FROM sources WHERE origin <> 'unnamed' UNION
SELECT p.id, p.kind, a.name FROM aliases a JOIN sources p ON p.id = a.source WHERE p.origin <> 'unnamed'
"""
_PEOPLE = frozenset(["person", "witness", "official", "head_of_state", "expert"])

Change = Callable[[str], str]


class Covered(NamedTuple):
    """A person who is covered: which names, where, and whether initials stay."""

    id: str | None
    names: tuple[str, ...]
    documents: tuple[int, ...]
    is_gone: bool
    """Whether nothing of the name stays; no other party of the article keeps a part of it then."""

    @property
    def spellings(self) -> set[str]:
        """The names as they are and in capitals."""
        return {*self.names, *map(str.upper, self.names)}


class Others:
    """What parties are called who are not covered."""

    def __init__(self, connection: sqlite3.Connection, people: Iterable[Covered]) -> None:
        covered = {person.id for person in people}
        self._names: dict[str, set[str]] = {}
        institutions: Counter[str] = Counter()
        persons: Counter[str] = Counter()
        for key, group in _grouped(connection):
            words = words_of(name for _, name in group)
            (persons if group[0][0] in _PEOPLE else institutions).update(words)
            if key not in covered:
                self._names[key] = {name for _, name in group}
        self.common = {word for word, number in institutions.items() if number >= _SEVERAL and persons[word] < 2}
        """Words in the names of several institutions."""
        self._documents: dict[int, set[str]] = {}
        for document, key in connection.execute("SELECT document, source FROM document_sources"):
            self._documents.setdefault(document, set()).add(key)

    def names(self) -> set[str]:
        """All of them."""
        return {name for names in self._names.values() for name in names}

    def names_in(self, document: int) -> set[str]:
        """Of those whom an article mentions."""
        mentioned = self._documents.get(document, set()) & self._names.keys()
        return {name for key in mentioned for name in self._names[key]}


def _grouped(connection: sqlite3.Connection) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each named party with its kind and its names."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, kind, name in connection.execute(_NAMES):
        found.setdefault(key, []).append((kind, name))
    yield from found.items()


class Names:
    """Finds names in texts, however many there are: the longest that begins with a word, genitives too."""

    def __init__(self, names: Iterable[str]) -> None:
        self._beginning: dict[str, set[str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for name in names:
            if (first := _WORD.search(name)) is not None:
                self._beginning.setdefault(first[0], set()).add(" ".join(name[first.start() :].split()))
        few = len(self._beginning) <= _FEW
        self._hint = re.compile(rf"\b(?:{'|'.join(map(re.escape, self._beginning))})") if few else None

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Each name that stands in a text."""
        if self._hint is not None and self._hint.search(text) is None:
            return
        end = 0
        for word in _WORD.finditer(text):
            if word.start() >= end:
                spellings = dict.fromkeys((word[0], word[0].removesuffix("s")))
                matches = (self._pattern(first).match(text, word.start()) for first in spellings if first in self)
                match = next(filter(None, matches), None)
                if match is not None:
                    end = match.end()
                    yield match

    def changed(self, text: str, change: Change) -> str:
        """The text with each name changed."""
        pieces, end = [], 0
        for match in self.found(text):
            pieces += [text[end : match.start()], change(match[0])]
            end = match.end()
        return "".join([*pieces, text[end:]])

    def __contains__(self, first: str) -> bool:
        return first in self._beginning

    def _pattern(self, first: str) -> re.Pattern[str]:
        known = self._patterns.get(first)
        if known is None:
            longest_first = sorted(self._beginning[first], key=lambda name: (-len(name), name))
            spelled = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
            known = self._patterns[first] = re.compile(rf"(?:{spelled})s?(?!\w)")
        return known


def words_of(names: Iterable[str]) -> set[str]:
    """The words that the names consist of."""
    return {word for name in names for word in _WORD.findall(name)}


def cover_words(connection: sqlite3.Connection, people: Sequence[Covered]) -> tuple[str, ...]:
    """Cover names in every column with words of an article, and in what names parties.

    Returns the ids of the parties without a name of their own whose words had one in them.
    """
    others = Others(connection, people)
    everywhere = list(_everywhere(connection, people, others))
    coverers = _by_document(everywhere, others)

    @lru_cache(maxsize=8)
    def cover(document: int | None, text: str | None) -> str | None:
        """Asked twice for each row: whether it changes, and into what."""
        coverer = None if document is None else coverers.get(document)
        return text if coverer is None or text is None else coverer(text)

    connection.create_function("cover", 2, cover, deterministic=True)
    for name, column, whose in _columns():
        connection.execute(
            f"UPDATE {name} SET {column} = cover({whose}, {column}) "
            f"WHERE {column} IS NOT NULL AND cover({whose}, {column}) <> {column}"
        )
    connection.create_function("cover_names", 1, _naming_coverer(people, others), deterministic=True)
    for name, column in NAMING:
        connection.execute(f"UPDATE {name} SET {column} = cover_names({column}) WHERE {column} IS NOT NULL")
    _cover_files(connection, everywhere, others)
    return _cover_unnamed(connection)


def _cover_files(connection: sqlite3.Connection, people: Iterable[Covered], others: Others) -> None:
    """*quirin-zwackel.txt*: a file with a covered name in its own is called by the id of its article, here and where an
    outlet without a name is called by it. An address with the name of somebody who is gone is gone too."""
    for person in people:
        for document in person.documents:
            parts = {kebab(part) for part in _parts(person, others.common, words_of(others.names_in(document)))}
            name, key, url = connection.execute(
                "SELECT name, id, url FROM documents WHERE pk = ?", [document]
            ).fetchone()
            if _is_named(name, parts):
                connection.execute("UPDATE documents SET name = id WHERE pk = ?", [document])
                connection.execute(
                    "UPDATE sources SET name = replace(name, ?1, ?2), name_en = replace(name_en, ?1, ?2) "
                    "WHERE origin = 'publisher' AND id = 'publisher-' || ?2",
                    [name, key],
                )
            if person.is_gone and url is not None and _is_named(url, parts):
                connection.execute("UPDATE documents SET url = NULL WHERE pk = ?", [document])


def _is_named(address: str, parts: Collection[str]) -> bool:
    """Whether a part of a name is one of the words of a file's name or an address, in the genitive too."""
    words = set(kebab(unquote(address)).split("-"))
    return not words.isdisjoint(parts) or not {word.removesuffix("s") for word in words}.isdisjoint(parts)


def _cover_unnamed(connection: sqlite3.Connection) -> tuple[str, ...]:
    """*Zwackels Nachbar*: a party called by words of its article."""
    words = "cover((SELECT min(document) FROM document_sources d WHERE d.source = sources.id), name)"
    found = connection.execute(
        f"SELECT id, {words} FROM sources WHERE origin = 'unnamed' AND {words} <> name ORDER BY id"
    ).fetchall()
    connection.executemany("UPDATE sources SET name = ?2, name_en = NULL WHERE id = ?1", found)
    return tuple(key for key, _ in found)


def _everywhere(connection: sqlite3.Connection, people: Iterable[Covered], others: Others) -> Iterator[Covered]:
    """The people with every article in which a whole name of theirs stands, and no other party with that name."""
    having: dict[str, list[int]] = {}
    listed = list(people)
    for number, person in enumerate(listed):
        for name in filter(_is_whole, person.spellings):
            having.setdefault(" ".join(name.split()), []).append(number)
    names, found = Names(having), [set(person.documents) for person in listed]
    for document, text in connection.execute("SELECT pk, ifnull(title || char(10), '') || text FROM documents"):
        for name in {" ".join(match[0].split()) for match in names.found(text)}.difference(others.names_in(document)):
            for number in having.get(name) or having.get(name.removesuffix("s"), []):
                found[number].add(document)
    for person, documents in zip(listed, found, strict=True):
        yield person._replace(documents=tuple(sorted(documents)))


def _is_whole(name: str) -> bool:
    """Whether a name is of more than one word, and so hardly another person's."""
    return " " in name


def _by_document(people: Iterable[Covered], others: Others) -> Mapping[int, Callable[[str], str]]:
    """What covers the names in a text of an article."""
    found: dict[int, list[Covered]] = {}
    for person in people:
        for document in person.documents:
            found.setdefault(document, []).append(person)
    return {
        document: _coverer(listed, others.common, words_of(others.names_in(document)))
        for document, listed in found.items()
    }


def _coverer(people: Iterable[Covered], common: Collection[str], taken: Collection[str]) -> Change:
    """Covers whole names, and the parts of them that nobody else has `taken`."""
    listed = list(people)
    whole = {name for person in listed for name in filter(_is_whole, person.spellings)}
    parts = {part for person in listed for part in _parts(person, common, taken)}
    names, gone = Names(whole | parts), _gone(listed)
    return lambda text: names.changed(text, lambda name: _covered(name, gone))


def _parts(person: Covered, common: Collection[str], taken: Collection[str]) -> Iterator[str]:
    """The parts of a name that are covered where they stand alone."""
    for part in words_of(person.spellings):
        if _means_somebody(part) and part not in common and (person.is_gone or part not in taken):
            yield part


def _means_somebody(part: str) -> bool:
    """Whether a part of a name may stand for the person without the rest of it."""
    return len(part) >= _SHORTEST and part[0].isupper() and not is_country(part)


def _naming_coverer(people: Iterable[Covered], others: Others) -> Callable[[str], str]:
    """Covers whole names, and none that another party has too, alone or within its own."""
    listed = list(people)
    kept = others.names().difference(*(person.names for person in listed if person.is_gone))
    names, gone = Names({*kept, *(name for person in listed for name in person.names)}), _gone(listed)
    return lambda text: names.changed(text, lambda name: name if name in kept else _covered(name, gone))


def _gone(people: Iterable[Covered]) -> set[str]:
    return {word for person in people if person.is_gone for word in words_of(person.spellings)}


def _covered(name: str, gone: Collection[str]) -> str:
    """The words with a capital without their letters; the first ones stay of those who are not gone."""

    def cover(match: re.Match[str]) -> str:
        word = match[0]
        if not word[0].isupper():
            return word
        kept = 0 if word in gone or word.removesuffix("s") in gone else 1
        return word[:kept] + COVER * (len(word) - kept)

    return _WORD.sub(cover, name)


def _columns() -> Iterator[tuple[str, str, str]]:
    """Table, column and the SQL for the document of a row, of every column with words of an article."""
    for name, table in dictionary().items():
        for column, each in table.columns.items():
            if each.quoted is not None or (name, column) in _WORDS:
                yield name, quote(column), document_of(name, table)
