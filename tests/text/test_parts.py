"""A text is cut into headings, paragraphs, list items, questions and answers, and nothing of it is moved."""

from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attrib.text.entries import Boilerplate
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts

GERMAN = load_language("de")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SENTENCE = "Die Brücke über den Fluss bleibt nach Angaben der Stadt bis zum Frühjahr gesperrt."


def cut(text: str) -> list[tuple[str, str]]:
    """Kind and text of every part."""
    return [(part.kind, text[part.start : part.end]) for part in cut_parts(text, document="d", language=GERMAN)]


def kinds(text: str) -> list[str]:
    """The kinds of all parts."""
    return [kind for kind, _ in cut(text)]


def test_every_line_of_running_text_is_a_paragraph() -> None:
    """A line break ends a paragraph, an empty line between them is not needed."""
    assert cut(f"{SENTENCE}\n{SENTENCE}") == [("paragraph", SENTENCE)] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Hohes Risiko",
        "Russland dementiert",
        "„Nordkoreanische Truppen an der Front“",
        "»Wir machen weiter«",
        "„Kims Risiko: Was steht auf dem Spiel?“",
        "Sturm an der Küste: Fähren bleiben im Hafen",
        "**Hohes Risiko**",
        "Vorteile:",
        "1.000 Menschen auf der Straße",
    ],
)
def test_a_short_line_without_a_full_stop_is_a_heading(line: str) -> None:
    """Also if it stands in quotation marks or in bold type, or ends with a colon or a quoted question."""
    assert kinds(f"{SENTENCE}\n{line}\n{SENTENCE}") == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Er kam nicht.",
        "„Wir machen weiter.“",
        "Die Lage sei ernst, sagte der Bürgermeister!",
        "und das seit Monaten",
        "Das Boot sank vor der Küste in schwerer See und niemand an Bord oder an Land hat es rechtzeitig bemerkt",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    """A full stop, a small letter at the start or more words than a heading has make a paragraph."""
    assert kinds(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == ["paragraph"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "„Wir machen weiter“, sagte Deichgräfin Wiebke Harms",
        "„Wir machen weiter“, sagte Deichgräfin Wiebke Harms. (Archiv)",
        "Die Flut steigt. Dann brach der Deich",
    ],
)
def test_a_sentence_without_a_full_stop_is_no_heading(line: str) -> None:
    """A quotation with its frame, or the end of a sentence inside of the line."""
    assert kinds(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == ["paragraph"] * 3


@pytest.mark.parametrize("below", ["", "\n", "\n\n(dpa)", "\n\nKommentare", "\n\nFoto: Karl Berg\n\nNach oben"])
def test_the_last_line_heads_nothing(below: str) -> None:
    """What stands over lines of the page alone is a paragraph, and so is a text of one line."""
    assert kinds(f"Hohes Risiko{below}")[0] == "paragraph"
    assert kinds(f"{SENTENCE}\n\nHohes Risiko{below}")[:2] == ["paragraph"] * 2


def test_dateline_and_signature_are_parts_of_their_own() -> None:
    """The sentence between them is a paragraph, however short it is and whatever it ends with."""
    text = "Deich hält\n\nEmden (dpa) - Der Deich hält. (wha)\n\nHarms: Wir sind bereit.\n\ndpa/wha"
    assert cut(text) == [
        ("heading", "Deich hält"),
        ("dateline", "Emden (dpa) -"),
        ("paragraph", "Der Deich hält."),
        ("signature", "(wha)"),
        ("paragraph", "Harms: Wir sind bereit."),
        ("signature", "dpa/wha"),
    ]


def test_the_first_paragraphs_have_a_dateline() -> None:
    """Further down *Emden (dpa) –* is an example of one."""
    text = "\n\n".join([*[SENTENCE] * 3, f"Emden (dpa) – {SENTENCE}"])
    assert kinds(text) == ["paragraph"] * 4


def test_the_full_stop_behind_a_sign_ends_the_sentence() -> None:
    """*Der Deich hält (dpa).* is no heading."""
    assert cut(f"Der Deich hält (dpa).\n\n{SENTENCE}")[:2] == [("paragraph", "Der Deich hält"), ("signature", "(dpa).")]


def test_emphasis_around_a_heading_is_no_part_of_it() -> None:
    """The asterisks of Markdown lie outside."""
    assert cut(f"**Hohes Risiko**\n{SENTENCE}")[0] == ("heading", "Hohes Risiko")


@pytest.mark.parametrize("marks", ["#", "##", "######"])
def test_markdown_headings(marks: str) -> None:
    """The number signs lie outside the heading, even if it ends with a full stop."""
    assert cut(f"{marks} Die Lage ist ernst.\n{SENTENCE}")[0] == ("heading", "Die Lage ist ernst.")


@pytest.mark.parametrize("marker", ["-", "–", "—", "•", "*", "1.", "12)", "(3)", "a)"])
def test_list_items(marker: str) -> None:
    """The marker and the blank behind it lie outside the item."""
    text = f"{SENTENCE}\n{marker} Der Damm hält.\n{marker} Der Deich auch."
    assert cut(text)[1:] == [("list_item", "Der Damm hält."), ("list_item", "Der Deich auch.")]


def test_a_number_alone_is_no_list_marker() -> None:
    """50 at the start of a sentence is a number."""
    line = "50 Boote sind nach Angaben der Küstenwache noch auf See."
    assert cut(f"{SENTENCE}\n{line}")[1] == ("paragraph", line)


def test_a_date_is_no_list_marker() -> None:
    """The day belongs to the sentence."""
    line = "24. Februar: Die Fähre nimmt nach Angaben der Reederei den Betrieb wieder auf."
    assert cut(f"{SENTENCE}\n{line}")[1] == ("paragraph", line)


def test_questions_and_answers() -> None:
    """A numbered question is answered by the item below it."""
    text = "1. **Was kostet der Tunnel?**\n– Er kostet zwei Milliarden.\n2. **Wer zahlt?**\n– Das Land zahlt."
    assert kinds(text) == ["question", "answer", "question", "answer"]
    assert cut(text)[0][1] == "Was kostet der Tunnel?"


def test_numbered_headings_over_items() -> None:
    """An item that ends with a colon heads the item below it."""
    assert kinds("1. **Chinas Rolle:**\n– China war der Verbündete.") == ["heading", "list_item"]


@pytest.mark.parametrize("entry", GERMAN.boilerplate, ids=lambda entry: entry.example[:30])
def test_boilerplate(entry: Boilerplate) -> None:
    """Every line that the list of boilerplate gives as an example is recognised between paragraphs."""
    text = f"{SENTENCE}\n{entry.example}\n{SENTENCE}"
    assert kinds(text) == ["paragraph", "boilerplate", "paragraph"]


WRAPPED = (
    "Die Brücke über den Fluss bleibt nach Angaben der Stadt bis zum\n"
    "Frühjahr gesperrt. Grund seien Schäden an den Lagern, die bei einer\n"
    "Prüfung im Sommer entdeckt worden seien, teilte das Bauamt am\n"
    "Dienstag mit."
)


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines of one width that break off inside sentences belong together; their line breaks stay where they are."""
    assert cut(f"{WRAPPED}\n\n{WRAPPED}") == [("paragraph", WRAPPED)] * 2


def test_crlf() -> None:
    """Line ends of Windows are line ends, and one of them is no empty line."""
    assert kinds(f"Hohes Risiko\r\n{SENTENCE}\r\n{SENTENCE}\r\n") == ["heading", "paragraph", "paragraph"]
    assert cut(WRAPPED.replace("\n", "\r\n")) == [("paragraph", WRAPPED.replace("\n", "\r\n"))]


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_text_of_any_width_is_unwrapped(width: int) -> None:
    """A paragraph that a program wrapped is one paragraph, whatever the width."""
    text = fill(f"{SENTENCE} {WRAPPED}", width)
    assert cut(f"{text}\n\n{text}") == [("paragraph", text)] * 2


def test_short_paragraphs_are_not_wrapped_lines() -> None:
    """A heading of nearly the same length stays a heading: the first word below it would have fitted beside it."""
    heading = "Sturm an der Küste: Die Fähren bleiben über Nacht im Hafen"
    text = f"{heading}\nAm Morgen soll der Wind nachlassen, sagte die Meteorologin."
    assert kinds(text) == ["heading", "paragraph"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\r\n", "\u2028", "\ufeff"[1:]])
def test_no_text_has_no_parts(text: str) -> None:
    """White space has no parts."""
    assert cut(text) == []


def test_only_headings() -> None:
    """A text of headings has no other parts."""
    assert kinds("Hohes Risiko\n\nKeine Gefahr\n\n# Ausblick") == ["heading"] * 3


def test_parts_are_numbered_in_order() -> None:
    """From 0, as the sentences refer to them."""
    parts = cut_parts(f"Lage\n{SENTENCE}\n- Ein Punkt.", document="d", language=GERMAN)
    assert [part.number for part in parts] == [0, 1, 2]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_all_words_of_the_seeds_lie_in_parts(seed: Path) -> None:
    """Outside the parts there is nothing but white space, list markers and emphasis."""
    text = seed.read_text(encoding="utf-8")
    rest, place = "", 0
    for part in cut_parts(text, document="d", language=GERMAN):
        rest += text[place : part.start]
        place = part.end
    assert set(rest + text[place:]) <= set(" \n–*0123456789.")


PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\t",
        " ",
        "- ",
        "1. ",
        "# ",
        "**",
        "_",
        ": ",
        "? ",
        ". ",
        "„",
        "“",
        '"',
    ]
)
TEXTS = st.lists(
    st.one_of(PIECES, st.sampled_from(["Wort", "wort", SENTENCE, "Ob das geht"]), st.text(max_size=6))
).map("".join)


@given(TEXTS)
@example("**\t0")
def test_parts_never_overlap(text: str) -> None:
    """Of any text the parts are in order and apart, and no white space stands at their ends."""
    place = 0
    for part in cut_parts(text, document="d", language=GERMAN):
        assert place <= part.start < part.end <= len(text)
        place = part.end
        body = text[part.start : part.end]
        assert body == body.strip()


@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """Of any text, every letter lies in a part."""
    inside = {place for part in cut_parts(text, document="d", language=GERMAN) for place in range(part.start, part.end)}
    outside = [char for place, char in enumerate(text) if place not in inside and char.isalpha()]
    assert set(outside) <= set("abcdefghijklmnopqrstuvwxyz")
