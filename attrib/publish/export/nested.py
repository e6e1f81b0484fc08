"""Documents, claims and sources as nested JSON Lines: everything about one of them in one line.

Rows are linked by their stable ids instead of the numbers of the database, and lose the column that says where they
hang. Values are those of the tables; words that may not be shown are null.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from attrib.publish.export.material import Material, Written, packed
from attrib.review.correction.correctable import with_versions
from attrib.store.dictionary import published
from attrib.store.tables import quote

AT_ONCE = 16
"""Documents, claims or sources that are held in memory together."""
Row = dict[str, Any]


class Branch(NamedTuple):
    """Rows of a table that hang on the rows above them."""

    name: str
    table: str
    by: str
    below: tuple["Branch", ...] = ()


_STATEMENTS = Branch(
    "statements",
    "statements",
    "document",
    (
        Branch("pieces", "spans", "statement"),
        Branch("roles", "roles", "statement"),
        Branch("sources", "statement_sources", "statement"),
        Branch("chain", "attribution_chain", "statement"),
        Branch("quantities", "quantities", "statement"),
        Branch("assessments", "assessments", "statement"),
        Branch("claims", "claim_statements", "statement"),
    ),
)
TREES = (
    Branch(
        "documents",
        "documents",
        "",
        (
            Branch("parts", "parts", "document"),
            Branch("issues", "issues", "document"),
            Branch("judgements", "judgements", "document"),
            Branch("copy_of", "copies", "document"),
            _STATEMENTS,
        ),
    ),
    Branch(
        "claims",
        "claims",
        "",
        (Branch("members", "claim_statements", "claim"), Branch("origins_listed", "claim_origins", "claim")),
    ),
    Branch(
        "sources", "sources", "", (Branch("names", "aliases", "source"), Branch("ratings", "source_ratings", "source"))
    ),
)
"""One file each."""


def write_jsonl(material: Material, folder: Path) -> Iterator[Written]:
    """`documents.jsonl.gz`, `claims.jsonl.gz`, `sources.jsonl.gz`."""
    last = material.last_judgement
    for tree in TREES:
        path, number = f"{tree.name}.jsonl.gz", 0
        with packed(folder / path) as file:
            for found in nested(material, tree):
                record = with_versions(found, last_judgement=last) if tree.name == "documents" else found
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
                number += 1
                material.step()
        yield Written(path, number, tree.name, f"{published()[tree.table].title} with everything about them, nested")


def nested(material: Material, tree: Branch) -> Iterator[Row]:
    """Each row of the tree's table with everything below it."""
    key = published()[tree.table].key[0]
    keys = (row[0] for row in material.published.execute(f"SELECT {key} FROM {tree.table} ORDER BY {key}"))
    while some := list(islice(keys, AT_ONCE)):
        for _, row in _rows(material, tree, key, some):
            yield row


def _rows(material: Material, branch: Branch, by: str, keys: Sequence[object]) -> list[tuple[object, Row]]:
    """The rows of a branch whose column `by` is one of the keys, with its value, everything below them put in."""
    table = published()[branch.table]
    order = ", ".join(quote(name) for name in table.key)
    sql = (
        f"SELECT {_selected(branch.table)}, t.{quote(by)} AS _by, t.{quote(table.key[0])} AS _key "
        f"FROM {branch.table} t WHERE t.{quote(by)} IN (SELECT value FROM json_each(?)) ORDER BY t.{order}"
    )
    found = list(material.query(sql, json.dumps(keys)))
    own = [row.pop("_key") for row in found]
    hangs_on = [row.pop("_by") for row in found]
    for row in found:
        row.pop(branch.by, None)
        if "spans" in row:
            row["spans"] = json.loads(str(row["spans"]))
    for lower in branch.below:
        hanging: dict[object, list[Row]] = {key: [] for key in own}
        for key, row in _rows(material, lower, lower.by, own):
            hanging[key].append(row)
        for key, row in zip(own, found, strict=True):
            row[lower.name] = hanging[key]
    return list(zip(hangs_on, found, strict=True))


def _selected(name: str) -> str:
    """The columns of a table, numbers of rows replaced by the ids that they stand for."""
    columns = published()[name].columns
    return ", ".join(_readable(column, columns[column].references) for column in columns if column != "pk")


def _readable(column: str, references: str | None) -> str:
    target = published()[references].columns if references is not None else {}
    if "pk" in target and "id" in target:
        return f"(SELECT r.id FROM {references} r WHERE r.pk = t.{quote(column)}) AS {quote(column)}"
    return f"t.{quote(column)}"
