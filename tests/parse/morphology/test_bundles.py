import numpy as np

from attrib.parse.morphology.bundles import UNSURE, Bundles, Column
from attrib.parse.morphology.cells import BARE, nominal_mask
from attrib.parse.morphology.lexicon import UNKNOWN, Entry

COLUMNS = [
    Column("Case", ""),
    Column("Case", "Nom"),
    Column("Case", "Acc"),
    Column("Number", ""),
    Column("Number", "Sing"),
]
NOUN = Bundles("NOUN", ["_", "Case=Nom|Number=Sing", "Case=Acc|Number=Sing", "Case=Voc|Number=Sing"], COLUMNS)


def test_what_the_tagger_has_no_name_for_is_left_out() -> None:
    """A bundle with a value that the tagger does not know can never be chosen."""
    assert NOUN.feats == ["_", "Case=Nom|Number=Sing", "Case=Acc|Number=Sing"]


def test_the_score_of_a_bundle_is_the_sum_over_all_features() -> None:
    """Absent features count like present ones."""
    options = NOUN.options(UNKNOWN)
    scores = np.log(np.array([0.5, 0.3, 0.2, 0.4, 0.6], dtype=np.float32)) @ options.matrix
    assert np.allclose(np.exp(scores), [0.5 * 0.4, 0.3 * 0.6, 0.2 * 0.6])
    assert options.feats == ("", "Case=Nom|Number=Sing", "Case=Acc|Number=Sing")


def test_the_lexicon_leaves_what_a_form_can_be() -> None:
    """Others are gone; what is only guessed is made dearer; if all would be gone, all stay."""
    nominative = nominal_mask("Nom.Sing")
    assert NOUN.options(Entry(nominative)).feats == ("Case=Nom|Number=Sing",)
    assert NOUN.options(Entry(nominative | BARE)).feats == ("", "Case=Nom|Number=Sing")
    guessed = NOUN.options(Entry(nominative, sure=False))
    assert guessed.costs.tolist() == [UNSURE, 0, UNSURE]
    assert len(NOUN.options(Entry(nominal_mask("Gen.Plur"))).feats) == 3


def test_features_that_a_form_always_has() -> None:
    """Either among others, or exactly these besides case, gender and number."""
    columns = [Column("PronType", value) for value in ("", "Dem")] + [Column("Degree", value) for value in ("", "Pos")]
    adverb = Bundles("ADV", ["_", "PronType=Dem", "Degree=Pos|PronType=Dem"], columns)
    assert adverb.options(Entry(feats="PronType=Dem")).feats == ("PronType=Dem", "Degree=Pos|PronType=Dem")
    assert adverb.options(Entry(feats="PronType=Dem", exactly=True)).feats == ("PronType=Dem",)
    assert adverb.options(Entry(feats="", exactly=True)).feats == ("",)


def test_cells_of_a_phrase_that_a_bundle_fits() -> None:
    """Without gender a word stands in phrases of any gender."""
    options = NOUN.options(Entry(nominal_mask("Nom.Sing")))
    assert (options.unfit[0] == 0).sum() == 4
    assert options.shows_cell.tolist() == [True]
