"""What brat's files call things, for whoever writes them and whoever reads them."""

from collections.abc import Iterable

from attrib.records import Span

EVENT = "Statement"
FORM = "form"
"""The attribute that says which form a statement has."""
NOTE = "AnnotatorNotes"


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Stretches that only the end of a line keeps apart are one: brat has none over the end of a line."""
    found: list[Span] = []
    for span in sorted(spans):
        between = text[found[-1].end : span.start] if found else ""
        if found and "\n" in between and not between.strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
