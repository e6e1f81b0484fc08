"""Addresses: a server on this machine stands in for the web; what must not be fetched is not, and the rest is read."""

import gzip
import json
import socket
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result
from urllib3.util import parse_url

from attrib.cli import main
from attrib.errors import InputError
from attrib.intake.fetching.address import is_address, is_public, parse
from attrib.intake.fetching.fetching import Fetcher
from attrib.intake.fetching.media import format_of
from attrib.intake.fetching.robots import LONGEST_DELAY
from attrib.intake.fetching.transfer import Limits, Transfer
from attrib.intake.fetching.visit import MOST_REDIRECTS, Clock, Page, Visitor
from attrib.intake.reading.found import Found
from tests.intake.files import pdf
from tests.intake.test_one_of_everything import article, page

HTML = {"content-type": "text/html; charset=utf-8"}


class Reply(NamedTuple):
    """What the server says."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = HTML
    pause: float = 0.0
    """Seconds between two bytes of the body."""


class Site:
    """A server on 127.0.0.1 that answers as it is told, and remembers what it was asked."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        self.replies: dict[str, Reply | Callable[[], Reply]] = {}
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer((host, port), Handler)
        self.server.daemon_threads = True
        self.root = f"http://{host}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request, 404 where nothing is said about it."""
        self.asked.append(request.path)
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        reply = self.replies.get(request.path, Reply(status=404))
        reply = reply() if callable(reply) else reply
        body = reply.body.encode() if isinstance(reply.body, str) else reply.body
        request.send_response(reply.status)
        for name, value in {"content-length": str(len(body)), **reply.headers}.items():
            request.send_header(name, value)
        request.end_headers()
        try:
            for piece in [body] if not reply.pause else (body[at : at + 1] for at in range(len(body))):
                request.wfile.write(piece)
                time.sleep(reply.pause)
        except OSError:
            pass  # whoever asked has gone

    def pages(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path in self.asked if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    """A server without a page."""
    found = Site()
    yield found
    found.server.shutdown()
    found.server.server_close()


class Time:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self.now += seconds
        if seconds > 0:
            self.waits.append(seconds)

    @property
    def clock(self) -> Clock:
        """As a visitor wants it."""
        return Clock(lambda: self.now, self.sleep)


def fetch(
    *addresses: str, most: int = 20, time: Time | None = None, private: bool = True, limits: Limits | None = None
) -> list[Found]:
    """What is found at addresses."""
    transfer = Transfer(allow_private=private, **({"limits": limits} if limits else {}))
    visitor = Visitor(transfer, (time or Time()).clock, delay=2.0)
    return list(Fetcher(visitor, language="de", most_entries=most).articles(addresses))


def problem(*addresses: str, **how: object) -> tuple[str, str]:
    """Kind and message of the only problem."""
    (only,) = fetch(*addresses, **how)  # type: ignore[arg-type]
    assert only.problem is not None, only.article
    return only.problem.kind, str(only.problem)


# -- addresses -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("https://a.example/b", True), ("HTTP://a.example", True), ("ftp://a", True), ("a/b.txt", False), ("-", False)],
)
def test_what_is_an_address(word: str, is_one: bool) -> None:
    """A scheme makes one."""
    assert is_address(word) == is_one


@pytest.mark.parametrize(
    ("word", "url"),
    [
        ("HTTPS://Bote.Example", "https://bote.example/"),
        ("https://bote.example/a?b=c#d", "https://bote.example/a?b=c"),
        ("http://[::1]:80/ä b", "http://[::1]:80/%C3%A4%20b"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
    ],
)
def test_addresses_have_one_form(word: str, url: str) -> None:
    """As it is sent and stored."""
    assert parse(word).url == url


@pytest.mark.parametrize(
    "word",
    ["ftp://a.example/", "file:///etc/passwd", "https://", "http://:80/", "https://a b.example/", "http://[::1/"],
)
def test_other_addresses_are_refused(word: str) -> None:
    """With what is allowed."""
    with pytest.raises(InputError, match="https://"):
        parse(word)


def test_an_address_with_a_password_is_refused() -> None:
    """It would stand in the database, and in the message."""
    with pytest.raises(InputError) as caught:
        parse("https://anna:geheim@bote.example/a")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::6810:85e5", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    """Also as IPv4 inside IPv6."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    """Loopback, private, link-local, the clouds' own, reserved, multicast, and all of them inside IPv6."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_nothing_private_is_fetched(host: str, site: Site) -> None:
    """However it is written; unless it is allowed."""
    kind, message = problem(f"http://{host}:{site.server.server_port}/", private=False)
    assert (kind, "--allow-private" in message, site.asked) == ("private_address", True, [])


def test_a_redirect_to_a_private_host_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hop is looked at, not only the first."""
    _let_through(monkeypatch, "127.0.0.1")
    site.replies["/a"] = Reply(status=302, headers={"location": f"http://127.0.0.2:{site.server.server_port}/secret"})
    kind, message = problem(f"{site.root}/a", private=False)
    assert (kind, "127.0.0.2" in message, site.pages()) == ("private_address", True, ["/a"])


def test_the_host_is_looked_up_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that says something else the next time (DNS rebinding) leads nowhere."""
    port, answers = site.server.server_port, iter(["127.0.0.1", "127.0.0.1"] + ["127.0.0.2"] * 9)
    _let_through(monkeypatch, "127.0.0.1")
    found, asked = socket.getaddrinfo, list[str]()

    def name_server(host: str, *others: object, **more: object) -> object:
        asked.append(host)
        return found(next(answers) if host == "bote.example" else host, *others, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", name_server)
    site.replies["/a"] = Reply(page(1))
    (only,) = fetch(f"http://bote.example:{port}/a", private=False)
    assert only.article is not None, only.problem
    assert asked.count("bote.example") == 2, "once for robots.txt, once for the page"
    assert site.headers[-1]["host"] == f"bote.example:{port}"


def test_trafilatura_looks_again_at_whom_it_is_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second lock, should the first one fail."""
    monkeypatch.setattr("attrib.intake.fetching.address.is_public", lambda _: True)
    kind, message = problem(f"{site.root}/a", private=False)
    assert (kind, "SSRF" in message, site.asked) == ("unreachable", True, [])


def _let_through(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Take one address of this machine for a public one."""
    monkeypatch.setattr("attrib.intake.fetching.address.is_public", lambda asked: asked == address)
    monkeypatch.setattr("trafilatura.downloads._vet_peer", lambda _: None)


# -- pages -----------------------------------------------------------------------------------------------------------


def test_a_page_is_read_with_its_address_and_date(site: Site) -> None:
    """The outlet is the host, whatever the page says of itself."""
    head = (
        '<meta property="article:published_time" content="2024-10-22T08:00:00+02:00">'
        '<link rel="canonical" href="https://other.example/a"><meta name="author" content="Erika Muster">'
    )
    site.replies["/a"] = Reply(page(1).replace("<head>", f"<head>{head}"))
    (only,) = fetch(f"{site.root}/a#top")
    assert only.article is not None, only.problem
    known = only.article.metadata
    assert (known.url, known.publisher, known.author) == (f"{site.root}/a", "127.0.0.1", "Erika Muster")
    assert (known.published, bool(known.published_basis)) == ("2024-10-22", True)
    assert (only.place, only.name) == (f"{site.root}/a#top", f"{site.root}/a")


def test_a_page_keeps_its_own_address_at_the_same_outlet(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that one article with two addresses is one document."""
    found = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *others, **more: found("127.0.0.1", *others, **more))
    own = "https://bote.example/article"
    site.replies["/a?from=feed"] = Reply(page(1).replace("<head>", f'<head><link rel="canonical" href="{own}">'))
    (only,) = fetch(f"http://www.bote.example:{site.server.server_port}/a?from=feed")
    assert only.article is not None
    assert (only.article.metadata.url, only.article.metadata.publisher) == (own, "bote.example")


@pytest.mark.parametrize(
    ("path", "reply"),
    [
        ("/a", Reply(page(3).encode("cp1252"), headers={"content-type": "text/html; charset=windows-1252"})),
        ("/a", Reply(gzip.compress(page(3).encode()), headers={**HTML, "content-encoding": "gzip"})),
        ("/a", Reply(page(3), headers={})),
        ("/a.txt", Reply(article(3), headers={"content-type": "text/plain"})),
        ("/a.md", Reply(article(3), headers={"content-type": "text/plain; charset=utf-8"})),
        ("/a.jsonl", Reply(json.dumps({"text": article(3)}), headers={"content-type": "application/octet-stream"})),
        ("/a", Reply(pdf("Es war die 3. Meldung dieser Art."), headers={"content-type": "application/pdf"})),
        ("/a", Reply(pdf("Es war die 3. Meldung dieser Art."), headers={"content-type": "application/octet-stream"})),
        ("/a.html", Reply(page(3), headers={"content-type": "APPLICATION/XHTML+XML"})),
    ],
)
def test_pages_are_read_as_what_they_are(path: str, reply: Reply, site: Site) -> None:
    """As the server says, or as they begin and end."""
    site.replies[path] = reply
    (only,) = fetch(f"{site.root}{path}")
    assert only.article is not None, only.problem
    assert "Es war die 3. Meldung dieser Art." in only.article.text
    assert only.article.notes == ()


def test_redirects_are_followed(site: Site) -> None:
    """Also relative ones; the address is where they end."""
    site.replies["/a"] = Reply(status=301, headers={"location": "/b"})
    site.replies["/b"] = Reply(status=308, headers={"location": f"{site.root}/c"})
    site.replies["/c"] = Reply(page(1))
    (only,) = fetch(f"{site.root}/a")
    assert only.article is not None
    assert only.article.metadata.url == f"{site.root}/c"


def test_who_asks_is_told(site: Site) -> None:
    """By name and version; no cookie comes back, and nothing else is sent."""
    site.replies["/a"] = Reply(status=302, headers={"location": "/b", "set-cookie": "a=b"})
    site.replies["/b"] = Reply(page(1))
    fetch(f"{site.root}/a")
    sent = site.headers[-1]
    assert sent["user-agent"].startswith("attrib/")
    assert set(sent) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


# -- what goes wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403, 404, 410, 418, 429, 500, 503, 999])
def test_an_answer_that_is_no_page(status: int, site: Site) -> None:
    """Is named by its number."""
    site.replies["/a"] = Reply(page(1), status=status)
    kind, message = problem(f"{site.root}/a")
    assert (kind, str(status) in message) == ("http_status", True)


def test_a_loop_of_redirects(site: Site) -> None:
    """Ends."""
    site.replies["/a"] = Reply(status=302, headers={"location": "/a"})
    assert problem(f"{site.root}/a")[0] == "redirect"
    assert len(site.pages()) == MOST_REDIRECTS + 1


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://[::1"])
def test_a_redirect_to_what_is_no_page(location: str, site: Site) -> None:
    """Is told with the address it leads to."""
    site.replies["/a"] = Reply(status=302, headers={"location": location})
    kind, message = problem(f"{site.root}/a")
    assert (kind, location in message) == ("redirect", True)


def test_a_redirect_tells_no_password(site: Site) -> None:
    """Issues are stored."""
    site.replies["/a"] = Reply(status=302, headers={"location": "https://anna:geheim@bote.example/"})
    kind, message = problem(f"{site.root}/a")
    assert (kind, "bote.example" in message, "geheim" in message) == ("redirect", True, False)


def test_a_host_that_is_not_there() -> None:
    """Says so."""
    kind, message = problem("http://bote.invalid/a")
    assert (kind, "bote.invalid" in message) == ("unreachable", True)


def test_nobody_listens(site: Site) -> None:
    """The reason of the system is told."""
    site.server.shutdown()
    site.server.server_close()
    kind, message = problem(f"{site.root}/a")
    assert (kind, "refused" in message) == ("unreachable", True)


def test_what_is_not_encrypted_is_no_https(site: Site) -> None:
    """Certificates are checked, and nobody goes on without."""
    kind, _ = problem(site.root.replace("http:", "https:"))
    assert (kind, site.asked) == ("unreachable", [])


@pytest.mark.parametrize("pause", [5.0, 0.05], ids=["silent", "byte by byte"])
def test_a_slow_server_is_left(pause: float, site: Site) -> None:
    """One that says nothing, and one that never comes to its end."""
    site.replies["/a"] = Reply(page(1), pause=pause)
    begun = time.monotonic()
    kind, _ = problem(f"{site.root}/a", limits=Limits(read=0.5, total=1.0))
    assert kind == "timed_out"
    assert time.monotonic() - begun < 4


def test_too_much_is_not_read_to_its_end(site: Site) -> None:
    """Neither as it is nor unpacked, whatever the server says about its size."""
    site.replies["/a"] = Reply(b"x" * 300_000)
    site.replies["/b"] = Reply(gzip.compress(b"x" * 3_000_000), headers={**HTML, "content-encoding": "gzip"})
    for path in ("/a", "/b"):
        assert problem(f"{site.root}{path}", limits=Limits(size=200_000))[0] == "too_large"


def test_an_answer_that_breaks_off(site: Site) -> None:
    """Half a page is none."""
    site.replies["/a"] = Reply(page(1), headers={**HTML, "content-length": "100000"})
    assert problem(f"{site.root}/a", limits=Limits(read=1.0))[0] in {"unreachable", "timed_out"}


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/x-shockwave-flash"])
def test_what_is_no_text(media_type: str, site: Site) -> None:
    """Is named by what the server calls it."""
    site.replies["/a"] = Reply(b"\x89PNG", headers={"content-type": media_type})
    kind, message = problem(f"{site.root}/a")
    assert (kind, media_type in message) == ("media_type", True)


def test_a_page_without_an_article(site: Site) -> None:
    """Is told like a file without one."""
    site.replies["/a"] = Reply("<html><head><title>T</title></head><body></body></html>")
    assert problem(f"{site.root}/a")[0] == "no_text"


# -- robots.txt ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a", False),
        ("User-agent: *\nDisallow: /private/", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /open", "/open/a", True),
        ("User-agent: *\nDisallow: /*.amp$", "/a.amp", False),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
        ("User-agent: attrib\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("\x00\xff nonsense", "/a", True),
    ],
)
def test_robots_txt_is_obeyed(rules: str, path: str, may: bool, site: Site) -> None:
    """With wildcards, and with rules for us alone."""
    site.replies["/robots.txt"] = Reply(rules, headers={"content-type": "text/plain"})
    site.replies[path] = Reply(page(1))
    (only,) = fetch(f"{site.root}{path}")
    assert (only.article is not None) == may
    assert site.pages() == [path] * may
    assert may or (only.problem is not None and only.problem.kind == "robots")


def test_robots_txt_holds_for_redirects(site: Site) -> None:
    """What may not be fetched may not be led to."""
    site.replies["/robots.txt"] = Reply("User-agent: *\nDisallow: /b")
    site.replies["/a"] = Reply(status=302, headers={"location": "/b"})
    site.replies["/b"] = Reply(page(1))
    assert problem(f"{site.root}/a")[0] == "robots"
    assert site.pages() == ["/a"]


@pytest.mark.parametrize(("status", "may"), [(404, True), (403, True), (429, False), (500, False), (503, False)])
def test_a_robots_txt_that_is_not_there(status: int, may: bool, site: Site) -> None:
    """None is no rule; one that cannot be read forbids everything, as RFC 9309 wants it."""
    site.replies["/robots.txt"] = Reply(status=status)
    site.replies["/a"] = Reply(page(1))
    (only,) = fetch(f"{site.root}/a")
    assert (only.article is not None) == may
    assert may or "robots.txt" in str(only.problem)


def test_robots_txt_is_read_once(site: Site) -> None:
    """For all pages of a site, also where it was led on."""
    site.replies["/robots.txt"] = Reply(status=301, headers={"location": "/rules.txt"})
    site.replies["/rules.txt"] = Reply("User-agent: *\nDisallow: /b")
    site.replies |= {f"/{name}": Reply(page(at)) for at, name in enumerate("abc")}
    assert [each.article is not None for each in fetch(*(f"{site.root}/{name}" for name in "abc"))] == [
        True,
        False,
        True,
    ]
    assert site.asked.count("/robots.txt") == 1


# -- politeness ------------------------------------------------------------------------------------------------------


def test_two_pages_of_a_host_are_fetched_some_time_apart(site: Site) -> None:
    """The first is not waited for, and neither is a redirect."""
    site.replies |= {"/a": Reply(page(1)), "/b": Reply(status=302, headers={"location": "/c"}), "/c": Reply(page(2))}
    time = Time()
    fetch(f"{site.root}/a", f"{site.root}/b", time=time)
    assert time.waits == [2.0]


@pytest.mark.parametrize(("asked", "waited"), [("7.5", 7.5), ("1", 2.0), ("9999", LONGEST_DELAY)])
def test_a_site_may_ask_for_more_time(asked: str, waited: float, site: Site) -> None:
    """As its robots.txt says, up to a minute."""
    site.replies["/robots.txt"] = Reply(f"User-agent: *\nCrawl-delay: {asked}\nDisallow: /x")
    site.replies |= {"/a": Reply(page(1)), "/b": Reply(page(2))}
    time = Time()
    fetch(f"{site.root}/a", f"{site.root}/b", time=time)
    assert time.waits == [waited]


def test_no_address_is_fetched_twice(site: Site) -> None:
    """However often it is named."""
    site.replies["/a"] = Reply(page(1))
    assert len(fetch(f"{site.root}/a", f"{site.root}/a#b", site.root.upper() + "/a")) == 1
    assert site.pages() == ["/a"]


# -- feeds -----------------------------------------------------------------------------------------------------------

RSS = {"content-type": "application/rss+xml"}


def feed(*entries: str) -> str:
    """A feed with these entries."""
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title>{items}</channel></rss>'


def test_a_feed_stands_for_the_pages_of_its_entries(site: Site) -> None:
    """With the date that it says, where the page says none; a broken one hides no other."""
    site.replies["/feed"] = Reply(
        feed(
            "<link>/a</link><title>Eins</title><pubDate>Tue, 22 Oct 2024 08:00:00 +0200</pubDate>",
            f"<link>{site.root}/gone</link><description>Nur kurz.</description>",
            "<title>Ohne Text</title><link>/b</link>",
            f"<title>Ohne Adresse</title><description>{article(3)}</description>",
        ),
        headers=RSS,
    )
    site.replies |= {"/a": Reply(page(1)), "/b": Reply(page(2))}
    time = Time()
    first, gone, second, own = fetch(f"{site.root}/feed", time=time)
    assert [each.place for each in (first, gone, second)] == [f"{site.root}/{name}" for name in ("a", "gone", "b")]
    assert first.article is not None
    assert second.article is not None
    assert own.article is not None
    assert gone.problem is not None
    assert gone.problem.kind == "http_status"
    assert (first.article.metadata.published, first.article.metadata.url) == ("2024-10-22", f"{site.root}/a")
    assert "Meldung 1" in first.article.text
    assert "3. Meldung" in own.article.text
    assert time.waits == [2.0, 2.0, 2.0]


def test_a_feed_is_told_by_how_it_begins(site: Site) -> None:
    """Servers call feeds by many names."""
    url = parse_url("https://bote.example/feed")
    for start in ('<?xml version="1.0"?>\n<!-- x -->\n<rss>', "<feed xmlns='x'>", "\n<rdf:RDF>", "\ufeff<rss>"):
        for media_type in ("text/html", "application/xml", "text/plain", ""):
            assert format_of(Page(url, media_type, None, start.encode())) == "feed"
    assert format_of(Page(url, "text/html", None, b"<!doctype html><html><body>&lt;rss><rss>")) == "html"


def test_only_so_many_entries_are_fetched(site: Site) -> None:
    """And how many were left alone is told."""
    site.replies["/feed"] = Reply(feed(*(f"<link>/{number}</link>" for number in range(5))), headers=RSS)
    site.replies |= {f"/{number}": Reply(page(number)) for number in range(5)}
    *articles, left = fetch(f"{site.root}/feed", most=2)
    assert len(articles) == 2
    assert left.problem is not None
    assert (left.problem.kind, "3 of 5" in str(left.problem)) == ("entries_left", True)
    assert site.pages() == ["/feed", "/0", "/1"]


def test_a_next_round_fetches_what_is_new(site: Site) -> None:
    """An entry that was read is left alone, until it has another date; one that failed is tried three times."""
    tries = Counter[str]()

    def round_(*entries: str) -> list[str]:
        site.replies["/feed"] = Reply(feed(*entries), headers=RSS)
        before = len(site.pages())
        visitor = Visitor(Transfer(allow_private=True), Time().clock, delay=0)
        list(Fetcher(visitor, language="de", tries=tries).articles([f"{site.root}/feed"]))
        return site.pages()[before + 1 :]

    site.replies |= {"/a": Reply(page(1)), "/b": Reply(page(2))}
    dated = "<link>/a</link><pubDate>Tue, 22 Oct 2024 08:00:00 +0200</pubDate>"
    assert round_(dated, "<link>/gone</link>") == ["/a", "/gone"]
    assert round_(dated, "<link>/gone</link>", "<link>/b</link>") == ["/gone", "/b"]
    assert round_(dated.replace("22", "23"), "<link>/gone</link>") == ["/a", "/gone"]
    assert round_(dated, "<link>/gone</link>", "<link>/b</link>") == []


def test_the_entries_of_a_feed_are_looked_at_like_any_address(site: Site) -> None:
    """A feed may name what it likes."""
    links = ("file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "http://bote.invalid/")
    site.replies["/feed"] = Reply(feed(*(f"<link>{link}</link>" for link in links)), headers=RSS)
    with pytest.MonkeyPatch.context() as patch:
        _let_through(patch, "127.0.0.1")
        found = fetch(f"{site.root}/feed", private=False)
    assert [each.problem and each.problem.kind for each in found] == ["unreachable", "private_address", "unreachable"]


# -- the command -----------------------------------------------------------------------------------------------------


def annotate(*words: str | Path) -> Result:
    """Run `attrib annotate` with these words."""
    return CliRunner().invoke(main, ["annotate", *map(str, words)])


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    """What a query finds."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.usefixtures("fake")
def test_addresses_beside_files(site: Site, tmp_path: Path) -> None:
    """What fails becomes an issue, the rest documents; what was mended is no issue any more."""
    (tmp_path / "a.txt").write_text(article(7), encoding="utf-8")
    site.replies["/a"] = Reply(page(1))
    database, named = tmp_path / "x.db", [f"{site.root}/a", f"{site.root}/b", tmp_path / "a.txt"]
    result = annotate(*named, "--db", database, "--allow-private", "--delay", "0")
    assert result.exit_code == 3, result.output
    assert set(rows(database, "SELECT name, url, publisher FROM documents")) == {
        ("a.txt", None, None),
        (f"{site.root}/a", f"{site.root}/a", "127.0.0.1"),
    }
    assert rows(database, "SELECT path, stage, kind FROM issues") == [(f"{site.root}/b", "read", "http_status")]
    site.replies["/b"] = Reply(page(2))
    again = annotate(*named, "--db", database, "--allow-private", "--delay", "0")
    assert (again.exit_code, "2 unchanged" in again.output) == (0, True)
    assert rows(database, "SELECT path FROM issues") == []


@pytest.mark.usefixtures("fake")
def test_private_hosts_need_an_option(site: Site, tmp_path: Path) -> None:
    """Without it nothing is fetched."""
    result = annotate(f"{site.root}/a", "--db", tmp_path / "x.db")
    assert (result.exit_code, "--allow-private" in result.stderr, site.asked) == (3, True, [])


@pytest.mark.usefixtures("fake")
def test_entries_that_are_left_alone_are_no_failure(site: Site, tmp_path: Path) -> None:
    """They are told."""
    site.replies["/feed"] = Reply(feed("<link>/a</link>", "<link>/b</link>"), headers=RSS)
    site.replies["/a"] = Reply(page(1))
    words = (f"{site.root}/feed", "--db", tmp_path / "x.db", "--allow-private", "--delay", "0", "--most-entries", "1")
    result = annotate(*words)
    assert (result.exit_code, "Note: " in result.stderr, "1 of 2" in result.stderr) == (0, True, True)


@pytest.mark.parametrize("word", ["ftp://a.example/b", "https://", "https://anna:geheim@bote.example/"])
def test_what_is_no_address_of_ours_is_wrong_use(word: str, tmp_path: Path) -> None:
    """Told before anything is done."""
    result = annotate(word, "--db", tmp_path / "x.db")
    assert (result.exit_code, "geheim" in result.output) == (2, False)
    assert not (tmp_path / "x.db").exists()
