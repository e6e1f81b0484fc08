"""Whose negation it is: statements labelled by hand, with negations of their own and of others."""

from collections import Counter
from collections.abc import Sequence

import pytest

from attrib.records import Statement
from tests import frozen

LEAST = 0.93
"""Precision and recall of what is denied."""
ALL = 0.9
"""Share of statements with the right polarity; one that is not found has none."""


def likeness(statement: Statement, exact: str) -> float:
    """The share of common words of a statement and the words looked for; whole sentences of the author are no match."""
    found, wanted = Counter(statement.exact.split()), Counter(exact.split())
    share = 2 * (found & wanted).total() / (found + wanted).total()
    return share if statement.type != "author" or statement.exact == exact else share / 2


def polarity_found(item: frozen.PolarityText) -> str | None:
    """The polarity of the statement that is most like the one looked for; None if none is like it."""
    statements = frozen.annotated_text(item.text).statements
    best = max(statements, key=lambda statement: likeness(statement, item.exact))
    return best.polarity if likeness(best, item.exact) > 0.5 else None


@pytest.mark.parametrize(
    "texts",
    [frozen.polarity_texts(), *(frozen.further_polarity_texts(half) for half in ("further", "scored"))],
    ids=["first", "further", "scored"],
)
def test_what_is_denied(texts: Sequence[frozen.PolarityText]) -> None:
    """Precision and recall of `negative` over the sentences of each set; what fails is told in the documentation."""
    pairs = [(item.polarity, polarity_found(item)) for item in texts]
    right = sum(wanted == found == "negative" for wanted, found in pairs)
    precision = right / sum(found == "negative" for _, found in pairs)
    recall = right / sum(wanted == "negative" for wanted, _ in pairs)
    assert min(precision, recall) >= LEAST
    assert sum(wanted == found for wanted, found in pairs) >= ALL * len(pairs)
