"""Whether a statement is confirmed or disputed: derived from the stands that parties take on it.

Status is never a verdict about the world. `status()` is the one function that derives it, from who stands where.
"""

from collections.abc import Iterable, Mapping

from attrib.records import Assessment, StatementType, Status, Verdict

_UNDOING: frozenset[Verdict] = frozenset({"denies", "doubts"})
_BACKING: frozenset[Verdict] = frozenset({"confirms", "supports"})
_OPEN: frozenset[Verdict] = frozenset({"withholds", "no_evidence"})
WEIGHING: Mapping[Status, frozenset[Verdict]] = {
    "contested": _BACKING | _UNDOING,
    "disputed": _UNDOING,
    "confirmed": frozenset({"confirms"}),
    "unconfirmed": _OPEN,
    "corroborated": frozenset({"supports"}),
}
"""The verdicts that count for each status; none for what is only claimed or asserted."""


def status(assessments: Iterable[Assessment], *, type: StatementType, is_hearsay: bool, origins: int = 1) -> Status:
    """The status of one statement from the assessments that target it; the first rule that holds.

    `origins` counts the independent origins of statements that put the same claim forward. A statement's own source
    repeating itself is no assessment and must not be passed in.
    """
    found = list(assessments)
    verdicts = {item.verdict for item in found}
    if verdicts & _UNDOING:
        return "contested" if _is_contested(found) else "disputed"
    if "confirms" in verdicts:
        return "confirmed"
    if verdicts & _OPEN:
        return "unconfirmed"
    if verdicts & _BACKING and origins >= 2:
        return "corroborated"
    return "asserted" if type == "author" and not is_hearsay else "claimed"


def _is_contested(assessments: Iterable[Assessment]) -> bool:
    """Whether one party backs what another one undoes; a party that does both contests nothing by itself."""
    taken = {(item.verdict in _BACKING, item.source) for item in assessments if item.verdict in _BACKING | _UNDOING}
    return len({backs for backs, _ in taken}) > 1 and len({source for _, source in taken}) > 1


def deciding(value: Status, assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """The assessments that gave a statement this status; none for what is only claimed or asserted."""
    verdicts = WEIGHING.get(value, frozenset())
    return tuple(item for item in assessments if item.verdict in verdicts)
