"""A site that goes over to the next build: each request is answered from one build, and none waits for a restart.

Where the folder that is shown is a link (`attrib watch` makes it one), it is looked at every second. If it leads
elsewhere, the site of the new build is made beside the one that answers, then takes its place; the old one ends when
it has answered what it was asked.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrib.errors import AttribError
from attrib.publish.published import DATABASE_FILE
from attrib.site.application import Site
from attrib.site.request import Scope

EVERY = 1.0
"""Seconds between two looks."""


class _Shown:
    """A build and the site over it."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder, self.site = folder, site
        self._app = site.app()
        self._asked = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def start(self) -> None:
        """Make all ready that Datasette makes ready before its first answer."""
        await self._app({"type": "lifespan", "asgi": {"version": "3.0"}}, _startup(), _ignore)

    async def answer(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer a request."""
        self._asked += 1
        self._idle.clear()
        try:
            await self._app(scope, receive, send)
        finally:
            self._asked -= 1
            if not self._asked:
                self._idle.set()

    async def end(self) -> None:
        """Let go of threads and files, once nobody waits for an answer."""
        await self._idle.wait()
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self.site.executor.shutdown()
        for database in self.site.databases.values():
            database.close()


def _startup() -> Callable[[], Any]:
    """Tells an app to start, then to shut down, since ours have nothing to do then."""
    messages = iter(("lifespan.startup", "lifespan.shutdown"))

    async def receive() -> dict[str, str]:
        return {"type": next(messages)}

    return receive


async def _ignore(message: Any) -> None:
    """Nobody wants to know."""


class Switching:
    """An ASGI app over the published folder `path`: the site that `make` makes of the build to which it leads.

    `tell` is called with a sentence if a new build cannot be shown; the site then goes on with the old one. Raises what
    `make` raises for the first.
    """

    def __init__(
        self, path: Path, make: Callable[[Path], Site], *, tell: Callable[[str], object], every: float = EVERY
    ) -> None:
        self._path, self._make, self._every, self._tell = path, make, every, tell
        self._shown = self._made(path.resolve())
        self._refused: Path | None = None
        self._ending: set[asyncio.Task[None]] = set()

    @property
    def site(self) -> Site:
        """The one that answers now."""
        return self._shown.site

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Answer as an ASGI app does."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._shown.answer(scope, receive, send)

    async def _live(self, receive: Any, send: Any) -> None:
        """From the server's start to its end."""
        await receive()
        await self._shown.start()
        looking = asyncio.create_task(self._look_again())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        looking.cancel()
        await asyncio.gather(self._shown.end(), *self._ending)
        await send({"type": "lifespan.shutdown.complete"})

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(self._every)
            await self.look()

    async def look(self) -> None:
        """Go over to the build to which the folder leads, if it is another one."""
        folder = self._path.resolve()
        if folder in (self._shown.folder, self._refused) or not (folder / DATABASE_FILE).is_file():
            return
        try:
            following = self._made(folder)
            await following.start()
        except (AttribError, OSError) as error:
            self._refused = folder
            self._tell(f"The new build is not shown: {error} The site goes on with the one before.")
            return
        before, self._shown = self._shown, following
        ending = asyncio.create_task(before.end())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)

    def _made(self, folder: Path) -> _Shown:
        return _Shown(folder, self._make(folder))
