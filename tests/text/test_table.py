"""Tables are found by their columns, and cut into cells."""

import pytest

from attrib.records import Span
from attrib.text.line import lines_of, marks_of
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from attrib.text.table import cells, tables

GERMAN = load_language("de")
SENTENCE = "Das Tor über den Fluss bleibt nach Angaben der Stadt bis zum Frühjahr gesperrt."


@pytest.mark.parametrize(
    "rows",
    [
        ["| Ort | Höhe |", "|---|---:|", "| Emden | 7 m |", "| Leer | 5 m |"],
        ["Ort | Höhe", "Emden | 7 m"],
        ["Ort\tHöhe\tJahr", "Emden\t7 m\t1911", "Leer\t5 m\t1920"],
        ["Ort      Höhe    Jahr", "Emden    7 m     1911"],
        ["Emden      7,00", "Leer      15,00", "Aurich   115,00"],
    ],
    ids=["markdown", "bars", "tabs", "left", "right"],
)
def test_a_table_is_one_part(rows: list[str]) -> None:
    """Between paragraphs, its rows with their marks and gaps."""
    text = "\n".join([SENTENCE, "", *rows, "", SENTENCE])
    found = cut_parts(text, document="d", language=GERMAN)
    assert [part.kind for part in found] == ["paragraph", "table", "paragraph"]
    assert text[found[1].start : found[1].end] == "\n".join(rows)


@pytest.mark.parametrize(
    "lines",
    [
        ["Das Tor ist zu.  Der Deich hält.", "Der Landrat schwieg.  Er wartet."],
        ["Harms:\tDas Tor ist zu.", "Janssen:\tDas ist falsch."],
        ["1.\tDas Tor ist zu.", "2.\tDer Deich hält."],
        ["EMDEN taz | Das Tor ist zu.", "Der Deich hält."],
        ["Impressum | Datenschutz", "", "Das Tor ist zu."],
    ],
    ids=["wide gaps", "labels", "items", "a dateline", "a menu"],
)
def test_no_table(lines: list[str]) -> None:
    """Gaps that stand anywhere, what people say, numbers of a list, one row."""
    assert list(tables(list(lines_of("\n".join(lines), marks_of(GERMAN))))) == []


def test_cells() -> None:
    """What stands between the marks, if it holds a letter or a number."""
    text = "| Ort | Höhe |\n|---|---|\n| Emden |  |\n| Bad Zwischenahn | „7 m“, sagte sie. |"
    found = [text[cell.start : cell.end] for cell in cells(text, Span(0, len(text)))]
    assert found == ["Ort", "Höhe", "Emden", "Bad Zwischenahn", "„7 m“, sagte sie."]
