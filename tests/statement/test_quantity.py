"""The numbers of the five articles are those that a reader found, and every one can be checked against the text."""

from collections.abc import Iterator
from typing import Any

import pytest

from attrib.records import Annotation, Quantity
from attrib.resources import load_yaml
from attrib.text.loading import load_language
from tests import frozen

HAND = load_yaml(frozen.EVAL / "claims.yml")
assert isinstance(HAND, dict)


def found() -> Iterator[tuple[str, Annotation, Quantity]]:
    """Every quantity of the five articles, those of nested statements once."""
    for path in frozen.SEEDS:
        annotation = frozen.annotated_seed(path)
        seen: set[tuple[int, int]] = set()
        for item in annotation.quantities:
            if (item.start, item.end) not in seen:
                seen.add((item.start, item.end))
                yield path.name[:3], annotation, item


@pytest.mark.parametrize("wanted", HAND["quantities"], ids=lambda item: item["at"])
def test_every_number_that_a_reader_found(wanted: dict[str, Any]) -> None:
    """Value, qualifier, unit and what is counted are as annotated by hand."""
    expected = {"value_to": None, "unit": None, "counted": None, **wanted}
    place = [
        item
        for name, annotation, item in found()
        if name == wanted["document"] and _touches(annotation.document.text, wanted["at"], item)
    ]
    shown = [
        {name: getattr(item, name) for name in ("value", "value_to", "qualifier", "unit", "counted")} for item in place
    ]
    assert shown == [{name: expected[name] for name in ("value", "value_to", "qualifier", "unit", "counted")}]


def _touches(text: str, words: str, item: Quantity) -> bool:
    start = text.index(words)
    return start <= item.start < start + len(words)


def test_nothing_else_is_taken_for_a_number() -> None:
    """Dates, ordinals, lists and names (*Hwasong-11*) are none."""
    assert len(list(found())) == len(HAND["quantities"])


def test_offsets_cut_out_the_number() -> None:
    """`exact` is what the offsets cut from the text."""
    for _, annotation, item in found():
        assert annotation.document.text[item.start : item.end] == item.exact


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.100", 1100), ("11 000", 11000), ("3,5", 3.5), ("1.234,5", 1234.5), ("12", 12), ("2\u202f000", 2000)],
)
def test_figures(text: str, value: float) -> None:
    """Points and blanks part thousands, the comma parts decimals."""
    assert load_language("de").grammar.figure_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("zwölftausend", 12000), ("dreieinhalb", 3.5), ("anderthalb", 1.5), ("elf", 11), ("haus", None), ("eine", 1)],
)
def test_number_words(text: str, value: float | None) -> None:
    """Words for numbers have their value, other words none."""
    assert load_language("de").grammar.number_word(text) == value
