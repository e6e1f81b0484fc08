"""The values a field may have, each with its label and definition: `attrib/taxonomies/*.yml`, one file per field.

The files are what the codebook, the lookup tables of the database and the command line's help are made from. A test
holds them equal to the literals in `attrib.records`, which the type checker sees.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from attrib.errors import ResourceError
from attrib.records import Record
from attrib.resources import load_records


class Term(Record):
    """One allowed value of a field."""

    code: str
    """The value as it stands in the database."""
    label: str
    label_de: str
    description: str
    """What it means, in English, as a whole sentence."""
    example: str | None = None
    """A German sentence that shows it."""
    mappings: Mapping[str, str] = {}
    """The same value in other vocabularies, by vocabulary."""


@cache
def load_taxonomy(name: str) -> tuple[Term, ...]:
    """The values of one field in their order; `name` is the file's name without `.yml`."""
    if name not in _names():
        allowed = ", ".join(_names())
        raise ResourceError(f"no taxonomy {name!r}; there are {allowed}", seen=name, allowed=_names())
    terms = load_records(_folder / f"{name}.yml", Term)
    codes = [term.code for term in terms]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ResourceError(f"taxonomy {name!r} lists {twice[0]!r} twice; remove one", seen=twice)
    return terms


@cache
def taxonomies() -> Mapping[str, tuple[Term, ...]]:
    """All fields with their values, by field name in alphabetical order."""
    return {name: load_taxonomy(name) for name in _names()}


_folder = resources.files("attrib") / "taxonomies"


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(file.name.removesuffix(".yml") for file in _folder.iterdir() if file.name.endswith(".yml")))
