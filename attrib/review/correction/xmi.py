"""Corrected documents from UIMA CAS XMI, as INCEpTION and other tools write it.

A file from elsewhere may be anything: declarations of entities and document types are refused before anything is built,
in whatever encoding they come, nothing outside the file is ever fetched, and files are bounded. Types that are not ours
are passed over, and the type system that came along is not read: ours is known.
"""

import io
import json
import warnings
from collections import defaultdict
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from typing import Any
from xml.parsers import expat

from attrib.errors import InputError
from attrib.intake.reading.found import Blob, printable
from attrib.intake.reading.whole import content_of
from attrib.review.correction.corrected import CorrectedDocument, CorrectedStatement
from attrib.review.correction.files import files
from attrib.review.correction.uima_types import METADATA, PIECE, STATEMENT, WORDS, uima_types
from attrib.store.judgement import FIELDS, PLACES, as_json

MAX_XMI = 50_000_000
"""Bytes of one file: two megabytes of text and some hundred for each of its tokens."""
MOST_STATEMENTS = 20_000
_OURS = {f"http:///{name.rpartition('.')[0].replace('.', '/')}.ecore {name.rpartition('.')[2]}": name
         for name in (STATEMENT, WORDS, METADATA)}  # fmt: skip
_REFERENCES = frozenset({"links", "target", "sofa", "begin", "end"})
_CODES = tuple(name for name in FIELDS if name not in (*PLACES, "sources", "type"))
_NEEDED = frozenset(_CODES) - {"disclosure"}


def read_uima(path: Path) -> Iterator[CorrectedDocument]:
    """The documents of an XMI file, of a zip archive of them or of a folder; InputError for one that cannot be used."""
    for blob in files(path, suffixes=(".xmi",)):
        yield _document(_cas(blob), blob)


def _cas(blob: Blob) -> Any:
    content = content_of(blob, limit=MAX_XMI)
    more = _features(content, blob)
    types = uima_types(more=more)
    from cassis import load_cas_from_xmi

    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            cas = load_cas_from_xmi(io.BytesIO(content), typesystem=types, lenient=True)
    except Exception as error:  # cassis raises whatever a damaged file provokes; it belongs to this file alone
        raise _malformed(blob, f"{type(error).__name__}: {error}") from error
    astray = [str(each.message) for each in told if "offset" in str(each.message)]
    if astray:
        raise _malformed(blob, astray[0])
    return cas


def _features(content: bytes, blob: Blob) -> dict[str, set[str]]:
    """The attributes of our types in a file; InputError if it declares a document type or is no XML."""
    found: dict[str, set[str]] = defaultdict(set)
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*declared: object) -> None:
        raise InputError(
            f"{blob.place}: declares a document type ({printable(declared[0])}), which no export does and which can "
            "hide entities. Export the document again from the annotation tool, as UIMA CAS XMI.",
            seen=declared[0],
            kind="malformed",
        )

    def note(name: str, attributes: dict[str, str]) -> None:
        if name in _OURS:
            found[_OURS[name]].update(each for each in attributes if " " not in each)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = note
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter for encodings that nobody needs
        raise _malformed(blob, str(error)) from error
    for names in found.values():
        strange = sorted(name for name in names if not name.isidentifier() or iskeyword(name))
        if strange:
            raise _malformed(blob, f"a feature is called {printable(strange[0])}")
    return {name: names - _REFERENCES for name, names in found.items()}


def _malformed(blob: Blob, reason: str) -> InputError:
    return InputError(
        f"{blob.place}: is no UIMA CAS in XMI that can be read ({printable(reason)[:300]}). Export the document again "
        "from the annotation tool, as UIMA CAS XMI (XML 1.0).",
        seen=reason,
        kind="malformed",
    )


def _document(cas: Any, blob: Blob) -> CorrectedDocument:
    found = cas.select(STATEMENT)
    if len(found) > MOST_STATEMENTS:
        raise InputError(f"{blob.place}: holds {len(found):,} statements; at most {MOST_STATEMENTS:,} are read.")
    if cas.sofa_string is None:
        raise _malformed(blob, "it has no text")
    ids = {each.document for each in found if each.document} or _by_metadata(cas, blob)
    if len(ids) != 1:
        raise InputError(
            f"{blob.place}: its statements belong to the documents {', '.join(map(printable, sorted(ids))) or 'none'}. "
            "Put only the statements of one document into a file, as they were exported.",
            seen=sorted(ids),
        )
    versions = {each.document_version for each in found if each.document_version}
    return CorrectedDocument(
        place=blob.place,
        id=ids.pop(),
        version=min(versions) if versions else None,
        text=cas.sofa_string,
        statements=tuple(_statement(each, f"{blob.place}, characters {each.begin} to {each.end}") for each in found),
    )


def _by_metadata(cas: Any, blob: Blob) -> set[str]:
    """Which document it is, where no statement tells: by its metadata, else by the name of the file.

    INCEpTION puts the user's name where the id of the document was, and keeps the name of the file as title.
    """
    told = [each.documentId for each in cas.select(METADATA) if each.documentId]
    titles = [each.documentTitle for each in cas.select(METADATA) if each.documentTitle]
    names = [name for name in (*titles, blob.name) if name.endswith(".xmi")]
    return {Path(name).stem for name in names[:1]} or set(told[:1])


def _statement(found: Any, place: str) -> CorrectedStatement:
    places: dict[str, list[tuple[int, int]]] = {name: [] for name in PLACES}
    places["spans"].append((found.begin, found.end))
    for link in found.links.elements if found.links is not None else ():
        name = "spans" if link.role == PIECE else link.role
        if name not in places or link.target is None:
            raise InputError(
                f"{place}: a link with the role {printable(link.role)} is not known; allowed: {PIECE}, "
                f"{', '.join(PLACES[1:])}.",
                seen=link.role,
                allowed=(PIECE, *PLACES[1:]),
                kind="malformed",
            )
        places[name].append((link.target.begin, link.target.end))
    # What somebody emptied of a statement that was there is told, not filled in; an added one may say little.
    codes: dict[str, str | None] = {
        name: value or "" for name in _CODES if (value := getattr(found, name)) or (found.id and name in _NEEDED)
    }
    sources = [each.strip() for each in (found.sources or "").split(",") if each.strip()]
    cells: dict[str, str | None] = {**codes, "type": found.statement_type or ""}
    cells |= {name: as_json(sorted(spans)) for name, spans in places.items()}  # type: ignore[arg-type]
    return CorrectedStatement(
        place, found.id or None, found.version, {**cells, "sources": json.dumps(sources)}, found.why
    )
