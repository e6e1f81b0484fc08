"""Filters that are no column: when, which number, for which institution, who takes a stand.

?_from=2024-10&_to=2024-11     said in that time, or published then where the text does not tell when it was said
?_least=10000&_most=12000      with a number in that range
?_institution=Pentagon         by that party, by its id or any of its names, or by somebody who speaks for it
?_said_by=nato                 stated by that source itself
?_country=KR                   stated by a party of that country
?_one_origin=yes               whose claim, if it has any, goes back to one origin at most
?_stand=denies&_stand_by=kreml on which that source takes that stand; `_stand_found` says how that was found, and
                               `_stand_country` asks for all parties of a country

Dates and numbers may be written as in German or in English (`attrib.site.asked`). What cannot be understood is a
BadRequest in a sentence; what nobody would heed is found by `attrib.site.parameters`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

from datasette.filters import FilterArguments

from attrib.publish.description import DATABASE_NAME
from attrib.records import Verdict
from attrib.site.asked import as_date, as_number
from attrib.site.queries import rows
from attrib.site.refusal import NO_CHOICE, NO_DATE, NO_NUMBER, refused
from attrib.site.wording import countries, reader

_LAST = "~"
"""Sorts behind every digit and hyphen: 2024-10~ is the end of that month."""
_DATES = "pk IN (SELECT statement FROM statement_dates WHERE {})"
_NUMBERS = "pk IN (SELECT statement FROM quantities WHERE {})"
_STATED = "pk IN (SELECT statement FROM statement_sources WHERE source = :said_by AND relation = 'states')"
_COUNTRY = (
    "pk IN (SELECT l.statement FROM statement_sources l JOIN sources p ON p.id = l.source "
    "WHERE l.relation = 'states' AND p.country = :country)"
)
_ONE_ORIGIN = (
    "pk NOT IN (SELECT m.statement FROM claim_statements m JOIN claims c ON c.pk = m.claim "
    "WHERE c.origins + c.unknown_origins > 1)"
)
_STANDS = "pk IN (SELECT statement FROM stands WHERE assessment IN (SELECT pk FROM assessments WHERE {}))"
_STAND_BY = {
    "_stand": "verdict = :stand",
    "_stand_by": "source = :stand_by",
    "_stand_country": "source IN (SELECT id FROM sources WHERE country = :stand_country)",
    "_stand_found": "(through IS NULL) = (:stand_found = 'in_text')",
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "_stand": get_args(Verdict),
    "_stand_found": ("in_text", "by_comparison"),
    "_one_origin": ("yes",),
}
_INSTITUTION = (
    "pk IN (SELECT statement FROM statement_sources WHERE source IN (SELECT value FROM json_each(:institution)))"
)
_SAYINGS = {
    "party": "There is no party called “{value}” here. Write its name or its id; the table of sources lists them.",
    "country": "There is no country called “{value}”. Write its name, or its code of two letters.",
}


class _Bound(NamedTuple):
    """One end of a range: its name in the address, its condition, what it says, and how its text becomes a value."""

    name: str
    condition: str
    words: str
    value: Callable[[str], str | float]

    @property
    def parameter(self) -> str:
        """Its name in SQL, where a leading underscore means something else to Datasette."""
        return f"asked{self.name}"


async def row_filters(request: Any, table: str, datasette: Any) -> FilterArguments:
    """The conditions that the address asks for, and what they say; raises BadRequest for what it cannot mean."""
    own = NAMES if table == "statements" else ()
    asked = {name: (request.args.get(name) or "").strip() for name in own}
    db = datasette.get_database(DATABASE_NAME)
    return await _statement_filters(asked, db) if any(asked.values()) else FilterArguments([])


class _Condition(NamedTuple):
    """One thing that is asked for, as SQL and in the reader's words."""

    sql: str
    params: Mapping[str, str | float]
    said: tuple[str, ...]


async def _statement_filters(asked: Mapping[str, str], db: Any) -> FilterArguments:
    found = [*_ranges(asked), *_parties_asked(asked), *_stands(asked)]
    if asked["_institution"]:
        said = str(reader.get()("said by {value} or for it", value=asked["_institution"]))
        found.append(_Condition(_INSTITUTION, {"institution": await _parties(db, asked["_institution"])}, (said,)))
    return FilterArguments(
        [each.sql for each in found],
        params={name: value for each in found for name, value in each.params.items()},
        human_descriptions=[said for each in found for said in each.said],
    )


def _ranges(asked: Mapping[str, str]) -> Iterator[_Condition]:
    for sql, names in ((_DATES, ("_from", "_to")), (_NUMBERS, ("_least", "_most"))):
        bounds = [_BOUNDS[name] for name in names if asked[name]]
        if bounds:
            yield _Condition(
                sql.format(" AND ".join(bound.condition for bound in bounds)),
                {bound.parameter: bound.value(asked[bound.name]) for bound in bounds},
                tuple(str(reader.get()(bound.words, value=asked[bound.name])) for bound in bounds),
            )


def _parties_asked(asked: Mapping[str, str]) -> Iterator[_Condition]:
    words = reader.get()
    if asked["_said_by"]:
        said = str(words("said by {value}", value=asked["_said_by"]))
        yield _Condition(_STATED, {"said_by": asked["_said_by"]}, (said,))
    if asked["_country"]:
        code = _country(asked["_country"])
        yield _Condition(_COUNTRY, {"country": code}, (str(words("by parties of {value}", value=words.country(code))),))
    if asked["_one_origin"]:
        _chosen("_one_origin", asked["_one_origin"])
        yield _Condition(_ONE_ORIGIN, {}, (str(words("resting on one origin")),))


def _stands(asked: Mapping[str, str]) -> Iterator[_Condition]:
    taken = [name for name in _STAND_BY if asked[name]]
    if taken:
        by = asked["_stand_by"] or reader.get().country(asked["_stand_country"]) or "–"
        yield _Condition(
            _STANDS.format(" AND ".join(_STAND_BY[name] for name in taken)),
            {name[1:]: _chosen(name, asked[name]) for name in taken},
            (str(reader.get()("on which {value} takes a stand", value=by)),),
        )


async def _parties(db: Any, name: str) -> str:
    """The ids of the parties that have this id or name, as a JSON list."""
    found = (await rows(db, "parties_named", called=name))[0]["ids"]
    if found == "[]":
        raise refused(_SAYINGS["party"], value=name)
    return str(found)


def _country(name: str) -> str:
    """The code of a country, by itself or by its name in either language."""
    typed = name.casefold()
    for code, names in countries().items():
        if typed == code.casefold() or typed in map(str.casefold, names):
            return code
    raise refused(_SAYINGS["country"], value=name)


def _chosen(name: str, value: str) -> str:
    if name == "_stand_country":
        return _country(value)
    allowed = _CHOICES.get(name)
    if allowed is not None and value not in allowed:
        raise refused(NO_CHOICE, value=value, name=name, allowed=", ".join(allowed))
    return value


def _date(text: str) -> str:
    found = as_date(text)
    if found is None:
        raise refused(NO_DATE, value=text)
    return found


def _number(text: str) -> float:
    found = as_number(text)
    if found is None:
        raise refused(NO_NUMBER, value=text)
    return found


_BOUNDS = {
    bound.name: bound
    for bound in (
        _Bound("_from", "date >= :asked_from", "from {value}", _date),
        _Bound("_to", "date < :asked_to", "until {value}", lambda text: _date(text) + _LAST),
        _Bound(
            "_least",
            "ifnull(value_to, value) >= CAST(:asked_least AS REAL)",
            "with a number of at least {value}",
            _number,
        ),
        _Bound("_most", "value <= CAST(:asked_most AS REAL)", "with a number of at most {value}", _number),
    )
}
NAMES = (*_BOUNDS, "_institution", "_said_by", "_country", "_one_origin", *_STAND_BY)
"""The filters of the table of statements that are no column."""
