"""The rules as a table, for docs/attribution.md: what each finds, with an example in which the statement is marked.

    python -m bench.rules [FILE.md]     writes the table into the page, by default docs/attribution.md

Everything in it is written with the rules themselves (`attrib/languages/de/rules.py`), and a test tries the examples.
"""

import sys
from pathlib import Path

from attrib.evaluation.score_tables import put_tables
from attrib.quotation.rule import Example, Rule, rules
from attrib.records import JOINT
from attrib.text.loading import load_language

PAGE = Path(__file__).parents[1] / "docs" / "attribution.md"


def marked(example: Example) -> str:
    """The text with each piece of the statement in ⟦ ⟧."""
    done, rest = "", example.text
    for piece in example.statement.split(JOINT):
        before, _, rest = rest.partition(piece)
        done += f"{before}⟦{piece}⟧"
    return done + rest


def table(listed: tuple[Rule, ...]) -> str:
    """One row for each rule, in the order in which they are asked."""
    rows = [
        f"| `{rule.id}` | `{rule.marker}` | {rule.finds} | {marked(rule.examples[0])} |".replace("\n", " ")
        for rule in listed
    ]
    return "\n".join(["| rule | marker | what it finds | example |", "|---|---|---|---|", *rows]) + "\n"


def write(page: Path) -> None:
    """Put the German rules into the page, between their marks."""
    put_tables(page, "rules", table(rules(load_language("de"))))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE)
