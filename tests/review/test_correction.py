"""Corrected files come back as judgements, all of them or none, and the published database shows them."""

import gzip
import json
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from click.testing import CliRunner

from attrib.cli import main
from attrib.errors import InputError
from attrib.publish.published import build
from attrib.records import Annotation, Document
from attrib.review.amended import BY_HAND
from attrib.review.correction.bringing import Report, bring_back
from attrib.review.correction.corrected import Judge
from attrib.review.correction.jsonl import read_jsonl
from attrib.review.correction.xmi import read_uima
from attrib.site.serve import site
from attrib.store.link import link_database
from attrib.store.write import open_database, read_annotations, write_annotation
from tests import articles, frozen
from tests.exports import (
    STATEMENT,
    Exported,
    add_link,
    exported,
    rows_of,
    save_rows,
    statement_in,
    working_database,
)

JUDGE = Judge(by="A. Reader", on="2024-11-05", why="second reading")
Row = dict[str, Any]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The three articles."""
    return working_database(tmp_path / "w.db", articles.all_articles())


def bring(database: Path, path: Path, *, judge: Judge = JUDGE) -> Report:
    """What `attrib import` does."""
    db = open_database(database)
    with closing(db.conn):
        return bring_back(
            db, (read_uima if path.suffix in (".xmi", ".zip") or path.is_dir() else read_jsonl)(path), judge
        )


def judgements(database: Path) -> list[tuple[Any, ...]]:
    """Statement, field, before, after, who, when and why, in their order."""
    with closing(sqlite3.connect(database)) as connection:
        sql = "SELECT statement_id, field, old, new, judged_by, judged_on, why FROM judgements ORDER BY pk"
        return connection.execute(sql).fetchall()


def published(database: Path, folder: Path) -> sqlite3.Connection:
    """The published copy of a working database."""
    return sqlite3.connect(build(database, folder, downloads=False).database)


def edited(database: Path, tmp_path: Path, change: Callable[[list[Row]], None]) -> Path:
    """The nested JSON Lines of a database after somebody changed the statements of its first document."""
    documents = rows_of(database, tmp_path / "jsonl")
    change(documents[0]["statements"])
    return save_rows(documents, tmp_path / "corrected.jsonl")


def by_id(statements: list[Row], key: str) -> Row:
    """The statement with this id."""
    return next(each for each in statements if each["id"] == key)


def test_an_untouched_export_brings_nothing(database: Path, tmp_path: Path) -> None:
    """In either format, of hand-written articles and of the seeds."""
    seeds = working_database(tmp_path / "s.db", (frozen.annotated_seed(path) for path in frozen.SEEDS))
    for number, each in enumerate((database, seeds)):
        found = exported(each, tmp_path / f"uima{number}")
        rows_of(each, tmp_path / f"jsonl{number}")
        for path in (
            found.folder,
            found.folder.parent / "uima.zip",
            tmp_path / f"jsonl{number}" / "documents.jsonl.gz",
        ):
            report = bring(each, path)
            assert (report.added, report.rejected, report.corrected, report.notes) == (0, 0, 0, ())
            assert report.documents == (3, 5)[number]
        assert judgements(each) == []


def test_a_corrected_cas_comes_back(database: Path, tmp_path: Path) -> None:
    """Codes, source, place and roles behind an emoji, each as a row with what was there before."""
    found = exported(database, tmp_path / "out")
    cas = found.cas("doc-a")
    worry = statement_in(cas, "a-worry")
    text = articles.TEXT_A
    worry.statement_type, worry.sources, worry.why = "reported", "nis, pentagon", "Austin only repeats it"
    worry.begin = text.index("eine „besorgniserregende")
    add_link(cas, worry, "addressee", text.index("für Europa"), text.index("für Europa") + 10)
    add_link(cas, worry, "piece", text.rindex("Laut"), text.rindex("Laut") + 4)
    found.save(cas, "doc-a")
    report = bring(database, found.folder)
    assert (report.corrected, report.added, report.rejected) == (1, 0, 0)
    start, end = articles.span(text, worry.get_covered_text())
    laut, europe = articles.span(text, "Laut"), articles.span(text, "für Europa")
    before = articles.span(text, "wäre das eine „besorgniserregende Entwicklung“ für Europa")
    told = ("A. Reader", "2024-11-05", "Austin only repeats it")
    assert judgements(database) == [
        ("a-worry", "spans", json.dumps([before]), json.dumps([laut, [start, end]]), *told),
        ("a-worry", "type", "indirect", "reported", *told),
        ("a-worry", "sources", '["lloyd-austin"]', '["nis", "pentagon"]', *told),
        ("a-worry", "addressee", "[]", json.dumps([europe]), *told),
    ]


def test_the_published_copy_shows_what_people_say(database: Path, tmp_path: Path) -> None:
    """Values, places, sources, facets and search; the working database keeps what the machine found."""

    def change(statements: list[Row]) -> None:
        claim = by_id(statements, "a-claim")
        claim["polarity"] = "negative"
        claim["pieces"][0]["start"] += 6
        del claim["spans"], claim["source"], claim["disclosure"]
        claim["sources"] = [{"source": "kreml"}]

    bring(database, edited(database, tmp_path, change))
    with closing(published(database, tmp_path / "dist")) as copy:
        row = copy.execute("SELECT polarity, exact, source, disclosure FROM statements WHERE id = 'a-claim'").fetchone()
        assert row == ("negative", "Soldaten würden in Russland ausgebildet", "kreml", None)
        found = copy.execute("SELECT count(*) FROM statements_fts WHERE statements_fts MATCH 'Kreml'").fetchone()[0]
        assert found == 2
        cells = copy.execute("SELECT statement, field, old, new FROM judgements ORDER BY pk").fetchall()
        key = copy.execute("SELECT pk FROM statements WHERE id = 'a-claim'").fetchone()[0]
        assert {cell[0] for cell in cells} == {key}
        assert ("polarity", "positive", "negative") in [cell[1:] for cell in cells]
    db = open_database(database)
    machine = [each.model_copy(update={"issues": ()}) for each in read_annotations(db)]
    assert [each.statements[1].polarity for each in machine[:1]] == ["positive"]
    assert machine[0].statements[1].sources == articles.article_a().statements[1].sources
    db.close()


def test_a_second_import_of_the_same_file_brings_nothing(database: Path, tmp_path: Path) -> None:
    """Corrected, added and rejected ones included."""

    def change(statements: list[Row]) -> None:
        by_id(statements, "a-claim")["medium"] = "writing"
        statements.remove(by_id(statements, "a-author"))
        statements.append({"type": "reported", "pieces": [{"start": 0, "end": 12}]})

    path = edited(database, tmp_path, change)
    first = bring(database, path)
    assert (first.corrected, first.added, first.rejected) == (1, 1, 1)
    rows = judgements(database)
    second = bring(database, path)
    assert (second.corrected, second.added, second.rejected, second.notes) == (0, 0, 0, ())
    assert judgements(database) == rows


def test_rejected_and_added_statements_are_published_so(database: Path, tmp_path: Path) -> None:
    """The one is gone with all that hangs on it, the other is there with all that statements have."""
    found = exported(database, tmp_path / "out")
    cas = found.cas("doc-a")
    cas.remove(statement_in(cas, "a-worry"))
    words = articles.span(articles.TEXT_A, "seit Längerem mit Munition")
    new = cas.typesystem.get_type(STATEMENT)(begin=words.start, end=words.end, statement_type="direct", sources="nis")
    cas.add(new)
    found.save(cas, "doc-a")
    report = bring(database, found.folder)
    assert (report.corrected, report.added, report.rejected) == (0, 1, 1)
    with closing(published(database, tmp_path / "dist")) as copy:
        ids = [row[0] for row in copy.execute("SELECT id FROM statements WHERE document = 1 ORDER BY pk")]
        assert "a-worry" not in ids
        assert copy.execute("SELECT parent, level FROM statements WHERE id = 'a-nested'").fetchone() == (None, 0)
        added = copy.execute("SELECT exact, source, status, parent, rule FROM statements WHERE id = ?", [ids[-1]])
        enclosing = copy.execute("SELECT pk FROM statements WHERE id = 'a-author'").fetchone()[0]
        assert added.fetchone() == ("seit Längerem mit Munition", "nis", "claimed", enclosing, "judgement")
        assert copy.execute("SELECT finds FROM rules WHERE id = 'judgement'").fetchone() == (BY_HAND,)
        rejected = copy.execute("SELECT statement, old, new FROM judgements WHERE statement_id = 'a-worry'").fetchall()
        assert rejected == [(None, "yes", "no")]
    again = exported(database, tmp_path / "again").cas("doc-a")
    assert {each.id for each in again.select(STATEMENT)} == set(ids)
    again_rows = rows_of(database, tmp_path / "rows")
    assert {each["id"] for each in again_rows[0]["statements"]} == set(ids)
    assert [each["statement_id"] for each in again_rows[0]["judgements"]][-1] == "a-worry"


def test_a_rejection_holds_for_all_that_was_judged_before(database: Path, tmp_path: Path) -> None:
    """Also under an id that a later annotation has replaced: the published copy is whole."""
    bring(database, edited(database, tmp_path, lambda rows: by_id(rows, "a-claim").update(polarity="negative")))
    article = articles.article_a()
    claim = next(each for each in article.statements if each.id == "a-claim")
    later = article.model_copy(
        update={
            "statements": tuple(
                claim.model_copy(update={"id": "a-later"}) if each is claim else each for each in article.statements
            ),
            "assessments": (),
            "quantities": (),
            "claim_keys": (),
        }
    )
    db = open_database(database)
    write_annotation(db, later)
    link_database(db)
    db.close()
    bring(database, edited(database, tmp_path, lambda rows: by_id(rows, "a-later").update(polarity="positive")))
    bring(database, edited(database, tmp_path, lambda rows: rows.remove(by_id(rows, "a-later"))))
    with closing(published(database, tmp_path / "dist")) as copy:
        found = copy.execute("SELECT statement_id, statement, field FROM judgements ORDER BY pk").fetchall()
        assert found == [("a-claim", None, "polarity"), ("a-later", None, "polarity"), ("a-later", None, "exists")]


def test_what_was_added_can_be_corrected_and_rejected(database: Path, tmp_path: Path) -> None:
    """In an export that already has it; an older export does not take it away."""
    before = edited(database, tmp_path, lambda statements: None)
    older = before.read_bytes()
    added = edited(
        database, tmp_path, lambda rows: rows.append({"type": "reported", "pieces": [{"start": 0, "end": 9}]})
    )
    assert bring(database, added).added == 1
    key = judgements(database)[0][0]
    before.write_bytes(older)
    assert bring(database, before).rejected == 0
    corrected = edited(database, tmp_path, lambda rows: by_id(rows, key).update(polarity="underspecified"))
    assert (bring(database, corrected).corrected, bring(database, corrected).corrected) == (1, 0)
    rejected = edited(database, tmp_path, lambda rows: rows.remove(by_id(rows, key)))
    assert bring(database, rejected).rejected == 1
    assert judgements(database)[-1][:4] == (key, "exists", "yes", "no")
    with closing(published(database, tmp_path / "dist")) as copy:
        assert copy.execute("SELECT count(*) FROM statements WHERE id = ?", [key]).fetchone() == (0,)


def refused(database: Path, path: Path) -> str:
    """The sentence by which a file is refused, with nothing written."""
    with closing(sqlite3.connect(database)) as connection:
        before = list(connection.iterdump())
    with pytest.raises(InputError) as told:
        bring(database, path)
    with closing(sqlite3.connect(database)) as connection:
        assert list(connection.iterdump()) == before
    return str(told.value)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda row: row.update(type="quote"), "type is 'quote'; allowed: 'direct'"),
        (lambda row: row.update(medium=None), "medium is None; allowed"),
        (lambda row: row.pop("certainty"), "lacks what a statement has"),
        (lambda row: row.update(pieces=[{"start": 5, "end": 100_000}]) or row.pop("spans"), "between 0 and"),
        (lambda row: row.update(pieces=[{"start": 9, "end": 4}]) or row.pop("spans"), "do not overlap"),
        (lambda row: row.update(pieces=[]) or row.pop("spans"), "has no place in the text"),
        (lambda row: row["pieces"][0].update(start=0), "pieces say"),
        (lambda row: row.update(source="kreml"), "source is 'kreml', but sources say 'nis'"),
        (lambda row: row.update(sources=[{"source": "x"}]) or row.pop("source"), "no source 'x' in the database"),
        (lambda row: row["roles"].append({"role": "verb", "start": 0, "end": 3}), "role 'verb' is not known"),
        (lambda row: row.update(id="unknown"), "'unknown' is no statement of the document 'doc-a'"),
        (lambda row: row.update(id="a-heading"), "'a-heading' stands twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_over_is_told(
    database: Path, tmp_path: Path, change: Callable[[Row], object], sentence: str
) -> None:
    """And nothing else of the file is: the statement beside it was corrected as well."""

    def both(statements: list[Row]) -> None:
        by_id(statements, "a-author")["medium"] = "thought"
        claim = by_id(statements, "a-claim")
        claim.pop("disclosure")
        change(claim)

    assert sentence in refused(database, edited(database, tmp_path, both))


def test_a_file_of_another_database_is_told(database: Path, tmp_path: Path) -> None:
    """By its document, its text or what it is."""
    documents = rows_of(database, tmp_path / "jsonl")
    other = save_rows([{**documents[0], "id": "elsewhere"}], tmp_path / "other.jsonl")
    assert "no document 'elsewhere' in the database" in refused(database, other)
    altered = save_rows([{**documents[0], "text": documents[0]["text"] + "!"}], tmp_path / "altered.jsonl")
    assert "the text is not that of the document 'doc-a'" in refused(database, altered)
    twice = save_rows([documents[0], documents[0]], tmp_path / "twice.jsonl")
    assert "given twice" in refused(database, twice)
    for name, content in (("a.jsonl", "[]\n"), ("b.jsonl", "{\n"), ("c.jsonl", '{"id": "claim", "members": []}\n')):
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert re.search(r"is no (JSON|document of `attrib export)", refused(database, tmp_path / name))
    assert "no such file" in refused(database, tmp_path / "missing.jsonl")
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert "There is no document" in refused(database, tmp_path / "empty.jsonl")


def test_two_people_can_correct_different_statements(database: Path, tmp_path: Path) -> None:
    """Of one export; where both changed the same one, the second file is refused."""
    first = edited(database, tmp_path, lambda rows: by_id(rows, "a-claim").update(polarity="negative"))
    documents = [json.loads(line) for line in first.read_text(encoding="utf-8").splitlines()]
    by_id(documents[0]["statements"], "a-claim")["polarity"] = "positive"
    by_id(documents[0]["statements"], "a-worry")["distance"] = "distanced"
    second = save_rows(documents, tmp_path / "second.jsonl")
    by_id(documents[0]["statements"], "a-claim")["certainty"] = "possible"
    third = save_rows(documents, tmp_path / "third.jsonl")
    assert bring(database, first).corrected == 1
    assert bring(database, second, judge=Judge(by="B. Reader", on="2024-11-06")).corrected == 1
    assert [row[1] for row in judgements(database)] == ["polarity", "distance"]
    assert "a-claim was corrected in the file, but has changed in the database too" in refused(database, third)


def test_a_file_from_before_another_annotation(database: Path, tmp_path: Path) -> None:
    """What was corrected is taken over, also where the statement moved; what is missing was not rejected."""

    def change(statements: list[Row]) -> None:
        by_id(statements, "a-claim")["medium"] = "thought"
        statements.remove(by_id(statements, "a-author"))

    path = edited(database, tmp_path, change)
    article = articles.article_a()
    later = article.model_copy(
        update={
            "statements": tuple(
                each.model_copy(update={"id": "a-later"}) if each.id == "a-silence" else each
                for each in article.statements
            )
        }
    )
    db = open_database(database)
    write_annotation(db, later)
    link_database(db)
    db.close()
    report = bring(database, path)
    assert (report.corrected, report.rejected) == (1, 0)
    assert re.search("1 statements are not in the file and stay", report.notes[0])
    assert [row[:2] for row in judgements(database)] == [("a-claim", "medium")]


def other_words(number: int) -> str:
    """So many words of its own that no article is a copy of another."""
    return " ".join(f"Wort{number * each}" for each in range(200))


def twin(number: int, publisher: str, source: Any) -> Annotation:
    """An article in which one source says what others say elsewhere."""
    article = articles.article_b()
    kursk = article.statements[0].model_copy(
        update={
            "id": f"k{number}",
            "document": f"d{number}",
            "type": "indirect",
            "sources": (articles.stated(source),),
        }
    )
    return article.model_copy(
        update={
            "document": Document(
                id=f"d{number}", name=f"{number}.txt", text=article.document.text + other_words(number),
                publisher=publisher, published="2024-11-01",
            ),
            "statements": (kursk,),
            "parts": (article.parts[0].model_copy(update={"document": f"d{number}"}),),
            "assessments": (),
            "sources": (source,),
            "quantities": tuple(item.model_copy(update={"statement": f"k{number}"}) for item in article.quantities),
            "claim_keys": tuple(item.model_copy(update={"statement": f"k{number}"}) for item in article.claim_keys),
        }
    )  # fmt: skip


def claims(database: Path) -> list[tuple[Any, ...]]:
    """Status, credibility, origins and statements of each claim, and how many of them count."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(
            "SELECT c.status, c.credibility, c.origins, c.statements, sum(m.counts) FROM claims c "
            "JOIN claim_statements m ON m.claim = c.pk GROUP BY c.pk"
        ).fetchall()


def test_judgements_support_no_claim(tmp_path: Path) -> None:
    """Two sources say the same; once a person corrects who says one of them, nothing corroborates the other."""
    twins = [twin(1, "Tagblatt", articles.NIS), twin(40, "Abendblatt", articles.NATO)]
    database = working_database(tmp_path / "w.db", twins)
    assert claims(database) == [("corroborated", "2", 2, 2, 2)]
    path = edited(
        database,
        tmp_path,
        lambda rows: rows[0].update(sources=[{"source": "nato"}], source="nato", disclosure=None),
    )
    assert bring(database, path).corrected == 1
    ((status, credibility, origins, statements, counting),) = claims(database)
    assert (status, credibility, origins, statements, counting) == ("claimed", "6", 1, 2, 1)
    db = open_database(database)
    found = db.execute("SELECT status FROM statements ORDER BY id").fetchall()
    assert {value for (value,) in found} == {"claimed"}
    db.close()


def test_who_makes_one_origin_two_has_corroborated_nothing(tmp_path: Path) -> None:
    """Correcting the source of a repetition to another party makes no second origin of it."""
    twins = [twin(1, "Tagblatt", articles.NIS), twin(40, "Abendblatt", articles.NIS)]
    database = working_database(tmp_path / "w.db", [*twins, articles.article_a()])
    before = [claim[:4] for claim in claims(database)]
    assert [claim[1:3] for claim in before] == [("6", 1)]
    path = edited(
        database,
        tmp_path,
        lambda rows: rows[0].update(sources=[{"source": "nato"}], source="nato", disclosure=None),
    )
    assert bring(database, path).corrected == 1
    assert [claim[:4] for claim in claims(database)] == before


def test_a_rejected_statement_leaves_its_claim(tmp_path: Path) -> None:
    """A claim needs two."""
    twins = [twin(1, "Tagblatt", articles.NIS), twin(40, "Abendblatt", articles.NATO)]
    database = working_database(tmp_path / "w.db", twins)
    bring(database, edited(database, tmp_path, lambda rows: rows.clear()))
    assert claims(database) == []
    with closing(published(database, tmp_path / "dist")) as copy:
        assert copy.execute("SELECT id FROM statements").fetchall() == [("k40",)]


@pytest_asyncio.fixture
async def client(database: Path, tmp_path: Path) -> AsyncIterator[Any]:
    """The site of a database in which a corrected CAS was brought back on the command line."""
    found: Exported = exported(database, tmp_path / "out")
    cas = found.cas("doc-a")
    claim = statement_in(cas, "a-claim")
    claim.medium, claim.why = "writing", "<b>as the annual report says</b>"
    path = found.save(cas, "doc-a")
    told = CliRunner().invoke(
        main, ["import", "uima", str(path), "--db", str(database), "--by", "A. Reader", "--on", "2024-11-05"]
    )
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout == "documents read: 1; statements: corrected 1 (1 medium), added 0, rejected 0\n"
    datasette = site(build(database, tmp_path / "dist", downloads=False).database.parent)
    yield datasette.client
    for each in datasette.databases.values():
        each.close()
    datasette.executor.shutdown()


async def test_the_statement_page_shows_the_correction(client: Any) -> None:
    """The new value among the fields, and who put it there in place of which, as text."""
    page = (await client.get("/statement/a-claim")).text
    assert "<dd>Writing" in page
    corrected = page[page.index("Corrected by hand") :]
    assert re.search(r"Medium: <s>[^<]+</s> → Writing", corrected)
    assert "A. Reader, 5 November 2024: &lt;b&gt;as the annual report says" in corrected
    other = (await client.get("/statement/a-author")).text
    assert "Corrected by hand" not in other


async def test_the_filters_see_the_correction(client: Any) -> None:
    """A statement is found by the value that holds, not by the one that was there."""
    for value, number in (("writing", 1), ("speech_writing", 0)):
        found = await client.get(f"/attrib/statements.json?medium={value}&id=a-claim&_shape=array")
        assert len(found.json()) == number


def test_import_says_what_is_wrong(database: Path, tmp_path: Path) -> None:
    """A date that is none, a missing database, an unknown format."""
    rows = str(edited(database, tmp_path, lambda statements: None))

    def told(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["import", *arguments])
        return result.exit_code, result.stderr

    code, text = told("jsonl", rows, "--db", str(database), "--by", "A. Reader", "--on", "yesterday")
    assert (code, "--on" in text, "YYYY-MM-DD" in text) == (2, True, True)
    code, text = told("jsonl", rows, "--db", str(database), "--by", "")
    assert (code, "--by" in text) == (2, True)
    code, text = told("jsonl", rows, "--db", str(tmp_path / "none.db"), "--by", "A. Reader")
    assert (code, "there is no such database" in text) == (2, True)
    assert not (tmp_path / "none.db").exists()
    assert told("csv", rows, "--by", "A. Reader")[0] == 2


def test_import_takes_the_day_from_the_clock(database: Path, tmp_path: Path) -> None:
    """Where nobody says when."""
    path = edited(database, tmp_path, lambda rows: by_id(rows, "a-claim").update(polarity="negative"))
    packed = tmp_path / "corrected.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    told = CliRunner().invoke(main, ["import", "jsonl", str(packed), "--db", str(database), "--by", "A. Reader"])
    assert told.exit_code == 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", judgements(database)[0][5])


def test_an_import_that_fails_at_the_end_writes_nothing(database: Path, tmp_path: Path) -> None:
    """Everything is one transaction, whatever the reason."""
    path = edited(database, tmp_path, lambda rows: by_id(rows, "a-claim").update(polarity="negative"))

    def documents() -> Iterator[Any]:
        yield from read_jsonl(path)
        raise KeyboardInterrupt

    db = open_database(database)
    with pytest.raises(KeyboardInterrupt):
        bring_back(db, documents(), JUDGE)
    db.close()
    assert judgements(database) == []
