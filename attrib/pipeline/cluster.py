"""Blocks of articles on the machines of a Ray cluster, by Ray Data (https://docs.ray.io/en/latest/data/data.html).

Each actor loads the models once, then reads, annotates and writes block after block; only names and counts come back.
An actor that dies is started again by Ray, here or on another machine, and its block is done again. Input and output
must be reachable from all machines.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from attrib.errors import InputError, ResourceError
from attrib.intake.fetching.reachable import check_reachable
from attrib.intake.intake import Intake, take_in
from attrib.pipeline.batch import Annotates, annotate_batch
from attrib.pipeline.blocks import Block, BlockFolder, Row
from attrib.pipeline.run import next_articles
from attrib.records import Annotation

MOST_ATTEMPTS = 3
"""So often a block is begun, whoever dies over it; then the job goes on without it."""
MOST_TASKS = 10_000
"""Ray keeps something of each in mind; from here on a task is handed several blocks."""
_PATIENCE = 10
"""Seconds in which a cluster answers."""


class Done(NamedTuple):
    """What became of a block."""

    name: str
    annotated: int
    """Documents; 0 also for a block that is given up."""
    failed: int
    statements: int


class BlockAnnotator:
    """Annotates blocks, one at a time: what an actor holds."""

    def __init__(
        self, make: Callable[[], Annotates], folder: BlockFolder, languages: Sequence[str], columns: Mapping[str, str]
    ) -> None:
        self._annotator, self._folder = make(), folder
        self._languages, self._columns = languages, columns

    def __call__(self, batch: Mapping[str, Sequence[str]]) -> dict[str, list[Any]]:
        """Columns of `Done` for a column of blocks; each is written."""
        done = [self.annotate(Block.from_json(text)) for text in batch["block"]]
        return {name: [getattr(each, name) for each in done] for name in Done._fields}

    def annotate(self, block: Block) -> Done:
        """Read, annotate and write a block; a document that cannot be annotated is a row that says why.

        A block over which actors died too often is left alone: nobody waits for it for ever.
        """
        if self._folder.begin(block.name) > MOST_ATTEMPTS:
            return Done(block.name, 0, 0, 0)
        first, *others = self._languages
        articles = take_in(block.entries, language=first, others=others, columns=self._columns)
        rows = list(self._rows(articles))
        self._folder.write(block.name, rows)
        annotations = [row.result for row in rows if isinstance(row.result, Annotation)]
        statements = sum(len(each.statements) for each in annotations)
        return Done(block.name, len(annotations), len(rows) - len(annotations), statements)

    def _rows(self, articles: Iterator[Intake]) -> Iterator[Row]:
        """In the batches in which one machine would annotate them."""
        while batch := list(next_articles(articles)):
            documents = [taken.document for taken in batch if taken.document is not None]
            results = iter(annotate_batch(self._annotator, documents))
            for taken in batch:
                yield Row(taken, next(results) if taken.document is not None else None)


@contextmanager
def cluster(address: str, *, actors: int) -> Iterator[None]:
    """A connection: to a cluster at an address or that is found (`auto`), or a new one on this machine (`local`).

    Raises ResourceError without the extra `cluster`, InputError if there is no such cluster.
    """
    try:
        import ray
    except ImportError as error:
        raise ResourceError(
            "--cluster needs Ray, which is not installed: pip install 'attrib[cluster]'", seen="ray"
        ) from error

    quiet = {"log_to_driver": False, "logging_level": "error", "include_dashboard": False}
    if address == "local":
        # One processor more than actors, for what Ray Data does beside them.
        ray.init(num_cpus=actors + 1, **quiet)
    else:
        _connect(address)
    try:
        yield
    finally:
        ray.shutdown()


def _connect(address: str) -> None:
    import ray

    try:
        _check_listening(address)
        ray.init(address=address, log_to_driver=False, logging_level="error")
    except OSError as error:  # of which Ray's ConnectionError is one
        raise InputError(
            f"{address}: there is no Ray cluster ({error}). Start one with `ray start --head`, name its address as "
            "HOST:PORT, or use `--cluster local`.",
            seen=address,
        ) from error


def _check_listening(address: str) -> None:
    """OSError if nobody listens at HOST:PORT: Ray tries for minutes, then ends the process."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if host and port.isdecimal():
        check_reachable(host.strip("[]"), int(port), seconds=_PATIENCE)


def annotate_blocks(
    blocks: Sequence[Block], *, folder: BlockFolder, actors: int | None = None, **made_of: Any
) -> Iterator[Done]:
    """Annotate blocks in any order, each told when it is written; needs a connection.

    `actors` is how many there are at most, as many as there is room for by default; `made_of` is what a
    `BlockAnnotator` is made of beside the folder. What is lost with a machine is made up for: blocks that are not there
    at the end are begun again.
    """
    folder.forget_beginnings()
    missing = list(blocks)
    for _ in range(MOST_ATTEMPTS):
        told = set()
        for done in _annotated(missing, actors, {"folder": folder, **made_of}):
            told.add(done.name)
            yield done
        there = folder.done()
        missing = [block for block in missing if block.name not in told | there]
        if not missing:
            return


def _annotated(blocks: Sequence[Block], actors: int | None, made_of: Mapping[str, Any]) -> Iterator[Done]:
    """One go at blocks.

    On every machine one processor stays free of actors: tasks that hand out blocks need a place, and a job whose actors
    take all processors waits for ever (https://github.com/ray-project/ray/issues/44687).
    """
    import ray
    from ray.data import ActorPoolStrategy

    set_course(most_errors=-1)  # blocks are begun again
    rows = [{"block": block.to_json()} for block in blocks]
    found = ray.data.from_items(rows, override_num_blocks=min(len(rows), MOST_TASKS))
    pool = ActorPoolStrategy(
        min_size=1,
        max_size=max(1, min(actors or len(rows), len(rows), _free_processors())),
        max_tasks_in_flight_per_actor=2,  # with one at a time Ray never takes a pool for busy enough to grow
    )
    found = found.map_batches(BlockAnnotator, fn_constructor_kwargs=made_of, compute=pool, batch_size=1, num_cpus=1)
    for row in found.iter_rows():
        yield Done(**row)


def set_course(*, most_errors: int) -> None:
    """Have Ray Data tell nothing from here on, and go on without so many pieces that failed (-1: however many)."""
    from ray.data import DataContext

    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = most_errors
    logging.getLogger("ray.data").setLevel(logging.ERROR)


def _free_processors() -> int:
    """Processors of all machines, but for one of each."""
    import ray

    alive = (node["Resources"].get("CPU", 0) for node in ray.nodes() if node["Alive"])
    return sum(int(each) - 1 for each in alive if each)
