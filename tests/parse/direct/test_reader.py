"""The short way gives what Stanza's own steps give, on more than five hundred sentences."""

import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any

import pytest

from attrib.parse.direct import cutting, forms, reader
from attrib.parse.direct.cutting import LONGEST
from attrib.parse.parser import Parser, Piece
from attrib.records import Part
from attrib.text.analysis import Analysis, Word
from tests import frozen

TEXTS = 450
"""Besides the seeds: a sentence or two each."""
ODD = (
    "  Zwei  Blanks   stehen hier ,  und am Ende    ",
    "Näheres unter www.beispiel.com.de/seite oder bei rat.haus@beispiel.org. Wirklich?!! Ja!!",
    "„Im Hafen“ ZUM SCHLUSS – vom Deich aus – sei’s gesagt … (vgl. S. 3 ff.) 12.000,50 € 🙂",
    "x" * 299 + " y.",
    ". . . ! ? „ “",
)


def _texts() -> Iterator[str]:
    seeds = (path.read_text(encoding="utf-8") for path in frozen.SEEDS)
    short = dict.fromkeys(chain.from_iterable(frozen.texts_of_files().values()))
    return chain(ODD, seeds, islice(short, TEXTS))


def _analyse(parser: Parser, texts: list[str]) -> list[Analysis]:
    documents = [
        (text, [Part(document="d", number=0, kind="paragraph", start=0, end=len(text))] if text.strip() else [])
        for text in texts
    ]
    return parser.analyse(documents)


@pytest.fixture(scope="module")
def stanza() -> Parser:
    """The shipped models, every step left to Stanza."""
    return Parser(threads=1, direct=False)


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The shipped models, the short way."""
    return Parser(threads=1)


@pytest.mark.pipeline
def test_all_words_are_those_of_stanza(parser: Parser, stanza: Parser) -> None:
    """Tokens, sentences, tags, features, base forms, heads and relations; in company and, some of them, alone."""
    texts = list(_texts())
    theirs = _analyse(stanza, texts)
    assert sum(len(analysis.sentences) for analysis in theirs) > 500
    for own, other in zip(_analyse(parser, texts), theirs, strict=True):
        assert _words(own) == _words(other)
    assert parser._direct is not None
    assert stanza._direct is None
    for text, other in islice(zip(texts, theirs, strict=True), 12):
        assert _words(_analyse(parser, [text])[0]) == _words(other)


def _words(analysis: Analysis) -> list[tuple[Word, ...]]:
    return [sentence.words for sentence in analysis.sentences]


@pytest.mark.pipeline
def test_forms_may_be_forgotten(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory that is full is emptied, whenever that is, and the answers stay."""
    text = frozen.SEEDS[0].read_text(encoding="utf-8")
    before = _analyse(parser, [text])
    monkeypatch.setattr(forms, "MOST", 300)
    assert [_analyse(parser, [paragraph]) for paragraph in text.split("\n\n")]
    assert _analyse(parser, [text]) == before


@pytest.mark.pipeline
def test_long_paragraphs_are_cut_as_by_stanza(parser: Parser, stanza: Parser) -> None:
    """A paragraph that is read in stretches, alone, as Stanza reads one text alone."""
    text = " ".join(frozen.SEEDS[1].read_text(encoding="utf-8").split())
    assert len(text) > LONGEST
    assert _words(_analyse(parser, [text])[0]) == _words(_analyse(stanza, [text])[0])


CHANGES: dict[str, Callable[[Any], tuple[Any, str, Any]]] = {
    "character language model": lambda steps: (steps["pos"].trainer.model, "charmodel", None),
    "transformer": lambda steps: (steps["depparse"].trainer.model, "bert_model", object()),
    "words given": lambda steps: (steps["tokenize"], "_config", {"pretokenized": True}),
    "contextual lemmas": lambda steps: (steps["lemma"].trainer, "contextual_lemmatizers", [object()]),
}


@pytest.mark.pipeline
@pytest.mark.parametrize("kind", CHANGES)
def test_other_models_are_left_to_stanza(parser: Parser, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One step of another kind is enough."""
    parser.load()
    steps = parser._pipeline.processors
    assert reader.fits(steps)
    owner, name, value = CHANGES[kind](steps)
    if value is None:
        monkeypatch.delitem(owner._modules, name)
    else:
        monkeypatch.setattr(owner, name, value)
    assert not reader.fits(steps)


@pytest.mark.pipeline
def test_name_recognition_is_left_to_stanza(parser: Parser) -> None:
    """A step that is not known here needs Stanza's documents."""
    parser.load()
    assert not reader.fits({**parser._pipeline.processors, "ner": object()})


@pytest.mark.pipeline
def test_tokeniser_takes_pieces_as_they_are(parser: Parser) -> None:
    """Places count from the text, blanks before and between words in it."""
    (document,) = parser.tokenised([[Piece(0, 0, "  Ja.  Nein. "), Piece(1, 20, "Im Hafen.")]])
    spans = [
        (document.text[token.start_char : token.end_char], token.text) for s in document.sentences for token in s.tokens
    ]
    assert [surface for surface, _ in spans] == ["Ja", ".", "Nein", ".", "Im", "Hafen", "."]
    assert [[word.text for word in sentence.words] for sentence in document.sentences][-1] == [
        "In",
        "dem",
        "Hafen",
        ".",
    ]


def test_characters_of_addresses_are_those_of_the_pattern() -> None:
    """Whatever Stanza's pattern finds has one of the marks that are looked for first."""
    from stanza.models.tokenization.utils import MASK_RE

    for text in ("a@b.de", "http://ab.de/x", "https://abc.de", "www.abc.de", "abc.com.de", "x.co.uk1", "y.gov.ab"):
        assert MASK_RE.search(text), text
        assert any(mark in text for mark in cutting.ADDRESS)


def test_importing_the_parser_imports_no_layers() -> None:
    """Neither PyTorch nor Stanza is imported before the first text is parsed."""
    import subprocess

    names = ("torch", "stanza", "attrib.parse.direct")
    code = f"import attrib.parse.parser, sys; sys.exit(any(name in sys.modules for name in {names}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
