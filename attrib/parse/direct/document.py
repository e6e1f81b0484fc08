"""Documents with the names that Stanza's have, and nothing but what is asked of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Word:
    """One syntactic word, numbered from 1; what is not known yet is empty, as it is where Stanza says *_*."""

    id: int
    text: str
    lemma: str = ""
    upos: str = ""
    feats: str = ""
    head: int = 0
    deprel: str = ""


@dataclass(slots=True)
class Token:
    """What stands in the text from `start_char` to `end_char`, and its words."""

    start_char: int
    end_char: int
    text: str
    words: list[Word]


@dataclass(slots=True)
class Sentence:
    """Tokens in order; `ents` is there because Stanza's sentences have it."""

    tokens: list[Token]
    words: list[Word] = field(init=False)
    ents: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        self.words = [word for token in self.tokens for word in token.words]


@dataclass(slots=True)
class Document:
    """A text and its sentences."""

    text: str
    sentences: list[Sentence]


def made(rows: Sequence[Iterable[Mapping[str, Any]]], text: str) -> Document:
    """A document from the rows that Stanza would make one of: see `attrib.parse.recut`."""
    return Document(text, [Sentence(_tokens(sentence)) for sentence in rows])


def _tokens(rows: Iterable[Mapping[str, Any]]) -> list[Token]:
    tokens: list[Token] = []
    for row in rows:
        if "start_char" in row:
            tokens.append(Token(row["start_char"], row["end_char"], row["text"], []))
        if isinstance(row["id"], int):
            tokens[-1].words.append(Word(row["id"], row["text"]))
    return tokens
