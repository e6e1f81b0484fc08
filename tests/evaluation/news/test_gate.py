"""The quality gate on the annotated news articles: floors, the reference, and what README and site say.

The articles are parsed once for all tests of this file. Those of `score` and `en-score` give figures only.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import attrib.site
from attrib.evaluation.baseline import PINNED, corpus_digest, drops, figure
from attrib.evaluation.news.comparison import compare
from attrib.evaluation.news.figures import figures
from attrib.evaluation.news.gold_files import read_gold_articles
from attrib.evaluation.news.stored import annotate_into, read_stored
from attrib.evaluation.score_tables import news_source_tables, news_tables
from attrib.pipeline.annotate import make_annotator
from tests.evaluation.news.test_reference import differences, reference

ROOT = Path(__file__).parents[3]
BASELINE = ROOT / "tests" / "eval" / "baseline.json"
SHOWN = Path(attrib.site.__file__).parent / "figures" / "news.json"
ADVICE = "run attrib evaluate news as CONTRIBUTING.md says for the figures of the page"
NEAR = 0.01
"""By how much figures that are shown may differ from those that are measured: a point."""


@dataclass(frozen=True)
class Measured:
    """One of the sets, as the shipped pipeline does on it."""

    part: str
    gold: Path
    scores: Mapping[str, Any]
    database: Path
    digest: str


@pytest.fixture(scope="module", params=["read", "score", "en-read", "en-score"])
def measured(request: pytest.FixtureRequest, corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Annotated once; the parts whose names begin with a code are in that language."""
    language = request.param.rpartition("-")[0] or "de"
    folder = corpora.parent / "gold-news" / request.param
    if not folder.is_dir():
        pytest.skip("the annotated news articles are not there")
    gold = read_gold_articles(folder / "gold")
    files = [folder / "texts" / article.document for article in gold.values()]
    database = tmp_path_factory.mktemp(request.param) / "news.db"
    annotator = make_annotator(language=language, threads=1)
    assert len(list(annotate_into(database, files, annotator, language=language))) == len(files)
    stored = read_stored(database, [file.name for file in files])
    compared = [compare(each, stored[each.document], language=annotator.language) for each in gold.values()]
    digest = corpus_digest([*(folder / "gold").glob("*.json"), *files])
    return Measured(request.param, folder / "gold", figures(compared), database, digest)


@pytest.mark.corpora
@pytest.mark.pipeline
def test_no_figure_is_below_its_floor(measured: Measured) -> None:
    """`attrib evaluate news … --baseline tests/eval/baseline.json --update` raises the floors."""
    assert drops(f"news-{measured.part}", measured.scores, measured.digest, path=BASELINE) == []


@pytest.mark.corpora
@pytest.mark.pipeline
def test_the_figures_are_those_of_the_reference(measured: Measured, corpora: Path) -> None:
    """Of what the pipeline finds, as of what is made by chance."""
    assert differences(measured.scores, reference(corpora).main(measured.gold, measured.database)) == {}


@pytest.mark.corpora
@pytest.mark.pipeline
def test_what_is_shown_is_what_is_measured(measured: Measured) -> None:
    """To a point: figures that are better are news as well."""
    if measured.part != "score":
        pytest.skip("README and site show the other set")
    shown = json.loads(SHOWN.read_text(encoding="utf-8"))
    names = (*PINNED["news-score"], "source.accuracy", "source.resolved", "stands.precision", "stands.recall")
    far = [name for name in names if abs(figure(shown, name) - figure(measured.scores, name)) > NEAR]
    assert far == [], ADVICE


@pytest.mark.parametrize("paper", ["README.md", "docs/attribution.md"])
def test_papers_show_the_figures_of_the_site(paper: str) -> None:
    """The tables are those that the command writes."""
    shown = json.loads(SHOWN.read_text(encoding="utf-8"))
    text = (ROOT / paper).read_text(encoding="utf-8")
    assert f"<!-- news-score -->\n\n{news_tables(shown)}\n<!-- /news-score -->" in text, ADVICE
    if paper != "README.md":
        assert f"<!-- news-score-sources -->\n\n{news_source_tables(shown)}\n" in text, ADVICE
