"""Articles that are sold: the beginning is kept, the offer is left out, and that it is cut off is told."""

import pytest

from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article
from attrib.intake.reading.paywall import offer_notes, stated_access
from attrib.text.loading import load_language, offers
from attrib.text.parts import cut_parts
from tests.intake.files import blob

BEGINNING = (
    "Die Stadt sperrt die Brücke über den Fluss, sagte Bürgermeister Kolb am Montag in der Sitzung des Rates.",
    "Der Verkehr wird bis zum Herbst umgeleitet, hieß es weiter aus dem Amt, das keine Fragen beantworten wollte.",
)
REST = (
    "Die Sanierung kostet vier Millionen Euro, teilte das Bauamt mit. Den Auftrag bekam eine Firma aus dem Nachbarort.",
    "Der Rat stimmte mit zwölf zu elf Stimmen dafür. Die Opposition sprach von einem Skandal, der noch Folgen habe.",
)
OFFER = (
    "Jetzt weiterlesen mit BOTE+",
    "Alle Artikel und das E-Paper.",
    "Vier Wochen für 1 Euro.",
    "Bereits Abonnent? Hier anmelden",
)


def paragraphs(lines: tuple[str, ...]) -> str:
    """Lines as paragraphs of a page."""
    return "".join(f"<p>{line}</p>" for line in lines)


def stated(value: str, selector: str = ".sold") -> str:
    """What a page states in JSON-LD."""
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", '
        f'"isAccessibleForFree": {value}, "hasPart": {{"@type": "WebPageElement", "isAccessibleForFree": {value}, '
        f'"cssSelector": "{selector}"}}}}]}}</script>'
    )


def article(head: str, body: str) -> Article:
    """The article on a page."""
    page = (
        f"<html><head><title>Brücke gesperrt</title>{head}</head><body><main><article><h1>Brücke gesperrt</h1>{body}"
        "</article></main><footer>Impressum</footer></body></html>"
    )
    (found,) = read(blob(page.encode(), "a.html"))
    assert found.article is not None, found.problem
    return found.article


def told(found: Article) -> list[str]:
    """What the notes say of offers."""
    return [note.message for note in found.notes if note.kind == "paywall"]


TEASER = "\n".join(["Brücke gesperrt", *BEGINNING])


@pytest.mark.parametrize("value", ["false", '"False"', '"http://schema.org/False"', '"https://schema.org/False"'])
def test_a_page_that_is_sold(value: str) -> None:
    """The beginning is its text, of the offer nothing; the note says that it is one."""
    found = article(stated(value), f'{paragraphs(BEGINNING)}<div class="sold">{paragraphs(OFFER)}</div>')
    assert found.text == TEASER
    (note,) = told(found)
    assert "beginning" in note
    assert "Jetzt weiterlesen mit BOTE+" in note


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:content_tier" content="locked">',
        '<meta property="article:content_tier" content="metered">',
        '<meta itemprop="isAccessibleForFree" content="False">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false, }</script>',
        '<script type="application/ld+json">[{"isAccessibleForFree": false, "hasPart": [{"cssSelector": 7}]}]</script>',
        stated("false", ".elsewhere, #nowhere p"),
    ],
)
def test_a_page_that_is_sold_however_it_is_said(head: str) -> None:
    """In the head, as microdata, in JSON that is not quite right; also where there is no offer to be seen."""
    for body in (paragraphs(BEGINNING), paragraphs(BEGINNING + OFFER)):
        found = article(head, body)
        assert found.text == TEASER
        assert len(told(found)) == 1


@pytest.mark.parametrize(
    ("selector", "mark"), [(".sold", 'class="x sold"'), ("#sold", 'id="sold"'), ("main div.sold", 'class="sold"')]
)
def test_a_page_that_was_bought(selector: str, mark: str) -> None:
    """The part that is sold is there, and read; the note says so."""
    found = article(stated("false", selector), f"{paragraphs(BEGINNING)}<div {mark}>{paragraphs(REST)}</div>")
    assert found.text == "\n".join([TEASER, *REST])
    (note,) = told(found)
    assert "was read" in note
    found = article(stated("false", selector), f"{paragraphs(BEGINNING + OFFER)}<div {mark}>{paragraphs(REST)}</div>")
    assert found.text.endswith(REST[-1])
    assert OFFER[0] not in found.text


def test_a_page_that_only_shows_it() -> None:
    """Nothing is stated, but the lines offer to read on: they and what is between them are left out."""
    found = article("", paragraphs(BEGINNING + OFFER))
    assert found.text == TEASER
    (note,) = told(found)
    assert "may be cut off" in note


@pytest.mark.parametrize(
    "head",
    [
        "",
        stated("true"),
        '<meta property="article:content_tier" content="free">',
        '<script type="application/ld+json">{"itemListElement": [{"isAccessibleForFree": false}]}</script>',
        '<script type="application/ld+json">kaputt</script>',
        '<script>{"isAccessibleForFree": false}</script>',
    ],
)
def test_a_page_that_is_free(head: str) -> None:
    """Nothing is told of it, although other articles are sold, and although a login is offered above."""
    found = article(head, paragraphs(("Bereits Abonnent? Hier anmelden", *BEGINNING, *REST)))
    assert found.text == "\n".join([TEASER, *REST])
    assert told(found) == []


def test_an_offer_in_the_middle_cuts_nothing_off() -> None:
    """The article goes on behind it."""
    found = article("", paragraphs((*BEGINNING, "Jetzt testen und weiterlesen", *REST * 5)))
    assert len(found.text.splitlines()) == 1 + len(BEGINNING) + len(REST * 5)
    assert told(found) == []


def test_a_text_that_was_pasted_with_its_offer() -> None:
    """Stays as it is, the offer is boilerplate, and a note tells that the article is cut off."""
    text = "\n\n".join([*BEGINNING, *OFFER]) + "\n"
    (found,) = read(blob(text.encode(), "a.txt"))
    assert found.article is not None
    assert found.article.text == text
    assert len(told(found.article)) == 1
    parts = cut_parts(text, document="a", language=load_language("de"))
    assert [part.kind for part in parts if text[part.start : part.end] in {OFFER[0], OFFER[-1]}] == ["boilerplate"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Diesen Artikel jetzt freischalten",
        "Mit dem Kurier-Plus-Abo weiterlesen",
        "Sie haben bereits ein Konto? Anmelden",
        "Sind Sie schon Kunde? Dann hier einloggen",
        "Schon Digitalabonnent:in?",
        "Noch kein Abo? Jetzt bestellen",
        "Der vollständige Text ist nur für Abonnentinnen lesbar.",
        "Dieser Beitrag ist exklusiv für Plus-Mitglieder.",
        "Dies ist ein Premium-Artikel",
        "Sie haben noch 81 Prozent des Artikels vor sich.",
        "Wollen Sie weiterlesen?",
        "Zum Weiterlesen bitte anmelden",
        "Melden Sie sich an, um weiterzulesen.",
        "Kostenlos registrieren und sofort weiterlesen",
        "Lesen Sie diesen Artikel mit Ihrem Kurier-Abo.",
    ],
)
def test_lines_that_offer_to_read_on(line: str) -> None:
    """Whatever the publisher calls it."""
    text = f"{BEGINNING[0]}\n{line}\n"
    assert len(offer_notes(text, name="a")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Weiterlesen",
        "Hier weiterlesen",
        "Wer weiterlesen will, muss zahlen, sagt der Verlag.",
        "Bereits Mitglied im Verein sind 300 Kinder, sagte Müller.",
        "Noch 20 Prozent der Artikel sind verfügbar.",
        "Der Text ist nur für Fachleute verständlich, sagte sie.",
        "Den Text freigeben wollte er nicht.",
        "Sie haben bereits ein Haus? Dann zahlen Sie mehr.",
        "Der Artikel ist für alle Abonnenten kostenlos, erklärte der Verlag am Montag in Köln.",
        "Nur für Kunden der Bahn gilt das Angebot.",
        "„Wollen Sie das lesen?“, fragte sie.",
    ],
)
def test_lines_that_offer_nothing(line: str) -> None:
    """A link to read more says nothing of money, and articles write about newspapers."""
    assert offers().fullmatch(line) is None


@pytest.mark.parametrize("html", ["", "<", "<script type='application/ld+json'>" + "[" * 9000, "<p>" * 500, "\x00"])
def test_any_page_states_something_or_nothing(html: str) -> None:
    """Never an exception."""
    assert stated_access(html).is_sold is False
