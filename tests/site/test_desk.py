"""The desk lets in whoever has its address, from its own pages only, and writes judgements that hold."""

import html
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from attrib.publish.published import build
from attrib.review.agreement import agreement
from attrib.site.desk.desk import Desk
from attrib.store.write import open_database
from tests import articles
from tests.exports import working_database
from tests.review.test_correction import judgements

PORT = 8099
OWN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The three articles."""
    return working_database(tmp_path / "w.db", articles.all_articles())


@pytest.fixture
def desk(database: Path) -> Desk:
    """A desk over them."""
    return Desk(database, by="A. Reader", port=PORT, today=lambda: "2024-11-05")


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    """A browser that has opened the address of the desk."""
    with TestClient(desk.app, base_url=OWN, follow_redirects=False) as opened:
        assert opened.get(f"/enter?token={desk.guard.token}").status_code == 303
        yield opened


def send(client: TestClient, statement: str, verdict: str, **form: str) -> Any:
    """What a button of the page of a statement sends."""
    page = client.get(f"/statement/{statement}").text
    word = re.search(r'name="word" value="(\w+)"', page)
    assert word is not None
    return client.post(f"/statement/{statement}", data={"word": word[1], "verdict": verdict, **form})


def test_only_who_has_the_address_comes_in(desk: Desk) -> None:
    """By its token, once; under its own name; with no other page to help."""
    with TestClient(desk.app, base_url=OWN, follow_redirects=False) as stranger:
        for path in ("/", "/statement/a-claim", "/agreement", "/static/desk.js"):
            assert stranger.get(path).status_code == 403
        assert stranger.get("/enter?token=guess").status_code == 403
        entered = stranger.get(f"/enter?token={desk.guard.token}")
        assert {"HttpOnly", "SameSite=strict"} <= set(entered.headers["set-cookie"].split("; "))
        assert stranger.get("/agreement").status_code == 200
        assert stranger.get("/agreement", headers={"host": f"attrib.example.org:{PORT}"}).status_code == 421
        assert stranger.get("/agreement", headers={"host": "127.0.0.1:1"}).status_code == 421
        assert stranger.put("/agreement").status_code in (403, 405)


@pytest.mark.parametrize(
    ("headers", "form"),
    [
        ({"origin": "http://127.0.0.1:1"}, {}),
        ({"origin": "null"}, {}),
        ({"sec-fetch-site": "cross-site"}, {}),
        ({"sec-fetch-site": "same-site"}, {}),
        ({"content-type": "text/plain"}, {}),
        ({}, {"word": "guess"}),
        ({}, {"verdict": "everything"}),
        ({}, {"why": "x" * 30_000}),
    ],
)
def test_what_no_page_of_the_desk_sent_is_not_written(
    client: TestClient, desk: Desk, database: Path, headers: dict[str, str], form: dict[str, str]
) -> None:
    """Whatever cookie comes along."""
    sent = {"word": desk.guard.form_word, "verdict": "none", **form}
    assert client.post("/statement/a-claim", data=sent, headers=headers).status_code == 403
    assert judgements(database) == []


def test_pages_have_no_inline_script_and_are_not_kept(client: TestClient) -> None:
    """Nothing is loaded from elsewhere; words of articles are text."""
    for path in ("/statement/a-claim", "/agreement"):
        answer = client.get(path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert re.findall(r"<script(?! src=\"/static/)|<style|\son\w+=|\sstyle=", answer.text) == []


def test_a_statement_that_is_right_changes_nothing_and_is_marked(
    client: TestClient, desk: Desk, database: Path, tmp_path: Path
) -> None:
    """Four rows say what was looked at; the published statement is the same, and still counts."""
    with closing(sqlite3.connect(build(database, tmp_path / "before", downloads=False).database)) as copy:
        before = copy.execute("SELECT * FROM statements ORDER BY pk").fetchall()
        claims = copy.execute("SELECT * FROM claim_statements").fetchall()
    assert send(client, "a-claim", "right").headers["location"] == "/"
    rows = judgements(database)
    assert [row[1] for row in rows] == ["exists", "spans", "type", "sources"]
    assert all(row[2] == row[3] and row[4:6] == ("A. Reader", "2024-11-05") for row in rows)
    assert (desk.has_changed, desk.settle()) == (False, False)
    with closing(sqlite3.connect(build(database, tmp_path / "after", downloads=False).database)) as copy:
        assert copy.execute("SELECT * FROM statements ORDER BY pk").fetchall() == before
        assert copy.execute("SELECT * FROM claim_statements").fetchall() == claims


def test_a_statement_is_rejected_and_taken_back(client: TestClient, desk: Desk, database: Path, tmp_path: Path) -> None:
    """The newest judgement holds; what was compared is compared again at the end."""
    send(client, "a-worry", "none")
    assert "no statement" in client.get("/statement/a-worry").text
    assert desk.settle()
    with closing(sqlite3.connect(build(database, tmp_path / "one", downloads=False).database)) as copy:
        assert copy.execute("SELECT count(*) FROM statements WHERE id = 'a-worry'").fetchone() == (0,)
    send(client, "a-worry", "right")
    with closing(sqlite3.connect(build(database, tmp_path / "two", downloads=False).database)) as copy:
        assert copy.execute("SELECT count(*) FROM statements WHERE id = 'a-worry'").fetchone() == (1,)


def test_source_and_values_are_corrected(client: TestClient, database: Path) -> None:
    """What differs is written with the reason, and nothing else."""
    page = client.get("/statement/a-worry").text
    form = dict(re.findall(r'<select id="\w+" name="(\w+)".*?<option value="(\w*)" selected', page))
    send(client, "a-worry", "change", **{**form, "sources": "nis, pentagon", "type": "reported", "why": "read again"})
    assert [(row[1], row[3], row[6]) for row in judgements(database)] == [
        ("type", "reported", "read again"),
        ("sources", '["nis", "pentagon"]', "read again"),
    ]


@pytest.mark.parametrize(
    ("form", "told"),
    [({"sources": "nobody"}, "no source 'nobody'"), ({"type": "shouted"}, "allowed"), ({}, "Nothing was")],
)
def test_what_cannot_be_is_told(client: TestClient, database: Path, form: dict[str, str], told: str) -> None:
    """And nothing is written."""
    answer = send(client, "a-worry", "change", **form)
    assert answer.status_code == 400
    assert told in html.unescape(answer.text)
    assert judgements(database) == []
    assert client.get("/statement/nothing").status_code == 400


def test_the_queue_is_walked(client: TestClient, desk: Desk) -> None:
    """What was judged or passed over does not come again; behind it stands what was drawn by lot."""
    seen = []
    for number in range(100):
        answer = client.get("/")
        if answer.status_code == 200:
            break
        key = answer.headers["location"].removeprefix("/statement/")
        seen.append(key)
        send(client, key, "next" if number % 2 else "right")
    assert seen == list(desk.queue)
    assert len(set(seen)) == len(seen)
    assert "drawn by lot" in desk.reasons.values()


def test_agreement_is_told_by_day_field_and_pair(client: TestClient, desk: Desk, database: Path) -> None:
    """As figures and as a page."""
    send(client, "a-claim", "right")
    send(client, "a-worry", "none")
    other = Desk(database, by="B. Reader", port=PORT, today=lambda: "2024-11-06")
    with TestClient(other.app, base_url=OWN, follow_redirects=False) as second:
        second.get(f"/enter?token={other.guard.token}")
        send(second, "a-claim", "change", sources="pentagon")
    db = open_database(database)
    found = agreement(db)
    db.close()
    assert [(day.day, day.looked_at, day.right, day.all_right) for day in found.days] == [
        ("2024-11-05", 2, 1, 1),
        ("2024-11-06", 1, 0, 1),
    ]
    assert {row.field: (row.judged, row.right) for row in found.fields}["sources"] == (2, 1)
    assert [(pair.judged, pair.same) for pair in found.pairs] == [(1, 0)]
    text = client.get("/agreement?_lang=de").text
    assert "Wie oft stimmte" in text
    assert "A. Reader, B. Reader" in text
