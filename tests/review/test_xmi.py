"""XMI from elsewhere: what annotation tools add is passed over, what could do harm is refused."""

import re
import zipfile
from pathlib import Path

import pytest
from cassis import Cas, load_typesystem

from attrib.errors import InputError
from attrib.review.correction import xmi as module
from attrib.review.correction.corrected import CorrectedDocument
from attrib.review.correction.uima_types import METADATA
from attrib.review.correction.xmi import read_uima
from tests import articles
from tests.exports import STATEMENT, Exported, add_link, exported, statement_in, working_database

ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.fixture
def out(tmp_path: Path) -> Exported:
    """An article as XMI."""
    return exported(working_database(tmp_path / "w.db", [articles.article_a()]), tmp_path / "out")


def read(path: Path) -> CorrectedDocument:
    """The one document of a file."""
    (found,) = read_uima(path)
    return found


def refused(path: Path) -> str:
    """The sentence by which a file is refused."""
    with pytest.raises(InputError) as told:
        list(read_uima(path))
    return str(told.value)


def test_files_archives_and_folders_are_read(out: Exported, tmp_path: Path) -> None:
    """All the same."""
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(out.folder / "doc-a.xmi", "annotation/doc-a.xmi/reader.xmi")
        file.write(out.folder / "TypeSystem.xml", "TypeSystem.xml")
    found = [read(path) for path in (out.folder / "doc-a.xmi", out.folder, archive)]
    assert {(each.id, each.version, each.text) for each in found} == {
        ("doc-a", found[0].version, articles.TEXT_A),
    }
    assert len({tuple(statement.cells["spans"] for statement in each.statements) for each in found}) == 1


def test_what_a_tool_adds_is_passed_over(out: Exported, tmp_path: Path) -> None:
    """Its own types, further features of our layers, its name for the document, and its type system."""
    with (out.folder / "TypeSystem.xml").open("rb") as file:
        types = load_typesystem(file)
    layer = types.create_type("de.tudarmstadt.ukp.clarin.webanno.api.type.LayerDefinition", "uima.cas.TOP")
    types.create_feature(layer, "name", "uima.cas.String")
    types.create_feature(STATEMENT, "comment", "uima.cas.String")
    cas = Cas(typesystem=types)
    before = out.cas("doc-a")
    cas.sofa_string = before.sofa_string
    cas.sofa_mime = "text/plain"
    cas.add(layer(name="Statement"))
    cas.add(types.get_type(METADATA)(begin=0, end=10, documentId="reader", documentTitle="doc-a.xmi"))
    for each in before.select(STATEMENT):
        names = [
            feature.name for feature in types.get_type(STATEMENT).features if feature.name not in ("links", "comment")
        ]
        cas.add(
            types.get_type(STATEMENT)(
                begin=each.begin,
                end=each.end,
                comment="seen",
                links=types.get_type("uima.cas.FSArray")(elements=[]),
                **{name: getattr(each, name) for name in names},
            )
        )
    path = out.save(cas, "doc-a")
    (out.folder / "TypeSystem.xml").write_text(ENTITIES, encoding="utf-8")
    assert 'comment="seen"' in path.read_text(encoding="utf-8")
    found = read(out.folder)
    assert found.id == "doc-a"
    assert len(found.statements) == len(articles.article_a().statements)


def test_a_document_without_statements_is_known_by_its_name(out: Exported) -> None:
    """Its metadata hold the user's name by then."""
    cas = out.cas("doc-a")
    for each in cas.select(STATEMENT):
        cas.remove(each)
    (metadata,) = cas.select(METADATA)
    metadata.documentId, metadata.documentTitle = "reader", "doc-a.xmi"
    found = read(out.save(cas, "reader"))
    assert (found.id, found.version, found.statements) == ("doc-a", None, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(
    "declared",
    [
        ENTITIES,
        '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_are_refused(out: Exported, tmp_path: Path, declared: str, encoding: str) -> None:
    """Bombs and files from elsewhere, in whatever encoding they are hidden, before anything is built."""
    text = (out.folder / "doc-a.xmi").read_text(encoding="utf-8")
    head, body = text.split("?>", 1)
    bomb = (
        head.replace("UTF-8", encoding)
        + "?>"
        + declared
        + body.replace("Geheimdienst", "&f;" if "f " in declared else "&i;", 1)
    )
    path = tmp_path / "bomb.xmi"
    path.write_bytes(bomb.encode(encoding))
    assert re.search("declares a document type|encodings are not supported", refused(path))


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r"</xmi:XMI>", ""),
        (r'links="\d+', 'links="99999999'),
        (r'begin="\d+"', 'begin="x"'),
        (r'xmi:id="2"', ""),
        (r'sofaString="[^"]*"', ""),
        (r"<cas:Sofa[^>]*>", ""),
        (r'begin="(\d+)" end="(\d+)" id="a-claim"', r'begin="\1" end="900000" id="a-claim"'),
        (r' id="a-claim"', ' id="a-claim" lambda="x"'),
        (r' id="a-claim"', ' id="a-claim" a-b="x"'),
    ],
)  # fmt: skip
def test_a_damaged_file_is_told(out: Exported, pattern: str, replacement: str) -> None:
    """In a sentence that names it, whatever the library thinks of it."""
    path = out.folder / "doc-a.xmi"
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert re.match(rf"{re.escape(str(path))}: .*(can be read|has no text)", refused(path))


def test_offsets_between_the_halves_of_an_emoji_are_told(out: Exported) -> None:
    """No character begins there."""
    path = out.folder / "doc-a.xmi"
    half = articles.TEXT_A.index("🚀") + 1
    text = re.sub(r'end="\d+" id="a-author"', f'end="{half}" id="a-author"', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    assert "can be read" in refused(path)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"<a", b"PK\x03\x04", b"<html/>"])
def test_what_is_no_xmi_is_told(tmp_path: Path, content: bytes) -> None:
    """By its name."""
    (tmp_path / "a.xmi").write_bytes(content)
    assert "a.xmi: is no UIMA CAS" in refused(tmp_path / "a.xmi")


def test_long_files_are_refused(out: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before they are parsed."""
    monkeypatch.setattr(module, "MAX_XMI", 1000)
    assert "too long" in refused(out.folder)


def test_bombs_among_archives_are_refused(tmp_path: Path) -> None:
    """By what comes out of them."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", compression=zipfile.ZIP_DEFLATED) as file:
        for number in range(3):
            file.writestr(f"{number}.xmi", b" " * 49_000_000)
    told = refused(tmp_path / "bomb.zip")
    assert "is no UIMA CAS" in told or "decompression bomb" in told
    with zipfile.ZipFile(tmp_path / "long.zip", "w", compression=zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.xmi", b" " * 60_000_000)
    assert "decompression bomb" in refused(tmp_path / "long.zip") or "too long" in refused(tmp_path / "long.zip")
    (tmp_path / "no.zip").write_bytes(b"PK")
    assert "is no zip archive" in refused(tmp_path / "no.zip")
    with zipfile.ZipFile(tmp_path / "nested.zip", "w") as file:
        file.writestr("reader.zip", b"PK")
    assert "unpack it first" in refused(tmp_path / "nested.zip")


def test_links_have_a_known_role(out: Exported) -> None:
    """Others are told with those that are allowed."""
    cas = out.cas("doc-a")
    add_link(cas, statement_in(cas, "a-claim"), "verb", 0, 4)
    assert "role verb is not known; allowed: piece, cue" in refused(out.save(cas, "doc-a"))


def test_statements_of_two_documents_are_told(out: Exported) -> None:
    """Nobody could say where they belong."""
    cas = out.cas("doc-a")
    statement_in(cas, "a-claim").document = "doc-b"
    assert "belong to the documents doc-a, doc-b" in refused(out.save(cas, "doc-a"))


def test_an_emptied_value_is_not_filled_in(out: Exported) -> None:
    """Only an added statement may leave out what is usual."""
    cas = out.cas("doc-a")
    claim = statement_in(cas, "a-claim")
    claim.polarity, claim.disclosure = None, None
    statement_in(cas, "a-author").id = None
    found = {each.id: each.cells for each in read(out.save(cas, "doc-a")).statements}
    assert (found["a-claim"]["polarity"], "disclosure" in found["a-claim"]) == ("", False)
    assert found[None]["polarity"] == "positive"


def test_the_type_system_is_one_that_cassis_reads(out: Exported) -> None:
    """With the description of every feature, which annotation tools show."""
    with (out.folder / "TypeSystem.xml").open("rb") as file:
        layer = load_typesystem(file).get_type(STATEMENT)
    assert [feature.name for feature in layer.features if not feature.description] == []
