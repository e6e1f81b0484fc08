"""What can be corrected of a statement, as one record and as the cells of the table `judgements`.

    reading_of(statement)         the fields of a statement that a person can correct
    cells(reading)                the same as text, field by field, as the table holds them
    from_cells(cells)             and back
    differences(before, after)    the fields in which two readings differ, with both cells

Level, parent, context and part follow from the place and are not corrected; nor is the status, which one function
derives from the stands that parties take: who finds it wrong corrects what it rests on.
"""

import hashlib
import json
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import ValidationError

from attrib.errors import InputError
from attrib.records import (
    ROLES,
    Certainty,
    Disclosure,
    Distance,
    JudgementField,
    Marker,
    Medium,
    Polarity,
    Record,
    Span,
    Statement,
    StatementType,
)

Cells = Mapping[str, str | None]
PLACES: tuple[JudgementField, ...] = ("spans", *ROLES)
"""Fields that hold places in the text."""
COMPARED: frozenset[JudgementField] = frozenset({"exists", "spans", "type", "polarity", "certainty", "sources"})
"""Fields on which the comparison of statements rests: who corrected one of them put a reading of their own there."""


class Reading(Record):
    """A statement as far as a person can correct it."""

    spans: tuple[Span, ...]
    type: StatementType
    medium: Medium = "unknown"
    marker: Marker = "none"
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    distance: Distance = "neutral"
    disclosure: Disclosure | None = None
    sources: tuple[str, ...] = ()
    """Ids of the parties that state it, in their order."""
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    speaker: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()


FIELDS: tuple[JudgementField, ...] = tuple(Reading.model_fields)  # type: ignore[arg-type]


def reading_of(statement: Statement) -> Reading:
    """What the record says of the fields that can be corrected."""
    stating = [link for link in statement.sources if link.relation == "states"]
    own = {name: getattr(statement, name) for name in FIELDS if name not in ("sources", "disclosure", *PLACES)}
    return Reading.model_validate(
        {
            **own,
            **{name: tuple(sorted(getattr(statement, name))) for name in PLACES},
            "sources": tuple(link.source for link in stating),
            "disclosure": stating[0].disclosure if stating else None,
        }
    )


def cells(reading: Reading) -> dict[str, str | None]:
    """Each field as text: codes as they are, places and sources as JSON."""
    return {name: _cell(getattr(reading, name)) for name in FIELDS}


def from_cells(found: Cells, *, where: str) -> Reading:
    """The reading that these cells spell; InputError that says which value is not allowed, and where it stands."""
    values = {name: _value(name, found[name]) for name in FIELDS if name in found}
    try:
        return Reading.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        allowed = first["ctx"]["expected"] if "expected" in first.get("ctx", {}) else first["msg"]
        seen = found.get(name)
        raise InputError(
            f"{where}: {name} is {seen!r}; allowed: {allowed}. Mend the file and import it again.",
            seen=seen,
            allowed=allowed,
            kind="malformed",
        ) from error


def differences(before: Cells, after: Cells) -> Iterator[tuple[JudgementField, str | None, str | None]]:
    """The fields that are not the same, in their order, with the cell before and after."""
    return ((name, before[name], after[name]) for name in FIELDS if before[name] != after[name])


def version(statement: str, reading: Reading) -> str:
    """A fingerprint of one statement as it was exported: who brings back another one has corrected it."""
    return fingerprint([statement, json.dumps(cells(reading))])


def document_version(found: str | None, last_judgement: int) -> str:
    """What an export says of the state of a document: what the machine found, and the newest judgement there was."""
    return f"{found or ''}.{last_judgement}"


def added_id(document: str, found: Cells) -> str:
    """The id of a statement that a person added: the same place, form, cue and speaker give the same id."""
    return fingerprint([document, *(found.get(name) or "" for name in ("spans", "type", "cue", "speaker"))])


def fingerprint(words: Iterable[str]) -> str:
    """Twelve letters and digits from words in an order."""
    digest = hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest)[:12].decode("ascii").lower()


def as_json(spans: Sequence[Span]) -> str:
    """Places as the tables hold them."""
    return json.dumps(spans)


def as_spans(cell: str) -> tuple[Span, ...]:
    """Places from what the tables hold."""
    return tuple(Span(start, end) for start, end in json.loads(cell))


def _cell(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)


def _value(name: JudgementField, cell: str | None) -> object:
    if name in PLACES:
        return as_spans(cell or "[]")
    return tuple(json.loads(cell or "[]")) if name == "sources" else cell
