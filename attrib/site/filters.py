"""Filters of the table of statements that are no column: when, which number, for which institution.

?_from=2024-10&_to=2024-11     said in that time, or published then where the text does not tell when it was said
?_least=10000&_most=12000      with a number in that range
?_institution=pentagon         by that source or by somebody who speaks for it
?_said_by=nato                 stated by that source itself
?_stand=denies&_stand_by=kreml on which that source takes that stand; `_stand_found` says how that was found
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from datasette.filters import FilterArguments
from datasette.utils.asgi import BadRequest

from attrib.site.wording import reader

_LAST = "~"
"""Sorts behind every digit and hyphen: 2024-10~ is the end of that month."""
_DATES = "pk IN (SELECT statement FROM statement_dates WHERE {})"
_NUMBERS = "pk IN (SELECT statement FROM quantities WHERE {})"
_STATED = "pk IN (SELECT statement FROM statement_sources WHERE source = :said_by AND relation = 'states')"
_STANDS = "pk IN (SELECT statement FROM assessments WHERE {})"
_STAND_BY = {
    "_stand": "verdict = :stand",
    "_stand_by": "source = :stand_by",
    "_stand_found": "(through IS NULL) = (:stand_found = 'in_text')",
}
_INSTITUTION = "pk IN (SELECT statement FROM statement_sources WHERE source = :institution)"


class _Bound(NamedTuple):
    """One end of a range: its name in the address, its condition, what it says, and how its text becomes a value."""

    name: str
    condition: str
    words: str
    value: Callable[[str], str | float]


def row_filters(args: Any) -> FilterArguments:
    """The conditions that the address asks for, and what they say."""
    asked = {name: (args.get(name) or "").strip() for name in (*_BOUNDS, "_institution", "_said_by", *_STAND_BY)}
    clauses: list[str] = []
    params: dict[str, str | float] = {}
    said: list[str] = []
    for sql, names in ((_DATES, ("_from", "_to")), (_NUMBERS, ("_least", "_most"))):
        bounds = [_BOUNDS[name] for name in names if asked[name]]
        params |= {bound.name: bound.value(asked[bound.name]) for bound in bounds}
        said += [str(reader.get()(bound.words, value=asked[bound.name])) for bound in bounds]
        if bounds:
            clauses.append(sql.format(" AND ".join(bound.condition for bound in bounds)))
    if asked["_institution"]:
        clauses.append(_INSTITUTION)
        params["institution"] = asked["_institution"]
        said.append(str(reader.get()("said by {value} or for it", value=asked["_institution"])))
    if asked["_said_by"]:
        clauses.append(_STATED)
        params["said_by"] = asked["_said_by"]
        said.append(str(reader.get()("said by {value}", value=asked["_said_by"])))
    taken = [name for name in _STAND_BY if asked[name]]
    if taken:
        clauses.append(_STANDS.format(" AND ".join(_STAND_BY[name] for name in taken)))
        params |= {name[1:]: asked[name] for name in taken}
        said.append(str(reader.get()("on which {value} takes a stand", value=asked["_stand_by"] or "–")))
    return FilterArguments(clauses, params=params, human_descriptions=said)


def _date(text: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        words = "“{value}” is no date. Write a year, month or day: 2024, 2024-10 or 2024-10-23."
        raise BadRequest(reader.get().text(words).replace("{value}", text))
    return text


def _number(text: str) -> float:
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        words = "“{value}” is no number. Write digits only, with a point before decimals."
        raise BadRequest(reader.get().text(words).replace("{value}", text))
    return float(text)


_BOUNDS = {
    bound.name: bound
    for bound in (
        _Bound("_from", "date >= :_from", "from {value}", _date),
        _Bound("_to", "date < :_to", "until {value}", lambda text: _date(text) + _LAST),
        _Bound("_least", "ifnull(value_to, value) >= :_least", "with a number of at least {value}", _number),
        _Bound("_most", "value <= :_most", "with a number of at most {value}", _number),
    )
}
