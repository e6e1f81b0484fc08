"""Made-up pages for `bench.pdf`, in columns as newspapers and offices set them, with what a reader would read aloud.

Ten documents; each is written into a PDF by reportlab in two orders: as it is read, and in lines from top to bottom
over all columns, as programs write that do not care. Words, names and places are made up.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from bench.synthetic import WORDS

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points."""
MARGIN = 57.0
SERIF, BOLD, SANS = "Times-Roman", "Times-Bold", "Helvetica"
_VOWELS = frozenset("aeiouyäöü")
_PEOPLE = str.split("Harms Kolb Lindner Starke Wessel Yilmaz Brandt Nowak Petersen Quast Adler Thoma")
_PLACES = str.split("Altmoor Brenkau Dorum Ellerbek Falkenau Grünthal Hohnstedt Immerath Jork Kaltenweide")
_DAYS = str.split("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")
_SENTENCES = (
    "{person} sagte am {day} in {place}, das {word} sei seit Wochen bekannt und werde geprüft.",
    "„Das {word} bleibt bis zum Herbst geschlossen“, erklärte {person} vor dem {other}.",
    "Nach Angaben der Gemeinde {place} soll das {word} noch in diesem Jahr beginnen.",
    "Wie {person} mitteilte, hängt das vom {other} und vom {word} ab.",
    "Weder {person} noch {second} wollten sich zum {word} äußern.",
    "Das {word} in {place} und das {other} kosten zusammen {number} Millionen Euro.",
    "Am {day} hatte das Ein- und Ausfahren am {word} noch {number} Minuten gedauert.",
    "Der E-Mail von {person} zufolge ist das {other} davon nicht betroffen.",
    "{second} bestritt, dass das {word} etwas mit dem {other} zu tun habe.",
    "Vor dem Rathaus in {place} standen am {day} rund {number} Menschen.",
    "Laut {person} fehlen noch Unterlagen zum {word}.",
    "Niemand habe ihn gefragt, klagte {person}; dabei kenne er das {word} seit {number} Jahren.",
    "Ob das {other} dann fertig ist, blieb zunächst offen.",
    "{person} forderte ein neues {word} und kritisierte die Kosten.",
    "Inzwischen liegt ein Gutachten zum {word} vor, das {second} in Auftrag gegeben hat.",
    "In {place} will man davon nichts wissen: Dort gilt das {other} als gesichert.",
    "Der Rat stimmte mit {number} Stimmen für das {word}.",
)


class Line(NamedTuple):
    """A line on a page, its foot at `y` points from the lower edge."""

    page: int
    x: float
    y: float
    text: str
    size: float
    font: str
    spacing: float = 0.0
    """Points added to each blank, so that the line fills its column."""


class Box(NamedTuple):
    """Where text may stand on a page."""

    page: int
    left: float
    top: float
    width: float
    height: float


class Style(NamedTuple):
    """How paragraphs are set."""

    size: float = 10.0
    font: str = SERIF
    leading: float = 1.2
    indent: float = 0.0
    """Of the first line; where there is none, half a line is left between paragraphs."""
    justified: bool = True
    hyphens: bool = True


@dataclass
class Document:
    """Lines in the order in which they are read, and the paragraphs that a reader would read aloud."""

    name: str
    what: str
    lines: list[Line] = field(default_factory=list)
    truth: list[str] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)
    """Headers, footers, page numbers: nobody reads them aloud."""


def prose(chance: random.Random, *, sentences: int) -> str:
    """A paragraph of so many sentences."""
    return " ".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    person, second = chance.sample(_PEOPLE, 2)
    word, other = chance.sample(WORDS, 2)
    words = {"word": word, "other": other, "person": person, "second": second}
    words |= {"place": chance.choice(_PLACES), "day": chance.choice(_DAYS), "number": str(chance.randint(2, 99))}
    return chance.choice(_SENTENCES).format(**words)


def headline(chance: random.Random) -> str:
    """A headline without a full stop."""
    return f"{chance.choice(WORDS)} in {chance.choice(_PLACES)} bleibt umstritten"


def columns(page: int, number: int, *, top: float, bottom: float, gap: float = 14.0) -> list[Box]:
    """Equal columns over the width of a page."""
    width = (WIDTH - 2 * MARGIN - gap * (number - 1)) / number
    return [Box(page, MARGIN + each * (width + gap), top, width, top - bottom) for each in range(number)]


def flow(paragraphs: Sequence[str], boxes: Sequence[Box], style: Style) -> list[Line]:
    """The lines of paragraphs that run through the boxes; ValueError if they do not fit."""
    waiting, found = iter(boxes), list[Line]()
    box = next(waiting)
    y = box.top - style.size
    for number, paragraph in enumerate(paragraphs):
        if number and not style.indent and y < box.top - style.size:
            y -= 0.6 * style.size
        for position, (text, is_last) in enumerate(wrap(paragraph, box.width, style)):
            if y < box.top - box.height:
                box = next(waiting, box._replace(height=-1.0))
                if box.height < 0:
                    raise ValueError(f"the text does not fit: {text}")
                y = box.top - style.size
            indent = style.indent if position == 0 else 0.0
            spacing = _spacing(text, box.width - indent, style) if style.justified and not is_last else 0.0
            found.append(Line(box.page, box.left + indent, y, text, style.size, style.font, spacing))
            y -= style.size * style.leading
    return found


def wrap(paragraph: str, width: float, style: Style) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph, each with whether it is the last."""
    line, room = "", width - style.indent
    waiting = paragraph.split()
    while waiting:
        word = waiting.pop(0)
        longer = f"{line} {word}" if line else word
        if length(longer, style) <= room:
            line = longer
            continue
        head, tail = _broken(line, word, room, style) if style.hyphens else ("", word)
        yield (f"{line} {head}".strip() if head else line), False
        waiting.insert(0, tail)
        line, room = "", width
    yield line, True


def _broken(line: str, word: str, room: float, style: Style) -> tuple[str, str]:
    """As much of the word as fits behind the line, with its hyphen, and the rest; nothing and the word if none does."""
    for place in reversed(_breaks(word)):
        head = word[:place] if word[place - 1] == "-" else f"{word[:place]}-"
        if length(f"{line} {head}", style) <= room:
            return head, word[place:]
    return "", word


def _breaks(word: str) -> list[int]:
    """Where a word may be broken: behind a hyphen, and before a consonant that a vowel follows."""
    inner = range(3, len(word) - 2)
    return [
        place
        for place in inner
        if word[place - 1] == "-" or (word.isalpha() and word[place] not in _VOWELS and word[place + 1] in _VOWELS)
    ]


def _spacing(text: str, width: float, style: Style) -> float:
    blanks = text.count(" ")
    return max(0.0, (width - length(text, style)) / blanks) if blanks else 0.0


def length(text: str, style: Style) -> float:
    """Points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, style.font, style.size))


def to_pdf(document: Document, *, by_line: bool) -> bytes:
    """The document as a PDF: written as it is read, or line by line from top to bottom over all columns."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    lines = [*document.furniture, *document.lines]
    for page in range(1 + max(line.page for line in lines)):
        here = [line for line in lines if line.page == page]
        for line in sorted(here, key=lambda each: (-round(each.y), each.x)) if by_line else here:
            text = canvas.beginText(line.x, line.y)
            text.setFont(line.font, line.size)
            text.setWordSpace(line.spacing)
            text.textOut(line.text)
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


# -- the ten ---------------------------------------------------------------------------------------------------------


def _set(document: Document, paragraphs: Sequence[str], boxes: Sequence[Box], style: Style) -> float:
    """Add paragraphs that run through boxes; returns where the last line stands."""
    lines = flow(paragraphs, boxes, style)
    document.lines += lines
    document.truth += paragraphs
    return lines[-1].y


def _fill(document: Document, chance: random.Random, boxes: Sequence[Box], style: Style, *, longest: int = 4) -> None:
    """Add paragraphs of up to so many sentences until the boxes are full."""
    paragraphs = list[str]()
    while True:
        paragraphs.append(prose(chance, sentences=chance.randint(1, longest)))
        try:
            flow(paragraphs, boxes, style)
        except ValueError:
            break
    _set(document, paragraphs[:-1], boxes, style)


def _furnish(document: Document, pages: int, *, header: str, footer: str) -> None:
    style = Style(size=8.0, font=SANS)
    for page in range(pages):
        place = f"{footer} {page + 1}"
        document.furniture.append(Line(page, MARGIN, HEIGHT - 36, header, 8.0, SANS))
        document.furniture.append(Line(page, WIDTH - MARGIN - length(place, style), 30, place, 8.0, SANS))


BODY = Style()
INDENTED = Style(indent=10.0)
RAGGED = Style(justified=False, hyphens=False)
SMALL = Style(size=8.5, indent=8.0)
TITLE = Style(size=20.0, font=BOLD, justified=False, hyphens=False)
SUBTITLE = Style(size=13.0, font=BOLD, justified=False, hyphens=False)
LEAD = Style(size=11.5, font=BOLD, justified=False)
CAPTION = Style(size=7.5, font=SANS, justified=False)
TOP, BOTTOM = HEIGHT - MARGIN, MARGIN


def _letter(document: Document, chance: random.Random) -> None:
    below = _set(document, [headline(chance)], columns(0, 1, top=TOP, bottom=BOTTOM), TITLE)
    body = [prose(chance, sentences=each) for each in (3, 2, 4, 3, 2)]
    _set(document, body, columns(0, 1, top=below - 20, bottom=BOTTOM), BODY)


def _report(document: Document, chance: random.Random) -> None:
    boxes = [box for page in range(5) for box in columns(page, 1, top=TOP, bottom=BOTTOM)]
    body = [prose(chance, sentences=chance.randint(3, 6)) for _ in range(48)]
    _set(document, body, boxes, INDENTED)
    pages = 1 + max(line.page for line in document.lines)
    _furnish(document, pages, header="Jahresbericht der Landesbehörde Ellerbek", footer="Seite")


def _two_columns(document: Document, chance: random.Random) -> None:
    _fill(document, chance, columns(0, 2, top=TOP, bottom=BOTTOM), BODY)


def _two_ragged(document: Document, chance: random.Random) -> None:
    below = _set(document, [headline(chance)], columns(0, 1, top=TOP, bottom=BOTTOM), TITLE)
    _fill(document, chance, columns(0, 2, top=below - 24, bottom=BOTTOM, gap=18), RAGGED)


def _with_picture(document: Document, chance: random.Random) -> None:
    """Headline and lead over both columns; a picture with its caption at the foot of the right one."""
    below = _set(document, [headline(chance)], columns(0, 1, top=TOP, bottom=BOTTOM), TITLE)
    below = _set(document, [prose(chance, sentences=2)], columns(0, 1, top=below - 14, bottom=BOTTOM), LEAD)
    left, right = columns(0, 2, top=below - 20, bottom=BOTTOM)
    picture = right._replace(height=right.height - 230)
    _fill(document, chance, [left, picture], INDENTED)
    caption = right._replace(top=BOTTOM + 40, height=40)
    _set(document, ["Das Tor am Abend. Foto: Anna Beispiel"], [caption], CAPTION)


def _newspaper(document: Document, chance: random.Random) -> None:
    below = _set(document, [headline(chance)], columns(0, 1, top=TOP, bottom=BOTTOM), TITLE)
    below = _set(document, [prose(chance, sentences=2)], columns(0, 1, top=below - 14, bottom=BOTTOM), LEAD)
    _fill(document, chance, columns(0, 3, top=below - 18, bottom=BOTTOM), SMALL)
    _furnish(document, 1, header="Ellerbeker Bote · Mittwoch, 23. Oktober 2024", footer="Nr. 247")


def _two_articles(document: Document, chance: random.Random) -> None:
    """One above the other, each with its headline: three columns above, two below."""
    middle = HEIGHT / 2
    below = _set(document, [headline(chance)], columns(0, 1, top=TOP, bottom=middle), SUBTITLE)
    upper = columns(0, 3, top=below - 12, bottom=middle + 20)
    _fill(document, chance, upper, SMALL, longest=3)
    below = _set(document, [headline(chance)], columns(0, 1, top=middle - 10, bottom=BOTTOM), SUBTITLE)
    lower = columns(0, 2, top=below - 12, bottom=BOTTOM)
    _fill(document, chance, lower, SMALL)


def _with_table(document: Document, chance: random.Random) -> None:
    below = _set(document, [prose(chance, sentences=4) for _ in range(3)], columns(0, 1, top=TOP, bottom=BOTTOM), BODY)
    y = below - 34
    for name, *cells in (("Ort", "2022", "2023", "2024"), *((place, *_numbers(chance)) for place in _PLACES[:6])):
        row = [name, *cells]
        document.lines += [Line(0, MARGIN + 110 * at, y, cell, 10.0, SANS) for at, cell in enumerate(row)]
        document.truth.append(" ".join(row))
        y -= 16
    body = [prose(chance, sentences=4) for _ in range(3)]
    _set(document, body, columns(0, 1, top=y - 10, bottom=BOTTOM), BODY)


def _numbers(chance: random.Random) -> list[str]:
    return [str(chance.randint(100, 999)) for _ in range(3)]


def _with_box(document: Document, chance: random.Random) -> None:
    """A quotation over the middle of both columns; each column goes on below it."""
    left, right = columns(0, 2, top=TOP, bottom=BOTTOM)
    upper, lower = HEIGHT / 2 + 60, HEIGHT / 2 - 30
    halves = [
        each
        for column in (left, right)
        for each in (column._replace(height=TOP - upper), column._replace(top=lower, height=lower - BOTTOM))
    ]
    _fill(document, chance, halves, INDENTED)
    quotation = "„Wir haben nie gesagt, dass wir fertig sind, und wir sagen es auch heute nicht“"
    box = Box(0, MARGIN + 60, upper - 14, WIDTH - 2 * MARGIN - 120, 60)
    _set(document, [quotation], [box], Style(size=15.0, font=BOLD, justified=False, hyphens=False))


def _brochure(document: Document, chance: random.Random) -> None:
    """Two columns on several pages, headers and footers, short headings between the paragraphs."""
    boxes = [box for page in range(4) for box in columns(page, 2, top=TOP - 6, bottom=BOTTOM, gap=20)]
    style, found = INDENTED, list[Line]()
    left_over = boxes
    for _ in range(9):
        title, body = headline(chance), [prose(chance, sentences=chance.randint(2, 5)) for _ in range(4)]
        for paragraphs, how in (([title], Style(size=11.0, font=BOLD, justified=False, hyphens=False)), (body, style)):
            lines = flow(paragraphs, left_over, how)
            found += lines
            document.truth += paragraphs
            left_over = _left(left_over, lines[-1])
    document.lines += found
    pages = 1 + max(line.page for line in found)
    _furnish(document, pages, header="Das Magazin der Stadtwerke Brenkau", footer="Ausgabe 4 | 2024 | Seite")


def _left(boxes: Sequence[Box], last: Line) -> list[Box]:
    """What is left of the boxes below a line."""
    at = next(
        number
        for number, box in enumerate(boxes)
        if box.page == last.page and box.left <= last.x <= box.left + box.width
    )
    here, top = boxes[at], last.y - 8
    bottom = here.top - here.height
    rest = [here._replace(top=top, height=top - bottom)] if top - bottom > 40 else []
    return [*rest, *boxes[at + 1 :]]


KINDS: Sequence[tuple[str, str, Callable[[Document, random.Random], None]]] = (
    ("letter", "one column, headline", _letter),
    ("report", "one column on several pages, header, footer, page number", _report),
    ("columns", "two columns", _two_columns),
    ("ragged", "two columns below a headline, not justified", _two_ragged),
    ("picture", "two columns below headline and lead, a caption", _with_picture),
    ("newspaper", "three narrow columns below headline and lead", _newspaper),
    ("articles", "two articles, three columns above two", _two_articles),
    ("table", "a table between paragraphs", _with_table),
    ("box", "a quotation across the middle of two columns", _with_box),
    ("brochure", "two columns on several pages, headings, header, footer", _brochure),
)


def documents(*, seed: int = 1) -> Iterator[Document]:
    """The ten documents; another seed gives other words."""
    for number, (name, what, make) in enumerate(KINDS):
        document = Document(name, what)
        make(document, random.Random(100 * seed + number))
        yield document
