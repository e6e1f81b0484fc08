"""The site: the published copy, read-only, in Datasette with our pages.

site(folder)               the Datasette application over a published folder, for tests and for other servers
serve(path, port=8001)     builds first if given a working database, then serves until interrupted
"""

import errno
import json
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import uvicorn

from attrib.errors import DatabaseError
from attrib.publish.builds import publish
from attrib.publish.description import metadata, settings
from attrib.publish.published import DATABASE_FILE, INSPECT_FILE
from attrib.site.application import Address, Site
from attrib.site.crawlers import Crawlers
from attrib.site.failure import replace_datasettes_handler
from attrib.site.reporting import check_contact
from attrib.site.request import read_arguments_once
from attrib.site.statements import replace_datasettes_cells
from attrib.site.switching import Switching
from attrib.store.database import PUBLISHED_ID, WORKING_ID, check_published, kind

_TURN = 0.0005
"""Seconds after which a thread that draws pages lets one go on that reads rows: it takes a turn for each of them.

In one process that drew and queried, going over from this to Python's 5 ms and back every half second, 1.4 times as
many queries were answered, and 13% less was drawn.
"""


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    out: Path | None = None,
    contact: str | None = None,
    public_url: str | None = None,
    base_path: str | None = None,
    proxies: Sequence[str] = (),
    crawlers: Crawlers = "pages",
    ready: Callable[[str], None] | None = None,
    tell: Callable[[str], object] = str,
) -> None:
    """Show `path` (a published folder or file, or a working database, which is published first) until interrupted.

    A working database is published into `out`, or the folder `dist` beside it. Where the folder is a link, the site
    goes over to the next build by itself (`attrib.site.switching`). `ready` is called with the address once the site
    answers, `tell` with a sentence if a new build cannot be shown. `port` 0 takes a free one. `contact` is where
    readers report errors, `public_url` the address at which they reach the site, `base_path` the path below which it
    is. Of `proxies` (addresses or networks, `*` for all) it is believed for whom they ask and whether by https;
    `crawlers` says what search engines may list.
    Raises DatabaseError if there is nothing to show or the address is taken.
    """
    sys.setswitchinterval(_TURN)
    folder = published_folder(Path(path), out=out)
    made_of: dict[str, Any] = {"contact": contact, "public_url": public_url, "base_path": base_path}
    shown = Switching(folder, partial(site, crawlers=crawlers, **made_of), tell=tell)
    with closing(listening_socket(host, port)) as listening, suppress(KeyboardInterrupt):
        shown_host = f"[{host}]" if ":" in host else host
        address = f"http://{shown_host}:{listening.getsockname()[1]}{shown.site.setting('base_url')}"
        config = server_config(shown, proxies)
        server(config, ready=lambda: ready(address) if ready else None).run(sockets=[listening])


def server(config: uvicorn.Config, *, ready: Callable[[], object]) -> uvicorn.Server:
    """A server that calls `ready` once it answers."""
    return _Server(config, ready=ready)


def server_config(app: Any, proxies: Sequence[str] = ()) -> uvicorn.Config:
    """How the site is served; whom to believe for whom they ask is for the operator to say, not for the environment."""
    return uvicorn.Config(
        app,
        log_level="warning",
        lifespan="on",
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
    )


def published_folder(path: Path, *, out: Path | None = None) -> Path:
    """The folder to show for a path: itself, the published file's, or the one a working database is built into."""
    file = path / DATABASE_FILE if path.is_dir() else path
    if not file.exists():
        raise DatabaseError(
            f"{file}: there is nothing to show. Name a folder made by `attrib build`, or the database written by "
            "`attrib annotate`.",
            seen=str(path),
        )
    found = kind(file)
    if found == WORKING_ID:
        return publish(file, out or file.parent / "dist").database.parent
    if found != PUBLISHED_ID:
        raise DatabaseError(
            f"{file} is an SQLite file of another program; attrib shows only its own. Name a folder made by "
            "`attrib build`, or use `datasette` for other databases.",
            seen=found,
            allowed=(WORKING_ID, PUBLISHED_ID),
        )
    if file.name != DATABASE_FILE:
        raise DatabaseError(
            f"{file}: a published copy is called {DATABASE_FILE}, its name is part of every address. Rename it.",
            seen=file.name,
            allowed=DATABASE_FILE,
        )
    return file.parent


def site(
    folder: Path,
    *,
    contact: str | None = None,
    public_url: str | None = None,
    base_path: str | None = None,
    crawlers: Crawlers = "pages",
) -> Site:
    """The Datasette application over a folder made by `attrib build`: immutable, with our templates and plugin.

    Raises DatabaseError for a copy of another schema, or for addresses that are none.
    """
    check_published(folder / DATABASE_FILE)
    own = _site_files()
    replace_datasettes_handler()
    replace_datasettes_cells()
    read_arguments_once()
    address = Address.of(public_url, base_path)
    return Site(
        folder / DATABASE_FILE,
        address=address,
        crawlers=crawlers,
        inspect_data=_inspected(folder),
        metadata={**metadata(counted=True), "contact": check_contact(contact)},
        settings={**settings(), "base_url": address.path},
        template_dir=str(own / "templates"),
        plugins_dir=str(own / "plugins"),
        cors=True,
        static_mounts=[("assets", str(own / "static"))],
    )


def _site_files() -> Path:
    with as_file(files("attrib") / "site") as folder:
        return folder


def _inspected(folder: Path) -> dict[str, Any] | None:
    """The counts made by `attrib build`, if they belong to this very file; Datasette counts itself otherwise."""
    try:
        inspected: dict[str, Any] = json.loads((folder / INSPECT_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    sizes = {entry["size"] for entry in inspected.values()}
    return inspected if sizes == {(folder / DATABASE_FILE).stat().st_size} else None


def listening_socket(host: str, port: int) -> socket.socket:
    """Bind before anything else is started, so that a taken port is a sentence and not a trace: DatabaseError.

    Where the protocol is told, asyncio sends small packets at once; else a page waits 40 ms for its own headers.
    """
    try:
        family, kind_, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind_, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(address)
        except BaseException:
            listening.close()
            raise
    except (OSError, OverflowError) as error:
        raise DatabaseError(
            f"Cannot listen on {host}:{port}: {_told(error)}. Choose another one with --host and --port.",
            seen=(host, port),
        ) from error
    return listening


def _told(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return "another program listens there"
    return getattr(error, "strerror", None) or str(error)


class _Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts to listen, then calls `ready`; not if that failed."""
        await super().startup(sockets=sockets)
        if self.started:
            self._ready()
