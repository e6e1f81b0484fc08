"""One writer at a time: a second `attrib annotate` on the same database is told to wait."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrib.errors import DatabaseError
from attrib.store.database import check_place


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the lock file beside a database, which the system lets go even if the process is killed.

    Raises DatabaseError if another process holds it, or if nothing can be written there.
    """
    from filelock import FileLock, Timeout

    check_place(path, create=True)
    _check_writable(path)
    file = Path(f"{path}-lock")
    try:
        # For filelock some places that nothing can be written to (as /proc) look as if another process was faster.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o644))
        lock = FileLock(file, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise DatabaseError(
            f"{path}: another `attrib annotate` is writing to this database. Wait until it has ended, or name another "
            "file with --db.",
            seen=str(path),
        ) from error
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or "its file system cannot lock files"
        raise DatabaseError(
            f"{path}: {path.absolute().parent} cannot be written to ({reason}). Name a database in another folder.",
            seen=reason,
        ) from error
    try:
        yield
    finally:
        lock.release()


def _check_writable(path: Path) -> None:
    """Before SQLite opens it, which would leave its two files beside a database that it cannot write to."""
    if path.exists():
        try:
            os.close(os.open(path, os.O_RDWR))
        except OSError as error:
            raise DatabaseError(
                f"{path}: the file cannot be written to ({error.strerror}). Let it be written to, or name another "
                "database.",
                seen=error.strerror,
            ) from error
