"""Does the database survive if `annotate` is killed at any moment? A loop of runs that are killed and run again.

    python -m bench.kills [--times 100] [--documents 200] [--real] [--seed 1]

After every kill the file must be whole (`integrity_check`, `foreign_key_check`), and the run that comes to its end
must leave the same rows as one that nobody disturbed. A parser that only cuts at blanks stands in for the models, so
that the moments fall into the writing; `--real` takes the shipped models.
"""

import argparse
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.pipeline.annotate import Annotator, make_annotator
from attrib.pipeline.run import annotate_articles
from attrib.records import Part
from attrib.registry.registry import load_registry
from attrib.store.dictionary import dictionary
from attrib.store.locking import only_writer
from attrib.store.write import open_database
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.loading import load_language

ROOT = Path(__file__).parents[1]
TOKEN = re.compile(r"\w[^\s.,:;!?()„“\"»«]*|[^\s\w]")
LONGEST = 40
"""Words of a sentence."""
RUNS = frozenset({"runs", "document_runs"})
"""They hold times."""
SENTENCES = (
    "„Die Lage sei ernst“, sagte der Minister am Freitag.",
    "Laut dem NIS sollen es bis zu 12.000 Soldaten werden.",
    "Kim bestätigte, dass die Brücke bei Köln gesperrt bleibt.",
    "Weder das Pentagon noch die NATO bestätigen diese Meldung.",
    "Ein Sprecher der Polizei wollte sich nicht äußern.",
)


class Figures(NamedTuple):
    """What a loop came to."""

    kills: int
    finished: int
    """Runs that came to their end before the signal; they are compared with the undisturbed one."""
    damaged: int
    different: int


class CuttingParser:
    """Takes what stands between blanks for words, one noun after another, and a full stop for the end of a sentence."""

    fingerprint = "cutting"

    def analyse(self, documents: Sequence[tuple[str, Sequence[Part]]]) -> list[Analysis]:
        """Sentences of at most forty words, as many as there are."""
        return [Analysis(tuple(_sentences(text, parts))) for text, parts in documents]


def _sentences(text: str, parts: Sequence[Part]) -> Iterator[Sentence]:
    number = 0
    for part in parts:
        tokens = [match.span() for match in TOKEN.finditer(text, part.start, part.end)]
        first = 0
        while ahead := tokens[first : first + LONGEST]:
            ends = (place for place, (_, end) in enumerate(ahead, start=1) if text[end - 1] in ".!?")
            length = next(ends, LONGEST)
            yield _sentence(number, part, text, ahead[:length])
            number += 1
            first += length


def _sentence(number: int, part: Part, text: str, tokens: Sequence[tuple[int, int]]) -> Sentence:
    words = tuple(
        Word(
            place,
            text[start:end],
            text[start:end],
            "NOUN" if text[start].isalnum() else "PUNCT",
            "",
            int(place > 1),
            "dep",
            start,
            end,
            0,
        )
        for place, (start, end) in enumerate(tokens, start=1)
    )
    return Sentence(number, part.number, words[0].start, words[-1].end, words, ())


def fast_annotator(language: str = "de") -> Annotator:
    """The rules of a language as they are, without models."""
    parser: Any = CuttingParser()
    return Annotator(load_language(language), load_registry(), parser)


def write_articles(folder: Path, number: int, *, seed: int = 1) -> None:
    """Short articles, no two of them alike; some cannot be read."""
    chance = random.Random(seed)
    for each in range(number):
        lines = [chance.choice(SENTENCES) for _ in range(8)]
        text = "" if each % 50 == 7 else f"Meldung {each}\n\n" + "\n".join(lines)
        (folder / f"{each:05}.txt").write_text(text, encoding="utf-8")


def annotate_once(database: Path, folder: Path, annotator: Annotator) -> None:
    """One run to its end."""
    with only_writer(database):
        db = open_database(database, create=True)
        articles = take_in(find_files([folder]).entries, language="de")
        for _ in annotate_articles(db, articles, annotator, started=""):
            pass
        db.close()


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for the runs."""
    connection = sqlite3.connect(database)
    try:
        names = [name for name in dictionary() if name not in RUNS]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
    finally:
        connection.close()


def is_whole(database: Path) -> bool:
    """Whether SQLite finds nothing wrong with the file, and attrib opens it."""
    if not database.exists():
        return True
    db = open_database(database, create=True)
    try:
        checks = (db.execute(f"PRAGMA {name}").fetchall() for name in ("integrity_check", "foreign_key_check"))
        return list(checks) == [[("ok",)], []]
    finally:
        db.close()


def kill_loop(folder: Path, *, times: int, documents: int, real: bool = False, seed: int = 1) -> Figures:
    """Kill `times` runs, each at a random moment, starting over whenever one came to its end."""
    texts, database, calm = folder / "texts", folder / "killed.db", folder / "calm.db"
    texts.mkdir()
    write_articles(texts, documents, seed=seed)
    annotator = make_annotator() if real else fast_annotator()
    begun = time.monotonic()
    annotate_once(calm, texts, annotator)
    longest, wanted = time.monotonic() - begun, rows(calm)
    chance, kills, finished, damaged, different = random.Random(seed), 0, 0, 0, 0
    while kills < times:
        if _run(database, texts, seconds=chance.uniform(0, longest), real=real):
            finished += 1
            different += rows(database) != wanted
            _remove(database)
            continue
        kills += 1
        damaged += not is_whole(database)
        if kills % 10 == 0:
            print(f"{kills:>4} killed, {damaged} damaged, {finished} finished, {different} different", flush=True)
    while not _run(database, texts, seconds=600, real=real):
        pass
    return Figures(kills, finished + 1, damaged, different + (rows(database) != wanted))


def _run(database: Path, texts: Path, *, seconds: float, real: bool) -> bool:
    """One run in a process of its own, killed so many seconds after it is ready; whether it came to its end."""
    command = [sys.executable, "-m", "bench.kills", "--child", str(database), str(texts), *["--real"] * real]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        child.stdout.readline()
        try:
            code = child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            code = child.wait()
    if code not in {0, -signal.SIGKILL}:
        raise RuntimeError(f"the run ended by itself with {code}")
    return code == 0


def _remove(database: Path) -> None:
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()


def _child(database: str, texts: str, *, real: bool) -> None:
    annotator = make_annotator() if real else fast_annotator()
    print("ready", flush=True)
    annotate_once(Path(database), Path(texts), annotator)


def main(words: Iterable[str] | None = None) -> None:
    """Read the arguments, run the loop, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--times", type=int, default=100, help="how many runs are killed (default: 100)")
    options.add_argument("--documents", type=int, default=200, help="articles to annotate (default: 200)")
    options.add_argument("--real", action="store_true", help="parse with the shipped models")
    options.add_argument("--seed", type=int, default=1, help="of the random moments (default: 1)")
    options.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args(None if words is None else list(words))
    if chosen.child:
        _child(*chosen.child, real=chosen.real)
        return
    with tempfile.TemporaryDirectory() as folder:
        found = kill_loop(
            Path(folder), times=chosen.times, documents=chosen.documents, real=chosen.real, seed=chosen.seed
        )
    print(f"{found.kills} runs killed, {found.damaged} left a damaged file")
    print(f"{found.finished} runs came to their end, {found.different} with other rows than an undisturbed one")


if __name__ == "__main__":
    main()
