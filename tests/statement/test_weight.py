"""Polarity, certainty and distance follow from the wording."""

import pytest

from attrib.quotation import Quotation
from attrib.records import Certainty, Distance, Document, Marker, Polarity, Span, StatementType
from attrib.statement.weight import Weight, weight
from attrib.text.analysis import Analysis, Sentence, Word
from attrib.text.loading import load_language
from attrib.text.text import Text

GERMAN = load_language("de")
VERBS = {"kommt", "kommen", "könnte", "dürfte", "soll", "ist", "sei", "wird"}


def sentence(text: str) -> Sentence:
    """A sentence of words between blanks; the first finite verb is the root and governs everything."""
    words: list[Word] = []
    forms = text.split()
    root = next(number for number, form in enumerate(forms, start=1) if form in VERBS)
    place = 0
    for number, form in enumerate(forms, start=1):
        upos = "VERB" if form in VERBS else "ADV" if form[0].islower() else "NOUN" if form.isalpha() else "PUNCT"
        feats = "VerbForm=Fin" if number == root else ""
        head, deprel = (0, "root") if number == root else (root, "dep")
        words.append(Word(number, form, form.lower(), upos, feats, head, deprel, place, place + len(form)))
        place += len(form) + 1
    return Sentence(0, 0, 0, place - 1, tuple(words))


def weighed(
    text: str,
    *,
    kind: StatementType = "indirect",
    marker: Marker = "verb_second",
    lemma: str = "",
    certainty: Certainty | None = None,
    frame: int = 0,
) -> Weight:
    """The weight of a statement that is the whole sentence but its first `frame` characters."""
    parsed = sentence(text)
    quotation = Quotation(
        type=kind,
        marker=marker,
        medium="speech",
        spans=(Span(frame, parsed.end),),
        sentence=0,
        rule="hand",
        detail="x",
        frame=(Span(0, frame),) if frame else (),
        lemma=lemma,
        certainty=certainty,
    )
    document = Document(id="d", name="d.txt", text=text)
    return weight(Text(document, (), Analysis((parsed,)), GERMAN), quotation)


def test_plain_words() -> None:
    """Positive, certain, neutral."""
    assert weighed("Regen kommt .") == Weight("positive", "certain", "neutral")


@pytest.mark.parametrize("negation", ["nicht", "nie", "keinesfalls"])
def test_a_negation_under_the_main_verb(negation: str) -> None:
    """The source puts forward that something is not so."""
    assert weighed(f"Regen kommt {negation} .").polarity == "negative"


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("könnte", "possible"),
        ("dürfte", "probable"),
        ("wird vermutlich", "probable"),
        ("wird möglicherweise", "possible"),
        ("wird zweifellos", "certain"),
    ],
)
def test_certainty_by_the_statements_own_words(words: str, certainty: Certainty) -> None:
    """Modal verbs and adverbs say how firmly the source commits."""
    assert weighed(f"Regen {words} kommen .").certainty == certainty


def test_certainty_by_the_cue() -> None:
    """*schätzt, dass p* is probable, whatever stands in p."""
    assert weighed("dass Regen kommt", certainty="probable").certainty == "probable"


def test_the_weakest_word_decides() -> None:
    """*könnte vermutlich* is possible."""
    assert weighed("Regen könnte vermutlich kommen .", certainty="probable").certainty == "possible"


@pytest.mark.parametrize("text", ["Regen kommt ?", "„ Regen kommt ? “"])
def test_a_question_puts_nothing_forward(text: str) -> None:
    """Neither polarity nor certainty can be told."""
    assert weighed(text) == Weight("underspecified", "underspecified", "neutral")


@pytest.mark.parametrize("kind", ["author", "indirect"])
def test_distanced_by_adverb(kind: StatementType) -> None:
    """*angeblich* is the publisher stepping back, also in what somebody is credited with."""
    assert weighed("Regen kommt angeblich .", kind=kind).distance == "distanced"


def test_distanced_in_the_frame() -> None:
    """*Berichte zeigen angeblich, dass p* steps back from p."""
    assert weighed("Berichte soll angeblich dass Regen kommt", frame=23).distance == "distanced"


def test_verbatim_words_are_the_speakers() -> None:
    """In a direct quotation it is not the publisher who says *angeblich*."""
    assert weighed("„ Regen kommt angeblich “", kind="direct", marker="quotation_marks").distance == "neutral"


@pytest.mark.parametrize("word", ["offenbar", "wohl", "anscheinend"])
@pytest.mark.parametrize(("kind", "distance"), [("author", "inferred"), ("indirect", "neutral")])
def test_inferred_is_the_authors(word: str, kind: StatementType, distance: Distance) -> None:
    """*offenbar* is the publisher's inference only in the publisher's own statements."""
    assert weighed(f"Regen kommt {word} .", kind=kind).distance == distance


def test_the_author_infers_with_duerfte() -> None:
    """*dürfte* is an inference as well, *könnte* and *soll* are not."""
    inferred = {
        verb: weighed(f"Regen {verb} kommen .", kind="author").distance for verb in ("dürfte", "könnte", "soll")
    }
    assert inferred == {"dürfte": "inferred", "könnte": "neutral", "soll": "neutral"}


def test_subjunctive_is_neutral() -> None:
    """Konjunktiv I reports, it does not step back."""
    assert weighed("Regen sei da .").distance == "neutral"


def test_a_claiming_modal_is_distanced() -> None:
    """*will … gesehen haben*."""
    assert weighed("Regen kommt", marker="claiming_modal").distance == "distanced"


def test_the_polarities_are_those_of_the_codebook() -> None:
    """No other value comes out."""
    allowed: set[Polarity] = {"positive", "negative", "underspecified"}
    assert {weighed(text).polarity for text in ("Regen kommt .", "Regen kommt nicht .", "Regen kommt ?")} == allowed
