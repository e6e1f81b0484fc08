"""What became of the ids of statements when a document is annotated again.

A statement's id follows from its place, type, cue and speaker: a better rule gives better places and other ids. Whoever
cited an old one is led to the statement that now covers the same words, if there is one and only one.
"""

from collections.abc import Iterable, Mapping, Sequence

from attrib.records import Span, Statement

_SHARE = 0.5
"""Two statements are the same one moved if they share at least half of the characters they cover together."""


def successors(
    earlier: Mapping[str, Sequence[Span]], superseded: Mapping[str, str | None], statements: Iterable[Statement]
) -> dict[str, str | None]:
    """For every id that is no longer given: the id of the statement in its place, or None.

    `earlier` holds the places of the statements that are being replaced, `superseded` what was known of still older
    ids. An id that is given again is no longer superseded.
    """
    listed = list(statements)
    given = {statement.id for statement in listed}
    gone = {old: _successor(spans, listed) for old, spans in earlier.items() if old not in given}
    older = {
        old: target if target is None or target in given else gone.get(target)
        for old, target in superseded.items()
        if old not in given
    }
    return older | gone


def _successor(spans: Sequence[Span], statements: Sequence[Statement]) -> str | None:
    shares = sorted(((_share(spans, statement.spans), statement.id) for statement in statements), reverse=True)
    if not shares or shares[0][0] < _SHARE:
        return None
    is_only = len(shares) == 1 or shares[1][0] < shares[0][0]
    return shares[0][1] if is_only else None


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    together = sum(span.end - span.start for span in (*one, *other)) - common
    return common / together if together else 0.0
