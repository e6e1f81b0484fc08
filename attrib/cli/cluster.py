"""`--cluster`: articles annotated on many machines, into a folder that `attrib load` reads."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import click

from attrib.cli.course import SOME_FAILED
from attrib.cli.tally import count

if TYPE_CHECKING:
    from attrib.cli.reading import Reading
    from attrib.pipeline.blocks import Block
    from attrib.pipeline.cluster import Done
    from attrib.pipeline.workers import Make


def cluster_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--cluster`, `--out`."""
    cluster = click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Annotate on a Ray cluster: at an address, auto for the one this machine belongs to, local for one that "
        "is made for this run; needs the extra `attrib[cluster]`.",
    )
    out = click.option(
        "--out",
        metavar="DIR",
        help="With --cluster: the folder, also s3://… or gs://…, of Parquet files that `attrib load` reads.",
    )
    return cluster(out(command))


@dataclass(frozen=True)
class OnCluster:
    """Where articles are annotated, and where they are put."""

    address: str
    out: str

    @classmethod
    def of(cls, address: str | None, out: str | None) -> Self | None:
        """None for this machine; UsageError for one option without the other."""
        if (address is None) != (out is None):
            raise click.UsageError("--cluster and --out belong together; name both or none.")
        return None if address is None or out is None else cls(address, out)

    def annotate(
        self, reading: "Reading", versions: Mapping[str, str], make: "Make", *, jobs: int | None, quiet: bool
    ) -> int:
        """Do what is missing in the folder, and tell; the exit code."""
        from attrib.pipeline.blocks import BlockFolder, plan_blocks

        if reading.has_addresses or reading.has_stdin:
            raise click.UsageError("--cluster reads files that all its machines can open, no addresses and no -.")
        folder = BlockFolder(self.out)
        options = {"languages": tuple(reading.languages), "columns": dict(reading.all_columns)}
        blocks = plan_blocks(reading.found.entries, versions, options)
        folder.start(versions, blocks)
        done = folder.done()
        missing = [block for block in blocks if block.name not in done]
        if missing:
            self._annotate(missing, {"make": make, "folder": folder, **options}, jobs=jobs, quiet=quiet)
        still = {block.name for block in blocks} - folder.done()
        if not quiet:
            click.echo(_summary(len(blocks), len(missing), len(still), self.out))
        return SOME_FAILED if still else 0

    def _annotate(self, blocks: "Sequence[Block]", made_of: dict[str, Any], *, jobs: int | None, quiet: bool) -> None:
        from attrib.pipeline.cluster import annotate_blocks, cluster
        from attrib.pipeline.machine import room_for_processes

        begun = time.monotonic()
        with cluster(self.address, actors=jobs or room_for_processes()):
            for number, done in enumerate(annotate_blocks(blocks, actors=jobs, **made_of), start=1):
                if not quiet:
                    seconds = (time.monotonic() - begun) * (len(blocks) - number) / number
                    click.echo(_line(done, number, len(blocks), seconds), err=True)


def _line(done: "Done", number: int, total: int, seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return (
        f"{number} of {total} blocks: {count(done.annotated, 'document')} annotated, {done.failed} not, "
        f"{count(done.statements, 'statement')}; {minutes}:{rest:02} left"
    )


def _summary(blocks: int, begun: int, still: int, out: str) -> str:
    if not begun:
        return f"nothing to do: {count(blocks, 'block')} unchanged in {out}"
    lines = [f"{count(begun - still, 'block')} annotated, {blocks - begun} unchanged"]
    lines += [f"{count(still, 'block')} missing; the same command does what is missing"] * bool(still)
    return "\n".join([*lines, f"written to {out}; `attrib load {out}` puts them into a database"])
