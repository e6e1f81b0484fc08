"""A working day on top of what is there: what some new articles cost where many are stored and published already.

    python -m bench.daily [--articles 100000] [--new 100] --out DIR

Fills a working database with made-up articles of twenty statements, compares these, and then does what `attrib watch`
does when new articles come (short ones, annotated by the rules alone): store them, compare all statements again, and
publish all. Told of each step, a process of its own but for storing and comparing anew: seconds by the clock and on the
processor, and the most memory that its process had held by then; for Linux. What DIR holds is taken as it is.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.pipeline.run import annotate_articles
from attrib.publish.published import build
from attrib.store.link import link_database
from attrib.store.write import open_database
from bench.export import Clock, most_memory
from bench.kills import fast_annotator, write_articles
from bench.synthetic import PER_ARTICLE, fill

HEAD = f"{'step':<16} {'seconds':>8} {'CPU s':>8} {'MB held':>8}"


def compare(folder: Path, _: int) -> None:
    """The first time."""
    started = Clock.now()
    with closing(open_database(folder / "work.db")) as db:
        link_database(db)
    tell("compare", started)


def add(folder: Path, new: int) -> None:
    """New articles, stored and compared."""
    with TemporaryDirectory() as texts, closing(open_database(folder / "work.db")) as db:
        write_articles(Path(texts), new)
        articles = take_in(find_files([Path(texts)]).entries, language="de")
        started = Clock.now()
        for _ in annotate_articles(db, articles, fast_annotator(), started=""):
            stored = Clock.now()
            if not (new := new - 1):
                tell("store", started)
        tell("compare again", stored)


def publish(folder: Path, _: int) -> None:
    """Without files to take away."""
    started = Clock.now()
    build(folder / "work.db", folder / "dist", downloads=False)
    tell("publish", started)


STEPS: Mapping[str, Callable[[Path, int], None]] = {"compare": compare, "add": add, "publish": publish}


def tell(name: str, started: Clock) -> None:
    """A line of the table."""
    now = Clock.now()
    seconds, busy = now.seconds - started.seconds, now.busy - started.busy
    print(f"{name:<16} {seconds:>8.1f} {busy:>8.1f} {most_memory():>8.0f}", flush=True)


def main() -> None:
    """Fill, then step by step."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000, help="that are there (default: 100000)")
    parser.add_argument("--new", type=int, default=100, help="that come (default: 100)")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step is not None:
        STEPS[asked.step](asked.out, asked.new)
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    if not (asked.out / "work.db").exists():
        fill(asked.out / "work.db", asked.articles * PER_ARTICLE, compared=True)
    print(HEAD, flush=True)
    for step in STEPS:
        words = ["--new", str(asked.new), "--out", str(asked.out), "--step", step]
        subprocess.run([sys.executable, "-m", "bench.daily", *words], check=True)


if __name__ == "__main__":
    main()
