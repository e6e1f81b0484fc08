"""PDFs: what a reader would read aloud, in that order, and a note where nothing tells the order."""

import io
from functools import cache

import pytest

from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article, Found
from attrib.intake.reading.printed.columns import reading
from attrib.intake.reading.printed.hyphens import joined
from attrib.intake.reading.printed.passages import passages
from attrib.intake.reading.printed.running import without_running
from attrib.intake.reading.printed.seam import small_words
from attrib.intake.reading.printed.word import Word
from bench.pdf import common
from bench.pdf_pages import KINDS, Document, Line, documents, to_pdf
from tests.intake.files import blob, pdf

SIZE = 10.0
LETTER = 0.4
"""The width of every letter here, of its height."""
COORDINATORS = frozenset({"und", "oder"})


def found(content: bytes) -> Found:
    """The only thing in a German PDF."""
    (only,) = read(blob(content, "a.pdf")._replace(language="de"))
    return only


def article(content: bytes) -> Article:
    """The only article in a German PDF."""
    only = found(content).article
    assert only is not None
    return only


def set_lines(text: str, *, left: float = 0, top: float = 0, leading: float = 12, size: float = SIZE) -> list[Word]:
    """The words of lines, as many points apart as `leading` says; blanks before a line are its indent."""
    words: list[Word] = []
    for number, line in enumerate(text.splitlines()):
        x, y = left + LETTER * size * (len(line) - len(line.lstrip())), top + number * leading
        for word in line.split():
            words.append(Word(word, x, x + LETTER * size * len(word), y, y + size))
            x += LETTER * size * (len(word) + 1)
    return words


def read_words(*pages: list[Word]) -> tuple[str, ...]:
    """The paragraphs of pages."""
    small = small_words(word.text for page in pages for word in page)
    return passages([reading(page, small) for page in without_running(pages)], small, COORDINATORS).texts


def doubtful(*pages: list[Word]) -> tuple[int, ...]:
    """The pages on which the order cannot be told."""
    small = small_words(word.text for page in pages for word in page)
    return passages([reading(page, small) for page in pages], small, COORDINATORS).doubtful


LEFT = """\
Am Morgen standen die Züge
still. Die Bahn nannte als
Grund ein defektes Signal
bei Altmoor und bat alle
Reisenden um Geduld, weil
der Ersatz aus Dorum kommt"""
RIGHT = """\
und erst am Mittag da ist.
Bis dahin fahren Busse von
Jork nach Brenkau. Einige
waren schon gegen acht Uhr
überfüllt, sagte ein Mann
aus Ellerbek der Zeitung."""
BOTH = (
    "Am Morgen standen die Züge still. Die Bahn nannte als Grund ein defektes Signal bei Altmoor und bat alle "
    "Reisenden um Geduld, weil der Ersatz aus Dorum kommt und erst am Mittag da ist. Bis dahin fahren Busse von Jork "
    "nach Brenkau. Einige waren schon gegen acht Uhr überfüllt, sagte ein Mann aus Ellerbek der Zeitung."
)

# -- whole files -----------------------------------------------------------------------------------------------------


@cache
def benchmark() -> dict[str, Document]:
    """The documents of the benchmark, in other words than it measures."""
    pytest.importorskip("reportlab")
    return {document.name: document for document in documents(seed=11)}


NAMES = [name for name, _, _ in KINDS]


@pytest.mark.parametrize("by_line", [False, True], ids=["as read", "by line"])
@pytest.mark.parametrize("name", NAMES)
def test_columns_are_read_one_after_the_other(name: str, by_line: bool) -> None:
    """However the file draws them, nearly every paragraph comes out as one, each at its place; or there is a note."""
    document = benchmark()[name]
    only = article(to_pdf(document, by_line=by_line))
    paragraphs = only.text.split("\n\n")
    met = common(paragraphs, document.truth)
    is_right = met >= 0.9 * max(len(paragraphs), len(document.truth))
    assert is_right != any(note.kind == "reading_order" for note in only.notes), set(paragraphs) ^ set(document.truth)
    assert is_right or (name, by_line) == ("box", True)


def test_a_pdf_is_its_text_layer() -> None:
    """With title and author as the file names them."""
    only = article(pdf("Die Brücke bleibt gesperrt, und", "der Minister prüft."))
    assert only.text == "Die Brücke bleibt gesperrt, und der Minister prüft."
    assert (only.metadata.title, only.metadata.author) == ("Brücke", "Erika Muster")


def test_a_pdf_without_text_and_a_broken_one() -> None:
    """Are named, with what to do."""
    empty, broken = found(pdf()).problem, found(b"%PDF-1.4\nnothing").problem
    assert empty is not None
    assert broken is not None
    assert (empty.kind, broken.kind) == ("no_text", "malformed")
    assert ".txt" in str(broken)


def test_an_encrypted_pdf_is_named() -> None:
    """By the reason."""
    pytest.importorskip("reportlab")
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt="geheim")
    canvas.drawString(50, 700, "Die Brücke bleibt gesperrt.")
    canvas.save()
    problem = found(file.getvalue()).problem
    assert problem is not None
    assert (problem.kind, "password" in str(problem)) == ("malformed", True)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_turned_is_read_upright(turn: int) -> None:
    """A table that lies on its side is no reason to leave a page out."""
    pytest.importorskip("reportlab")
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.translate(300, 400)
    canvas.rotate(turn)
    for number, line in enumerate(LEFT.splitlines()):
        canvas.drawString(-100, -12.0 * number, line)
    canvas.save()
    assert article(file.getvalue()).text == " ".join(LEFT.splitlines())


def test_an_order_that_nothing_tells_is_noted() -> None:
    """With the page; the text is there all the same."""
    quoted = "Wir haben nie gesagt, dass wir mit allem fertig sind, auch heute nicht"
    whole = [line if line.endswith(".") else f"{line}." for line in LEFT.splitlines()]
    lines = [
        Line(0, left, 700 - 12 * number - below, f"Hier {which}: {line}", 10, "Helvetica")
        for which, left, below in (("A", 50, 0), ("B", 300, 0), ("C", 50, 150), ("D", 300, 150))
        for number, line in enumerate(whole)
    ]
    box = Line(0, 100, 700 - 110, quoted, 10, "Helvetica")
    pytest.importorskip("reportlab")
    content = to_pdf(Document("doubt", "", [*lines, box]), by_line=True)
    assert [(note.kind, "page 1" in note.message) for note in article(content).notes] == [("reading_order", True)]


# -- columns ---------------------------------------------------------------------------------------------------------


def test_two_columns() -> None:
    """The paragraph goes on in the second one."""
    assert read_words([*set_lines(LEFT), *set_lines(RIGHT, left=150)]) == (BOTH,)


def test_columns_whose_lines_stand_at_other_heights() -> None:
    """Lines of columns need not be level."""
    assert read_words([*set_lines(LEFT), *set_lines(RIGHT, left=150, top=5)]) == (BOTH,)


def test_a_headline_above_columns() -> None:
    """It is read first, and is no part of the first column."""
    words = [*set_lines("Züge stehen, Busse sind schon am Morgen voll", size=12), *set_lines(LEFT, top=30)]
    words += set_lines(RIGHT, left=150, top=30)
    assert read_words(words) == ("Züge stehen, Busse sind schon am Morgen voll", BOTH)


def test_two_articles_one_below_the_other() -> None:
    """A headline across ends the columns, and the sentences that break off say so."""
    lower = [set_lines(text.replace("Altmoor", "Jork"), left=left, top=130) for text, left in ((LEFT, 0), (RIGHT, 150))]
    words = [*set_lines(LEFT), *set_lines(RIGHT, left=150), *lower[0], *lower[1]]
    words += set_lines("Noch eine Zeile quer über beide Spalten", top=100, size=16)
    assert read_words(words) == (BOTH, "Noch eine Zeile quer über beide Spalten", BOTH.replace("Altmoor", "Jork"))


def test_a_box_across_columns_that_go_on_below_it() -> None:
    """Each column is read to its end, as its sentences say; the box after them."""
    left, right = LEFT.splitlines(), RIGHT.splitlines()
    words = [
        *set_lines("\n".join(left[:3])),
        *set_lines("\n".join(left[3:]), top=80),
        *set_lines("\n".join(right[:3]), left=150),
        *set_lines("\n".join(right[3:]), left=150, top=80),
        *set_lines("Ein Kasten, der quer über beide Spalten geht", left=20, top=55),
    ]
    assert read_words(words) == (BOTH, "Ein Kasten, der quer über beide Spalten geht")


def test_a_table_is_read_row_by_row() -> None:
    """Short cells below each other are no columns."""
    words = [
        word
        for at, cells in enumerate(("Ort\nAltmoor\nDorum\nJork", "Züge\n12\n7\n31", "Busse\n3\n11\n8"))
        for word in set_lines(cells, left=100 * at)
    ]
    assert read_words(words) == ("Ort Züge Busse", "Altmoor 12 3", "Dorum 7 11", "Jork 31 8")


def test_a_caption_parts_no_paragraph() -> None:
    """It stands where the column breaks off, and is read after the paragraph."""
    caption = set_lines("Die Busse am Morgen. Foto: Anna Beispiel", top=120, size=8)
    words = [*set_lines(LEFT), *caption, *set_lines(RIGHT, left=250)]
    assert read_words(words) == (BOTH, "Die Busse am Morgen. Foto: Anna Beispiel")


# -- paragraphs ------------------------------------------------------------------------------------------------------


def test_paragraphs_with_an_indent() -> None:
    """Also such as have one line, and fill it."""
    text = "  Der Zug stand still, und\nniemand sagte, warum.\n  Am Ende kam ein Bus bei.\n"
    text += "  Er war voll, wie immer um\nacht."
    assert read_words(set_lines(text)) == (
        "Der Zug stand still, und niemand sagte, warum.",
        "Am Ende kam ein Bus bei.",
        "Er war voll, wie immer um acht.",
    )


def test_paragraphs_with_a_gap() -> None:
    """Half a line is enough."""
    words = [*set_lines("Der Zug stand still, alle\nwarteten auf Nachricht."), *set_lines(RIGHT, top=30)]
    first, second = read_words(words)
    assert first.endswith("auf Nachricht.")
    assert second.startswith("und erst am Mittag")


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    """Below its header, above its number."""
    header, number = set_lines("Ellerbeker Bote  23. Oktober", top=-40), set_lines("Seite 4", top=400)
    other = set_lines("Seite 5", top=400)
    assert read_words([*header, *set_lines(LEFT), *number], [*header, *set_lines(RIGHT), *other]) == (BOTH,)


def test_what_stands_once_at_the_edge_is_kept() -> None:
    """One page has no running header."""
    first, *_ = read_words([*set_lines("Ellerbeker Bote", top=-40), *set_lines(LEFT)])
    assert first == "Ellerbeker Bote"


def test_a_sentence_that_goes_on_nowhere_is_doubtful() -> None:
    """A column is missing, or stands elsewhere."""
    beginning = (
        "Niemand weiß, wie es nun\nweitergeht mit den Zügen.\nNiemand fragt danach, und\nniemand sagt etwas dazu."
    )
    assert doubtful(set_lines(f"{LEFT}\nund was niemand mehr will,"), set_lines(beginning)) == (1,)
    assert doubtful(set_lines(LEFT), set_lines(RIGHT)) == ()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["die Landesre-", "gierung"], "die Landesregierung"),
        (["verschwun\u00ad", "den sind"], "verschwunden sind"),
        (["die Bundes-", "und Landesminister"], "die Bundes- und Landesminister"),
        (["in Baden-", "Baden"], "in Baden-Baden"),
        (["eine E\u00ad", "Mail"], "eine E-Mail"),
        (["EU-", "weit"], "EU-weit"),
        (["5-", "mal"], "5-mal"),
        (["2023-", "2024"], "2023-2024"),
        (["Er kam -", "spät"], "Er kam - spät"),
        (["Landes\u00ad"], "Landes-"),
    ],
)
def test_hyphens_at_the_end_of_a_line(lines: list[str], text: str) -> None:
    """Those of the printer go, those of the writer stay."""
    assert joined(lines, COORDINATORS) == text
