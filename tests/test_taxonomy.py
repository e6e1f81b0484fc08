"""The value lists in the data are the literals in the code."""

from typing import get_args

import pytest

from attrib import records
from attrib.errors import ResourceError
from attrib.taxonomy import load_taxonomy, taxonomies

LITERALS = {
    "type": records.StatementType,
    "medium": records.Medium,
    "marker": records.Marker,
    "polarity": records.Polarity,
    "certainty": records.Certainty,
    "distance": records.Distance,
    "status": records.Status,
    "verdict": records.Verdict,
    "disclosure": records.Disclosure,
    "relation": records.Relation,
    "role": records.RoleKind,
    "part_kind": records.PartKind,
    "rights": records.Rights,
    "party_to_conflict": records.PartyToConflict,
    "reliability": records.ReliabilityLetter,
    "source_kind": records.SourceKind,
    "source_origin": records.SourceOrigin,
    "qualifier": records.Qualifier,
    "precision": records.Precision,
    "credibility": records.Credibility,
    "independence": records.Independence,
    "key_role": records.KeyRole,
    "judgement_field": records.JudgementField,
}


@pytest.mark.parametrize("name", LITERALS)
def test_values_are_those_of_the_code(name: str) -> None:
    """A taxonomy lists exactly the values of its literal, in the same order."""
    assert tuple(term.code for term in load_taxonomy(name)) == get_args(LITERALS[name])


def test_every_file_has_a_literal() -> None:
    """No taxonomy lies about that the code does not use."""
    assert sorted(taxonomies()) == sorted(LITERALS)


@pytest.mark.parametrize("name", LITERALS)
def test_descriptions_are_sentences(name: str) -> None:
    """Every description can be shown to a reader: a capital first, a full stop last."""
    for term in load_taxonomy(name):
        assert term.description[0].isupper(), term.code
        assert term.description.endswith("."), term.code


@pytest.mark.parametrize("name", LITERALS)
def test_labels_tell_values_apart(name: str) -> None:
    """No two values of a field share a label, in either language."""
    terms = load_taxonomy(name)
    assert len({term.label for term in terms}) == len(terms)
    assert len({term.label_de for term in terms}) == len(terms)


def test_unknown_taxonomy_names_the_known() -> None:
    """Asking for a field without a taxonomy says which there are."""
    with pytest.raises(ResourceError, match=r"no taxonomy 'mood'; there are .*polarity"):
        load_taxonomy("mood")
