"""What a stand is about, with the rule and the reason that the database keeps."""

from collections.abc import Iterable
from dataclasses import dataclass

from attrib.stand.candidate import Candidate
from attrib.stand.reason import Reason
from attrib.statement.told import Told


@dataclass(frozen=True, slots=True)
class Choice:
    """The statements that a stand is about, the rule that chose them, and why they and no others."""

    about: tuple[Told, ...]
    rule: str
    reason: Reason


NONE = Choice((), "none", Reason.NOTHING)


def choice(found: Iterable[Candidate], rule: str, reason: Reason) -> Choice:
    """Some candidates in text order; NONE if there are none."""
    told = sorted((item.told for item in found), key=lambda item: item.row.number)
    return Choice(tuple(told), rule, reason) if told else NONE
