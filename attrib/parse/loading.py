"""Stanza's pipeline with a set of models, loaded for reading alone."""

import contextlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any

from attrib.models import ModelFiles


def stanza_pipeline(files: ModelFiles, language: str) -> Any:
    """The pipeline; nothing is fetched. Whatever a damaged file provokes in PyTorch is raised."""
    from stanza import Pipeline

    with _nothing_to_train() if files.character_models is None else contextlib.nullcontext():
        return Pipeline(
            lang=language,
            download_method=None,
            use_gpu=False,
            logging_level="CRITICAL",
            allow_unknown_language=True,
            lemma_store_results=True,
            **files.pipeline_options(),
        )


class _NoOptimizer:
    """What a schedule of learning rates asks an optimizer for: it has nothing to set."""

    def __init__(self) -> None:
        self.param_groups: list[dict[str, float]] = []


@contextlib.contextmanager
def _nothing_to_train() -> Iterator[None]:
    """No optimizers: Stanza makes one for each model that it loads, and the first imports PyTorch's compiler.

    Not for Stanza's official models, where a schedule of a transformer may ask for one.
    """
    from stanza.models.common import utils

    make = utils.dispatch_optimizer
    utils.dispatch_optimizer = lambda *_args, **_options: _NoOptimizer()
    try:
        yield
    finally:
        utils.dispatch_optimizer = make


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Neither Stanza's log nor the warnings of the libraries below it reach the user."""
    logger = logging.getLogger("stanza")
    level = logger.level
    logger.setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logger.setLevel(level)
