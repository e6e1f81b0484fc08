import pytest

from attrib.parse.morphology.cells import (
    BARE,
    CELLS,
    joined,
    nominal_bits,
    nominal_mask,
    parsed,
    verb_bit,
    verb_mask,
)


def test_cell_of_features() -> None:
    """Case, gender and number are a cell; what shows none has a bit of its own; what lacks one may be several."""
    assert nominal_bits(parsed("Case=Gen|Gender=Fem|Number=Plur")) == nominal_mask("Gen.Fem.Plur")
    assert nominal_bits(parsed("Case=Nom|Number=Plur")) == 1 << CELLS.index(("Nom", "", "Plur"))
    assert nominal_bits(parsed("Degree=Pos")) == nominal_bits({}) == BARE
    assert nominal_bits(parsed("Gender=Fem")) & nominal_mask("Dat.Fem.Sing")
    assert not nominal_bits(parsed("Gender=Fem")) & nominal_mask("Dat.Masc.Sing")
    assert nominal_bits(parsed("Case=Voc|Number=Sing")) == 0


def test_cells_without_gender_are_those_of_any() -> None:
    """*Gen.Plur* is the genitive plural of all genders and of none."""
    assert nominal_mask("Gen.Plur").bit_count() == 4
    assert nominal_mask("Gen.Plur Nom.Masc.Sing") == nominal_mask("Gen.Plur") | nominal_mask("Nom.Masc.Sing")


def test_misspelt_cell() -> None:
    """What is no cell is named, with what is allowed."""
    with pytest.raises(ValueError, match=r"'Nom\.Mask\.Sing' is no cell: write case, gender and number"):
        nominal_mask("Nom.Mask.Sing")


def test_cells_of_verbs() -> None:
    """The paradigm's cells and the features of Universal Dependencies are the same bits."""
    assert verb_mask(["PRÄ S3"]) == verb_bit(parsed("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"))
    assert verb_mask(["KJ2 P1"]) == verb_bit(parsed("Mood=Sub|Number=Plur|Person=1|Tense=Past|VerbForm=Fin"))
    assert verb_mask(["INF", "PA2"]) == verb_bit({"VerbForm": "Inf"}) | verb_bit({"VerbForm": "Part"})
    assert verb_mask(["EIZ"]) == verb_mask(["INF"])
    assert verb_mask(["IMP"]) == verb_bit({"Mood": "Imp", "Number": "Sing"})
    assert verb_mask(["PA1"]) == verb_bit({}) == 0


def test_features_in_the_order_of_conllu() -> None:
    """Sorted by name, whatever the case of its letters; `_` is none."""
    assert joined({"Number": "Sing", "Case": "Nom"}) == "Case=Nom|Number=Sing"
    assert parsed("_") == parsed("") == {}
