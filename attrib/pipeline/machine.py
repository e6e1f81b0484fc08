"""How many processes that annotate this machine has room for.

Linux says which processors and how much memory a process may use, in a container too; other systems say how many
processors there are.
"""

import os
from collections.abc import Iterator
from pathlib import Path

PER_PROCESS = 1_000_000_000
"""Bytes that a process which annotates needs with the shipped models (`python -m bench.stages`), rounded up."""
_ROOT = Path("/")


def room_for_processes(root: Path = _ROOT) -> int:
    """One process for each core, as many as memory has room for, at least one; `root` is where proc and sys lie."""
    memory = free_memory(root)
    return max(1, cores(root) if memory is None else min(cores(root), memory // PER_PROCESS))


def cores(root: Path = _ROOT) -> int:
    """The cores that this process may use; two processors that share one count once, where the system tells."""
    if not hasattr(os, "sched_getaffinity"):
        return os.cpu_count() or 1
    processors = os.sched_getaffinity(0)
    shared = "sys/devices/system/cpu/cpu{}/topology/thread_siblings_list"
    found = len({_read(root / shared.format(each)) or str(each) for each in processors})
    quota, _, period = (_read(root / "sys/fs/cgroup/cpu.max") or "").partition(" ")
    return min(found, max(1, int(quota) // int(period))) if quota.isdecimal() and period.isdecimal() else found


def free_memory(root: Path = _ROOT) -> int | None:
    """Bytes that may still be used, by the machine and by the container; None where the system does not tell."""
    return min((*_available(root), *_allowed(root)), default=None)


def _available(root: Path) -> Iterator[int]:
    for line in (_read(root / "proc/meminfo") or "").splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            yield int(rest.split()[0]) * 1024


def _allowed(root: Path) -> Iterator[int]:
    most, used = (_read(root / "sys/fs/cgroup" / name) or "" for name in ("memory.max", "memory.current"))
    if most.isdecimal() and used.isdecimal():
        yield int(most) - int(used)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return None
