"""One part of a document as the quotation rules see it, and which of its quoted stretches are words of somebody."""

from collections.abc import Iterator
from dataclasses import dataclass

from attrib.analysis import Word
from attrib.quotation.cues import Cue
from attrib.quotation.marks import Quoted
from attrib.quotation.quotation import Quotation
from attrib.quotation.view import View
from attrib.syntax import is_finite

_MARKS = frozenset("„“”\"«»‚‘’‹›'")


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the document as the quotation rules see it: its sentences with their cues, and what is quoted."""

    views: tuple[View, ...]
    cues: tuple[tuple[Cue, ...], ...]
    quoted: tuple[Quoted, ...]

    def is_quoted(self, word: Word) -> bool:
        """Whether the word stands inside quotation marks."""
        return any(item.span.start < word.start < item.span.end for item in self.quoted)


def is_sentential(passage: Passage, quoted: Quoted) -> bool:
    """Whether the quoted words make a clause of their own: a finite verb and a capital at the start, or a full stop."""
    words = [word for word in words_of(passage) if quoted.inner.contains(word.span)]
    content = [word for word in words if word.upos != "PUNCT"]
    finite = any(is_finite(word) for word in content)
    return bool(content) and finite and (len(content) >= 4 or words[-1].text in {".", "!", "?"})


def words_of(passage: Passage) -> Iterator[Word]:
    """Every word of the passage."""
    return (word for view in passage.views for word in view.sentence.words)


def fragments(passage: Passage, quotation: Quotation) -> Iterator[Quoted]:
    """The quoted stretches inside a statement that is not itself the quotation: verbatim words in a paraphrase."""
    for quoted in passage.quoted:
        if quotation.covers(quoted.span) and not is_name(passage, quoted):
            yield quoted


def is_name(passage: Passage, quoted: Quoted) -> bool:
    """*der „Spiegel“*, *die „Titanic“*: up to three capitalised words behind an article or a noun are a name."""
    words = [word for word in words_of(passage) if quoted.inner.contains(word.span) and word.upos != "PUNCT"]
    if not words or len(words) > 6 or not words[0].text[:1].isupper():
        return False
    before = [word for word in words_of(passage) if word.end <= quoted.span.start and word.text not in _MARKS]
    if not before:
        return False
    lowered = [word for word in words if word.text[:1].islower()]
    if len(words) <= 6 and words[0].upos == "PROPN" and not any(is_finite(word) for word in lowered):
        return True
    things = passage.views[0].language.words("named_things")
    if before[-1].upos in {"NOUN", "PROPN"} and any(before[-1].lemma.lower().endswith(thing) for thing in things):
        return True
    return all(word.upos in {"PROPN", "NUM"} for word in words) and before[-1].upos in {"DET", "NOUN", "PROPN"}
