"""The language of a text is told where there is enough of it, and left open where there is not."""

from pathlib import Path

import pytest

from attrib.detection import SHORTEST, detect_language
from attrib.wikinews import read_corpus

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

ENGLISH = (
    "The Pentagon did not confirm the report on Friday. A spokesman said that the department was looking into it, and "
    "that there was no evidence so far of any soldiers being sent to the front."
)
DUTCH = (
    "Het ministerie wilde het bericht vrijdag niet bevestigen. Een woordvoerder zei dat er nog geen bewijs is dat er "
    "soldaten naar het front zijn gestuurd, maar dat men de zaak onderzoekt."
)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_seeds_are_german(path: Path) -> None:
    """Articles of the kind attrib is made for are let through."""
    assert detect_language(path.read_text(encoding="utf-8")) == "de"


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (DUTCH, "nl")])
def test_other_languages_are_named(text: str, code: str) -> None:
    """Also languages that are close to German."""
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "\n", "Kim sagt.", "OK", "12.000 " * 100, "🚀" * 200])
def test_too_little_to_tell_by(text: str) -> None:
    """Headlines, numbers and signs have no language."""
    assert detect_language(text) is None


def test_german_with_english_quotations_is_german() -> None:
    """The language of most of the text decides."""
    text = (
        "Der Minister erklärte am Freitag in Berlin, er habe mit dem Sprecher in Washington gesprochen und sei sich "
        "mit ihm einig. Wörtlich sagte dieser: „We have no evidence of that.“ Mehr wollte er dazu nicht mitteilen."
    )
    assert len(text) > SHORTEST
    assert detect_language(text) == "de"


@pytest.mark.corpora
def test_no_german_article_is_refused(corpora: Path) -> None:
    """Not one of 150 articles about anything, names and foreign titles included."""
    articles = list(read_corpus(corpora / "wikinews-quotations" / "dev"))
    assert {detect_language(article.text) for article in articles} <= {"de", None}
