"""Web archives are the pages in them, with address and date; nothing else in them is an article."""

import gzip
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article, Found
from tests.intake.files import PAGE, blob, chunked, record, zipped

pytest.importorskip("warcio")

BARE = PAGE.replace('<link rel="canonical" href="https://www.bote.example/a/1">', "")
UNDATED = BARE.replace('<meta property="article:published_time" content="2024-10-22T08:00:00+02:00">', "")
INFO = record(b"software: x\r\n", kind="warcinfo")
HTML = {"Content-Type": "text/html; charset=utf-8"}


def found(content: bytes, name: str = "a.warc") -> list[Found]:
    """What is found in an archive."""
    return list(read(blob(content, name)))


def article(content: bytes, name: str = "a.warc") -> Article:
    """The only article in an archive."""
    (only,) = found(content, name)
    assert only.article is not None, only.problem
    return only.article


def kinds(content: bytes, name: str = "a.warc") -> list[str]:
    """What became of each page."""
    return [each.problem.kind if each.problem else "" for each in found(content, name)]


def packed(*records: bytes) -> bytes:
    """Each record packed by itself, as archives are."""
    return b"".join(map(gzip.compress, records))


def test_a_page_with_its_address_and_date() -> None:
    """The address is that of the capture, unless the page names another."""
    (only,) = found(INFO + record(BARE.encode()))
    assert only.article is not None
    assert "Die Brücke über den Fluß" in only.article.text
    known = only.article.metadata
    assert (known.url, known.publisher, known.published) == ("https://www.bote.example/a", "bote.example", "2024-10-22")
    assert only.place == "a.warc/https://www.bote.example/a"
    assert article(record(PAGE.encode())).metadata.url == "https://www.bote.example/a/1"


def test_a_page_without_a_date_has_that_of_its_capture() -> None:
    """Its basis says so, and a note."""
    only = article(record(UNDATED.encode()))
    assert only.metadata.published == "2024-10-23"
    assert only.metadata.published_basis is not None
    assert "captured" in only.metadata.published_basis
    assert [note.kind for note in only.notes] == ["metadata"]
    assert only.metadata.title == "Brücke gesperrt"


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc.zst"])
def test_packed_archives(name: str) -> None:
    """Record by record, or as a whole."""
    if name.endswith("gz"):
        assert kinds(packed(INFO, record(BARE.encode()), record(BARE.encode())), name) == ["", ""]
        assert kinds(gzip.compress(INFO + record(BARE.encode())), name) == [""]
    assert kinds(b"kein Archiv", name) == ["malformed"]


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (gzip.compress(BARE.encode()), {"Content-Encoding": "gzip"}),
        (zlib.compress(BARE.encode()), {"Content-Encoding": "deflate"}),
        (chunked(BARE.encode()), {"Transfer-Encoding": "chunked"}),
        (chunked(gzip.compress(BARE.encode())), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (BARE.replace("utf-8", "x").encode("cp1252"), {"Content-Type": "text/html; charset=ISO-8859-1"}),
        (BARE.encode(), {"Content-Type": "application/xhtml+xml"}),
    ],
)
def test_pages_however_they_were_sent(content: bytes, headers: dict[str, str]) -> None:
    """In pieces, packed, in another encoding."""
    only = article(record(content, headers={**HTML, **headers}))
    assert "Die Brücke über den Fluß bleibt „vorerst“ gesperrt" in only.text


def test_other_records_are_passed_over() -> None:
    """Requests, errors, redirects, pictures, what has no address."""
    other = [
        INFO,
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(BARE.encode(), status="404 Not Found"),
        record(b"", status="301 Moved"),
        record(b"\xff\xd8", headers={"Content-Type": "image/jpeg"}),
        record(b"{}", kind="metadata"),
        record(BARE.encode(), url="dns:bote.example"),
        record(b"x", headers={}),
    ]
    assert kinds(b"".join([*other, record(BARE.encode()), *other])) == [""]
    (only,) = found(b"".join(other))
    assert only.problem is not None
    assert "8 other records" in str(only.problem)
    assert kinds(b"") == ["no_text"]
    assert kinds(record(BARE.encode(), kind="resource")) == [""]


def test_pages_met_again_are_counted() -> None:
    """They have no content; the note is no failure."""
    first, last = found(record(BARE.encode()) + record(b"", kind="revisit") * 3)
    assert first.article is not None
    assert last.problem is not None
    assert (last.problem.kind, "3 records" in str(last.problem)) == ("duplicate", True)


@pytest.mark.parametrize(
    "bad",
    [
        record(b"kein Gzip", headers={**HTML, "Content-Encoding": "gzip"}),
        record(b"zz\r\nkeine Laenge", headers={**HTML, "Transfer-Encoding": "chunked"}),
        record(b"x", headers={**HTML, "Content-Encoding": "br"}),
        record(b"<html></html>"),
        record(b"\x00\x01\x02" * 50),
        record(BARE.encode(), status="zweihundert"),
        record(b"").replace(b"HTTP/1.1 200 OK", b"X" * 15),
    ],
)
def test_a_bad_record_costs_no_other(bad: bytes) -> None:
    """It is named, or is no page."""
    shown = kinds(record(BARE.encode()) + bad + record(BARE.encode(), url="https://bote.example/2"))
    assert (shown[0], shown[-1]) == ("", "")
    assert len(shown) <= 3


def test_an_archive_that_was_cut_off() -> None:
    """What stands before is read."""
    whole = record(BARE.encode())
    assert kinds(whole + whole[:30])[0] == ""
    assert kinds(packed(whole, whole)[:-20], "a.warc.gz")[0] == ""
    assert kinds(whole + b"Unsinn\r\n" * 9)[0] == ""


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever they unpack to, and all together."""
    bomb = record(gzip.compress(b" " * 20_000_000), headers={**HTML, "Content-Encoding": "gzip"})
    assert kinds(bomb + record(BARE.encode())) == ["too_large", ""]
    monkeypatch.setattr("attrib.intake.reading.packed.FREE", 5000)
    monkeypatch.setattr("attrib.intake.reading.packed.RATIO", 2)
    assert kinds(packed(*[record(b" " * 3000)] * 9), "a.warc.gz")[-1] == "archive"


def test_a_wacz_is_its_records() -> None:
    """What else is in it (pages, indexes) is left alone."""
    members = {
        "archive/data.warc.gz": packed(INFO, record(BARE.encode())),
        "archive/more.warc": record(BARE.encode(), url="https://bote.example/2"),
        "pages/pages.jsonl": b'{"text": "Nein."}\n',
        "datapackage.json": b"{}",
    }
    first, second = found(zipped(members), "a.wacz")
    assert first.article is not None
    assert first.place == "a.wacz/archive/data.warc.gz/https://www.bote.example/a"
    assert second.article is not None
    assert kinds(zipped({"pages/pages.jsonl": b"{}"}), "a.wacz") == ["archive"]
    assert kinds(zipped({"a.wacz": zipped(members)}), "a.zip") == ["archive"]


def test_nothing_is_written_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    """The library would complain of lengths that are wrong."""
    found(record(BARE.encode()).replace(b"\r\n\r\n", b"\r\n\r\nx", 1) * 2)
    found(record(BARE.encode())[:-4] * 2)
    assert capsys.readouterr() == ("", "")


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, with the command that installs it."""
    monkeypatch.setitem(sys.modules, "warcio", None)
    (only,) = found(record(BARE.encode()))
    assert only.problem is not None
    assert "pip install 'attrib[formats]'" in str(only.problem)


@given(data=st.data())
def test_damage_is_told(data: st.DataObject) -> None:
    """Never an exception, wherever it is."""
    content = bytearray(INFO + record(chunked(BARE.encode()), headers={**HTML, "Transfer-Encoding": "chunked"}))
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(content)))
        content[start : start + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    for name in ("a.warc", "a.warc.gz"):
        for each in found(bytes(content) if name == "a.warc" else gzip.compress(content), name):
            assert (each.article is None) != (each.problem is None)
