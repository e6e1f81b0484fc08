"""What nobody but the publisher vouches for: sentences, or what is left of them beside a statement and its frame."""

from collections.abc import Iterator, Sequence

from attrib.quotation.quotation import Quotation
from attrib.quotation.scope import Scope
from attrib.records import Part, Span
from attrib.text.text import Text
from attrib.text.view import View
from attrib.text.words import any_finite, any_overlaps, content

_OPENING = frozenset('„»“"(')
_EDGES = frozenset(",;:–—-")
_SHORTEST = 3


def author_statements(scope: Scope) -> Iterator[Quotation]:
    """One author statement for each sentence (or its remainder) that no statement found so far accounts for."""
    for view in scope.passage.views:
        here = [item for item in scope.found if _touches(item, view.sentence.span)]
        if not any(item.type == "author" for item in here):
            text = scope.passage.text
            rest = _remainder(text.document.text, view, here, scope.passage.label)
            if rest:
                yield _with_hearsay(_author(view, rest, scope.passage.part), text)


def _touches(item: Quotation, place: Span) -> bool:
    return any_overlaps((*item.spans, *item.frame), place)


def _remainder(text: str, view: View, here: Sequence[Quotation], label: Span | None) -> tuple[Span, ...]:
    """The stretches of the sentence outside statements and frames that hold a clause of their own.

    The label of a question is no part of what is asked.
    """
    sentence = view.sentence.span
    if label is not None and label.overlaps(sentence):
        sentence = _stripped(text, min(label.end, sentence.end), sentence.end)
    taken = sorted(span for item in here for span in _used(item) if span.overlaps(sentence))
    if not taken:
        return (sentence,) if sentence.start < sentence.end else ()
    stretches: list[Span] = []
    place = sentence.start
    for span in (*taken, Span(sentence.end, sentence.end)):
        stretch = _stripped(text, place, max(place, span.start))
        if _is_clause(view, stretch):
            stretches.append(stretch)
        place = max(place, span.end)
    return tuple(stretches)


def _used(item: Quotation) -> tuple[Span, ...]:
    """The words that a statement and its frame take up; a speaker outside of the frame stands in the author's words."""
    framed = item.type in {"direct", "indirect"}
    speaker = item.speaker if framed and not item.frame else ()
    return (*item.spans, *item.frame, *(item.cue if framed else ()), *speaker)


def _stripped(text: str, start: int, end: int) -> Span:
    """The stretch without blanks and marks at its ends; nothing may be left of it."""
    while start < end and not text[start].isalnum() and text[start] not in _OPENING:
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return Span(start, end)


def _is_clause(view: View, stretch: Span) -> bool:
    words = [word for word in view.sentence.words if stretch.contains(word.span)]
    return any_finite(words) and len(content(words)) >= _SHORTEST


def _with_hearsay(statement: Quotation, text: Text) -> Quotation:
    """*angeblich*: what is put forward so, nobody vouches for; not even the publisher."""
    for word in text.words_in(statement.spans):
        adverb = text.language.lexicon.adverb(word) if word.upos in {"ADV", "ADJ"} else None
        if adverb is not None and adverb.hearsay:
            return statement.with_(
                marker="adverb", cue=(word.span,), rule="hearsay_adverb", detail=word.text, impersonal=True
            )
    return statement


def _author(view: View, spans: tuple[Span, ...], part: Part) -> Quotation:
    return Quotation(
        type="author",
        marker="none",
        medium="writing",
        spans=spans,
        sentence=view.sentence.number,
        rule="author",
        detail="heading" if part.kind == "heading" else "nobody else is credited",
    )
