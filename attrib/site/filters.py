"""Filters of the table of statements that are no column: when, which number, for which institution.

?_from=2024-10&_to=2024-11     said in that time, or published then where the text does not tell when it was said
?_least=10000&_most=12000      with a number in that range
?_institution=pentagon         by that source or by somebody who speaks for it
"""

import re
from typing import Any

from datasette.filters import FilterArguments
from datasette.utils.asgi import BadRequest

from attrib.site.wording import reader

_WHEN = "(said_on {0} OR (said_on IS NULL AND document IN (SELECT pk FROM documents WHERE published {0})))"
_LAST = "~"
"""Sorts behind every digit and hyphen: 2024-10~ is the end of that month."""


def row_filters(args: Any) -> FilterArguments:
    """The conditions that the address asks for, and what they say."""
    words = reader.get()
    clauses: list[str] = []
    params: dict[str, Any] = {}
    said: list[str] = []
    for name, sql, text in (
        ("_from", _WHEN.format(">= :from_date"), "from {value}"),
        ("_to", _WHEN.format("< :to_date"), "until {value}"),
    ):
        if value := (args.get(name) or "").strip():
            clauses.append(sql)
            params[name.strip("_") + "_date"] = _date(value) + (_LAST if name == "_to" else "")
            said.append(str(words(text, value=words.date(value))))
    for name, sql, text in (
        ("_least", "ifnull(value_to, value) >= :least", "with a number of at least {value}"),
        ("_most", "value <= :most", "with a number of at most {value}"),
    ):
        if value := (args.get(name) or "").strip():
            clauses.append(sql)
            params[name.strip("_")] = number = _number(value)
            said.append(str(words(text, value=words.number(number))))
    numeric = [clause for clause in clauses if "value" in clause]
    kept = [clause for clause in clauses if clause not in numeric]
    if numeric:
        kept.append(f"pk IN (SELECT statement FROM quantities WHERE {' AND '.join(numeric)})")
    if institution := (args.get("_institution") or "").strip():
        kept.append("pk IN (SELECT statement FROM statement_sources WHERE source = :institution)")
        params["institution"] = institution
        said.append(str(words("said by {value} or for it", value=institution)))
    return FilterArguments(kept, params=params, human_descriptions=said)


def _date(text: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise BadRequest(f"{text!r} is no date. Write a year, month or day: 2024, 2024-10 or 2024-10-23.")
    return text


def _number(text: str) -> float:
    try:
        return float(text.replace("_", "x"))
    except ValueError as error:
        raise BadRequest(f"{text!r} is no number. Write digits only, with a point before decimals.") from error
