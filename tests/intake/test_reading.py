"""Every format gives articles, or says in their place why there is none."""

import contextlib
import csv
import gzip
import io
import json
import sys
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.cli.reading import FORMATS as STDIN_FORMATS
from attrib.errors import InputError
from attrib.intake.article import file_blob, read_document, to_document
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.intake.reading.formats import FORMATS, kind_of, read
from attrib.intake.reading.found import NO_COLUMNS, Found, printable
from attrib.intake.reading.packed import FREE, RATIO
from attrib.intake.reading.text import MAX_BYTES, decode
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from tests.intake.files import PAGE, TEXT, blob, zipped

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def found(content: bytes, name: str, *, columns: Mapping[str, str] = NO_COLUMNS) -> list[Found]:
    """What is found in bytes of that name."""
    return list(read(blob(content, name, columns=columns)))


def texts(content: bytes, name: str, *, columns: Mapping[str, str] = NO_COLUMNS) -> list[str]:
    """The texts found, and the kinds of problems in angle brackets."""
    return [
        each.article.text if each.article else f"<{each.problem.kind if each.problem else ''}>"
        for each in found(content, name, columns=columns)
    ]


def known(content: bytes, name: str, *, columns: Mapping[str, str] = NO_COLUMNS) -> DocumentMetadata:
    """What the only article says of itself."""
    (only,) = found(content, name, columns=columns)
    assert only.article is not None, only.problem
    return only.article.metadata


# -- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", "txt"),
        ("a.md", "md"),
        ("a.htm", "html"),
        ("a.jsonl.gz", "jsonl"),
        ("a.ndjson.zst", "jsonl"),
        ("a.csv.gz", "csv"),
        ("a.txt.gz", None),
        ("a.gz", None),
        ("a", None),
        ("txt", None),
    ],
)
def test_the_name_says_the_format(name: str, kind: str | None) -> None:
    """Upper case or not, packed where that is usual."""
    assert kind_of(name) == kind


def test_the_command_line_knows_every_format() -> None:
    """It lists them itself, so that its help comes at once."""
    assert set(STDIN_FORMATS) == set(FORMATS)


@given(st.text())
def test_names_are_shown_on_one_line(name: str) -> None:
    """Whatever a file is called, its name can be printed and stored, and nothing in it moves the cursor."""
    assert printable(name).isprintable() or "\u00a0" in name
    printable(name).encode()


# -- encodings ------------------------------------------------------------------------------------------------------

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "iso8859-15")
WORDS = str.split("Müller Straße Größe Köln für über Mädchen Übung Ärger schön weiß Fuß Öl Land sagte Minister")


@given(
    words=st.lists(st.sampled_from(WORDS), min_size=25, max_size=60),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(ENCODINGS),
)
def test_offsets_are_right_in_every_encoding(words: list[str], end: str, encoding: str) -> None:
    """The text is the same code point for code point, so parts cut out the same words."""
    text = f"{' '.join(words[:12])}.{end}{end}{' '.join(words[12:])}.{end}"
    decoded, _ = decode(text.encode(encoding), name="a.txt")
    assert decoded == text
    for part in cut_parts(decoded, document="a", language=load_language("de")):
        assert decoded[part.start : part.end] == decoded[part.start : part.end].strip()
        assert decoded[part.start : part.end] in text


@given(st.text(min_size=1).filter(lambda text: "\x00" not in text))
def test_utf8_is_kept_as_it_is(text: str) -> None:
    """Nothing is normalised, whatever the signs."""
    assert decode(b"x" + text.encode(), name="a.txt") == ("x" + text, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    """Nothing else happens."""
    with contextlib.suppress(InputError):
        text, encoding = decode(content, name="a.txt")
        assert content.endswith(text.encode(encoding))


def test_another_encoding_is_noted() -> None:
    """Whoever reads the document can check it."""
    (only,) = found((TEXT * 5).encode("cp1252"), "a.txt")
    assert only.article is not None
    assert only.article.text == TEXT * 5
    assert [(note.kind, "windows-1252" in note.message) for note in only.article.notes] == [("encoding", True)]


def test_bytes_of_no_encoding_are_refused_with_advice() -> None:
    """The place is named, and how to convert the file."""
    (only,) = found("Министр сказал в пятницу, что мост закрыт.".encode("cp1251"), "a.txt")
    assert only.problem is not None
    assert (only.problem.kind, "iconv" in str(only.problem)) == ("encoding", True)


# -- text -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u2028\u00a0".encode(), "empty"),
        (b"%PDF-1.7 abc", "binary"),
        (b"PK\x03\x04 abc", "binary"),
        (b"\x00\x01\x02abc" * 9, "binary"),
        (b"Der Pass \x00 ist offen." + b"a" * 2000, "binary"),
        (b"a" * (MAX_BYTES + 1), "too_large"),
        (("ä" * (MAX_BYTES // 2 + 1)).encode(), "too_large"),
        (b"a" * (5 * MAX_BYTES), "too_large"),
    ],
)
def test_what_is_no_article_is_named(content: bytes, kind: str) -> None:
    """Empty, binary or too large."""
    assert texts(content, "a.txt") == [f"<{kind}>"]


def test_up_to_the_limit_texts_are_read() -> None:
    """Two million bytes are allowed."""
    assert texts(b"a" * MAX_BYTES, "a.txt") == ["a" * MAX_BYTES]


def test_one_stray_control_character_is_survived() -> None:
    """A long article with one of them is still text."""
    assert texts((TEXT * 20 + "\x07").encode(), "a.txt") == [TEXT * 20 + "\x07"]


def test_front_matter_is_not_text() -> None:
    """It says what is known, the text begins behind it."""
    front = "---\npublisher: Bote\npublished: 2024-10-22\nurl: https://bote.example/1\ntags: [a, b]\n---\n"
    for end in ("\n", "\r\n"):
        content = front.replace("\n", end).encode() + TEXT.encode()
        assert texts(content, "a.md") == [TEXT]
        assert known(content, "a.txt").publisher == "Bote"
    basis = known(front.encode() + TEXT.encode(), "a.md").published_basis
    assert basis == "The field 'published' of the front matter."


@pytest.mark.parametrize("opening", ["---\n" + TEXT + "---\n", "---\nEr sagte: nein, ja, vielleicht\n\nText", "--- \n"])
def test_dashes_before_prose_are_text(opening: str) -> None:
    """A line of dashes alone makes no front matter."""
    assert texts((opening + TEXT).encode(), "a.md") == [opening + TEXT]


@pytest.mark.parametrize(
    "front", ["a: &x [1]\nb: *x", "publisher: !!python/object:os.system x", "a: 1\na: 2", "a: [", "a: " + "[" * 9000]
)
def test_hostile_front_matter_is_refused(front: str) -> None:
    """Anchors, tags, equal keys, endless nesting."""
    assert texts(f"---\n{front}\n---\n{TEXT}".encode(), "a.txt") == ["<malformed>"]


# -- pages ----------------------------------------------------------------------------------------------------------


def test_a_page_is_its_article() -> None:
    """Main text with entities resolved; no navigation, no scripts; title, author, date, outlet and address known."""
    (only,) = texts(PAGE.encode(), "a.html")
    assert "Die Brücke über den Fluß bleibt „vorerst“ gesperrt, sagte die Ministerin" in only
    assert "Prüfung & weitere" in only
    assert not any(word in only for word in ("Skript", "böse", "Start", "Impressum", "<p>"))
    page = known(PAGE.encode(), "a.html")
    assert (page.title, page.author, page.published) == ("Brücke gesperrt", "Erika Muster", "2024-10-22")
    assert (page.url, page.publisher) == ("https://www.bote.example/a/1", "bote.example")


def test_a_page_says_its_encoding() -> None:
    """What it declares goes before what its bytes look like."""
    for encoding in ("iso-8859-1", "windows-1252", "iso-8859-15"):
        page = PAGE.replace("utf-8", encoding).encode(encoding)
        assert texts(page, "a.html") == texts(PAGE.encode(), "a.html")
    assert texts(PAGE.replace("utf-8", "klingon").encode(), "a.html") == texts(PAGE.encode(), "a.html")


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "us-ascii", "punycode", "utf-7", "rot13", "idna"])
def test_a_page_that_is_utf8_is_read_as_that(declared: str) -> None:
    """Programs save pages as UTF-8 and leave the old declaration in them."""
    page = PAGE.replace('charset="utf-8"', f'charset="{declared}"').encode()
    assert texts(page, "a.html") == texts(PAGE.encode(), "a.html")


def test_a_page_does_not_choose_any_codec() -> None:
    """Some of Python's take hours for a page; without them it is read like any text."""
    page = PAGE.replace('charset="utf-8"', 'charset="punycode"').encode("cp1252")
    assert texts(page, "a.html") == texts(PAGE.encode(), "a.html")


@pytest.mark.parametrize(
    ("extra", "published"),
    [
        ("", None),
        ("<footer>© 2019 Bote</footer>", None),
        ("<p>Am 3. März 1998 war die Brücke zum ersten Mal gesperrt worden, hieß es.</p>", None),
        ('<time datetime="2024-10-22T08:00">22. Oktober</time>', "2024-10-22"),
        ('<p class="date">22.10.2024, 10:00 Uhr</p>', "2024-10-22"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-10-22"}</script>',
            "2024-10-22",
        ),
    ],
)
def test_a_page_is_dated_by_what_it_states(extra: str, published: str | None) -> None:
    """A year in its text or in a copyright notice is no date of publication."""
    dated = '<meta property="article:published_time" content="2024-10-22T08:00:00+02:00">'
    page = PAGE.replace(dated, "").replace("<h1>", f"{extra}<h1>")
    assert known(page.encode(), "a.html").published == published


MESSY = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Brücke gesperrt | Kölner Bote</title>
<link rel="canonical" href="https://www.bote.example/lokales/bruecke-123.html">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, {
"@type": "NewsArticle", "headline": "Brücke gesperrt", "datePublished": "2024-10-22T08:15:00+02:00",
"dateModified": "2024-10-23T09:00:00+02:00", "author": [{"@type": "Person", "name": "Erika Muster"},
{"@type": "Person", "name": "Jan Beispiel"}], "publisher": {"@type": "Organization", "name": "Kölner Bote"}}]}</script>
</head><body><div id="cookie-banner" class="cookie-consent"><p>Wir und unsere Partner speichern Cookies.</p></div>
<header><nav><ul><li><a href="/p">Politik</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article class="main"><h1>Brücke gesperrt</h1>
<p>Die Brü&shy;cke bleibt bis zum Herbst gesperrt, sagte die Ministerin am Freitag in Köln der Zeitung.</p>
<p>Der Verkehr wird umgeleitet. Die Arbeiten sollen im Herbst beginnen, hieß es weiter aus dem Amt.</p>
<aside><article class="teaser"><h3><a href="/2">Trainer entlassen</a></h3><p>Er sei enttäuscht.</p></article></aside>
</article><article class="teaser"><h3><a href="/3">Sturm kommt</a></h3><p>Der Wetterdienst warnt.</p></article>
<section id="comments" class="comments"><h3>Kommentare</h3><article class="comment"><p>Hans: Alles gelogen, sagte
mein Nachbar gestern zu mir am Gartenzaun.</p></article></section></main><footer>© 2019–2026</footer></body></html>"""


def test_a_messy_page_is_its_article() -> None:
    """No banner, no navigation, no other articles, no comments; what it says of itself in JSON-LD is known."""
    (text,) = texts(MESSY.encode(), "a.html")
    assert text.splitlines() == [
        "Brücke gesperrt",
        "Die Brücke bleibt bis zum Herbst gesperrt, sagte die Ministerin am Freitag in Köln der Zeitung.",
        "Der Verkehr wird umgeleitet. Die Arbeiten sollen im Herbst beginnen, hieß es weiter aus dem Amt.",
    ]
    page = known(MESSY.encode(), "a.html")
    assert (page.title, page.author) == ("Brücke gesperrt", "Erika Muster; Jan Beispiel")
    assert (page.published, page.publisher) == ("2024-10-22", "bote.example")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<div>" * 1000 + "Text" + "</div>" * 1000,
        "<" * 5000,
        "&#" * 5000,
        "&lt;" * 5000,
        '<svg><foreignObject><p title="</svg>">' * 500,
    ],
)
def test_a_page_without_an_article_is_named(page: str) -> None:
    """Whatever it is made of."""
    (only,) = found(page.encode(), "a.html")
    assert only.problem is None or only.problem.kind in {"no_text", "malformed", "empty"}


# -- lines ----------------------------------------------------------------------------------------------------------


def test_lines_are_articles() -> None:
    """Each with its fields; empty lines count, but are no articles."""
    rows = [{"text": TEXT, "publisher": "Bote", "url": "https://bote.example/1", "name": "eins"}, {"text": "Zwei."}]
    content = "\n\n".join(json.dumps(row) for row in rows).encode()
    first, second = found(content, "a.jsonl")
    assert first.article is not None
    assert (first.name, first.article.text, first.article.metadata.publisher) == ("eins", TEXT, "Bote")
    assert (second.name, second.place) == ("a.jsonl:3", "a.jsonl:3")


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_packed_lines(suffix: str) -> None:
    """Are the same articles."""
    content = json.dumps({"text": TEXT}).encode()
    packed = gzip.compress(content) if suffix == "gz" else zstd.compress(content)
    assert texts(packed, f"a.jsonl.{suffix}") == [TEXT]
    assert texts(packed[:-9], f"a.jsonl.{suffix}")[-1] == "<malformed>"
    assert texts(b"no archive", f"a.jsonl.{suffix}") == ["<malformed>"]


def test_a_bad_line_is_named_and_the_next_is_read() -> None:
    """By its number."""
    lines = [
        "{",
        "[1]",
        '{"text": 5}',
        '{"text": "\\ud800"}',
        '{"text": "\\u0000"}',
        "[" * 9000,
        '{"text": "Ja."}',
        "7",
    ]
    kinds = ["malformed", "malformed", "no_text", "malformed", "binary", "malformed"]
    assert texts("\n".join(lines).encode(), "a.jsonl") == [*(f"<{kind}>" for kind in kinds), "Ja.", "<malformed>"]


def test_a_line_that_is_too_long_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is skipped to its end."""
    monkeypatch.setattr("attrib.intake.reading.lines.LONGEST_LINE", 100)
    content = b'{"text": "' + b"a" * 1000 + b'"}\n{"text": "Ja."}\n'
    assert texts(content, "a.jsonl") == ["<too_large>", "Ja."]


def test_fields_may_be_called_otherwise() -> None:
    """For text and metadata alike."""
    content = json.dumps({"body": TEXT, "outlet": "Bote", "day": "2024-10-22T10:00:00Z"}).encode()
    columns = {"text": "body", "publisher": "outlet", "published": "day"}
    row = known(content, "a.jsonl", columns=columns)
    assert (row.publisher, row.published, row.published_basis) == ("Bote", "2024-10-22", "The field 'day' of a.jsonl.")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_lines_of_wide_letters(encoding: str) -> None:
    """Windows writes UTF-16, in which a line break is two bytes."""
    rows = [{"text": TEXT}, {"text": "Zwei Ċ Sätze."}, {"text": "Drei."}]
    content = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    assert texts(content.encode(encoding), "a.jsonl") == [row["text"] for row in rows]


def test_wide_letters_that_break_off() -> None:
    """The lines before are read."""
    content = ('{"text": "Ja."}\n' * 2).encode("utf-16") + b"\x00\xd8\x00\xd8"
    assert texts(content, "a.jsonl")[-1] == "<encoding>"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-10-22T23:30:00Z", "2024-10-22"),
        ("2024-10-22 08:00:00", "2024-10-22"),
        ("22.10.2024", "2024-10-22"),
        ("3.1.2024, 08:00 Uhr", "2024-01-03"),
        (2024, "2024"),
        ("2024-10", "2024-10"),
        ("31.02.2024", None),
        ("04/05/2024", None),
        (float("nan"), None),
    ],
)
def test_days_however_they_are_written(written: object, day: str | None) -> None:
    """Of a point in time the day is kept; what is no day is left out."""
    assert known(json.dumps({"text": TEXT, "published": written}).encode(), "a.jsonl").published == day


def test_metadata_that_cannot_be_used_are_left_out_with_a_note() -> None:
    """The article is good all the same."""
    row = {
        "text": TEXT,
        "published": "gestern",
        "url": "javascript:alert(1)",
        "publisher": 5,
        "title": "T",
        "updated": 7,
    }
    (only,) = found(json.dumps(row).encode(), "a.jsonl")
    assert only.article is not None
    assert only.article.metadata == DocumentMetadata(title="T")
    told = " ".join(note.message for note in only.article.notes)
    assert all(field in told for field in ("published", "url", "publisher", "updated"))
    assert {note.kind for note in only.article.notes} == {"metadata"}


def test_rights_are_not_guessed() -> None:
    """An article whose rights cannot be read is left out."""
    assert texts(json.dumps({"text": TEXT, "rights": "maybe"}).encode(), "a.jsonl") == ["<metadata>"]


# -- tables ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_rows_are_articles(delimiter: str, encoding: str) -> None:
    """Quoted fields keep their line ends."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([["publisher", "text"], ["Bote", TEXT], ["", "Zwei Sätze für Köln. Größe über alles, schön."]])
    first, second = found(file.getvalue().encode(encoding), "a.csv")
    assert first.article is not None
    assert second.article is not None
    assert (first.article.text, first.article.metadata.publisher) == (TEXT, "Bote")
    assert second.article.metadata.publisher is None
    assert second.place == "a.csv:2"


def test_a_row_in_another_encoding_is_read_by_itself() -> None:
    """With a note; neither the rows before nor those behind it are lost, however far down it stands."""
    sentence = "Die Brücke bleibt für Monate gesperrt, sagte der Minister in Köln."
    plain = "Ja. " * 40_000
    quoted = f'"{sentence}"\n'
    content = f"text\n{quoted}{plain}\n".encode() + quoted.encode("cp1252") + quoted.encode()
    first, _, third, fourth = found(content, "a.csv")
    for each in (first, third, fourth):
        assert each.article is not None
        assert each.article.text == sentence
    assert third.article is not None
    assert [note.kind for note in third.article.notes] == ["encoding"]


SHORT = ("Öl", "100 €", "§ 5", "ÄÖÜ", "«Nein»", "Ça va?", "GRÖSSE")
"""What no statistics can tell anything of."""


@pytest.mark.parametrize("cell", SHORT)
def test_short_rows_are_read_like_those_around_them(cell: str) -> None:
    """In a table or lines in Windows-1252, and alone among others in UTF-8."""
    rows = ["Er sagte: viel Spaß", "Größe für Köln – schön.", cell, "die Übung sei schön und groß"]
    assert texts("\n".join(["text", *rows]).encode("cp1252"), "a.csv") == rows
    lines = [json.dumps({"text": row}, ensure_ascii=False) for row in rows]
    assert texts("\n".join(lines).encode("cp1252"), "a.jsonl") == rows
    mixed = [row.encode("cp1252" if row == cell else "utf-8") for row in rows]
    assert texts(b"\n".join([b"text", *mixed]), "a.csv") == rows


@pytest.mark.parametrize("end", ["viel Spaß", "das Café", "der Umlaut ä", "der Umlaut Ä"])
def test_a_line_may_end_like_a_letter_that_is_cut_off(end: str) -> None:
    """Their last bytes in Windows-1252 are those with which letters of several bytes begin in UTF-8."""
    rows = [f"Er sagte: {end}", "Größe für Köln – schön."]
    for each in found("\n".join(["text", *rows, "Ja."]).encode("cp1252"), "a.csv"):
        assert each.article is not None
        assert [note.kind for note in each.article.notes] == ["encoding"]


def test_a_table_is_read_on_behind_what_is_too_large() -> None:
    """Only that row is left out."""
    content = b"text\nJa.\n" + b"a" * (MAX_BYTES + 2) + b"\nNein.\n"
    assert texts(content, "a.csv") == ["Ja.", "<too_large>", "Nein."]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_a_table_of_wide_letters(encoding: str) -> None:
    """Without a byte order mark as well."""
    assert texts(f"title;text\nT;{TEXT.splitlines()[0]}\n".encode(encoding), "a.csv") == [TEXT.splitlines()[0]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a,b\n1,2\n3,4\n", ["<no_text>"]),
        (b"text\n\n \nJa.\n", ["<empty>", "Ja."]),
        (b"text,title\nJa.\n", ["Ja."]),
        (b"text\nJa.,zu,viel\n", ["Ja."]),
        (b'text\n"offen', ["offen"]),
        (b"text\nJa.\n\xff\xfe\n", ["Ja.", "<malformed>"]),
        (b"", []),
    ],
)
def test_odd_tables(content: bytes, expected: list[str]) -> None:
    """Missing columns, short and long rows, quotes that never close, bytes that do not fit."""
    shown = texts(content, "a.csv")
    assert shown == expected or (expected[-1:] == ["<malformed>"] and shown[-1] in {"<malformed>", "<encoding>"})


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    """With their fields."""
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table({"text": [TEXT, None, "Ja."], "publisher": ["Bote", "Bote", None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    content = (tmp_path / "a.parquet").read_bytes()
    assert texts(content, "a.parquet") == [TEXT, "<no_text>", "Ja."]
    assert texts(content[:50], "a.parquet") == ["<malformed>"]


def test_dates_of_parquet_are_days(tmp_path: Path) -> None:
    """Points in time as well; what is not a number is nothing."""
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    columns = {
        "text": [TEXT, "Ja."],
        "published": [datetime(2024, 10, 22, 8, tzinfo=UTC), None],
        "updated": [date(2024, 10, 23), None],
        "publisher": pyarrow.array([None, None], pyarrow.float64()),
        "title": [float("nan"), float("nan")],
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    first, second = found((tmp_path / "a.parquet").read_bytes(), "a.parquet")
    assert first.article is not None
    assert second.article is not None
    assert (first.article.metadata.published, first.article.metadata.updated) == ("2024-10-22", "2024-10-23")
    assert (second.article.metadata, second.article.notes) == (DocumentMetadata(), ())


# -- libraries that are not there -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "library"), [("a.pdf", "pypdfium2"), ("a.parquet", "pyarrow"), ("a.warc", "warcio")])
def test_a_missing_library_is_named(name: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, library, None)
    (only,) = found(b"x", name)
    assert only.problem is not None
    assert only.problem.kind == "missing_extra"
    assert "pip install 'attrib[" in str(only.problem)


# -- archives -------------------------------------------------------------------------------------------------------


def test_an_archive_is_its_members() -> None:
    """Of every known format; others are left alone."""
    members = {
        "b/a.txt": TEXT.encode(),
        "a.jsonl": json.dumps({"text": "Ja."}).encode(),
        "c.jpg": b"\xff\xd8",
        "d.html": PAGE.encode(),
        "e.txt": b"",
    }
    shown = texts(zipped(members), "x.zip")
    assert shown[0] == "Ja."
    assert shown[1] == TEXT
    assert "Die Brücke über den Fluß" in shown[2]
    assert shown[3:] == ["<empty>"]
    assert [each.place for each in found(zipped(members), "x.zip")][1] == "x.zip/b/a.txt"


@pytest.mark.parametrize("members", [{}, {"a.xlsx": b"PK", "b.jpg": b"x"}, {"__MACOSX/._a.txt": b"x", "c.txt/": b""}])
def test_an_archive_of_other_files_is_named(members: dict[str, bytes]) -> None:
    """It would otherwise look as if it had been read."""
    assert texts(zipped(members), "x.zip") == ["<archive>"]


def test_hidden_members_are_left_alone() -> None:
    """Like hidden files; macOS puts one beside every file."""
    members = {"__MACOSX/._a.txt": b"\x00\x05\x16\x07", ".b.txt": b"x", ".git/c.txt": b"x", "a.txt": TEXT.encode()}
    assert texts(zipped(members), "x.zip") == [TEXT]


def test_documents_yml_in_an_archive_holds_for_its_folder() -> None:
    """A folder that was packed keeps what is known of it, rights above all."""
    listed = b"a.txt:\n  publisher: Bote\n  rights: none\n"
    members = {"in/documents.yml": listed, "in/a.txt": b"---\ntitle: T\npublisher: X\n---\nJa.", "a.txt": b"Nein."}
    inner = {each.name: each.article for each in found(zipped(members), "x.zip")}
    first, second = inner["x.zip/in/a.txt"], inner["x.zip/a.txt"]
    assert first is not None
    assert second is not None
    assert (first.metadata.publisher, first.metadata.title, first.metadata.rights) == ("Bote", "T", "none")
    assert (second.metadata.publisher, second.metadata.rights) == (None, "full")


@pytest.mark.parametrize("listed", [b"a.txt: [", b"a.txt:\n  rights: maybe\n", b"\xff", b""])
def test_without_its_documents_yml_no_archive_is_read(listed: bytes) -> None:
    """What it withholds is not to be guessed."""
    (only,) = found(zipped({"documents.yml": listed, "a.txt": TEXT.encode()}), "x.zip")
    assert only.problem is not None
    assert only.problem.kind == "malformed"
    assert "x.zip/documents.yml" in str(only.problem)


def test_a_documents_yml_is_no_way_in_for_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it unpacks to is bounded and counts like that of the others."""
    assert texts(zipped({"documents.yml": b"#" * 3_000_000, "a.txt": TEXT.encode()}), "x.zip") == ["<too_large>"]
    monkeypatch.setattr("attrib.intake.reading.packed.FREE", 20_000)
    monkeypatch.setattr("attrib.intake.reading.packed.RATIO", 2)
    listed = b"#" * 9_000 + b"\na.txt:\n  title: T\n"
    members = {"a.txt": TEXT.encode(), **{f"{number}/documents.yml": listed for number in range(3)}}
    assert texts(zipped(members), "x.zip") == ["<archive>"]


def test_names_that_lead_out_of_an_archive_are_refused() -> None:
    """And archives in archives; the others are read."""
    names = ["../a.txt", "/etc/a.txt", "C:\\a.txt", "b/../../a.txt", "..\\a.txt", "in.zip", "ok.txt"]
    shown = dict(zip(sorted(names), texts(zipped(dict.fromkeys(names, TEXT.encode())), "x.zip"), strict=True))
    assert shown.pop("ok.txt") == TEXT
    assert set(shown.values()) == {"<archive>"}


def test_links_and_encrypted_members_are_refused() -> None:
    """A link could lead anywhere, and nobody knows the password."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert texts(file.getvalue(), "x.zip") == ["<archive>"]
    content = bytearray(zipped({"a.txt": TEXT.encode()}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    assert texts(bytes(content), "x.zip") == ["<archive>"]


def test_bombs_are_refused() -> None:
    """What unpacks to far more than it weighs stops at the limit, in archives and in packed files."""
    bomb = b" " * (FREE + 20_000_000)
    assert len(zipped({"a.jsonl": bomb})) * RATIO < len(bomb)
    assert texts(zipped({"a.jsonl": bomb, "b.txt": TEXT.encode()}), "x.zip") == ["<archive>", "<archive>"]
    assert texts(gzip.compress(bomb), "a.jsonl.gz") == ["<archive>"]
    assert texts(zipped({"a.txt": bomb}), "x.zip") == ["<too_large>"]


def test_a_broken_archive_is_named() -> None:
    """Cut off, or with damaged members."""
    whole = zipped({"a.txt": TEXT.encode() * 50})
    assert texts(whole[:-30], "x.zip") == ["<archive>"]
    damaged = whole[:40] + b"\xff" * 20 + whole[60:]
    assert texts(damaged, "x.zip") in (["<malformed>"], ["<archive>"])


# -- documents ------------------------------------------------------------------------------------------------------


def test_what_is_listed_goes_before_what_the_file_says(tmp_path: Path) -> None:
    """Field by field, a date with its basis."""
    article = found(b"---\npublisher: Falsch\ntitle: T\npublished: 2024\n---\n" + TEXT.encode(), "a.md")[0].article
    assert article is not None
    listed = DocumentMetadata(publisher="Bote", published="2024-10-22", published_basis="Seen.")
    document = to_document(article, name="a.md", known=listed, language="de")
    assert (document.publisher, document.title, document.published_basis) == ("Bote", "T", "Seen.")


def test_notes_do_not_say_where_a_file_lies(tmp_path: Path) -> None:
    """They are published with the document."""
    (tmp_path / "a.txt").write_bytes("Die Brücke bleibt zu, sagte Jörg Weiß, für Monate.\x07".encode("cp1252"))
    (taken,) = take_in(find_files([tmp_path]).entries, language="de")
    assert len(taken.notes) == 2
    assert all(issue.message.startswith("a.txt: ") and str(tmp_path) not in issue.message for issue in taken.notes)


def test_one_document_is_read_from_a_file_of_one(tmp_path: Path) -> None:
    """A format of several is refused there."""
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8", newline="")
    assert read_document(path).text == TEXT
    (tmp_path / "a.csv").write_text("text\nJa.\n", encoding="utf-8")
    with pytest.raises(InputError, match="several"):
        read_document(tmp_path / "a.csv")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """In its place, without an exception."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    opened = file_blob(path)
    path.unlink()
    (only,) = read(opened)
    assert only.problem is not None
    assert only.problem.kind == "unreadable"


# -- anything -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(FORMATS))
@given(content=st.binary(max_size=400))
def test_no_bytes_break_a_reader(kind: str, content: bytes) -> None:
    """Every reader gives articles or problems, never an exception."""
    for each in read(blob(content, f"a.{kind}")):
        assert (each.article is None) != (each.problem is None)
