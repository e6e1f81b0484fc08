"""Kinds of parties that several steps tell apart."""

from attrib.records import SourceKind

PEOPLE: frozenset[SourceKind] = frozenset({"person", "official", "expert", "witness", "head_of_state"})
OUTLETS: frozenset[SourceKind] = frozenset({"media", "news_agency"})
WITHOUT_SPEAKERS: frozenset[SourceKind] = PEOPLE | OUTLETS | {"document", "hearsay", "publisher"}
"""For whom no spokesperson and no declaration is brought in without a word for whose it is: people, works, and who only
passes on what is said."""
