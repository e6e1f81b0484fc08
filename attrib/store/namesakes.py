"""Two people of one name: discovered sources are the same across documents only if their institutions do not differ.

*Thomas Müller, Professor an der Universität Graz* and *Thomas Müller, Sprecher der Reederei Nordlicht* get two rows:
the one met first keeps the plain id, the other one's id names its institution. A document that tells no institution is
taken for the one that is there.
"""

from typing import Any

import sqlite_utils

from attrib.records import Annotation, Source


def tell_apart(db: sqlite_utils.Database, annotation: Annotation) -> Annotation:
    """The annotation with ids of their own for namesakes of sources that the database knows from other documents."""
    renamed = {
        source.id: f"{source.id}-{institution_of(source)}"
        for source in annotation.sources
        if source.origin == "discovered" and _is_namesake(db, source, annotation.document.id)
    }
    return _with_ids(annotation, renamed) if renamed else annotation


def institution_of(source: Source) -> str | None:
    """The institution that a person speaks for or belongs to."""
    return source.speaks_for or source.part_of


def _is_namesake(db: sqlite_utils.Database, source: Source, document: str) -> bool:
    institution = institution_of(source)
    sql = (
        "SELECT coalesce(s.speaks_for, s.part_of) FROM sources s "
        "JOIN document_sources ds ON ds.source = s.id JOIN documents d ON d.pk = ds.document "
        "WHERE s.id = ? AND s.origin = 'discovered' AND d.id <> ? LIMIT 1"
    )
    known = db.execute(sql, [source.id, document]).fetchone()
    return known is not None and None not in {known[0], institution} and known[0] != institution


def _with_ids(annotation: Annotation, renamed: dict[str, str]) -> Annotation:
    """The annotation with other ids wherever a record refers to a source."""

    def changed(record: Any, *names: str) -> Any:
        """The record with the new ids in these fields; the record itself if none of them changes."""
        found = {name: renamed[value] for name in names if (value := getattr(record, name)) in renamed}
        return record.model_copy(update=found) if found else record

    statements = tuple(
        changed(statement, "origin").model_copy(
            update={
                "sources": tuple(changed(link, "source") for link in statement.sources),
                "chain": tuple(changed(link, "source") for link in statement.chain),
            }
        )
        for statement in annotation.statements
    )
    sources = (changed(source, "id", "speaks_for", "part_of") for source in annotation.sources)
    return annotation.model_copy(
        update={
            "statements": statements,
            "sources": tuple(sources),
            "assessments": tuple(changed(item, "source") for item in annotation.assessments),
        }
    )
