"""A database survives that its writer is killed at any moment."""

from pathlib import Path

from bench.kills import kill_loop


def test_killed_runs_leave_whole_files_and_go_on_to_the_same_rows(tmp_path: Path) -> None:
    """Five random moments here; `python -m bench.kills` tries a hundred."""
    found = kill_loop(tmp_path, times=5, documents=30)
    assert (found.kills, found.damaged, found.different) == (5, 0, 0)
    assert found.finished >= 1
