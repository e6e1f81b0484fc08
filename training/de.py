"""Train the German models: `python -m training.de --data DATA [--work WORK] [--steps pos,depparse]`.

Every step leaves its result in WORK and is skipped when the result is there, so a broken run goes on where it stopped;
steps named with `--steps` are always run. `--background` detaches and writes WORK/logs/run.log. About two hours on two
cores.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from training.command import follow
from training.corpus import load_corpus
from training.full_stops import write_full_stops
from training.morphology import write_morphology
from training.recipe import Recipe
from training.retagging import Tagger, hinted
from training.run import Run
from training.sets import write_contraction_files, write_lemma_files, write_tree_files
from training.steps import install_models, train_lemmatiser, train_parser, train_tokenizer
from training.subjunctive_forms import write_forms
from training.treebank import read_trees, write_trees
from training.vectors import klexikon_lines, train_vectors

TARGET = Path(__file__).parent.parent / "attrib/models/de"
MODELS = ("tokenize.pt", "mwt.pt", "pos.pt", "lemma.pt", "depparse.pt", "vectors.pt")
SHIPPED = (*MODELS, "subjunctive.tsv.gz", "full_stops.tsv.gz", "morphology.tsv.gz")


def vectors(run: Run) -> None:
    """Word vectors (3 minutes)."""
    pretrain = train_vectors(run.data, run.work / "vectors", run.recipe.vectors, run.recipe.seeds.training)
    shutil.copy(pretrain, run.work / "models/vectors.pt")


def tokenize(run: Run) -> None:
    """Tokeniser and sentence splitter (12 minutes)."""
    train_tokenizer(run, run.corpus)


def mwt(run: Run) -> None:
    """Contractions, a dictionary (seconds)."""
    folder = run.work / "mwt"
    write_contraction_files(run.corpus, folder)
    options = {"train_file": folder / "train.conllu", "eval_file": folder / "dev.conllu"}
    options |= {"gold_file": folder / "dev.conllu", "output_file": folder / "predicted.conllu"}
    run.train("mwt", "mwt", options)


def _tagger(run: Run, step: str) -> None:
    folder = run.work / "trees"
    write_tree_files(run.corpus, run.recipe.augmentation, run.recipe.seeds.data, folder)
    options = {"train_file": f"{folder / 'full.conllu'};{folder / 'tags.conllu'}", "eval_file": folder / "dev.conllu"}
    options |= {"output_file": folder / "predicted.conllu", "wordvec_pretrain_file": run.vectors}
    run.train(step, "pos", options)


def pos(run: Run) -> None:
    """Tagger: part of speech and features (12 minutes)."""
    _tagger(run, "pos")


def retag(run: Run) -> None:
    """The parser's training sentences, with gold tags and with those of an unfinished tagger, which errs about as often
    as the finished one does on new text; the parser is told of their features by hints (15 minutes)."""
    _tagger(run, "pos_early")
    folder, models = run.work / "trees", run.work / "models"
    unfinished, finished = (
        Tagger(models / name, run.vectors, models / "morphology.tsv.gz") for name in ("pos_early.pt", "pos.pt")
    )
    gold = read_trees(folder / "gold.conllu")
    trees = [*read_trees(folder / "full.conllu"), *unfinished.retagged(gold)]
    write_trees(map(hinted, trees), folder / "parser.conllu", with_xpos=True)
    write_trees(map(hinted, finished.retagged(run.corpus.dev)), folder / "parser_dev.conllu", with_xpos=True)


def lemma(run: Run) -> None:
    """Lemmatiser: a form dictionary and a seq2seq model for the rest (8 minutes)."""
    write_lemma_files(run.data, run.corpus, run.recipe.seeds.data, run.work / "lemma")
    train_lemmatiser(run)


def depparse(run: Run) -> None:
    """Dependency parser (an hour)."""
    folder = run.work / "trees"
    options = {"train_file": folder / "parser.conllu", "eval_file": folder / "parser_dev.conllu"}
    train_parser(run, options | {"output_file": folder / "predicted.conllu", "wordvec_pretrain_file": run.vectors})


def subjunctive(run: Run) -> None:
    """The table of Konjunktiv forms (seconds)."""
    write_forms(run.data, run.work / "models/subjunctive.tsv.gz")


def full_stops(run: Run) -> None:
    """The table of words before and behind full stops (a minute)."""
    lines = klexikon_lines(run.data / "text/de/klexikon_wiki_raw.tar.gz")
    write_full_stops(lines, run.work / "models/full_stops.tsv.gz")


def morphology(run: Run) -> None:
    """The table of full forms and of bundles of features (a minute)."""
    write_morphology(run.data, run.corpus, run.work / "models/morphology.tsv.gz")


def install(run: Run) -> None:
    """Copy the models into the package and score them from raw text; writes scores.json and MODEL_CARD.md."""
    install_models(run, TARGET, SHIPPED)


STEPS: dict[str, tuple[Callable[[Run], None], str]] = {
    "vectors": (vectors, "models/vectors.pt"),
    "tokenize": (tokenize, "models/tokenize.pt"),
    "mwt": (mwt, "models/mwt.pt"),
    "subjunctive": (subjunctive, "models/subjunctive.tsv.gz"),
    "full_stops": (full_stops, "models/full_stops.tsv.gz"),
    "morphology": (morphology, "models/morphology.tsv.gz"),
    "pos": (pos, "models/pos.pt"),
    "lemma": (lemma, "models/lemma.pt"),
    "retag": (retag, "trees/parser.conllu"),
    "depparse": (depparse, "models/depparse.pt"),
    "install": (install, "installed"),
}
"""Each step with the file that says it is done; `install` always runs."""


def start(data: Path, work: Path, recipe: Recipe) -> Run:
    """A run on the German treebanks."""
    return Run(data, work, recipe, load_corpus(data))


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and run the steps in order."""
    return follow("de", STEPS, start, about=__doc__, arguments=arguments)


if __name__ == "__main__":
    raise SystemExit(main())
