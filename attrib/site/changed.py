"""The page of what changed since an earlier build, as `attrib build --previous` put it down.

/changed        for people        /changed.json        the same as numbers of rows and codes
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrib.publish.changed import CHANGED_FILE, COMPARED
from attrib.site.appearance import with_marks
from attrib.site.feeds import entries
from attrib.site.queries import Row, rows


def changed(database: Path, digest: str) -> Row | None:
    """What changed, None if nobody compared this very file with an earlier one."""
    file = database.parent / CHANGED_FILE
    if not file.is_file():
        return None
    found: Row = json.loads(file.read_text(encoding="utf-8"))
    return found if found["database"] == digest else None


async def changed_page(db: Any, found: Row) -> Row:
    """The changes with the words of the statements."""
    listed = {name: found[name]["rows"] for name in COMPARED}
    keys = {*found["new"]["rows"], *(row[0] for each in listed.values() for row in each)}
    known = {each["pk"]: each for each in with_marks(await entries(db, sorted(keys)))}
    names = await _names(db, listed["source"])
    articles = await rows(db, "articles_of", keys=json.dumps(found["documents"]["rows"]))
    place = {key: number for number, key in enumerate(found["documents"]["rows"])}
    return {
        **found,
        "articles": sorted(articles, key=lambda each: place[each["pk"]]),
        "new_statements": [_card(known[key]) for key in found["new"]["rows"]],
        "changes": {
            name: [
                {"statement": _card(known[key]), "before": names.get(before, before), "now": names.get(now, now)}
                for key, before, now in each
            ]
            for name, each in listed.items()
        },
    }


def _card(row: Row) -> Row:
    """A statement as lists of statements show it."""
    return {**row, "document": row["document_id"]}


async def _names(db: Any, changes: Sequence[Sequence[Any]]) -> Mapping[str, str]:
    keys = sorted({key for _, before, now in changes for key in (before, now) if key is not None})
    return {row["id"]: row["name"] for row in await rows(db, "names_of", keys=json.dumps(keys))}
