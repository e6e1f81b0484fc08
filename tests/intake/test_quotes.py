"""What a page says of quotations by its tags alone stands in the text: marks, and who is named below."""

import pytest

from attrib.intake.reading.markup import text_of
from attrib.intake.reading.quotes import is_quoting
from tests.intake.files import blob


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Sie nannte es <q>gut</q>.</p>", "Sie nannte es „gut“."),
        ("<p>Sie sagte: <q>Er rief <q>halt</q> und ging.</q></p>", "Sie sagte: „Er rief ‚halt‘ und ging.“"),
        ("<p>Sie nannte es <q>„gut“</q>.</p>", "Sie nannte es „gut“."),
        ("<p>Sie nannte es „<q>gut</q>“.</p>", "Sie nannte es „gut“."),
        ("<p>Sie nannte es <q>sehr <b>gut</b></q>, wie immer.</p>", "Sie nannte es „sehr gut“, wie immer."),
        ("<blockquote>Der Deich hält.</blockquote>", "„Der Deich hält.“"),
        ("<blockquote><p>Eins.</p><p>Zwei.</p></blockquote>", "„Eins.\n\n„Zwei.“"),
        ("<blockquote><p>„Eins.</p><p>Zwei.“</p></blockquote>", "„Eins.\n\n„Zwei.“"),
        ("<blockquote>»Der Deich hält.«</blockquote>", "»Der Deich hält.«"),
        ("<blockquote><blockquote>Eins.</blockquote>Zwei.</blockquote>", "„Eins.\n\n„Zwei.“"),
    ],
)
def test_marks_are_put_around_what_is_quoted(html: str, text: str) -> None:
    """Unless the words have some."""
    assert text_of(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Der Deich hält.</p><cite>Jana Vogt, Geologin</cite></blockquote>",
        "<blockquote><p>Der Deich hält.</p><footer>— <cite>Jana Vogt, Geologin</cite></footer></blockquote>",
        "<blockquote><p>Der Deich hält. <cite>Jana Vogt, Geologin</cite></p></blockquote>",
        "<blockquote>Der Deich hält.<br>– Jana Vogt, Geologin</blockquote>",
        "<blockquote><p>Der Deich hält.</p>&mdash; Jana Vogt, Geologin</blockquote>",
        "<figure><blockquote>Der Deich hält.</blockquote><figcaption>Jana Vogt, Geologin</figcaption></figure>",
        "<blockquote>Der Deich hält.</blockquote><cite>Jana Vogt, Geologin</cite>",
        "<blockquote><p>Der Deich hält.</p></blockquote>\n<p><cite>– Jana Vogt, Geologin</cite></p>",
        "<blockquote>Der Deich hält.</blockquote> <footer>Jana Vogt, Geologin</footer>",
    ],
)
def test_who_is_named_below_a_quotation_has_a_line(html: str) -> None:
    """With a dash, which no other line has."""
    assert text_of(html + "<p>Weiter.</p>") == "„Der Deich hält.“\n\n– Jana Vogt, Geologin\n\nWeiter."


def test_a_work_that_is_cited_in_a_sentence_is_no_signature() -> None:
    """More words follow it."""
    html = "<blockquote>Wie <cite>Der Bote</cite> schreibt, hält der Deich.</blockquote>"
    assert text_of(html) == "„Wie Der Bote schreibt, hält der Deich.“"


def test_a_work_that_is_cited_behind_a_quotation_is_no_signature() -> None:
    """It begins a sentence."""
    html = "<blockquote>Der Deich hält.</blockquote><cite>Der Bote</cite> schrieb das am Montag."
    assert "–" not in text_of(html)


@pytest.mark.parametrize("html", ["<blockquote></blockquote>", "<q></q>", "<blockquote><cite>Vogt</cite></blockquote>"])
def test_nothing_is_quoted_where_nothing_stands(html: str) -> None:
    """No marks around nothing; a name is not lost."""
    text = text_of(f"<p>Eins.</p>{html}<p>Zwei.</p>")
    assert "„" not in text
    assert text.count("Vogt") == html.count("Vogt")


def test_a_page_in_english_has_english_marks() -> None:
    """As browsers show them."""
    from lxml.html import document_fromstring

    from attrib.intake.reading.markup import text_of_element
    from attrib.intake.reading.quotes import with_marks

    tree = document_fromstring('<html lang="en-GB"><body><p>She said <q>he cried <q>stop</q></q>.</p></body></html>')
    assert text_of_element(with_marks(tree)) == "She said “he cried ‘stop’”."


def test_a_page_keeps_quotation_and_name() -> None:
    """They pass the search for the main text."""
    from attrib.intake.reading.formats import read

    long = "<p>Am Montag stieg das Wasser bei Süderhusen bis an die Krone des Deiches, und niemand schlief.</p>"
    html = f"<html lang='de'><body><article><h1>Deich</h1>{long}<blockquote><p>Der Deich hält noch zwei Winter.</p>"
    html += f"<footer>Jana Vogt</footer></blockquote>{long.replace('Montag', 'Dienstag')}</article></body></html>"
    (only,) = read(blob(html.encode(), "a.html"))
    assert only.article is not None
    assert "„Der Deich hält noch zwei Winter.“\n– Jana Vogt\n" in only.article.text


def test_other_pages_are_left_alone() -> None:
    """Nothing is parsed twice that has none of the tags."""
    assert is_quoting("<p><q>a</q></p>")
    assert is_quoting('<BLOCKQUOTE class="x">')
    assert not is_quoting("<p>quote</p><quelle>")
