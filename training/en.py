"""Train the English models: `python -m training.en --data DATA [--work WORK] [--steps pos,depparse]`.

Every step leaves its result in WORK and is skipped when the result is there, so a broken run goes on where it stopped;
steps named with `--steps` are always run. `--background` detaches and writes WORK/logs/run.log. About two hours on one
core.
"""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.command import follow
from training.english import load_english
from training.english_sets import sentence_lines, text_lines, typographic, write_english_lemmas, write_english_trees
from training.full_stops import write_full_stops
from training.programs import predict
from training.recipe import Recipe
from training.run import Run
from training.steps import install_models, train_lemmatiser, train_parser, train_tokenizer
from training.vectors import train_on

TARGET = Path(__file__).parent.parent / "attrib/models/en"
SHIPPED = ("tokenize.pt", "pos.pt", "lemma.pt", "depparse.pt", "vectors.pt", "full_stops.tsv.gz")


def vectors(run: Run) -> None:
    """Word vectors (4 minutes)."""
    lines = text_lines(run.data, run.corpus)
    pretrain = train_on(lines, run.work / "vectors", run.recipe.vectors, run.recipe.seeds.training)
    shutil.copy(pretrain, run.vectors)


def tokenize(run: Run) -> None:
    """Tokeniser and sentence splitter (15 minutes)."""
    trees = list(typographic(run.corpus.trees, chance=random.Random(run.recipe.seeds.data)))
    train_tokenizer(run, replace(run.corpus, trees=trees))


def full_stops(run: Run) -> None:
    """The table of words before and behind full stops (seconds)."""
    lines = sentence_lines(run.data, run.corpus)
    write_full_stops(lines, run.work / "models/full_stops.tsv.gz", every=True)


def lemma(run: Run) -> None:
    """Lemmatiser: a form dictionary and a seq2seq model for the rest (10 minutes)."""
    write_english_lemmas(run.data, run.corpus, run.recipe.seeds.data, run.work / "lemma")
    train_lemmatiser(run)


def retag(run: Run) -> None:
    """The parser's training sentences with the tags of an unfinished tagger, which errs about as often as the finished
    one does on new text (15 minutes)."""
    folder = run.work / "trees"
    write_english_trees(run.corpus, run.recipe.augmentation, run.recipe.seeds.data, folder)
    run.train("pos_early", "pos", _trees(run, "full.conllu"))
    full, retagged = folder / "full.conllu", folder / "retagged.conllu"
    model, log = run.work / "models/pos_early.pt", run.work / "logs/retag.log"
    predict("pos", model, run.vectors, "en", full, retagged, log=log, threads=1)


def pos(run: Run) -> None:
    """Tagger: part of speech and features (30 minutes)."""
    run.train("pos", "pos", _trees(run, "full.conllu"))


def depparse(run: Run) -> None:
    """Dependency parser, on gold and predicted tags (an hour)."""
    train_parser(run, _trees(run, "full.conllu") | {"silver_file": run.work / "trees/retagged.conllu"})


def _trees(run: Run, name: str) -> dict[str, Any]:
    folder = run.work / "trees"
    options = {"train_file": folder / name, "eval_file": folder / "dev.conllu"}
    return options | {"output_file": folder / "predicted.conllu", "wordvec_pretrain_file": run.vectors}


def install(run: Run) -> None:
    """Copy the models into the package and score them from raw text; writes scores.json and MODEL_CARD.md."""
    install_models(run, TARGET, SHIPPED)
    shutil.copy(TARGET.parent / "de/LICENSE", TARGET / "LICENSE")


STEPS: dict[str, tuple[Callable[[Run], None], str]] = {
    "vectors": (vectors, "models/vectors.pt"),
    "tokenize": (tokenize, "models/tokenize.pt"),
    "full_stops": (full_stops, "models/full_stops.tsv.gz"),
    "lemma": (lemma, "models/lemma.pt"),
    "retag": (retag, "trees/retagged.conllu"),
    "pos": (pos, "models/pos.pt"),
    "depparse": (depparse, "models/depparse.pt"),
    "install": (install, "installed"),
}
"""Each step with the file that says it is done; `install` always runs."""


def start(data: Path, work: Path, recipe: Recipe) -> Run:
    """A run on the English treebanks."""
    return Run(data, work, recipe, load_english(data, recipe.held_back), threads=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and run the steps in order."""
    return follow("en", STEPS, start, about=__doc__, arguments=arguments)


if __name__ == "__main__":
    raise SystemExit(main())
