"""The language of a text is told where there is enough of it, and left open where there is not."""

from pathlib import Path

import pytest

from attrib.evaluation.wikinews import read_corpus
from attrib.intake.detection import (
    SHORTEST,
    detect_language,
    language_of,
    language_of_sentence,
    other_language,
    without_foreign,
)
from attrib.records import Document
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from bench.kills import fast_annotator

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

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


FOREIGN_LINE = (
    "The minister said on Friday in Berlin that the bridge would remain closed for traffic until the summer, and that "
    "nobody could tell how long the work on its pillars was going to take."
)
HOME_LINE = (
    "Der Minister erklärte am Freitag in Berlin, die Brücke bleibe bis zum Sommer für den Verkehr ganz gesperrt, und "
    "niemand könne sagen, wie lange die Arbeiten an ihren Pfeilern noch dauern."
)


def kinds(text: str) -> list[str]:
    """The kinds of a text's parts."""
    parts = cut_parts(text, document="a", language=load_language("de"))
    return [part.kind for part in without_foreign(text, parts, language="de")]


def test_a_text_with_one_paragraph_to_read_is_read() -> None:
    """Only what holds nothing in the language is left out as a whole."""
    assert other_language(f"{FOREIGN_LINE} {FOREIGN_LINE}", language="de") == "en"
    assert other_language(f"{FOREIGN_LINE}\n\n{HOME_LINE}\n\n{FOREIGN_LINE}\n", language="de") is None
    assert other_language("Yes.", language="de") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FOREIGN_LINE} {FOREIGN_LINE}", "en"),
        (f"{HOME_LINE} {HOME_LINE}", "de"),
        (f"{DUTCH}\n\n{FOREIGN_LINE}", "en"),
        (DUTCH, None),
        ("The ministry denied it.", "en"),
        ("Das Ministerium bestritt es.", "de"),
        ("Budanow", "de"),
        ("12.000", "de"),
        ("", "de"),
    ],
)
def test_one_of_several_languages(text: str, expected: str | None) -> None:
    """Most of the text decides; a short one is in the first language unless it clearly is in another."""
    assert language_of(text, ["de", "en"]) == expected


def test_foreign_parts_are_marked() -> None:
    """A heading goes with what follows it, the last line with what is before it."""
    text = f"Closed bridge\n\n{FOREIGN_LINE}\n\nBrücke gesperrt\n\n{HOME_LINE}\n\nEnde.\n"
    assert kinds(text) == ["foreign", "foreign", "heading", "paragraph", "paragraph"]


def test_a_text_in_one_language_is_left_alone() -> None:
    """Short lines in it, names and titles in other languages as well."""
    text = f"Live Updates\n\n{HOME_LINE}\n\n„The Bridge is closed“\n\n{HOME_LINE}\n"
    assert "foreign" not in kinds(text)


def test_a_foreign_sentence_in_a_paragraph_is_told() -> None:
    """It is read with the paragraph, so somebody should look at it."""
    english = "The bridge has been closed since Monday because of the flood."
    text = f"{HOME_LINE} {english} {HOME_LINE}\n"
    document = Document(id="a" * 12, name="a.txt", text=text)
    (found,) = fast_annotator().annotate_documents([document])
    (issue,) = [issue for issue in found.issues if issue.kind == "foreign_sentence"]
    assert (issue.start, issue.end) == (text.index(english), text.index(english) + len(english))
    assert "'en'" in issue.message


@pytest.mark.parametrize(
    ("sentence", "language", "told"),
    [
        ("Das Album „The Dark Side of the Moon“ erschien im März 1973.", "de", "de"),
        ("Der Minister sagte, die Brücke über den Fluss sei seit Montag gesperrt.", "de", "de"),
        ("The minister said that the bridge had been closed since Monday.", "de", "en"),
        ("Der Minister sagte, die Brücke über den Fluss sei seit Montag gesperrt.", "en", "de"),
        (
            "Le ministre a déclaré lundi que le pont était fermé, que la rivière montait encore et que personne ne "
            "devait le traverser.",
            "de",
            "fr",
        ),
        ("The bridge is closed.", "de", "de"),
    ],
)
def test_the_language_of_a_sentence(sentence: str, language: str, told: str) -> None:
    """That of its article, unless it is clearly another one; a short one goes with it."""
    assert language_of_sentence(sentence, language=language, allowed=["de", "en"]) == told


def test_foreign_parts_hold_no_statements_and_are_told() -> None:
    """The German ones are annotated as ever, with offsets into the whole text."""
    text = f"{FOREIGN_LINE}\n\n{HOME_LINE}\n"
    document = Document(id="a" * 12, name="a.txt", text=text)
    (found,) = fast_annotator().annotate_documents([document])
    begin = text.index("Der Minister")
    assert found.statements
    assert all(span.start >= begin for statement in found.statements for span in statement.spans)
    (issue,) = [issue for issue in found.issues if issue.kind == "foreign_part"]
    assert text[issue.start : issue.end] == FOREIGN_LINE
    assert "'en'" in issue.message
