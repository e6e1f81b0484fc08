"""What is new, for programs that watch: newest statements of a filter, a source or a claim, newest disputes.

/attrib/statements.atom   with the parameters of the page `/attrib/statements`
/source/<id>.atom         /claim/<id>.atom         /disputes.atom

The same with `.jsonld` is linked data. An entry is known by the id of its statement whatever the address of the site,
and is dated as its article; of a dispute, as the newest article in which somebody disputes it.
"""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from datasette.utils.asgi import NotFound, Response

from attrib.publish.description import DATABASE_NAME
from attrib.site.atom import Feed, atom, linked_feed
from attrib.site.disputers import with_disputers
from attrib.site.filtered import newest
from attrib.site.links import Links
from attrib.site.queries import Row, row, rows
from attrib.site.refusal import check_heeded
from attrib.site.wording import reader

MOST = 50
"""Entries of a feed, the newest ones."""
_STATEMENT, _DISPUTE = "statement", "dispute"


async def entries(db: Any, keys: Sequence[int], *, dates: Mapping[int, str | None] | None = None) -> list[Row]:
    """The statements with these keys in their order; `dates` are those of their entries, else the articles'."""
    asked = json.dumps(list(keys))
    found = {row["pk"]: row for row in await rows(db, "feed_statements", keys=asked)}
    stating = _by_statement(await rows(db, "feed_stating", keys=asked))
    stands = _by_statement(await rows(db, "feed_stands", keys=asked))
    shown = [
        {
            **found[key],
            "updated": found[key]["published"] if dates is None else dates[key],
            "stating": stating.get(key, []),
            "stands": stands.get(key, []),
        }
        for key in keys
    ]
    return await with_disputers(db, shown)


def _by_statement(listed: Iterable[Row]) -> Mapping[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for each in listed:
        found.setdefault(each["statement"], []).append(each)
    return found


async def of_filter(request: Any, datasette: Any) -> Response:
    """The newest statements of the filter in the address."""
    words, to = reader.get(), Links(datasette.urls)
    keys = await newest(datasette, request, most=MOST)
    asked = ", ".join(f"{name} {value}" for name, value in to.filters(request) if name != "_lang")
    title = f"{words.text('Newest statements')}{f': {asked}' if asked else ''}"
    found = await entries(datasette.get_database(DATABASE_NAME), keys)
    return _answer(request, datasette, title=title, entries=found, page=to.feed("statements", request))


async def of_source(request: Any, datasette: Any) -> Response:
    """The newest statements of a source, or of whom it speaks for."""
    return await _of_thing(request, datasette, kind="source", name="called", key="id")


async def of_claim(request: Any, datasette: Any) -> Response:
    """The newest versions of a claim."""
    return await _of_thing(request, datasette, kind="claim", name="label", key="pk")


async def _of_thing(request: Any, datasette: Any, *, kind: str, name: str, key: str) -> Response:
    check_heeded(request.args)
    db, given = datasette.get_database(DATABASE_NAME), request.url_vars["id"]
    thing = await row(db, kind, id=given, key=given)
    if thing is None:
        raise NotFound("There is nothing with this id in this database.")
    found = await entries(db, [each["pk"] for each in await rows(db, f"feed_{kind}", key=thing[key], most=MOST)])
    title = f"{reader.get().text('Newest statements')}: {thing[name] or given}"
    return _answer(request, datasette, title=title, entries=found, page=Links(datasette.urls).page(kind, given))


async def of_disputes(request: Any, datasette: Any) -> Response:
    """The statements that were disputed last."""
    check_heeded(request.args)
    db = datasette.get_database(DATABASE_NAME)
    dates = {each["pk"]: each["disputed_on"] for each in await rows(db, "feed_disputes", most=MOST)}
    title, page = reader.get().text("Newest disputes"), Links(datasette.urls).table("disputed")
    found = await entries(db, list(dates), dates=dates)
    return _answer(request, datasette, title=title, entries=found, page=page, of=_DISPUTE)


def _answer(
    request: Any, datasette: Any, *, title: str, entries: Sequence[Row], page: str, of: str = _STATEMENT
) -> Response:
    own = f"{datasette.urls.path(request.path)}{f'?{request.query_string}' if request.query_string else ''}"
    feed = Feed(
        title=f"attrib: {title}",
        address=datasette.absolute_url(request, own),
        page=datasette.absolute_url(request, page),
        base=datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/"),
        entries=entries,
        of=of,
        now=_made_on(Path(datasette.get_database(DATABASE_NAME).path)),
    )
    is_atom = request.url_vars["format"] == "atom"
    body = atom(feed) if is_atom else linked_feed(feed)
    kind = "application/atom+xml" if is_atom else "application/ld+json"
    return Response(body, content_type=f"{kind}; charset=utf-8", headers={"access-control-allow-origin": "*"})


def _made_on(database: Path) -> str:
    """When a published file was written, as RFC 3339 has it."""
    return datetime.fromtimestamp(database.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_FORMAT = r"\.(?P<format>atom|jsonld)$"
FEED_ROUTES: list[tuple[str, Callable[..., Awaitable[Response]]]] = [
    (rf"^/{DATABASE_NAME}/statements{_FORMAT}", of_filter),
    (rf"^/source/(?P<id>[\w.-]+?){_FORMAT}", of_source),
    (rf"^/claim/(?P<id>[\w.-]+?){_FORMAT}", of_claim),
    (rf"^/disputes{_FORMAT}", of_disputes),
]
