"""The data dictionary: every table and column of the database with its meaning, read from `dictionary.yml`.

Tables, published metadata and the column descriptions of the JSON Schemas are all made from it, so that they cannot
disagree. Every enumerated value is a row of a lookup table whose key is the value itself: `where status = 'disputed'`
needs no join.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict

from attrib import records
from attrib.resources import load_mapping
from attrib.taxonomy import load_taxonomy

Quoted = Literal["full", "context", "none"]


class Column(BaseModel):
    """One column: its type, what it refers to, whether it may be empty, who may see it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: Literal["text", "integer", "real"]
    description: str
    key: bool = False
    unique: bool = False
    optional: bool = False
    index: bool = False
    private: bool = False
    references: str | None = None
    date: bool = False
    """ISO 8601, as precise as it is long: `2024-10` is some day of that month."""
    derived: str | None = None
    """SQL over the table's own row: the column is made when the copy is published; the working database has it not."""
    instead: str | None = None
    """What stands there instead of words that may not be shown, where the column may not be empty."""
    quoted: Quoted | None = None
    """Cut from the article: `full` is shown only where rights are full, `none` wherever rights are not none."""


class Table(BaseModel):
    """One table with its columns in order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    description: str
    columns: dict[str, Column]
    label: str | None = None
    facets: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    private: bool = False
    lookup: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the primary key."""
        return tuple(name for name, column in self.columns.items() if column.key)


class Vocabulary(NamedTuple):
    """The values of one enumerated field and where they are explained."""

    table: str
    taxonomy: str
    codes: tuple[str, ...]
    title: str


class Term(NamedTuple):
    """One row of a lookup table."""

    code: str
    name: str
    name_de: str
    description: str
    position: int


VOCABULARIES = (
    Vocabulary("statement_types", "type", get_args(records.StatementType), "Types of statements"),
    Vocabulary("markers", "marker", get_args(records.Marker), "Markers"),
    Vocabulary("media", "medium", get_args(records.Medium), "Media"),
    Vocabulary("statuses", "status", get_args(records.Status), "Statuses"),
    Vocabulary("verdicts", "verdict", get_args(records.Verdict), "Verdicts"),
    Vocabulary("polarities", "polarity", get_args(records.Polarity), "Polarities"),
    Vocabulary("certainties", "certainty", get_args(records.Certainty), "Certainties"),
    Vocabulary("distances", "distance", get_args(records.Distance), "Distances"),
    Vocabulary("disclosures", "disclosure", get_args(records.Disclosure), "Disclosures"),
    Vocabulary("relations", "relation", get_args(records.Relation), "Relations of sources"),
    Vocabulary("role_kinds", "role", get_args(records.RoleKind), "Roles of words"),
    Vocabulary("part_kinds", "part_kind", get_args(records.PartKind), "Kinds of parts"),
    Vocabulary("source_kinds", "source_kind", get_args(records.SourceKind), "Kinds of sources"),
    Vocabulary("source_origins", "source_origin", get_args(records.SourceOrigin), "Origins of sources"),
    Vocabulary("reliabilities", "reliability", get_args(records.ReliabilityLetter), "Reliability letters"),
    Vocabulary("party_to_conflict", "party_to_conflict", get_args(records.PartyToConflict), "Parties to the conflict"),
    Vocabulary("qualifiers", "qualifier", get_args(records.Qualifier), "Qualifiers of numbers"),
    Vocabulary("precisions", "precision", get_args(records.Precision), "Precisions of dates"),
    Vocabulary("credibilities", "credibility", get_args(records.Credibility), "Credibility digits"),
    Vocabulary("independences", "independence", get_args(records.Independence), "Independence of origins"),
    Vocabulary("judgement_fields", "judgement_field", get_args(records.JudgementField), "Fields of judgements"),
    Vocabulary("key_roles", "key_role", get_args(records.KeyRole), "Roles of claim keys"),
    Vocabulary("rights", "rights", get_args(records.Rights), "Rights"),
)


def terms(vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The rows of a lookup table, in the order of the taxonomy."""
    return tuple(
        Term(term.code, term.label, term.label_de, term.description, position)
        for position, term in enumerate(load_taxonomy(vocabulary.taxonomy))
    )


@cache
def dictionary() -> Mapping[str, Table]:
    """All tables of the working database by name: lookup tables first, then those of `dictionary.yml` in its order."""
    return MappingProxyType(
        {name: _with(table, lambda column: column.derived is None) for name, table in _all().items()}
    )


@cache
def _all() -> Mapping[str, Table]:
    lookups = {vocabulary.table: _lookup(vocabulary) for vocabulary in VOCABULARIES}
    return {**lookups, **load_mapping(files("attrib.store") / "dictionary.yml", Table)}


def _with(table: Table, is_kept: Callable[[Column], bool]) -> Table:
    return table.model_copy(update={"columns": {n: c for n, c in table.columns.items() if is_kept(c)}})


@cache
def published() -> Mapping[str, Table]:
    """The tables and columns that may leave the working database, and those that are made for the published copy."""
    shown = {name: table for name, table in _all().items() if not table.private}
    return MappingProxyType({name: _with(table, lambda column: not column.private) for name, table in shown.items()})


def _lookup(vocabulary: Vocabulary) -> Table:
    return Table(
        title=vocabulary.title,
        description=f"{vocabulary.title}: every value that the database uses, with its meaning.",
        label="name",
        lookup=True,
        columns={
            "code": Column(type="text", key=True, description="The value as it stands in the other tables."),
            "name": Column(type="text", description="The value in words."),
            "name_de": Column(type="text", description="The value in German words."),
            "description": Column(type="text", description="What the value means."),
            "position": Column(type="integer", description="Order of the value in its list, from 0."),
        },
    )
