"""`attrib evaluate news`: news articles whose parties and stands were annotated independently of the program."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from attrib.cli.evaluate import (
    JSON_OPTION,
    article_file,
    baseline_options,
    check_options,
    gate,
    show_figures,
    with_bar,
)
from attrib.cli.options import FILE, FOLDER, annotator_options

PARTS = ("read", "score", "en-read", "en-score")
"""The parts of the annotated articles, German and English: one to read and learn from, one that is only ever scored."""


@click.command()
@click.argument("folder", metavar="GOLD", type=FOLDER)
@click.option("--texts", metavar="DIR", type=FOLDER, help="Folder of the articles.  [default: `texts` beside GOLD]")
@click.option(
    "--part",
    type=click.Choice(PARTS),
    help="Which floors and tables are GOLD's; errors are shown of `read`, of `score` figures only; `en-…` are "
    "English.  [default: the name of the folder that GOLD is in, if it is one of these]",
)
@click.option("--language", metavar="CODE", help="Language of the articles.  [default: that of the part, or de]")
@click.option("--errors", metavar="FILE.html", type=FILE, help="Write a page to read: text, gold and what differs.")
@JSON_OPTION
@click.option(
    "--tables",
    metavar="FILE.md",
    type=FILE,
    multiple=True,
    help="Write the figures as Markdown tables, in place of those that FILE.md already holds; may be repeated.",
)
@baseline_options
@annotator_options
def news(
    *,
    folder: Path,
    texts: Path | None,
    part: str | None,
    language: str | None,
    errors: Path | None,
    figures: Path | None,
    tables: tuple[Path, ...],
    baseline: Path | None,
    update: bool,
    models: Path | None,
    sources: tuple[Path, ...],
) -> None:
    """Score who is meant and who disputes what, against gold that names the parties.

    GOLD is a folder of gold files (*.json), one for each article: its parties with their names, its statements, and who
    takes which stand on them; docs/attribution.md says what the figures mean. Ids do not count, names do. What is
    scored is what `attrib annotate` stores of the articles.
    """
    from attrib.evaluation.baseline import corpus_digest
    from attrib.evaluation.news.comparison import compare
    from attrib.evaluation.news.figures import figures as scored
    from attrib.evaluation.news.gold_files import check_against_text, read_gold_articles
    from attrib.evaluation.news.page import disagreement_page
    from attrib.evaluation.news.stored import annotate_into, read_stored
    from attrib.evaluation.score_tables import put_news_tables
    from attrib.intake.article import read_document
    from attrib.pipeline.annotate import make_annotator

    part = part or _part_of(folder)
    check_options(baseline, update=update)
    _check_part(part, baseline=baseline, errors=errors)
    gold = read_gold_articles(folder)
    places = [texts if texts is not None else folder.resolve().parent / "texts"]
    files = {article.document: article_file(article.document, places) for article in gold.values()}
    for name, article in gold.items():
        check_against_text(name, article, read_document(files[article.document]).text)
    annotator = make_annotator(language=language or _language_of(part), models=models, sources=sources)
    with tempfile.TemporaryDirectory() as temporary:
        database = Path(temporary) / "news.db"
        written = annotate_into(database, list(files.values()), annotator, language=annotator.language.code)
        _run_through(with_bar(written, len(files)))
        stored = read_stored(database, files)
    compared = [compare(each, stored[each.document], language=annotator.language) for each in gold.values()]
    scores = scored(compared)
    show_figures(scores, figures)
    if errors is not None:
        errors.write_text(disagreement_page(compared), encoding="utf-8")
    name = "news" if part is None else f"news-{part}"
    for page in tables:
        put_news_tables(page, name, scores)
    gate(name, scores, corpus_digest([*folder.glob("*.json"), *files.values()]), baseline, update=update)


def _part_of(folder: Path) -> str | None:
    """The part that a folder of gold is in, by the name above it."""
    above = folder.resolve().parent.name
    return above if above in PARTS else None


def _language_of(part: str | None) -> str:
    """The language of a part's articles: *en-read* are English."""
    from attrib.pipeline.several import FIRST

    code, hyphen, _ = (part or "").partition("-")
    return code if hyphen else FIRST


def _check_part(part: str | None, *, baseline: Path | None, errors: Path | None) -> None:
    """UsageError for what a part does not have."""
    if errors is not None and part is not None and part.endswith("score"):
        raise click.UsageError(f"The articles of the part `{part}` are not to be read: they give figures only.")
    if baseline is not None and part is None:
        raise click.UsageError(f"--baseline holds floors for the parts {', '.join(PARTS)}: name one with --part.")


def _run_through(items: Iterable[object]) -> None:
    for _ in items:
        pass
