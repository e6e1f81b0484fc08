"""The site knows its own address: whatever host a request names, and below whatever path a proxy shows it."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.utils import PrefixedUrlString

from attrib.errors import DatabaseError
from attrib.site.application import Address
from attrib.site.serve import site
from tests.site.conftest import end

_LINKS = re.compile(r'(?:href|src|action)="([^"#][^"]*)"')


@pytest.mark.parametrize(
    ("public_url", "base_path", "expected"),
    [
        (None, None, (None, "/")),
        (None, "/attrib/", (None, "/attrib/")),
        ("https://a.example", None, ("https://a.example", "/")),
        ("https://a.example/", "/attrib/", ("https://a.example", "/attrib/")),
        ("https://a.example/attrib", None, ("https://a.example", "/attrib/")),
        ("https://a.example/attrib/", "/attrib/", ("https://a.example", "/attrib/")),
    ],
)
def test_addresses(public_url: str | None, base_path: str | None, expected: Any) -> None:
    """The path may be given by itself, or in the address."""
    assert Address.of(public_url, base_path) == expected


@pytest.mark.parametrize(
    ("public_url", "base_path"),
    [
        ("a.example", None),
        ("javascript:alert(1)", None),
        ("https://a.example/?x", None),
        ("https://a.example/x/", "/y/"),
        (None, "attrib"),
        (None, "/attrib"),
        (None, "//a.example/"),
        (None, "/<b>/"),
    ],
)
def test_what_is_no_address(public_url: str | None, base_path: str | None) -> None:
    """Is said."""
    with pytest.raises(DatabaseError):
        Address.of(public_url, base_path)


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1@evil.example", 'x"><evil.example>']
)
async def test_a_host_that_anybody_names_is_nowhere(client: Any, host: str) -> None:
    """Neither in links nor in citations nor in data: the paths alone are there."""
    pages = ["/statement/a-claim", "/statement/a-claim.jsonld", "/statement/a-claim.json", "/dataset.jsonld"]
    pages += ["/attrib/statements?_size=1", "/attrib/statements.json?_size=1", "/attrib?sql=select+1"]
    for path in pages:
        answer = await client.get(path, headers={"host": host})
        assert answer.status_code == 200
        assert "evil.example" not in answer.text + str(answer.headers), path
        assert "http://localhost" not in answer.text


async def test_the_own_machine_is_known(client: Any) -> None:
    """For whoever looks at the site at home."""
    for host in ("localhost:8001", "127.0.0.1:8001", "[::1]:8001"):
        data = (await client.get("/statement/a-claim.json", headers={"host": host})).json()
        assert data["url"] == f"http://{host}/statement/a-claim"


async def test_the_public_address_is_in_links_and_data(dist: Path) -> None:
    """Whatever host the proxy asks for."""
    datasette = site(dist, public_url="https://a.example/daten/")
    get = datasette.client.get
    linked = (await get("/statement/a-claim.jsonld", headers={"host": "127.0.0.1:8001"})).json()
    assert linked["@id"] == "https://a.example/daten/statement/a-claim"
    assert "https://a.example/daten/statement/a-claim" in (await get("/statement/a-claim")).text
    table = (await get("/attrib/statements.json?_size=1")).json()
    assert table["next_url"].startswith("https://a.example/daten/attrib/statements.json?")
    assert "127.0.0.1" not in json.dumps(table) + json.dumps(linked)
    end(datasette)


async def test_every_link_stays_below_the_base_path(dist: Path) -> None:
    """Although it is called like the database; every link of every kind of page is followed once."""
    base = "/attrib/"
    datasette = site(dist, base_path=base)
    get = datasette.client.get
    waiting = [base] + [f"{base}{path}" for path in _PAGES]
    seen: set[str] = set()
    while waiting:
        address = waiting.pop(0)
        answer = await get(PrefixedUrlString(address))
        assert answer.status_code in {200, 302}, (address, answer.text)
        if location := answer.headers.get("location"):
            assert location.startswith(base), address
            waiting.append(location)
            continue
        for link in _links(answer):
            assert link.startswith(base), (address, link)
            kind = re.sub(r"[?].*|\d+", "", link)
            if kind not in seen:
                seen.add(kind)
                waiting.append(link)
    assert {f"{base}assets/attrib.css", f"{base}attrib/statements", f"{base}source/nis"} <= seen
    end(datasette)


_PAGES = [
    "attrib/statements?_col=source&_col=rule",
    "attrib/statements?status=claimed&_size=1",
    "attrib/statement_sources",
    "attrib?sql=select+1",
    "attrib/statements/2000001",
    "statement/c-earlier",
]


def _links(answer: Any) -> list[str]:
    """The links of a page within the site, as a browser follows them; none of data."""
    if not answer.headers["content-type"].startswith("text/html"):
        return []
    found = (html.unescape(link) for link in _LINKS.findall(answer.text))
    own = (link.removeprefix("http://localhost") for link in found)
    return [link for link in own if not re.match(r"https?:|data:|mailto:|#", link)]


async def test_nothing_is_beside_the_base_path(dist: Path) -> None:
    """What a proxy sends here by mistake is not found; without its last slash the path leads to the site."""
    datasette = site(dist, base_path="/attrib/")
    get = datasette.client.get
    for path in ("/", "/statement/a-claim", "/assets/attrib.css", "/attribution/"):
        assert (await get(PrefixedUrlString(path))).status_code == 404, path
    assert (await get(PrefixedUrlString("/attrib"))).headers["location"] == "/attrib/"
    assert (await get(PrefixedUrlString("/attrib/attrib/statements/"))).headers[
        "location"
    ] == "/attrib/attrib/statements"
    assert (await get(PrefixedUrlString("/attrib//example.com/"))).status_code == 400
    assert (await get(PrefixedUrlString("/attrib/-/versions"))).status_code == 404
    error = await get(PrefixedUrlString("/attrib/nothing?sql=1"))
    assert error.status_code == 404
    assert all(link.startswith("/attrib/") for link in _links(error))
    assert "Disallow: /attrib/*?" in (await get(PrefixedUrlString("/attrib/robots.txt"))).text
    end(datasette)
