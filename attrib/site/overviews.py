"""The pages that look over all articles, set two sources side by side, or explain.

/pictures     /countries     /calendar?year=&source=     /compare?a=&b=     /codebook     /questions
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from attrib.site.charts import numbers_over_time
from attrib.site.codebook import codebook_page
from attrib.site.compare import compare_page
from attrib.site.countries import countries_page
from attrib.site.days import days_page
from attrib.site.links import Links
from attrib.site.pictures import pictures_page
from attrib.site.queries import Row
from attrib.site.refusal import refused
from attrib.site.rendering import asked, html
from attrib.site.wording import reader

_YEAR = re.compile(r"\d{4}", re.ASCII)


def numbers(versions: list[Row], to: Links) -> list[Markup]:
    """The time line of their numbers, for wide and narrow screens; nothing without any."""
    words = reader.get()
    drawn = [
        numbers_over_time(versions, words, lambda row: to.page("statement", row["id"]), is_narrow=is_narrow)
        for is_narrow in (False, True)
    ]
    return drawn if all(drawn) else []


async def compare(request: Any, datasette: Any) -> Response:
    """Two sources side by side."""
    db, to = asked(datasette)
    page = await compare_page(db, request.args.get("a") or "", request.args.get("b") or "")
    drawn = numbers(page.get("numbers", []), to)
    return await html("compare.html", page, request, datasette, heeds=("a", "b"), numbers=drawn)


async def pictures(request: Any, datasette: Any) -> Response:
    """The page of pictures."""
    db, to = asked(datasette)
    return await html("pictures.html", await pictures_page(db, reader.get(), to), request, datasette)


async def countries(request: Any, datasette: Any) -> Response:
    """The page of countries."""
    db, to = asked(datasette)
    return await html("countries.html", await countries_page(db, reader.get(), to), request, datasette)


async def days(request: Any, datasette: Any) -> Response:
    """The calendar."""
    db, to = asked(datasette)
    year, source = request.args.get("year") or None, request.args.get("source") or None
    if year is not None and not _YEAR.fullmatch(year):
        raise refused("“{value}” is no year. Write its four digits.", value=year)
    page = await days_page(db, reader.get(), to, year=year, source=source)
    if source is not None and page["source"] is None:
        raise NotFound("There is no source with this id in this database.")
    if year not in (None, page["year"]):
        raise NotFound("Nothing here was said in that year on a day that a text tells.")
    return await html("calendar.html", page, request, datasette, heeds=("year", "source"))


async def codebook(request: Any, datasette: Any) -> Response:
    """Every value and what it means."""
    db, to = asked(datasette)
    return await html("codebook.html", await codebook_page(db, to), request, datasette)


async def questions(request: Any, datasette: Any) -> Response:
    """Questions in SQL."""
    return await html("questions.html", None, request, datasette)


OVERVIEWS: list[tuple[str, Callable[..., Awaitable[Response]]]] = [
    (r"^/pictures$", pictures),
    (r"^/countries$", countries),
    (r"^/calendar$", days),
    (r"^/compare$", compare),
    (r"^/codebook$", codebook),
    (r"^/questions$", questions),
]
