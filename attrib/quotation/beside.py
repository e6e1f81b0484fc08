"""What a frame says beside the words in quotation marks that it introduces.

*Dass p, bestätigte X: „A.“* · *p, sagte X: „A.“* · *X kündigte an, p zu tun: „A.“* · *X verteidigte den Plan: „A.“*:
the verb before the colon has content of its own, or sums up an act.
"""

from collections.abc import Iterable, Sequence

from attrib.quotation.passage import Passage, follows_colon, is_sentential, word_before
from attrib.quotation.quotation import Quotation
from attrib.quotation.settle import without
from attrib.records import Span
from attrib.text.marks import Quoted


def before_colon(passage: Passage, item: Quotation, direct: Sequence[Quotation]) -> Quotation | None:
    """The statement up to the colon behind which somebody is quoted; None if nothing of it stands before that.

    Words that it introduces itself stay in it: *Er sagte, X habe erklärt: „A.“*
    """
    for quoted in (other for other in passage.quoted if other.depth == 0 and _reaches(item, other)):
        if _ends(passage, item, quoted, direct):
            last = word_before(passage, word_before(passage, quoted.span.start).start)
            spans = tuple(_cut(item.spans, last.end))
            return item.with_(spans=spans) if spans else None
    return item


def _reaches(item: Quotation, quoted: Quoted) -> bool:
    """Whether a frame before the marks has content in them."""
    framed = bool(item.cue) and item.cue[0].start < quoted.span.start
    return framed and item.start < quoted.span.end and quoted.span.start < item.end


def _ends(passage: Passage, item: Quotation, quoted: Quoted, direct: Sequence[Quotation]) -> bool:
    """Whether what stands behind the colon is a sentence of its own, which nothing in the statement introduces."""
    if not follows_colon(passage, quoted):
        return False
    framed = next((other for other in direct if other.spans == (quoted.span,)), None)
    if framed is None:
        return is_sentential(passage, quoted)
    return framed.cue == item.cue or not any(map(item.covers, framed.cue))


def _cut(spans: Iterable[Span], end: int) -> Iterable[Span]:
    """The stretches as far as they stand before a place."""
    return (Span(span.start, min(span.end, end)) for span in spans if span.start < end)


def with_own_frame(item: Quotation, others: Iterable[Quotation], text: str) -> Quotation:
    """A quotation whose frame does not hold what else its cue introduces: *X sagte, | p: | „A.“*"""
    if not item.shares_frame:
        return item
    same = (other for other in others if other.type == "indirect" and not set(item.cue).isdisjoint(other.cue))
    content = [span for other in same for span in other.spans]
    pieces = (_stripped(text, span) for span in without(item.frame, content))
    return item.with_(frame=tuple(span for span in pieces if any(map(str.isalnum, text[span.start : span.end]))))


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
