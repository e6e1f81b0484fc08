"""The stored documents as linking sees them, and linking itself from database to database.

link_database(db)     compares the statements of all documents, if that has not been done since the last change
linking_version()     what decides how they are compared
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import sqlite_utils

from attrib.claim.copies import Text
from attrib.claim.corpus import Corpus, Member
from attrib.claim.link import Compares, link
from attrib.fingerprint import code_fingerprint, libraries_fingerprint
from attrib.records import JOINT, Assessment, Judgement, JudgementField, Qualifier, Source
from attrib.statement.proposition import as_proposition, days_of
from attrib.statement.setting import NAMING, Naming
from attrib.store.judgement import COMPARED, as_spans
from attrib.store.judgement_rows import corrections
from attrib.store.link_rows import is_linked, write_links
from attrib.text.loading import load_language

_UNDATED = "9999"


def link_database(db: sqlite_utils.Database, *, compares: Compares | None = None) -> bool:
    """Compare the statements of all documents and store what was found; False if nothing has changed since.

    `compares` does it elsewhere than in this process, with the same result.
    """
    version = linking_version()
    if is_linked(db, version):
        return False
    write_links(db, link(read_corpus(db), compares), version)
    return True


@cache
def linking_version() -> str:
    """A hash over the code that reads, compares and writes what is linked, and the library that finds copies."""
    return f"{code_fingerprint(files('attrib'), __name__)}-{libraries_fingerprint('datasketch')}"


def read_corpus(db: sqlite_utils.Database) -> Corpus:
    """Everything of all documents that linking needs, without the statements that somebody rejected."""
    sources = {row["id"]: Source.model_validate(row) for row in db.query("SELECT * FROM sources")}
    return Corpus(
        members=tuple(_members(db)),
        sources=sources,
        assessments=tuple(_assessments(db)),
        texts=tuple(Text(*row) for row in db.execute("SELECT id, published, text FROM documents ORDER BY id")),
    )


def _assessments(db: sqlite_utils.Database) -> Iterator[Assessment]:
    sql = (
        "SELECT d.id AS document, s.id AS statement, a.source, a.verdict, a.start, a.end, a.exact, a.rule, a.detail "
        "FROM assessments a JOIN documents d ON d.pk = a.document LEFT JOIN statements s ON s.pk = a.statement "
        "WHERE a.through IS NULL ORDER BY d.id, a.pk"
    )
    return (Assessment.model_validate(row) for row in db.query(sql))


def _members(db: sqlite_utils.Database) -> Iterator[Member]:
    keys, figures, ends = _keys(db), _figures(db), _ends(db)
    stating: dict[int, list[str]] = {}
    sql = "SELECT statement, source FROM statement_sources WHERE relation = 'states' ORDER BY statement, number"
    for statement, source in db.execute(sql):
        stating.setdefault(statement, []).append(source)
    sql = (
        "SELECT s.pk, s.id, d.id AS document, coalesce(s.said_on, d.published) AS said, s.type, s.polarity, "
        "s.certainty, s.exact, s.start, s.end, d.language FROM statements s JOIN documents d ON d.pk = s.document "
        "ORDER BY s.id"
    )
    judged = corrections(db)
    for row in db.query(sql):
        fields = judged.get(row["id"], {})
        if "exists" in fields and fields["exists"].new == "no":
            continue
        own = keys.get(row["pk"], [])
        value, value_to, qualifier = figures.get(row["pk"], (None, None, None))
        figure = None if qualifier is None else (value, value_to)
        language = load_language(row["language"])
        member = Member(
            id=row["id"],
            document=row["document"],
            said=row["said"] or _UNDATED,
            type=row["type"],
            polarity=row["polarity"],
            certainty=row["certainty"],
            exact=row["exact"],
            start=row["start"],
            end=row["end"],
            sources=tuple(stating.get(row["pk"], ())),
            ends=tuple(ends.get(row["pk"], stating.get(row["pk"], ()))),
            proposition=as_proposition(
                row["id"], own, figure, language=language, said=row["said"], document=row["document"]
            ),
            naming=Naming(
                row["document"],
                row["start"],
                days_of(row["said"]),
                frozenset(key for role, key in own if role in NAMING),
            ),
            qualifier=qualifier,
        )
        yield _corrected(db, member, fields)


def _corrected(db: sqlite_utils.Database, member: Member, fields: Mapping[JudgementField, Judgement]) -> Member:
    """The statement as a person corrected it, if in a field on which the comparison rests."""
    new = {name: item.new for name, item in fields.items() if name in COMPARED and item.old != item.new}
    if not new:
        return member
    update: dict[str, Any] = {name: new[name] for name in ("type", "polarity", "certainty") if name in new}
    if "sources" in new:
        parties = tuple(json.loads(new["sources"] or "[]"))
        update |= {"sources": parties, "ends": parties}
    if "spans" in new:
        spans = as_spans(new["spans"] or "[]")
        text = db.execute("SELECT text FROM documents WHERE id = ?", [member.document]).fetchone()[0]
        exact = JOINT.join(text[start:end] for start, end in spans)
        update |= {"exact": exact, "start": spans[0].start, "end": spans[-1].end}
    return replace(member, by_hand=True, **update)


def _ends(db: sqlite_utils.Database) -> dict[int, list[str]]:
    """The last links of the chain of each statement that is credited to somebody."""
    sql = (
        "SELECT c.statement, c.source FROM attribution_chain c JOIN statements s ON s.pk = c.statement "
        "WHERE s.type <> 'author' AND s.source IS NOT NULL AND c.position = "
        "(SELECT max(position) FROM attribution_chain WHERE statement = c.statement) ORDER BY c.statement, c.number"
    )
    found: dict[int, list[str]] = {}
    for statement, source in db.execute(sql):
        found.setdefault(statement, []).append(source)
    return found


def _keys(db: sqlite_utils.Database) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for statement, role, key in db.execute("SELECT statement, role, key FROM claim_keys"):
        found.setdefault(statement, []).append((role, key))
    return found


def _figures(db: sqlite_utils.Database) -> dict[int, tuple[float | None, float | None, Qualifier]]:
    """The first number of each statement that counts something."""
    sql = (
        "SELECT statement, value, value_to, qualifier FROM quantities WHERE unit IS NULL AND counted IS NOT NULL "
        "ORDER BY statement, number DESC"
    )
    return {statement: (value, value_to, qualifier) for statement, value, value_to, qualifier in db.execute(sql)}
