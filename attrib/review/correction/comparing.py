"""What a person changed in an exported document: file and database compared, statement by statement.

Every statement of an export carries the fingerprint it had then. One that still has it was not touched, whatever has
happened in the database since. One that differs from it was corrected, and is compared with what everybody sees now;
if that has changed as well, nobody can say who is right, and the file is refused. A statement that is missing was
rejected, but only if the document still is what was exported.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import sqlite_utils

from attrib.errors import InputError
from attrib.records import Judgement, Span
from attrib.review.amended import read_judged
from attrib.review.correction.corrected import CorrectedDocument, CorrectedStatement, Judge
from attrib.review.correction.uima_types import xml_text
from attrib.store.judgement import (
    PLACES,
    Reading,
    added_id,
    as_spans,
    cells,
    differences,
    from_cells,
    reading_of,
    version,
)


class Compared(NamedTuple):
    """What a corrected document says that the database does not."""

    judgements: tuple[Judgement, ...]
    notes: tuple[str, ...]
    """What was not taken over, in sentences."""


def compare(db: sqlite_utils.Database, document: CorrectedDocument, judge: Judge) -> Compared:
    """The judgements that bring the database to what the file says.

    Raises InputError for a document of another database, a value that is not allowed, a place outside the text, an
    unknown source, and a statement that was changed on both sides.
    """
    comparison = _Comparison(db, document, judge)
    found = [item for statement in document.statements for item in comparison.of(statement)]
    rejected, notes = comparison.missing()
    return Compared((*found, *rejected), notes)


class _Comparison:
    """One document of the file against the same one in the database."""

    def __init__(self, db: sqlite_utils.Database, document: CorrectedDocument, judge: Judge) -> None:
        self.db, self.document, self.judge = db, document, judge
        found = db.execute("SELECT pk, text, fingerprint FROM documents WHERE id = ?", [document.id]).fetchone()
        if found is None:
            raise InputError(
                f"{document.place}: there is no document {document.id!r} in the database. Import into the database "
                "that it was exported from.",
                seen=document.id,
            )
        self.key, self.text, self.fingerprint = found
        if document.text not in (None, self.text, xml_text(self.text)):
            raise InputError(
                f"{document.place}: the text is not that of the document {document.id!r} in the database, so that no "
                "place can be found again. Correct the statements and leave the text as it is.",
                seen=len(document.text or ""),
                allowed=len(self.text),
            )
        shown = read_judged(db, self.key)
        self.shown = {statement.id: reading_of(statement) for statement in shown.statements}
        self.places = self._places()
        self.seen: set[str] = set()

    def of(self, statement: CorrectedStatement) -> Iterator[Judgement]:
        """The judgements that one statement of the file makes."""
        reading = from_cells(statement.cells, where=statement.place)
        is_touched = statement.id is None or version(statement.id, reading) != statement.version
        if is_touched:
            self._check(reading, statement)
        if statement.id is None:
            yield from self._added(statement, reading)
            return
        present = self._present(statement.id)
        if present is not None and present in self.seen:
            raise InputError(f"{statement.place}: {statement.id!r} stands twice in the file. Delete one of the two.")
        if present is None:
            self._refuse_if(is_touched, statement, "is no longer a statement of the document")
            return
        self.seen.add(present)
        now = self.shown[present]
        found = list(differences(cells(now), cells(reading)))
        if found and is_touched:
            has_changed = version(statement.id, now) != statement.version
            self._refuse_if(has_changed, statement, "was corrected in the file, but has changed in the database too")
            yield from (self._judgement(present, field, old, new, statement.why) for field, old, new in found)

    def missing(self) -> tuple[list[Judgement], tuple[str, ...]]:
        """What is in the database and not in the file: rejected, or not there yet when the file was exported."""
        found, _, last = (self.document.version or "").partition(".")
        newest = int(last) if last.isdecimal() else 0
        lacking = [statement for statement in self.shown if statement not in self.seen]
        added = {statement: number for statement in lacking if (number := self._added_as(statement)) is not None}
        rejected = [
            statement
            for statement in lacking
            if (added[statement] <= newest if statement in added else found == self.fingerprint)
        ]
        left = [statement for statement in lacking if statement not in rejected and statement not in added]
        note = (
            f"{self.document.place}: {len(left)} statements are not in the file and stay, because the document was "
            "annotated anew after it was exported. Export it again to reject them.",
        )
        return [self._judgement(each, "exists", "yes", "no", None) for each in rejected], note if left else ()

    def _added(self, statement: CorrectedStatement, reading: Reading) -> Iterator[Judgement]:
        key = added_id(self.document.id, cells(reading))
        if key in self.seen:
            raise InputError(f"{statement.place}: the same statement was added twice. Delete one of the two.")
        self.seen.add(key)
        now = self.shown.get(key)
        if now is not None:
            found = differences(cells(now), cells(reading))
            yield from (self._judgement(key, field, old, new, statement.why) for field, old, new in found)
            return
        self.places[key] = reading.spans
        yield self._judgement(key, "exists", "no", "yes", statement.why)
        for field, new in cells(reading).items():
            if new not in (None, "[]"):
                yield self._judgement(key, field, None, new, statement.why)

    def _judgement(self, statement: str, field: str, old: str | None, new: str | None, why: str | None) -> Judgement:
        return Judgement.model_validate(
            {
                "document": self.document.id,
                "statement": statement,
                "spans": self.places[statement],
                "field": field,
                "old": old,
                "new": new,
                "judged_by": self.judge.by,
                "judged_on": self.judge.on,
                "why": why or self.judge.why,
            }
        )

    def _check(self, reading: Reading, statement: CorrectedStatement) -> None:
        """What a person changed has its places in the text, and sources that are known."""
        for name in PLACES:
            self._check_place(getattr(reading, name), name, statement)
        if not reading.spans:
            raise InputError(f"{statement.place}: has no place in the text. Mark its words, or delete it.")
        for source in reading.sources:
            if not self.db.execute("SELECT 1 FROM sources WHERE id = ?", [source]).fetchone():
                raise InputError(
                    f"{statement.place}: there is no source {source!r} in the database; the ids are in the table "
                    "sources, and a folder given to `attrib annotate --sources` adds more.",
                    seen=source,
                )

    def _check_place(self, spans: tuple[Span, ...], name: str, statement: CorrectedStatement) -> None:
        before = 0
        for span in spans:
            if not before <= span.start < span.end <= len(self.text):
                raise InputError(
                    f"{statement.place}: {name} is {[list(each) for each in spans]}; allowed are stretches in their "
                    f"order that do not overlap, between 0 and {len(self.text)}. Mend the file and import it again.",
                    seen=tuple(span),
                    allowed=len(self.text),
                )
            before = span.end

    def _present(self, statement: str) -> str | None:
        """The id under which a statement is shown now, None if it is not; InputError if it never was one."""
        if statement in self.shown:
            return statement
        sql = "SELECT s.id FROM superseded x LEFT JOIN statements s ON s.pk = x.statement WHERE x.id = ?"
        moved = self.db.execute(sql, [statement]).fetchone()
        if moved is None and statement not in self.places:
            raise InputError(
                f"{self.document.place}: {statement!r} is no statement of the document {self.document.id!r}. Leave the "
                "id of an added statement empty.",
                seen=statement,
            )
        return moved[0] if moved is not None and moved[0] in self.shown else None

    def _refuse_if(self, condition: bool, statement: CorrectedStatement, reason: str) -> None:
        if condition:
            raise InputError(
                f"{statement.place}: {statement.id} {reason}. Export the document again and correct it there; nothing "
                "was imported.",
                seen=statement.id,
            )

    def _places(self) -> dict[str, tuple[Span, ...]]:
        """Where each statement stands that the machine found or a person ever added."""
        found = self.db.execute("SELECT id, spans FROM statements WHERE document = ?", [self.key]).fetchall()
        sql = "SELECT statement_id, spans FROM judgements WHERE document = ? ORDER BY pk DESC"
        judged: Mapping[str, str] = dict(self.db.execute(sql, [self.key]).fetchall())
        return {statement: tuple(sorted(as_spans(spans))) for statement, spans in {**judged, **dict(found)}.items()}

    def _added_as(self, statement: str) -> int | None:
        """The number of the judgement that added a statement, None if the machine found it."""
        if self.db.execute("SELECT 1 FROM statements WHERE id = ?", [statement]).fetchone():
            return None
        sql = "SELECT max(pk) FROM judgements WHERE statement_id = ? AND field = 'exists' AND new = 'yes'"
        return int(self.db.execute(sql, [statement]).fetchone()[0])
