"""One model out of several checkpoints of a run: the mean of their weights is steadier than any of them.

Izmailov et al. 2018, https://arxiv.org/abs/1803.05407.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def average(checkpoints: Sequence[Path], target: Path) -> None:
    """Write the mean of the checkpoints as a model without optimiser state."""
    import torch

    loaded: list[dict[str, Any]] = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    model = loaded[-1]["model"]
    for name, weights in model.items():
        if torch.is_floating_point(weights):
            model[name] = torch.stack([found["model"][name] for found in loaded]).mean(dim=0)
    rest = {name: value for name, value in loaded[-1].items() if "state_dict" not in name}
    torch.save(rest, target, _use_new_zipfile_serialization=False)
