"""The same article twice: annotated once, the second place noted.

Two outlets that print one text are two documents. Where a file says neither outlet nor address, nothing tells it from
another file with the same text: it counts as the same article.
"""

import sqlite_utils

from attrib.records import Document, Issue
from attrib.store.migration import text_digest


class Duplicates:
    """Which articles were met in this run or stand in the database."""

    def __init__(self, db: sqlite_utils.Database) -> None:
        self._db = db
        self._ids: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def note(self, document: Document, *, place: str) -> Issue | None:
        """The issue that says of which article this one is a copy; None if it is the first, which is remembered."""
        digest = text_digest(document.text)
        first = self._ids.get(document.id)
        if first is None and document.publisher is None and document.url is None:
            first = self._texts.get(digest) or self._stored(document, digest)
        if first is None:
            self._ids[document.id] = place
            self._texts.setdefault(digest, place)
            return None
        message = (
            f"{place}: is the same article as {first} and was not annotated again. If two outlets printed it, name the "
            "publisher of each in documents.yml."
        )
        return Issue(document=place, stage="read", kind="duplicate", message=message)

    def _stored(self, document: Document, digest: str) -> str | None:
        """The name of a stored document with this text, unless this very document is stored."""
        found = self._db.execute("SELECT id, name FROM documents WHERE digest = ? ORDER BY pk", [digest]).fetchall()
        if not found or document.id in {key for key, _ in found}:
            return None
        return str(found[0][1])
