"""Nothing connects to anything unless an address was named."""

import ast
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

import attrib
from attrib.cli import main
from bench.kills import fast_annotator
from tests.intake.files import PAGE, pdf
from tests.intake.test_one_of_everything import FILES, article

PACKAGE = Path(attrib.__file__).parent
CONNECTING = {"socket", "ssl", "http.client", "urllib.request", "urllib3", "requests", "httpx", "ftplib", "smtplib"}
"""Modules by which a program reaches others."""
FETCHING = "intake/fetching/"
LISTENING = {"site/serve.py"}
"""What waits to be asked."""
FEED = """<rss version="2.0"><channel><item><link>https://bote.example/a</link>
<description><![CDATA[<img src="https://bote.example/b.png"><script src="https://bote.example/c.js"></script>
<p>Die Brücke bleibt bis zum Herbst gesperrt, sagte der Minister am Freitag in Berlin.</p>]]></description></item>
</channel></rss>"""


class ConnectedError(Exception):
    """Somebody tried to reach the network."""


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every way out is an error, as if the cable were cut and somebody watched the plug."""

    def refuse(*asked: object, **_: object) -> None:
        raise ConnectedError(asked)

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


def test_only_one_room_can_connect() -> None:
    """The modules that import what connects are those that fetch what a user names."""
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for name in _imported(ast.parse(path.read_text(encoding="utf-8")))
        if name in CONNECTING or name.partition(".")[0] in CONNECTING or name.startswith("trafilatura.downloads")
    }
    assert any(path.startswith(FETCHING) for path in found)
    assert {path for path in found if not path.startswith(FETCHING)} == LISTENING


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.usefixtures("no_network")
def test_files_are_read_and_annotated_offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of every format, addresses in their text, their metadata and their mark-up included."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda language="de", **_: fast_annotator(language))
    folder = tmp_path / "everything"
    more = {
        "A-feed.rss": FEED.encode(),
        "B-page.html": PAGE.replace("<head>", '<head><base href="https://bote.example/">').encode(),
        "C-print.pdf": pdf("Die Brücke bleibt gesperrt, sagte der Minister, siehe https://bote.example/a."),
        "D-address.md": f"---\nurl: https://bote.example/d\n---\n{article(20)}\nhttps://bote.example/e\n".encode(),
    }
    for name, content in (FILES | more).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    result = CliRunner().invoke(main, ["annotate", str(folder), "--db", str(tmp_path / "x.db")])
    assert not isinstance(result.exception, ConnectedError), result.exception
    assert result.exit_code == 3, result.output
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM documents")}
        failed = connection.execute("SELECT message FROM issues WHERE message LIKE '%Connected%'").fetchall()
    assert {"A-feed.rss:1", *set(more) - {"A-feed.rss"}} <= names
    assert failed == []


@pytest.mark.usefixtures("no_network")
def test_the_watch_is_awake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that was named does connect."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda language="de", **_: fast_annotator(language))
    result = CliRunner().invoke(main, ["annotate", "https://bote.example/a", "--db", str(tmp_path / "x.db")])
    assert isinstance(result.exception, ConnectedError)
