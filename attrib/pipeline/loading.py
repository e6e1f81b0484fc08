"""Articles that were annotated elsewhere, on their way into a database: what `attrib load` does.

They go the way of `attrib.pipeline.run.annotate_articles` like all others (copies, what has not changed, issues, what
statements have in common), only that nobody has to annotate them.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrib.errors import DatabaseError
from attrib.intake.intake import Intake
from attrib.pipeline.batch import Annotates, Key, Result
from attrib.pipeline.blocks import BlockFolder, Row
from attrib.records import Document


class Annotated:
    """The articles of a folder, and their annotations as `attrib.pipeline.batch.AnnotatesBatches`.

    Both are read block by block; what is held in memory is a batch. Raises DatabaseError if another version of the
    program made the annotations of a language than `annotator` would.
    """

    def __init__(self, folder: BlockFolder, annotator: Annotates) -> None:
        _check_versions(folder, annotator)
        self._folder = folder
        done = folder.done()
        self._blocks = [name for name in folder.plan["blocks"] if name in done]
        self.missing = len(folder.plan["blocks"]) - len(self._blocks)
        """Blocks that have not been annotated yet."""
        self._read: dict[int, Row] = {}

    def articles(self) -> Iterator[Intake]:
        """Every article in order."""
        for name in self._blocks:
            for row in self._folder.read(name):
                if row.taken.document is not None:
                    self._read[id(row.taken.document)] = row
                yield row.taken

    def __call__(self, batches: Iterable[tuple[Key, Sequence[Document]]]) -> Iterator[tuple[Key, list[Result]]]:
        """What became of the documents of each batch, which were just read."""
        for key, documents in batches:
            found = (self._read[id(document)].result for document in documents)
            results = [result for result in found if result is not None]
            self._read.clear()
            yield key, results


def _check_versions(folder: BlockFolder, annotator: Annotates) -> None:
    for language, made_by in folder.plan["versions"].items():
        if made_by != (version := annotator.version_of(language)):
            raise DatabaseError(
                f"{folder.place}: was annotated by the version {made_by} of code, models, lists and parties, and this "
                f"is {version}. Load it with the version (and the --models, --sources) that annotated it, or annotate "
                "again.",
                seen=made_by,
                allowed=version,
            )
