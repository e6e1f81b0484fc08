"""A folder of articles that were annotated elsewhere: one Parquet file for each block of input files.

    PLAN           what was asked for: languages with their versions, and the names of all blocks, in order
    begun/         the names of blocks that were begun, each with a number for every time
    000000-….parquet   the articles of a block: document and annotation as JSON, or the issue that there is instead

The name of a block is made of its place in the order, of the annotators' versions and of its files as they lay there,
so that a second run does what is missing or has changed, and nothing else. The folder may be one of a store
(`s3://bucket/folder`, `gs://…`), as pyarrow knows them.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, Self
from uuid import uuid4

from attrib.errors import DatabaseError, InputError, ResourceError
from attrib.fingerprint import fingerprint
from attrib.intake.article import MetadataIndex
from attrib.intake.finding import Entry
from attrib.intake.intake import Intake
from attrib.intake.watching import file_state
from attrib.pipeline.batch import Failure, Result
from attrib.records import Annotation, Document, Issue, Record

PLAN = "plan.json"
BEGUN = "begun"
PER_BLOCK = 64
"""Files of a block: a few batches, a minute or less of work that may be lost."""
COLUMNS = ("place", "document", "annotation", "notes", "issue", "failure")
"""Text or null: where it was read; a `Document`; its `Annotation` without the document; what was noticed in reading and
what keeps the article out, as `Issue`; the kind and the message of what went wrong in annotating."""


class Row(NamedTuple):
    """An article and what became of it."""

    taken: Intake
    result: Result | None
    """None if there is no document."""


@dataclass(frozen=True)
class Block:
    """Files that are read and annotated by one process, one after the other."""

    name: str
    entries: tuple[Entry, ...]

    def to_json(self) -> str:
        """As it is sent to another machine."""
        problems = ((str(path), problem and [problem.kind, str(problem)]) for path, problem in self.entries)
        return json.dumps({"name": self.name, "entries": list(problems)})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """As it was sent."""
        found = json.loads(text)
        entries = (Entry(Path(path), problem and _problem(*problem)) for path, problem in found["entries"])
        return cls(found["name"], tuple(entries))


def _problem(kind: Any, message: str) -> InputError:
    return InputError(message, kind=kind)


def plan_blocks(
    entries: Sequence[Entry],
    versions: Mapping[str, str],
    options: Mapping[str, object],
    *,
    per_block: int = PER_BLOCK,
) -> tuple[Block, ...]:
    """The files in blocks, by absolute paths; what else decides how they are read (`options`) counts as versions do.

    Raises ResourceError for a malformed `documents.yml` beside any of them.
    """
    known = MetadataIndex()
    for path, problem in entries:
        if problem is None:
            known[path]
    placed = [Entry(path.absolute(), problem) for path, problem in entries]
    groups = (placed[start : start + per_block] for start in range(0, len(placed), per_block))
    decides = json.dumps([versions, options], sort_keys=True)
    return tuple(
        Block(
            f"{number:06}-{fingerprint([decides, *(f'{entry.path} {file_state(entry)}' for entry in group)])}.parquet",
            tuple(group),
        )
        for number, group in enumerate(groups)
    )


@dataclass(frozen=True)
class BlockFolder:
    """The folder, by a path or a pyarrow address; `pyarrow` comes with the extras `cluster` and `parquet`."""

    place: str

    @cached_property
    def _where(self) -> tuple[Any, str]:
        try:
            from pyarrow.fs import FileSystem, LocalFileSystem
        except ImportError as error:
            raise ResourceError(
                f"{self.place}: Parquet needs pyarrow, which is not installed: pip install 'attrib[parquet]'",
                seen="pyarrow",
            ) from error

        if "://" not in self.place:
            return LocalFileSystem(), str(Path(self.place).absolute())
        found: tuple[Any, str] = FileSystem.from_uri(self.place)
        return found

    def start(self, versions: Mapping[str, str], blocks: Sequence[Block]) -> None:
        """Write down what is asked for (`versions` by language); the folder is made if it is not there."""
        system, path = self._where
        system.create_dir(path, recursive=True)
        plan = {"versions": dict(versions), "blocks": [block.name for block in blocks]}
        with system.open_output_stream(f"{path}/{PLAN}") as file:
            file.write(json.dumps(plan, indent=1).encode())

    @cached_property
    def plan(self) -> Mapping[str, Any]:
        """What was asked for; DatabaseError if the folder is none of ours."""
        system, path = self._where
        try:
            with system.open_input_stream(f"{path}/{PLAN}") as file:
                found: Mapping[str, Any] = json.loads(file.read())
        except OSError as error:
            raise DatabaseError(
                f"{self.place}: there is no {PLAN} in it. Name a folder written by `attrib annotate --cluster`.",
                seen=self.place,
            ) from error
        return found

    def begin(self, name: str) -> int:
        """Put down that a block is begun; how often it was since `forget_beginnings`."""
        from pyarrow.fs import FileType

        system, path = self._where
        system.create_dir(f"{path}/{BEGUN}", recursive=True)
        for number in count(1):
            file = f"{path}/{BEGUN}/{name}.{number}"
            if system.get_file_info(file).type is FileType.NotFound:
                break
        with system.open_output_stream(file) as stream:
            stream.write(b"begun")
        return number

    def forget_beginnings(self) -> None:
        """As if no block had been begun yet."""
        from pyarrow.fs import FileType

        system, path = self._where
        if system.get_file_info(f"{path}/{BEGUN}").type is FileType.Directory:
            system.delete_dir(f"{path}/{BEGUN}")

    def done(self) -> frozenset[str]:
        """Names of the blocks that are there, whole."""
        from pyarrow.fs import FileSelector

        system, path = self._where
        found = system.get_file_info(FileSelector(path, allow_not_found=True))
        return frozenset(each.base_name for each in found if each.base_name.endswith(".parquet"))

    def write(self, name: str, rows: Iterable[Row]) -> None:
        """Write a block, whole or not at all."""
        import pyarrow
        from pyarrow.parquet import write_table

        system, path = self._where
        table = pyarrow.Table.from_pylist(
            [_to_columns(row) for row in rows], pyarrow.schema([(column, pyarrow.string()) for column in COLUMNS])
        )
        partial = f"{path}/{name}.{uuid4().hex}.partial"  # nobody knows whether an actor that is silent is dead
        write_table(table, partial, filesystem=system, compression="zstd")
        system.move(partial, f"{path}/{name}")

    def read(self, name: str) -> Iterator[Row]:
        """The articles of a block, in order."""
        from pyarrow.parquet import ParquetFile

        system, path = self._where
        with system.open_input_file(f"{path}/{name}") as file, ParquetFile(file) as parquet:
            for batch in parquet.iter_batches(batch_size=16):
                yield from map(_from_columns, batch.to_pylist())


def _to_columns(row: Row) -> dict[str, str | None]:
    taken, result = row
    return {
        "place": taken.place,
        "document": _json(taken.document),
        "annotation": result.model_dump_json(exclude={"document"}) if isinstance(result, Annotation) else None,
        "notes": json.dumps([note.model_dump() for note in taken.notes], ensure_ascii=False),
        "issue": _json(taken.issue),
        "failure": json.dumps(result, ensure_ascii=False) if isinstance(result, Failure) else None,
    }


def _json(record: Record | None) -> str | None:
    return None if record is None else record.model_dump_json()


def _from_columns(columns: Mapping[str, Any]) -> Row:
    document = columns["document"] and Document.model_validate_json(columns["document"])
    issue = columns["issue"] and Issue.model_validate_json(columns["issue"])
    notes = tuple(Issue.model_validate(note) for note in json.loads(columns["notes"]))
    taken = Intake(columns["place"], document=document, issue=issue, notes=notes)
    if columns["annotation"] is not None:
        whole = f'{{"document": {columns["document"]}, {columns["annotation"][1:]}'
        return Row(taken, Annotation.model_validate_json(whole))
    return Row(taken, None if columns["failure"] is None else Failure(*json.loads(columns["failure"])))
