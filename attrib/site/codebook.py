"""The page of the codebook: every value of every field, what it means, an example, and the way to its rows."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from attrib.site.links import Links
from attrib.site.queries import Row
from attrib.store.dictionary import VOCABULARIES, Vocabulary, published
from attrib.taxonomy import load_taxonomy

_FIRST = ("status", "verdict", "type", "marker", "disclosure")
"""What readers ask for most; the others follow in the order of the dictionary."""


class Place(NamedTuple):
    """The column in which a reader meets the values of a field."""

    table: str
    column: str


async def codebook_page(db: Any, to: Links) -> list[Row]:
    """Each field with its values and how many rows have each."""
    return [await _field(db, to, vocabulary) for vocabulary in _ordered()]


async def _field(db: Any, to: Links, vocabulary: Vocabulary) -> Row:
    place = places().get(vocabulary.table)
    counts = {} if place is None else await _counts(db, place)
    return {
        "name": vocabulary.taxonomy,
        "table": vocabulary.table,
        "title": vocabulary.title,
        "column": place and place.column,
        "terms": [
            {
                "code": term.code,
                "example": term.example,
                "rows": counts.get(term.code, 0),
                "href": place and counts.get(term.code) and to.table(place.table, **{place.column: term.code}),
            }
            for term in load_taxonomy(vocabulary.taxonomy)
        ],
    }


async def _counts(db: Any, place: Place) -> Mapping[str, int]:
    found = await db.execute(f"SELECT {place.column}, count(*) FROM {place.table} GROUP BY 1")
    return dict(tuple(row) for row in found.rows)


@cache
def places() -> Mapping[str, Place]:
    """Where the values of each lookup table stand, by its name: statements before all other tables."""
    tables = sorted(published().items(), key=lambda item: item[0] != "statements")
    found: dict[str, Place] = {}
    for name, table in tables:
        for column_name, column in table.columns.items():
            if column.references is not None and not table.lookup:
                found.setdefault(column.references, Place(name, column_name))
    return found


def _ordered() -> Iterator[Vocabulary]:
    yield from sorted(
        VOCABULARIES,
        key=lambda each: _FIRST.index(each.taxonomy) if each.taxonomy in _FIRST else len(_FIRST),
    )
