"""Many short documents in one stream: how much memory `annotate` needs, and how fast it is.

    python -m bench.intake [--documents 20000] [--fast]

Writes a packed JSON Lines file of short articles, annotates it into a database that is thrown away, and prints how many
documents a second there were and the memory that the process had at most, after every tenth of the way: it must not
grow with their number. `--fast` puts a parser that cuts at blanks in the place of the models.
"""

import argparse
import gzip
import json
import random
import tempfile
import time
from pathlib import Path

from attrib.intake.finding import find_files
from attrib.intake.intake import take_in
from attrib.pipeline.annotate import make_annotator
from attrib.pipeline.run import annotate_articles
from attrib.store.write import open_database
from bench.kills import SENTENCES, fast_annotator
from bench.stages import peak_memory


def write_lines(path: Path, number: int, *, seed: int = 1) -> None:
    """So many articles of three sentences, no two of them alike."""
    chance = random.Random(seed)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for each in range(number):
            lines = [f"Es war die {each}. Meldung vom Tage.", *(chance.choice(SENTENCES) for _ in range(3))]
            file.write(json.dumps({"text": "\n".join(lines), "publisher": "bote.example"}) + "\n")


def main() -> None:
    """Read the arguments, annotate, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=20_000, help="how many (default: 20,000)")
    options.add_argument("--fast", action="store_true", help="without the models")
    chosen = options.parse_args()
    annotator = fast_annotator() if chosen.fast else make_annotator(threads=1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl.gz"
        write_lines(path, chosen.documents)
        db = open_database(Path(folder) / "attrib.db", create=True)
        begun = time.monotonic()
        articles = take_in(find_files([path]).entries, language="de")
        for number, _ in enumerate(annotate_articles(db, articles, annotator, started=""), start=1):
            if number % max(1, chosen.documents // 10) == 0:
                speed = number / (time.monotonic() - begun)
                print(f"{number:>7,} documents, {speed:.1f} a second, peak {peak_memory():,.0f} MB", flush=True)
        print(f"        compared with each other, {time.monotonic() - begun:.0f} s, peak {peak_memory():,.0f} MB")
        db.close()


if __name__ == "__main__":
    main()
