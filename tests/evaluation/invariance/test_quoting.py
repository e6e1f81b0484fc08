"""Quotation marks of every style."""

import pytest

from attrib.evaluation.cases import Case
from attrib.evaluation.invariance.passage import Passage
from attrib.evaluation.invariance.quoting import quoted_in
from attrib.evaluation.invariance.vocabulary import Marks
from attrib.records import Annotation
from tests import frozen
from tests.evaluation.invariance.passages import VOCABULARY, applies, new

DAM = "„Der Damm“, sagte die Ingenieurin, „hält noch eine Woche.“"
BY_NAME = {marks.name: marks for marks in VOCABULARY.marks}


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "low-high"])
def test_every_quotation_is_in_the_style(name: str) -> None:
    """The marks are part of what is said."""
    opening, closing = BY_NAME[name].outer
    found = new(DAM, f"marks:{name}", apostrophes=("am Ku'damm",))
    assert found.text.startswith(f"{opening}Der Damm{closing}, sagte die Ingenieurin, {opening}hält noch")
    assert found.said[0] == f"{opening}Der Damm{closing}"
    assert found.said[1].startswith(f"{opening}hält")
    assert found.said[1].endswith(f"eine Woche.{closing}")


def test_a_text_that_is_in_the_style_is_not_rewritten() -> None:
    """Nor one without quotations."""
    assert not applies(DAM, "marks:low-high")
    assert not applies("Der Wirt sagte, das Treffen falle aus.", "marks:guillemets-in")


def test_an_apostrophe_within_single_marks() -> None:
    """Behind the finite verb."""
    found = new("„Der Pass ist offen“, sagte der Wirt.", "marks:single-typewriter", apostrophes=("am Ku'damm",))
    assert found.said == ["'Der Pass ist am Ku'damm offen'"]


def test_a_quotation_that_is_never_closed_is_not_closed() -> None:
    """Its opening mark is another one."""
    found = new("Der Wirt sagte: „Der Pass ist offen. Fahrt trotzdem vorsichtig.", "marks:angles")
    assert found.said == [">>Der Pass ist offen. Fahrt trotzdem vorsichtig."]


def test_marks_within_marks() -> None:
    """Have the inner pair of the style."""
    document = frozen.short_document("„Er rief ‚Halt‘ und lief davon“, sagte die Zeugin.")
    annotation = Annotation(
        document=document, parts=frozen.parts_of(document), conllu="", statements=(), sources=(), assessments=()
    )
    marks = Marks(name="swiss", outer=("«", "»"), inner=("‹", "›"))
    change = quoted_in(marks)(Passage(Case(text=document.text), annotation, frozen.GERMAN, VOCABULARY))
    assert change is not None
    assert change.rewriting.text == "«Er rief ‹Halt› und lief davon», sagte die Zeugin."
