"""Sentence and token boundaries at full stops: how one is read, and what that makes of a tokeniser's cut."""

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.models import find_models
from attrib.parse.full_stops import FullStops, full_stops
from attrib.parse.parser import Parser
from attrib.parse.reading import UNDECIDED, Reading, read
from attrib.parse.segmentation import STOP, Span, mended
from attrib.parse.stop import Stop, stop_at
from attrib.text.abbreviation import key_of
from attrib.text.entries import Abbreviation
from attrib.text.loading import load_language
from bench.segmentation import HELD_BACK, SEEN, Score, read_cases, score, tokenised, without_held_back

GERMAN = load_language("de")
STOPS = full_stops(GERMAN.lexicon.abbreviations, GERMAN.words, find_models("de", None).full_stops)
KEPT, ENDS, SPLIT = Reading(True, False), Reading(True, True), Reading(False, True)


def stops_in(text: str, stops: FullStops = STOPS, *, plain: frozenset[str] = frozenset()) -> list[Stop]:
    """Every full stop of a text."""
    return [stop_at(text, match.start(), stops, plain=plain) for match in STOP.finditer(text)]


def first_reading(text: str, *, plain: frozenset[str] = frozenset()) -> Reading:
    """How the first full stop of a text is read."""
    return read(stops_in(text, plain=plain)[0], STOPS)


@pytest.mark.parametrize("entry", GERMAN.abbreviations, ids=lambda entry: f"{entry.kind}:{entry.forms[0]}")
def test_an_abbreviation_keeps_its_full_stop_in_its_example(entry: Abbreviation) -> None:
    """The example of every group shows one of its forms, or a compound that ends in one."""
    keys = {key_of(form) for form in entry.forms}
    tails = tuple(key.lower() for key in keys) if entry.compounds else ()
    shown = [
        stop
        for stop in stops_in(entry.example)
        if stop.run in keys or stop.word in keys or (tails and stop.word.lower().endswith(tails))
    ]
    assert shown, entry.example
    assert all(read(stop, STOPS).kept for stop in shown), entry.example


def test_no_abbreviation_stands_twice() -> None:
    """Of two kinds one would silently lose."""
    counts = Counter(key_of(form) for entry in GERMAN.abbreviations for form in entry.forms)
    assert [form for form, count in counts.items() if count > 1] == []


def test_no_word_ends_in_the_tail_of_a_compound() -> None:
    """*schwieriger* would be an abbreviation if *ger.* ended compounds."""
    long = [word.lower() for word in STOPS.whole if not word.isupper()]
    ending = {
        tail: [word for word in long if word.endswith(tail) and len(word) > len(tail) + 1] for tail in STOPS.endings
    }
    assert {tail: words for tail, words in ending.items() if len(words) > 2} == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # listed, by what follows
        ("Laut Prof. Kolb fehlt Geld", KEPT),
        ("Es kamen Gerber usw. Minister Kolb blieb", ENDS),
        ("Das kostet 3 Mrd. Die Stadt zahlt", ENDS),
        ("Das kostet 3 Mrd. Euro", KEPT),
        ("Die Vgl. Zahl", KEPT),
        # not listed: no vowel, the beginning of a word, an ending that words do not have
        ("Der Grpldr. Kolb kam", KEPT),
        ("Der Bezirksschornst. Kolb kam", KEPT),
        ("Das ist eigentl. Unsinn", KEPT),
        # a word that is spelled so
        ("Das ist eine neue Art. Forscher jubelten", SPLIT),
        ("Laut Art. 5 ist das verboten", KEPT),
        # numbers
        ("Am 3. Oktober ruhte der Betrieb", KEPT),
        ("Seit dem Jahr 1989. Die Mauer fiel", SPLIT),
        ("Ludwig XIV. sagte nichts", KEPT),
        # initials
        ("Marco K. sagte nichts", KEPT),
        ("Verurteilt wurde Marco K. Die Strafe war hoch", ENDS),
        ("George W. Bush kam", Reading(True, None)),
        ("Sie lief 5 m. Danach ging sie", SPLIT),
        # the end of a sentence behind a whole word
        ("Die Messung läuft seit Mai. Laut Kolb reicht das", SPLIT),
        ("Gewählt wurde Jens Behr. Die Partei feierte", SPLIT),
        ("Das Haus ist gelb. oder grün", UNDECIDED),
    ],
)
def test_reading(text: str, expected: Reading) -> None:
    """Whether the full stop is kept, and whether a sentence ends."""
    assert first_reading(text) == expected


def test_a_word_that_the_text_has_without_a_full_stop_is_no_abbreviation() -> None:
    """An unknown family name that looks cut off is known from the rest of the text."""
    text = "Es sprach Schornst. Landrat Kern schwieg"
    assert first_reading(text) == KEPT
    assert first_reading(text, plain=frozenset({"Schornst"})) == UNDECIDED


def cut(text: str, *sentences: str) -> list[list[Span]]:
    """Sentences whose tokens stand between blanks, as spans of a text."""
    place, found = 0, []
    for sentence in sentences:
        tokens = []
        for token in sentence.split():
            start = text.index(token, place)
            place = start + len(token)
            tokens.append((start, place))
        found.append(tokens)
    return found


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Laut Prof. Kolb ja.", ["Laut Prof .", "Kolb ja ."], ["Laut Prof. Kolb ja ."]),
        ("Seit Mai. Das gilt.", ["Seit Mai. Das gilt ."], ["Seit Mai .", "Das gilt ."]),
        ("Dipl.-Ing. Ott kam.", ["Dipl . -Ing .", "Ott kam ."], ["Dipl. - Ing. Ott kam ."]),
        ("Obst usw.“ Er ging.", ["Obst usw . “ Er ging ."], ["Obst usw. “", "Er ging ."]),
        ("z.B. Obst.", ["z.B . Obst ."], ["z.B. Obst ."]),
        ("„Wer?“ fragte er.", ["„ Wer ? “", "fragte er ."], ["„ Wer ? “ fragte er ."]),
        ("Es ist gut. Er ging.", ["Es ist gut .", "Er ging ."], ["Es ist gut .", "Er ging ."]),
    ],
)
def test_mended(text: str, before: list[str], after: list[str]) -> None:
    """Tokens are joined and parted, sentences too; nothing else moves."""
    expected = [["-" if token == "-Ing" else token for token in sentence.split()] for sentence in after]
    found = mended(text, cut(text, *before), STOPS)
    assert [[text[slice(*token)] for token in sentence] for sentence in found] == expected


def test_a_line_break_always_ends_a_sentence() -> None:
    """What stands in different parts is never joined."""
    text = "Laut Prof.\n\nKolb kam."
    spans = cut(text, "Laut Prof .", "Kolb kam .")
    assert [len(sentence) for sentence in mended(text, spans, STOPS)] == [2, 3]


def test_malformed_table(tmp_path: Path) -> None:
    """A class that nobody knows is an error that names the line."""
    table = tmp_path / "full_stops.tsv.gz"
    table.write_bytes(gzip.compress(b"Haus\tword\nHof\tthing\n"))
    with pytest.raises(ResourceError, match=re.escape("line 2")):
        full_stops(GERMAN.lexicon.abbreviations, GERMAN.words, table)


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The shipped models, loaded once."""
    return Parser(threads=1)


def scored(parser: Parser, path: Path, stops: FullStops) -> Score:
    """The cases of a file after mending."""
    cases = read_cases(path)
    spans = tokenised(parser, cases)
    return score(cases, [mended(case.text, found, stops) for case, found in zip(cases, spans, strict=True)])


@pytest.mark.pipeline
def test_known_abbreviations(parser: Parser) -> None:
    """With everything that is listed nearly all cases are right."""
    seen, held_back = scored(parser, SEEN, STOPS), scored(parser, HELD_BACK, STOPS)
    assert min(seen.sentences, seen.tokens) >= seen.cases - 1
    assert min(held_back.sentences, held_back.tokens) >= 0.96 * held_back.cases


@pytest.mark.pipeline
def test_abbreviations_that_no_list_has(parser: Parser) -> None:
    """With half of the abbreviations taken out of lists and table, their sentences are still mostly right."""
    found = scored(parser, HELD_BACK, without_held_back(STOPS))
    assert min(found.sentences, found.tokens) >= 0.87 * found.cases
