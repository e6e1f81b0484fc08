"""Finished answers, kept in memory: the database never changes while the site runs, so a page is made once.

The pages that were asked for last are kept, as they went out, compressed or not. What is large, in pieces or a file
is not.
"""

from collections import OrderedDict
from typing import Any, NamedTuple

from starlette.types import ASGIApp

from attrib.site.request import Scope, header
from attrib.site.wording import words_for

MOST = 64_000_000
"""Bytes of all answers together."""
MOST_OF_ONE = 2_000_000
"""Bytes of an answer that is kept."""
_OVERHEAD = 1_000
"""Bytes that an answer takes beside its body."""

Key = tuple[str, bytes, str, bool, bytes, bool, str]


class Kept(NamedTuple):
    """An answer: headers and body."""

    headers: list[tuple[bytes, bytes]]
    body: bytes

    @property
    def size(self) -> int:
        """Bytes, about."""
        return len(self.body) + _OVERHEAD


class Memory:
    """An ASGI app before another one, which is asked only for what is not kept."""

    def __init__(self, app: ASGIApp, *, most: int = MOST) -> None:
        self._app = app
        self._most = most
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer from memory, or ask the app and keep what it says."""
        key = _key(scope)
        found = self._kept.get(key)
        if found is not None and not header(scope, b"range"):
            self._kept.move_to_end(key)
            await send({"type": "http.response.start", "status": 200, "headers": found.headers})
            await send({"type": "http.response.body", "body": found.body})
            return
        copied = _Copy(send)
        await self._app(scope, receive, copied.send)
        if scope["method"] == "GET" and copied.answer is not None:
            self._keep(key, copied.answer)

    def _keep(self, key: Key, answer: Kept) -> None:
        if key in self._kept:
            return
        self._kept[key] = answer
        self._size += answer.size
        while self._size > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._size -= oldest.size


class _Copy:
    """Sends an answer on and keeps what can be kept of it."""

    def __init__(self, send: Any) -> None:
        self._send = send
        self._headers: list[tuple[bytes, bytes]] | None = None
        self._pieces: list[bytes] = []
        self._size = 0
        self.answer: Kept | None = None
        """The whole answer, once it has gone out, if it may be kept."""

    async def send(self, message: Any) -> None:
        """Sends a message on."""
        if message["type"] == "http.response.start":
            self._begin(message["status"], message.get("headers", []))
        elif message["type"] == "http.response.body" and self._headers is not None:
            self._add(message.get("body", b""), is_last=not message.get("more_body", False))
        await self._send(message)

    def _begin(self, status: int, headers: Any) -> None:
        """Files, which have a date, are read from the disk in pieces."""
        is_file = any(name.lower() == b"last-modified" for name, _ in headers)
        if status == 200 and not is_file:
            self._headers = [(bytes(name), bytes(value)) for name, value in headers]

    def _add(self, piece: bytes, *, is_last: bool) -> None:
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > MOST_OF_ONE:
            self._headers, self._pieces = None, []
        elif is_last and self._headers is not None:
            body = b"".join(self._pieces)
            others = [pair for pair in self._headers if pair[0].lower() != b"content-length"]
            self.answer = Kept([*others, (b"content-length", str(len(body)).encode())], body)


def _key(scope: Scope) -> Key:
    """All that an answer depends on; links may have the host in them."""
    words = words_for(scope)
    return (
        scope["path"] if scope.get("raw_path") is None else scope["raw_path"].decode("latin-1"),
        scope.get("query_string", b""),
        words.language,
        words.is_chosen,
        header(scope, b"host"),
        b"gzip" in header(scope, b"accept-encoding"),
        str(scope.get("scheme")),
    )
