"""By what a hand-annotated statement names its source: a name, a pronoun, a role, several parties, nobody.

Scores are told apart by it, since a name is easy and a pronoun is not.
"""

from collections.abc import Mapping
from typing import Any, Literal

from attrib.registry.registry import Registry
from attrib.source.name_index import Index, name_index
from attrib.text.kebab import kebab
from attrib.text.language import Language

MentionKind = Literal["named", "pronoun", "role", "group", "unnamed", "none"]
MENTION_KINDS: tuple[MentionKind, ...] = ("named", "pronoun", "role", "group", "unnamed", "none")


def mention_kind(row: Mapping[str, Any], *, language: Language, registry: Registry) -> MentionKind:
    """The kind of a row in the gold format; `none` where nobody is credited or no word names the speaker."""
    sources = tuple(row.get("sources") or ())
    words = " ".join(row.get("speaker") or ())
    if not sources:
        return "none"
    if row.get("disclosure") == "unnamed" or sources[0].startswith("unnamed"):
        return "unnamed"
    if len(sources) > 1:
        return "group"
    if not words:
        return "none"
    anaphoric = {entry.form for entry in language.anaphoric_adverbs}
    if words.lower() in language.words.personal_subjects | language.words.possessives | anaphoric:
        return "pronoun"
    return "named" if _names(words, sources[0], registry, name_index(registry, language).names) else "role"


def _names(words: str, source: str, registry: Registry, index: Index) -> bool:
    """Whether one of the words is part of a name or a place that stands for the source."""
    entry = registry.by_id.get(source)
    if entry is None:
        return not {kebab(word) for word in words.split()}.isdisjoint(source.split("-"))
    forms = (*entry.names, *entry.family_names, *entry.metonyms)
    known = {stem for form in forms for stem in index.stems(form) if stem[:1].isupper()}
    known -= {stem for role in entry.roles for stem in index.stems(role.noun)}
    return any(stem in known for stem in index.stems(words))
