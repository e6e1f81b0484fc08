"""Files to take away: whole, or from where a reader has them, under their names."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from attrib.site.serve import site
from tests.site.conftest import Answer, end

Ask = Callable[..., Awaitable[Answer]]


@pytest.fixture
def app(dist: Path) -> Iterator[Any]:
    """The site."""
    datasette = site(dist)
    yield datasette.app()
    end(datasette)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/attrib.db", b"application/vnd.sqlite3"),
        ("/downloads/attrib.db", b"application/vnd.sqlite3"),
        ("/downloads/tables/statements.csv.gz", b"application/gzip"),
        ("/downloads/tables/statements.parquet", b"application/vnd.apache.parquet"),
        ("/downloads/downloads.json", b"application/json"),
    ],
)
async def test_type_name_and_headers(app: Any, ask: Ask, dist: Path, path: str, kind: bytes) -> None:
    """So that nothing opens as text; everybody's pages may read it."""
    file = dist / path[1:]
    if not file.exists():
        pytest.skip(f"there is no {file.name}")
    answer = await ask(app, path)
    assert answer.headers[b"content-type"].split(b";")[0] == kind
    assert file.name.encode() in answer.headers[b"content-disposition"]
    assert answer.headers[b"accept-ranges"] == b"bytes"
    assert answer.headers[b"content-length"] == str(file.stat().st_size).encode()
    assert answer.headers[b"access-control-allow-origin"] == b"*"
    assert b"public" in answer.headers[b"cache-control"]
    assert answer.body == file.read_bytes()


async def test_large_pieces(app: Any, ask: Ask, dist: Path) -> None:
    """A quarter of a megabyte at a time."""
    answer = await ask(app, "/attrib.db")
    assert [len(piece) for piece in answer.pieces[:2]] == [256 * 1024] * 2
    assert len(answer.pieces) <= (dist / "attrib.db").stat().st_size // (256 * 1024) + 2


async def test_a_download_goes_on(app: Any, ask: Ask, dist: Path) -> None:
    """From any byte, if the file is still the same; what is known is not sent again."""
    content = (dist / "attrib.db").read_bytes()
    whole = await ask(app, "/attrib.db")
    tag = whole.headers[b"etag"]
    assert not tag.startswith(b"W/")
    for asked, expected in (
        (b"bytes=0-15", content[:16]),
        (b"bytes=1000-", content[1000:]),
        (b"bytes=-7", content[-7:]),
    ):
        part = await ask(app, "/attrib.db", headers={b"range": asked, b"if-range": tag})
        assert (part.status, part.body) == (206, expected)
        assert part.headers[b"content-range"].endswith(f"/{len(content)}".encode())
    changed = await ask(app, "/attrib.db", headers={b"range": b"bytes=1000-", b"if-range": b'"other"'})
    assert (changed.status, changed.body) == (200, content)
    assert (await ask(app, "/attrib.db", headers={b"range": b"bytes=99999999999-"})).status == 416
    assert (await ask(app, "/attrib.db", headers={b"if-none-match": tag})).status == 304


@pytest.mark.parametrize(
    "path",
    [
        "/downloads/../metadata.yml",
        "/downloads/~2e~2e/metadata.yml",
        "/downloads/%2e%2e/metadata.yml",
        "/downloads//etc/passwd",
        "/downloads/~2Fetc~2Fpasswd",
        "/downloads/tables",
        "/downloads/~00",
        "/downloads/" + "a" * 300,
        "/metadata.yml",
        "/inspect-data.json",
    ],
)
async def test_no_other_files(app: Any, ask: Ask, path: str) -> None:
    """No path leads out of the folder, none to a list of it."""
    assert (await ask(app, path)).status == 404
