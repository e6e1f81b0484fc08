"""What a cluster brings, measured on this machine, and what follows for ten million articles.

    python -m bench.cluster [--workers N …] [--times N] [--per-block N] [--fast] [--statements N] [PATH …]

Measured, each in turns with the same work in this process: articles annotated by 1, 2 … actors of a Ray cluster of
this machine (from the first block handed out to the last one written, loading of models and the driver's work
included); statements made up by `bench.claims`, compared with each other. Efficiency is the seconds of this process by
those of the cluster and its workers: by the clock, which says something only where each worker has a core of its own,
and of the processors, for everything that the cluster does beside the work, wherever it runs. Then what travels, what
is written, and how long `attrib load` takes. Computed from all that: hours and bytes for `ARTICLES` articles. `--fast`
annotates by the rules alone, with a parser that cuts at blanks; without PATH articles are made up. For Linux. Ray's
workers give way to other programs: RAY_worker_niceness=0 has them compete as this process does.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Any, NamedTuple

import pyarrow as pa

from attrib.intake.finding import find_files
from attrib.pipeline.across import OnCluster, banded, rows_of
from attrib.pipeline.annotate import loaded_annotator, make_annotator
from attrib.pipeline.batch import Annotates
from attrib.pipeline.blocks import Block, BlockFolder, plan_blocks
from attrib.pipeline.cluster import BlockAnnotator, annotate_blocks, cluster
from attrib.pipeline.loading import Annotated
from attrib.pipeline.run import annotate_articles
from attrib.statement.grouping import Block as KeyBlock
from attrib.statement.grouping import Pair, Proposition, groups
from attrib.statement.setting import Settings
from attrib.store.write import open_database
from bench.claims import statements
from bench.kills import fast_annotator, write_articles

ARTICLES = 10_000_000
HOUR = 3600
TERA = 1e12
LOOK = 0.2
"""Seconds between two looks at the processes: what one did after the last look before its end is not counted."""
NUMBERS = 33
"""Bytes of the numbers that travel with a statement."""


class Work(NamedTuple):
    """What is annotated, and by what."""

    blocks: Sequence[Block]
    versions: dict[str, str]
    make: Callable[[], Annotates]
    """Makes it with its models, here or in an actor."""

    def folder(self, place: Path) -> BlockFolder:
        """A folder in which the blocks can be put."""
        found = BlockFolder(str(place))
        found.start(self.versions, self.blocks)
        return found

    def here(self, folder: BlockFolder) -> None:
        """In this process."""
        annotator = BlockAnnotator(self.make, folder, ["de"], {})
        for block in self.blocks:
            annotator.annotate(block)

    def there(self, folder: BlockFolder, workers: int) -> None:
        """By the cluster to which this process is connected."""
        made_of = {"make": self.make, "languages": ["de"], "columns": {}}
        done = list(annotate_blocks(self.blocks, folder=folder, actors=workers, **made_of))
        if len(done) != len(self.blocks):
            raise RuntimeError(f"{len(self.blocks) - len(done)} of {len(self.blocks)} blocks are missing")


class Volumes(NamedTuple):
    """What the articles that were measured come to."""

    texts: Sequence[str]
    found: int
    """Statements."""
    bytes_written: int
    seconds_to_load: float
    """Of the processor, without the comparison at the end."""

    @property
    def words(self) -> int:
        """As blanks part them."""
        return sum(len(text.split()) for text in self.texts)


def work_of(paths: Sequence[Path], *, per_block: int, fast: bool) -> Work:
    """The articles below paths in blocks."""
    versions = {"de": (fast_annotator if fast else make_annotator)().version_of("de")}
    blocks = plan_blocks(find_files(paths).entries, versions, {}, per_block=per_block)
    return Work(blocks, versions, fast_annotator if fast else partial(loaded_annotator, language="de"))


class Spent(NamedTuple):
    """Seconds by the clock, and those that this process and all below it had a processor."""

    clock: float
    busy: float


def spent(work: Callable[[], Any]) -> tuple[Spent, Any]:
    """What it took, and the result."""
    begun, first, last, over = time.perf_counter(), ticks(), dict[int, int](), Event()

    def look() -> None:
        while not over.wait(LOOK):
            last.update(ticks())

    watch = Thread(target=look)
    watch.start()
    result = work()
    clock = time.perf_counter() - begun
    over.set()
    watch.join()
    last.update(ticks())
    busy = sum(last.values()) - sum(first.get(each, 0) for each in last)
    return Spent(clock, busy / os.sysconf("SC_CLK_TCK")), result


def ticks() -> dict[int, int]:
    """Of this process, its children and theirs, how long each had a processor."""
    parents, found = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(fields[1])
            found[int(stat.parent.name)] = int(fields[11]) + int(fields[12])
    family = {os.getpid()}
    while more := {each for each, parent in parents.items() if parent in family} - family:
        family |= more
    return {each: found[each] for each in family}


def annotate(work: Work, place: Path, workers: Sequence[int]) -> Iterator[Spent]:
    """What this process needs, which writes to `place`, then a cluster with each number of workers."""
    yield spent(partial(work.here, work.folder(place)))[0]
    for number in workers:
        folder = work.folder(place.with_name(f"{place.name}-{number}"))
        with cluster("local", actors=number):
            yield spent(partial(work.there, folder, number))[0]


def compare(given: Sequence[Proposition], workers: Sequence[int]) -> Iterator[Spent]:
    """The same for statements that are compared."""
    took, claims = spent(partial(groups, given))
    yield took
    for number in workers:
        with cluster("local", actors=number):
            took, found = spent(partial(groups, given, compare=OnCluster().blocks))
        yield took
        if found != claims:
            raise RuntimeError("the cluster found other claims")


def in_turns(turns: Iterable[Iterable[Spent]], workers: Sequence[int]) -> float:
    """Print what each turn took and the median efficiency; the median seconds of the processor of this process."""
    here, found = [], []
    for turn in turns:
        alone, *there = turn
        here.append(alone.busy)
        pairs = list(zip(workers, there, strict=True))
        found.append([(alone.clock / each.clock / number, alone.busy / each.busy) for number, each in pairs])
        told = (f"{number}: {each.clock:.1f} s, CPU {each.busy:.1f} s" for number, each in pairs)
        print(f"  here {alone.clock:.1f} s, CPU {alone.busy:.1f} s; workers", "; ".join(told), flush=True)
    for number, each in zip(workers, zip(*found, strict=True), strict=True):
        clock, busy = (median(kind) for kind in zip(*each, strict=True))
        print(f"  efficiency of {number}, median: {clock:.2f} by the clock, {busy:.2f} by the processor", flush=True)
    return median(here)


def volumes(folder: BlockFolder, annotator: Annotates, database: Path) -> Volumes:
    """Load what was written, and count it."""
    annotated, db = Annotated(folder, annotator), open_database(database, create=True)
    begun = loaded = time.process_time()
    for _ in annotate_articles(db, annotated.articles(), annotator, started="", annotate_batches=annotated):
        loaded = time.process_time()
    texts = [text for (text,) in db.execute("SELECT text FROM documents").fetchall()]
    (found,) = db.execute("SELECT count(*) FROM statements").fetchone()
    db.close()
    size = sum(file.stat().st_size for file in Path(folder.place).glob("*.parquet"))
    return Volumes(texts, found, size, loaded - begun)


def sent_for_texts(texts: Sequence[str]) -> int:
    """Bytes that travel so that copies are found: texts, and the bands of their sketches."""
    table = pa.Table.from_pylist([{"place": place, "text": text} for place, text in enumerate(texts)])
    return int(table.nbytes + banded(table, buckets=1).nbytes)


def sent_for_statements(given: Sequence[Proposition]) -> tuple[int, int]:
    """Rows and bytes that travel to compare statements."""
    sizes: list[int] = []

    def counting(nodes: Sequence[Proposition], blocks: Iterable[KeyBlock], _: Settings) -> list[Pair]:
        sizes.extend(len(row["node"]) + NUMBERS for row in rows_of(nodes, blocks, buckets=1))
        return []

    groups(given, compare=counting)
    return len(sizes), sum(sizes)


def tell_plan(found: Volumes, seconds: float, sent: float) -> None:
    """What follows for many articles; `seconds` of a worker for those of `found`, `sent` bytes for a statement."""
    times = ARTICLES / len(found.texts)
    hours, number = seconds * times / HOUR, found.found * times
    print(f"computed for {ARTICLES:,} articles of {found.words / len(found.texts):.0f} words:")
    print(f"  {hours:,.0f} hours of one worker: " + ", ".join(f"{hours / n:,.1f} h of {n}" for n in (16, 64, 256)))
    written, loaded = found.bytes_written * times / TERA, found.seconds_to_load * times / HOUR
    print(f"  {written:.3f} TB of Parquet, {loaded:,.0f} h to load")
    print(f"  {sent_for_texts(found.texts) * times / TERA:.3f} TB travel to find copies")
    print(f"  {number * sent / TERA:.3f} TB to compare {number / 1e6:,.0f} million statements")


def main(words: Iterable[str] | None = None) -> None:
    """Read the arguments, measure, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles, or folders of them")
    options.add_argument("--workers", type=int, nargs="*", default=[1, 2], help="numbers of actors (default: 1 2)")
    options.add_argument("--times", type=int, default=1, help="turns (default: 1)")
    options.add_argument("--per-block", type=int, default=16, help="files of a block (default: 16)")
    options.add_argument("--fast", action="store_true", help="annotate without models")
    options.add_argument("--made-up", type=int, default=1_000, help="articles, if none are named (default: 1000)")
    options.add_argument("--statements", type=int, default=100_000, help="made up to be compared (default: 100000)")
    chosen = options.parse_args(None if words is None else list(words))
    with tempfile.TemporaryDirectory() as name:
        measure(chosen, Path(name))


def measure(chosen: argparse.Namespace, place: Path) -> None:
    """Turn by turn, then the volumes, then the plan."""
    texts, numbers = place / "texts", range(chosen.times)
    texts.mkdir()
    if not chosen.paths:
        write_articles(texts, chosen.made_up)
    work = work_of(chosen.paths or [texts], per_block=chosen.per_block, fast=chosen.fast)
    print(f"annotate {len(work.blocks)} blocks:")
    turns = (annotate(work, place / f"turn{number}", chosen.workers) for number in numbers)
    seconds = in_turns(turns, chosen.workers)
    found = volumes(BlockFolder(str(place / "turn0")), work.make(), place / "loaded.db")
    print(f"  {len(found.texts)} articles, {found.words} words, {found.found} statements")
    print(
        f"  {found.words / seconds:.0f} words/s; {found.bytes_written} bytes; loaded in {found.seconds_to_load:.1f} s"
    )
    given = statements(chosen.statements)
    print(f"compare {len(given)} made-up statements:")
    in_turns((compare(given, chosen.workers) for _ in numbers), chosen.workers)
    rows, sent = sent_for_statements(given)
    print(f"  {rows} rows, {sent / 1e6:.1f} MB travel")
    tell_plan(found, seconds, sent / len(given))


if __name__ == "__main__":
    main()
