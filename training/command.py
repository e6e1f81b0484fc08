"""The command line of every language's training: which steps there are, which are run, and where."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from training.recipe import Recipe, read_recipe
from training.run import Run

Steps = Mapping[str, tuple[Callable[[Run], None], str]]
"""Each step with the file under WORK that says it is done."""
Start = Callable[[Path, Path, Recipe], Run]
"""Makes a run from DATA, WORK and the recipe."""


def follow(language: str, steps: Steps, start: Start, *, about: str | None, arguments: Sequence[str] | None) -> int:
    """Read the command line of `python -m training.LANGUAGE` and run the steps in order."""
    parser = argparse.ArgumentParser(prog=f"python -m training.{language}", description=about)
    parser.add_argument("--data", type=Path, required=True, help="folder with treebanks/, text/ and lexicons/")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for everything in between")
    parser.add_argument("--steps", default="", help=f"only these, separated by commas: {', '.join(steps)}")
    parser.add_argument("--background", action="store_true", help="detach; progress goes to WORK/logs/run.log")
    options = parser.parse_args(arguments)
    named = [step for step in options.steps.split(",") if step]
    unknown = [step for step in named if step not in steps]
    if unknown:
        parser.error(f"unknown steps {', '.join(unknown)}; there are {', '.join(steps)}")
    (options.work / "models").mkdir(parents=True, exist_ok=True)
    (options.work / "logs").mkdir(exist_ok=True)
    if options.background:
        return _detach(language, sys.argv[1:] if arguments is None else arguments, options.work / "logs/run.log")
    run = start(options.data.resolve(), options.work.resolve(), read_recipe(language))
    for step, (action, result) in steps.items():
        if step in named or (not named and not (run.work / result).exists()):
            print(f"{step}: {(action.__doc__ or '').splitlines()[0]}", flush=True)
            action(run)
    return 0


def _detach(language: str, arguments: Sequence[str], log: Path) -> int:
    """Start the same command again without `--background`, cut loose from the terminal."""
    command = [sys.executable, "-m", f"training.{language}", *(word for word in arguments if word != "--background")]
    with log.open("w", encoding="utf-8") as out:
        subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
    print(f"running in the background, see {log}")
    return 0
