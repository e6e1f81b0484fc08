"""Hostile input: every reader, and the whole way into the database, with anything that can be thought of.

Fifty examples of each here; `make fuzz` tries as many as `FUZZ` says.
"""

import csv
import gzip
import io
import json
import os
from zipfile import ZIP_STORED

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attrib.errors import InputError, ResourceError
from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Found
from attrib.intake.reading.text import checked
from attrib.pipeline.run import annotate_articles
from attrib.resources import parse_yaml
from attrib.store.write import open_database, read_annotations
from bench.kills import fast_annotator
from tests.intake.files import ATOM, PAGE, RSS, TEXT, blob, chunked, docx, epub, odt, pdf, record, xhtml, zipped

campaign = settings(
    max_examples=int(os.environ.get("ATTRIB_FUZZ", "50")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
ANNOTATOR = fast_annotator()
CHUNKED = {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}
PACKED = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
MAIL = (
    "From: Ann <ann@bote.example>\nSubject: =?utf-8?q?Br=C3=BCcke?=\nDate: Tue, 22 Oct 2024 08:00:00 +0200\n"
    "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n"
    f"Content-Transfer-Encoding: 8bit\n\n{TEXT}\n--x\nContent-Type: text/html\n\n<p>Ja.</p>\n--x--\n"
).encode()
VALID: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "b.txt": TEXT.encode("utf-16"),
    "a.md": f"---\npublisher: Bote\npublished: 2024-10-22\n---\n{TEXT}".encode(),
    "a.html": PAGE.encode(),
    "a.jsonl": (json.dumps({"text": TEXT, "published": "2024"}) + "\n").encode() * 3,
    "a.jsonl.gz": gzip.compress(json.dumps({"text": TEXT}).encode()),
    "a.csv": f'publisher,text\nBote,"{TEXT}"\n'.encode(),
    "b.jsonl": (json.dumps({"text": TEXT}) + "\n").encode("utf-16") * 2,
    "a.json": json.dumps(
        {"articles": [{"text": TEXT, "date": "Tue, 22 Oct 2024 08:00:00 GMT"}, {"body": "<p>Ja."}]}
    ).encode(),
    "b.json": json.dumps([{"content": TEXT, "link": "https://bote.example/"}] * 3, ensure_ascii=False).encode("cp1252"),
    "b.csv": f'text;publisher\n"{TEXT}";Bote\n'.encode() + f'"{TEXT}";Köln\n'.encode("cp1252"),
    "a.pdf": pdf("Die Brücke bleibt gesperrt.", "Der Minister prüft."),
    "a.zip": zipped({"a.txt": TEXT.encode(), "b.jsonl": json.dumps({"text": TEXT}).encode()}),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.warc": record(b"x", kind="warcinfo") + record(chunked(PAGE.encode()), headers=CHUNKED) + record(PAGE.encode()),
    "a.warc.gz": gzip.compress(record(PAGE.encode()))
    + gzip.compress(record(gzip.compress(PAGE.encode()), headers=PACKED)),
    "a.wacz": zipped({"archive/a.warc.gz": gzip.compress(record(PAGE.encode()))}, method=ZIP_STORED),
    "a.docx": docx(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"),
    "a.odt": odt(f"<text:p>{TEXT}</text:p>"),
    "a.epub": epub({"a.xhtml": xhtml(f"<h1>Titel</h1><p>{TEXT}</p>"), "b.xhtml": xhtml("<p>Zwei.</p>")}),
    "a.eml": MAIL,
    "a.mbox": b"From a@b Tue Oct 22 08:00:00 2024\n" + MAIL + b"\nFrom c@d Tue Oct 22 09:00:00 2024\n" + MAIL,
    "b.zip": zipped({"a.txt": TEXT.encode(), "documents.yml": b"a.txt:\n  rights: none\n"}, method=ZIP_STORED),
}


def is_sound(found: Found) -> bool:
    """Whether an article can be stored as it is, or a problem is told in a line."""
    if found.article is None:
        return found.problem is not None and bool(str(found.problem))
    document = (found.place, found.name, found.article.text, *found.article.metadata.model_dump().values())
    return checked(found.article.text, name="x") == found.article.text and all(
        str(value).encode() is not None for value in document
    )


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes of a file in which some were changed, left out, doubled or put in."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(st.one_of(st.binary(max_size=8), st.just(content[start:end] * 3), st.sampled_from(ODD)))
        content = content[:start] + piece + content[end:]
    return content


ODD = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"---\n",
    b"&x *x",
    b"!!python/x",
    b"]" * 50,
    b'"',
    b"\r",
    b"\n" * 9,
    b"{" * 99,
    b"<" * 20,
    b"</p>",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    b"]]>",
    b"WARC/1.0\r\n",
    b"\r\n\r\n",
    b"PK\x03\x04",
    "BrÃ¼cke".encode(),
]


@pytest.mark.parametrize("name", VALID)
@campaign
@given(data=st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    """Give articles or problems, never an exception."""
    content = data.draw(damaged(VALID[name]))
    assert all(is_sound(each) for each in read(blob(content, name)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=8), below, max_size=4),
    max_leaves=10,
)
FIELDS = st.sampled_from(
    str.split("text name publisher author url title published updated rights x body content date link article")
)
DATES = st.sampled_from(
    [
        "2024",
        "2024-13",
        "2024-10-22",
        "0000",
        "2024-10-22T99:99",
        "2024-10-22 10:00:00",
        "gestern",
        "03/04/2024",
        "1. Mai 2024",
    ]
)


@campaign
@given(rows=st.lists(st.dictionaries(FIELDS, JSON | DATES | st.just(TEXT), max_size=6), max_size=5))
def test_records_of_anything(rows: list[dict[str, object]]) -> None:
    """Fields of every type."""
    content = "\n".join(json.dumps(row) for row in rows).encode()
    assert all(is_sound(each) for each in read(blob(content, "a.jsonl")))
    for value in (rows, {"rows": rows}, {"row": rows[0]} if rows else {}):
        assert all(is_sound(each) for each in read(blob(json.dumps(value).encode(), "a.json")))


@campaign
@given(
    rows=st.lists(st.lists(st.text(max_size=30) | st.just(TEXT) | DATES, max_size=5), max_size=6),
    header=st.lists(FIELDS, max_size=5),
    delimiter=st.sampled_from(",;\t|"),
)
def test_tables_of_anything(rows: list[list[str]], header: list[str], delimiter: str) -> None:
    """Cells of every kind, columns twice, rows too short and too long."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, escapechar="\\").writerows([header, *rows])
    content = file.getvalue().encode("utf-8", "surrogatepass")
    assert all(is_sound(each) for each in read(blob(content, "a.csv")))


TAGS = st.sampled_from(
    str.split("html body div p article script style svg math table td template a b iframe meta link")
)


@campaign
@given(
    pieces=st.lists(
        st.builds("<{}>".format, TAGS)
        | st.builds("</{}>".format, TAGS)
        | st.builds('<meta name="{}" content="{}">'.format, st.sampled_from(["author", "date"]), st.text(max_size=20))
        | st.sampled_from(
            [TEXT, "&uuml;", "&#0;", "&#xD800;", "&#x110000;", "<!--", "-->", "<![CDATA[", "]]>", "<p " * 9]
        )
        | st.text(max_size=20),
        max_size=40,
    )
)
def test_pages_of_anything(pieces: list[str]) -> None:
    """Tags that never close, entities for no character."""
    content = "".join(pieces).encode("utf-8", "surrogatepass")
    assert all(is_sound(each) for each in read(blob(content, "a.html")))


@campaign
@given(
    text=st.lists(
        st.sampled_from(
            ["a", ": ", "\n", "- ", "[", "]", "{", "}", "&x ", "*x", "!!int ", "'", '"', "|", ">", "?", "#", "%"]
        )
        | st.text(max_size=5),
        max_size=40,
    ).map("".join)
)
def test_front_matter_of_anything(text: str) -> None:
    """YAML that is read strictly is a value or a sentence; front matter an article or a problem."""
    try:
        parse_yaml(text, name="x")
    except ResourceError as error:
        assert str(error).startswith("x")  # noqa: PT017 - either outcome is right
    content = f"---\na: 1\n{text}\n---\n{TEXT}".encode("utf-8", "surrogatepass")
    assert all(is_sound(each) for each in read(blob(content, "a.md")))


PROSE = st.lists(
    st.sampled_from(
        [
            "Der Minister sagte , ",
            "„Die Lage sei ernst“",
            "laut dem NIS ",
            "dass die Brücke gesperrt bleibt",
            ". ",
            "\n",
            "\r\n\r\n",
            "\u2028",
            "- ",
            "# ",
            "1. ",
            "**",
            "(",
            ")",
            "»",
            "«",
            '"',
            "'",
            "\u00ad",
            "\u200b",
            "\ufeff",
            "a\u0308",
            "🚀",
            "\u202e",
            "12.000 ",
        ]
    )
    | st.text(max_size=12),
    max_size=60,
).map("".join)


@campaign
@given(texts=st.lists(PROSE, min_size=1, max_size=3))
def test_any_text_reaches_the_database_unaltered(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Or is named as a problem; what is stored cuts out what it says."""
    folder = tmp_path_factory.mktemp("fuzz")
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    db = open_database(folder / "x.db", create=True)
    articles = take_in(find_files([folder]).entries, language="de")
    outcomes = list(annotate_articles(db, articles, ANNOTATOR, started=""))
    assert [each.issue for each in outcomes if each.issue is not None and each.issue.kind == "failed"] == []
    stored = list(read_annotations(db))
    assert len(stored) == sum(each.state == "annotated" for each in outcomes)
    for annotation in stored:
        text = annotation.document.text
        for statement in annotation.statements:
            assert statement.exact == " … ".join(text[span.start : span.end] for span in statement.spans)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


@campaign
@given(name=st.text(st.characters(exclude_characters="/\x00"), min_size=1, max_size=40))
def test_any_file_name(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Is shown on one line, and the article is read."""
    folder = tmp_path_factory.mktemp("names")
    path = folder / f"{name}.txt"
    try:
        path.write_text(TEXT, encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        return  # no name on this system
    try:
        (found,) = take_in(find_files([path]).entries, language="de")
    except InputError:
        return
    assert "\n" not in found.place
    assert found.document is not None
