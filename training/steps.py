"""Steps that every language's training has, once its files are written."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from training.averaging import average
from training.card import write_card
from training.corpus import Corpus
from training.lemma_data import fill_dictionary
from training.packing import pack
from training.run import Run
from training.scoring import score_models
from training.sets import write_tokenizer_files


def train_tokenizer(run: Run, corpus: Corpus) -> None:
    """Tokeniser and sentence splitter on the text of a corpus."""
    folder = run.work / "tokenize"
    write_tokenizer_files(corpus, run.recipe.augmentation, run.recipe.seeds.data, folder)
    files = {"txt_file": "train.txt", "label_file": "train.labels", "mwt_json_file": "mwt.json"}
    files |= {"dev_txt_file": "dev.txt", "dev_label_file": "dev.labels", "dev_conll_gold": "dev.conllu"}
    files |= {"conll_file": "predicted.conllu"}
    run.train("tokenize", "tokenize", {name: folder / file for name, file in files.items()})


def train_lemmatiser(run: Run) -> None:
    """On the files in WORK/lemma; the form dictionary beside them becomes part of the model."""
    folder = run.work / "lemma"
    options = {"train_file": folder / "train.conllu", "eval_file": folder / "dev.conllu"}
    run.train("lemma", "lemma", options | {"output_file": folder / "predicted.conllu"})
    entries = json.loads((folder / "dictionary.json").read_text(encoding="utf-8"))
    fill_dictionary(run.work / "models/lemma.pt", entries)


def train_parser(run: Run, options: Mapping[str, Any]) -> None:
    """The mean of the last checkpoints of one training; `options` name its files."""
    plan = run.recipe.parser
    latest, kept = run.work / "models/depparse_checkpoint.pt", run.work / "checkpoints"
    kept.mkdir(exist_ok=True)
    for steps in plan.stops():
        if not (kept / f"{steps}.pt").exists():
            found = {**options, "checkpoint_save_name": latest.name, "max_steps": steps}
            run.train("depparse", "depparse", found)
            shutil.copy(latest, kept / f"{steps}.pt")
    average([kept / f"{steps}.pt" for steps in plan.stops()], run.work / "models/depparse.pt")


def install_models(run: Run, target: Path, shipped: Iterable[str]) -> None:
    """Copy the models into the package and score them from raw text; writes scores.json and MODEL_CARD.md."""
    target.mkdir(parents=True, exist_ok=True)
    for name in shipped:
        copy = pack if name.endswith(".pt") else shutil.copy
        copy(run.work / "models" / name, target / name)
    corpus, language = run.corpus, run.recipe.language
    sets = {"news": corpus.news, "test": corpus.test, "dev": corpus.dev}
    card = {"language": language, "licence": run.recipe.licence, **score_models(target, sets, language=language)}
    (target / "scores.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    write_card(run.recipe, run.data, target)
