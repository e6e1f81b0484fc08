"""By what gold names the source of a statement: a name is easy, a pronoun is not, no mention at all is hardest.

Told from gold alone, the first that holds:

* `nobody`: gold has no source.
* `several`: gold has several.
* `hearsay`, `publisher`: that is the source.
* `unnamed`: the disclosure is so, or the id begins so.
* `carried_over`: the statement goes on with what somebody said. There is no mention; or there is no cue, and the
  mention stands neither inside of the statement nor just before it, as a label does.
* `pronoun`: the mention is a pronoun, begins with a possessive (*seiner Ansicht*), or is an adverb that points back
  (*demnach*).
* `document`: that is the party's kind.
* `role`: the disclosure is so (*ein Sprecher der Polizei*); or a person is meant, and no word of the mention is in the
  person's id, which gold makes of the name (*der Innenminister*).
* `person`: a person, by name.
* `institution`: all others, by name or by what they are (*das Ministerium*).

A person is who has one of the kinds `PEOPLE`. An officer (`military`) or a board member (`company`) counts as an
institution: they have its kind, and gold does not tell them apart.
"""

import re
from collections.abc import Mapping
from typing import Literal, get_args

from attrib.evaluation.news.gold_article import GoldParty, GoldStatement
from attrib.records import SourceKind
from attrib.text.kebab import kebab
from attrib.text.language import Language

Mention = Literal[
    "person",
    "role",
    "institution",
    "document",
    "pronoun",
    "several",
    "unnamed",
    "carried_over",
    "hearsay",
    "publisher",
    "nobody",
]
MENTIONS: tuple[Mention, ...] = get_args(Mention)
PEOPLE: frozenset[SourceKind] = frozenset({"official", "head_of_state", "expert", "witness", "person"})
_OF_NOBODY: Mapping[str, Mention] = {"hearsay": "hearsay", "publisher": "publisher"}
_WORD = re.compile(r"\w")


def mention_of(statement: GoldStatement, text: str, parties: Mapping[str, GoldParty], *, language: Language) -> Mention:
    """The kind of mention of a gold statement; `parties` are those that its article lists, by their ids."""
    if not statement.sources:
        return "nobody"
    if len(statement.sources) > 1:
        return "several"
    (source,) = statement.sources
    if source in _OF_NOBODY:
        return _OF_NOBODY[source]
    if statement.disclosure == "unnamed" or source.startswith("unnamed"):
        return "unnamed"
    if _is_carried_over(statement, text):
        return "carried_over"
    return _by_words(statement, text, source, parties.get(source), language)


def _by_words(statement: GoldStatement, text: str, source: str, party: GoldParty | None, language: Language) -> Mention:
    words = " ".join(text[start:end] for start, end in statement.speaker_spans or ())
    if _is_pronoun(words.lower(), language):
        return "pronoun"
    if party is not None and party.kind == "document":
        return "document"
    if statement.disclosure == "role":
        return "role"
    if party is not None and party.kind in PEOPLE:
        return "role" if set(kebab(words).split("-")).isdisjoint(source.split("-")) else "person"
    return "institution"


def _is_pronoun(words: str, language: Language) -> bool:
    anaphoric = {entry.form for entry in language.anaphoric_adverbs}
    first, _, _ = words.partition(" ")
    return words in language.words.personal_subjects | anaphoric or first in language.words.possessives


def _is_carried_over(statement: GoldStatement, text: str) -> bool:
    """Whether the statement itself does not say by whom it is."""
    if not statement.speaker_spans:
        return True
    if statement.cue_spans:
        return False
    first, last = min(start for start, _ in statement.spans), max(end for _, end in statement.spans)
    return not any(
        (start < last and first < end) or (end <= first and _WORD.search(text, end, first) is None)
        for start, end in statement.speaker_spans
    )
