"""Feeds: valid Atom that a feed reader understands, the newest first, and nothing that may not be shown."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from attrib.site.atom import moment
from attrib.site.serve import site
from tests.site.conftest import end

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
FEEDS = (
    "/attrib/statements.atom",
    "/attrib/statements.atom?status=claimed&_sort_desc=date&_lang=de",
    "/attrib/statements.atom?_search=Soldaten",
    "/attrib/statements.atom?exact=nobody",
    "/source/nis.atom",
    "/disputes.atom",
)


async def feed(client: Any, path: str) -> Any:
    """What a feed reader makes of a feed, after the rules that validators check."""
    answer = await client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    check(ElementTree.fromstring(answer.content))
    found = feedparser.parse(answer.content)
    assert found.bozo is False
    assert found.version == "atom10"
    return found


def check(root: ElementTree.Element) -> None:
    """What RFC 4287 asks of a feed and of each entry (4.1.1, 4.1.2)."""
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (only,) = element.findall(f"{ATOM}{name}")
            assert (only.text or "").strip(), name
        assert INSTANT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:attrib:")
        assert [author.findtext(f"{ATOM}name") for author in element.iterfind(f"{ATOM}author")]
        links = [(link.get("rel"), link.get("type")) for link in element.iterfind(f"{ATOM}link")]
        assert len(set(links)) == len(links)
        assert all(re.match(r"https?://\S+$|/\S*$", link.get("href", "")) for link in element.iterfind(f"{ATOM}link"))
    assert [link.get("rel") for link in root.iterfind(f"{ATOM}link")] == ["self", "alternate"]
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iterfind(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", FEEDS)
async def test_feeds_are_valid(client: Any, path: str) -> None:
    """For feed readers and by the rules; dated, the newest first."""
    found = await feed(client, path)
    dates = [entry.updated for entry in found.entries if "published" in entry]
    assert dates == sorted(dates, reverse=True)
    assert ("exact=nobody" in path) == (not found.entries)


async def test_feed_of_a_filter_holds_its_rows(client: Any) -> None:
    """Those that the page of the table shows; each leads to its page, says who, what and how it stands."""
    wanted = (await client.get("/attrib/statements.json?status__in=disputed,contested&_shape=array")).json()
    found = await feed(client, "/attrib/statements.atom?status__in=disputed,contested")
    assert {entry.id for entry in found.entries} == {f"urn:attrib:statement:{row['id']}" for row in wanted}
    entry = next(entry for entry in found.entries if entry.id.endswith(":a-claim"))
    assert entry.link.endswith("/statement/a-claim")
    assert entry.tags[0].term in ("disputed", "contested")
    assert "Dmitri Peskow" in entry.content[0].value
    assert "<b>1.500 Soldaten" in entry.content[0].value


async def test_feed_of_disputes_says_who_and_in_which_words(client: Any) -> None:
    """It is about disputes, so that a new one is news though the statement is old."""
    found = await feed(client, "/disputes.atom")
    entry = next(entry for entry in found.entries if entry.id == "urn:attrib:dispute:a-claim")
    assert "wies das zurück" in entry.content[0].value


async def test_words_that_may_not_be_shown_are_in_no_feed(client: Any) -> None:
    """Nor in the linked data."""
    for path in ("/attrib/statements.atom?id=c-none", "/attrib/statements.jsonld?id=c-none"):
        answer = await client.get(path)
        assert answer.status_code == 200
        assert "c-none" in answer.text
        assert "abgesagt" not in answer.text


async def test_linked_data_are_quotations_and_claims(client: Any) -> None:
    """In the words of schema.org; nobody has reviewed anything."""
    answer = await client.get("/attrib/statements.jsonld")
    content = answer.json()
    assert (content["@context"], content["@type"]) == ("https://schema.org", "DataFeed")
    kinds = {each["item"]["@type"] for each in content["dataFeedElement"]}
    assert kinds == {"Quotation", "Claim"}
    assert "ClaimReview" not in answer.text
    statement = next(each["item"] for each in content["dataFeedElement"] if each["item"]["identifier"] == "a-claim")
    alone = (await client.get("/statement/a-claim.jsonld")).json()
    assert {**statement, "@context": "https://schema.org"} == {**alone, "claimant": statement["claimant"]}


async def test_pages_lead_to_their_feeds(client: Any) -> None:
    """Feed readers look for them in the head of a page."""
    for page, address in (
        ("/attrib/statements?status=claimed", "/attrib/statements.atom?status=claimed"),
        ("/source/nis", "/source/nis.atom"),
        ("/attrib/disputed", "/disputes.atom"),
        ("/", "/disputes.atom"),
    ):
        text = (await client.get(page)).text
        link = rf'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="{re.escape(address)}"'
        assert re.search(link, text), page


async def test_unknown_things_have_no_feed(client: Any) -> None:
    """And wrong filters are told."""
    assert (await client.get("/source/nobody.atom")).status_code == 404
    assert (await client.get("/claim/nothing.atom")).status_code == 404
    assert (await client.get("/attrib/statements.atom?colour=red")).status_code == 400


async def test_ids_stay_wherever_the_site_is(dist: Path) -> None:
    """A reader who moves along with the site sees no entry twice."""
    found = []
    for address in (None, "https://attrib.example.org/below/"):
        datasette = site(dist, public_url=address)
        content = (await datasette.client.get("/source/nis.atom")).content
        root = ElementTree.fromstring(content)
        found.append([each.text for each in root.iter(f"{ATOM}id")])
        if address:
            assert all((link.get("href") or "").startswith(address) for link in root.iter(f"{ATOM}link"))
        end(datasette)
    assert found[0] == found[1]


def test_moments_are_as_precise_as_dates() -> None:
    """The beginning of what is known."""
    now = "2026-01-01T00:00:00Z"
    assert [moment(each, now) for each in ("2024", "2024-10", "2024-10-22", None, "soon")] == [
        "2024-01-01T00:00:00Z",
        "2024-10-01T00:00:00Z",
        "2024-10-22T00:00:00Z",
        now,
        now,
    ]
