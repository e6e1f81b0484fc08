"""Other names of persons."""

import pytest

from attrib.evaluation.invariance.vocabulary import Name
from tests.evaluation.invariance.passages import applies, new

MAYOR = "Bürgermeisterin Anna Berger: „Das Freibad bleibt in diesem Sommer geschlossen.“"
LETTER = (
    "In einem offenen Brief erklärte Ministerin Anna Weber, die Fähre fahre im Mai wieder. Weber forderte, den Hafen "
    "umzubauen."
)
SHE = "Annalena Baerbock sprach in Berlin. Sie sagte, die Lage sei ernst."
HE = "Olaf Scholz besuchte Kiew. Er sagte, die Hilfe gehe weiter."
INN = "Der Wirt sagte, das Treffen falle aus."
TWO = (
    Name(kind="particle", given="Inès", family="de la Cruz", gender="Fem"),
    Name(kind="particle", given="Ruud", family="van Dijk", gender="Masc"),
)


def test_a_person_has_another_name_wherever_it_stands() -> None:
    """With a capital where it opens a sentence, and the source is who is named so."""
    found = new(LETTER, "name:particle", names=TWO)
    assert "Ministerin Inès de la Cruz, die Fähre" in found.text
    assert found.speakers == ["Ministerin Inès de la Cruz", "De la Cruz"]
    assert found.change.renamed == {"anna-weber": frozenset({"ines-de-la-cruz"})}


@pytest.mark.parametrize(
    ("text", "name"), [(MAYOR, "Inès de la Cruz"), (SHE, "Inès de la Cruz"), (HE, "Ruud van Dijk")]
)
def test_roles_and_pronouns_decide_the_gender(text: str, name: str) -> None:
    """*Bürgermeisterin*, *sie*, *er*."""
    assert name in new(text, "name:particle", names=TWO).text
    others = [each for each in TWO if each.full != name]
    assert new(text, "name:particle", names=TWO).text.count(others[0].family) == 0


def test_a_text_without_a_named_person_has_no_other_name() -> None:
    """Roles and institutions have none."""
    assert not applies(INN, "name:word")
    assert not applies("Die Reederei erklärte, die Fähre fahre im Mai wieder.", "name:word")
