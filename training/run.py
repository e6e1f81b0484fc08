"""One run of the training: where data lie and results go, and calls of Stanza's programs with the recipe's options."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training import programs
from training.corpus import Corpus
from training.recipe import Recipe


@dataclass(frozen=True)
class Run:
    """One training run: where the data lie, where results go, what was decided, and how the treebanks are cut."""

    data: Path
    work: Path
    recipe: Recipe
    corpus: Corpus
    threads: int = 2

    def train(self, step: str, processor: str, options: dict[str, Any]) -> None:
        """Call Stanza's program with the recipe's options for the step; the model becomes WORK/models/STEP.pt."""
        language = self.recipe.language
        found = {"shorthand": f"{language}_attrib", "seed": self.recipe.seeds.training}
        found |= {"save_dir": self.work / "models", "save_name": f"{step}.pt"}
        found |= {} if processor == "lemma" else {"lang": language}
        log = self.work / f"logs/{step}.log"
        programs.run(processor, {**found, **options, **self.recipe.programs[step]}, log=log, threads=self.threads)

    @property
    def vectors(self) -> Path:
        """The word vectors of this run."""
        return self.work / "models/vectors.pt"
