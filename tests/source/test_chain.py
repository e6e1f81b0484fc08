"""Chains: publisher, agency, medium, party; by head and foot of the article, nesting and what is relied on."""

import pytest

from attrib.records import Document
from attrib.registry.registry import load_registry
from attrib.source.agency_mark import agency_marks
from attrib.text.analysis import Analysis
from attrib.text.text import Text
from tests import frozen

CASES = frozen.chain_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.text[:40] for case in CASES])
def test_a_chain(case: frozen.ChainCase) -> None:
    """From the publisher to whom the statement goes back to, as far as the article tells."""
    annotation = frozen.annotated_text(case.text, publisher="Küstenbote")
    holding = [item for item in annotation.statements if case.statement in item.exact]
    statement = min(holding, key=lambda item: len(item.exact))
    shown = ["unnamed" if link.source.startswith("unnamed-") else link.source for link in statement.chain]
    assert shown == ["kuestenbote", *case.chain]
    positions = [link.position for link in statement.chain]
    assert positions == sorted(positions)
    assert positions[0] == 0
    last = [link.source for link in statement.chain if link.position == positions[-1]]
    assert statement.origin == (last[0] if len(last) == 1 else None)


def marks(text: str) -> list[tuple[str, str]]:
    """The agencies that mark a text, with the words that name them."""
    document = Document(id="d", name="d.txt", text=text)
    found = agency_marks(Text(document, frozen.parts_of(document), Analysis(()), frozen.GERMAN), load_registry())
    return [(entry.id, text[span.start : span.end]) for entry, span in found]


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Berlin (dpa) - Die Brücke ist gesperrt.", [("dpa", "dpa")]),
        ("KIEW/MOSKAU, 24. Oktober (AFP) – Die Brücke ist gesperrt.", [("afp", "AFP")]),
        (
            "Brücke gesperrt\n\nDie Brücke ist gesperrt.\n\nQuelle: APA/Reuters",
            [("apa", "APA"), ("reuters", "Reuters")],
        ),
        ("Die Brücke ist gesperrt. Der Verkehr ruht. (dpa/AFP)", [("dpa", "dpa"), ("afp", "AFP")]),
        ("Die Brücke ist gesperrt.\n\nMit Material von dpa", [("dpa", "dpa")]),
        ("BREMEN/KIEL (dpa-AFX) – Die Brücke ist gesperrt.", [("dpa", "dpa-AFX")]),
        ("BREMEN dpa | Die Brücke ist gesperrt.", [("dpa", "dpa")]),
        ("Bremen (dpa/lno) – Die Brücke ist gesperrt. (mko)", [("dpa", "dpa")]),
        ("Bremen (mko) – Die Brücke ist gesperrt.", []),
        ("Die Brücke ist gesperrt. Foto: dpa\n\nDer Verkehr ruht.\n\nEr ruht noch.\n\nSo bleibt es.", []),
        ("Die Brücke ist gesperrt, berichtete die Nachrichtenagentur Reuters.", []),
        ("Die Brücke (Baujahr 1911) ist gesperrt. Der Verkehr ruht (seit Montag).", []),
        ("Die Behörde (IAEA) warnt. Der Verkehr ruht.", []),
        ("", []),
    ],
)
def test_agency_marks(text: str, agencies: list[tuple[str, str]]) -> None:
    """In brackets behind the place, in brackets at the end, in a last line of its own; not in a sentence."""
    assert marks(text) == agencies


def test_every_chain_of_the_seeds_begins_with_the_publisher() -> None:
    """And ends with a party that the statement is credited to, or with whom that one relies on."""
    for path in frozen.SEEDS:
        annotation = frozen.annotated_seed(path)
        for statement in annotation.statements:
            stating = {link.source for link in statement.sources if link.relation == "states"}
            assert statement.chain[0].rule == "publisher"
            assert len({link.source for link in statement.chain}) == len(statement.chain)
            if statement.origin is not None and statement.chain[-1].rule == "source":
                assert statement.origin in stating
