"""The parties of what nobody in particular says: the outlet's own voice, hearsay, whoever it was that denied."""

from functools import cache

from attrib.records import Document, Source
from attrib.registry.registry import Registry, to_source
from attrib.source.mention import kebab
from attrib.taxonomy import load_taxonomy


@cache
def hearsay() -> Source:
    """The row of what nobody is credited with."""
    term = next(term for term in load_taxonomy("source_kind") if term.code == "hearsay")
    return Source(
        id="hearsay",
        name=term.label_de,
        name_en=term.label,
        kind="hearsay",
        origin="hearsay",
        reliability_basis="Not rated: nobody is named.",
    )


@cache
def unnamed() -> Source:
    """The row of whoever denies something where the text names nobody: *wurde dementiert*."""
    term = next(term for term in load_taxonomy("disclosure") if term.code == "unnamed")
    return Source(
        id="unnamed",
        name=term.label_de,
        name_en=term.label,
        kind="other",
        origin="unnamed",
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
