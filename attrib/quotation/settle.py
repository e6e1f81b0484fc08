"""One statement from several constructions: two cues for the same words, frames inside frames, levels."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import get_args

from attrib.quotation.quotation import Quotation
from attrib.records import Marker, Span

MARKER_ORDER: tuple[Marker, ...] = get_args(Marker)
"""The codebook's order of markers: when two fit the same words, the earlier decides."""


_CLAUSES: frozenset[Marker] = frozenset({"complement_clause", "verb_second"})
_MOSTLY = 0.8
"""The share of common characters from which two stretches are the same."""


def settle(found: Sequence[Quotation]) -> list[Quotation]:
    """Quotations of one sentence with doubles merged; what names nobody gives way to what names somebody.

    *Es wird berichtet, dass p, so Beamte* has two cues and one speaker; *sagte Raab laut Spiegel* has two speakers and
    stays two statements.
    """
    result: list[Quotation] = []
    for item in sorted(_nearest_cues(found), key=lambda one: (one.start, -one.length, MARKER_ORDER.index(one.marker))):
        place = next((i for i, other in enumerate(result) if _are_one(other, item)), None)
        if place is None:
            result.append(item)
        else:
            result[place] = _merge(result[place], item)
    return result


def _nearest_cues(found: Sequence[Quotation]) -> list[Quotation]:
    """*forderte das nach einer Erklärung, in der X vorgeworfen wird, er habe p*: of two verbs the nearer one has it."""
    rivals = [item for item in found if item.needs_nearest and item.cue]
    return [item for item in found if item not in rivals or not any(_has_it(other, item) for other in rivals)]


def _has_it(nearer: Quotation, item: Quotation) -> bool:
    """Whether another cue, nearer and before the content, introduces the same words, perhaps with some before them."""
    same = nearer.end == item.end and nearer.start <= item.start and not any(map(item.covers, nearer.cue))
    return same and _nearness(nearer) > _nearness(item)


def _nearness(item: Quotation) -> tuple[int, int]:
    """Where the cue before the content ends (zero if it stands behind), and how long it is: *ließ verlauten, …*."""
    before = [span for span in item.cue if span.start < item.start]
    return max((span.end for span in before), default=0), sum(span.end - span.start for span in before)


def _are_one(one: Quotation, other: Quotation) -> bool:
    """Whether two cues introduce the same words: with a word in common, or one of them naming nobody."""
    if _same_cue(one, other):
        return True
    narrow, wide = sorted((one, other), key=lambda item: item.length)
    if not (one.impersonal or other.impersonal) or _lies_inside(narrow, wide):
        return False
    framed = [*narrow.spans, *narrow.frame]
    return all(wide.overlaps(span) for span in framed) or _overlap(one, other) > _MOSTLY


def _lies_inside(narrow: Quotation, wide: Quotation) -> bool:
    """*beschloss, ihn zu holen, nachdem bekannt geworden war, dass p*: one with its frame inside the other.

    So is *Kritisiert wird, dass Firmen, die nach Angaben von X q, auch p*.
    """
    return any(map(wide.overlaps, narrow.frame)) and (wide.marker in _CLAUSES or 2 * narrow.length < wide.length)


def _same_cue(one: Quotation, other: Quotation) -> bool:
    return bool(set(one.cue) & set(other.cue))


def _overlap(one: Quotation, other: Quotation) -> float:
    """The share of common characters (F1)."""
    common = sum(
        max(0, min(left.end, right.end) - max(left.start, right.start)) for left in one.spans for right in other.spans
    )
    return 2 * common / (one.length + other.length)


def _merge(one: Quotation, other: Quotation) -> Quotation:
    """The same words under two cues: the narrower content, the named speaker, both cues."""
    if _same_cue(one, other):
        return min((one, other), key=lambda item: (MARKER_ORDER.index(item.marker), item.length))
    named, nameless = (other, one) if one.impersonal else (one, other)
    content = nameless if nameless.length < named.length else named
    return named.with_(
        spans=tuple(without(content.spans, other.frame if content is one else one.frame)),
        cue=tuple(sorted((*nameless.cue, *named.cue))),
        frame=tuple(sorted((*nameless.frame, *named.frame))),
        detail=f"{named.detail}; with {nameless.detail}",
        certainty=nameless.certainty or named.certainty,
    )


def without(spans: Sequence[Span], frames: Sequence[Span]) -> Iterator[Span]:
    """The spans without the words of a frame among them: *dass p, | so Beamte*."""
    for span in spans:
        start = span.start
        for frame in sorted(item for item in frames if item.overlaps(span)):
            if frame.start > start:
                yield Span(start, frame.start)
            start = max(start, frame.end)
        if start < span.end:
            yield Span(start, span.end)


def nest(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Text order, and for each statement how many others hold it."""
    once: dict[object, Quotation] = {}
    taken_up = {item.sentence - 1 for item in found if item.takes_up}
    for item in found:
        # *Er sei betrunken gewesen. Das gab das Amt bekannt.*: the next sentence says who, not what came before it
        if not (item.may_be_taken_up and item.sentence in taken_up):
            # Two rules that say the same of the same words: the first one speaks.
            once.setdefault((item.type, item.spans, item.cue, item.speaker), item)
    ordered = sorted(once.values(), key=lambda item: (item.start, -item.length, item.sentence))
    return tuple(item.with_(level=len(list(_holders(place, ordered)))) for place, item in enumerate(ordered))


_FAR = 60
"""How many statements before a statement may begin that holds it: more than any sentence has."""


def _holders(place: int, ordered: Sequence[Quotation]) -> Iterator[int]:
    """The places of the statements that hold the one at `place`; they begin before it or with it."""
    item = ordered[place]
    if item.type == "author":
        return
    start, end = item.start, item.end
    for other in range(max(0, place - _FAR), min(len(ordered), place + _FAR)):
        outer = ordered[other]
        if outer.start > start:
            break
        if outer.end >= end and other != place and holds(outer, item):
            yield other


_NEAR = 20_000
"""Characters between a word and the beginning of a statement that it could introduce or lie in: a dozen pages."""


def near(place: Span, ordered: Sequence[Quotation]) -> range:
    """The places of the statements, in text order, that begin within a dozen pages of a stretch of text."""
    first = bisect_left(ordered, place.start - _NEAR, key=lambda item: item.start)
    return range(first, bisect_right(ordered, place.end + _NEAR, lo=first, key=lambda item: item.start))


def parent_of(place: int, ordered: Sequence[Quotation]) -> int | None:
    """The place of the shortest statement that holds the one at `place`, in statements in text order."""
    return min(_holders(place, ordered), key=lambda other: ordered[other].length, default=None)


def holds(outer: Quotation, inner: Quotation) -> bool:
    """Whether `inner` lies wholly inside the longer `outer`; what has the same words may lie in an answer, and an act
    that somebody passes on (*Laut Y kritisierte X p*) in what is passed on."""
    if outer.type == "author" or inner.type == "author" or not _is_wider(outer, inner):
        return False
    return all(outer.covers(span) or _within_gap(outer, span) for span in inner.spans)


def _is_wider(outer: Quotation, inner: Quotation) -> bool:
    if outer.length != inner.length:
        return outer.length > inner.length
    answer = outer.marker == "speaker_label" and inner.marker != "speaker_label"
    return answer or (inner.type == "reported" and outer.type in {"indirect", "indirect_free_indirect"})


def _within_gap(outer: Quotation, span: Span) -> bool:
    """A stretch that spans the frame between two halves of the outer statement."""
    return len(outer.spans) > 1 and outer.start <= span.start and span.end <= outer.end and outer.overlaps(span)
