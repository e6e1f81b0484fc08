"""One sentence cut into fields: what the constructions ask of it, and how far a frame reaches in it."""

from collections.abc import Sequence

from attrib.languages.language import Language
from attrib.languages.syntax import Field, is_finite, text_span
from attrib.quotation.cues import Cue
from attrib.records import Span
from attrib.text.analysis import Sentence, Word


class View:
    """One sentence with its fields: what the constructions ask of it."""

    def __init__(self, sentence: Sentence, fields: Sequence[Field], *, language: Language) -> None:
        self.sentence = sentence
        self.fields = tuple(fields)
        self.language = language

    def field_index(self, word: Word) -> int:
        """The number of the field that holds `word`; punctuation belongs to the field before it."""
        for index in range(len(self.fields) - 1, -1, -1):
            if self.fields[index].first <= word.number:
                return index
        return 0

    def words(self, first: int, last: int) -> tuple[Word, ...]:
        """The words numbered `first` to `last`, both included."""
        return self.sentence.words[first - 1 : last]

    def opening_form(self, field: Field) -> str:
        """The first word of a field in lower case."""
        return self.words(field.first, field.first)[0].text.lower()

    def field_words(self, index: int) -> tuple[Word, ...]:
        """The words of one field."""
        return self.words(self.fields[index].first, self.fields[index].last)

    @property
    def last_content(self) -> int:
        """The number of the last word before the sentence's final full stop."""
        last = len(self.sentence.words)
        while last > 1 and self.sentence.words[last - 1].text in {".", ",", ";", ":"}:
            last -= 1
        return last

    def span(self, first: int, last: int) -> Span | None:
        """Text from word `first` to word `last`, without punctuation at the ends (quotation marks stay)."""
        while first <= last and self.words(first, first)[0].text in {",", ";", ":", "–", "—", "-", "."}:
            first += 1
        while last >= first and self.words(last, last)[0].text in {",", ";", ":", "–", "—", "-", "."}:
            last -= 1
        return text_span(self.words(first, last)) if first <= last else None


def frame_start(view: View, cue: Cue) -> int:
    """The number of the first word of the clause that holds the cue."""
    index = view.field_index(cue.anchor)
    field = view.fields[index]
    if field.is_dependent:
        return field.first
    while index > 0:
        before = view.fields[index - 1]
        if before.kind in {"main", "complement", "infinitive"} and before.finite:
            break
        if before.closer in {";", ":"}:
            break
        index -= 1
    first = view.fields[index].first
    for word in reversed(view.words(first, cue.anchor.number)):
        if word.upos == "CCONJ" and word.number < cue.anchor.number and _verb_before(view, first, word.number):
            return word.number
    return first


def _verb_before(view: View, first: int, number: int) -> bool:
    return any(is_finite(word) for word in view.words(first, number))


def frame_spans(view: View, first: int, last: int, content: tuple[int, int]) -> tuple[Span, ...]:
    """The words `first` to `last` without the content between them, as stretches of text."""
    pieces: list[Span] = []
    if first < content[0]:
        pieces.append(text_span(view.words(first, min(last, content[0] - 1))))
    if last > content[1]:
        pieces.append(text_span(view.words(max(first, content[1] + 1), last)))
    return tuple(pieces)


def is_inside(word: Word, outside: tuple[int, int] | None) -> bool:
    """Whether the word lies in a stretch, given by its first and last word; in none if there is none."""
    return outside is not None and outside[0] <= word.number <= outside[1]
