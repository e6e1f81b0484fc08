"""The quality gate on the real corpora: no pinned figure is below its floor, and a broken rule is noticed.

The 150 articles are parsed once for all tests of this file; that takes about a minute.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from attrib.evaluation import gold as evaluate
from attrib.evaluation.baseline import corpus_digest, drops
from attrib.evaluation.wikinews import CorpusDocument, groups, read_corpus, score
from attrib.pipeline.annotate import annotate, make_annotator
from attrib.quotation.according_to import according_to
from attrib.quotation.rule import Find, Step, finders
from attrib.records import Annotation
from attrib.statement.wikinews import to_corpus
from attrib.text.analysis import read_conllu
from attrib.text.language import Language
from tests import frozen

BASELINE = Path(__file__).parents[1] / "eval" / "baseline.json"
pytestmark = [pytest.mark.corpora, pytest.mark.pipeline]


@dataclass(frozen=True)
class Dev:
    """The dev split of the Wikinews corpus with what the shipped pipeline makes of it."""

    folder: Path
    documents: Sequence[CorpusDocument]
    annotations: Sequence[Annotation]

    def scores(self, annotations: Sequence[Annotation]) -> dict[str, Any]:
        """The figures of some annotations of these articles, as `attrib evaluate wikinews` writes them."""
        found = [
            (document.gold, groups(to_corpus(annotation, name=document.name, tokens=document.tokens)["annotations"]))
            for document, annotation in zip(self.documents, annotations, strict=True)
        ]
        return {"corpus": score(found), "strict": score(found, strict=True)}

    def drops(self, annotations: Sequence[Annotation]) -> list[str]:
        """What is below its floor."""
        digest = corpus_digest(self.folder.glob("*.json"))
        return drops("wikinews", self.scores(annotations), digest, path=BASELINE)


@pytest.fixture(scope="module")
def dev(corpora: Path) -> Dev:
    """Parsed once."""
    folder = corpora / "wikinews-quotations" / "dev"
    documents = list(read_corpus(folder))
    annotations = list(make_annotator(threads=1).annotate_documents(item.document() for item in documents))
    return Dev(folder, documents, annotations)


def test_no_figure_on_wikinews_is_below_its_floor(dev: Dev) -> None:
    """`attrib evaluate wikinews … --baseline tests/eval/baseline.json --update` raises the floors."""
    assert dev.drops(dev.annotations) == []


def test_a_broken_rule_is_noticed(dev: Dev, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without *laut, nach Angaben, zufolge* quotations, roles and types fall below their floors."""

    def without(language: Language, step: Step) -> tuple[Find, ...]:
        return tuple(find for find in finders(language, step) if find is not according_to)

    monkeypatch.setattr("attrib.quotation.runner.finders", without)
    broken = [
        annotate(
            item.document,
            item.parts,
            read_conllu(item.conllu),
            language=frozen.GERMAN,
            registry=frozen.REGISTRY,
        )
        for item in dev.annotations
    ]
    fallen = {line.partition(" ")[0] for line in dev.drops(broken)}
    assert {"corpus.quote.f1", "corpus.roles.f1", "corpus.type.f1", "strict.joint.f1"} <= fallen


def test_no_figure_on_gold_is_below_its_floor(corpora: Path) -> None:
    """The five articles, on their frozen analyses."""
    folder = corpora.parent / "gold"
    if not folder.is_dir():
        pytest.skip("the gold files are not there")
    gold = evaluate.read_gold(folder)
    found = {
        name: evaluate.gold_format(frozen.annotated_seed(frozen.SEEDS[0].parent / str(row["document"])))
        for name, row in gold.items()
    }
    files = [*folder.glob("*.json"), *(frozen.SEEDS[0].parent / str(row["document"]) for row in gold.values())]
    assert drops("gold", evaluate.score(gold, found), corpus_digest(files), path=BASELINE) == []
