"""Model files fit to be passed on: without the paths of the machine they were trained on."""

from pathlib import Path
from typing import Any


def pack(source: Path, target: Path) -> None:
    """Copy a model saved by Stanza; paths in its configuration are cut down to file names."""
    import torch

    checkpoint: dict[str, Any] = torch.load(source, map_location="cpu", weights_only=True)
    if "config" in checkpoint:
        checkpoint["config"] = {name: without_folder(value) for name, value in checkpoint["config"].items()}
    torch.save(checkpoint, target, _use_new_zipfile_serialization=False)


def without_folder(value: object) -> object:
    """A path as its file name, several separated by semicolons likewise; anything else as it is."""
    if isinstance(value, Path) or (isinstance(value, str) and "/" in value):
        return ";".join(Path(part).name for part in str(value).split(";"))
    return value
