"""Wrapped lines are one paragraph again, hyphens at their ends are none; what was not wrapped stays in lines."""

import re
from textwrap import fill

import pytest

from attrib.records import Document
from attrib.text.composed import read
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from attrib.text.wrapping import unwrapped

GERMAN = load_language("de")
PARAGRAPHS = (
    "Die Sperrung des Deichtores dauert nach Angaben des Wasseramtes noch bis in den Herbst. Grund seien Schäden an "
    "den Angeln, die bei einer Prüfung im Mai entdeckt worden seien, teilte Amtsleiterin Wiebke Harms am Dienstag mit. "
    "„Wir haben kein Ersatzteil auf Lager“, sagte sie der Zeitung.",
    "Der Landrat widersprach. Das Amt habe die Prüfung zu spät angesetzt, sagte Hinrich Janssen bei einem Besuch in "
    "Greetsiel, und nun müssten die Fischer bis in den September einen Umweg fahren.",
    "Eine Entscheidung über den Neubau fällt der Kreistag im September, wie aus dem Protokoll der letzten Sitzung "
    "hervorgeht; mehrere Fraktionen verlangen eine Untersuchung.",
)


def read_text(text: str) -> str:
    """A text as it is read."""
    return read(Document(id="a" * 12, name="a.txt", text=text), GERMAN).document.text


def parts(text: str) -> list[tuple[str, str]]:
    """Kind and words of the parts of a text as it is read."""
    shown = read_text(text)
    return [(part.kind, shown[part.start : part.end]) for part in cut_parts(shown, document="d", language=GERMAN)]


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "none"])
@pytest.mark.parametrize("width", [34, 45, 60, 72, 80, 100, 120])
def test_lines_of_any_width(width: int, between: str) -> None:
    """Paragraph by paragraph, with empty lines between them and without."""
    text = between.join(fill(each, width, break_on_hyphens=False) for each in PARAGRAPHS)
    assert parts(text) == [("paragraph", each) for each in PARAGRAPHS]


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "<BR />\n", "<br>\r\n"])
def test_tags_for_line_breaks(tag: str) -> None:
    """Where lines were wrapped for a page."""
    text = fill(PARAGRAPHS[0], 60, break_on_hyphens=False).replace("\n", tag)
    assert parts(f"{text}{tag}{tag}{PARAGRAPHS[1]}") == [("paragraph", each) for each in PARAGRAPHS[:2]]


@pytest.mark.parametrize("first", ["", "    "], ids=["none", "deeper"])
def test_indented_lines(first: str) -> None:
    """Of the first line or of all of them."""
    text = fill(PARAGRAPHS[0], 60, initial_indent=first + "  ", subsequent_indent="  ", break_on_hyphens=False)
    assert parts(text) == [("paragraph", PARAGRAPHS[0])]


def test_an_indented_line_begins_a_paragraph() -> None:
    """Though the sentence before it ends in a full line."""
    text = "Das Tor ist seit Montag zu. Der Landrat war da und\nhat sich die Angeln zeigen lassen, die im Mai rissen.\n"
    assert len(parts(text + text)) == 1
    assert len(parts("\t" + text + "\t" + text)) == 2


def test_items_of_several_lines() -> None:
    """Each with the lines below it that have no marker."""
    items = [fill(f"- {each}", 60, subsequent_indent="  ", break_on_hyphens=False) for each in PARAGRAPHS]
    assert parts("\n".join(items)) == [("list_item", each) for each in PARAGRAPHS]


def test_headings_above_wrapped_lines() -> None:
    """They are no part of the paragraph below, nor of the one above."""
    wrapped = [fill(each, 72, break_on_hyphens=False) for each in PARAGRAPHS]
    text = f"Tor bleibt zu\n{wrapped[0]}\nLandrat widerspricht\n{wrapped[1]}"
    headings = [("heading", "Tor bleibt zu"), ("heading", "Landrat widerspricht")]
    assert parts(text) == [headings[0], ("paragraph", PARAGRAPHS[0]), headings[1], ("paragraph", PARAGRAPHS[1])]


@pytest.mark.parametrize("number", ["", "- 7 -\n\n", "7\n\n"])
def test_a_paragraph_goes_on_on_the_next_page(number: str) -> None:
    """Over an empty line and the page's number."""
    lines = fill(PARAGRAPHS[0], 60, break_on_hyphens=False).split("\n")
    text = "\n".join(lines[:2]) + "\n\n" + number + "\n".join(lines[2:])
    assert parts(text) == [("paragraph", PARAGRAPHS[0])]


def test_page_numbers_are_no_lines() -> None:
    """Where they count up, and stand between two paragraphs."""
    wrapped = [fill(each, 60, break_on_hyphens=False) for each in PARAGRAPHS]
    assert parts("{}\n\n1\n\n{}\n\n2\n\n{}\n\n3".format(*wrapped)) == [("paragraph", each) for each in PARAGRAPHS]
    assert parts("Der Deich hält.\n\n12\n\nEr ist neu.")[1][1] == "12"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Die Ver-\nhandlung geht weiter.", "Die Verhandlung geht weiter."),
        ("Die Ver\u2010\n   handlung geht weiter.", "Die Verhandlung geht weiter."),
        ("Die Ver\u00ad\nhandlung geht wei\u00adter.", "Die Verhandlung geht weiter."),
        ("Die Ver-<br>handlung geht weiter.", "Die Verhandlung geht weiter."),
        ("Der Nord-\nund der Südhafen sind zu.", "Der Nord- und der Südhafen sind zu."),
        ("Die Ost-\nWest-Achse ist zu.", "Die Ost-West-Achse ist zu."),
        ("Es gilt eine EU-\nweite Regel.", "Es gilt eine EU-weite Regel."),
        ("Die 20-\njährige Fischerin schwieg.", "Die 20-jährige Fischerin schwieg."),
        ("Der Bundes-\nund Landesteil, Berlin/\nBonn.", "Der Bundes- und Landesteil, Berlin/\nBonn."),
    ],
)
def test_words_at_the_end_of_a_line(text: str, whole: str) -> None:
    """Parted ones are whole, those that share an ending keep their hyphen, and so do compounds of names."""
    assert read_text(text) == whole


@pytest.mark.parametrize(
    "lines",
    [
        ["Das Tor ist zu.", "Der Landrat widersprach, sagte Wiebke Harms.", "Die Fischer fahren einen Umweg."],
        [
            "Nis Randers steht am Tor und ruft",
            "den Sturm, der aus der Tiefe kam,",
            "die See, die ihm die Mutter nahm,",
            "den Wind, der durch die Dünen pfeift.",
        ],
        [
            "Ich weiß nicht, was soll es bedeuten,",
            "dass ich so traurig bin;",
            "ein Märchen aus alten Zeiten,",
            "das kommt mir nicht aus dem Sinn.",
        ],
        ["Kreis Aurich", "Amt für Wasserbau", "Fischteichweg 7", "26603 Aurich"],
        ["Verlangt werden:", "neue Angeln für das Tor", "ein zweites Tor am Siel", "mehr Geld für Deiche"],
        ["Deichtor bleibt bis zum Herbst zu", "Landrat verlangt Untersuchung", "Fischer fahren Umweg"],
        [
            "1. Erstens ist das Tor zu alt und viel",
            "2. Zweitens ist der Deich zu niedrig für",
            "3. Drittens fehlt Geld",
        ],
    ],
    ids=["paragraphs", "verses", "more verses", "an address", "a list", "headings", "items"],
)
def test_lines_that_were_not_wrapped(lines: list[str]) -> None:
    """One-line paragraphs, verses, addresses, lists and headings stay as they are."""
    assert [text for _, text in parts("\n".join(lines))] == [re.sub(r"^\d\. ", "", line) for line in lines]


def test_a_heading_is_not_wrapped_in_its_paragraph() -> None:
    """Though it is as long as the one line below it."""
    lines = [
        "Sturmflut an der Küste: Das Tor bleibt über Nacht geschlossen",
        "Am Morgen geht es wieder auf, sagte Harms.",
    ]
    assert [text for _, text in parts("\n".join(lines))] == lines


def test_a_line_of_the_page_in_a_sentence_is_none() -> None:
    """A day and an hour alone are the page's, behind a comma a piece of the sentence."""
    lines = ["Nur vier Minuten vor der Flut ist", "das Tor in Greetsiel am Samstag,", "9. Januar 2021 um 14:40 Uhr"]
    rest = ["Ortszeit geschlossen worden, wie", "das Wasseramt am Abend mitteilte."]
    assert parts("\n".join(lines + rest)) == [("paragraph", " ".join(lines + rest))]


def test_clean_text_is_left_alone() -> None:
    """No edit where every line is a paragraph."""
    assert list(unwrapped("Tor bleibt zu\n\n" + "\n\n".join(PARAGRAPHS), GERMAN)) == []
    assert list(unwrapped("\n".join(PARAGRAPHS), GERMAN)) == []
