"""Pages to compare, see and explain: every number on them leads to as many rows."""

import html
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from attrib.publish.published import build
from attrib.site.codebook import places
from attrib.site.questions import outline, questions
from attrib.site.serve import site
from attrib.site.wording import countries
from attrib.store.dictionary import VOCABULARIES, published
from attrib.store.link_rows import write_links
from attrib.store.write import open_database, write_annotation
from attrib.taxonomy import load_taxonomy
from tests import articles
from tests.publish import sql_answers
from tests.site.conftest import end
from tests.store.test_link_rows import LINKS

COUNT = re.compile(r'<a [^>]*?href="(/attrib/statements\?[^"]*)"[^>]*>(?:<[^>]*>)*([\d.,]+)(?: statements?)?<')
SPOKEN = re.compile(r'<a href="(/attrib/statements\?[^"]*)" aria-label="[^"]*?(?:: | )\(?(\d+)\)?(?: –[^"]*)?"')


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder in which two articles share a claim, and a source said something on a day."""
    folder = tmp_path_factory.mktemp("places")
    db = open_database(folder / "w.db", create=True)
    for annotation in articles.all_articles():
        said = [
            each.model_copy(update={"said_on": "2024-10-18", "said_on_precision": "day"})
            if each.id == "a-claim"
            else each
            for each in annotation.statements
        ]
        write_annotation(db, annotation.model_copy(update={"statements": tuple(said)}))
    write_links(db, LINKS, "by hand")
    db.close()
    return build(folder / "w.db", folder / "dist").database.parent


@pytest_asyncio.fixture
async def client(linked: Path) -> AsyncIterator[Any]:
    """A client of its site."""
    datasette = site(linked)
    yield datasette.client
    end(datasette)


async def page(client: Any, path: str) -> str:
    """The HTML of a page that must be there."""
    response = await client.get(path, follow_redirects=True)
    assert response.status_code == 200, (path, response.text)
    return str(response.text)


@pytest.mark.parametrize(
    "path",
    [
        "/pictures",
        "/countries",
        "/calendar",
        "/calendar?source=nis",
        "/source/nis",
        "/source/dmitri-peskow",
        "/source/kreml",
        "/compare?a=nis&b=ua-beamte-b",
        "/",
    ],
)
async def test_every_number_leads_to_as_many_rows(client: Any, path: str) -> None:
    """In tables, cells, bars and arrows."""
    text = await page(client, path)
    found = {(html.unescape(href), int(number)) for href, number in COUNT.findall(text) + SPOKEN.findall(text)}
    assert found, path
    for href, number in found:
        rows = (await client.get(href.replace("statements?", "statements.json?"))).json()
        assert rows["filtered_table_rows_count"] == number, href


async def test_every_part_of_a_picture_is_a_link(client: Any) -> None:
    """No cell with a number is bare, no arrow and no bar."""
    text = await page(client, "/pictures")
    assert re.findall(r'<td class="cell[^"]*">\s*[\d]', text) == []
    for drawn in re.findall(r"<svg.*?</svg>", text, flags=re.DOTALL):
        assert 'role="group"' in drawn
        outside = re.sub(r"<a .*?</a>", "", drawn, flags=re.DOTALL)
        assert not re.search(r"<(?:rect|path|circle)", outside)
    assert text.count("The figures as a table") == 2


async def test_two_sources_side_by_side(client: Any) -> None:
    """By any of their names: the shared claim with the words of both, their stands, their numbers."""
    text = await page(client, "/compare?a=National+Intelligence+Service&b=ua-beamte-b")
    assert "<h1>National Intelligence Service – ukrainische Beamte</h1>" in text
    shared = text.split("On the same claim")[1]
    assert "1.500 Soldaten würden in Russland ausgebildet" in shared
    assert 'href="/statement/b-kursk"' in shared
    assert {"1,500", "11,000"} <= set(re.findall(r'<b class="number">([^<]*)', shared))
    assert "Their numbers over time" in text
    stands = await page(client, "/compare?a=dmitri-peskow&b=nis")
    assert "wies das zurück" in stands
    assert "No claim has a version of both." in stands


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "What each says on the same claim"),
        ("?a=nis", "What each says on the same claim"),
        ("?a=Nobody&b=nis", "There is no party called “Nobody” here."),
        ("?a=nis&b=nis", "Both names are those of one party."),
        ("?a=<script>&b=nis", "There is no party called “&lt;script&gt;” here."),
    ],
)
async def test_what_cannot_be_compared_is_told(client: Any, query: str, told: str) -> None:
    """And the form keeps what was typed."""
    text = await page(client, f"/compare{query}")
    assert told in text
    assert 'name="a"' in text


async def test_versions_and_echoes_of_a_claim(client: Any) -> None:
    """In one table, with what differs; who repeats which origin is said in words, and so is that none is recorded."""
    text = await page(client, "/claim/claim-1")
    table = text.split('class="compact versions"')[1].split("</table>")[0]
    assert table.count("<tr>") == 3
    echoes = re.sub(r"<[^>]*>", "", text.split('id="echoes"')[1].split("</section>")[0])
    assert re.search(r"National Intelligence Service\s*Tagblatt 1 article", html.unescape(echoes))


async def test_origin_of_a_single_statement(client: Any) -> None:
    """Named, or said not to be recorded."""
    for row in (await client.get("/attrib/statements.json?_shape=array&type__not=author")).json():
        text = re.sub(r"<[^>]*>", "", await page(client, f"/statement/{row['id']}"))
        assert ("Origin not recorded" if row["origin"] is None else "Origin:") in text, row["id"]


async def test_statements_resting_on_one_origin(client: Any) -> None:
    """Single ones included; what several origins say is left out."""
    rows = (await client.get("/attrib/statements.json?_shape=array&_one_origin=yes&status__not=asserted")).json()
    ids = {row["id"] for row in rows}
    assert "a-worry" in ids
    assert not ids & {"a-claim", "b-kursk"}
    assert (await client.get("/attrib/statements?_one_origin=no")).status_code == 400


async def test_statements_of_a_country(client: Any) -> None:
    """By code or name, in either language; what is none is told."""
    counts = set()
    for name in ("KR", "kr", "South Korea", "Südkorea"):
        rows = (await client.get("/attrib/statements.json", params={"_country": name})).json()
        counts.add(rows["filtered_table_rows_count"])
    assert len(counts) == 1
    assert counts != {0}
    refused = await client.get("/attrib/statements?_country=Atlantis&_lang=de")
    assert refused.status_code == 400
    assert "Ein Land namens „Atlantis“ gibt es nicht." in html.unescape(refused.text)


async def test_names_in_the_readers_language(client: Any) -> None:
    """In facets, filters and the cells of views."""
    text = html.unescape(await page(client, "/attrib/who_confirms_whom"))
    assert "National Intelligence Service" in text
    assert "Südkoreanischer Geheimdienst NIS" not in re.sub(r'(?:href|value)="[^"]*"', "", text)
    assert "Südkoreanischer Geheimdienst NIS" in await page(client, "/attrib/who_confirms_whom?_lang=de")
    rows = html.unescape(await page(client, "/attrib/statements?source=nis"))
    assert "Source: National Intelligence Service" in rows
    facet = rows.split('data-column="source"')[1].split("</details>")[0]
    assert "National Intelligence Service" in facet


async def test_numbers_in_column_filters(client: Any) -> None:
    """Ten thousand, as a German reader writes it, in the table and in its data."""
    for value in ("10.000", "10,000", "10000"):
        rows = (await client.get(f"/attrib/quantities.json?_shape=array&value__gte={value}")).json()
        assert [row["value"] for row in rows] == [11000.0], value
    assert 'value="10000"' in await page(client, "/attrib/quantities?value__gte=10.000")


async def test_articles_by_any_name_of_a_source(client: Any) -> None:
    """Other names than the one in the text."""
    rows = (await client.get("/attrib/documents.json?_shape=array&_search=National+Intelligence+Service")).json()
    assert [row["id"] for row in rows] == ["doc-a"]


async def test_words_that_were_searched_are_marked(client: Any) -> None:
    """In the rows, and in the article to which they lead."""
    rows = await page(client, "/attrib/statements?_search=Soldat")
    assert '<span class="hit">Soldaten</span>' in rows
    assert 'href="/article/doc-a?_search=Soldat#hit"' in rows
    text = await page(client, "/article/doc-a?_search=Soldat")
    assert text.count('class="hit"') == 2
    assert 'id="hit"' in text
    assert 'class="hit"' not in await page(client, "/article/doc-a")


async def test_codebook(client: Any) -> None:
    """Every value of every field, with its meaning and its rows."""
    text = html.unescape(await page(client, "/codebook"))
    for vocabulary in VOCABULARIES:
        for term in load_taxonomy(vocabulary.taxonomy):
            assert f'id="{vocabulary.taxonomy}-{term.code}"' in text
            assert term.description in text
    assert 'href="/attrib/statements?status=claimed"' in text
    assert places()["statuses"].column == "status"


async def test_sql_is_helped_with(client: Any) -> None:
    """Examples and columns beside the form, a mistake in a line of its own, what was typed still there."""
    for path in ("/attrib", "/attrib?sql=select+1", "/attrib?sql=selec+1"):
        response = await client.get(path)
        text = html.unescape(response.text)
        assert text.count("/attrib?sql=") >= len(questions()), path
        assert "<code>credibility</code>" in text
        assert "Ctrl + Enter" in text
    assert 'role="alert"' in text
    assert ">selec 1</textarea>" in text


async def test_questions_of_the_site_are_those_of_the_documentation(client: Any) -> None:
    """Word for word in SQL, in their order, and each has an answer."""
    documented = re.findall(
        r"^## \d+\. (.*?)\n.*?```sql\n(.*?)\n```", sql_answers.PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    assert [(each.title, each.sql.rstrip("\n")) for each in questions()] == documented
    text = html.unescape(await page(client, "/questions"))
    for each in questions():
        assert each.title in text
        assert (await client.get("/attrib.json", params={"sql": each.sql})).json()["ok"]
    assert set(outline()) >= {name for name, table in published().items() if not table.lookup}


def test_countries_have_names_in_both_languages() -> None:
    """Of every code that ISO 3166-1 gives, and their file is what it says."""
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries())
    assert len(countries()) > 240
    assert countries()["KR"] == ["South Korea", "Südkorea"]


async def test_first_visit(client: Any) -> None:
    """Three sentences with what these articles say."""
    tour = html.unescape((await page(client, "/")).split('id="tour"')[1].split("</section>")[0])
    assert tour.count("<li>") == 3
    assert "1.500 Soldaten würden in Russland ausgebildet" in tour
    assert "Dmitri Peskow" in tour
    assert "wies das zurück" in tour


async def test_the_reader_sees_where_a_page_stands(client: Any) -> None:
    """A trail with the page itself at its end, named for those who hear it."""
    for path in ("/source/nis", "/claim/claim-1", "/attrib/statements?status=claimed", "/codebook"):
        trail = (await page(client, path)).split('<nav class="wide trail"')[1].split("</nav>")[0]
        assert 'aria-label="Where you are"' in trail
        assert trail.count('aria-current="page"') == 1
    assert 'class="wide trail"' not in await page(client, "/")
