"""Documents of word processors and books: their paragraphs and chapters, within limits."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article, Found
from attrib.intake.reading.package import beside
from tests.intake.files import blob, docx, epub, odt, xhtml, zipped


def found(content: bytes, name: str) -> list[Found]:
    """What is found in a file."""
    return list(read(blob(content, name)))


def article(content: bytes, name: str) -> Article:
    """The only article in a file."""
    (only,) = found(content, name)
    assert only.article is not None, only.problem
    return only.article


def texts(content: bytes, name: str) -> list[str]:
    """The texts found, and the kinds of problems in angle brackets."""
    return [
        each.article.text if each.article else f"<{each.problem.kind if each.problem else ''}>"
        for each in found(content, name)
    ]


def run(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


# -- Word ------------------------------------------------------------------------------------------------------------


def test_a_document_of_word_is_its_paragraphs() -> None:
    """Runs together, lines and lists as they are, tables cell by cell."""
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("Brücke gesperrt")}</w:p><w:p/>'
        f"<w:p>{run('Die Brü')}{run('cke, sagte ', '<w:b/>')}<w:hyperlink>{run('Müller')}</w:hyperlink>"
        f"{run(', bleibt zu.')}<w:r><w:br/></w:r>{run('„Ja“')}</w:p>"
        f"<w:p><w:pPr><w:numPr/></w:pPr>{run('Eins')}</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{run("Zwei")}</w:p>'
        f"<w:tbl><w:tr><w:tc><w:p>{run('a')}</w:p></w:tc><w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>"
    )
    only = article(docx(body), "a.docx")
    assert only.text == "Brücke gesperrt\n\nDie Brücke, sagte Müller, bleibt zu.\n„Ja“\n\n- Eins\n\n- Zwei\n\na\n\nb"
    assert (only.metadata.title, only.metadata.author) == ("Brücke & Tunnel", "Erika Muster")


def test_changes_that_were_tracked() -> None:
    """What was put in is text, what was deleted, hidden or instructs a field is none."""
    body = (
        f"<w:p>{run('Er sagte ')}<w:ins>{run('gestern ')}</w:ins>"
        "<w:del><w:r><w:delText>heute </w:delText></w:r></w:del>"
        f"{run('geheim ', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('nein.')}</w:p>"
        f"<w:p><w:r><w:pict><w:p>{run('Kasten')}</w:p></w:pict></w:r></w:p>"
    )
    assert texts(docx(body), "a.docx") == ["Er sagte gestern nein."]


def test_the_document_may_be_called_otherwise() -> None:
    """Its place stands in the file."""
    assert texts(docx(f"<w:p>{run('Ja.')}</w:p>", main="anders/doc2.xml"), "a.docx") == ["Ja."]


# -- OpenDocument ----------------------------------------------------------------------------------------------------


def test_an_opendocument_text_is_its_paragraphs() -> None:
    """Blanks as they are meant; without notes and what was deleted."""
    body = (
        "<text:tracked-changes><text:p>Gelöscht.</text:p></text:tracked-changes><text:h>Brücke\n gesperrt</text:h>"
        "<text:p>Die <text:span>Brücke</text:span><text:s/>bleibt<text:tab/>zu,<text:line-break/>sagte Müller"
        "<text:note><text:note-body><text:p>Fußnote</text:p></text:note-body></text:note>.</text:p>"
        "<text:list><text:list-item><text:p>Eins</text:p><text:p>weiter</text:p></text:list-item></text:list>\n"
    )
    only = article(odt(body), "a.odt")
    assert only.text == "Brücke gesperrt\n\nDie Brücke bleibt zu,\nsagte Müller.\n\n- Eins\n\nweiter"
    assert (only.metadata.title, only.metadata.author) == ("Titel", "Jan Beispiel")


# -- EPUB ------------------------------------------------------------------------------------------------------------


def test_a_book_is_its_chapters() -> None:
    """In reading order, each with its heading; authors, publisher and date are those of the book."""
    chapters = {
        "b.xhtml": xhtml("<h1>Brücke</h1><p>Sie bleibt&nbsp;zu, sagte <i>Müller</i>.</p><script src='x'/><p>Ende.</p>"),
        "a b.xhtml": xhtml("<p>Zweites Kapitel.</p>"),
        "cover.xhtml": xhtml("<p>Titelblatt</p>", kind="cover"),
        "leer.xhtml": xhtml("<img src='x.jpg'/>"),
    }
    said = "<dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator><dc:date>2024-10-22T00:00:00Z</dc:date>"
    first, second = found(epub(chapters, metadata=f"{said}<dc:publisher>Bote</dc:publisher>"), "a.epub")
    assert first.article is not None
    assert second.article is not None
    assert first.article.text == "Brücke\n\nSie bleibt\u00a0zu, sagte Müller.\n\nEnde."
    assert (first.name, first.place) == ("a.epub/OEBPS/text/b.xhtml",) * 2
    known = first.article.metadata
    assert (known.title, known.author, known.publisher) == ("Brücke", "Ann, Ben", "Bote")
    assert (known.published, known.published_basis) == ("2024-10-22", "The field 'published' of the book.")
    assert (second.article.text, second.article.metadata.title) == ("Zweites Kapitel.", None)


def test_a_chapter_that_cannot_be_read_is_named_and_the_next_is_read() -> None:
    """By its part."""
    content = epub({"a.xhtml": xhtml("<p>Eins.</p>"), "b.xhtml": "", "c.xhtml": xhtml("<p>Drei.</p>")})
    assert texts(content, "a.epub") == ["Eins.", "<malformed>", "Drei."]
    assert found(content, "a.epub")[1].place == "a.epub/OEBPS/text/b.xhtml"


def test_parts_are_looked_for_in_the_book_alone() -> None:
    """Wherever an address leads."""
    assert beside("OEBPS/book.opf", "text/a%20b.xhtml#x") == "OEBPS/text/a b.xhtml"
    assert beside("OEBPS/book.opf", "/mimetype") == "mimetype"
    content = epub({"../../../../etc/passwd": xhtml("<p>Nein.</p>"), "ok.xhtml": xhtml("<p>Ja.</p>")})
    assert texts(content, "a.epub") == ["<malformed>", "Ja."]


# -- what all have ---------------------------------------------------------------------------------------------------

GOOD = {
    "a.docx": docx(f"<w:p>{run('Die Brücke bleibt zu.')}</w:p>"),
    "a.odt": odt("<text:p>Die Brücke bleibt zu.</text:p>"),
    "a.epub": epub({"a.xhtml": xhtml("<p>Die Brücke bleibt zu.</p>")}),
}


@pytest.mark.parametrize("name", GOOD)
def test_in_an_archive(name: str) -> None:
    """They are no archives in archives, but documents."""
    assert texts(zipped({f"x/{name}": GOOD[name]}), "x.zip") == ["Die Brücke bleibt zu."]


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "malformed"),
        (b"Die Br\xc3\xbccke", "malformed"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 900, "malformed"),
        (zipped({}), "malformed"),
        (zipped({"a.txt": b"Ja."}), "malformed"),
    ],
)
def test_what_is_none_is_named(name: str, content: bytes, kind: str) -> None:
    """Empty, another file, an encrypted one, an archive of something else."""
    assert texts(content, name) == [f"<{kind}>"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx("<w:p/>")),
        ("a.odt", odt("<text:p> </text:p>")),
        ("a.epub", epub({"a.xhtml": xhtml("<p> </p>")})),
        ("a.epub", epub({})),
    ],
)
def test_without_a_text(name: str, content: bytes) -> None:
    """Is told."""
    assert texts(content, name) == ["<no_text>"]


@pytest.mark.parametrize("name", GOOD)
def test_a_part_is_bounded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it unpacks to, and all parts together."""
    monkeypatch.setattr("attrib.intake.reading.package.MAX_PART", 100)
    assert texts(GOOD[name], name)[0] == "<too_large>"
    monkeypatch.undo()
    monkeypatch.setattr("attrib.intake.reading.packed.FREE", 200)
    monkeypatch.setattr("attrib.intake.reading.packed.RATIO", 0)
    assert texts(GOOD[name], name) == ["<archive>"]
    monkeypatch.undo()
    monkeypatch.setattr("attrib.intake.reading.package.MAX_PACKAGE", 100)
    assert texts(GOOD[name], name) == ["<too_large>"]


def test_a_bomb_is_refused() -> None:
    """By the size of its part; no entity is resolved."""
    bomb = f"<w:p><w:t>{' ' * 30_000_000}</w:t></w:p>"
    assert texts(docx(bomb), "a.docx") == ["<too_large>"]
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<!DOCTYPE x [<!ENTITY e0 "Bumm"><!ENTITY f SYSTEM "file:///etc/passwd">{entities}]><p>Ja &e9; &f;</p>'
    assert texts(epub({"a.xhtml": page}), "a.epub") == ["Ja &e9; &f;"]


def test_an_encrypted_part_is_named() -> None:
    """Nobody knows the password."""
    content = bytearray(GOOD["a.odt"])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        places = [info.header_offset + 6 for info in archive.infolist()]
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        places.append(at + 8)
    for place in places:
        content[place] |= 1
    assert texts(bytes(content), "a.odt") == ["<archive>"]


@pytest.mark.parametrize("name", GOOD)
@given(data=st.data())
def test_damage_is_told(name: str, data: st.DataObject) -> None:
    """Never an exception, wherever it is."""
    content = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    for each in found(bytes(content), name):
        assert (each.article is None) != (each.problem is None)


BODY = st.lists(
    st.sampled_from(
        str.split("<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:del> <w:tab/> <w:tbl> <text:p> </text:p> <p> <li>")
    )
    | st.text(max_size=9),
    max_size=30,
).map("".join)


@given(BODY)
def test_any_body_is_a_text_or_a_problem(body: str) -> None:
    """However it is nested."""
    body = body.encode("utf-8", "replace").decode()
    for name, content in (("a.docx", docx(body)), ("a.odt", odt(body)), ("a.epub", epub({"a.xhtml": xhtml(body)}))):
        for each in found(content, name):
            assert (each.article is None) != (each.problem is None)
