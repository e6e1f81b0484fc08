"""Where the Stanza models are: the small ones in this package, or any folder named by the user.

A folder is ours if it holds `tokenize.pt`, `pos.pt`, … and `vectors.pt` side by side; it is Stanza's if it holds
`<language>/tokenize/<package>.pt` and so on. Only `pull_models` ever goes to the network, and no default follows from
what it fetched: the folder has to be named.
"""

import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attrib.errors import ResourceError

HERE = Path(__file__).parent
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
NEEDED = ("tokenize", "pos", "lemma", "depparse")
WITH_VECTORS = ("pos", "depparse", "ner")
RESOURCES = HERE / "resources.json"
"""Stanza insists on a list of resources; ours is empty because every path is given."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """The files of one set of models, and how Stanza is told of them."""

    folder: Path
    language: str
    models: dict[str, Path]
    """Processor → file."""
    vectors: Path | None = None
    character_models: dict[str, Path] | None = None
    """`forward` and `backward` character language models, which Stanza's own models use."""
    subjunctive: Path | None = None
    full_stops: Path | None = None
    morphology: Path | None = None
    by_stanza: bool = False
    """Whether the folder has Stanza's own `resources.json`, which then says which files belong together."""

    @property
    def processors(self) -> tuple[str, ...]:
        """What the models can do, in the order it is done."""
        return tuple(name for name in PROCESSORS if name in self.models)

    @property
    def paths(self) -> list[Path]:
        """All files, sorted."""
        extra = [
            path for path in (self.vectors, self.subjunctive, self.full_stops, self.morphology) if path is not None
        ]
        return sorted([*self.models.values(), *(self.character_models or {}).values(), *extra])

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(path.stat().st_size for path in self.paths)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits over the files' bytes and Stanza's version: the same models give the same parse."""
        digest = hashlib.blake2b(importlib.metadata.version("stanza").encode(), digest_size=6)
        for path in self.paths:
            with path.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "blake2b").digest())
        return digest.hexdigest()

    def pipeline_options(self) -> dict[str, Any]:
        """The keyword arguments of `stanza.Pipeline` that name these files and nothing else."""
        options: dict[str, Any] = {"dir": str(self.folder), "processors": ",".join(self.processors)}
        if self.by_stanza:
            return options
        options |= {"package": None, "resources_filepath": str(RESOURCES)}
        for name, path in self.models.items():
            options[f"{name}_model_path"] = str(path)
            if name in WITH_VECTORS and self.vectors is not None:
                options[f"{name}_pretrain_path"] = str(self.vectors)
            for direction, model in (self.character_models or {}).items():
                options[f"{name}_{direction}_charlm_path"] = str(model)
        return options


@dataclass(frozen=True, slots=True)
class InstalledModels:
    """What `attrib models list` shows of one language."""

    language: str
    folder: Path
    processors: tuple[str, ...]
    size: int
    licence: str
    scores: dict[str, float]
    """Name of a measure → F1 in per cent on the held-back newspaper sentences."""


def installed_models() -> list[InstalledModels]:
    """The models that came with the package, one entry a language."""
    folders = sorted(path.parent for path in HERE.glob("*/scores.json"))
    return [_installed(folder) for folder in folders]


def _installed(folder: Path) -> InstalledModels:
    files = find_models(folder.name, None)
    card = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    return InstalledModels(folder.name, folder, files.processors, files.size, card["licence"], card["news"])


def find_models(language: str, folder: Path | None) -> ModelFiles:
    """The models for a language in `folder`, by default in this package.

    Raises ResourceError if a file is missing: it says which, where it was looked for and what can be done.
    """
    places = [HERE / language] if folder is None else [folder, folder / language]
    ours = next((place for place in places if (place / "tokenize.pt").is_file()), None)
    if ours is not None:
        return _own_files(language, ours)
    if folder is not None and (folder / language / "tokenize").is_dir():
        return _stanza_files(language, folder)
    installed = sorted(path.name for path in HERE.iterdir() if (path / "tokenize.pt").is_file())
    raise ResourceError(
        f"No models for {language!r} in {', '.join(str(place) for place in places)}: there is neither tokenize.pt "
        f"nor a folder {language}/tokenize. Installed: {', '.join(installed) or 'none'}. Name a folder of Stanza "
        f"models, or fetch one with `attrib models pull {language} --to DIR`.",
        seen=str(folder or HERE),
        allowed=installed,
    )


def _own_files(language: str, folder: Path) -> ModelFiles:
    models = {name: folder / f"{name}.pt" for name in PROCESSORS if (folder / f"{name}.pt").is_file()}
    vectors = folder / "vectors.pt"
    missing = [f"{name}.pt" for name in NEEDED if name not in models] + ["vectors.pt"] * (not vectors.is_file())
    if missing:
        raise _incomplete(folder, missing)
    forms, stops, morphology = (_table(folder, name) for name in ("subjunctive", "full_stops", "morphology"))
    return ModelFiles(folder, language, models, vectors, subjunctive=forms, full_stops=stops, morphology=morphology)


def _stanza_files(language: str, folder: Path) -> ModelFiles:
    home = folder / language
    models = {name: path for name in PROCESSORS if (path := _first_file(home / name)) is not None}
    missing = [f"{language}/{name}/*.pt" for name in NEEDED if name not in models]
    if missing:
        raise _incomplete(folder, missing)
    characters = {
        direction: path
        for direction in ("forward", "backward")
        if (path := _first_file(home / f"{direction}_charlm")) is not None
    }
    return ModelFiles(
        folder,
        language,
        models,
        _first_file(home / "pretrain"),
        characters,
        _table(HERE / language, "subjunctive"),
        _table(HERE / language, "full_stops"),
        by_stanza=(folder / "resources.json").is_file(),
    )


def _table(folder: Path, name: str) -> Path | None:
    """A table of ours that mends what the models say."""
    file = folder / f"{name}.tsv.gz"
    return file if file.is_file() else None


def _first_file(folder: Path) -> Path | None:
    return next(iter(sorted(folder.glob("*.pt"))), None)


def _incomplete(folder: Path, missing: Sequence[str]) -> ResourceError:
    return ResourceError(
        f"The models in {folder} are incomplete: {', '.join(missing)} missing. Needed are {', '.join(NEEDED)} and the "
        "word vectors. Restore the folder, or leave the option out to use the models of the package.",
        seen=list(missing),
        allowed=NEEDED,
    )


def pull_models(language: str, to: Path) -> Path:
    """Fetch Stanza's official models for `language` into the folder `to` and return it; needs the network.

    Nothing changes by itself afterwards: give the folder as `--models`. Raises ResourceError if nothing can be fetched.
    """
    import stanza

    to.mkdir(parents=True, exist_ok=True)
    try:
        stanza.download(language, model_dir=str(to), processors=",".join(PROCESSORS), logging_level="ERROR")
    except Exception as error:
        # Stanza passes on whatever its several network libraries raise, and ValueError for unknown languages.
        raise ResourceError(
            f"Stanza's models for {language!r} could not be fetched into {to}: {error or type(error).__name__}. "
            "This needs a connection to huggingface.co and a language code Stanza knows. The models that came with the "
            "package work without a network.",
            seen=language,
        ) from error
    return to
