"""What a person does with an export: load it with cassis, as an annotation tool would, change it, save it."""

import gzip
import json
import zipfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from cassis import Cas, load_cas_from_xmi, load_typesystem

from attrib.publish.export.target import export
from attrib.records import Annotation
from attrib.store.link import link_database
from attrib.store.write import open_database, write_annotation

STATEMENT = "webanno.custom.AttribStatement"
WORDS = "webanno.custom.AttribWords"
LINK = "webanno.custom.AttribLink"


def working_database(path: Path, annotations: Iterable[Annotation]) -> Path:
    """A working database of these annotations, compared with each other."""
    db = open_database(path, create=True)
    with closing(db.conn):
        for annotation in annotations:
            write_annotation(db, annotation)
        link_database(db)
    return path


class Exported(NamedTuple):
    """An export to UIMA, unpacked."""

    folder: Path

    def cas(self, document: str) -> Cas:
        """One document by the type system that came along."""
        with (self.folder / "TypeSystem.xml").open("rb") as file:
            types = load_typesystem(file)
        with (self.folder / f"{document}.xmi").open("rb") as file:
            return load_cas_from_xmi(file, typesystem=types)

    def save(self, cas: Cas, document: str) -> Path:
        """The document as it was left."""
        path = self.folder / f"{document}.xmi"
        cas.to_xmi(path)
        return path


def exported(database: Path, folder: Path) -> Exported:
    """The documents of a working database as XMI."""
    export(database, formats=["uima"], out=folder)
    with zipfile.ZipFile(folder / "uima.zip") as archive:
        archive.extractall(folder / "xmi")
    return Exported(folder / "xmi")


def statement_in(cas: Cas, key: str) -> Any:
    """The statement with this id."""
    return next(each for each in cas.select(STATEMENT) if each.id == key)


def add_link(cas: Cas, statement: Any, role: str, start: int, end: int) -> None:
    """Link words to a statement with a role."""
    words = cas.typesystem.get_type(WORDS)(begin=start, end=end, role=role)
    cas.add(words)
    statement.links.elements.append(cas.typesystem.get_type(LINK)(role=role, target=words))


def rows_of(database: Path, folder: Path) -> list[dict[str, Any]]:
    """The documents of the nested JSON Lines of a database."""
    export(database, formats=["jsonl"], out=folder, force=True)
    with gzip.open(folder / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def save_rows(rows: Iterable[dict[str, Any]], path: Path) -> Path:
    """Documents as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
