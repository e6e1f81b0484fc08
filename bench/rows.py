"""Every row of the database before and after a change of the code that decides: are they equal?

    python -m bench.rows dump FOLDER [--corpus DIR] [--train N] [--parses DIR] [--models DIR]
    python -m bench.rows compare OLD NEW [--most 40]

`dump` annotates the five seeds and, with `--corpus`, the articles of the Wikinews quotation corpus' dev split and some
of its training split (those behind the hundred that nobody reads), links them, and writes every table of the
working database as a file of lines, one JSON object a row. `--parses` keeps the analyses between two runs, so that a
change of rules is compared in seconds. `compare` counts the rows that only one side has, table by table, shows them,
and ends with 1 if there are any. What names the program's version is left out.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import sqlite_utils

from attrib.evaluation.wikinews import lowest_digests, read_corpus
from attrib.intake.article import MetadataIndex, read_document
from attrib.intake.intake import Intake
from attrib.parse.parser import Parser
from attrib.pipeline.annotate import make_annotator
from attrib.pipeline.run import annotate_articles
from attrib.records import Document, Part
from attrib.store.database import open_database
from attrib.text.analysis import Analysis, read_conllu, write_conllu

SEEDS = Path(__file__).parent.parent / "seeds"
HELD_OUT = 100
"""Training articles that nobody reads."""
LEFT_OUT = ("runs", "document_runs", "linking", "_sqlite_migrations")
"""Tables that name versions and times."""


class KeptParser(Parser):
    """The shipped parser, which keeps what it says in a folder and does not say it twice."""

    folder: Path | None = None

    def analyse(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        """The analyses, from the folder where they are there."""
        if self.folder is None:
            return super().analyse(documents)
        self.folder.mkdir(parents=True, exist_ok=True)
        files = [self.folder / f"{_digest(text, parts)}.conllu" for text, parts in documents]
        missing = [place for place, file in enumerate(files) if not file.exists()]
        if missing:
            for place, analysis in zip(missing, super().analyse([documents[i] for i in missing]), strict=True):
                files[place].write_text(write_conllu(analysis), encoding="utf-8")
        return [read_conllu(file.read_text(encoding="utf-8")) for file in files]


def _digest(text: str, parts: Sequence[Part]) -> str:
    places = [(part.number, part.start, part.end) for part in parts]
    return hashlib.sha256(repr((text, places)).encode()).hexdigest()[:20]


def documents(corpus: Path | None, train_articles: int) -> Iterator[Document]:
    """The seeds and the articles of the corpus."""
    metadata = MetadataIndex()
    yield from (read_document(path, metadata=metadata[path]) for path in sorted(SEEDS.glob("*.txt")))
    if corpus is not None:
        yield from (item.document() for item in read_corpus(corpus / "dev"))
        train = lowest_digests(read_corpus(corpus / "train"), HELD_OUT + train_articles)[HELD_OUT:]
        yield from (item.document() for item in train)


def dump(folder: Path, *, corpus: Path | None, train_articles: int, parses: Path | None, models: Path | None) -> None:
    """One file of rows for each table."""
    annotator = make_annotator(models=models)
    parser = KeptParser(models=models)
    parser.folder = parses
    annotator = type(annotator)(**{**_fields(annotator), "parser": parser})
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "rows.db"
    file.unlink(missing_ok=True)
    db = open_database(file, create=True)
    articles = (Intake(item.name, document=item) for item in documents(corpus, train_articles))
    for outcome in annotate_articles(db, articles, annotator, started=""):
        if outcome.state != "annotated":
            print(outcome.place, outcome.state, outcome.issue and outcome.issue.message, file=sys.stderr)
    for name in tables(db):
        lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in db[name].rows)
        (folder / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    db.close()


def _fields(annotator: object) -> dict[str, object]:
    return {name: getattr(annotator, name) for name in annotator.__dataclass_fields__}  # type: ignore[attr-defined]


def tables(db: sqlite_utils.Database) -> list[str]:
    """The tables whose rows are compared: neither full text nor what names versions."""
    return [name for name in db.table_names() if name not in LEFT_OUT and "_fts" not in name]


def compare(old: Path, new: Path, *, most: int) -> int:
    """Print the rows that only one side has; how many there are."""
    names = sorted({file.name for side in (old, new) for file in side.glob("*.jsonl")})
    different = 0
    for name in names:
        left, right = _lines(old / name), _lines(new / name)
        gone, come = left - right, right - left
        count = gone.total() + come.total()
        different += count
        print(f"{name.removesuffix('.jsonl')}: {left.total()} rows, {gone.total()} gone, {come.total()} come")
        shown = sorted([*(("-", line) for line in gone), *(("+", line) for line in come)], key=lambda item: item[1])
        for sign, line in shown[:most]:
            print(f"  {sign} {line}")
    return different


def _lines(file: Path) -> Counter[str]:
    return Counter(file.read_text(encoding="utf-8").splitlines()) if file.exists() else Counter()


def main() -> None:
    """Read the arguments, dump or compare."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = options.add_subparsers(dest="kind", required=True)
    writing = kinds.add_parser("dump", help="annotate and write every row")
    writing.add_argument("folder", type=Path)
    writing.add_argument("--corpus", type=Path, help="the Wikinews quotation corpus")
    writing.add_argument("--train", type=int, default=100, help="training articles that are compared (default: 100)")
    writing.add_argument("--parses", type=Path, help="a folder that keeps the analyses")
    writing.add_argument("--models", type=Path, help="a folder of models instead of the shipped ones")
    comparing = kinds.add_parser("compare", help="show the rows that only one side has")
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--most", type=int, default=40, help="rows shown of a table (default: 40)")
    chosen = options.parse_args()
    if chosen.kind == "dump":
        dump(
            chosen.folder, corpus=chosen.corpus, train_articles=chosen.train, parses=chosen.parses, models=chosen.models
        )
    else:
        sys.exit(1 if compare(chosen.old, chosen.new, most=chosen.most) else 0)


if __name__ == "__main__":
    main()
