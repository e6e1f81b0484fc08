import copy

import numpy as np
import pytest

from attrib.parse.parser import Parser, Piece
from attrib.parse.scores import columns_of, tag

TEXTS = (
    "Der Müller mahlt. Am Abend kam ein Bote aus der Stadt, der den neuen Preis für das Mehl nannte.",
    "Niemand lachte.",
    "Die Kinder warten, bis der Laden öffnet. Es regnet. Der Bäcker hat verschlafen.",
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The shipped models, loaded once."""
    return Parser(threads=1, direct=False)


@pytest.mark.pipeline
def test_tags_are_those_of_stanza(parser: Parser) -> None:
    """Every word has the tags that Stanza's own step gives it, and the features that are likeliest by the scores."""
    documents = parser.tokenised([[Piece(0, 0, text)] for text in TEXTS])
    processor = parser._pipeline.processors["pos"]
    expected = processor.bulk_process(copy.deepcopy(documents))
    columns = columns_of(processor)
    for document, rows, other in zip(documents, tag(processor, documents), expected, strict=True):
        for sentence, scores, same in zip(document.sentences, rows, other.sentences, strict=True):
            assert [(word.upos, word.feats) for word in sentence.words] == [
                (word.upos, word.feats) for word in same.words
            ]
            assert scores.shape == (len(sentence.words), len(columns))
            for word, row in zip(sentence.words, scores, strict=True):
                likely = {column for column, score in zip(columns, row, strict=True) if score > np.log(0.5)}
                said = dict(item.split("=") for item in (word.feats or "").split("|") if item)
                assert all(said.get(column.feature, "") == column.value for column in likely)


@pytest.mark.pipeline
def test_scores_are_probabilities(parser: Parser) -> None:
    """The values of each feature, with those that stand for nothing, are likely to a sum of one."""
    documents = parser.tokenised([[Piece(0, 0, TEXTS[0])]])
    processor = parser._pipeline.processors["pos"]
    columns = columns_of(processor)
    (first, _), *_ = tag(processor, documents)
    for feature in {column.feature for column in columns}:
        places = [place for place, column in enumerate(columns) if column.feature == feature]
        assert np.allclose(np.exp(first[:, places]).sum(axis=1), 1, atol=1e-4)
