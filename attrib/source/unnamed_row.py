"""Rows for parties without a name: one for each document and wording, under a group of all who are alike."""

from collections.abc import Sequence

from attrib.records import Source, SourceKind
from attrib.source.display import display_name
from attrib.source.known import Party
from attrib.source.resolver import Question
from attrib.taxonomy import load_taxonomy
from attrib.text.analysis import Word
from attrib.text.kebab import kebab

_FUNCTION_WORDS = frozenset({"DET", "PUNCT", "ADP", "CCONJ"})
_LONGEST_ID = 5
"""How many words make the id."""


def unnamed_row(
    question: Question, words: Sequence[Word], kind: SourceKind, rule: str, *, institution: str | None = None
) -> Party:
    """A party that the text only describes."""
    wording = " ".join(word.text for word in words)
    content = [word.lemma for word in words if word.upos not in _FUNCTION_WORDS]
    group = unnamed_group(kind, question.language.countries.first_of(words), institution)
    source = Source(
        id=f"unnamed-{kebab(' '.join(content[:_LONGEST_ID])) or 'party'}-{question.text.document.id[:6]}",
        name=display_name(question.text, words),
        kind=kind,
        origin="unnamed",
        country=group.country,
        part_of=institution,
        grouped_under=group.id,
    )
    return question.new(source, "unnamed", rule, wording, related=(group,))


def unnamed_group(kind: SourceKind, country: str | None, institution: str | None) -> Source:
    """All anonymous parties of one kind, country and institution, in whatever words and documents."""
    about = [part for part in (country, institution) if part is not None]
    term = next(term for term in load_taxonomy("source_kind") if term.code == kind)
    tail = f" ({', '.join(about)})" if about else ""
    return Source(
        id="-".join(["unnamed", kebab(kind), *(kebab(part) for part in about)]),
        name=f"{term.label_de}{tail}, anonym",
        name_en=f"{term.label}{tail}, anonymous",
        kind=kind,
        origin="unnamed",
        country=country,
        part_of=institution,
    )
