"""Articles become documents: text and origin give the id, `documents.yml` beside the file goes before what it says.

"The text" of a document is the code points of the decoded file: byte order mark off, line ends as they are, front
matter off; of a web page what trafilatura extracts. It is stored once, never altered, and every offset refers to it.
"""

import hashlib
from base64 import b32encode
from collections.abc import Mapping
from pathlib import Path

from attrib.errors import InputError
from attrib.intake.documents_yml import FILE_NAME, DocumentMetadata, load_metadata, preferred
from attrib.intake.reading.formats import FORMATS, kind_of, read
from attrib.intake.reading.found import NO_COLUMNS, Article, Blob, printable
from attrib.records import Document


def document_id(text: str, origin: str) -> str:
    """Twelve lower-case letters and digits from the text and its origin (publisher, url or file name).

    The same agency text at two outlets is two documents; the same file read twice is one.
    """
    digest = hashlib.sha256(f"{origin}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest)[:12].decode("ascii").lower()


def to_document(article: Article, *, name: str, known: DocumentMetadata | None = None, language: str) -> Document:
    """The document of an article; `known` goes before what the file says of itself, field by field."""
    fields = preferred(known, article.metadata)
    return Document(
        id=document_id(article.text, fields.publisher or fields.url or name),
        name=name,
        text=article.text,
        language=language,
        **fields.model_dump(),
    )


def file_blob(path: Path, *, columns: Mapping[str, str] = NO_COLUMNS, language: str | None = None) -> Blob:
    """A file as readers want it."""
    return Blob(printable(path), printable(path.name), path.stat().st_size, lambda: path.open("rb"), columns, language)


def read_document(path: Path, *, metadata: DocumentMetadata | None = None, language: str = "de") -> Document:
    """The one article in a file; raises InputError if it cannot be read or if the format holds several."""
    kind = kind_of(path.name)
    if kind is not None and not FORMATS[kind].is_one:
        raise InputError(
            f"{printable(path)}: may hold several articles. Use attrib.intake.intake.take_in.",
            seen=path.suffix,
            allowed="txt",
        )
    found = next(read(file_blob(path, language=language), kind=kind))
    if found.article is None:
        raise found.problem or InputError(f"{found.place}: holds no article.")
    return to_document(found.article, name=found.name, known=metadata, language=language)


class MetadataIndex:
    """What `documents.yml` beside each file says of it; every folder is read once."""

    def __init__(self) -> None:
        self._folders: dict[Path, Mapping[str, DocumentMetadata]] = {}

    def __getitem__(self, path: Path) -> DocumentMetadata | None:
        """The metadata of one file, None if nothing is recorded; raises ResourceError for a malformed file."""
        folder = path.parent
        if folder not in self._folders:
            known = (folder / FILE_NAME).exists()
            self._folders[folder] = load_metadata(folder) if known else {}
        return self._folders[folder].get(path.name)
