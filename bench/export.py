"""How fast exports are and how much memory they need, format by format.

    python -m bench.export --statements 1000000 --out DIR

Fills a working database with made-up statements, publishes it, and exports each format in a process of its own: from
the published copy, or from the working database where the format needs the analysis of the words (a published copy is
then made first, whose memory counts, but not its time). Prints the rows of all its files, seconds, rows a second of the
processor, the most memory the process held, and the size of the files; for Linux. What DIR holds already is taken as it
is.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from attrib.publish.export import FORMATS
from attrib.publish.export.material import Material, Step
from attrib.publish.export.target import export
from attrib.publish.published import build
from bench.synthetic import fill

BUILD = "build"
HEAD = f"{'format':<14} {'rows':>10} {'seconds':>8} {'CPU s':>8} {'rows/CPU s':>10} {'MB held':>8} {'MB file':>8}"


class Clock(NamedTuple):
    """Seconds on the wall, and those that the process had the processor: other work changes the first alone."""

    seconds: float
    busy: float

    @classmethod
    def now(cls) -> "Clock":
        """The time it is."""
        return cls(time.perf_counter(), time.process_time())


def measured(database: Path, name: str, out: Path) -> str:
    """One line of the table; to be called in a fresh process, whose memory counts."""
    started: list[Clock] = []

    def begin(_: Material) -> Step:
        started.append(Clock.now())
        return lambda: None

    files = export(database, formats=[name], out=out, started=begin)["files"]
    rows, size = sum(file["rows"] for file in files), sum(file["bytes"] for file in files)
    return line(name, rows, started[0], size)


def published(database: Path, dist: Path) -> str:
    """The line of `attrib build` without files to take away; in a fresh process too."""
    started = Clock.now()
    report = build(database, dist, downloads=False)
    return line("(build)", report.statements, started, report.size)


def line(name: str, rows: int, started: Clock, size: int) -> str:
    """The figures as a line of the table."""
    now = Clock.now()
    seconds, busy = now.seconds - started.seconds, now.busy - started.busy
    speed = f"{seconds:>8.1f} {busy:>8.1f} {rows / busy:>10,.0f}"
    return f"{name:<14} {rows:>10,} {speed} {most_memory():>8.0f} {size / 1e6:>8.1f}"


def most_memory() -> float:
    """The most memory this process held, in MB, as Linux counts it; `getrusage` would count the parent's too."""
    held = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert held is not None
    return int(held[1]) / 1024


def main() -> None:
    """Build once, then measure each format."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--format", action="append", help="only this one; may be repeated")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    working, dist = asked.out / "work.db", asked.out / "dist"
    if asked.child == BUILD:
        print(published(working, dist), flush=True)
    elif asked.child is not None:
        with TemporaryDirectory(dir=asked.out) as folder:
            database = working if FORMATS[asked.child].needs_words else dist
            print(measured(database, asked.child, Path(folder) / "export"), flush=True)
    else:
        asked.out.mkdir(parents=True, exist_ok=True)
        if not working.exists():
            fill(working, asked.statements, words=True)
        print(HEAD, flush=True)
        for name in ([] if dist.exists() else [BUILD]) + (asked.format or list(FORMATS)):
            subprocess.run([sys.executable, "-m", "bench.export", "--out", asked.out, "--child", name], check=True)


if __name__ == "__main__":
    main()
