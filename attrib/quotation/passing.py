"""Who only passes on what somebody else says: *„A“, sagte X laut Y* · *X sagte laut Y: „A“*.

Where the rest of the clause is nothing but the frame of another statement, Y puts nothing forward, but is a link
between the publisher and X.
"""

from collections.abc import Iterable, Sequence

from attrib.quotation.quotation import Quotation
from attrib.records import Marker, Span
from attrib.text.analysis import Word

PASSING: frozenset[Marker] = frozenset({"according_to", "comparative_clause"})
"""The devices by which somebody may be named who passes a statement on."""


_MARK = 2
"""Characters of a mark and a blank."""


def with_passing(words: Sequence[Word], found: Sequence[Quotation]) -> list[Quotation]:
    """The statements of a sentence, of whose `words` those that only pass others on have nothing but their frames.

    They are left out; the others name who passed them on.
    """
    kept = list(found)
    for item in (one for one in found if one.marker in PASSING):
        about = [
            other for other in kept if other is not item and _is_framed(other) and any(map(item.covers, other.cue))
        ]
        own = [word.span for word in words if word.upos != "PUNCT" and item.covers(word)]
        if own and all(any(_frames(other, span) for other in about) for span in own):
            kept.remove(item)
            kept = [passed(one, item) if one in about and _frames(one, own[0]) else one for one in kept]
    return kept


def beside_passing(words: Sequence[Word], act: Quotation, others: Iterable[Quotation]) -> Quotation:
    """*X kritisierte laut Y den Umbau*: the act in the words that Y is credited with, if these are all it says."""
    for item in filter(_tells, others):
        own = [word.span for word in words if word.upos != "PUNCT" and act.covers(word)]
        rest = [span for span in own if not _frames(item, span)]
        if len(rest) < len(own) and all(map(item.covers, rest)) and all(map(act.covers, item.spans)):
            return act.with_(spans=item.spans)
    return act


def _tells(item: Quotation) -> bool:
    """Whether it says what happened, not what somebody thinks (*nach Ansicht von Y*)."""
    return item.marker in PASSING and item.medium not in {"thought", "speech_thought"}


def _is_framed(item: Quotation) -> bool:
    return item.type in {"direct", "indirect"} and item.marker not in PASSING


def _frames(item: Quotation, place: Span) -> bool:
    return any(span.contains(place) for span in item.frame)


def passed(item: Quotation, by: Quotation) -> Quotation:
    """The statement with the mention of who passed it on, further from its source than those it names already, and the
    words that say so as part of its frame."""
    frame = _joined((*item.frame, *by.frame)) if item.frame else ()
    return item.with_(passed_on=(*by.speaker, *item.passed_on), frame=frame)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches in order; those with no more than a mark between them are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + _MARK:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
