"""Markdown tables of figures, and how they take the place of older ones in a page."""

from pathlib import Path

import pytest

from attrib.errors import InputError
from attrib.evaluation.score_tables import gold_table, markdown, put_tables, wikinews_tables

SCORE = {"precision": 0.5, "recall": 0.25, "f1": 1 / 3}


def test_shares_are_shown_as_per_cent() -> None:
    """One digit behind the point; words stay."""
    assert markdown(("", "F1"), [("cue", 0.87654)]) == "|  | F1 |\n| --- | --- |\n| cue | 87.7 |\n"


def test_wikinews_figures_by_both_rules() -> None:
    """A line for each measure and each type, the corpus' own figures first."""
    names = ("quote", "roles", "joint", "type", "medium", "speaker", "cue", "frame", "addressee")
    types = ("Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported")
    rule = {**dict.fromkeys(names, SCORE), "per_type": dict.fromkeys(types, SCORE)}
    tables = wikinews_tables({"corpus": rule, "strict": {**rule, "quote": dict.fromkeys(SCORE, 1.0)}})
    assert "| quotation | 50.0 | 25.0 | 33.3 | 100.0 | 100.0 | 100.0 |" in tables
    assert tables.count("| 50.0 | 25.0 | 33.3 | 50.0 | 25.0 | 33.3 |") == len(names) + len(types) - 1


def test_gold_figures() -> None:
    """A line each."""
    scores = {
        "found": SCORE,
        **{name: {"f1": 0.5, "accuracy": 0.75, "macro_f1": 0.9} for name in ("cue", "speaker", "type", "source")},
        "status": {"macro_f1": 0.9},
        "assessment": {"f1": 0.6},
    }
    assert "| source, accuracy | 75.0 |" in gold_table(scores)


def test_tables_take_the_place_of_older_ones(tmp_path: Path) -> None:
    """What stands around them stays, other tables too; twice is as once."""
    page = tmp_path / "page.md"
    page.write_text(
        "# A\n\n<!-- gold -->\n\nold\n\n<!-- /gold -->\n\n<!-- wikinews -->\n<!-- /wikinews -->\nB\n", "utf-8"
    )
    for _ in range(2):
        put_tables(page, "gold", "| new |\n")
        text = page.read_text("utf-8")
        expected = "# A\n\n<!-- gold -->\n\n| new |\n\n<!-- /gold -->\n\n<!-- wikinews -->\n<!-- /wikinews -->\nB\n"
        assert text == expected


def test_a_new_file_can_be_written_again(tmp_path: Path) -> None:
    """The second time the tables take the place of the first."""
    for table in ("| old |\n", "| new |\n"):
        put_tables(tmp_path / "new.md", "gold", table)
    assert (tmp_path / "new.md").read_text("utf-8") == "<!-- gold -->\n\n| new |\n\n<!-- /gold -->\n"


def test_a_page_without_a_place_for_them_is_left_alone(tmp_path: Path) -> None:
    """And the message says which lines it needs."""
    page = tmp_path / "page.md"
    page.write_text("# A\n", "utf-8")
    with pytest.raises(InputError, match="<!-- gold -->"):
        put_tables(page, "gold", "| new |\n")
    assert page.read_text("utf-8") == "# A\n"
