"""What a text tells of parties the registry does not know: kind, institution, country, anonymity and its reason."""

import pytest

from attrib.records import Annotation, Source
from tests import frozen


def case(words: str) -> Annotation:
    """The annotation of the short text that holds these words."""
    found = next(item for item in frozen.mention_cases() if words in item.text)
    return frozen.annotated_text(found.text, publisher="Küstenbote")


def source(annotation: Annotation, name: str) -> Source:
    """The row of that id."""
    return next(item for item in annotation.sources if item.id == name)


def seed_source(name: str) -> Source:
    """The row of that id in the five articles."""
    rows = (item for path in frozen.SEEDS for item in frozen.annotated_seed(path).sources)
    return next(item for item in rows if item.id == name)


def test_an_expert_with_a_university() -> None:
    """*Michael Butler, ein Politikwissenschaftler an der Clark University*: belongs to it, does not speak for it."""
    butler = seed_source("michael-butler")
    assert (butler.kind, butler.origin, butler.part_of, butler.speaks_for) == (
        "expert",
        "discovered",
        "clark-university",
        None,
    )


def test_a_spokeswoman_with_a_company() -> None:
    """*Clara Brandt, Sprecherin der Reederei Nordlicht*: speaks for a company that only the text names."""
    annotation = case("Clara Brandt")
    brandt = source(annotation, "clara-brandt")
    assert (brandt.kind, brandt.speaks_for) == ("official", "reederei-nordlicht")
    assert source(annotation, "reederei-nordlicht").kind == "company"


def test_titles_are_no_part_of_a_name() -> None:
    """*Bürgermeisterin Lea Stamm*, whatever the tagger takes the title for."""
    assert source(case("Lea Stamm"), "lea-stamm").name == "Lea Stamm"


def test_an_institution_is_named_whole() -> None:
    """*Das Umweltministerium in Oslo* is no party named Oslo."""
    found = source(case("Umweltministerium in Oslo"), "umweltministerium-in-oslo")
    assert (found.name, found.kind, found.country) == ("Umweltministerium in Oslo", "ministry", "NO")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Ukrainische Beamte, die anonym", "die anonym bleiben wollten"),
        ("Ein Diplomat, der namentlich", "der namentlich nicht genannt werden wollte"),
        ("Aus Sicherheitskreisen", None),
    ],
)
def test_why_somebody_stays_anonymous(words: str, reason: str | None) -> None:
    """The clause that says so, cut from the text; nothing where the text is silent."""
    links = [link for item in case(words).statements for link in item.sources if link.disclosure == "unnamed"]
    assert {link.anonymity for link in links} == {reason}


def test_anonymous_parties_have_a_group() -> None:
    """By kind and country, the same one for every wording and document."""
    annotation = case("Ukrainische Beamte, die anonym")
    officials = next(item for item in annotation.sources if item.grouped_under is not None)
    group = source(annotation, "unnamed-official-ua")
    assert officials.grouped_under == group.id
    assert (group.kind, group.country, group.origin) == ("official", "UA", "unnamed")
    assert seed_source("unnamed-official-ua") == group


def test_whom_a_text_leaves_open_is_recorded() -> None:
    """Between whom, and where the words stand."""
    annotation = case("Kim Jong-un und Kim Yong-hyun äußerten sich")
    (issue,) = [item for item in annotation.issues if item.kind == "ambiguous_source"]
    assert issue.message == "'Kim' may be Kim Jong-un or Kim Yong-hyun; nobody is credited."
    assert annotation.document.text[issue.start : issue.end] == "Kim"


@pytest.mark.parametrize("asked", frozen.kind_cases(), ids=lambda asked: f"{asked.name}: {asked.why}")
def test_a_name_is_for_a_person_unless_the_text_tells_otherwise(asked: frozen.KindCase) -> None:
    """A private person has to be known as one, so that the name can be covered."""
    rows = {row.name: row.kind for row in frozen.annotated_text(asked.text).sources}
    assert rows[asked.name] == asked.kind
