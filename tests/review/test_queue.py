"""What is worth a human look comes in the documented order, each with its reason."""

import csv
import io
import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main
from attrib.records import Annotation, Issue, Judgement, Span
from attrib.review.queue import MANY, REASONS, Candidate, review
from attrib.store.judgement_rows import write_judgements
from attrib.store.write import open_database, write_annotation
from tests import articles, frozen
from tests.exports import working_database


def candidates(database: Path, limit: int | None = None) -> list[Candidate]:
    """The list of a database."""
    db = open_database(database)
    with closing(db.conn):
        return list(review(db, limit=limit))


def judge(database: Path, statement: str, spans: tuple[Span, ...]) -> None:
    """Somebody looked at a statement."""
    db = open_database(database)
    with closing(db.conn), db.atomic():
        write_judgements(
            db,
            [
                Judgement(
                    document="doc-a", statement=statement, spans=spans, field="polarity", new="negative",
                    judged_by="A. Reader", judged_on="2024-11-05",
                )
            ],
        )  # fmt: skip


def doubtful() -> Annotation:
    """An article with a statement of nobody, one of *Austin* whom two fit, and a quotation that never ends."""
    article = articles.article_a()
    text = article.document.text
    place = articles.span(text, "Laut Austin")
    mark = articles.span(text, "„Sie tun dies“")
    open_ = {"a-claim", "a-worry"}
    return article.model_copy(
        update={
            "statements": tuple(
                each.model_copy(update={"sources": ()}) if each.id in open_ else each for each in article.statements
            ),
            "issues": (
                Issue(
                    document="doc-a", stage="source", kind="ambiguous_source", message="'Austin' may be A or B.",
                    start=place.start, end=place.end,
                ),
                Issue(
                    document="doc-a", stage="quotation", kind="unclosed_quotation_mark", message="never closed",
                    start=mark.start, end=mark.end,
                ),
            ),
        }
    )  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Statements of every reason."""
    article = articles.article_b()
    many = tuple(
        article.statements[1].model_copy(update={"id": f"b-{number}", "number": 10 + number}) for number in range(MANY)
    )
    busy = article.model_copy(update={"statements": (*article.statements, *many)})
    return working_database(tmp_path / "w.db", [doubtful(), busy])


def test_every_reason_in_its_order(database: Path) -> None:
    """The worst first, and within a reason by document and place."""
    assert [(each.statement, each.reasons) for each in candidates(database)] == [
        ("b-kursk", ("contested",)),
        ("a-claim", ("disputed", "unresolved")),
        ("a-worry", ("ambiguous", "unresolved")),
        ("b-denial", ("discovered",)),
        ("a-quotation", ("unclosed",)),
    ]


def test_reason_and_passage_are_given(database: Path) -> None:
    """Enough to decide whether to look."""
    found = {each.statement: each for each in candidates(database)}
    assert found["a-worry"].why == "'Austin' may be A or B."
    assert found["a-worry"].passage == "Laut Austin wäre das eine „besorgniserregende Entwicklung“ für Europa."
    assert articles.TEXT_A[found["a-worry"].start : found["a-worry"].end].startswith("wäre das")
    assert found["b-kursk"].why.startswith("one party confirms it and another one disputes it; for it: ")
    assert found["b-kursk"].why.endswith("against it: Dmitri Peskow (wies das zurück)")
    assert "dmitri-peskow" in found["b-denial"].why
    assert f"{MANY + 1} statements" in found["b-denial"].why


def test_disputed_statements_are_listed(tmp_path: Path) -> None:
    """With who disputes them, in which words; not what a party says that it denies."""
    article = articles.article_b()
    denial = article.assessments[1]
    own = denial.model_copy(update={"statement": "b-denial"})
    stood = {"b-kursk": "disputed", "b-denial": "disputed"}
    statements = tuple(
        each.model_copy(update={"status": stood.get(each.id, each.status)}) for each in article.statements
    )
    given = article.model_copy(update={"assessments": (denial, own), "statements": statements})
    found = candidates(working_database(tmp_path / "d.db", [given]))
    assert [(each.statement, each.why) for each in found if "disputed" in each.reasons] == [
        ("b-kursk", "disputed by Dmitri Peskow (wies das zurück)")
    ]


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    """On the terminal; a file stays empty."""
    path = working_database(tmp_path / "e.db", [articles.article_c()])
    assert "Nothing to review" in CliRunner().invoke(main, ["review", str(path)]).stdout
    assert CliRunner().invoke(main, ["review", str(path), "--format", "json"]).stdout == "[]\n"


def test_what_was_judged_is_left_out(database: Path) -> None:
    """Somebody has looked."""
    claim = next(each for each in doubtful().statements if each.id == "a-claim")
    judge(database, "a-claim", claim.spans)
    assert "a-claim" not in {each.statement for each in candidates(database)}


def test_what_a_later_run_moved_or_lost_comes_first(database: Path) -> None:
    """Somebody's work is at stake; the place is that which was judged."""
    judge(database, "a-claim", (Span(0, 12),))
    db = open_database(database)
    write_annotation(db, doubtful())
    db.close()
    first = candidates(database)[0]
    assert (first.statement, first.reasons, first.passage) == (None, ("judgement",), articles.TEXT_A[:12])


def test_a_limit_keeps_the_first(database: Path) -> None:
    """Of the same list."""
    assert candidates(database, limit=2) == candidates(database)[:2]


def test_reasons_are_documented() -> None:
    """The help lists each, in the order in which they come."""
    text = CliRunner().invoke(main, ["review", "--help"]).stdout
    places = [text.index(f"\n    {reason} ") for reason in REASONS]
    assert places == sorted(places)


def test_the_three_forms_hold_the_same(database: Path) -> None:
    """Table for eyes, CSV for spreadsheets, JSON for programs."""

    def told(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["review", str(database), *arguments])
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    found = candidates(database)
    as_json = json.loads(told("--format", "json"))
    as_csv = list(csv.DictReader(io.StringIO(told("--format", "csv"))))
    assert [each["statement"] for each in as_json] == [each.statement for each in found]
    assert [each["passage"] for each in as_csv] == [each.passage for each in found]
    # The apostrophe of the message is no formula, and stays as it is.
    assert [each["why"] for each in as_csv] == [each.why for each in found]
    table = told()
    assert [line.strip() for line in table.splitlines()[1::2]] == [each.passage for each in found]
    assert table.splitlines()[0].startswith(f"{', '.join(found[0].reasons)}: {found[0].statement} in ")


def test_the_seeds_have_a_list(tmp_path: Path) -> None:
    """The same every time."""
    path = working_database(tmp_path / "s.db", (frozen.annotated_seed(each) for each in frozen.SEEDS))
    found = candidates(path)
    assert found == candidates(path)
    assert found[0].reasons[0] == "contested"
    ranks = [REASONS.index(each.reasons[0]) for each in found]
    assert ranks == sorted(ranks)
    keys = [each.statement for each in found]
    assert len(set(keys)) == len(keys)
