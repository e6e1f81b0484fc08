"""Whose a noun without a name is: *Verbündete hätten das bestätigt, sagte die Sprecherin der NATO*: hers."""

from collections.abc import Iterable

from attrib.registry.registry import Registry, RegistrySource
from attrib.source.known import Party


def own_role(noun: str, institutions: Iterable[str], registry: Registry) -> tuple[RegistrySource, Party] | None:
    """The registered party that those who speak call so; None if they have none of that name, or several.

    `institutions` are the ids of the sources of the statement that speaks of them.
    """
    speaking = sorted(set(institutions))
    entries = {entry.id: entry for each in speaking for entry in registry.by_role(noun, each)}
    if len(entries) != 1:
        return None
    (entry,) = entries.values()
    detail = f"{noun}: of {', '.join(speaking)}"
    return entry, Party(entry.id, entry.disclosure or "role", "role_of_speaker", detail)
