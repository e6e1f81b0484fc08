"""docs/attribution.md shows the rules as the code has them."""

import shutil
from pathlib import Path

from attrib.quotation.rule import Example, rules
from bench.rules import PAGE, marked, write
from tests import frozen


def test_page_is_up_to_date(tmp_path: Path) -> None:
    """Run `python -m bench.rules` if this fails."""
    page = tmp_path / "attribution.md"
    shutil.copy(PAGE, page)
    write(page)
    assert PAGE.read_text(encoding="utf-8") == page.read_text(encoding="utf-8")


def test_every_piece_of_a_statement_is_marked() -> None:
    """And nothing of the text is lost."""
    assert marked(Example("Er kam, so sie, nicht.", "Er kam … nicht", "sie")) == "⟦Er kam⟧, so sie, ⟦nicht⟧."
    for example in (example for rule in rules(frozen.GERMAN) for example in rule.examples):
        assert marked(example).replace("⟦", "").replace("⟧", "") == example.text
