"""What stands between the network and the site: an ASGI wrapper around Datasette.

* only GET and HEAD; no cookie goes in or out, so that every answer is the same for everybody and may be kept;
* addresses that are too long, that a browser takes for another host's, or that show the inside of the server: refused;
* a content security policy: nothing is loaded from elsewhere, no page has an inline script or style;
* an ETag per database, program and address; finished pages are kept in memory, compressed (`memory.py`);
* demanding requests wait for each other and are turned away before they pile up (`gate.py`);
* a mistake of the program is a line in the log and a sentence for the reader; who takes an answer too slowly loses it,
  and a table ends when its reader has gone.
"""

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from functools import partial
from typing import Any

from datasette.utils.asgi import Response
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from attrib import __version__
from attrib.site.crawlers import Crawlers, robots_tag
from attrib.site.database import Errand, errand
from attrib.site.failure import MISTAKE, write_down
from attrib.site.gate import Courtesy, Gate, Share, while_read
from attrib.site.memory import Memory
from attrib.site.request import (
    Scope,
    asks_much,
    asks_own_sql,
    asks_whole_table,
    client,
    decoded_path,
    excess,
    header,
)
from attrib.site.wording import words_for

App = Callable[[Scope, Any, Any], Awaitable[None]]

_HEADERS = {
    b"content-security-policy": (
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        b"font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cross-origin-opener-policy": b"same-origin",
}
_REPLACED = frozenset([*_HEADERS, b"set-cookie", b"vary", b"cache-control"])
_SHOWN_OF_DATASETTE = re.compile(r"/-/(?:static/|metadata(?:\.json)?$)")
"""Datasette's other pages below `/-/` show the inside of the server: paths, versions, settings, running queries."""

_PACKED = (
    *DEFAULT_EXCLUDED_CONTENT_TYPES,
    "application/octet-stream",
    "application/vnd.apache.parquet",
    "application/vnd.sqlite3",
)
"""What is not compressed: it is, or it is read from any byte on."""

_CACHED = b"public, max-age=300, stale-while-revalidate=86400"
_NOT_CACHED = b"no-store"

OWN_SQL = Share(running=2, waiting=4, of_one=3, patience=1.5)
WHOLE_TABLES = Share(running=4, waiting=4, of_one=4, patience=1.5)
"""A million rows take minutes, and a slow reader keeps them waiting."""
DEMANDING = Share(running=2, waiting=8, of_one=4, patience=4)
THREADS = OWN_SQL.running + WHOLE_TABLES.running + DEMANDING.running
"""So that nobody who was let through waits for a thread."""

PATIENCE_WITH_READERS = 30.0
"""Seconds in which a reader has to take a piece of an answer."""


def protected(
    app: App, *, state: str, base_path: str = "/", courtesy: Courtesy | None = None, crawlers: Crawlers = "pages"
) -> App:
    """The app behind the wrapper; `state` changes whenever the database does.

    `base_path` is the path below which the site is, with a slash at both ends; `courtesy` is told of pages being made;
    `crawlers` says what search engines may list.
    """
    by_turns = _by_turns(app, courtesy or Courtesy())
    compressed = GZipMiddleware(by_turns, minimum_size=1000, compresslevel=5, exclude_content_types=_PACKED)
    kept = Memory(compressed)

    async def wrapped(scope: Scope, receive: Any, send: Any) -> None:
        """Refuses what the site does not do, answers what the reader has already, and lets the rest through."""
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        tag = _tag(scope, state)
        robots = robots_tag(crawlers, scope["path"], scope.get("query_string", b""))
        answer = _Answer(send, scope, tag, robots=robots)
        refusal = _refusal(scope, base_path)
        try:
            if refusal is not None:
                await refusal.asgi_send(answer.send)
            elif tag.removeprefix(b"W/") in header(scope, b"if-none-match"):
                await Response("", status=304).asgi_send(answer.send)
            else:
                anonymous = _anonymous(scope)
                if asks_whole_table(scope):
                    await while_read(lambda: by_turns(anonymous, receive, answer.send), receive)
                else:
                    await kept(anonymous, receive, answer.send)
        except SecondAnswerError:
            pass
        except Exception as mistake:
            write_down(mistake, scope["method"], scope["path"])
            if not answer.has_begun:
                await _told(scope, MISTAKE, status=500).asgi_send(answer.send)

    return wrapped


def _by_turns(app: App, courtesy: Courtesy) -> App:
    """The app for requests that have to wait for others of their kind."""
    kinds: Sequence[tuple[Callable[[Scope], bool], Errand, Gate]] = (
        (asks_own_sql, Errand.OWN_SQL, Gate(OWN_SQL)),
        (asks_whole_table, Errand.DEMANDING, Gate(WHOLE_TABLES)),
        (asks_much, Errand.DEMANDING, Gate(DEMANDING)),
    )

    async def in_turn(scope: Scope, receive: Any, send: Any) -> None:
        """Answers the request when its turn comes, or tells the reader to come back."""
        kind, gate = next(((kind, gate) for asks, kind, gate in kinds if asks(scope)), (Errand.PAGE, None))
        errand.set(kind)
        with nullcontext() if asks_whole_table(scope) else courtesy.page():
            if gate is None:
                await app(scope, receive, send)
            elif not await gate.run(client(scope), partial(app, scope, receive, send)):
                await _come_back(scope, send)

    return in_turn


def _refusal(scope: Scope, base_path: str) -> Response | None:
    if scope["method"] not in ("GET", "HEAD"):
        return _told(scope, "This site can only be read.", status=405, headers={"allow": "GET, HEAD"})
    too_much = excess(scope)
    if too_much is not None:
        return _told(scope, too_much[1], status=too_much[0])
    if "\\" in decoded_path(scope):
        return _told(scope, "A path may not contain a backslash.", status=400)
    if f"{scope['path']}/" == base_path:
        return Response("", status=301, headers={"location": base_path})
    if not scope["path"].startswith(base_path):
        return _told(scope, "There is no such page here.", status=404)
    return _refused_path(scope, f"/{scope['path'].removeprefix(base_path)}")


def _refused_path(scope: Scope, path: str) -> Response | None:
    """The answer to a path, as it is below the base path, that is not shown."""
    if path.startswith("//"):
        return _told(scope, "A path may not begin with two slashes.", status=400)
    if path.startswith("/-/") and not _SHOWN_OF_DATASETTE.match(path):
        return _told(scope, "There is no such page here.", status=404)
    return None


def _anonymous(scope: Scope) -> Scope:
    """The request without what could make its answer personal."""
    kept = [pair for pair in scope["headers"] if pair[0].lower() not in (b"cookie", b"authorization")]
    return {**scope, "headers": kept}


def _tag(scope: Scope, state: str) -> bytes:
    """Weak, because the answer may be compressed."""
    seen = (
        __version__.encode(),
        state.encode(),
        scope["path"].encode(),
        scope.get("query_string", b""),
        words_for(scope).language.encode(),
        header(scope, b"host"),
        str(scope.get("scheme")).encode(),
    )
    return b'W/"' + hashlib.sha256(b"\0".join(seen)).hexdigest()[:20].encode() + b'"'


class SecondAnswerError(Exception):
    """An answer that had begun broke off, and something tried to begin another one in its place."""


class _Answer:
    """An answer on its way: our headers on it, no body for HEAD, and an end to a reader's slowness."""

    def __init__(self, send: Any, scope: Scope, tag: bytes, *, robots: bytes | None = None) -> None:
        self._send = send
        self._robots = robots
        self._is_head = scope["method"] == "HEAD"
        self._tag = tag
        self.has_begun = False

    async def send(self, message: Any) -> None:
        """Sends the message on; raises TimeoutError where the reader does not take it."""
        if message["type"] == "http.response.start":
            if self.has_begun:
                raise SecondAnswerError
            self.has_begun = True
            message = {**message, "headers": self._headers(message["status"], message.get("headers", []))}
        elif self._is_head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        async with asyncio.timeout(PATIENCE_WITH_READERS):  # `wait_for` forgets that it was cancelled
            await self._send(message)

    def _headers(self, status: int, sent: Sequence[Any]) -> list[tuple[bytes, bytes]]:
        """Ours, in place of those that are the same for every answer; only what was found may be kept."""
        kept = [(name, value) for name, value in sent if name.lower() not in _REPLACED]
        found = status in (200, 206, 304)
        is_tagged = any(name.lower() == b"etag" for name, _ in kept)
        return [
            *kept,
            *_HEADERS.items(),
            (b"vary", b"Accept-Language, Accept-Encoding"),
            (b"cache-control", _CACHED if found else _NOT_CACHED),
            *([(b"x-robots-tag", self._robots)] if self._robots else []),
            *([(b"etag", self._tag)] if found and not is_tagged else []),
        ]


async def _come_back(scope: Scope, send: Any) -> None:
    text = "Too many queries at this moment. Wait a little, or download the database and query your copy."
    await _told(scope, text, status=429, headers={"retry-after": "5"}).asgi_send(send)


def _told(scope: Scope, text: str, **answer: Any) -> Response:
    """A plain sentence in the reader's language."""
    return Response.text(words_for(scope).text(text), **answer)
