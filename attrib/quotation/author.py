"""What nobody but the publisher vouches for: sentences, or what is left of them beside a statement and its frame."""

from collections.abc import Iterator, Sequence

from attrib.quotation.quotation import Quotation
from attrib.records import Part, Span
from attrib.text.language import Language
from attrib.text.view import View


def author_statements(
    text: str, part: Part, views: Sequence[View], found: Sequence[Quotation], *, language: Language
) -> Iterator[Quotation]:
    """One author statement for each sentence (or its remainder) that no statement in `found` accounts for."""
    for view in views:
        sentence = view.sentence
        here = [item for item in found if any(span.overlaps(sentence.span) for span in (*item.spans, *item.frame))]
        own = [item for item in here if item.type == "author"]
        if own:
            continue
        rest = _remainder(text, view, here)
        if rest:
            yield _author(view, rest, part)


def _remainder(text: str, view: View, here: Sequence[Quotation]) -> tuple[Span, ...]:
    """The stretches of the sentence outside statements and frames that hold a clause of their own."""
    taken = sorted(span for item in here for span in _used(item) if span.overlaps(view.sentence.span))
    if not taken:
        return (view.sentence.span,)
    stretches: list[Span] = []
    place = view.sentence.start
    for span in [*taken, Span(view.sentence.end, view.sentence.end)]:
        if span.start > place:
            stretch = _stripped(text, place, span.start)
            if stretch is not None and _is_clause(view, stretch):
                stretches.append(stretch)
        place = max(place, span.end)
    return tuple(stretches)


def _used(item: Quotation) -> tuple[Span, ...]:
    """The words that a statement and its frame take up; a speaker outside of the frame stands in the author's words."""
    framed = item.type in {"direct", "indirect"}
    speaker = item.speaker if framed and not item.frame else ()
    return (*item.spans, *item.frame, *(item.cue if framed else ()), *speaker)


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum() and text[start] not in '„»“"(':
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end) if end > start else None


def _is_clause(view: View, stretch: Span) -> bool:
    words = [word for word in view.sentence.words if stretch.contains(word.span)]
    return any(word.is_finite for word in words) and len([word for word in words if word.upos != "PUNCT"]) >= 3


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
