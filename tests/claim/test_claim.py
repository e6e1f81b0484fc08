"""Figures that agree, and the label of a claim."""

import pytest

from attrib.claim.claim import agree, label


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((11000, None), (11000, None), True),
        ((11000, None), (11300, None), True),
        ((11000, None), (12000, None), False),
        ((10000, 12000), (11000, None), True),
        (None, (11000, None), False),
        (None, None, True),
        ((None, None), (None, None), True),
    ],
)
def test_figures_that_agree(
    one: tuple[float | None, float | None] | None, other: tuple[float | None, float | None] | None, expected: bool
) -> None:
    """Equal within five percent, or inside the other's range; a figure and none do not agree."""
    assert agree(one, other) is agree(other, one) is expected


def test_a_label_is_cut_at_a_blank() -> None:
    """Long statements end in an ellipsis."""
    assert label("kurz") == "kurz"
    assert label("ein Wort " * 40).endswith(("Wort…", "ein…"))
    assert len(label("ein Wort " * 40)) <= 120
