"""How fast exports are and how much memory they need, format by format.

    python -m bench.export --statements 1000000 --out /tmp/bench

Fills a working database with made-up statements, publishes it, and exports each format from the published copy in a
process of its own. Prints the rows of all its files, rows a second, the most memory the process held, and the size of
the files; for Linux. `conllu` and `wikinews` need the analysis of words, which made-up statements do not have.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from attrib.export import FORMATS
from attrib.export.target import export
from attrib.publish import build
from bench.synthetic import fill


def measured(dist: Path, name: str, out: Path) -> str:
    """One line of the table; to be called in a fresh process, whose memory counts."""
    started = time.perf_counter()
    files = export(dist, formats=[name], out=out)["files"]
    seconds = time.perf_counter() - started
    rows, size = sum(file["rows"] for file in files), sum(file["bytes"] for file in files)
    return f"{name:<14} {rows:>10,} {seconds:>8.1f} {rows / seconds:>10,.0f} {most_memory():>8.0f} {size / 1e6:>8.1f}"


def most_memory() -> float:
    """The most memory this process held, in MB, as Linux counts it; `getrusage` would count the parent's too."""
    held = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert held is not None
    return int(held[1]) / 1024


def main() -> None:
    """Build once, then measure each format."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--format", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    dist = asked.out / "dist"
    if asked.format is not None:
        with TemporaryDirectory(dir=asked.out) as folder:
            print(measured(dist, asked.format, Path(folder) / "export"), flush=True)
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    fill(asked.out / "work.db", asked.statements)
    build(asked.out / "work.db", dist, downloads=False)
    print(f"{'format':<14} {'rows':>10} {'seconds':>8} {'rows/s':>10} {'MB held':>8} {'MB file':>8}", flush=True)
    for name, known in FORMATS.items():
        if not known.needs_words:
            command = [sys.executable, "-m", "bench.export", "--out", str(asked.out), "--format", name]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
