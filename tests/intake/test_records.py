"""Records as others write them: JSON lists and objects, fields in fields, other names, texts in HTML."""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from attrib.cli import main
from attrib.intake.documents_yml import DocumentMetadata
from attrib.intake.reading.formats import read
from attrib.intake.reading.found import NO_COLUMNS, Found
from attrib.intake.reading.markup import is_markup, text_of
from tests.annotator import FakeAnnotator
from tests.intake.files import TEXT, blob


def found(content: object, name: str = "a.json", *, columns: Mapping[str, str] = NO_COLUMNS) -> list[Found]:
    """What is found in bytes, or in a value as JSON."""
    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(read(blob(written, name, columns=columns)))


def texts(content: object, name: str = "a.json", *, columns: Mapping[str, str] = NO_COLUMNS) -> list[str]:
    """The texts found, and the kinds of problems in angle brackets."""
    return [
        each.article.text if each.article else f"<{each.problem.kind if each.problem else ''}>"
        for each in found(content, name, columns=columns)
    ]


def known(row: object, *, columns: Mapping[str, str] = NO_COLUMNS) -> DocumentMetadata:
    """What the only record says of its article."""
    (only,) = found([row], columns=columns)
    assert only.article is not None, only.problem
    return only.article.metadata


def problem(content: object) -> str:
    """What is said of the only record."""
    (only,) = found(content)
    return str(only.problem)


# -- files -----------------------------------------------------------------------------------------------------------

TWO = [{"text": TEXT, "title": "Eins"}, {"text": "Zwei.", "name": "zweite"}]


@pytest.mark.parametrize(
    "content",
    [
        TWO,
        {"articles": TWO},
        {"status": "ok", "tags": ["a", "b"], "meta": {"content": "page 1"}, "articles": TWO},
        {"response": {"docs": TWO, "facets": [{"value": 1}]}},
        json.dumps(TWO, indent=4).encode(),
        json.dumps(TWO, ensure_ascii=False).encode("utf-8-sig"),
        json.dumps(TWO, ensure_ascii=False).encode("utf-16"),
        "\n".join(json.dumps(row) for row in TWO).encode(),
        "\r\n\r\n".join(json.dumps(row, indent=1) for row in TWO).encode(),
    ],
)
def test_a_list_of_records(content: object) -> None:
    """At the top, as the only list of articles in an object, or objects one after another."""
    first, second = found(content)
    assert first.article is not None
    assert second.article is not None
    assert (first.place, first.article.text, first.article.metadata.title) == ("a.json:1", TEXT, "Eins")
    assert (second.place, second.name, second.article.text) == ("a.json:2", "zweite", "Zwei.")


def test_one_record() -> None:
    """An object with a text is an article, whatever lists it has."""
    assert texts({"text": TEXT, "tags": [{"name": "Köln"}], "comments": [{"text": "Alles gelogen."}]}) == [TEXT]


def test_packed() -> None:
    """As JSON Lines are."""
    assert texts(gzip.compress(json.dumps(TWO).encode()), "a.json.gz") == [TEXT, "Zwei."]


def test_a_bad_record_is_named_and_the_next_is_read() -> None:
    """By its number."""
    rows = [{"text": "Eins."}, "kein Objekt", {"text": 5}, {"text": ""}, {"titel": "x"}, None, {"text": "\x00"}]
    expected = ["Eins.", "<malformed>", "<no_text>", "<empty>", "<no_text>", "<malformed>", "<binary>", "Ende."]
    assert texts([*rows, {"text": "Ende."}]) == expected


@pytest.mark.parametrize(
    "end", [b"", b",", b', {"text": "Dr', b', {"text" "x"}]', b", nein]", b"\xff", b", " + b"[" * 9000]
)
def test_what_stands_before_a_mistake_is_read(end: bytes) -> None:
    """A file that was cut off gives the records that are whole."""
    assert texts(b'[{"text": "Eins."}, {"text": "Zwei."}' + end) == ["Eins.", "Zwei.", "<malformed>"]


@pytest.mark.parametrize("content", [b"", b"  \n", b"[]", b"\xef\xbb\xbf[ ]"])
def test_nothing_in_it(content: bytes) -> None:
    """Gives nothing, like an empty table."""
    assert texts(content) == []


@pytest.mark.parametrize(
    "content", [b"7", b'"Text."', b"nein", b"{", b"\x00\x01", b"{" * 99_999, b"[" * 99_999, {}, {"a": []}]
)
def test_no_records_in_it(content: object) -> None:
    """Is named."""
    (only,) = texts(content)
    assert only in {"<malformed>", "<no_text>", "<too_large>"}


@pytest.mark.parametrize(
    "content",
    [
        {
            "hits": {
                "total": {"value": 2},
                "hits": [{"_id": "1", "_source": {"text": TEXT}}, {"_source": {"body": "Zwei."}}],
            }
        },
        {"data": {"edges": [{"node": {"body": TEXT}}, {"node": {"body": "Zwei."}}]}},
        {"a1": {"text": TEXT, "link": "https://bote.example/1"}, "a2": {"text": "Zwei."}},
        [
            {"content": {"rendered": f"<p>{TEXT}</p>", "protected": False}, "title": {"rendered": "T"}},
            {"text": "Zwei."},
        ],
    ],
)
def test_records_as_programs_export_them(content: object) -> None:
    """Search engines, graphs, objects by their ids, WordPress."""
    first, second = found(content)
    assert first.article is not None
    assert second.article is not None
    assert first.article.text.split() == TEXT.split()
    assert first.article.notes == ()
    assert second.article.text == "Zwei."


def test_the_text_is_named_in_an_object_that_holds_a_list() -> None:
    """Then the list is the one whose records have that field."""
    content = {"meta": [{"text": "Nein."}], "rows": [{"inhalt": "Ja."}]}
    assert texts(content, columns={"text": "inhalt"}) == ["Ja."]
    assert texts({"rows": [{"a": {"b": "Ja."}}]}, columns={"text": "a.b"}) == ["Ja."]


@pytest.mark.parametrize("depth", [5, 900, 990])
def test_fields_that_are_nested_deeply(depth: int) -> None:
    """Are no text, and stop nobody."""
    nested = b'{"text": "Ja.", "published": ' + b'{"a": ' * depth + b'"x"' + b"}" * depth + b"}"
    shown = texts(b"[" + nested + b', {"text": "Zwei."}]')
    assert shown[0] in {"Ja.", "<malformed>"}
    assert len(shown) == 1 or shown[1] == "Zwei."


def test_several_lists_of_articles_are_not_guessed_between() -> None:
    """They are named."""
    told = problem({"new": TWO, "old": {"rows": TWO}})
    assert told.startswith("a.json: ")
    assert "new, old.rows" in told


def test_other_encodings() -> None:
    """Windows-1252 with a note; a stray byte costs one record."""
    rows = [{"text": "Größe für Köln – schön."}, {"text": "Die Übung sei groß, sagte er."}]
    content = json.dumps(rows, ensure_ascii=False).encode("cp1252")
    for each, row in zip(found(content), rows, strict=True):
        assert each.article is not None
        assert each.article.text == row["text"]
        assert [note.kind for note in each.article.notes] == ["encoding"]
    mixed = b'[{"text": "Gr\xc3\xb6\xc3\x9fe."}, {"text": "Gr\xf6\xdfe."}, {"text": "Ja."}]'
    assert texts(mixed) == ["Größe.", "<malformed>", "Ja."]


def test_long_lists_are_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a piece ends."""
    rows = [{"text": f'{number}. Satz 🚀 \\ " ü', "n": [number, 1.5e3]} for number in range(40)]
    content = json.dumps(rows).encode()
    for size in (1, 2, 3, 7, 64, 1000):
        monkeypatch.setattr("attrib.intake.reading.json_file._AT_ONCE", size)
        assert texts(content) == [row["text"] for row in rows]


def test_records_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list may be as long as it likes, a record may not; an object is held as a whole."""
    monkeypatch.setattr("attrib.intake.reading.json_file._AT_ONCE", 100)
    monkeypatch.setattr("attrib.intake.reading.json_file.LONGEST_RECORD", 1000)
    monkeypatch.setattr("attrib.intake.reading.json_file.LONGEST_OBJECT", 5000)
    short = [{"text": "Ja."}] * 1000
    assert texts(short) == ["Ja."] * 1000
    assert texts({"rows": short}) == ["<too_large>"]
    assert texts([{"text": "Ja."}, {"text": "a" * 5000}, {"text": "Nein."}]) == ["Ja.", "<too_large>"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda below: (
        st.lists(below, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "body", "content", "article", "rows", "date", "link"]), below)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_articles_or_problems(value: object) -> None:
    """Never an exception."""
    assert all((each.article is None) != (each.problem is None) for each in found(value))


# -- fields ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["body", "content", "article", "text_content", "articleBody", "Full Text", "content_text", "maintext", "Text"],
)
def test_the_text_is_found_under_its_usual_names(name: str) -> None:
    """In JSON, lines and tables alike, where there is but one."""
    assert texts([{"id": 1, name: "Ja.", "summary": "Kurz."}]) == ["Ja."]
    assert texts(json.dumps({name: "Ja."}).encode(), "a.jsonl") == ["Ja."]
    assert texts(f"{name};title\n;leer\nJa.;T\n".encode(), "a.csv") == ["<empty>", "Ja."]


def test_two_fields_that_may_be_the_text_are_not_guessed_between() -> None:
    """They are named, with what to do; a field `text` goes before them, and so does the one that is named."""
    row = {"body": "Ja.", "content": "Nein."}
    told = problem([row])
    assert "'body', 'content'" in told
    assert "--text-field body" in told
    assert texts([{**row, "content": " "}]) == ["Ja."]
    assert texts([{**row, "text": "Doch."}]) == ["Doch."]
    assert texts([row], columns={"text": "content"}) == ["Nein."]
    assert texts(b"body,content\nJa.,Nein.\n", "a.csv") == ["<no_text>"]
    assert texts(b"body,content\nJa.,Nein.\n", "a.csv", columns={"text": "body"}) == ["Ja."]


def test_an_error_names_the_fields_seen() -> None:
    """Those in fields as they can be named."""
    told = problem([{"titel": "T", "quelle": {"name": "Bote", "inhalt": "Ja."}}])
    assert "titel, quelle, quelle.name, quelle.inhalt" in told
    assert "--text-field" in told


def test_fields_in_fields() -> None:
    """Named by the way to them, or found; what stands around goes with it."""
    row = {"date": "2024-10-22", "article": {"headline": "T", "body": "Ja."}, "outlet": {"name": "Bote", "id": 7}}
    assert texts([row]) == ["Ja."]
    assert known(row).title == "T"
    assert (known(row).published, known(row).publisher) == ("2024-10-22", "Bote")
    other = {"quelle": {"inhalt": "Nein.", "wann": "22.10.2024"}, "a.b": "x"}
    columns = {"text": "quelle.inhalt", "published": "quelle.wann", "title": "a.b"}
    assert texts([other], columns=columns) == ["Nein."]
    assert known(other, columns=columns).published_basis == "The field 'quelle.wann' of a.json, written '22.10.2024'."
    assert known(other, columns=columns).title == "x"
    assert texts([{"a": {"text": "Ja."}, "b": {"text": "Nein."}}]) == ["<no_text>"]


def test_usual_names_of_what_is_known() -> None:
    """As feeds and schema.org have them; our own names go before them, and two of one kind are not guessed between."""
    row = {
        "text": "Ja.",
        "headline": "T",
        "link": "https://bote.example/1",
        "authors": [{"name": "Erika Muster"}, {"name": "Jan Beispiel"}, "Ann"],
        "datePublished": "2024-10-22T08:00:00Z",
        "date_modified": "Wed, 23 Oct 2024 08:00:00 GMT",
    }
    found_ = known(row)
    assert (found_.title, found_.url) == ("T", "https://bote.example/1")
    assert found_.author == "Erika Muster, Jan Beispiel, Ann"
    assert (found_.published, found_.updated) == ("2024-10-22", "2024-10-23")
    assert found_.published_basis == "The field 'datePublished' of a.json."
    assert known({**row, "published": "2023"}).published == "2023"
    assert known({"text": "Ja.", "source": {"id": None, "name": "Bote"}}).publisher == "Bote"
    assert known({"text": "Ja.", "source": "https://bote.example/1"}).url == "https://bote.example/1"
    assert known({"text": "Ja.", "source": "Bote"}).url is None
    assert known({"text": "Ja.", "title": {"rendered": "Br&uuml;cke &#8211; R&D"}}).title == "Brücke – R&D"
    assert known({"text": "Ja.", "date": {"$date": "2024-10-22T08:00:00Z"}}).published == "2024-10-22"
    assert known({**row, "date": "2023"}).published is None


def test_a_text_in_html_is_what_it_shows() -> None:
    """Paragraphs and lines; a text that only has a sign of it stays."""
    html = "<p>Die Br&uuml;cke, sagte <b>M&uuml;ller</b>,<br>bleibt&nbsp;zu.</p><script>x()</script><p>Ende.</p>"
    shown = "Die Brücke, sagte Müller,\nbleibt\u00a0zu.\n\nEnde."
    assert texts([{"content_html": html}]) == [shown]
    assert texts([{"text": html}]) == [shown]
    assert texts([{"content_html": html, "content_text": "Als Text."}]) == ["Als Text."]
    assert texts([{"text": "1 < 2 und <3, a & b"}]) == ["1 < 2 und <3, a & b"]
    assert texts([{"text": "<p> </p>"}]) == ["<empty>"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><li>Eins</li><li>Zwei <i>drei</i></li></ul>Rest", "- Eins\n\n- Zwei drei\n\nRest"),
        ("<h2>Titel</h2><div>Ein\n  Satz.</div>", "Titel\n\nEin Satz."),
        ("a<br><br>b<BR/>c", "a\n\nb\nc"),
        ("<figure><img><figcaption>Foto: dpa</figcaption></figure><p>Text.</p>", "Text."),
        ("<blockquote><p>„Ja.“</p></blockquote>", "„Ja.“"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("<p>Offen<p>Zwei</div></p>", "Offen\n\nZwei"),
        ("<!-- <p>x</p> --><p>y</p>", "y"),
        ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>a &e; b</p>", "]>\n\na &e; b"),
    ],
)
def test_markup_is_text(html: str, text: str) -> None:
    """Blocks are paragraphs, blanks of the source are one; nothing is fetched."""
    assert text_of(html) == text


@given(
    st.lists(st.text(max_size=9) | st.sampled_from(["<p>", "</p>", "<br>", "<li>", "<b", "&#0;", "<!", "]]>"])).map(
        "".join
    )
)
def test_any_markup_is_text(html: str) -> None:
    """Never an exception, and no marks of ours in it."""
    assert is_markup(html) in {True, False}
    assert not set("\x00\x01") & set(text_of(html))


# -- command line ----------------------------------------------------------------------------------------------------


def test_the_text_field_is_named_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In short, or as a column; not as two."""
    monkeypatch.setattr("attrib.pipeline.annotate.make_annotator", lambda **_: FakeAnnotator())
    sentence = "Der Minister erklärte am Freitag in Berlin, die Brücke über den Fluss bleibe bis zum Herbst gesperrt."
    (tmp_path / "a.json").write_text(json.dumps([{"body": "x", "inhalt": sentence}]), encoding="utf-8")
    command = ["annotate", str(tmp_path / "a.json"), "--db", str(tmp_path / "x.db"), "--text-field", "inhalt"]
    result = CliRunner().invoke(main, command)
    assert "1 document annotated" in result.stdout
    result = CliRunner().invoke(main, [*command, "--column", "text=body"])
    assert result.exit_code == 2
    assert "leave one out" in result.stderr
