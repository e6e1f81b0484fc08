"""What several processes bring: the same articles annotated by one process and by several, in turns.

    python -m bench.jobs [--jobs N …] [--times N] PATH …

Prints seconds on the wall and of the processors, loading included, and compares the rows. The wall says something on a
machine that does nothing else; seconds of the processors say what the division of work costs wherever it runs.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.pipeline.annotate import loaded_annotator, make_annotator
from attrib.pipeline.run import annotate_articles
from attrib.pipeline.workers import Workers
from attrib.store.write import open_database
from bench.kills import rows


class Measured(NamedTuple):
    """What a run took."""

    wall: float
    processors: float
    documents: int
    rows: dict[str, list[tuple[object, ...]]]


def measure(paths: Sequence[Path], jobs: int) -> Measured:
    """A run into a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "measured.db"
        before, begun = os.times(), time.perf_counter()
        documents = _annotate(database, paths, jobs)
        wall, after = time.perf_counter() - begun, os.times()
        return Measured(wall, sum(after[:4]) - sum(before[:4]), documents, rows(database))


def _annotate(database: Path, paths: Sequence[Path], jobs: int) -> int:
    db = open_database(database, create=True)
    articles = take_in(find_files(paths).entries, language="de")
    annotator = loaded_annotator() if jobs == 1 else make_annotator()
    with Workers(loaded_annotator, jobs) if jobs > 1 else nullcontext() as workers:
        outcomes = annotate_articles(db, articles, annotator, started="", annotate_batches=workers)
        documents = sum(outcome.state == "annotated" for outcome in outcomes)
    db.close()
    return documents


def main(words: Iterable[str] | None = None) -> None:
    """Read the arguments, run in turns, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="processes (default: 1 2)")
    options.add_argument("--times", type=int, default=1, help="turns (default: 1)")
    options.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    chosen = options.parse_args(None if words is None else list(words))
    print(f"{'jobs':>4} {'documents':>9} {'wall':>8} {'processors':>10} {'speed':>6}  rows")
    for _ in range(chosen.times):
        first: Measured | None = None
        for jobs in chosen.jobs:
            found = measure(chosen.paths, jobs)
            first = first or found
            same = "the same" if found.rows == first.rows else "OTHERS"
            print(
                f"{jobs:>4} {found.documents:>9} {found.wall:>7.1f}s {found.processors:>9.1f}s "
                f"{first.wall / found.wall:>5.2f}x  {same}",
                flush=True,
            )


if __name__ == "__main__":
    main()
