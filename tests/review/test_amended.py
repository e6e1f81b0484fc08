"""An annotation as people corrected it: what they said, and what follows from it."""

from attrib.records import Annotation, Judgement, JudgementField, Span, Statement
from attrib.review.amended import RULE, judged
from attrib.store.judgement import as_json
from tests import articles, frozen

SOURCES = {source.id: source for article in articles.all_articles() for source in article.sources}
ARTICLE = articles.article_a()


def judgement(statement: str, field: JudgementField, new: str | None, *, by: str = "A. Reader") -> Judgement:
    """What somebody said of one field."""
    return Judgement(
        document="doc-a", statement=statement, spans=(Span(0, 4),), field=field, new=new, judged_by=by,
        judged_on="2024-11-05",
    )  # fmt: skip


def corrected(statement: str, article: Annotation = ARTICLE, **fields: str | None) -> Annotation:
    """The article with these fields of a statement corrected."""
    found = {name: judgement(statement, name, new) for name, new in fields.items()}  # type: ignore[arg-type]
    return judged(article, {statement: found}, SOURCES)  # type: ignore[dict-item]


def statement(annotation: Annotation, key: str) -> Statement:
    """The statement with this id."""
    return next(each for each in annotation.statements if each.id == key)


def place(words: str, article: Annotation = ARTICLE) -> str:
    """Where words stand, as a cell."""
    return as_json([articles.span(article.document.text, words)])


def test_without_judgements_nothing_changes() -> None:
    """On hand-written articles and on the seeds: levels and parents are those of the machine."""
    for article in (*articles.all_articles(), *(frozen.annotated_seed(path) for path in frozen.SEEDS)):
        assert judged(article, {}, SOURCES) == article


def test_only_the_corrected_field_changes() -> None:
    """Of one statement, and of no other."""
    found = corrected("a-claim", medium="writing")
    assert found == ARTICLE.model_copy(
        update={
            "statements": tuple(
                each.model_copy(update={"medium": "writing"}) if each.id == "a-claim" else each
                for each in ARTICLE.statements
            )
        }
    )


def test_a_judgement_that_says_the_same_changes_nothing() -> None:
    """For example after a better rule."""
    assert corrected("a-claim", type="indirect", sources='["nis"]') == ARTICLE


def test_another_place_brings_words_and_sentence_along() -> None:
    """Words, context, part; numbers outside of it are no longer its numbers."""
    found = corrected("a-claim", spans=place("Soldaten würden in Russland ausgebildet"))
    moved = statement(found, "a-claim")
    assert moved.exact == "Soldaten würden in Russland ausgebildet"
    assert moved.context == moved.spans[0]
    assert moved.part == 1
    assert [item.statement for item in found.quantities] == []
    assert [item.statement for item in corrected("a-claim", medium="writing").quantities] == ["a-claim"]


def test_context_is_the_sentences_of_the_new_place() -> None:
    """As the parser cut them."""
    article = frozen.annotated_seed(frozen.SEEDS[0])
    one = next(each for each in article.statements if each.type == "indirect")
    cut = Span(one.spans[0].start, one.spans[0].end - 5)
    found = judged(article, {one.id: {"spans": judgement(one.id, "spans", as_json([cut]))}}, SOURCES)
    assert statement(found, one.id).spans == (cut,)
    assert statement(found, one.id).context == one.context


def test_another_source_brings_its_institution_along() -> None:
    """With the rule that says that a person put it there; the wording of the text is as open as before."""
    found = statement(corrected("a-claim", sources='["lloyd-austin"]'), "a-claim")
    assert [(link.source, link.relation, link.disclosure) for link in found.sources] == [
        ("lloyd-austin", "states", "impersonal"),
        ("pentagon", "speaks_for", None),
    ]
    assert {link.rule for link in found.sources} == {RULE}
    assert "A. Reader on 2024-11-05" in found.sources[0].detail
    assert (found.origin, found.chain[-1].source) == ("lloyd-austin", "lloyd-austin")


def test_the_chain_keeps_who_passed_it_on() -> None:
    """Only its end is another one."""
    article = frozen.annotated_seed(frozen.SEEDS[0])
    one = next(each for each in article.statements if each.origin is not None and each.type == "indirect")
    sources = {source.id: source for source in article.sources} | SOURCES
    found = judged(article, {one.id: {"sources": judgement(one.id, "sources", '["nato"]')}}, sources)
    chain = statement(found, one.id).chain
    assert chain[0] == one.chain[0]
    assert (chain[-1].source, chain[-1].rule, statement(found, one.id).origin) == ("nato", RULE, "nato")
    assert one.origin not in {link.source for link in chain}


def test_nobody_as_the_source() -> None:
    """A statement can be left open."""
    found = statement(corrected("a-claim", sources="[]"), "a-claim")
    assert (found.sources, found.origin) == ((), None)


def test_the_status_of_the_document_follows_form_and_source() -> None:
    """Nobody sets it: what is asserted by the publisher is claimed once somebody else is credited."""
    found = statement(corrected("a-author", type="indirect", sources='["nis"]'), "a-author")
    assert found.status_in_document == "claimed"
    assert statement(corrected("a-claim", type="author"), "a-claim").status_in_document == "unconfirmed"


def test_a_rejected_statement_is_gone() -> None:
    """With its numbers and keys; stands on it are about nothing; what it held hangs on what held it."""
    found = corrected("a-claim", exists="no")
    assert "a-claim" not in {each.id for each in found.statements}
    assert [each.number for each in found.statements] == [0, 2, 3, 4, 5, 6]
    assert [item.statement for item in found.assessments] == [None, None]
    assert (found.quantities, found.claim_keys) == ((), ())
    freed = statement(corrected("a-worry", exists="no"), "a-nested")
    assert (freed.parent, freed.level) == (None, 0)


def test_an_added_statement_has_all_that_statements_have() -> None:
    """A number of its own, its place in another one, its source, and who put it there."""
    words = "eine „besorgniserregende Entwicklung“"
    found = corrected(
        "new", exists="yes", type="direct", spans=place(words), sources='["lloyd-austin"]', disclosure="named"
    )
    added = statement(found, "new")
    assert (added.number, added.exact, added.parent, added.level) == (7, words, "a-worry", 1)
    assert (added.rule, added.detail) == (RULE, "added by A. Reader on 2024-11-05")
    assert [link.source for link in added.sources] == ["lloyd-austin", "pentagon"]
    assert (added.status, added.polarity, added.medium) == ("claimed", "positive", "unknown")
    assert [each for each in found.statements if each.id != "new"] == list(ARTICLE.statements)


def test_a_correction_of_a_statement_that_is_not_there_adds_none() -> None:
    """Only one that somebody added is."""
    assert corrected("gone", polarity="negative") == ARTICLE


def test_a_wider_statement_holds_what_it_covers() -> None:
    """Another place of the inner one is nested anew."""
    found = corrected("a-nested", spans=place("besorgniserregende"))
    assert (statement(found, "a-nested").parent, statement(found, "a-nested").level) == ("a-worry", 1)
    out = corrected("a-nested", spans=place("Laut Austin"))
    assert (statement(out, "a-nested").parent, statement(out, "a-nested").level) == (None, 0)
