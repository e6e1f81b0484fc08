"""Quotation marks of every style are paired, forgotten ones survived."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.records import Span
from attrib.text.entries import QuotationMark
from attrib.text.loading import load_language
from attrib.text.marks import quoted_stretches

GERMAN = load_language("de")


def quoted(text: str) -> list[str]:
    """What is quoted in a text that is one part."""
    return [text[span.start : span.end] for span, _, _ in found(text)]


def found(text: str) -> list[tuple[Span, int, bool]]:
    """Span, depth and whether it is closed, of every quoted stretch of a text that is one part."""
    stretches = quoted_stretches(text, Span(0, len(text)), language=GERMAN)
    return [(item.span, item.depth, item.closed) for item in stretches]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        *["„“", '„"', "„”", "»«", "«»", "“”", '""', "““", "””", "‚‘", "›‹", "‹›", "''", "‚'", "‚’", "‘’", "‘‘", "＂＂"],
        *[(",,", "''"), (",,", "“"), ("``", "''"), ("''", "''"), (">>", "<<"), ("<<", ">>"), ("´", "´"), ("`", "'")],
        *[("&quot;", "&quot;"), ("&bdquo;", "&ldquo;"), ("&#8222;", "&#8220;"), (",", "'"), ("« ", " »"), ('""', '""')],
    ],
)
@pytest.mark.parametrize(
    "around", ["{} sagte der Wirt.", "Der Wirt sagte: {}", "Der Wirt nannte ihn {}.", "({})", "{}"]
)
def test_every_style(opening: str, closing: str, around: str) -> None:
    """The marks belong to the stretch, what stands around them does not."""
    words = f"{opening}Der Pass ist offen{closing}"
    assert quoted(around.format(words)) == [words]


@pytest.mark.parametrize("entry", GERMAN.quotation_marks, ids=lambda entry: entry.opening)
def test_the_examples_of_the_list(entry: QuotationMark) -> None:
    """Each style's example has a stretch that opens and closes with its own marks."""
    stretches = [stretch for stretch in quoted(entry.example) if stretch.startswith(entry.opening)]
    assert [stretch[-1] for stretch in stretches] == [entry.closing[0]]


@pytest.mark.parametrize("mark", [".", "!", "?", "…", ","])
def test_punctuation_before_the_closing_mark(mark: str) -> None:
    """A full stop inside belongs to the stretch, one behind it does not."""
    assert quoted(f"„Der Pass ist offen{mark}“ Er lachte.") == [f"„Der Pass ist offen{mark}“"]
    assert quoted(f"Er sagte: „Der Pass ist offen“{mark}") == ["„Der Pass ist offen“"]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("„Er rief ‚Halt‘ und lief“, sagte sie.", [("„Er rief ‚Halt‘ und lief“", 0), ("‚Halt‘", 1)]),
        ("»Er rief ›Halt‹ und lief«, sagte sie.", [("»Er rief ›Halt‹ und lief«", 0), ("›Halt‹", 1)]),
        ("“Er rief ‘Halt’ und lief”, sagte sie.", [("“Er rief ‘Halt’ und lief”", 0), ("‘Halt’", 1)]),
        ('„Er rief "Halt" und lief“, sagte sie.', [('„Er rief "Halt" und lief“', 0), ('"Halt"', 1)]),
        ("„Das sagt ‚Die Welt‘“, rief er.", [("„Das sagt ‚Die Welt‘“", 0), ("‚Die Welt‘", 1)]),
    ],
)
def test_nested_quotations(text: str, stretches: list[tuple[str, int]]) -> None:
    """The outer one comes first, depth counts what is around."""
    assert [(text[span.start : span.end], depth) for span, depth, _ in found(text)] == stretches


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("'Das wird 'ne harte Woche, hab' ich gesagt', sagte sie.", ["'Das wird 'ne harte Woche, hab' ich gesagt'"]),
        ("‘Das wird ’ne harte Woche, hab’ ich gesagt’, sagte sie.", ["‘Das wird ’ne harte Woche, hab’ ich gesagt’"]),
        ("‚Das wird ’ne harte Woche, hab’ ich gesagt.‘ Sie ging.", ["‚Das wird ’ne harte Woche, hab’ ich gesagt.‘"]),
        ("'Geh'n wir', rief er, 'Hans' Auto steht da.'", ["'Geh'n wir'", "'Hans' Auto steht da.'"]),
        ("Die 'Rote Liste' und der 'Blitz' kennen Hans' Namen.", ["'Rote Liste'", "'Blitz'"]),
        ("Sie rief 'Halt' und nahm Max' Rad.", ["'Halt'"]),
        ("„Er rief 'Halt' und nahm Max' Rad“, sagte sie.", ["„Er rief 'Halt' und nahm Max' Rad“", "'Halt'"]),
        ("Der 'Stern'-Artikel über die '68er.", ["'Stern'"]),
    ],
)
def test_single_marks_among_apostrophes(text: str, stretches: list[str]) -> None:
    """What ends a clause closes rather than what ends a word, and nothing reaches over another opening mark."""
    assert quoted(text) == stretches


@pytest.mark.parametrize(
    "text",
    [
        "» Mehr zum Thema",
        "Start » Politik » Inland",
        "‹ Zurück | Weiter ›",
        "> Das schrieb sie gestern.",
        ">> Das schrieb sie gestern.",
        "x << 2 und y >> 3",
        "cat a >> b, dann cat b << EOF",
        "Rock 'n' Roll ist 'n Ding, die '90er auch.",
        "Die 'Ndrangheta sei da, sagte Hans' Anwalt.",
        "Er kam ,dann ging er.",
        "Das ist '''fett''' gesetzt.",
        "Müller &amp; Söhne",
    ],
)
def test_what_looks_like_marks(text: str) -> None:
    """Bullets, menus, shells, mails, clipped words, slips and layout quote nothing."""
    assert quoted(text) == []


def test_a_stray_apostrophe_is_no_quotation_around() -> None:
    """What stands behind it is not nested."""
    assert [depth for _, depth, _ in found("'n Abend! „Wir kommen“, sagte er.")] == [0]


def test_several_quotations_in_one_part() -> None:
    """Each opening mark has its own closing one."""
    assert quoted('„Nein“, sagte er. "Nie", sagte sie. »Doch«.') == ["„Nein“", '"Nie"', "»Doch«"]


def test_a_forgotten_closing_mark() -> None:
    """The stretch ends with its part, without the white space behind it."""
    assert found("Er sagte: „Der Pass ist offen. Fahrt los. ") == [(Span(10, 41), 0, False)]


def test_a_forgotten_closing_mark_before_another_quotation() -> None:
    """The same mark opening again means that the first one was a slip: the second quotation is found."""
    assert "„Nein“" in quoted("Er sagte: „Der Pass ist offen. Sie rief: „Nein“. Dann ging sie.")


@pytest.mark.parametrize(
    "text",
    ["Der Pass ist offen“, sagte er.", "Der Pass ist offen», sagte er.", "Er kam‘ und ging.", '17" ist es breit.'],
)
def test_a_stray_closing_mark(text: str) -> None:
    """It quotes nothing, neither before nor behind it."""
    assert quoted(text) == []


def test_a_stray_closing_mark_before_a_quotation() -> None:
    """What follows it is found all the same."""
    assert quoted("Der Pass ist offen“, sagte er. „Fahrt los!“") == ["„Fahrt los!“"]


@pytest.mark.parametrize(
    "text",
    [
        "Wie geht's dir?",
        "Hans' Buch und Max’ Haus sind weg.",
        "Das war's, so geht’s nicht.",
        "Rock 'n' Roll ist's nicht.",
        "In den 90'ern war's anders.",
    ],
)
def test_apostrophes(text: str) -> None:
    """An apostrophe in or behind a word opens no quotation that runs on."""
    assert all(len(stretch) < 5 for stretch in quoted(text))


def test_apostrophes_inside_a_quotation() -> None:
    """They do not close it."""
    text = "„Wie geht's? Hans' Auto läuft’s?“, fragte er."
    assert quoted(text) == ["„Wie geht's? Hans' Auto läuft’s?“"]


@pytest.mark.parametrize("text", ['Ein 17"-Monitor und ein 24"-Gerät.', "Auf 5' 30\" Länge.", '3,5" und 5,25" breit'])
def test_inches(text: str) -> None:
    """Behind a number the mark is a unit."""
    assert quoted(text) == []


def test_two_parts() -> None:
    """A mark that is not closed in its part reaches no other part."""
    text = "„Der Pass ist offen.\nEr kam „heute“."
    line = text.index("\n")
    assert [item.span for item in quoted_stretches(text, Span(0, line), language=GERMAN)] == [Span(0, line)]
    second = quoted_stretches(text, Span(line + 1, len(text)), language=GERMAN)
    assert [text[item.span.start : item.span.end] for item in second] == ["„heute“"]


def test_a_quotation_over_several_paragraphs() -> None:
    """Opened anew in each paragraph and closed in the last, each paragraph's stretch is its own."""
    paragraphs = ["„Erstens kam der Regen.", "„Zweitens kam der Sturm.“"]
    assert [quoted(paragraph) for paragraph in paragraphs] == [[paragraphs[0]], [paragraphs[1]]]


def test_inner_is_without_the_marks() -> None:
    """Also if the closing one is missing."""
    text = "„Ja“ und „nein"
    inner = [item.inner for item in quoted_stretches(text, Span(0, len(text)), language=GERMAN)]
    assert [text[start:end] for start, end in inner] == ["Ja", "nein"]


def test_inner_is_without_marks_of_several_characters() -> None:
    """Each has its own length."""
    text = ",,Ja“ und &quot;nein''"
    inner = [item.inner for item in quoted_stretches(text, Span(0, len(text)), language=GERMAN)]
    assert [text[start:end] for start, end in inner] == ["Ja", "nein"]


@pytest.mark.parametrize("mark", ["„", '"', "»", ",,", ">>", "›", "'", "‚"])
def test_every_style_may_lack_its_closing_mark(mark: str) -> None:
    """Behind a colon even an arrow or an apostrophe is a quotation mark."""
    assert quoted(f"Er sagte: {mark}Der Pass ist offen. Fahrt los.") == [f"{mark}Der Pass ist offen. Fahrt los."]


MARKS = "„“”\"«»‚‘’‹›'`´,<>"
TEXTS = st.text(st.sampled_from(MARKS + " .:aB1\n("), max_size=40)


@given(TEXTS, st.integers(0, 5), st.integers(0, 5))
def test_no_marks_are_too_strange(text: str, left: int, right: int) -> None:
    """Any marks in any order: every stretch lies in its part, opens with a mark and nests properly."""
    part = Span(min(left, len(text)), max(min(left, len(text)), len(text) - right))
    stretches = quoted_stretches(text, part, language=GERMAN)
    for item in stretches:
        assert part.contains(item.span)
        assert item.span.end - item.span.start > 1
        assert text[item.span.start] in MARKS
        assert not item.closed or text[item.span.end - 1] in MARKS
        assert item.span.contains(item.inner)
    spans = [item.span for item in stretches]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    for item in stretches:
        assert item.depth == sum(other.span.contains(item.span) for other in stretches if other is not item)


def _seconds(text: str) -> float:
    best = []
    for _ in range(3):
        start = perf_counter()
        quoted_stretches(text, Span(0, len(text)), language=GERMAN)
        best.append(perf_counter() - start)
    return min(best)


UNITS = ["„", "„‚", "“", "„a“ ", "»›", "'a ", ' "a', "„»“«‚›", ": 'a ", ".'a", '"a: \'b" ', "''", ",,", "<<", " ,a"]


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    """Four times the marks take about four times as long, not sixteen times; 50,000 marks are no trouble."""
    count = 50_000 // len(unit)
    assert _seconds(unit * count) < 12 * _seconds(unit * (count // 4)) + 0.05
