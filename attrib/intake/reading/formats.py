"""Which format a name stands for, and one way to read them all."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from attrib.errors import InputError
from attrib.intake.reading.archive import read_zip
from attrib.intake.reading.epub import read_epub
from attrib.intake.reading.feed import read_feed
from attrib.intake.reading.found import Blob, Found
from attrib.intake.reading.json_file import read_json
from attrib.intake.reading.lines import read_lines
from attrib.intake.reading.mail import read_box, read_message
from attrib.intake.reading.mending import mend
from attrib.intake.reading.office import read_docx, read_odt
from attrib.intake.reading.packed import unpacked
from attrib.intake.reading.page import read_page
from attrib.intake.reading.pdf import read_pdf
from attrib.intake.reading.table import read_csv, read_parquet
from attrib.intake.reading.warc import is_record_file, read_warc
from attrib.intake.reading.whole import read_text


class Format(NamedTuple):
    """How a kind of file is read; whether it is one article, and whether it may be packed with gzip or Zstandard."""

    read: Callable[[Blob], Iterator[Found]]
    suffixes: tuple[str, ...]
    is_one: bool = True
    may_be_packed: bool = False
    holds_files: bool = False
    """Whether what is in it comes through `read` itself."""


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "txt": Format(read_text, (".txt",)),
        "md": Format(read_text, (".md", ".markdown")),
        "html": Format(read_page, (".html", ".htm", ".xhtml")),
        "jsonl": Format(read_lines, (".jsonl", ".ndjson"), is_one=False, may_be_packed=True),
        "json": Format(read_json, (".json",), is_one=False, may_be_packed=True),
        "feed": Format(read_feed, (".rss", ".atom", ".xml"), is_one=False),
        "csv": Format(read_csv, (".csv", ".tsv"), is_one=False, may_be_packed=True),
        "parquet": Format(read_parquet, (".parquet",), is_one=False),
        "pdf": Format(read_pdf, (".pdf",)),
        "docx": Format(read_docx, (".docx",)),
        "odt": Format(read_odt, (".odt",)),
        "epub": Format(read_epub, (".epub",), is_one=False),
        "eml": Format(read_message, (".eml",)),
        "mbox": Format(read_box, (".mbox",), is_one=False, may_be_packed=True),
        "warc": Format(read_warc, (".warc",), is_one=False, may_be_packed=True),
        "wacz": Format(
            lambda blob: read_zip(blob, read=read, is_known=is_record_file), (".wacz",), is_one=False, holds_files=True
        ),
        "zip": Format(
            lambda blob: read_zip(blob, read=read, is_known=is_known), (".zip",), is_one=False, holds_files=True
        ),
    }
)
PACKINGS: Final = (".gz", ".zst")
SUFFIXES: Final = tuple(
    suffix + packing
    for each in FORMATS.values()
    for suffix in each.suffixes
    for packing in ("", *(PACKINGS if each.may_be_packed else ()))
)


def kind_of(name: str) -> str | None:
    """The format that a name ends like, None for no format of ours."""
    lower = name.lower()
    bare = lower.removesuffix(_packing(lower))
    for kind, each in FORMATS.items():
        if bare.endswith(each.suffixes) and (bare == lower or each.may_be_packed):
            return kind
    return None


def is_known(name: str) -> bool:
    """Whether a file of that name is read."""
    return kind_of(name) is not None


def read(blob: Blob, *, kind: str | None = None) -> Iterator[Found]:
    """Every article in a file, or the reason why there is none in its place; nothing is raised for a bad file.

    `kind` is a key of `FORMATS`; without it the name decides.
    """
    kind = kind or kind_of(blob.name) or "txt"
    packing = _packing(blob.name.lower())
    try:
        found = FORMATS[kind].read(unpacked(blob, suffix=packing) if packing else blob)
        yield from found if FORMATS[kind].holds_files else map(mend, found)
    except InputError as error:
        yield Found(blob.place, blob.name, problem=error)
    except OSError as error:
        reason = error.strerror or str(error)
        yield Found(blob.place, blob.name, problem=InputError(f"{blob.place}: cannot be read ({reason}).", seen=reason))


def _packing(name: str) -> str:
    return next((packing for packing in PACKINGS if name.endswith(packing)), "")
