"""Whether a statement is confirmed or disputed: derived from the stands that parties take on it.

Status is never a verdict about the world. `status()` is the one function that derives it, from who stands where.
"""

from collections.abc import Iterable

from attrib.records import Assessment, StatementType, Status, Verdict

_UNDOING: frozenset[Verdict] = frozenset({"denies", "doubts"})
_BACKING: frozenset[Verdict] = frozenset({"confirms", "supports"})
_OPEN: frozenset[Verdict] = frozenset({"withholds", "no_evidence"})


def status(assessments: Iterable[Assessment], *, type: StatementType, is_hearsay: bool, origins: int = 1) -> Status:
    """The status of one statement from the assessments that target it; the first rule that holds.

    `origins` counts the independent origins of statements that put the same claim forward. A statement's own source
    repeating itself is no assessment and must not be passed in.
    """
    found = list(assessments)
    backing = {item.source for item in found if item.verdict in _BACKING}
    undoing = {item.source for item in found if item.verdict in _UNDOING}
    # A party that both confirms and denies contests nothing by itself: *from different parties*.
    if backing and undoing and len(backing | undoing) > 1:
        return "contested"
    if undoing:
        return "disputed"
    if any(item.verdict == "confirms" for item in found):
        return "confirmed"
    if any(item.verdict in _OPEN for item in found):
        return "unconfirmed"
    if backing and origins >= 2:
        return "corroborated"
    return "asserted" if type == "author" and not is_hearsay else "claimed"


def deciding(value: Status, assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """The assessments that gave a statement this status; none for what is only claimed or asserted."""
    weighing: dict[Status, frozenset[Verdict]] = {
        "contested": _BACKING | _UNDOING,
        "disputed": _UNDOING,
        "confirmed": frozenset({"confirms"}),
        "unconfirmed": _OPEN,
        "corroborated": frozenset({"supports"}),
    }
    verdicts = weighing.get(value, frozenset())
    return tuple(item for item in assessments if item.verdict in verdicts)
