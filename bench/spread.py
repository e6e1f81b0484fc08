"""How far figures on the Wikinews corpus depend on which articles happen to be among those scored.

    python -m bench.spread DIR [--held-out N] [--draws N] [--models DIR] [--tables FILE.md]

One line for the dev split, one for the training articles whose errors were read, one for the N that nobody reads: F1 by
the corpus' own rule and, in brackets, where 95 of 100 figures lie if as many articles are drawn again with replacement
(percentile bootstrap, Efron & Tibshirani 1993, chapter 13). The drawing is the same in every run.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrib.evaluation.score_tables import markdown, put_tables
from attrib.evaluation.wikinews import Group, lowest_digests, read_corpus, score
from bench.oracle import Found, annotated

MEASURES = ("quote", "speaker", "roles", "joint", "type", "medium")
SEED = 20_240_501


def line(found: Found, *, draws: int) -> list[str | float]:
    """F1 of each measure with its interval, as text."""
    scored = _f1(found)
    drawn = [_f1(sample) for sample in _samples(found, draws)]
    return [f"{100 * scored[name]:.1f} ({_interval([each[name] for each in drawn])})" for name in MEASURES]


def _f1(found: Found) -> dict[str, float]:
    figures = score(found)
    return {name: figures[name]["f1"] for name in MEASURES}


def _samples(found: Found, draws: int) -> Iterator[list[tuple[Sequence[Group], Sequence[Group]]]]:
    chance = random.Random(SEED)
    for _ in range(draws):
        yield chance.choices(found, k=len(found))


def _interval(values: Sequence[float]) -> str:
    """The middle 95 of 100 values, in per cent."""
    ordered = sorted(values)
    first, last = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.025, 0.975))
    return f"{100 * first:.1f}–{100 * last:.1f}"


def main() -> None:
    """Read the arguments, annotate, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="the Wikinews quotation corpus")
    options.add_argument("--held-out", type=int, default=100, help="training articles that nobody reads (default: 100)")
    options.add_argument("--draws", type=int, default=1000, help="how often articles are drawn (default: 1000)")
    options.add_argument("--models", type=Path, help="a folder of models instead of the shipped ones")
    options.add_argument(
        "--tables", type=Path, help="write the table into this page, between its <!-- spread --> lines"
    )
    chosen = options.parse_args()
    train = list(read_corpus(chosen.folder / "train"))
    apart = {document.name for document in lowest_digests(train, chosen.held_out)}
    parts = {
        "dev": list(read_corpus(chosen.folder / "dev")),
        "training, read": [document for document in train if document.name not in apart],
        "training, never read": [document for document in train if document.name in apart],
    }
    rows: list[list[str | float]] = []
    for name, documents in parts.items():
        found = annotated(documents, chosen.models)
        rows.append([f"{name} ({len(documents)})", *line(found, draws=chosen.draws)])
    result = markdown(("articles", *MEASURES), rows)
    print(result)
    if chosen.tables is not None:
        put_tables(chosen.tables, "spread", result)


if __name__ == "__main__":
    main()
