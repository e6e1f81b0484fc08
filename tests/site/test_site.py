"""The site shows what was published: marked, escaped, searchable, immutable, offline."""

import html
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any, ClassVar

import pytest
from datasette.views.base import DatasetteError

from attrib import __version__
from attrib.errors import DatabaseError
from attrib.publish.published import build
from attrib.site.appearance import web_address, with_visible_controls
from attrib.site.failure import TOO_LONG, told
from attrib.site.quality import evaluation
from attrib.site.serve import published_folder, serve, site
from attrib.site.wording import translations
from attrib.store.dictionary import published
from attrib.store.tables import views
from attrib.store.write import open_database, write_annotation
from tests import articles
from tests.site import hostile_article
from tests.site.conftest import end


async def page(client: Any, path: str) -> str:
    """The HTML of a page that must be there."""
    response = await client.get(path, follow_redirects=True)
    assert response.status_code == 200, (path, response.text)
    return str(response.text)


def marked(text: str) -> list[str]:
    """What the marks of a page hold, as text; the legend left out."""
    found = re.findall(r"<mark>(.*?)</mark>", text, flags=re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]*>", "", each)) for each in found if each != "statement"]


def test_database_is_immutable(dist: Path) -> None:
    """Otherwise counts are not cached and a stray journal could hide rows."""
    database = site(dist).get_database("attrib")
    assert database.is_mutable is False
    assert database.cached_table_counts["statements"] == 13


async def test_home_page(client: Any) -> None:
    """It says what this is and is not, counts, searches, and shows what is disputed and who speaks."""
    text = await page(client, "/")
    assert "no fact check" in text
    assert "made by a machine" in text
    assert re.search(r"<b>13</b> statements", text)
    assert 'name="_search"' in text
    assert "1.500 Soldaten würden in Russland ausgebildet" in marked(text)
    assert "Lloyd Austin" in text


async def test_every_table_and_view_has_a_page(client: Any) -> None:
    """With title and the meaning of every column."""
    described = {name: (table.title, list(table.columns)) for name, table in published().items()}
    described |= {view.name: (view.title, list(view.columns)) for view in views()}
    for name, (title, columns) in described.items():
        text = html.unescape(await page(client, f"/attrib/{name}"))
        assert f"<h1>{title}</h1>" in text
        for column in columns:
            assert f"<dt>{column}</dt><dd>" in text, (name, column)


async def test_statement_page_marks_exactly_the_statement(client: Any) -> None:
    """Both pieces of a statement that its frame cuts in two, and nothing else; cue and speaker are shown."""
    text = await page(client, "/statement/a-quotation")
    quote = re.search(r'<blockquote class="quote" lang="de">(.*?)</blockquote>', text, flags=re.DOTALL)
    assert quote is not None
    assert marked(quote[1]) == ["„Sie tun dies“", "„weil Putin viele Truppen verloren hat.“"]
    assert '<span class="cue">erklärte</span>' in text
    assert '<span class="speaker">Verteidigungsminister Lloyd Austin</span>' in text


async def test_earlier_ids_lead_to_the_statement(client: Any) -> None:
    """A citation made before the last annotation still leads to the words."""
    assert marked(await page(client, "/statement/c-earlier")) == ["die Übung sei <b>abgesagt</b>"]


async def test_statement_page_shows_the_paragraph(client: Any) -> None:
    """With the same places marked, where the article's text may be shown."""
    text = await page(client, "/statement/a-quotation")
    paragraph = re.search(r'<blockquote class="paragraph" lang="de">(.*?)</blockquote>', text, flags=re.DOTALL)
    assert paragraph is not None
    assert marked(paragraph[1]) == ["„Sie tun dies“", "„weil Putin viele Truppen verloren hat.“"]
    assert 'class="paragraph"' not in await page(client, "/statement/c-context")


async def test_statement_page_shows_stands_with_their_words(client: Any) -> None:
    """Who confirms, denies, stays silent, in this article and in others."""
    text = html.unescape(await page(client, "/statement/a-claim"))
    assert "Dmitri Peskow" in text
    assert "wies das zurück" in text
    assert "Weder das Pentagon noch die NATO" in text


async def test_every_disputed_row_names_who_disputes_it(client: Any) -> None:
    """On the first page, in the article, on the statement's page, in the tables and views, as text and as data."""
    pages = ["/", "/article/doc-a", "/statement/a-claim", "/source/nis", "/attrib/statements?id=a-claim"]
    pages += ["/attrib/attributed", "/attrib/unnamed", "/attrib/disputed"]
    for path in pages:
        text = html.unescape(re.sub(r"<[^>]+>", "", await page(client, path)))
        assert re.search(r"Disputed by\s+Dmitri Peskow|✕Denies\s+Dmitri Peskow", text), path
    assert (await client.get("/statement/a-claim.json")).json()["disputed_by"] == [
        {"id": "dmitri-peskow", "name": "Dmitri Peskow"}
    ]


async def test_who_is_said_to_dispute_did_so(client: Any) -> None:
    """Those who would not confirm a disputed statement are not among those who dispute it."""
    text = await page(client, "/attrib/disputed?statement=a-claim")
    assert "wies das zurück" in text
    assert "Weder das Pentagon" not in text
    assert '<a href="/article/doc-b">' in text
    source = await page(client, "/source/nis")
    assert "wies das zurück" in source.split("What others dispute of it")[1].split("<h2>")[0]


async def test_own_denials_are_told_as_such(tmp_path: Path) -> None:
    """X denies that p: that statement is disputed by X itself, which is said, and is nothing that others dispute."""
    db = open_database(tmp_path / "w.db", create=True)
    first, second = articles.article_a(), articles.article_b()
    own = second.assessments[1].model_copy(update={"statement": "b-denial"})
    write_annotation(db, first)
    write_annotation(db, second.model_copy(update={"assessments": (*second.assessments, own)}))
    db.close()
    datasette = site(build(tmp_path / "w.db", tmp_path / "dist", downloads=False).database.parent)
    client = datasette.client
    rows = (await client.get("/attrib/disputed.json?_shape=array")).json()
    assert {row["statement"]: row["own_denial"] for row in rows} == {"a-claim": 0, "b-kursk": 0, "b-denial": 1}
    for path in ("/attrib/disputed?statement=b-denial", "/statement/b-denial"):
        text = re.sub(r"<[^>]+>", "", await page(client, path))
        assert re.search(r"Dmitri Peskow\s+in this statement itself", text), path
    assert "in this statement itself" not in await page(client, "/attrib/disputed?statement=a-claim")
    assert "What others dispute of it" not in await page(client, "/source/dmitri-peskow")
    end(datasette)


async def test_a_party_stands_once_among_those_that_take_stands(client: Any) -> None:
    """With all its stands behind its name."""
    for path in ("/source/nis", "/source/dmitri-peskow"):
        text = await page(client, path)
        for listed in re.findall(r"<h3>(?:Its stands on others|Stands of others.*?)</h3><ul.*?</ul>", text, re.DOTALL):
            named = re.findall(r'<li><a href="/source/([^"]+)"', listed)
            assert len(named) == len(set(named)), path


async def test_joint_speakers_stand_together_in_the_margin(client: Any) -> None:
    """With both names; statements of one party in one paragraph are told apart by their first words."""
    text = html.unescape(re.sub(r"<svg.*?</svg>", "", await page(client, "/article/doc-a"), flags=re.DOTALL))
    chips = [
        " ".join(re.sub(r"<[^>]+>", " ", each).split())
        for each in re.findall(r'<a class="chip.*?</a>', text, re.DOTALL)
    ]
    assert any(each.endswith("Pentagon, NATO") for each in chips), chips
    of_austin = [each for each in chips if "Lloyd Austin" in each]
    assert len(of_austin) == len(set(of_austin)) > 1


async def test_a_local_address_is_said_to_be_one(dist: Path) -> None:
    """On the page and in citations, until the site is told how readers reach it."""
    for public, is_told in ((None, True), ("https://attrib.example.org/", False)):
        datasette = site(dist, public_url=public)
        text = await page(datasette.client, "/statement/a-claim")
        assert ("address of this computer alone" in text) == is_told
        reference = (await datasette.client.get("/statement/a-claim.bib")).text
        assert ("one of this computer alone" in reference) == is_told
        end(datasette)


async def test_each_stand_leads_to_its_statements(client: Any) -> None:
    """The number of a cell is the number of rows behind it."""
    rows = (await client.get("/attrib/who_confirms_whom.json?_shape=array")).json()
    assert rows
    text = html.unescape(await page(client, "/attrib/who_confirms_whom"))
    for row in rows:
        query = (
            f"_stand={row['verdict']}&_stand_by={row['by_id']}&_said_by={row['whom_id']}&_stand_found={row['found']}"
        )
        assert f'href="/attrib/statements?{query}"' in text
        found = (await client.get(f"/attrib/statements.json?{query}")).json()
        assert found["filtered_table_rows_count"] == row["statements"], row
    source = html.unescape(await page(client, "/source/dmitri-peskow"))
    for query in re.findall(r'href="/attrib/statements\?(_stand=[^"]*)"[^>]*>1 statement<', source):
        assert (await client.get(f"/attrib/statements.json?{query}")).json()["filtered_table_rows_count"] == 1


async def test_rules_are_shown_in_words(client: Any) -> None:
    """With the way to the row of the rule, and from there to all that it found."""
    assert '<a href="/attrib/rules/hand">A rule that this version' in await page(client, "/statement/a-claim")
    assert "Eine Regel, die diese Version" in await page(client, "/statement/a-claim?_lang=de")
    assert "statements?rule=hand" in await page(client, "/attrib/rules/hand")
    assert '<a href="/attrib/rules/hand">A rule that' in await page(client, "/attrib/statements?_col=rule")
    german = html.unescape(await page(client, "/attrib/rules/according_to~3Alt~2E?_lang=de"))
    assert "„lt.“ mit dem Akteur" in german
    assert "Lt. Polizei wurde niemand verletzt." in german


async def test_table_marks_the_statement_in_its_sentence(client: Any) -> None:
    """Each row has its sentence with its own statement marked."""
    found = marked(await page(client, "/attrib/statements?document=2"))
    assert found[1] == "1.500 Soldaten würden in Russland ausgebildet"
    assert found[-2:] == [
        "wäre das eine „besorgniserregende Entwicklung“ für Europa",
        "„besorgniserregende Entwicklung“",
    ]


async def test_chosen_columns_are_shown(client: Any) -> None:
    """With `_col` the table is the plain one."""
    assert 'data-column="rule"' in await page(client, "/attrib/statements?_col=rule")


async def test_html_in_an_article_is_shown_as_text(client: Any) -> None:
    """On no page does a text, a name or a title become markup."""
    paths = [
        "/",
        "/article/doc-c-full",
        "/article/doc-c-context",
        "/statement/c-full",
        "/source/company-full",
        "/pictures",
    ]
    paths += [f"/attrib/{name}" for name in (*published(), *(view.name for view in views()))]
    for path in paths:
        text = await page(client, path)
        assert "<script>alert" not in text, path
        assert "<b>abgesagt" not in text, path
        assert "<i>Übung" not in text, path


async def test_search_finds_a_statement(client: Any) -> None:
    """Also without umlauts."""
    rows = (await client.get("/attrib/statements.json?_search=wurden&_shape=array")).json()
    assert [row["id"] for row in rows] == ["a-claim"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("statements", {"a-heading", "a-claim", "b-kursk", "b-denial"}),
        ("documents", {"doc-a", "doc-b"}),
        ("attributed", {"a-claim", "b-kursk", "b-denial"}),
        ("disputed", {"a-claim", "b-kursk"}),
    ],
)
async def test_search_is_everywhere(client: Any, path: str, found: set[str]) -> None:
    """In tables and views, and the page has a field for it."""
    rows = (await client.get(f"/attrib/{path}.json?_search=Soldat&_shape=array")).json()
    assert {row.get("statement", row.get("id")) for row in rows} == found
    assert 'name="_search" value="Soldat"' in await page(client, f"/attrib/{path}?_search=Soldat")


@pytest.mark.parametrize("path", ["sources", "by_source"])
async def test_parties_can_be_searched(client: Any, path: str) -> None:
    """By their names in any form."""
    rows = (await client.get(f"/attrib/{path}.json?_search=geheimdienste&_shape=array")).json()
    assert [row.get("source", row.get("id")) for row in rows] == ["nis"]


@pytest.mark.parametrize("typed", ["", "%20", "%22", "%09", "%00", "%22+%22", "OR", "%E2%80%9E"])
async def test_an_empty_search_is_none(client: Any, typed: str) -> None:
    """All rows, and no word of a search that was never made."""
    for table in ("statements", "documents", "sources", "attributed"):
        both = [
            (await client.get(f"/attrib/{table}.json?_size=max&_shape=array{query}")).json()
            for query in ("", f"&_search={typed}")
        ]
        assert both[0] == both[1], table
    assert 'class="chosen"' not in await page(client, f"/attrib/statements?_search={typed}")


async def test_a_search_of_too_many_words_is_told(client: Any) -> None:
    """None of them is ignored."""
    response = await client.get(f"/attrib/statements?_search={'+'.join(['Wort'] * 33)}")
    assert response.status_code == 400
    assert "more than 32 words" in response.text


async def test_foreign_keys_show_words(client: Any) -> None:
    """A source by its name, a type by its label, a document by its title."""
    rows = (await client.get("/attrib/statements.json?id=a-claim&_shape=array&_labels=on")).json()
    assert rows[0]["source"]["label"] == articles.NIS.name
    assert rows[0]["document"]["label"] == "Geheimdienst sieht Soldaten in Russland"


async def test_facets(client: Any) -> None:
    """Statements are counted by status, source, type, disclosure and document; none times out."""
    results = (await client.get("/attrib/statements.json?_size=1")).json()
    assert list(results["facet_results"]) == ["status", "source", "type", "disclosure", "document"]
    assert "timed out" not in await page(client, "/attrib/statements")


async def test_facets_are_right_on_every_page(client: Any) -> None:
    """Datasette would count facets of later pages over the rest of the rows only."""
    first = (await client.get("/attrib/statements.json?_size=5")).json()
    later = (await client.get(f"/attrib/statements.json?_size=5&_next={first['next']}")).json()
    assert counts(later) == counts(first)


@pytest.mark.parametrize(
    "query",
    ["", "status=claimed", "type=indirect&status=claimed", "marker=none", "document=2", "_search=Soldaten", "level=0"],
)
async def test_facets_count_what_is_there(client: Any, dist: Path, query: str) -> None:
    """Made beforehand or counted at the moment, every facet says what SQL says."""
    answer = (await client.get(f"/attrib/statements.json?_size=0&_facet_counted=marker&{query}")).json()
    rows = (await client.get(f"/attrib/statements.json?_size=max&_shape=array&{query}")).json()
    for facet, found in counts(answer).items():
        expected: dict[Any, int] = {}
        for row in rows:
            expected[row[facet]] = expected.get(row[facet], 0) + 1
        shown = {value: count for value, count in found.items() if value in expected}
        assert (shown if facet in query else found) == expected, facet


def counts(answer: Any) -> dict[str, dict[Any, int]]:
    """Every facet as value and number."""
    results = answer["facet_results"].values()
    return {facet["name"]: {each["value"]: each["count"] for each in facet["results"]} for facet in results}


async def test_the_table_opens_with_what_somebody_is_credited_with(client: Any) -> None:
    """The newest first, with date and article; what the outlets say themselves is one click away."""
    first = await client.get("/attrib/statements")
    assert first.status_code == 302
    text = await page(client, "/attrib/statements")
    rows = re.findall(r"<tr>\s*<td data-label=\"Statement\">(.*?)</tr>", text, flags=re.DOTALL)
    assert len(rows) == 11
    assert "November 2024" in rows[0]
    assert "18 October 2024" in rows[-4] + rows[-5] + rows[-6]
    assert "Asserted" not in "".join(rows)
    more = re.search(r'<a [^>]*href="([^"]*)"[^>]*>Show it too</a>', text)
    assert more is not None
    both = await page(client, html.unescape(more[1]))
    assert both.count('<td data-label="Statement">') == 13


@pytest.mark.parametrize("column", ["date", "publisher", "source"])
async def test_statements_can_be_sorted(client: Any, column: str) -> None:
    """By when it was said or published, by outlet, by party; over pages too."""
    rows: list[Any] = []
    path: str | None = f"/attrib/statements.json?_sort_desc={column}&_size=4"
    while path is not None:
        answer = (await client.get(path)).json()
        rows += [row[answer["columns"].index(column)] for row in answer["rows"]]
        path = answer["next_url"] and path_of(answer["next_url"])
    known = [row for row in rows if row is not None]
    assert len(rows) == 13
    assert known == sorted(known, reverse=True) == rows[: len(known)]


async def test_values_of_a_facet_add_up(client: Any) -> None:
    """Disputed or contested: a second value of the same column adds its rows, and the counts of both stay."""
    first = (await client.get("/attrib/statements.json?_size=max&status=claimed")).json()
    others = {each["value"]: each for each in first["facet_results"]["status"]["results"]}
    assert others["claimed"]["selected"]
    assert not others["contested"]["selected"]
    both = (await client.get(path_of(others["contested"]["toggle_url"]))).json()
    assert both["filtered_table_rows_count"] == others["claimed"]["count"] + others["contested"]["count"]
    assert counts(both)["status"] == counts(first)["status"]
    again = {each["value"]: each for each in both["facet_results"]["status"]["results"]}
    left = (await client.get(path_of(again["claimed"]["toggle_url"]))).json()
    assert left["filtered_table_rows_count"] == others["contested"]["count"]
    text = html.unescape(await page(client, "/attrib/statements?status__in=claimed,contested"))
    assert "Status: Claimed or Contested" in text


async def test_names_are_in_the_readers_language(client: Any) -> None:
    """A party's English name on English pages, in lists and tables too; data keep the stored one."""
    for path in ("/source/nis", "/statement/a-claim", "/article/doc-a", "/attrib/statements?id=a-claim", "/"):
        english, german = [
            await page(client, f"{path}{'&' if '?' in path else '?'}_lang={code}") for code in ("en", "de")
        ]
        assert ">National Intelligence Service</a>" in english or "<h1>National Intelligence Service" in english, path
        assert "Südkoreanischer Geheimdienst NIS</" in german, path
    assert (await client.get("/statement/a-claim.json")).json()["sources"][0]["name"] == articles.NIS.name


async def test_no_key_of_the_program_stands_for_words(client: Any) -> None:
    """Why a source was chosen is said in words, in both languages."""
    text = await page(client, "/statement/a-quotation")
    assert "somebody who speaks for it says so" in text or "by the office it holds" in text
    assert "nach dem Amt im Register" in await page(client, "/statement/a-quotation?_lang=de")


async def test_one_of_a_thing_is_one(client: Any) -> None:
    """No page counts „1 articles“."""
    for path in ("/", "/source/nis", "/article/doc-b", "/attrib/claims"):
        text = re.sub(r"<[^>]+>", "", await page(client, path))
        assert not re.search(r"(?<![\d.,])1\s+(?:statements|articles|sources|claims|rows|origins)\b", text), path


async def test_facet_links_filter(client: Any) -> None:
    """A value leads to its rows, and from there back; rows without a value can be asked for too."""
    answer = (await client.get("/attrib/statements.json?_size=0&_lang=de")).json()
    for facet in answer["facet_results"].values():
        for each in facet["results"]:
            filtered = (await client.get(path_of(each["toggle_url"]))).json()
            assert filtered["filtered_table_rows_count"] == each["count"]
            (selected,) = [
                value
                for other in filtered["facet_results"].values()
                if other["name"] == facet["name"]
                for value in other["results"]
                if value["selected"]
            ]
            back = (await client.get(path_of(selected["toggle_url"]))).json()
            assert back["filtered_table_rows_count"] == 13


def path_of(url: str) -> str:
    """Path and query of an address."""
    return "/" + url.split("/", 3)[3]


async def test_article_page_marks_every_statement(client: Any) -> None:
    """The article reads as it was printed; each statement is marked in its place, the nested one inside its own."""
    text = await page(client, "/article/doc-a")
    blocks = re.findall(r'<div class="text">(.*?)</div>', text, flags=re.DOTALL)
    printed = "".join(html.unescape(re.sub(r"<[^>]*>", "", block)) for block in blocks)
    assert printed == articles.TEXT_A
    assert {int(number) for number in re.findall(r'data-statement="(\d+)"', "".join(blocks))} == set(range(7))
    outer = re.search(r'<span class="place claimed t-indirect ends" data-statement="5">(.*?)</span>', text)
    assert outer is None or "a-nested" in outer[1]
    assert re.search(
        r'<span class="place claimed t-indirect" data-statement="5"><a class="place claimed t-direct', text
    )


async def test_withheld_words_are_said_to_be_withheld(client: Any) -> None:
    """Where rights forbid it the page says so."""
    assert "may not be shown" in await page(client, "/statement/c-none")
    assert "abgesagt" not in await page(client, "/statement/c-none")
    assert marked(await page(client, "/statement/c-context")) == ["die Übung sei <b>abgesagt</b>"]


async def test_unknown_things_are_not_found(client: Any) -> None:
    """An unknown statement, source or table is a 404."""
    for path in (
        "/statement/nothing",
        "/source/nobody",
        "/article/no",
        "/claim/no",
        "/attrib/nothing",
        "/attrib/statements/0",
    ):
        assert (await client.get(path)).status_code == 404, path


async def test_addresses_of_other_hosts_are_refused(dist: Path) -> None:
    """Datasette 0.65 would send the browser there, or a link of the page would."""
    app = site(dist).app()
    for path in ("/\\example.com/", "/%5Cexample.com/", "/attrib\\x", "//example.com/x"):
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any, sent: list[Any] = sent) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "headers": [],
            "query_string": b"",
        }
        await app(scope, receive, send)
        assert sent[0]["status"] == 400
        assert (b"x-content-type-options", b"nosniff") in sent[0]["headers"]


async def test_server_does_not_show_its_inside(client: Any) -> None:
    """Paths of files and running queries are nobody's business."""
    for path in ("/-/databases.json", "/-/threads", "/-/messages", "/-/allow-debug", "/-/patterns"):
        assert (await client.get(path)).status_code == 404, path


def test_only_addresses_of_the_web_are_links() -> None:
    """The address of an article comes with the article."""
    assert web_address("https://a.example/b") == "https://a.example/b"
    assert web_address("javascript:alert(1)") is None
    assert web_address(None) is None


async def test_security_headers(client: Any) -> None:
    """Nothing may be loaded from elsewhere, nothing is guessed, nobody may frame the site."""
    for path in ("/", "/attrib/statements.json", "/assets/attrib.css", "/nothing"):
        headers = (await client.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


async def test_nothing_comes_from_elsewhere(client: Any) -> None:
    """No page loads a style sheet, script, font or picture from another place."""
    for path in ("/", "/attrib", "/attrib/statements", "/statement/a-claim", "/attrib?sql=select+1"):
        text = await page(client, path)
        assert re.findall(r'(?:src|<link rel="stylesheet"[^>]*href)="(?:https?:)?//[^"]*"', text) == []


async def test_nobody_can_write(client: Any) -> None:
    """A writing query is refused."""
    response = await client.get("/attrib.json?sql=delete+from+statements")
    assert response.status_code == 400


def test_what_can_be_served(dist: Path, tmp_path: Path) -> None:
    """A published folder or file as it is; a working database is published first."""
    assert published_folder(dist) == dist
    assert published_folder(dist / "attrib.db") == dist
    open_database(tmp_path / "attrib.db", create=True).close()
    assert published_folder(tmp_path / "attrib.db") == tmp_path / "dist"
    assert published_folder(tmp_path, out=tmp_path / "elsewhere") == tmp_path / "elsewhere"


def test_what_cannot_be_served(tmp_path: Path) -> None:
    """Nothing there, another program's database, a text."""
    with pytest.raises(DatabaseError, match="nothing to show"):
        published_folder(tmp_path / "missing")
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("CREATE TABLE x (y)")
    connection.close()
    with pytest.raises(DatabaseError, match="another program"):
        published_folder(tmp_path / "x.db")
    (tmp_path / "x.txt").write_text("no database at all, just words" * 50)
    with pytest.raises(DatabaseError, match="not a database"):
        published_folder(tmp_path / "x.txt")


def test_taken_port_is_a_sentence(dist: Path) -> None:
    """Not a trace, and nothing is started."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(DatabaseError, match="--port"):
            serve(dist, port=taken.getsockname()[1])


def test_site_runs_until_interrupted(dist: Path) -> None:
    """It says when it answers, answers, and ends quietly on Ctrl-C."""
    program = (
        "import sys; from pathlib import Path; from attrib.site.serve import serve; "
        "serve(Path(sys.argv[1]), port=0, ready=lambda address: print(address, flush=True))"
    )
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", program, str(dist)], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(address, timeout=10) as response:
            assert response.status == 200
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=10)
    assert "Traceback" not in complaints


async def test_what_an_article_tries_is_text(tmp_path: Path) -> None:
    """Markup, addresses that run, marks of direction and a word of 10,000 characters stay what they are: text."""
    db = open_database(tmp_path / "w.db", create=True)
    write_annotation(db, hostile_article.article())
    db.close()
    datasette = site(build(tmp_path / "w.db", tmp_path / "dist").database.parent)
    for path in ("/", "/article/doc-hostile", "/statement/hostile-claim", "/source/hostile", "/attrib/statements"):
        text = await page(datasette.client, path)
        body = re.sub(r'<script src="/assets/\w+\.js" defer></script>', "", text)
        for forbidden in ("<script", "<img", "<style", "javascript:", "<i>Blatt", "<b>none", '" onclick', ">49<"):
            assert forbidden not in body, (path, forbidden)
    article = html.unescape(await page(datasette.client, "/article/doc-hostile"))
    assert hostile_article.LONG in article
    assert with_visible_controls(hostile_article.DIRECTED) in article
    assert not set(article) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "{{ 7*7 }}" in article
    for database in datasette.databases.values():
        database.close()


async def test_statement_as_data(client: Any) -> None:
    """JSON says what the page says; the linked data are a Quotation or a Claim, never a review."""
    row = (await client.get("/statement/a-claim.json")).json()
    assert row["exact"] == "1.500 Soldaten würden in Russland ausgebildet"
    assert [each["verdict"] for each in row["assessments"]] == ["denies", "withholds", "withholds"]
    assert row["document"]["id"] == "doc-a"
    claim = (await client.get("/statement/a-claim.jsonld")).json()
    assert (claim["@type"], claim["claimant"][0]["name"]) == ("Claim", articles.NIS.name)
    quotation = (await client.get("/statement/a-quotation.jsonld")).json()
    assert (quotation["@type"], quotation["creator"][0]["@type"]) == ("Quotation", "Person")
    assert quotation["isPartOf"]["url"] == "https://tagblatt.example/a"
    assert "ClaimReview" not in str(claim) + str(quotation)
    assert (await client.get("/statement/nothing.json")).status_code == 404


async def test_citation_names_version_and_address(client: Any) -> None:
    """So that whoever reads it later finds the same words."""
    text = await page(client, "/statement/a-quotation")
    citation = re.search(r'<p class="citation"[^>]*>(.*?)</p>', text, flags=re.DOTALL)
    assert citation is not None
    for part in ("Lloyd Austin", "Tagblatt", "23 October 2024", "a-quotation", f"attrib {__version__}/", "http://"):
        assert part in citation[1]


async def test_passage_in_the_original(client: Any) -> None:
    """The link scrolls to the words, where the browser knows text fragments."""
    text = await page(client, "/statement/a-quotation")
    assert 'href="https://tagblatt.example/a#:~:text=%E2%80%9ESie%20tun%20dies%E2%80%9C"' in text


async def test_rows_of_datasette_lead_to_our_pages(client: Any) -> None:
    """One thing, one address."""
    for old, new in (
        ("/attrib/statements/2000001", "/statement/a-claim"),
        ("/attrib/documents/2", "/article/doc-a"),
        ("/attrib/sources/nis", "/source/nis"),
    ):
        assert (await client.get(old)).headers["location"] == new


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("_from=2024-11", {"b-kursk", "b-denial", "b-hearsay"}),
        ("_to=2024-10&type=direct", {"a-quotation", "a-nested"}),
        ("_least=1000&_most=2000", {"a-claim"}),
        ("_least=2000&_most=5000", set()),
        ("_least=11000", {"b-kursk"}),
        ("_institution=pentagon", {"a-silence", "a-quotation", "a-worry", "a-nested"}),
        ("_institution=PENTAGON", {"a-silence", "a-quotation", "a-worry", "a-nested"}),
        ("_institution=national+intelligence+service", {"a-claim"}),
        ("_least=10.000", {"b-kursk"}),
        ("_least=10,000", {"b-kursk"}),
        ("_most=1.500,0", {"a-claim"}),
        ("_from=01.11.2024", set()),
        ("_from=November+2024", {"b-kursk", "b-denial", "b-hearsay"}),
        ("_from=18.+Oktober+2024&_to=October+18,+2024", {"a-claim"}),
    ],
)
async def test_filters_for_dates_numbers_and_institutions(client: Any, query: str, found: set[str]) -> None:
    """They go together with all others, and facets heed them."""
    rows = (await client.get(f"/attrib/statements.json?_shape=array&{query}")).json()
    assert {row["id"] for row in rows} == found
    answer = (await client.get(f"/attrib/statements.json?{query}")).json()
    assert sum(counts(answer)["status"].values()) == len(found)


@pytest.mark.parametrize(
    "query",
    [
        "_from=gestern",
        "_to=2024-1",
        "_to=2024-13",
        "_from=30.02.2024",
        "_least=viele",
        "_most=1_000",
        "_institution=Niemand",
        "_stand=says",
        "_least=1&_least=2",
    ],
)
async def test_filters_that_make_no_sense_are_told(client: Any, query: str) -> None:
    """In a sentence, not in a trace."""
    response = await client.get(f"/attrib/statements?{query}")
    assert response.status_code == 400
    assert "Write" in response.text


@pytest.mark.parametrize("path", ["statements?_lesat=5", "statements?autor=x", "disputed?_least=5", "sources?nam=x"])
async def test_what_no_filter_heeds_is_told(client: Any, path: str) -> None:
    """A parameter that nobody understands is not ignored: its rows would be taken for the answer."""
    response = await client.get(f"/attrib/{path}")
    assert response.status_code == 400
    assert "no column and no filter" in html.unescape(response.text)


@pytest.mark.parametrize("query", ["_least=10.000&_from=2024-11", "_institution=NATO&_stand=denies", "_to=2024-10"])
async def test_sql_of_a_page_answers_as_the_page(client: Any, query: str) -> None:
    """What a filter asks goes along to the page of SQL, and back come the same rows."""
    text = html.unescape(await page(client, f"/attrib/statements?{query}"))
    found = re.search(r'href="/attrib\?(sql=[^"]*)"', text)
    rows = (await client.get(f"/attrib/statements.json?_shape=array&{query}")).json()
    assert (found is not None) == bool(rows)
    if found is not None:
        same = (await client.get(f"/attrib.json?_shape=array&{found[1]}")).json()
        assert [row["id"] for row in same] == [row["id"] for row in rows]


async def test_answers_can_be_cached(client: Any) -> None:
    """An ETag for each address and language; whoever has it gets no second copy; no cookie goes out or matters."""
    first = await client.get("/article/doc-a")
    tag = first.headers["etag"]
    assert "public" in first.headers["cache-control"]
    assert "set-cookie" not in first.headers
    again = await client.get("/article/doc-a", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    packed_by_a_proxy = await client.get("/article/doc-a", headers={"if-none-match": tag.removeprefix("W/")})
    assert packed_by_a_proxy.status_code == 304
    german = await client.get("/article/doc-a", headers={"accept-language": "de", "if-none-match": tag})
    assert german.status_code == 200
    assert "Accept-Language" in german.headers["vary"]
    with_cookie = await client.get("/article/doc-a", headers={"cookie": "a=b"})
    assert "public" in with_cookie.headers["cache-control"]
    assert (await client.get("/statement/nothing")).headers["cache-control"] == "no-store"


async def test_only_reading_is_allowed(client: Any) -> None:
    """No method that writes."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        response = await client.request(method, "/attrib")
        assert response.status_code == 405
        assert "read" in response.text


async def test_robots_stay_away_from_filtered_pages(client: Any) -> None:
    """There are endless many."""
    assert "Disallow: /*?" in (await client.get("/robots.txt")).text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/statement/nothing", 404, "keine Aussage mit dieser Kennung"),
        ("/attrib/nothing", 404, "Diese Seite gibt es hier nicht."),
        ("/attrib/statements?_from=gestern", 400, "„gestern“ ist kein Datum."),
        ("/attrib?sql=delete+from+statements", 400, "Die Abfrage muss ein SELECT sein."),
        ("/attrib/statements?_search=%22&_searchmode=raw", 400, "So lässt sich das nicht beantworten."),
    ],
)
async def test_error_pages_are_ours(client: Any, path: str, status: int, words: str) -> None:
    """In the reader's language, with our style sheet, a way on, the other language, and the reader's SQL to mend."""
    response = await client.get(path, headers={"accept-language": "de"})
    text = html.unescape(response.text)
    assert response.status_code == status
    for expected in (words, "Zur Startseite", "/assets/attrib.css", ">English</a>", f"Fehler {status}"):
        assert expected in text
    assert "style=" not in text
    assert ("delete from statements</textarea>" in text) == ("sql=" in path)


async def test_errors_of_data_are_data(client: Any) -> None:
    """Whoever asks for JSON gets JSON."""
    response = await client.get("/statement/nothing.json", headers={"accept-language": "de"})
    assert response.status_code == 404
    assert response.json()["error"] == "In dieser Datenbank gibt es keine Aussage mit dieser Kennung."


def test_mistakes_of_the_program_are_not_told() -> None:
    """What an exception says may hold the inside of the server."""
    status, words = told(RuntimeError("/home/secret/attrib.db"))
    assert status == 500
    assert "secret" not in words
    assert told(DatasetteError("<p>took too long</p>", message_is_html=True)) == (400, TOO_LONG)


async def test_no_words_are_missing_in_german(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page asks in German for nothing that has none, whatever part of it shows."""

    class Asked(dict[str, str]):
        """The German words, and what they were asked for in vain."""

        missing: ClassVar[set[str]] = set()

        def get(self, key: str, default: Any = None) -> Any:
            if key not in self:
                self.missing.add(key)
            return super().get(key, default)

    asked = Asked(translations())
    monkeypatch.setattr("attrib.site.wording.translations", lambda: asked)
    columns = {name: list(table.columns) for name, table in published().items()}
    columns |= {view.name: list(view.columns) for view in views()}
    pages = ["/", "/article/doc-a", "/article/doc-c-none", "/statement/a-claim", "/statement/a-nested", "/source/nis"]
    pages += ["/pictures", "/quality", "/downloads", "/attrib", "/attrib?sql=select+1", "/attrib?sql=selec", "/-/x"]
    pages += [f"/{kind}/nothing" for kind in ("statement", "article", "source", "claim")]
    pages += ["/countries", "/calendar", "/compare?a=nis&b=nobody", "/compare?a=nis&b=nato", "/codebook", "/questions"]
    pages += ["/attrib/statements/9", "/attrib/statements?_from=x", "/attrib/statements?_most=x", "/attrib/threads"]
    pages += [f"/attrib/{name}{query}" for name in columns for query in ("", f"?_col={columns[name][-1]}")]
    pages += ["/attrib/statements?status=claimed&_from=2024&_to=2025&_least=1&_most=2&_institution=nis&level__gt=0"]
    pages += ["/attrib/statements?_size=1&_next=2000001&source__isnull=1", "/attrib/statuses/claimed"]
    for path in pages:
        await client.get(path, headers={"accept-language": "de"}, follow_redirects=True)
    for method, path in (("POST", "/"), ("GET", "/-/threads")):
        await client.request(method, path, headers={"accept-language": "de"})
    data = re.compile(r"Table not found|Database not found|404|„x“ ist kein|„x“ ist weder|Not rated\. ")
    assert sorted(text for text in asked.missing if not data.match(text)) == []


async def test_figures_of_independent_annotation_come_first(client: Any) -> None:
    """And those of the articles that were seen while building last, named as such."""
    text = await page(client, "/quality")
    headings = re.findall(r"<h2>(.*?)</h2>", text)
    assert headings == [
        "News articles annotated independently",
        "Quotations and their speakers",
        "Three articles that were seen while building",
    ]
    news = evaluation()["news"]["scores"]
    assert f"It finds {news['found']['recall']:.0%}".replace("%", "\u202f%") in text
    assert f"{news['found']['gold']} statements in {news['articles']} articles" in text


async def test_no_page_needs_inline_scripts_or_styles(client: Any) -> None:
    """The content security policy would refuse them."""
    for path in ("/", "/article/doc-a", "/statement/a-claim", "/source/nis", "/pictures", "/quality", "/attrib"):
        text = await page(client, path)
        assert not re.search(r"<script(?! src=)|<style| style=| on\w+=", text), path
    for path in (
        "/attrib/statements?status=claimed",
        "/attrib/spans",
        "/attrib/statuses/claimed",
        "/attrib?sql=select+1",
    ):
        text = await page(client, path)
        assert not re.search(r"<script(?! src=)|<style| style=| on\w+=", text), path
