"""A citation holds the words, and the programs that keep references read it back unharmed."""

import html
import json
import re
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON

from attrib.site.bibliography import Cited, bibtex, csl_json, quoted, ris

FULL = Cited(
    id="k3",
    title="Kosten & Nutzen: 50 % mehr_für {alle} #1 ~ \\ ^",
    author="Anna Berg, Çelik Öz",
    publisher="Kurier $",
    date=("2024", "10", "22"),
    language="de",
    address="https://attrib.example.org/statement/k3",
    note="NIS: „1.500 Soldaten“. Statement k3, annotated by attrib 1/ab. https://kurier.example/a_b?c=1&d=2",
)
BARE = FULL._replace(author=None, publisher=None, date=())


@pytest.mark.parametrize("found", [FULL, BARE, FULL._replace(date=("2024",))])
def test_bibtex_is_read_back(found: Cited) -> None:
    """By a parser of the format, each field as it was; nothing of it is a command."""
    library = bibtexparser.parse_string(bibtex(found))
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("misc", "attrib-k3")
    assert fields["url"] == found.address
    assert fields.get("year") == (found.date[0] if found.date else None)
    plain = re.sub(r"\\(textbackslash|textasciitilde|textasciicircum)\{\}", "", fields["title"])
    assert re.findall(r"(?<!\\)[%&$#_~^]", plain) == []
    assert ("author" in fields) == (found.author is not None)


@pytest.mark.parametrize("found", [FULL, BARE])
def test_ris_is_read_back(found: Cited) -> None:
    """By a parser of the format."""
    (record,) = rispy.loads(ris(found))
    assert record["type_of_reference"] == "NEWS"
    assert (record["title"], record["accession_number"]) == (found.title, "k3")
    assert found.address in record["urls"]
    assert record.get("authors", []) == ([found.author] if found.author else [])
    assert record["notes"] == [found.note]


@pytest.mark.parametrize("found", [FULL, BARE])
def test_csl_json_is_read_back(found: Cited) -> None:
    """By a processor of citation styles, with author, date and title."""
    items = json.loads(csl_json(found))
    bibliography = CiteProcJSON(items)
    assert list(bibliography) == ["attrib-k3"]
    assert "".join(bibliography["attrib-k3"].title) == found.title
    assert ("issued" in items[0]) == bool(found.date)


@pytest.mark.parametrize(
    ("words", "in_german", "in_english"),
    [
        ("die Lage sei ernst", "„die Lage sei ernst“", "“die Lage sei ernst”"),
        ("„Die Lage ist ernst.“", "„Die Lage ist ernst.“", "„Die Lage ist ernst.“"),
        ("»Ja«, »nein«.", "»Ja«, »nein«.", "»Ja«, »nein«."),
        (None, None, None),
    ],
)
def test_words_stand_in_quotation_marks_once(words: str | None, in_german: str, in_english: str) -> None:
    """Those of the reader's language, where the words have none."""
    assert (quoted(words, "de"), quoted(words, "en")) == (in_german, in_english)


async def test_statement_offers_its_citations(client: Any) -> None:
    """The page holds one with the words, and leads to the formats."""
    text = (await client.get("/statement/a-quotation")).text
    shown = re.search(r'<p class="citation" id="citation">(.*?)</p>', text, flags=re.DOTALL)
    assert shown is not None
    words = html.unescape(re.sub(r"<[^>]+>", "", shown[1]))
    assert "Lloyd Austin: „Sie tun dies“ […] „weil Putin viele Truppen verloren hat.“" in words.replace(" … ", " […] ")
    for ending, kind in (("bib", "x-bibtex"), ("ris", "research-info"), ("csl.json", "citationstyles")):
        assert f'href="/statement/a-quotation.{ending}"' in text
        answer = await client.get(f"/statement/a-quotation.{ending}")
        assert answer.status_code == 200
        assert kind in answer.headers["content-type"]
        assert "viele Truppen verloren hat" in answer.text


async def test_words_that_may_not_be_shown_are_not_cited(client: Any) -> None:
    """The rest of the citation is."""
    for ending in ("bib", "ris", "csl.json"):
        answer = await client.get(f"/statement/c-none.{ending}")
        assert answer.status_code == 200
        assert "abgesagt" not in answer.text
    assert (await client.get("/statement/nothing.bib")).status_code == 404
