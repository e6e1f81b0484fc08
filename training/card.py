"""MODEL_CARD.md and NOTICE from the recipe and the measured scores: nothing in them is written by hand twice."""

import hashlib
import json
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from training.recipe import Recipe

FLOORS = {
    "de": {"tokens": 99.0, "sentences": 92.0, "upos": 94.0, "feats": 86.0, "lemmas": 96.5, "uas": 85.5, "las": 82.0},
    "en": {"tokens": 99.0, "sentences": 87.0, "upos": 94.0, "feats": 90.0, "lemmas": 97.0, "uas": 83.0, "las": 80.0},
}
"""What is asked for of the models of each language; of the English ones what their first full training reached."""
TEMPLATES = {"de": "card.md", "en": "card.en.md"}
LABELS = {
    "tokens": "Tokens",
    "sentences": "Sentences",
    "words": "Words",
    "upos": "UPOS",
    "feats": "UFeats",
    "lemmas": "Lemmas",
    "uas": "UAS",
    "las": "LAS",
    "konjunktiv": "Konjunktiv (Mood=Sub)",
}


def write_card(recipe: Recipe, data: Path, folder: Path) -> None:
    """Write MODEL_CARD.md and NOTICE beside the models."""
    scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    (folder / "MODEL_CARD.md").write_text(card(recipe, scores, data, folder), encoding="utf-8")
    (folder / "NOTICE").write_text("\n".join(notice_lines(recipe)) + "\n", encoding="utf-8")


def card(recipe: Recipe, scores: dict[str, Any], data: Path, folder: Path) -> str:
    """The text of the card."""
    template = string.Template(Path(__file__).with_name(TEMPLATES[recipe.language]).read_text(encoding="utf-8"))
    files = sorted([*folder.glob("*.pt"), *folder.glob("*.gz")])
    return template.substitute(
        licence=recipe.licence,
        scores=table(["", "news", "floor", "test", "kept out"], score_rows(scores, FLOORS[recipe.language])),
        remarks="\n".join(f"* {remark}" for remark in recipe.remarks),
        files=table(["file", "bytes"], ([path.name, f"{path.stat().st_size:,}"] for path in files)),
        data=table(["set", "licence", "use", "by", "SHA-256"], data_rows(recipe, data)),
        parser=listed(recipe.parser.model_dump()),
        seeds=listed(recipe.seeds.model_dump()),
        augmentation=listed(recipe.augmentation.model_dump()),
        hyperparameters="\n".join(
            f"* {step}: {listed(options)}" for step, options in {"vectors": recipe.vectors, **recipe.programs}.items()
        ),
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def score_rows(scores: dict[str, Any], floors: Mapping[str, float]) -> Iterator[list[str]]:
    """One row for each measure: on the news, what was asked for, on the whole test, on the kept-out sentences."""
    measured = ((name, label) for name, label in LABELS.items() if name in scores["test"])
    for name, label in measured:
        news, test, kept_out = (f"{scores[part][name]:.1f}" for part in ("news", "test", "dev"))
        yield [label, news, str(floors.get(name, "")), test, kept_out]


def data_rows(recipe: Recipe, data: Path) -> Iterator[list[str]]:
    """One row for each set, with the beginning of its digest."""
    for dataset in recipe.datasets:
        digests = ", ".join(digest(data / file)[:12] for file in dataset.files)
        yield [dataset.name, dataset.licence, dataset.use, dataset.by, digests]


def listed(options: Mapping[str, Any]) -> str:
    """Options as `name value` separated by commas."""
    return ", ".join(f"{name} {value}" for name, value in options.items())


def digest(path: Path) -> str:
    """SHA-256 of a file, or of all files of a folder in order of their names."""
    found = hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        found.update(file.read_bytes())
    return found.hexdigest()


def notice_lines(recipe: Recipe) -> Iterator[str]:
    """Who made what the models learned from."""
    yield f"The models in this folder are licensed under {recipe.licence} (see LICENSE). They were trained on:"
    yield ""
    for dataset in recipe.datasets:
        yield f"* {dataset.name} — {dataset.by} — {dataset.licence}"
