"""Files → documents and their parts. The text is never altered afterwards.

"The text" of a document is the code points of the decoded file: byte order mark off, line ends as they are. It is
stored once and every offset refers to it.
"""

import hashlib
from base64 import b32encode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrib.errors import InputError
from attrib.metadata import FILE_NAME, DocumentMetadata, load_metadata
from attrib.records import Document

SUFFIXES = (".txt", ".md")
MAX_BYTES = 2_000_000
"""Two megabytes of text: several novels. More is no article, and the parser's memory grows with it."""

_BINARY = frozenset(range(32)) - {ord("\t"), ord("\n"), ord("\r"), ord("\f"), ord("\v"), 0x1C, 0x1D, 0x1E, 0x1F}


def document_id(text: str, origin: str) -> str:
    """Twelve lower-case letters and digits from the text and its origin (publisher, url or file name).

    The same agency text at two outlets is two documents; the same file read twice is one.
    """
    digest = hashlib.sha256(f"{origin}\0{text}".encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest)[:12].decode("ascii").lower()


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The readable files among `paths` and below the folders among them, in a fixed order, each once.

    Raises InputError for a path that does not exist or a file of another kind that was named directly; files of other
    kinds inside a folder are passed over.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _files_below(path):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        yield from sorted(file for file in found if not _is_hidden(file.relative_to(path)))
    elif not path.exists():
        raise InputError(f"{path}: there is no such file or folder. Name an existing one.", seen=str(path))
    elif path.suffix.lower() not in SUFFIXES or not path.is_file():
        raise InputError(
            f"{path}: cannot be read as an article; allowed are files ending in {' or '.join(SUFFIXES)} and folders "
            "of them.",
            seen=path.suffix,
            allowed=SUFFIXES,
        )
    else:
        yield path


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def decode(content: bytes, *, name: str) -> str:
    """The text of a file's bytes; raises InputError if they are no UTF-8 text, empty, binary or too large."""
    if len(content) > MAX_BYTES:
        raise InputError(
            f"{name}: too long; at most {MAX_BYTES:,} bytes of text are read. Split the file into articles.",
            seen=len(content),
            allowed=MAX_BYTES,
        )
    control = sum(content.count(byte) for byte in _BINARY)
    if content[:4] in {b"%PDF", b"PK\x03\x04"} or control > len(content) // 1000:
        raise InputError(f"{name}: looks like a binary file, not like text. Save the article as UTF-8 text.", seen=name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: byte {error.start} (0x{content[error.start]:02x}) is not valid UTF-8. Convert the file to UTF-8, "
            "for example with: iconv -f WINDOWS-1252 -t UTF-8",
            seen=content[error.start],
            allowed="UTF-8",
        ) from error
    if not text.strip():
        raise InputError(f"{name}: the file is empty. An article needs at least one sentence.", seen=len(content))
    return text


def read_document(path: Path, *, metadata: DocumentMetadata | None = None) -> Document:
    """One article from one file; raises InputError if it cannot be read as a text."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)  # One byte more than allowed shows that there is more.
    text = decode(content, name=str(path))
    known = metadata if metadata is not None else DocumentMetadata()
    return Document(
        id=document_id(text, known.publisher or known.url or path.name),
        name=path.name,
        text=text,
        publisher=known.publisher,
        author=known.author,
        url=known.url,
        title=known.title,
        published=known.published,
        published_basis=known.published_basis,
        updated=known.updated,
        updated_basis=known.updated_basis,
        rights=known.rights,
    )


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
