"""A folder with one of everything goes through: every good article is annotated, every bad one named, nothing else."""

import gzip
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from attrib.cli import main
from tests.annotator import DUTCH, FakeAnnotator
from tests.intake.files import docx, epub, odt, record, xhtml, zipped

SENTENCES = (
    "Der Minister erklärte am Freitag in Berlin, die Brücke über den Fluss bleibe bis zum Herbst gesperrt.",
    "Mehr wollte er dazu nicht sagen; die Prüfung der Pfeiler sei noch nicht zu Ende, hieß es aus dem Amt.",
)


def article(number: int) -> str:
    """An article that is like no other."""
    return "\n\n".join([f"Meldung {number} vom Tage", *SENTENCES, f"Es war die {number}. Meldung dieser Art.\n"])


def page(number: int) -> str:
    """The same as a web page."""
    body = "".join(f"<p>{line}</p>" for line in article(number).split("\n\n"))
    return f"<html><head><title>Seite</title></head><body><article>{body}</article></body></html>"


def lines(*texts: str) -> bytes:
    """JSON Lines."""
    return "\n".join(json.dumps({"text": text}) for text in texts).encode()


def feed(*texts: str) -> bytes:
    """A feed with a summary for each entry."""
    entries = "".join(f"<item><description>{text}</description></item>" for text in texts)
    return f"<rss><channel><title>Bote</title>{entries}</channel></rss>".encode()


OFFER = "<p>Jetzt weiterlesen mit BOTE+</p><p>Bereits Abonnent? Hier anmelden</p></article>"
FILES: dict[str, bytes] = {
    "a.txt": article(1).encode(),
    "b-bom.txt": b"\xef\xbb\xbf" + article(2).encode(),
    "c-utf16.txt": article(3).encode("utf-16"),
    "d-windows.txt": article(4).replace("\n", "\r\n").encode("cp1252"),
    "e-front.md": f"---\npublisher: bote.example\npublished: 2024-10-22\n---\n{article(5)}".encode(),
    "f-page.html": page(6).encode(),
    "g-lines.jsonl": lines(article(7), "", article(8)) + b"\n{broken\n",
    "h-packed.jsonl.gz": gzip.compress(lines(article(9))),
    "i-table.csv": ('text;title\n"' + article(10) + '";Zehn\n').encode("cp1252"),
    "j-archive.zip": zipped({"in/a.txt": article(11).encode(), "../out.txt": article(12).encode(), "b.jpg": b"x"}),
    "k-twice.txt": article(1).encode(),
    "l-mixed.txt": f"{article(13)}\n\n{DUTCH}\n".encode(),
    "m-dutch.txt": DUTCH.encode(),
    "n-empty.txt": b" \n",
    "o-binary.txt": bytes(range(32)) * 20,
    "p-large.txt": b"Wort " * 400_001,
    "q-cyrillic.txt": "Мост закрыт для движения до лета, сказал министр в пятницу.".encode("cp1251"),
    "r-front.md": b"---\na: &x 1\nb: *x\n---\nText.\n",
    "s-nothing.html": b"<html><head><title>T</title></head><body></body></html>",
    "t-nested.html": b"<div>" * 1000 + b"Text" + b"</div>" * 1000,
    "u-bomb.jsonl.gz": gzip.compress(b" " * 60_000_000),
    "v-broken.txt": (article(14) + "KAPUTT").encode(),
    "w-line\nbreak.txt": article(15).encode(),
    "w-list.json": json.dumps(
        {
            "articles": [
                {"body": article(20), "date": "Di., 22.10.2024"},
                {"body": article(21), "date": "03/04/2024"},
                {},
            ]
        }
    ).encode(),
    "w-feed.rss": feed(article(22), ""),
    "w-box.mbox": b"From a@b Tue Oct 22 08:00:00 2024\nSubject: 23\n\n" + article(23).encode(),
    "w-mail.eml": b"From: a@b.example\nSubject: 24\nContent-Type: text/plain; charset=utf-8\n\n" + article(24).encode(),
    "w-page.warc.gz": gzip.compress(record(page(25).encode())) + gzip.compress(record(b"", kind="revisit")),
    "w-page.wacz": zipped({"archive/a.warc": record(page(26).encode(), url="https://kurier.example/26")}),
    "w-text.docx": docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in article(27).splitlines())),
    "w-text.odt": odt("".join(f"<text:p>{line}</text:p>" for line in article(28).splitlines())),
    "w-book.epub": epub({"a.xhtml": xhtml("".join(f"<p>{line}</p>" for line in article(29).splitlines())), "b": ""}),
    "w-no.xml": b"<urlset/>",
    "w-sold.html": page(30).replace("</article>", OFFER).encode(),
    "x-mojibake.txt": article(18).encode().decode("cp1252").encode().replace(b"Fluss", "FluÃŸ".encode()),
    "y-control.txt": article(19).replace("Herbst", "Her\x07bst").encode(),
    "picture.jpg": b"\xff\xd8\xff",
    "documents.yml": b"a.txt:\n  title: Eins\n",
    ".hidden.txt": article(16).encode(),
    "sub/x.txt": article(17).encode(),
}

DOCUMENTS = {
    "a.txt",
    "b-bom.txt",
    "c-utf16.txt",
    "d-windows.txt",
    "e-front.md",
    "f-page.html",
    "g-lines.jsonl:1",
    "g-lines.jsonl:3",
    "h-packed.jsonl.gz:1",
    "i-table.csv:1",
    "j-archive.zip/in/a.txt",
    "l-mixed.txt",
    "w-line\\nbreak.txt",
    "x.txt",
    "w-book.epub/OEBPS/text/a.xhtml",
    "w-box.mbox:1",
    "w-feed.rss:1",
    "w-list.json:1",
    "w-list.json:2",
    "w-mail.eml",
    "w-page.wacz/archive/a.warc/https://kurier.example/26",
    "w-page.warc.gz/https://www.bote.example/a",
    "w-sold.html",
    "w-text.docx",
    "w-text.odt",
    "x-mojibake.txt",
    "y-control.txt",
}

ISSUES = {
    ("g-lines.jsonl:2", "read", "empty"),
    ("g-lines.jsonl:4", "read", "malformed"),
    ("j-archive.zip/../out.txt", "read", "archive"),
    ("k-twice.txt", "read", "duplicate"),
    ("m-dutch.txt", "language", "other_language"),
    ("n-empty.txt", "read", "empty"),
    ("o-binary.txt", "read", "binary"),
    ("p-large.txt", "read", "too_large"),
    ("q-cyrillic.txt", "read", "encoding"),
    ("r-front.md", "read", "malformed"),
    ("s-nothing.html", "read", "no_text"),
    ("t-nested.html", "read", "no_text"),
    ("u-bomb.jsonl.gz", "read", "archive"),
    ("v-broken.txt", "parse", "failed"),
    ("w-book.epub/OEBPS/text/b", "read", "malformed"),
    ("w-feed.rss:2", "read", "no_text"),
    ("w-list.json:3", "read", "no_text"),
    ("w-no.xml", "read", "no_text"),
    ("w-page.warc.gz", "read", "duplicate"),
    ("y-pipe.txt", "read", "not_a_file"),
    ("z-device.txt", "read", "not_a_file"),
    ("loop", "read", "link_loop"),
    ("nowhere.txt", "read", "unreadable"),
}

NOTES = [
    ("d-windows.txt", "encoding"),
    ("i-table.csv:1", "encoding"),
    ("w-feed.rss:1", "excerpt"),
    ("w-list.json:2", "metadata"),
    ("w-page.wacz/archive/a.warc/https://kurier.example/26", "metadata"),
    ("w-page.warc.gz/https://www.bote.example/a", "metadata"),
    ("w-sold.html", "paywall"),
    ("x-mojibake.txt", "mojibake"),
    ("y-control.txt", "control_characters"),
]

REPORT = """\
27 documents annotated, 1 met twice, 18 failed, in SECONDS
27 statements: 27 indirect
1 source of statements
32 issues, in the table issues
1 file of other kinds passed over: 1 .jpg
written to DATABASE
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One of everything."""
    path = tmp_path / "everything"
    (path / "sub").mkdir(parents=True)
    for name, content in FILES.items():
        (path / name).write_bytes(content)
    os.mkfifo(path / "y-pipe.txt")
    (path / "z-device.txt").symlink_to("/dev/zero")
    (path / "nowhere.txt").symlink_to(path / "gone.txt")
    (path / "loop").symlink_to(path, target_is_directory=True)
    return path


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_one_of_everything(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly these documents, exactly these issues, exactly this report; and again on the next run."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: FakeAnnotator())
    database = tmp_path / "x.db"
    command = ["annotate", str(folder), "--db", str(database), "--jobs", "1"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 3, result.output
    shown = result.stdout.replace(str(database), "DATABASE")
    assert [line.split(", in ")[0] for line in shown.splitlines()] == [
        line.split(", in ")[0] for line in REPORT.splitlines()
    ]
    for _ in range(2):
        with closing(sqlite3.connect(database)) as connection:
            documents = {name for (name,) in connection.execute("SELECT name FROM documents")}
            issues = connection.execute("SELECT path, stage, kind FROM issues WHERE document IS NULL").fetchall()
            notes = connection.execute(
                "SELECT d.name, i.kind FROM issues i JOIN documents d ON d.pk = i.document ORDER BY 1"
            ).fetchall()
        assert documents == DOCUMENTS
        assert {(path.removeprefix(f"{folder}/"), stage, kind) for path, stage, kind in issues} == ISSUES
        assert notes == NOTES
        assert CliRunner().invoke(main, command).exit_code == 3
    for place, _, _ in ISSUES:
        assert place in result.stderr


def test_offsets_are_right_whatever_the_format(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is stored of a statement is what stands there in the text."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: FakeAnnotator())
    CliRunner().invoke(main, ["annotate", str(folder), "--db", str(tmp_path / "x.db"), "--jobs", "1"])
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        rows = connection.execute(
            "SELECT d.text, p.start, p.end, p.exact FROM spans p JOIN statements s ON s.pk = p.statement "
            "JOIN documents d ON d.pk = s.document"
        ).fetchall()
    assert len(rows) == len(DOCUMENTS)
    assert all(text[start:end] == exact for text, start, end, exact in rows)
