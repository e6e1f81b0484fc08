"""Who has to wait: demanding requests for each other, whole tables for the pages; and who is no longer waited for.

A gate lets a few requests run, a few more wait for a short while, and turns away the rest; nobody has more than a share
of it, so that one reader does not keep the others out.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

_STEP_BACK = 0.5
"""Seconds that a piece of a table waits for pages at most: downloads go on under any load."""


class Share(NamedTuple):
    """How much of the server a kind of request may have."""

    running: int
    """Requests that run at a time."""
    waiting: int
    """How many more may wait for their turn."""
    of_one: int
    """How many of these, running or waiting, one client may have."""
    patience: float
    """Seconds that a request waits."""


class Gate:
    """Lets requests through by turns."""

    def __init__(self, share: Share) -> None:
        self._share = share
        self._running = asyncio.Semaphore(share.running)
        self._inside: Counter[str] = Counter()

    async def run(self, client: str, request: Callable[[], Awaitable[None]]) -> bool:
        """Run the request when its turn comes; False if it is not to be run now."""
        if self._inside.total() >= self._share.running + self._share.waiting:
            return False
        if self._inside[client] >= self._share.of_one:
            return False
        self._inside[client] += 1
        try:
            return await self._in_turn(request)
        finally:
            self._inside[client] -= 1
            self._inside += Counter()  # forgets who is gone

    async def _in_turn(self, request: Callable[[], Awaitable[None]]) -> bool:
        try:
            async with asyncio.timeout(self._share.patience):
                await self._running.acquire()
        except TimeoutError:
            return False
        try:
            await request()
        finally:
            self._running.release()
        return True


async def while_read(answer: Callable[[], Awaitable[None]], receive: Callable[[], Awaitable[Any]]) -> None:
    """Answer until it is done or the reader has gone: servers take what nobody reads, and a table has minutes to go."""
    answering, leaving = asyncio.ensure_future(answer()), asyncio.ensure_future(_has_gone(receive))
    try:
        await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not answering.done() and not leaving.result():
            await asyncio.wait({answering})
    finally:
        answering.cancel()
        leaving.cancel()
        ended, _ = await asyncio.gather(answering, leaving, return_exceptions=True)
    if isinstance(ended, Exception):
        raise ended


async def _has_gone(receive: Callable[[], Awaitable[Any]]) -> bool:
    """Whether the reader has gone, when the server tells the next thing after the request."""
    message = await receive()
    while message["type"] == "http.request" and message.get("more_body", False):
        message = await receive()
    if message["type"] == "http.request":
        message = await receive()
    return bool(message["type"] == "http.disconnect")


class Courtesy:
    """Whole tables step back while pages are made: a page takes moments, a table minutes."""

    def __init__(self) -> None:
        self._pages = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    @contextmanager
    def page(self) -> Iterator[None]:
        """While a page is made."""
        self._pages += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._pages -= 1
            if self._pages == 0:
                self._quiet.set()

    async def step_back(self) -> None:
        """Wait until no page is being made, but not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_STEP_BACK):
                await self._quiet.wait()
