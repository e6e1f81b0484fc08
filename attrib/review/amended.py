"""A document's annotation as people corrected it: what the site and every export show.

The machine's rows are never changed. Judgements are laid over a copy of them: over the records that exports on the
analysis of words are made from, and over the published copy before anything is counted there, so that filters, facets,
search and downloads need not know of them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

import sqlite_utils

from attrib.records import (
    JOINT,
    Annotation,
    ChainLink,
    Judgement,
    JudgementField,
    Source,
    Span,
    Statement,
    StatementSource,
)
from attrib.stand.status import status
from attrib.store.database import PER_DOCUMENT
from attrib.store.judgement import FIELDS, Reading, cells, from_cells, reading_of
from attrib.store.judgement_rows import corrections
from attrib.store.read import read_annotation
from attrib.store.rule_rows import name_rules
from attrib.store.statement_rows import write_statements
from attrib.text.analysis import read_conllu

RULE = "judgement"
"""The rule of what a person put in."""
BY_HAND = "What a person put in."
_PLAIN = tuple(name for name in FIELDS if name not in ("sources", "disclosure", "spans"))
Judged = Mapping[JudgementField, Judgement]


def read_judged(db: sqlite_utils.Database, key: int) -> Annotation:
    """The annotation of the document with this key as people corrected it."""
    annotation = read_annotation(db, key)
    found = corrections(db, key)
    if not found:
        return annotation
    named = {link.source for statement in annotation.statements for link in statement.sources}
    for fields in found.values():
        named.update(json.loads(fields["sources"].new or "[]") if "sources" in fields else ())
    sql = "SELECT * FROM sources WHERE id IN (SELECT value FROM json_each(?))"
    rows = db.query(sql, [json.dumps(sorted(named))])
    return judged(annotation, found, {row["id"]: Source.model_validate(row) for row in rows})


def judged(annotation: Annotation, found: Mapping[str, Judged], sources: Mapping[str, Source]) -> Annotation:
    """The annotation with the newest judgement of each field in place of what the machine found."""
    correct = _Corrector(annotation, sources)
    known = {statement.id for statement in annotation.statements}
    kept = [
        correct.changed(statement, found.get(statement.id, {}))
        for statement in annotation.statements
        if _exists(found.get(statement.id, {}))
    ]
    first = max((statement.number for statement in annotation.statements), default=-1) + 1
    new = [(key, fields) for key, fields in found.items() if key not in known and _is_added(fields)]
    kept += [correct.added(key, fields, first + number) for number, (key, fields) in enumerate(new)]
    return _without_lost(annotation, tuple(_nested(annotation, kept)))


def show_judgements(db: sqlite_utils.Database) -> None:
    """Lay the judgements over a copy of the working database, in which nothing is counted or indexed yet."""
    for (key,) in db.execute("SELECT DISTINCT document FROM judgements ORDER BY document").fetchall():
        shown = read_judged(db, key)
        name_rules(db, [RULE], finds=BY_HAND)
        _rewrite(db, shown, key)
        db.execute(
            "UPDATE judgements SET statement = (SELECT pk FROM statements WHERE id = statement_id) "
            "WHERE document = ? AND (statement IS NULL OR statement NOT IN (SELECT pk FROM statements))",
            [key],
        )


_OF_STATEMENTS = ("attribution_chain", "roles", "spans", "statement_sources", "quantities", "claim_keys")


def _rewrite(db: sqlite_utils.Database, shown: Annotation, key: int) -> None:
    """The statements of a document anew; numbers stay, so that what points at them still does."""
    between = [key * PER_DOCUMENT, (key + 1) * PER_DOCUMENT - 1]
    for table in _OF_STATEMENTS:
        db.execute(f"DELETE FROM {table} WHERE statement BETWEEN ? AND ?", between)
    db.execute("DELETE FROM statements WHERE pk BETWEEN ? AND ?", between)
    write_statements(db, shown, key)
    gone = "BETWEEN ? AND ? AND {0} NOT IN (SELECT pk FROM statements)"
    for table, column in (("assessments", "statement"), ("superseded", "statement")):
        db.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} {gone.format(column)}", between)
    db.execute(f"DELETE FROM status_by WHERE statement {gone.format('statement')}", between)


def _is_added(fields: Judged) -> bool:
    """Whether a person put it there: a statement that was only found right is gone once the machine has lost it."""
    return "exists" in fields and fields["exists"].old != "yes" and _exists(fields) and "spans" in fields


def _exists(fields: Judged) -> bool:
    return "exists" not in fields or fields["exists"].new == "yes"


class _Corrector:
    """Statements of one document, made anew from what a person says of them."""

    def __init__(self, annotation: Annotation, sources: Mapping[str, Source]) -> None:
        self.annotation = annotation
        self.sources = sources
        self.sentences = [Span(each.start, each.end) for each in read_conllu(annotation.conllu).sentences]

    def changed(self, statement: Statement, fields: Judged) -> Statement:
        """The statement with the fields that were corrected, and what follows from them."""
        before = reading_of(statement)
        wanted: dict[str, str | None] = {name: fields[name].new for name in FIELDS if name in fields}
        after = from_cells({**cells(before), **wanted}, where=statement.id)
        differing = [name for name in FIELDS if getattr(before, name) != getattr(after, name)]
        update: dict[str, object] = {name: getattr(after, name) for name in differing if name in _PLAIN}
        if "spans" in differing:
            update |= self._place(after.spans)
        if {"sources", "disclosure"} & set(differing):
            update |= self._credit(statement, after, fields)
        changed = statement.model_copy(update=update)
        return self._with_status(changed) if {"type", "sources"} & set(differing) else changed

    def added(self, statement: str, fields: Judged, number: int) -> Statement:
        """A statement that only a person found."""
        after = from_cells({name: fields[name].new for name in FIELDS if name in fields}, where=statement)
        told = fields["exists"]
        plain = {name: getattr(after, name) for name in _PLAIN}
        bare = Statement.model_validate(
            {
                "id": statement,
                "document": self.annotation.document.id,
                "number": number,
                "rule": RULE,
                "detail": _detail("added", told),
                **plain,
                **self._place(after.spans),
            }
        )
        return self._with_status(bare.model_copy(update=self._credit(bare, after, fields)))

    def _place(self, spans: Sequence[Span]) -> dict[str, object]:
        whole = Span(spans[0].start, spans[-1].end)
        touched = [sentence for sentence in self.sentences if sentence.overlaps(whole)] or [whole]
        text = self.annotation.document.text
        part = next((each for each in self.annotation.parts if each.start <= whole.start < each.end), None)
        return {
            "spans": tuple(spans),
            "exact": JOINT.join(text[start:end] for start, end in spans),
            "context": Span(min(whole.start, touched[0].start), max(whole.end, touched[-1].end)),
            "part": part.number if part is not None else 0,
        }

    def _credit(self, statement: Statement, after: Reading, fields: Judged) -> dict[str, object]:
        told = fields.get("sources") or fields.get("disclosure") or fields["exists"]
        links = {link.source: link for link in statement.sources if link.relation == "states"}
        stating = [
            links.get(source, self._link(source, told)).model_copy(update={"disclosure": after.disclosure})
            for source in after.sources
        ]
        offices = dict.fromkeys(self.sources[source].speaks_for for source in after.sources)
        spoken = [self._link(office, told, "speaks_for") for office in offices if office is not None]
        before = {link.source: link for link in statement.sources if link.relation == "speaks_for"}
        chain = self._chain(statement, after, told)
        ends = [link.source for link in chain if link.position == chain[-1].position]
        return {
            "sources": (*stating, *(before.get(link.source, link) for link in spoken)),
            "chain": chain,
            "origin": ends[0] if len(ends) == 1 and after.sources else None,
        }

    def _chain(self, statement: Statement, after: Reading, told: Judgement) -> tuple[ChainLink, ...]:
        """Who passed it on as before, with the corrected parties at the end."""
        publisher = [link for each in self.annotation.statements for link in each.chain if link.position == 0][:1]
        stated = {link.source for link in statement.sources if link.relation == "states"}
        earlier = [link for link in statement.chain if link.source not in stated or link.position == 0] or publisher
        last = earlier[-1].position if earlier else -1
        known = {link.source for link in earlier}
        new = [
            ChainLink(position=last + 1, source=source, rule=RULE, detail=_detail("credited", told))
            for source in after.sources
            if source not in known
        ]
        return (*earlier, *new)

    def _link(self, source: str, told: Judgement, relation: str = "states") -> StatementSource:
        return StatementSource.model_validate(
            {"source": source, "relation": relation, "rule": RULE, "detail": _detail("credited", told)}
        )

    def _with_status(self, statement: Statement) -> Statement:
        """The status that the stands of the document give, for a form or a source that was corrected."""
        own = [item for item in self.annotation.assessments if item.statement == statement.id]
        stating = [link.source for link in statement.sources if link.relation == "states"]
        hearsay = any(self.sources[source].origin == "hearsay" for source in stating)
        value = status(own, type=statement.type, is_hearsay=hearsay)
        is_new = statement.rule == RULE
        update = {"status_in_document": value, "status": value if is_new else statement.status}
        return statement.model_copy(update=update)


def _nested(annotation: Annotation, statements: Sequence[Statement]) -> Iterable[Statement]:
    """Statements with parents that are there and levels that follow from them."""
    before = {statement.id: statement for statement in annotation.statements}
    ids = {statement.id for statement in statements}
    parents = {
        each.id: each.parent
        if each.id in before and before[each.id].spans == each.spans and (each.parent is None or each.parent in ids)
        else _enclosing(each, statements)
        for each in statements
    }
    for each in statements:
        level, above = 0, parents[each.id]
        while above is not None:
            level, above = level + 1, parents[above]
        yield each.model_copy(update={"parent": parents[each.id], "level": level})


def _enclosing(inner: Statement, statements: Iterable[Statement]) -> str | None:
    """The smallest statement around another one."""
    own = sum(span.end - span.start for span in inner.spans)
    around = [
        (size, each.id)
        for each in statements
        if (size := sum(span.end - span.start for span in each.spans)) > own
        and all(any(outer.contains(span) for outer in each.spans) for span in inner.spans)
    ]
    return min(around)[1] if around else None


def _without_lost(annotation: Annotation, statements: tuple[Statement, ...]) -> Annotation:
    """Stands, numbers and keys of statements that are still there; of a place that was corrected, numbers within it."""
    by_id = {statement.id: statement for statement in statements}
    before = {statement.id: statement.spans for statement in annotation.statements}
    gone = before.keys() - by_id.keys()
    return annotation.model_copy(
        update={
            "statements": statements,
            "assessments": tuple(
                item.model_copy(update={"statement": None}) if item.statement in gone else item
                for item in annotation.assessments
            ),
            "quantities": tuple(
                item
                for item in annotation.quantities
                if item.statement in by_id
                and (
                    by_id[item.statement].spans == before.get(item.statement)
                    or any(span.contains(Span(item.start, item.end)) for span in by_id[item.statement].spans)
                )
            ),
            "claim_keys": tuple(item for item in annotation.claim_keys if item.statement in by_id),
        }
    )


def _detail(what: str, told: Judgement) -> str:
    return f"{what} by {told.judged_by} on {told.judged_on}"
