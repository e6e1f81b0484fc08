"""The recipe of one language: hyperparameters, augmentation and data sets, read from `training/<language>.yml`."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from training.augmentation import PAIRS


class Dataset(BaseModel):
    """One set that was read: where it lies under DATA, whose it is, under which licence, what for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    files: list[str]
    licence: str
    by: str
    use: str


class Augmentation(BaseModel):
    """How many copies with other quotation marks, and shares of sentences put into marks or reporting frames."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quotation_copies: int
    tokenizer_quotation_copies: int
    tokenizer_quoted_whole: float
    made_up_rounds: int
    framed: float
    quoted_whole: float
    pairs: list[tuple[str, str]] = list(PAIRS)
    """Quotation marks that the copies get."""
    frames: str = "frames.conllu"
    sentences: str = "sentences.txt"


class Seeds(BaseModel):
    """`data` draws copies and order of the training files, `training` starts the weights."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: int
    training: int


class ParserPlan(BaseModel):
    """When training stops, and which checkpoints before that are averaged."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    steps: int
    every: int
    averaged: int

    def stops(self) -> range:
        """The steps whose checkpoints are averaged."""
        return range(self.steps - (self.averaged - 1) * self.every, self.steps + 1, self.every)


class Recipe(BaseModel):
    """Everything that was decided before training."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str
    seeds: Seeds
    licence: str
    vectors: dict[str, int]
    programs: dict[str, dict[str, Any]]
    """Step → options of Stanza's training program."""
    parser: ParserPlan
    held_back: dict[str, list[str]] = {}
    """Part → documents that are left out of the training, where a treebank is cut by documents."""
    augmentation: Augmentation
    datasets: list[Dataset]
    remarks: list[str]
    """What a reader of the scores should know."""


def read_recipe(language: str) -> Recipe:
    """The recipe beside this module."""
    path = Path(__file__).with_name(f"{language}.yml")
    return Recipe.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
