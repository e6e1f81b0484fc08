"""Heads and relations are those of Stanza's own step; so is all else that the models say."""

import copy
from itertools import chain, islice
from typing import Any

import pytest

from attrib.parse.direct import arcs
from attrib.parse.parser import Parser, Piece
from tests import frozen


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The shipped models, loaded once."""
    return Parser(threads=1, direct=False)


@pytest.fixture(scope="module")
def tagged(parser: Parser) -> list[Any]:
    """The seeds and short texts of the tests, tagged."""
    seeds = (path.read_text(encoding="utf-8") for path in frozen.SEEDS)
    short = chain.from_iterable(frozen.texts_of_files().values())
    documents = parser.tokenised([[Piece(0, 0, text)] for text in islice(chain(seeds, short), 150)])
    parser._pipeline.process(documents, processors=["pos", "lemma"])
    return documents


def _arcs(documents: list[Any]) -> list[list[tuple[int, str]]]:
    return [
        [(word.head, word.deprel) for word in sentence.words]
        for document in documents
        for sentence in document.sentences
    ]


@pytest.mark.pipeline
def test_arcs_are_those_of_stanza(parser: Parser, tagged: list[Any]) -> None:
    """Every word."""
    processor = parser._pipeline.processors["depparse"]
    theirs = copy.deepcopy(tagged)
    arcs.parse(processor, tagged)
    processor.bulk_process(theirs)
    assert _arcs(tagged) == _arcs(theirs)


@pytest.mark.pipeline
@pytest.mark.filterwarnings("ignore:resolve_head_constraint_violations")
def test_double_subjects_are_repaired_as_stanza_does(
    parser: Parser, tagged: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shipped models do not ask for it; it takes Stanza long."""
    processor = parser._pipeline.processors["depparse"]
    own = tagged[10:70]
    arcs.parse(processor, own)
    plain, theirs = _arcs(own), copy.deepcopy(own)
    monkeypatch.setitem(processor.config, "resolve_head_constraints", True)
    arcs.parse(processor, own)
    processor.bulk_process(theirs)
    assert _arcs(own) == _arcs(theirs)
    assert _arcs(own) != plain


@pytest.mark.pipeline
def test_another_kind_of_model_is_left_to_stanza(
    parser: Parser, tagged: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model whose layers are others is not touched."""
    processor = parser._pipeline.processors["depparse"]
    monkeypatch.setitem(processor.trainer.model.args, "use_arc_embedding", True)
    handed: list[Any] = []
    monkeypatch.setattr(processor, "bulk_process", handed.extend)
    arcs.parse(processor, tagged[:2])
    assert handed == tagged[:2]
