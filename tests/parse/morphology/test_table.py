import gzip
import time
from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.models import find_models
from attrib.parse.morphology.cells import nominal_mask, verb_mask
from attrib.parse.morphology.table import KINDS, Kind, grouped, load_table, write_table


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Every kind, whatever the order; the same groups give the same bytes."""
    groups: dict[tuple[Kind, str], list[str]] = {
        ("noun", "3"): ["Kahn", "Steg"],
        ("name", "1"): ["Jade"],
        ("verb", "f"): ["segelt"],
        ("adjective", "Cmp"): ["steiler"],
        ("bundle", "NOUN"): ["_", "Case=Nom|Number=Sing"],
        ("fixed", "ADV PronType=Dem"): ["damit"],
        ("fixed", "ADV"): ["oft"],
    }
    write_table(groups, tmp_path / "a.gz")
    write_table(dict(reversed(groups.items())), tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    table = load_table(tmp_path / "a.gz")
    assert (table.nouns, table.names, table.verbs) == ({"Kahn": 3, "Steg": 3}, {"Jade": 1}, {"segelt": 15})
    assert table.degrees == {"steiler": "Cmp"}
    assert table.bundles == {"NOUN": ("_", "Case=Nom|Number=Sing")}
    assert table.fixed == {("ADV", "damit"): "PronType=Dem", ("ADV", "oft"): ""}
    assert {kind for kind, _ in groups} == set(KINDS)


@pytest.mark.parametrize("line", ["noun\tzz\tKahn", "noun\t3", "nomen\t3\tKahn"])
def test_malformed_line(tmp_path: Path, line: str) -> None:
    """A value that is no number, a missing column and an unknown kind are named with their line."""
    path = tmp_path / "t.gz"
    path.write_bytes(gzip.compress(f"name\t1\tJade\n{line}\n".encode()))
    with pytest.raises(ResourceError, match="line 2"):
        load_table(path)


def test_members_by_what_they_share() -> None:
    """One group for each value, members sorted."""
    assert grouped("noun", {"b": "1", "a": "1", "c": "2"}) == {("noun", "1"): ["a", "b"], ("noun", "2"): ["c"]}


def test_shipped_table() -> None:
    """The table of the package has the full forms that others are known by, and is quickly there."""
    path = find_models("de", None).morphology
    assert path is not None
    assert path.stat().st_size < 2_000_000
    begun = time.process_time()
    table = load_table(path)
    assert time.process_time() - begun < 1.5  # a tenth of that on a machine that does nothing else
    assert table.nouns["Minister"] & nominal_mask("Nom.Masc.Sing")
    assert not table.nouns["Minister"] & nominal_mask("Dat.Plur Gen.Masc.Sing")
    assert table.names["Norwegens"] == nominal_mask("Gen.Neut.Sing")
    assert table.verbs["geben"] & verb_mask(["INF"])
    assert table.degrees["besser"] == "Cmp"
    assert "Verteidigungsminister" not in table.nouns
