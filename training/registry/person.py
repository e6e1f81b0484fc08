"""A person as the lists tell of one, before the tellings of several lists are put together."""

from dataclasses import dataclass, field
from typing import Literal

from attrib.isodate import iso_prefix
from attrib.records import SourceKind

Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Term:
    """One office in time; `until` is None if the list has no end, which it then knows nothing of after `as_of`."""

    office: str
    """An office of `offices.yml`, or the title as the list has it."""
    country: str | None
    since: str
    until: str | None
    as_of: str


@dataclass(slots=True)
class Person:
    """What the lists tell of one person."""

    family: str
    given: str
    country: str | None
    origin: str
    as_of: str
    wikidata: str | None = None
    gender: Gender | None = None
    kind: SourceKind = "official"
    party: str | None = None
    other_names: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    family_first: bool = False
    german: str | None = None
    """The name as German texts have it, where that is not what a rule makes of it."""

    @property
    def name(self) -> str:
        """The full name in the usual order."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(filter(None, parts))


def iso(day: str) -> str | None:
    """A day as lists write it (`2020-01-31`, `31.01.2020`) in ISO form; None if there is none."""
    parts = day.strip().split(".")
    written = "-".join(reversed(parts)) if len(parts) == 3 else day.strip()
    try:
        return iso_prefix(written)
    except ValueError:
        return None
