"""Titles before names and roles."""

from tests.evaluation.invariance.passages import applies, new

MAYOR = "Bürgermeisterin Anna Berger: „Das Freibad bleibt in diesem Sommer geschlossen.“"
LETTER = (
    "In einem offenen Brief erklärte Ministerin Anna Weber, die Fähre fahre im Mai wieder. Weber forderte, den Hafen "
    "umzubauen."
)
SHE = "Annalena Baerbock sprach in Berlin. Sie sagte, die Lage sei ernst."
HE = "Olaf Scholz besuchte Kiew. Er sagte, die Hilfe gehe weiter."
INN = "Der Wirt sagte, das Treffen falle aus."


def test_a_title_stands_before_the_first_mention() -> None:
    """And belongs to it; *von* is small behind it."""
    found = new(MAYOR, "title:prof-dr")
    assert found.speakers == ["Bürgermeisterin Prof. Dr. Anna Berger"]
    assert new(LETTER, "title:dr").speakers == ["Ministerin Dr. Anna Weber", "Weber"]
    found = new("Von der Leyen lehnte den Plan ab.", "title:mag")
    assert found.said == ["Mag. von der Leyen lehnte den Plan ab."]


def test_some_titles_stand_alone() -> None:
    """Not behind a noun for what somebody is, and *Frau* only before women."""
    assert not applies(MAYOR, "title:hptm")
    assert new(HE, "title:hptm").text.startswith("Hptm. Olaf Scholz")
    assert new(SHE, "title:frau-dr").text.startswith("Frau Dr. Annalena")
    assert not applies(HE, "title:frau-dr")


def test_abbreviations_before_a_role() -> None:
    """Behind the article, or with a capital before a role that opens the sentence."""
    assert new(INN, "title:ehem").speakers == ["Der ehem. Wirt"]
    found = new("Bundeskanzlerin Falk lobte den Beschluss. Falk sagte, sie sei froh.", "title:stellv")
    assert found.speakers == ["Stellv. Bundeskanzlerin Falk", "Falk"]


def test_no_role_becomes_another_person() -> None:
    """*Der ehem. Verteidigungsminister* is nobody who was named before."""
    text = (
        "US-Verteidigungsminister Lloyd Austin reiste nach Seoul. Der Verteidigungsminister sagte, das Bündnis stehe."
    )
    assert not applies(text, "title:ehem")
    assert not applies("Die Reederei erklärte, die Fähre fahre im Mai wieder.", "title:ehem")
