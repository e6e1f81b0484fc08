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


def renew_vocabulary(model: Path, train_file: Path, vectors: Path) -> None:
    """Put the vocabulary of the last training file into a parser that went on from an older one.

    Stanza numbers words, tags and relations by the file it trains on, but saves the vocabulary it started with.
    """
    import torch
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.depparse.data import DataLoader
    from stanza.utils.conll import CoNLL

    checkpoint = torch.load(model, map_location="cpu", weights_only=True)
    document = CoNLL.conll2doc(input_file=str(train_file))
    loader = DataLoader(document, 5000, checkpoint["config"], Pretrain(str(vectors)), evaluation=False)
    old, new = checkpoint["vocab"], loader.vocab.state_dict()
    if len(old["deprel"]["_id2unit"]) != len(new["deprel"]["_id2unit"]):
        raise ValueError("the training files have different relations: train from the start")
    checkpoint["vocab"] = new
    torch.save(checkpoint, model, _use_new_zipfile_serialization=False)
