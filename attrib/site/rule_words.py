"""Names of rules and reasons of grouping in words: no page shows a key of the program without what it means."""

import re

from attrib.site.wording import reader

_SOURCE_RULES = {
    "full_name": "called by its full name",
    "family_name": "called by the family name alone",
    "title_and_name": "called by title and name",
    "alias": "called by another of its names",
    "abbreviation": "called by its abbreviation",
    "metonym": "called by a place that stands for it",
    "pronoun": "a pronoun, with one party near that fits",
    "anaphor": "taken up by a noun of its kind",
    "goes_on": "goes on with what the same party said before",
    "both": "both parties named before",
    "speaks_for": "somebody who speaks for it says so",
    "publisher": "what nobody else is credited with is the outlet’s own",
    "hearsay": "nobody identifiable stands behind it",
    "unnamed_party": "a party without a name",
    "document": "a work that is cited",
    "discovered": "named in the text, and in no registry",
    "discovered_person": "a person named in the text, and in no registry",
    "nationality": "called by its nationality",
    "role_and_country": "called by role and country",
    "role_in_context": "called by its role, which the text has given it before",
    "role_of_institution": "called by its role at an institution",
    "office": "by the office it holds in the registry",
    "judgement": "put in by a person",
}
_COMPARED = re.compile(r"\(as in (?P<statement>[\w.-]+)\)$")


def in_words(rule: str) -> str:
    """How it was decided who a source is, in the reader's language; a rule without words by its own, spelled out."""
    known = _SOURCE_RULES.get(rule)
    return rule.replace("_", " ") if known is None else reader.get().text(known)


def compared_with(reason: str) -> str | None:
    """The id of the statement with which one was compared when it was put into a claim."""
    found = _COMPARED.search(reason)
    return found["statement"] if found else None
