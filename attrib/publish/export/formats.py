"""The formats by name."""

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from attrib.errors import ExportError
from attrib.publish.export.brat import write_brat
from attrib.publish.export.database_copy import write_sqlite
from attrib.publish.export.doccano import write_doccano
from attrib.publish.export.label_studio import write_label_studio
from attrib.publish.export.material import Left, Material, Written
from attrib.publish.export.nested import write_jsonl
from attrib.publish.export.parquet import write_parquet
from attrib.publish.export.tables import write_csv
from attrib.publish.export.uima import write_uima
from attrib.publish.export.web_annotation import write_webannotation
from attrib.publish.export.wikinews_corpus import write_wikinews
from attrib.publish.export.words import write_conllu

Write = Callable[[Material, Path], Iterator[Written]]


class Format(NamedTuple):
    """One way to take the data away."""

    title: str
    write: Write
    needs_words: bool = False
    """Made from the parser's analysis, which stands in the working database only."""
    needs: str | None = None
    """What is needed to write it beside attrib itself; the extra of attrib that brings it has the format's name."""


FORMATS = MappingProxyType(
    {
        "csv": Format(
            "Tables as CSV with a Frictionless Data Package, and all statements in one flat table", write_csv
        ),
        "parquet": Format("Tables as Parquet, with their types", write_parquet, needs="pyarrow"),
        "jsonl": Format("Documents, claims and sources as nested JSON Lines", write_jsonl),
        "sqlite": Format("The published SQLite database", write_sqlite),
        "conllu": Format("Words and sentences as CoNLL-U, statements, cues and speakers in MISC", write_conllu, True),
        "webannotation": Format("W3C Web Annotations as JSON-LD, one file for each document", write_webannotation),
        "wikinews": Format("Quotations in the format of the German Wikinews quotation corpus", write_wikinews, True),
        "uima": Format("UIMA CAS XMI for INCEpTION, to correct and bring back", write_uima, True, "cassis"),
        "brat": Format("Standoff for brat, to correct and bring back", write_brat, True),
        "doccano": Format("JSON Lines for doccano, to correct and bring back", write_doccano, True),
        "labelstudio": Format("Tasks for Label Studio, to correct and bring back", write_label_studio, True),
    }
)
"""What `--format` takes."""


def chosen(names: Iterable[str], *, has_words: bool) -> list[str]:
    """The formats asked for, each once; raises ExportError for one that is not known or cannot be made."""
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        if name not in FORMATS:
            raise ExportError(
                f"There is no format {name!r}. The formats are: {', '.join(FORMATS)}.",
                seen=name,
                allowed=tuple(FORMATS),
            )
        if name in missing_libraries():
            raise ExportError(
                f"{name} needs {FORMATS[name].needs}, which is not installed: pip install 'attrib[{name}]'",
                seen=name,
                allowed=tuple(writable()),
            )
        if FORMATS[name].needs_words and not has_words:
            raise ExportError(
                f"{name} is made from the analysis of the words, which a published copy does not hold. Name the "
                "working database written by `attrib annotate`.",
                seen=name,
            )
    return wanted


def writable() -> list[str]:
    """The formats whose library is installed."""
    return [name for name in FORMATS if name not in missing_libraries()]


def missing_libraries() -> dict[str, str]:
    """The formats that cannot be written here, each with the library that is not installed."""
    needed = {name: known.needs for name, known in FORMATS.items() if known.needs is not None}
    return {name: library for name, library in needed.items() if importlib.util.find_spec(library) is None}


def write_formats(material: Material, names: Iterable[str], folder: Path) -> Iterator[tuple[str, Written]]:
    """Write the formats into the folder, each file with the format it belongs to."""
    for name in names:
        for written in FORMATS[name].write(material, folder):
            yield name, written


def left_out(material: Material, names: Iterable[str]) -> list[Left]:
    """What the rights of the articles keep out of each format."""
    partly = material.number("SELECT count(*) FROM documents WHERE rights <> 'full'")
    return [Left(name, partly, _REASONS[FORMATS[name].needs_words]) for name in names if partly]


_REASONS = {
    True: "documents are left out, because this format holds their whole text and their rights are not full",
    False: "documents are without their text, because their rights are not full; rights none: no words at all",
}
