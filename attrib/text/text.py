"""One document as the stages see it: its parts, its sentences with their clauses, its words, its language.

A `Text` is made once and handed from stage to stage; none of them changes it, and none takes a language beside it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrib.records import JOINT, Document, Part, PartKind, Span
from attrib.text.analysis import Analysis, Sentence, Word, words_in
from attrib.text.kept import Kept
from attrib.text.language import Language
from attrib.text.marks import Quoted, quoted_stretches
from attrib.text.view import View


class Text:
    """A parsed document: what the parser said of it, mended by the language, in views of its sentences."""

    def __init__(self, document: Document, parts: Sequence[Part], parsed: Analysis, language: Language) -> None:
        self.document = document
        self.parts = tuple(parts)
        self.parsed = parsed
        """As the parser left it."""
        self.language = language
        self.analysis: Analysis = language.grammar.mended(parsed)
        """With the words' tags set right where word order settles them."""
        self.views = tuple(View(sentence, language) for sentence in self.analysis.sentences)
        self.kept = Kept()

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The mended sentences in order."""
        return self.analysis.sentences

    @cached_property
    def part_kinds(self) -> Mapping[int, PartKind]:
        """What each part of the document is, by its number."""
        return {part.number: part.kind for part in self.parts}

    @cached_property
    def by_part(self) -> dict[int, list[View]]:
        """The views of each part that has any, by the part's number."""
        found: dict[int, list[View]] = {}
        for view in self.views:
            found.setdefault(view.sentence.part, []).append(view)
        return found

    def before(self, view: View) -> View | None:
        """The sentence before another one, None before the first."""
        number = view.sentence.number
        return self.views[number - 1] if number > 0 else None

    def sentence_at(self, place: int) -> View:
        """The sentence that holds an offset, or the last one before it."""
        number = bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1
        return self.views[max(number, 0)]

    def touching(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with a stretch of the text."""
        return self.analysis.touching(span.start, span.end)

    def touched(self, spans: Iterable[Span]) -> tuple[Sentence, ...]:
        """The sentences that share a character with one of several stretches."""
        places = tuple(spans)
        if len(places) == 1:
            return self.touching(places[0])
        found = self._around(places)
        return tuple(item for item in found if any(place.overlaps(item) for place in places))

    def _around(self, spans: Sequence[Span]) -> tuple[Sentence, ...]:
        return self.analysis.touching(min(item.start for item in spans), max(item.end for item in spans))

    def words_in(self, spans: Sequence[Span]) -> list[Word]:
        """The words that share a character with one of the stretches, in order."""
        return words_in(spans, self._around(spans)) if spans else []

    def views_touched(self, spans: Iterable[Span]) -> tuple[View, ...]:
        """The views of the sentences that share a character with one of several stretches."""
        return tuple(self.views[sentence.number] for sentence in self.touched(spans))

    def quoted(self, place: Span) -> tuple[Quoted, ...]:
        """What stands in quotation marks in a stretch of the text."""
        written, language = self.document.text, self.language
        return self.kept(("quoted", place), lambda: quoted_stretches(written, place, language=language))

    def cut(self, spans: Iterable[Span]) -> str:
        """The text of the stretches, joined as everywhere in the database."""
        return JOINT.join(self.document.text[span.start : span.end] for span in spans)
