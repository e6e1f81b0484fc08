"""The hand-made sets on which the registry is measured: pairs of names, offices in time, people who are in no list.

What the fields mean, and what counts as right, is said at the head of each file.
"""

from pathlib import Path
from typing import Literal

from attrib.isodate import IsoPrefix
from attrib.records import Record
from attrib.resources import load_records

HERE = Path(__file__).parent
UNNAMED = "unnamed"


class NamePair(Record):
    """Two names, and whether one is only another spelling of the other."""

    a: str
    b: str
    kind: Literal["person", "organisation"]
    same: bool
    group: str


class OfficeCase(Record):
    """An office without a name in a paragraph, and who held it on that day."""

    expected: str
    """The id of a party of the registry, or `unnamed`."""
    date: IsoPrefix | None = None
    mention: str
    text: str


class Homonym(Record):
    """A paragraph about people who are in no list, for all that their surnames are."""

    people: tuple[str, ...]
    date: IsoPrefix | None = None
    text: str


def name_pairs() -> tuple[NamePair, ...]:
    """Three hundred pairs of names, the same and not the same."""
    return load_records(HERE / "name_pairs.yml", NamePair)


def office_cases() -> tuple[OfficeCase, ...]:
    """Sixty paragraphs with an office, before and after changes, and without a date."""
    return load_records(HERE / "offices.yml", OfficeCase)


def homonyms() -> tuple[Homonym, ...]:
    """Two hundred paragraphs with common surnames."""
    return load_records(HERE / "homonyms.yml", Homonym)
