import sys
from pathlib import Path

import pytest
import yaml

from attrib.parse.parser import (
    LONGEST_RUN,
    LONGEST_SENTENCE,
    Parser,
    Piece,
    joined,
    pieces_of,
    starts_of,
    without_long_sentences,
)
from attrib.records import Part

CASES = Path(__file__).parents[1] / "cases/de/tokenization.yml"


def parts_of(text: str) -> list[Part]:
    """The paragraphs of a text, as the document stage cuts them."""
    parts, position = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        end = position + len(paragraph)
        parts.append(Part(document="d", number=number, kind="paragraph", start=position, end=end))
        position = end + 2
    return parts


def test_line_breaks_become_blanks() -> None:
    """A line break or no-break space inside a part is replaced one for one, so that offsets stay."""
    text = "Hohes Risiko\nbis zu\u00a012.000"
    assert pieces_of(text, parts_of(text)) == [Piece(0, 0, "Hohes Risiko bis zu 12.000")]


def test_empty_parts_are_left_out() -> None:
    """Parts without anything in them reach no parser."""
    text = "Eins.\n\n \n\nZwei."
    assert [piece.part for piece in pieces_of(text, parts_of(text))] == [0, 2]


def test_endless_runs_are_cut() -> None:
    """Encoded data without a blank is cut; every character stays in its place."""
    text = "a" * (2 * LONGEST_RUN + 5)
    pieces = pieces_of(text, parts_of(text))
    assert [len(piece.text) for piece in pieces] == [LONGEST_RUN, LONGEST_RUN, 5]
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)


def test_pieces_are_joined_by_blank_lines() -> None:
    """Stanza gets blank lines between the pieces, and the starts count them."""
    pieces = [Piece(0, 0, "Eins."), Piece(1, 9, "Zwei.")]
    assert joined(pieces) == "Eins.\n\nZwei."
    assert starts_of(pieces) == [0, 7]


def test_long_sentence_is_cut_at_a_comma() -> None:
    """A sentence above the limit is cut after the last comma below it."""
    words = ["wort"] * 200 + [","] + ["wort"] * 200
    text = " ".join(words)
    spans, position = [], 0
    for word in words:
        spans.append((position, position + len(word)))
        position += len(word) + 1
    pieces = without_long_sentences([Piece(0, 0, text)], [spans])
    assert [len(piece.text.split()) for piece in pieces] == [201, 200]
    assert pieces[1].start == len(pieces[0].text)


def test_importing_costs_nothing() -> None:
    """Importing the module does not load torch."""
    import subprocess

    code = "import attrib.parse.parser, sys; sys.exit('torch' in sys.modules or 'stanza' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The shipped models, loaded once."""
    return Parser()


@pytest.mark.pipeline
def test_tokenization(parser: Parser) -> None:
    """At least 38 of the 40 sentences with quotation marks have the right tokens and sentence breaks."""
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    analyses = parser.analyse([(case["text"], parts_of(case["text"])) for case in cases])
    wrong = []
    for case, analysis in zip(cases, analyses, strict=True):
        found = [
            " ".join(
                case["text"][start:end]
                for start, end in dict.fromkeys((word.start, word.end) for word in sentence.words)
            )
            for sentence in analysis.sentences
        ]
        wrong += [(expected, found) for expected in case["sentences"] if expected not in found]
    assert sum(len(case["sentences"]) for case in cases) == 40
    assert len(wrong) <= 2, wrong


@pytest.mark.pipeline
def test_offsets(parser: Parser) -> None:
    """Every word stands where its offsets say, across parts, line breaks and odd blanks."""
    text = "Hohes Risiko\n\n„Das sei\u00a0im\nHafen“,  sagte er.\n\n \n\n\tEnde 🙂 gut."
    (analysis,) = parser.analyse([(text, parts_of(text))])
    plain = [word for word in analysis.words if text[word.start : word.end] == word.text]
    assert {"Hohes", "„", "sei", "Hafen", "er", "Ende", "gut"} <= {word.text for word in plain}
    assert [sentence.part for sentence in analysis.sentences] == [0, 1, 3]
    assert [sentence.number for sentence in analysis.sentences] == [0, 1, 2]


@pytest.mark.pipeline
def test_contraction(parser: Parser) -> None:
    """The words of a contraction share its place; the first says how many they are."""
    text = "Er wohnt im Hafen."
    (analysis,) = parser.analyse([(text, parts_of(text))])
    first, second = [word for word in analysis.words if text[word.start : word.end] == "im"]
    assert (first.text, second.text) == ("in", "dem")
    assert (first.surface, second.surface) == (2, 0)


@pytest.mark.pipeline
def test_reported_speech(parser: Parser) -> None:
    """The clause hangs on the reporting verb, and its verb is a subjunctive."""
    text = "Der Minister sagte, die Lage sei ernst."
    (analysis,) = parser.analyse([(text, parts_of(text))])
    words = {word.text: word for word in analysis.words}
    assert words["sagte"].head == 0
    assert words["ernst"].relation == "ccomp"
    assert words["sei"].has("Mood=Sub")


@pytest.mark.pipeline
def test_nothing_to_parse(parser: Parser) -> None:
    """Empty documents and blank parts give analyses without sentences, and keep their order."""
    empty, blank, full = parser.analyse([("", []), (" \n ", parts_of(" \n ")), ("Ja.", parts_of("Ja."))])
    assert (empty.sentences, blank.sentences) == ((), ())
    assert len(full.sentences) == 1


@pytest.mark.pipeline
def test_endless_sentence(parser: Parser) -> None:
    """Thousands of words without a full stop are parsed in stretches, none of them lost."""
    text = "Haus und Hof, " * 1500
    (analysis,) = parser.analyse([(text, parts_of(text))])
    assert max(len(sentence.words) for sentence in analysis.sentences) <= LONGEST_SENTENCE + 10
    assert sum(word.text == "Haus" for word in analysis.words) == 1500


@pytest.mark.pipeline
def test_quiet(parser: Parser, capfd: pytest.CaptureFixture[str]) -> None:
    """Parsing writes nothing to the terminal."""
    Parser().analyse([("Ja.", parts_of("Ja."))])
    assert capfd.readouterr() == ("", "")
