"""Marks inside of lines are read past, and what only looks like one is not."""

import pytest

from attrib.records import Document
from attrib.text.composed import read
from attrib.text.loading import load_language

GERMAN = load_language("de")


def read_text(text: str) -> str:
    """A text as it is read."""
    return read(Document(id="a" * 12, name="a.txt", text=text), GERMAN).document.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Wiebke Harms** sagte, das *Tor* bleibe __zu__.", "Wiebke Harms sagte, das Tor bleibe zu."),
        ("Das steht in der _Emder Zeitung_.", "Das steht in der Emder Zeitung."),
        ("**Harms:** Das Tor bleibt zu.", "Harms: Das Tor bleibt zu."),
        ("- **Harms** kam, *Janssen* ging.", "- Harms kam, Janssen ging."),
        ("Sie [widersprach](https://example.org/a) dem Amt.", "Sie widersprach dem Amt."),
        ("Das Tor ist zu.[1] Der Deich[2][3] hält.¹", "Das Tor ist zu. Der Deich hält."),
        ("Das\u00a0Tor  ist\u2003seit\t12\u202f000 Tagen zu.", "Das Tor ist seit 12 000 Tagen zu."),
    ],
)
def test_marks_that_are_read_past(text: str, shown: str) -> None:
    """Emphasis, links, references, wide and odd blanks."""
    assert read_text(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Fischer*innen und Bäcker*innen sind dabei.",
        "Das sind 5 * 3 * 2 Meter.",
        "Die Datei heißt tor_am_deich_neu.txt.",
        "Es kostet 3 €* pro Tag.\n* ohne Steuer",
        "**Was kostet das Tor?**",
        "Siehe [Anhang] (Seite 3).",
        "Er wohnt [seit 2020] in Leer.",
        "Das Feld ist 20 m² groß.",
    ],
)
def test_what_only_looks_like_a_mark(text: str) -> None:
    """Stars and lines inside of words, sums, brackets; emphasis around a whole line, which may make it a heading."""
    assert read_text(text) == text
