"""The table `morphology.tsv.gz` that comes with the models: full forms, and bundles of features.

One line for each group, three columns separated by tabs: what is listed, the value that all of the group share, and
its members separated by blanks.

| kind | value | members |
|---|---|---|
| noun, name | the cells they can be, hexadecimal (`cells.nominal_bit`) | forms |
| adjective | degree, `Inv` for one that is not inflected | stems: forms without ending |
| verb | the cells they can be, hexadecimal (`cells.verb_bit`) | forms, lower-cased |
| bundle | part of speech | all features that a word of it can have together |
| fixed | part of speech and the features besides case, gender and number that a form always has | forms, lower-cased |

A form that its longest listed ending (a noun's as a word of its own: *Verteidigungsminister → Minister*) already
describes is left out.
"""

import gzip
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from attrib.errors import ResourceError

Kind = Literal["noun", "name", "adjective", "verb", "bundle", "fixed"]
INVARIABLE = "Inv"
"""Instead of a degree: the adjective has one form (*Berliner*)."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass
class Table:
    """What the table says, by kind."""

    nouns: dict[str, int] = field(default_factory=dict)
    """Form → cells."""
    names: dict[str, int] = field(default_factory=dict)
    degrees: dict[str, str] = field(default_factory=dict)
    """Stem of an adjective → `Pos`, `Cmp`, `Sup`, or INVARIABLE."""
    verbs: dict[str, int] = field(default_factory=dict)
    bundles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Part of speech → features."""
    fixed: dict[tuple[str, str], str] = field(default_factory=dict)
    """Part of speech and form → features."""


def load_table(path: Path) -> Table:
    """Read the table; ResourceError names a malformed line."""
    table = Table()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                kind, value, members = line.rstrip("\n").split("\t")
                _add(table, kind, value, members)
            except ValueError as error:
                raise ResourceError(
                    f"{path}, line {number}: {line[:60]!r} should be one of {', '.join(KINDS)}, its value and its "
                    "members, separated by tabs. Restore the file from the package.",
                    seen=line[:60],
                    allowed=KINDS,
                ) from error
    return table


def _add(table: Table, kind: str, value: str, members: str) -> None:
    forms = members.split(" ")
    match kind:
        case "noun":
            table.nouns.update(dict.fromkeys(forms, int(value, 16)))
        case "name":
            table.names.update(dict.fromkeys(forms, int(value, 16)))
        case "verb":
            table.verbs.update(dict.fromkeys(forms, int(value, 16)))
        case "adjective":
            table.degrees.update(dict.fromkeys(forms, value))
        case "bundle":
            table.bundles[value] = tuple(forms)
        case "fixed":
            tag, _, feats = value.partition(" ")
            table.fixed.update(((tag, form), feats) for form in forms)
        case _:
            raise ValueError(kind)


def write_table(groups: dict[tuple[Kind, str], list[str]], target: Path) -> None:
    """Write groups of members by kind and value; the bytes depend on them alone."""
    lines = ("\t".join([*group, " ".join(members)]) + "\n" for group, members in sorted(groups.items()))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as out:
        for line in lines:
            out.write(line.encode("utf-8"))


def grouped(kind: Kind, values: dict[str, str]) -> dict[tuple[Kind, str], list[str]]:
    """Members by what they share."""
    found: defaultdict[tuple[Kind, str], list[str]] = defaultdict(list)
    for member, value in sorted(values.items()):
        found[kind, value].append(member)
    return dict(found)
