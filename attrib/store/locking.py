"""One writer at a time: a second `attrib annotate` on the same database is told to wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrib.errors import DatabaseError
from attrib.store.database import check_place


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the lock file beside a database, which the system lets go even if the process is killed.

    Raises DatabaseError if another process holds it.
    """
    from filelock import FileLock, Timeout

    check_place(path, create=True)
    lock = FileLock(f"{path}-lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise DatabaseError(
            f"{path}: another `attrib annotate` is writing to this database. Wait until it has ended, or name another "
            "file with --db.",
            seen=str(path),
        ) from error
    except OSError as error:
        raise DatabaseError(
            f"{path}: the folder cannot be written to ({error.strerror}). Name a database in another folder.",
            seen=error.strerror,
        ) from error
    try:
        yield
    finally:
        lock.release()
