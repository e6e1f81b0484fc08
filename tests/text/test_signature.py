"""What stands behind the last sentence and is none is cut off; what belongs to the sentence stays."""

import pytest

from attrib.text.loading import load_language
from attrib.text.signature import signature_start

GERMAN = load_language("de")
SENTENCE = "„Wir geben nicht auf“, sagte Deichgräfin Wiebke Harms."


@pytest.mark.parametrize(
    "sign",
    [
        "(dpa)",
        "[dpa]",
        "(dpa/lni)",
        "(AFP, Reuters)",
        "(wha)",
        "(wha/dpa)",
        "(QRST)",
        "(W. H.)",
        "(mit Material von dpa und AFP)",
        "(mit Agenturmaterial)",
        "(SZ/dpa)",
        "@stadt_emden",
        "pic.example.com/abc",
        "Quelle: https://example.org",
        "dpa",
        "/dpa",
        "– dpa/wha",
        "wha",
        "Foto: Karl Berg",
        "Foto: K. Berg/Archiv",
        "(Foto: Dr. K. Berg)",
        "(Symbolbild)",
        "Quelle: Stadt Emden",
        "© dpa-infocom, dpa:240514-99-123456/2",
        "© 2024 Küstenbote. Alle Rechte vorbehalten.",
        "---",
        "[1]",
        "[1][2]",
        "¹",
        "#Deich #Emden",
        "🙂",
        "👍🏽❤️",
        "►",
        "https://example.org/a?b=1",
        "www.example.org",
        "(dpa) 🙂 https://example.org",
        "#Deich https://example.org/a Foto: Imago/Berg",
        "@stadt_emden #Deich Bild: Anna Beispiel/dpa",
        "dpa abc xyz",
        "dpa hme yyzz n1",
        "Stand: 3. Juli 2024, 18 Uhr.",
        "Zuletzt aktualisiert: 3.7.2024, 18:00 Uhr",
    ],
)
def test_a_signature(sign: str) -> None:
    """Agencies, authors, pictures, references, addresses, hashtags and emoji, one or several."""
    assert signature_start(f"{SENTENCE} {sign}", GERMAN) == len(SENTENCE) + 1


@pytest.mark.parametrize("sign", ["[1]", "🙂", "¹"])
def test_a_signature_without_a_blank(sign: str) -> None:
    """Right behind the full stop."""
    assert signature_start(f"{SENTENCE}{sign}", GERMAN) == len(SENTENCE)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Das sagte sie der Deutschen Presse-Agentur (dpa).",
        "Das war alles. (lacht)",
        "Es kostet 3 €",
        "Draußen sind es 30 °",
        "Sie wuchs um 3 %",
        "Mehr steht unter www.example.org",
        "Sie gab nicht auf (wha)",
        "Sie kam. Er auch.",
        "Sie kam. Foto: Das ist ihr Beruf. Er auch.",
        "Der Deich (Baujahr 1911)",
        "Deich gesperrt",
        "",
    ],
)
def test_no_signature(text: str) -> None:
    """Words of a sentence, and what stands behind no sentence."""
    assert signature_start(text, GERMAN) == len(text)


@pytest.mark.parametrize("text", ["Sie gab nicht auf (dpa)", "Sie gab nicht auf (dpa).", "Sie gab nicht auf 🙂"])
def test_what_is_no_word_stands_anywhere(text: str) -> None:
    """An agency in brackets that the words before it do not spell out, a picture."""
    assert signature_start(text, GERMAN) == len("Sie gab nicht auf ")


@pytest.mark.parametrize("text", ["(dpa)", "dpa/AFP", "Foto: Karl Berg", "---", "Mit Material von dpa", "🙂"])
def test_a_line_that_is_nothing_else(text: str) -> None:
    """The whole line is the signature."""
    assert signature_start(text, GERMAN) == 0
