"""What a perturbation is handed, a text with what was found in it, and what it gives back."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from attrib.evaluation.cases import Case, listed_in
from attrib.evaluation.invariance.rewriting import Rewriting, rewritten
from attrib.evaluation.invariance.vocabulary import Vocabulary
from attrib.records import Annotation, Marker, Part, Source, Span, Statement
from attrib.text.analysis import Word, read_conllu
from attrib.text.language import Language
from attrib.text.marks import Quoted, quoted_stretches
from attrib.text.parts import UNREAD
from attrib.text.text import Text
from attrib.text.traced import Edit

T = TypeVar("T")


@dataclass(frozen=True)
class Change:
    """A rewritten text, and what else the rewriting changes of the statements in it."""

    rewriting: Rewriting
    markers: Mapping[str, Marker] = field(default_factory=dict)
    """The marker that a statement has now, by the statement's id."""
    renamed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What a source may be called now, by its old name."""
    joined: Mapping[str, str] = field(default_factory=dict)
    """The source that is credited as well now, by the statement's id."""
    is_quotation_cut: bool = False
    """Whether the frame now stands inside the quotation: each of its pieces is a statement."""


@dataclass(frozen=True)
class Passage:
    """The unaltered text of a case with its annotation."""

    case: Case
    annotation: Annotation
    language: Language
    vocabulary: Vocabulary

    @property
    def text(self) -> str:
        """The unaltered text."""
        return self.case.text

    @cached_property
    def parsed(self) -> Text:
        """The text with its words."""
        return Text(self.annotation.document, self.annotation.parts, read_conllu(self.annotation.conllu), self.language)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of the whole text; a contraction is in it once for each of its words."""
        return tuple(self.parsed.analysis.words)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What has to be found again: all that somebody is credited with, and what the case lists."""
        listed = {item.id for item in listed_in(self.case, self.annotation)}
        return tuple(item for item in self.annotation.statements if item.id in listed or is_credited(item))

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The parties of the text by their ids."""
        return {source.id: source for source in self.annotation.sources}

    @cached_property
    def labelled(self) -> tuple[Statement, ...]:
        """The statements whose speaker the layout tells: no words can stand before the label."""
        return tuple(statement for statement in self.statements if statement.marker == "speaker_label")

    @property
    def is_laid_out(self) -> bool:
        """Whether the layout tells what is said as well: words behind it would be said, too."""
        quoted = {each.span for each in self.quoted}
        return any(not quoted.issuperset(statement.spans) for statement in self.labelled)

    @property
    def running(self) -> tuple[Part, ...]:
        """The parts of the text that are read and are no headings."""
        return tuple(part for part in self.annotation.parts if part.kind not in {"heading", "boilerplate", *UNREAD})

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """The quoted stretches of all parts."""
        return tuple(
            quoted
            for part in self.annotation.parts
            for quoted in quoted_stretches(self.text, Span(part.start, part.end), language=self.language)
        )

    def pick(self, choices: Sequence[T], purpose: str) -> T:
        """One of several, always the same for this text and purpose, and each equally often over many texts."""
        return choices[number_of(f"{purpose}\0{self.text}") % len(choices)]

    def change(self, *edits: Edit) -> Change:
        """The text with these edits."""
        return Change(rewritten(self.text, edits))

    def is_party(self, noun: Word) -> bool:
        """Whether the noun is one for persons or institutions."""
        nouns = self.language.lexicon.nouns
        return nouns.person(noun) is not None or nouns.institution(noun) is not None

    def is_written(self, word: Word) -> bool:
        """Whether the word stands in the text as it is, and not in one word with another (*vom*: *von* and *dem*)."""
        return self.text[word.start : word.end] == word.text

    def words_of(self, spans: Sequence[Span]) -> list[Word]:
        """The words that these stretches hold."""
        return self.parsed.words_in(spans)


def is_credited(statement: Statement) -> bool:
    """Whether anybody but the publisher is credited with it."""
    return statement.type != "author" or any(link.rule != "publisher" for link in statement.sources)


def number_of(words: str) -> int:
    """A number that looks like chance and is the same for the same words on every machine."""
    return int.from_bytes(hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()[:8], "big")
