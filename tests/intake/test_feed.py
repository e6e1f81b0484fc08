"""Every entry of a feed is an article: whole content before a summary, dates and addresses as the feed has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib.intake.reading.formats import read
from attrib.intake.reading.found import Article, Found
from tests.intake.files import ATOM, RSS, blob


def found(content: str | bytes, name: str = "a.rss") -> list[Found]:
    """What is found in a feed."""
    return list(read(blob(content if isinstance(content, bytes) else content.encode(), name)))


def articles(content: str | bytes) -> list[Article]:
    """The articles, without the problems."""
    return [each.article for each in found(content) if each.article is not None]


def kinds(content: str | bytes) -> list[str]:
    """What became of each entry."""
    return [each.problem.kind if each.problem else "" for each in found(content)]


def item(inside: str) -> str:
    """A feed with one entry."""
    return f"<rss version='2.0'><channel><title>Bote</title><item>{inside}</item></channel></rss>"


def test_an_rss_feed() -> None:
    """Content, title, date, author, address and outlet; a summary is told to be one."""
    first, second = articles(RSS)
    assert first.text == "Die Brücke bleibt gesperrt, sagte Erika Müller.\n\n„Bis zum Herbst“, hieß es."
    known = first.metadata
    assert (known.title, known.author, known.url) == ("Brücke & Tunnel", "Jan Beispiel", "https://www.bote.example/1")
    assert (known.published, known.publisher) == ("2024-10-22", "bote.example")
    assert known.published_basis == "The field 'published' of the feed, written 'Tue, 22 Oct 2024 08:00:00 +0200'."
    assert first.notes == ()
    assert second.text == "Der Minister äußerte sich nicht …"
    assert [note.kind for note in second.notes] == ["excerpt"]
    assert second.metadata.url == "https://bote.example/2"


def test_an_atom_feed() -> None:
    """XHTML and escaped HTML, persons with names, the address that is the article's."""
    first, second = articles(ATOM)
    assert first.text == "Die Fähre fährt wieder.\n\n- Montag\n\n- Dienstag"
    assert (first.metadata.author, first.metadata.url) == ("Erika Muster", "https://kurier.example/a")
    assert (first.metadata.published, first.metadata.updated) == ("2024-10-21", "2024-10-22")
    assert second.text == "Zwei, sagte er.\nDrei."
    assert (second.metadata.published, second.metadata.updated) == (None, "2024-10-23")


def test_rdf() -> None:
    """RSS 1.0, whose entries stand beside the channel."""
    content = """<?xml version="1.0" encoding="ISO-8859-1"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bote</title></channel>
    <item><title>Größe</title><link>https://bote.example/3</link><description>Schöne Grüße, sagte er.</description>
    <dc:date>2024-10-22T08:00:00Z</dc:date><dc:creator>Ann</dc:creator></item></rdf:RDF>"""
    (only,) = articles(content.encode("cp1252"))
    assert (only.text, only.metadata.title) == ("Schöne Grüße, sagte er.", "Größe")
    assert (only.metadata.published, only.metadata.author) == ("2024-10-22", "Ann")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<description>Kurz.</description><content:encoded>Lang und breit.</content:encoded>", "Lang und breit."),
        ("<description>A &amp; B &lt; C</description>", "A & B < C"),
        ("<description>Br&uuml;cke & Co &unbekannt;</description>", "Brücke & Co &unbekannt;"),
        ("<description><![CDATA[Br&uuml;cke<br>Tunnel]]></description>", "Brücke\nTunnel"),
        ("<description>&lt;p&gt;Ein &lt;b&gt;Satz&lt;/b&gt;.&lt;/p&gt;</description>", "Ein Satz."),
        ("<description>Erste Zeile.\n\nZweite.</description>", "Erste Zeile.\n\nZweite."),
        ("<media:description>Bild</media:description><description>Text.</description>", "Text."),
    ],
)
def test_content_however_it_is_written(inside: str, text: str) -> None:
    """Escaped once or twice, with letters that XML does not know, with prefixes that nobody declared."""
    assert [each.text for each in articles(item(inside))] == [text]


def test_the_address_is_the_articles() -> None:
    """Not that of the feed, of comments or of a sound; a guid may be one."""
    text = "<description>Text.</description>"
    links = "<link rel='enclosure' href='https://x.example/a.mp3'/><link href='https://x.example/a'/>"
    assert articles(item(text + links))[0].metadata.url == "https://x.example/a"
    for guid, url in (("https://x.example/b", "https://x.example/b"), ("tag:7", None)):
        assert articles(item(f"{text}<guid>{guid}</guid>"))[0].metadata.url == url
    assert articles(item(f"{text}<guid isPermaLink='false'>https://x.example/b</guid>"))[0].metadata.url is None
    assert articles(item(text))[0].metadata.publisher == "Bote"


def test_an_entry_that_cannot_be_used_is_named_and_the_next_is_read() -> None:
    """By its number."""
    content = "".join(f"<item>{each}</item>" for each in ("<title>T</title>", "<description>Ja.</description>", ""))
    assert kinds(f"<rss><channel>{content}</channel></rss>") == ["no_text", "", "no_text"]


def test_dates_that_may_be_two_are_left_out() -> None:
    """The article is good all the same."""
    (only,) = articles(item("<description>Ja.</description><pubDate>03/04/2024</pubDate>"))
    assert only.metadata.published is None
    assert {note.kind for note in only.notes} == {"metadata", "excerpt"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<urlset><url><loc>https://x.example</loc></url></urlset>", "no_text"),
        ("kein XML", "malformed"),
        ("", "malformed"),
        ("<rss>" * 500, ""),
        ("\x00\x01\x02" * 50, "binary"),
    ],
)
def test_what_is_no_feed_is_named(content: str, kind: str) -> None:
    """A map of a site is none."""
    assert set(kinds(content)) <= {kind}


def test_a_feed_that_was_cut_off() -> None:
    """Gives the entries that are there."""
    assert [each.text[:3] for each in articles(RSS[: RSS.index("äußerte")])] == ["Die", "Der"]


def test_no_entity_is_resolved() -> None:
    """Neither a file nor a bomb comes in."""
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY e0 "Bumm"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
    (only,) = articles(head + item("<description>Text &e9; &f; Ende.</description>"))
    assert only.text == "Text &e9; &f; Ende."


@given(
    st.lists(
        st.sampled_from(["<item>", "</item>", "<description>", "<![CDATA[", "]]>", "<link href='", "<content:encoded>"])
        | st.sampled_from(["<entry>", "<summary type='xhtml'><div>", "<pubDate>", "&amp;", "&#0;", "&#xD800;", "'/>"])
        | st.text(max_size=9),
        max_size=30,
    ).map("".join)
)
def test_any_feed_is_articles_or_problems(content: str) -> None:
    """Never an exception."""
    for each in found(f"<rss><channel>{content}".encode("utf-8", "surrogatepass")):
        assert (each.article is None) != (each.problem is None)
