"""Text that was read in a wrong encoding is mended and told; text that only looks odd is left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.errors import InputError
from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article
from attrib.intake.reading.mojibake import mended
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from tests.intake.files import blob

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
RIGHT = (
    "Die Fähre über den Öresund kostet künftig 15 €, erklärte Jörg Strauß.\n\n"
    "„Größere Schäden gab es nicht“, sagte er – und: ‚Übrigens …‘ Es waren 20 °C."
)


def article(content: str | bytes, name: str = "a.txt") -> Article:
    """The only article in a file."""
    (found,) = read(blob(content.encode() if isinstance(content, str) else content, name))
    assert found.article is not None, found.problem
    return found.article


def told(article: Article) -> list[str]:
    """What the notes say of mojibake."""
    return [note.message for note in article.notes if note.kind == "mojibake"]


@pytest.mark.parametrize("page", ["latin-1", "cp1252", "mac_roman", "cp850", "cp437"])
def test_text_is_what_it_was(page: str) -> None:
    """Through whatever code page it came; what was seen and what was made is told."""
    wrong = RIGHT.encode().decode(page)
    read_ = article(wrong)
    assert read_.text == RIGHT
    (note,) = told(read_)
    assert "Fähre" in note
    assert "Doubtful" not in note


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Der GroÃŸbrand", "Der Großbrand"),
        ("FÃ¼nf", "Fünf"),
        ("â€žNeinâ€œ, sagte Ã–zgÃ¼r", "„Nein“, sagte Özgür"),
        ("MÃƒÂ¼nchen", "München"),
        ("\x84Doch\x93, rief er", "„Doch“, rief er"),
        ("8Â\xa0Uhr", "8\xa0Uhr"),
        ("zwÃ¶lf â€“ oder mehr", "zwölf – oder mehr"),
        ("â€œYesâ€, sagte er", "“Yes”, sagte er"),
        ("â€œYesâ€\ufffd sagte er", "“Yes” sagte er"),
        ("Sch├╝sse", "Schüsse"),
        ("Sch√ºsse", "Schüsse"),
        ("SchĂĽsse", "Schüsse"),
    ],
)
def test_a_word_alone_is_mended(wrong: str, right: str) -> None:
    """In a text that is otherwise plain as well."""
    assert mended(f"Heute: {wrong}\nEnde.").text == f"Heute: {right}\nEnde."


def test_names_of_neighbours_are_mended_with_the_rest() -> None:
    """Alone nobody would be sure of them."""
    right = "Präsident Erdoğan empfing Bronisław Wałęsa."
    wrong = "PrÃ¤sident ErdoÄŸan empfing BronisÅ‚aw WaÅ‚Ä™sa."
    assert mended(wrong).text == right


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_articles_are_left_alone(path: Path) -> None:
    """The seeds are as they were, and nothing is told of them; broken and mended they are the same again."""
    text = path.read_text(encoding="utf-8")
    assert mended(text) == (text, (), ())
    assert mended(text.encode().decode("latin-1")).text == text


@pytest.mark.parametrize(
    "odd",
    [
        "SÃO PAULO, „Ä“, ‚Ö‘, NESTLÉ’S",
        "ﬁnden ①②③ ｆｕｌｌ ‟x‟ ''y'' ``z´´",
        "½ l, 5 µm, 3 × 4 ≈ 12, √2, ∑ ≥ 0",
        "┌──┬──┐\n├──┼──┤\n└──┴──┘",
        "Ñandú, Åland, Ærø, Łódź, İzmir, Đoković, Čapek",
        "Он сказал: «Нет», 我们, こんにちは, שלום",
        "🚀👩‍👩‍👧 e\u0301 Brü\xadcke \u200b\ufeff",
        "Zeile\x85Zeile\u2028Zeile\x0cSeite\r\nEnde\r",
        "&uuml; und &#252; bleiben",
        "‚Änderung‘ ‚Äußerst‘ ¬p ∧ q",
    ],
)
def test_odd_text_is_left_alone(odd: str) -> None:
    """Ligatures, wide letters, quotation marks of all kinds, line ends, other scripts, entities."""
    assert mended(odd) == (odd, (), ())


@pytest.mark.parametrize(
    "text", ["Aus „Schüsse“ macht das Programm „SchÃ¼sse“.", "Das ü war als Ã¼ zu sehen, schön war das nicht."]
)
def test_what_speaks_about_mojibake_is_left_and_told(text: str) -> None:
    """It shows the same right and wrong."""
    read_ = article(text)
    assert read_.text == text
    assert "left as it is" in told(read_)[0]


def test_a_text_that_is_mojibake_in_part() -> None:
    """Only those parts are mended; within one line the repair is doubtful."""
    text = "Die Fähre fährt.\n\nDie BrÃ¼cke hÃ¤lt.\n\nDie Straße fÃ¼hrt vorbei.\n"
    found = mended(text)
    assert found.text == "Die Fähre fährt.\n\nDie Brücke hält.\n\nDie Straße führt vorbei.\n"
    assert [change.seen for change in found.changes] == ["BrÃ¼cke", "hÃ¤lt.", "fÃ¼hrt"]
    (doubt,) = found.doubts
    assert "Straße" in doubt


def test_lost_letters_are_told() -> None:
    """Nobody can mend them."""
    read_ = article("Die Br\ufffdcke bleibt zu.")
    assert read_.text == "Die Br\ufffdcke bleibt zu."
    assert "lost" in told(read_)[0]


def test_many_changes_are_counted() -> None:
    """A note does not grow with the text."""
    (note,) = told(article("\n".join(f"{number}.Ã¼berweg" for number in range(500))))
    assert "and 492 more" in note
    assert len(note) < 1000


def test_fields_are_mended_too() -> None:
    """Title and author, each with a note."""
    content = "---\ntitle: BrÃ¼cke gesperrt\nauthor: Jörg Öz\npublisher: KÃ¶lner Bote\n---\nText.\n"
    read_ = article(content, "a.md")
    assert (read_.metadata.title, read_.metadata.author) == ("Brücke gesperrt", "Jörg Öz")
    assert read_.metadata.publisher == "Kölner Bote"
    assert len(told(read_)) == 2


def test_parts_stand_in_the_mended_text() -> None:
    """Offsets count its characters."""
    text = article(RIGHT.encode().decode("cp1252")).text
    parts = cut_parts(text, document="a", language=load_language("de"))
    assert [text[part.start : part.end] for part in parts] == RIGHT.split("\n\n")


def test_what_would_be_no_text_when_mended_is_left() -> None:
    """Some bytes make a zero."""
    read_ = article("FÃ¼r Ã©À\x80 alle hier im Land")
    assert "\x00" not in read_.text


@given(st.text(max_size=80))
def test_anything_is_text_or_mended(text: str) -> None:
    """No text breaks it, and what is mended stays so."""
    found = mended(text)
    assert bool(found.changes) == (found.text != text)


# -- control characters ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stray", ["\x07", "\x1a", "\x02 und \x03", "\x7f"])
def test_a_stray_control_character_is_survived(stray: str) -> None:
    """In a short article as well; it stays where it is, and is told."""
    text = f"Der Pass bleibt offen{stray}, sagte die Wirtin am Abend."
    for encoding in ("utf-8", "utf-16"):
        read_ = article(text.encode(encoding))
        assert read_.text == text
        (note,) = read_.notes
        assert note.kind == "control_characters"
        assert f"U+{ord(stray[0]):04X}" in note.message
    assert article(f"Die Brücke{stray} für Fußgänger ist schön, sagte Jörg Weiß.".encode("cp1252")).text.count(stray)


@pytest.mark.parametrize(
    "content", ["a\x01", "\x02\x03", "Ja\x01 Nein\x02 Doch\x03 Ach\x04 Oh\x05" * 3, "Der Pa\x00ss."]
)
def test_many_control_characters_are_no_text(content: str) -> None:
    """By their number and by their share; a zero is none in any number."""
    (found,) = read(blob(content.encode(), "a.txt"))
    assert isinstance(found.problem, InputError)
    assert found.problem.kind == "binary"
