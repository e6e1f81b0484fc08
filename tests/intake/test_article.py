"""Files become documents whose text is never altered, or an InputError says what is wrong with them."""

from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.intake.article import MetadataIndex, document_id, read_document
from attrib.intake.documents_yml import DocumentMetadata
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts

TEXT = "Der Pass ist offen.\n"


def written(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    """A file with this content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_an_id_is_short_and_plain() -> None:
    """Twelve lower-case letters and digits."""
    assert len(document_id(TEXT, "a.txt")) == 12
    assert document_id(TEXT, "a.txt").isalnum()
    assert document_id(TEXT, "a.txt").islower()


def test_one_file_read_twice_is_one_document(tmp_path: Path) -> None:
    """The id follows from text and origin alone."""
    path = written(tmp_path, "a.txt")
    assert read_document(path) == read_document(path)


def test_one_text_at_two_outlets_is_two_documents(tmp_path: Path) -> None:
    """The publisher decides, also if the file has the same name."""
    path = written(tmp_path, "a.txt")
    ids = {read_document(path, metadata=DocumentMetadata(publisher=name)).id for name in ("Bote", "Kurier")}
    assert len(ids) == 2


def test_one_article_in_two_files_is_one_document(tmp_path: Path) -> None:
    """With a publisher or an address the file name does not count."""
    for known in (DocumentMetadata(publisher="Bote"), DocumentMetadata(url="https://bote.example/a")):
        ids = {read_document(written(tmp_path, name), metadata=known).id for name in ("a.txt", "b.txt")}
        assert len(ids) == 1


def test_one_text_in_two_files_is_two_documents(tmp_path: Path) -> None:
    """If nothing else is known, the file name is the origin."""
    assert len({read_document(written(tmp_path, name)).id for name in ("a.txt", "b.txt")}) == 2


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """The text begins behind it, the id is that of the text without it."""
    with_mark = read_document(written(tmp_path, "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))
    assert with_mark == read_document(written(tmp_path, "a.txt"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: str) -> None:
    """The text is the file's, code point for code point."""
    text = f"Der Pass{end}{end}ist offen.{end}"
    assert read_document(written(tmp_path, "a.txt", text)).text == text


@pytest.mark.parametrize("text", ["Grün 🚀 ist’s.", "a\u0308 und ä", " \tDer Pass.\u00a0\n\n", "Seite 1\fSeite 2"])
def test_the_text_is_not_normalised(tmp_path: Path, text: str) -> None:
    """Neither blanks at the ends nor combining marks nor form feeds are touched."""
    assert read_document(written(tmp_path, "a.txt", text)).text == text


def test_offsets_refer_to_the_text_as_read(tmp_path: Path) -> None:
    """Parts of a file with byte order mark, Windows line ends and signs beyond the basic plane cut out their words."""
    content = b"\xef\xbb\xbf" + "🚀 Der Start ist gelungen.\r\n\r\nDie Kapsel kreist.\r\n".encode()
    document = read_document(written(tmp_path, "a.txt", content))
    parts = cut_parts(document.text, document=document.id, language=load_language("de"))
    shown = [document.text[part.start : part.end] for part in parts]
    assert shown == ["🚀 Der Start ist gelungen.", "Die Kapsel kreist."]


def test_metadata_stand_beside_the_file(tmp_path: Path) -> None:
    """Publisher, dates and rights come from documents.yml of the same folder."""
    written(
        tmp_path,
        "documents.yml",
        "a.txt:\n  publisher: Bote\n  published: 2024-10\n  published_basis: The article says so.\n  rights: context\n",
    )
    path = written(tmp_path, "a.txt")
    document = read_document(path, metadata=MetadataIndex()[path])
    assert (document.publisher, document.published, document.rights) == ("Bote", "2024-10", "context")


def test_a_file_without_metadata(tmp_path: Path) -> None:
    """None is known of it: neither in a folder without a list nor if the list does not name it."""
    first, second = written(tmp_path, "a.txt"), written(tmp_path, "sub/b.txt")
    written(tmp_path, "sub/c.txt")
    written(tmp_path, "sub/documents.yml", "c.txt:\n  publisher: Bote\n")
    index = MetadataIndex()
    assert index[first] is None
    assert index[second] is None
    assert read_document(first, metadata=index[first]).publisher is None


def test_malformed_metadata_are_named(tmp_path: Path) -> None:
    """Rather than read the file without them."""
    path = written(tmp_path, "a.txt")
    written(tmp_path, "documents.yml", "a.txt:\n  publischer: Bote\n")
    with pytest.raises(ResourceError, match="publischer"):
        MetadataIndex()[path]
