"""The desk on 127.0.0.1, until interrupted."""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from attrib.site.desk.desk import Desk
from attrib.site.serve import listening_socket, server, server_config
from attrib.store.write import open_database

HOST = "127.0.0.1"


def serve_desk(
    database: Path, *, by: str, port: int = 0, ready: Callable[[str], None], settled: Callable[[], None]
) -> None:
    """Show the desk over a working database until interrupted; `port` 0 takes a free one.

    `ready` is told the address with its token. When it ends, statements that were judged are compared with those of all
    documents again, and `settled` is called if that was done. Raises DatabaseError if the database cannot be used or
    the port is taken.
    """
    open_database(database).close()
    with closing(listening_socket(HOST, port)) as listening:
        own_port = listening.getsockname()[1]
        desk = Desk(database, by=by, port=own_port, today=lambda: datetime.now(UTC).date().isoformat())
        address = f"http://{HOST}:{own_port}/enter?token={desk.guard.token}"
        try:
            with suppress(KeyboardInterrupt):
                server(server_config(desk.app), ready=lambda: ready(address)).run(sockets=[listening])
        finally:
            if desk.settle():
                settled()
