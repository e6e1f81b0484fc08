"""The quality gate: floors below which no figure of an evaluation may fall, and the digest of what was scored.

A baseline file holds, for each evaluation (the keys of `PINNED`), `corpus` (SHA-256 over the scored files; for
invariance tests, whose cases grow with every rule, which sample) and `floors` (dotted name of a figure → least value).
A floor may be raised, never lowered: who accepts a loss edits the file by hand and answers for it in review.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from attrib.errors import InputError

# Measures over found statements alone are left out: they may fall when more is found.
_NEWS = ("found.f1", "source.f1", "status.macro_f1", "status.contended_recall", "stands.f1")
PINNED = {
    "wikinews": tuple(
        f"{measure}.{name}.f1"
        for measure in ("corpus", "strict")
        for name in ("quote", "roles", "joint", "type", "medium", "speaker", "cue", "frame")
    ),
    "gold": ("found.f1", "source.f1", "status.macro_f1", "assessment.f1"),
    "news-read": _NEWS,
    "news-score": _NEWS,
    "news-en-read": _NEWS,
    "news-en-score": _NEWS,
    "invariance": ("overall.rate",),
    "invariance-sample": ("overall.rate",),
    "invariance-en": ("overall.rate",),
    "invariance-en-sample": ("overall.rate",),
}
"""The figures that have a floor, by evaluation."""
_STEPS = 1000
"""Floors are kept to a tenth of a point; a figure is rounded down to become one."""


class Baseline(BaseModel):
    """The floors of one evaluation and the digest of the corpus that they hold for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: str
    floors: dict[str, float]


def corpus_digest(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents of files, whatever their order: the same corpus has the same digest."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda item: item.name):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def read_baselines(path: Path) -> dict[str, Baseline]:
    """The baselines of a file by evaluation; none if there is no such file, InputError if it is malformed."""
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {name: Baseline.model_validate(value) for name, value in content.items()}
    except (ValidationError, ValueError, AttributeError) as error:
        raise InputError(
            f"{path}: not a baseline file ({error}); it maps {', '.join(PINNED)} to `corpus` and `floors`.",
            seen=str(path),
        ) from error


def drops(evaluation: str, scores: Mapping[str, Any], digest: str, *, path: Path) -> list[str]:
    """What is below its floor, a sentence each; InputError without a baseline or with one of another corpus."""
    baseline = read_baselines(path).get(evaluation)
    if baseline is None:
        raise InputError(f"{path}: holds no floors for {evaluation}; make them with --update.", seen=str(path))
    _same_corpus(baseline, digest, path=path)
    return list(_below(baseline, scores))


def update(evaluation: str, scores: Mapping[str, Any], digest: str, *, path: Path) -> None:
    """Raise the floors to what the figures reach now; InputError, and nothing is written, if one would be lowered."""
    baselines = read_baselines(path)
    before = baselines.get(evaluation)
    if before is not None:
        _same_corpus(before, digest, path=path)
        lower = list(_below(before, scores))
        if lower:
            raise InputError(
                f"{path}: a floor is never lowered, so nothing was written. {' '.join(lower)} "
                "Edit the file by hand if the loss is meant.",
                seen=str(path),
            )
    floors = {name: _rounded_down(figure(scores, name)) for name in PINNED[evaluation]}
    kept = {**(before.floors if before is not None else {}), **floors}
    changed = baselines | {evaluation: Baseline(corpus=digest, floors=kept)}
    content = {name: changed[name].model_dump() for name in sorted(changed)}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def figure(scores: Mapping[str, Any], name: str) -> float:
    """The figure of a dotted name: `corpus.quote.f1`; InputError if the scores have no such figure."""
    value: Any = scores
    for key in name.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    if not isinstance(value, int | float):
        raise InputError(f"The scores have no figure {name}; a floor for it cannot be checked.", seen=name)
    return float(value)


def _below(baseline: Baseline, scores: Mapping[str, Any]) -> Iterator[str]:
    for name, floor in sorted(baseline.floors.items()):
        reached = figure(scores, name)
        if reached < floor:
            yield f"{name} is {reached:.4f}, its floor {floor:.3f}."


def _rounded_down(value: float) -> float:
    # 0.29 * 1000 is 289.99…: a figure that is exactly its floor must not fall below it.
    return math.floor(round(value * _STEPS, 6)) / _STEPS


def _same_corpus(baseline: Baseline, digest: str, *, path: Path) -> None:
    if baseline.corpus != digest:
        raise InputError(
            f"{path}: the floors are of another corpus (digest {baseline.corpus[:12]}…, here {digest[:12]}…).",
            seen=digest,
            allowed=baseline.corpus,
        )
