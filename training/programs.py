"""Calls of Stanza's own training programs, one process each, with a log."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MODULES = {
    "tokenize": "stanza.models.tokenizer",
    "mwt": "stanza.models.mwt_expander",
    "pos": "stanza.models.tagger",
    "lemma": "stanza.models.lemmatizer",
    "depparse": "stanza.models.parser",
    "ner": "stanza.models.ner_tagger",
}


def arguments(options: Mapping[str, Any]) -> list[str]:
    """Options as on the command line; a true value is a bare flag."""
    found: list[str] = []
    for name, value in options.items():
        if value is True:
            found.append(f"--{name}")
        elif value is not False and value is not None:
            found += [f"--{name}", str(value)]
    return found


def run(processor: str, options: Mapping[str, Any], *, log: Path, threads: int = 2) -> None:
    """Run the training program of a processor, its output appended to `log`; CalledProcessError if it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
    command = [sys.executable, "-m", MODULES[processor], *arguments({**options, "cpu": True})]
    with log.open("a", encoding="utf-8") as out:
        subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=True, env=environment)


def predict(
    processor: str,
    model: Path,
    vectors: Path,
    language: str,
    source: Path,
    target: Path,
    *,
    log: Path,
    threads: int = 2,
    **further: Any,
) -> None:
    """Write what a tagger (`pos`) or parser (`depparse`) says of the sentences of a CoNLL-U file, whose tokens stay."""
    options = {"mode": "predict", "shorthand": f"{language}_attrib", "lang": language, "save_dir": model.parent}
    options |= {"save_name": model.name, "eval_file": source, "output_file": target, "wordvec_pretrain_file": vectors}
    run(processor, {**options, **further}, log=log, threads=threads)
