"""How many processes a machine has room for."""

import os
from pathlib import Path

import pytest

from attrib.pipeline.machine import PER_PROCESS, cores, free_memory, room_for_processes

CORES = "sys/devices/system/cpu/cpu{}/topology/thread_siblings_list"
GROUP = "sys/fs/cgroup"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of four processors on two cores with 16 GB, half of them free."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    for processor in range(4):
        write(tmp_path / CORES.format(processor), f"{processor % 2},{processor % 2 + 2}\n")
    write(tmp_path / "proc/meminfo", "MemTotal:       16000000 kB\nMemAvailable:    8000000 kB\n")
    return tmp_path


def write(path: Path, text: str) -> None:
    """A file in folders that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")


def test_processors_that_share_a_core_count_once(root: Path) -> None:
    """Two that share one are hardly faster than one."""
    assert cores(root) == 2
    assert room_for_processes(root) == 2


def test_only_the_processors_that_may_be_used_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`taskset` and schedulers of clusters take some away."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 3})
    assert cores(root) == 1


def test_a_container_has_what_it_was_given(root: Path) -> None:
    """Of processors, at least one; of memory, what it has not used yet."""
    write(root / GROUP / "cpu.max", "50000 100000\n")
    assert cores(root) == 1
    write(root / GROUP / "cpu.max", "max 100000\n")
    assert cores(root) == 2
    write(root / GROUP / "memory.max", "3000000000\n")
    write(root / GROUP / "memory.current", "1000000000\n")
    assert free_memory(root) == 2_000_000_000


@pytest.mark.parametrize(
    ("free", "processes"), [(100, 1), (PER_PROCESS // 1024 + 1, 1), (2 * PER_PROCESS // 1024 + 2, 2)]
)
def test_memory_is_a_limit(root: Path, free: int, processes: int) -> None:
    """One process is always tried."""
    write(root / "proc/meminfo", f"MemAvailable: {free} kB\n")
    assert room_for_processes(root) == processes


def test_a_system_that_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as there are processors, whatever the memory."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert free_memory(tmp_path) is None
    assert room_for_processes(tmp_path) == 3
