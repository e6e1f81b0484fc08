"""Which statements put the same thing forward, as far as their nouns tell."""

from attrib.quotation import Quotation
from attrib.quotation.runner import quotations
from attrib.stand.central import central_claim, matter
from attrib.text.text import Text
from tests import frozen

TEXT = (
    "Die NATO sagte, nordkoreanische Soldaten seien in Russland. Das Pentagon erklärte, nordkoreanische Truppen seien "
    "in Russland. Moskau dementierte."
)


def text() -> Text:
    """The text, parsed."""
    document = frozen.short_document(TEXT)
    return Text(document, frozen.parts_of(document), frozen.short_analysis(TEXT), frozen.GERMAN)


def found() -> tuple[Quotation, ...]:
    """The statements of the text."""
    parsed = text()
    return quotations(parsed)


def test_countries_and_forces_are_one_thing_under_any_name() -> None:
    """*nordkoreanische Soldaten* and *Truppen aus Nordkorea* are about the same."""
    assert [matter(item, text()) for item in found()[:2]] == [frozenset({"KP", "RU", "military"})] * 2


def test_the_central_claim_is_what_most_statements_say() -> None:
    """Both statements that say it, in order."""
    assert central_claim(found()[:2], text()) == (0, 1)


def test_a_single_statement_is_no_central_claim() -> None:
    """One voice does not make it what the article is about."""
    assert central_claim(found()[:1], text()) == ()
