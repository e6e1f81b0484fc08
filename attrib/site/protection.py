"""What stands between the network and the site: an ASGI wrapper around Datasette.

* only GET and HEAD; no cookie goes in or out, so that every answer is the same for everybody and may be cached;
* paths with a backslash or two slashes in front are refused: a browser takes such an address for another host's;
* pages that show the inside of the server are not there;
* a content security policy: nothing is loaded from elsewhere, no page has an inline script or style;
* an ETag per database, program and address: a cache asks again for the price of a line;
* queries in SQL of the reader's own wait for each other, and are turned away before they pile up; so do whole tables
  as CSV, in a queue of their own.
"""

import asyncio
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import partial
from typing import Any

from datasette.utils.asgi import Response

from attrib import __version__
from attrib.site.wording import words_for

Scope = MutableMapping[str, Any]
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
_REPLACED = frozenset([*_HEADERS, b"set-cookie", b"vary", b"cache-control", b"etag"])
_HIDDEN_PAGES = re.compile(
    r"/-/(?:threads|messages|allow-debug|patterns|databases|permissions|actor|logout|auth-token)\b"
)
"""Pages that show the inside of the server (paths of files, running queries) and nothing of the data."""
_OWN_SQL = re.compile(rb"(?:^|&)(?:sql|_where)=")
_WHOLE_TABLE = re.compile(rb"(?:^|&)_stream=")
"""A million rows take minutes, and a slow reader keeps them waiting."""

_CACHED = b"public, max-age=300, stale-while-revalidate=86400"
_NOT_CACHED = b"no-store"

RUNNING = 2
"""Queries of readers' own that run at a time: Datasette reads with three threads, one stays free for the pages."""
WAITING = 4
"""How many more may wait."""
PATIENCE = 1.5
"""Seconds that a query waits for its turn."""


def protected(app: App, *, state: str) -> App:
    """The app behind the wrapper; `state` changes whenever the database does."""
    gates = ((_OWN_SQL, _Gate()), (_WHOLE_TABLE, _Gate()))

    async def wrapped(scope: Scope, receive: Any, send: Any) -> None:
        """Refuses what the site does not do, answers what the reader has already, and lets the rest through."""
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        tag = _tag(scope, state)
        send = _with_headers(send, scope, tag)
        refusal = _refusal(scope)
        if refusal is not None:
            await refusal.asgi_send(send)
        elif tag in _header(scope, b"if-none-match"):
            await Response("", status=304).asgi_send(send)
        else:
            asked = scope.get("query_string", b"")
            gate = next((gate for pattern, gate in gates if pattern.search(asked)), None)
            run = app if gate is None else partial(gate.run, app)
            await run(_anonymous(scope), receive, send)

    return wrapped


def _refusal(scope: Scope) -> Response | None:
    if scope["method"] not in ("GET", "HEAD"):
        return _told(scope, "This site can only be read.", status=405, headers={"allow": "GET, HEAD"})
    if "\\" in scope["path"] or b"%5c" in scope.get("raw_path", b"").lower():
        return _told(scope, "A path may not contain a backslash.", status=400)
    if scope["path"].startswith("//"):
        return _told(scope, "A path may not begin with two slashes.", status=400)
    if _HIDDEN_PAGES.search(scope["path"]):
        return _told(scope, "There is no such page here.", status=404)
    return None


def _anonymous(scope: Scope) -> Scope:
    """The request without what could make its answer personal."""
    kept = [pair for pair in scope["headers"] if pair[0].lower() not in (b"cookie", b"authorization")]
    return {**scope, "headers": kept}


def _header(scope: Scope, name: bytes) -> bytes:
    return b",".join(value for key, value in scope["headers"] if key.lower() == name)


def _tag(scope: Scope, state: str) -> bytes:
    """Weak, because a proxy may compress the answer."""
    language = _header(scope, b"accept-language")
    seen = (__version__.encode(), state.encode(), scope["path"].encode(), scope.get("query_string", b""), language)
    return b'W/"' + hashlib.sha256(b"\0".join(seen)).hexdigest()[:20].encode() + b'"'


def _with_headers(send: Any, scope: Scope, tag: bytes) -> Any:
    """Our headers on every answer; only what was found may be kept."""

    async def send_with_headers(message: Any) -> None:
        """Sends the message on; the one that begins an answer gets the headers."""
        if message["type"] == "http.response.start":
            kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in _REPLACED]
            found = message["status"] in (200, 304)
            own = [
                *_HEADERS.items(),
                (b"vary", b"Accept-Language, Accept-Encoding"),
                (b"cache-control", _CACHED if found else _NOT_CACHED),
                *([(b"etag", tag)] if found else []),
            ]
            message = {**message, "headers": [*kept, *own]}
        await send(message)

    return send_with_headers


class _Gate:
    """Lets a few queries run, a few more wait for a short while, and turns away the rest."""

    def __init__(self) -> None:
        self._running = asyncio.Semaphore(RUNNING)
        self._inside = 0

    async def run(self, app: App, scope: Scope, receive: Any, send: Any) -> None:
        """Answer the request when its turn comes, or tell the reader to come back."""
        if self._inside >= RUNNING + WAITING:
            await _come_back(scope, send)
            return
        self._inside += 1
        try:
            await asyncio.wait_for(self._running.acquire(), timeout=PATIENCE)
        except TimeoutError:
            await _come_back(scope, send)
        else:
            try:
                await app(scope, receive, send)
            finally:
                self._running.release()
        finally:
            self._inside -= 1


async def _come_back(scope: Scope, send: Any) -> None:
    text = "Too many queries at this moment. Wait a little, or download the database and query your copy."
    await _told(scope, text, status=429, headers={"retry-after": "5"}).asgi_send(send)


def _told(scope: Scope, text: str, **answer: Any) -> Response:
    """A plain sentence in the reader's language."""
    return Response.text(words_for(scope).text(text), **answer)
