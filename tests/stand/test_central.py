"""Which statements put the same thing forward, as far as their nouns tell."""

from attrib.quotation import Quotation, quotations, views_of
from attrib.stand.central import central_claim, claim_keys
from tests import frozen

TEXT = (
    "Die NATO sagte, nordkoreanische Soldaten seien in Russland. Das Pentagon erklärte, nordkoreanische Truppen seien "
    "in Russland. Moskau dementierte."
)


def found() -> tuple[Quotation, ...]:
    """The statements of the text."""
    document = frozen.short_document(TEXT)
    analysis = frozen.short_analysis(TEXT)
    return quotations(
        TEXT, frozen.parts_of(document), views_of(analysis, language=frozen.GERMAN), language=frozen.GERMAN
    )


def test_countries_and_forces_are_one_thing_under_any_name() -> None:
    """*nordkoreanische Soldaten* and *Truppen aus Nordkorea* are about the same."""
    keys = [claim_keys(item, frozen.short_analysis(TEXT), language=frozen.GERMAN) for item in found()[:2]]
    assert keys == [frozenset({"KP", "RU", "military"})] * 2


def test_the_central_claim_is_what_most_statements_say() -> None:
    """Both statements that say it, in order."""
    places = central_claim((0, 1), found(), frozen.short_analysis(TEXT), language=frozen.GERMAN)
    assert places == (0, 1)


def test_a_single_statement_is_no_central_claim() -> None:
    """One voice does not make it what the article is about."""
    assert central_claim((0,), found(), frozen.short_analysis(TEXT), language=frozen.GERMAN) == ()
