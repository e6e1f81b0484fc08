"""The words of perturbations."""

import pytest

from attrib.errors import ResourceError
from attrib.evaluation.invariance.vocabulary import load_vocabulary
from tests.evaluation.invariance.passages import VOCABULARY


def test_a_language_without_words_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(ResourceError, match="but for de"):
        load_vocabulary("xx")


def test_every_kind_of_name_and_institution_is_there_in_each_gender() -> None:
    """Or a perturbation would silently not apply to women, or to what is neuter."""
    names = {(name.kind, name.gender) for name in VOCABULARY.names}
    assert len(names) == 2 * len({kind for kind, _ in names})
    institutions = {(each.kind, each.gender) for each in VOCABULARY.institutions}
    assert len(institutions) == 3 * len({kind for kind, _ in institutions})
