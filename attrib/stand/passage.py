"""Statements that stand together: what one party, or who speaks for it, says one after another in a paragraph."""

from collections.abc import Callable, Iterable, Sequence

from attrib.stand.candidate import Candidate

_REACH = 3
"""Sentences back in which the statement is looked for that a pronoun or a noun points to."""
_PARTS = 2
"""Paragraphs from a stand to what its object names; of those further away one in seven was right, on 135 articles."""
_WITHOUT_FRAME = frozenset({"free_indirect", "indirect_free_indirect"})

Joins = Callable[[Candidate, Candidate], bool]
"""Says whether an earlier statement and a later one stand together."""


def is_here(item: Candidate) -> bool:
    """Whether a statement is in the stand's paragraph or not far from it."""
    return item.parts <= _PARTS


def is_here_or_lead(item: Candidate) -> bool:
    """The same, or in the lead."""
    return is_here(item) or item.is_lead


def near(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that a pronoun or a noun may point back to."""
    return [item for item in candidates if item.is_before and item.distance <= _REACH]


def nearest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those before the stand, the nearest first."""
    before = (item for item in candidates if item.is_before)
    return sorted(before, key=lambda item: (item.told.quotation.end, item.told.row.number), reverse=True)


def same_party(item: Candidate, later: Candidate) -> bool:
    """Whether the same party goes on in the same paragraph, or who speaks for it."""
    return is_of_one(item, later) and same_part(item, later)


def same_part(item: Candidate, later: Candidate) -> bool:
    """Whether two statements stand in the same paragraph, one right behind the other."""
    return item.told.row.part == later.told.row.part and item.distance - later.distance <= 1


def is_of_one(item: Candidate, other: Candidate) -> bool:
    """Whether one party, or who speaks for it, puts both forward."""
    return bool(item.parties) and (set(item.parties) == set(other.parties) or _is_one_side(item, other))


def _is_one_side(item: Candidate, later: Candidate) -> bool:
    """*Das Ministerium bestritt, dass p*, and its speaker goes on."""
    one, other = (frozenset(each.parties) | each.spoken_for for each in (item, later))
    return bool(item.spoken_for & other or later.spoken_for & one)


def passage(said: Iterable[Candidate], joins: Joins = same_party) -> list[Candidate]:
    """The last statement before the stand, and those before it that it goes on with."""
    found: list[Candidate] = []
    for item in nearest_first(said):
        if found and not joins(item, found[-1]):
            break
        found.append(item)
    return found


def near_passage(said: Sequence[Candidate], joins: Joins = same_party) -> list[Candidate]:
    """A passage whose end is near the stand."""
    return passage(said, joins) if near(said) else []


def run(said: Sequence[Candidate]) -> list[Candidate]:
    """The first statement behind the stand, and those that follow it in its paragraph."""
    found: list[Candidate] = list(said[:1])
    for item in said[1:]:
        if not same_party(found[-1], item):
            break
        found.append(item)
    return found


def is_behind(item: Candidate) -> bool:
    """Whether a statement follows the stand, and near it."""
    return -_REACH <= item.distance < 0


def with_passages(found: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """With what goes on with them, sentence by sentence: without a frame, or of whom a pronoun takes up."""
    kept = list(found)
    for item in candidates:
        if item not in kept and any(_follows(other, item) for other in kept):
            kept.append(item)
    return kept


def _follows(item: Candidate, later: Candidate) -> bool:
    taken_up = later.wording.takes_up and later.type != "reported"
    return (later.type in _WITHOUT_FRAME or taken_up) and same_party(item, later)
