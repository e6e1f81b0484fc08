"""What must be found again, and how what is found differs."""

from attrib.evaluation.invariance.comparison import compared, known_as
from attrib.evaluation.invariance.passage import Change
from attrib.evaluation.invariance.rewriting import Edit, rewritten
from attrib.records import Annotation, Span, Statement, StatementSource
from tests import frozen
from tests.evaluation.invariance.passages import passage

TEXT = "Anna Berger, Leiterin des Zoos, sagte, der Elefant sei gesund."
SHIFT = 3


def unchanged(text: str = TEXT) -> Change:
    """Every word as it was."""
    return Change(rewritten(text, []))


def differences(change: Change, annotation: Annotation) -> list[tuple[str, ...]]:
    """Of every pair."""
    return [pair.differences for pair in compared(passage(TEXT), change, annotation)]


def altered(**fields: object) -> Annotation:
    """The annotation with another first credited statement."""
    annotation = passage(TEXT).annotation
    first, *others = annotation.statements
    return annotation.model_copy(update={"statements": (first.model_copy(update=fields), *others)})


def moved(statement: Statement) -> Statement:
    """A little further on in the text."""
    places = {
        name: tuple(Span(span.start + SHIFT, span.end + SHIFT) for span in getattr(statement, name))
        for name in ("spans", "speaker")
    }
    return statement.model_copy(update=places)


def test_what_is_found_as_before_does_not_differ() -> None:
    """The same annotation of the same text."""
    assert differences(unchanged(), passage(TEXT).annotation) == [()]


def test_every_field_that_differs_is_named() -> None:
    """Type, marker, level, polarity, status, places of the words and of the speaker, source."""
    other = StatementSource(source="jan-holt", disclosure="named", rule="x", detail="x")
    change = {
        "type": "reported",
        "marker": "speech_act",
        "level": 1,
        "polarity": "negative",
        "status_in_document": "disputed",
        "spans": (Span(39, 50),),
        "speaker": (),
        "sources": (other,),
    }
    wanted = [("type", "marker", "level", "polarity", "status", "spans", "speaker", "sources")]
    assert differences(unchanged(), altered(**change)) == wanted


def test_what_is_not_compared() -> None:
    """Medium, certainty, frame, dates: a rewriting may touch them."""
    assert differences(unchanged(), altered(medium="thought", certainty="possible", frame=())) == [()]


def test_what_is_missed_and_what_is_new() -> None:
    """A statement that is not there, and one more."""
    none = passage(TEXT).annotation.model_copy(update={"statements": ()})
    assert differences(unchanged(), none) == [("missed",)]
    annotation = passage(TEXT).annotation
    (statement,) = (item for item in annotation.statements if item.type != "author")
    more = statement.model_copy(update={"id": "other", "spans": (Span(0, 4),), "exact": "Anna"})
    found = annotation.model_copy(update={"statements": (*annotation.statements, more)})
    assert differences(unchanged(), found) == [(), ("new",)]


def test_an_author_statement_that_the_case_does_not_list_may_be_new() -> None:
    """Nobody is credited with it."""
    annotation = frozen.annotated_text("Der Fluss trat am Montag über die Ufer.", publisher="Küstenbote")
    (author,) = annotation.statements
    found = passage(TEXT).annotation
    assert differences(unchanged(), found.model_copy(update={"statements": (*found.statements, author)})) == [()]


def test_places_are_moved() -> None:
    """To where the words stand now."""
    change = Change(rewritten(TEXT, [Edit(Span(0, 0), "Ah ")]))
    annotation = passage(TEXT).annotation
    assert differences(change, annotation) == [("spans", "speaker")]
    there = annotation.model_copy(update={"statements": tuple(moved(item) for item in annotation.statements)})
    assert differences(change, there) == [()]


def test_another_name_is_the_source_then() -> None:
    """Any of those that will do, and the old one no longer."""
    change = Change(rewritten(TEXT, []), renamed={"anna-berger": frozenset({"lea-roth", "roth"})})
    assert differences(change, passage(TEXT).annotation) == [("sources",)]
    roth = StatementSource(source="roth", disclosure="named", rule="x", detail="x")
    assert differences(change, altered(sources=(roth,))) == [()]


def test_two_sources_must_both_be_there() -> None:
    """One of them is not enough."""
    (statement,) = passage(TEXT).statements
    change = Change(rewritten(TEXT, []), joined={statement.id: "lea-roth"})
    assert differences(change, passage(TEXT).annotation) == [("sources",)]
    roth = StatementSource(source="lea-roth", disclosure="named", rule="x", detail="x")
    assert differences(change, altered(sources=(*statement.sources, roth))) == [()]


def test_parties_go_by_their_name_in_the_document() -> None:
    """Whatever the document's id; unnamed ones are equal."""
    annotation = passage(TEXT).annotation
    document = annotation.document.id
    assert known_as(f"polizei-{document[:6]}", annotation) == "polizei"
    assert known_as(f"unnamed-wirt-{document[:6]}", annotation) == "unnamed"
    assert known_as("nato", annotation) == "nato"
    assert known_as(f"publisher-{document}", annotation) == "publisher"
