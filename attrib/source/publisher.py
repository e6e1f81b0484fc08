"""The parties of what nobody in particular says: the outlet's own voice, hearsay, whoever it was that denied."""

from functools import cache
from typing import Literal

from attrib.records import Document, Source, SourceKind
from attrib.registry.registry import Registry, to_source
from attrib.taxonomy import load_taxonomy
from attrib.text.kebab import kebab


@cache
def hearsay() -> Source:
    """The row of what nobody is credited with."""
    return _of_nobody("hearsay", field="source_kind", kind="hearsay")


@cache
def unnamed() -> Source:
    """The row of whoever denies something where the text names nobody: *wurde dementiert*."""
    return _of_nobody("unnamed", field="disclosure", kind="other")


def _of_nobody(id_: Literal["hearsay", "unnamed"], *, field: str, kind: SourceKind) -> Source:
    """A row that is the same in all documents, called as its term in a field of the codebook."""
    term = next(term for term in load_taxonomy(field) if term.code == id_)
    return Source(
        id=id_,
        name=term.label_de,
        name_en=term.label,
        kind=kind,
        origin=id_,
        reliability_basis="Not rated: nobody is named.",
    )


def publisher(document: Document, registry: Registry) -> Source:
    """The outlet's row: the registry's, one made of its name, or one of this document alone if it is unknown."""
    if document.publisher is None:
        return Source(
            id=f"publisher-{document.id}",
            name=f"Unbekannter Herausgeber ({document.name})",
            name_en=f"Unknown publisher ({document.name})",
            kind="publisher",
            origin="publisher",
        )
    known = registry.by_alias(document.publisher)
    if len(known) == 1:
        return to_source(known[0])
    return Source(id=kebab(document.publisher), name=document.publisher, kind="publisher", origin="publisher")
