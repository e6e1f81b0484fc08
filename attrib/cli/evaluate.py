"""`attrib evaluate`: the shipped pipeline against hand annotation."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attrib.cli.options import FILE, FOLDER, annotator_options
from attrib.errors import InputError

if TYPE_CHECKING:
    from attrib.evaluation.wikinews import CorpusDocument, Group

JSON_OPTION = click.option("--json", "figures", metavar="FILE", type=FILE, help="Write the figures as JSON as well.")

TABLES_OPTION = click.option(
    "--tables",
    metavar="FILE.md",
    type=FILE,
    help="Write the figures as Markdown tables, in place of those that FILE.md already holds.",
)


def baseline_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--baseline`, `--update`: the quality gate."""
    baseline = click.option(
        "--baseline", metavar="FILE", type=FILE, help="Exit with 1 if a figure is below its floor in FILE."
    )
    update = click.option("--update", is_flag=True, help="Raise the floors in FILE to the figures; never lowers one.")
    return baseline(update(command))


@click.group()
def evaluate() -> None:
    """Compare what attrib finds with what people found; needs the extra `attrib[eval]`."""


@evaluate.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--texts", metavar="DIR", type=FOLDER, help="Folder of the articles.  [default: DIR, then ./seeds]")
@click.option("--predictions", metavar="OUT", type=FOLDER, help="Write what attrib finds to this folder, as gold is.")
@JSON_OPTION
@TABLES_OPTION
@baseline_options
@annotator_options
def gold(
    *,
    folder: Path,
    texts: Path | None,
    predictions: Path | None,
    figures: Path | None,
    tables: Path | None,
    baseline: Path | None,
    update: bool,
    models: Path | None,
    sources: tuple[Path, ...],
) -> None:
    """Score the annotation of the articles that the gold files (*.json) in DIR name."""
    from attrib.evaluation.baseline import corpus_digest
    from attrib.evaluation.gold import gold_format, read_gold, score
    from attrib.evaluation.score_tables import gold_table, put_tables
    from attrib.intake.article import MetadataIndex, read_document
    from attrib.pipeline.annotate import make_annotator

    check_options(baseline, update=update)
    expected = read_gold(folder)
    places = [texts] if texts is not None else [folder, Path("seeds")]
    files = [article_file(str(row["document"]), places) for row in expected.values()]
    documents = [read_document(path, metadata=MetadataIndex()[path]) for path in files]
    annotations = make_annotator(models=models, sources=sources).annotate_documents(documents)
    found = {name: gold_format(each) for name, each in zip(expected, annotations, strict=True)}
    if predictions is not None:
        predictions.mkdir(parents=True, exist_ok=True)
        for name, rows in found.items():
            _write_json(predictions / name, rows)
    scores = score(expected, found)
    show_figures(scores, figures)
    if tables is not None:
        put_tables(tables, "gold", gold_table(scores))
    gate("gold", scores, corpus_digest([*folder.glob("*.json"), *files]), baseline, update=update)


@evaluate.command()
@click.argument("database", type=FILE)
@JSON_OPTION
def judgements(*, database: Path, figures: Path | None) -> None:
    """Score the rows of the working DATABASE against what people said of them (attrib review, attrib import).

    Annotate again with another version first, and the same judgements tell whether it got better. The figures are of
    what people looked at, not of all statements.
    """
    from contextlib import closing

    from attrib.evaluation.judgements import scores
    from attrib.store.write import open_database

    with closing(open_database(database)) as db:
        show_figures(scores(db), figures)


@evaluate.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--split", default="dev", show_default=True, help="Folder below DIR; DIR itself if there is no such.")
@click.option("--predictions", metavar="FILE.jsonl", type=FILE, help="Write what attrib finds, in the corpus' format.")
@click.option("--errors", metavar="FILE.html", type=FILE, help="Write a page that shows every error beside gold.")
@click.option(
    "--held-out",
    metavar="N",
    type=click.IntRange(min=1),
    help="Only the N articles whose names have the lowest SHA-256: to be scored, never read. Figures only.",
)
@JSON_OPTION
@TABLES_OPTION
@baseline_options
@annotator_options
def wikinews(
    *,
    folder: Path,
    split: str,
    predictions: Path | None,
    errors: Path | None,
    held_out: int | None,
    figures: Path | None,
    tables: Path | None,
    baseline: Path | None,
    update: bool,
    models: Path | None,
    sources: tuple[Path, ...],
) -> None:
    """Score against the German Wikinews quotation corpus in DIR.

    `corpus` is the measure of the corpus itself, `strict` the one that gives nothing for quotations without a common
    word.
    """
    from attrib.evaluation.baseline import corpus_digest
    from attrib.evaluation.error_page import error_page
    from attrib.evaluation.score_tables import put_tables, wikinews_tables
    from attrib.evaluation.wikinews import groups, lowest_digests, read_corpus, score
    from attrib.pipeline.annotate import make_annotator
    from attrib.statement.wikinews import to_corpus

    check_options(baseline, update=update)
    if held_out is not None and (predictions or errors or baseline):
        raise click.UsageError("Articles that are held out are not to be read: --held-out gives figures only.")
    place = folder / split if (folder / split).is_dir() else folder
    documents = list(read_corpus(place))
    if held_out is not None:
        documents = lowest_digests(documents, held_out)
    annotator = make_annotator(models=models, sources=sources)
    annotations = annotator.annotate_documents(document.document() for document in documents)
    rows = [
        to_corpus(annotation, name=document.name, tokens=document.tokens)
        for document, annotation in zip(documents, with_bar(annotations, len(documents)), strict=True)
    ]
    found: list[tuple[CorpusDocument, Sequence[Group]]] = [
        (document, groups(row["annotations"])) for document, row in zip(documents, rows, strict=True)
    ]
    if predictions is not None:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        predictions.write_text("".join(lines), encoding="utf-8")
    if errors is not None:
        errors.write_text(error_page(found), encoding="utf-8")
    compared = [(document.gold, system) for document, system in found]
    corpus, strict = score(compared), score(compared, strict=True)
    scores = {"documents": len(documents), "corpus": corpus, "strict": strict}
    show_figures(scores, figures, more=corpus)
    if tables is not None:
        put_tables(tables, "wikinews" if held_out is None else "held-out", wikinews_tables(scores))
    gate("wikinews", scores, corpus_digest(place.glob("*.json")), baseline, update=update)


def article_file(name: str, places: Sequence[Path]) -> Path:
    """Where the article of that name is; InputError if it is in none of the folders."""
    path = next((place / name for place in places if (place / name).is_file()), None)
    if path is None:
        looked = " or ".join(str(place) for place in places)
        raise InputError(
            f"The gold names the article {name}, which is not in {looked}. Name its folder with --texts.", seen=name
        )
    return path


def check_options(baseline: Path | None, *, update: bool) -> None:
    """UsageError for floors that are to be raised in no file."""
    if update and baseline is None:
        raise click.UsageError("--update raises the floors of a file: name it with --baseline.")


def gate(evaluation: str, scores: Mapping[str, Any], digest: str, baseline: Path | None, *, update: bool) -> None:
    """Hold the figures against their floors, or raise those; exit code 1 if one is missed.

    `digest` says of what the figures are: floors of anything else say nothing about them.
    """
    from attrib.evaluation.baseline import drops
    from attrib.evaluation.baseline import update as raise_floors

    if baseline is None:
        return
    if update:
        raise_floors(evaluation, scores, digest, path=baseline)
        return
    below = drops(evaluation, scores, digest, path=baseline)
    for line in below:
        click.echo(line, err=True)
    if below:
        raise click.exceptions.Exit(1)


def with_bar(items: Iterable[Any], total: int, *, label: str = "annotating") -> Iterator[Any]:
    """The same items, with a line on a terminal's stderr that says how many are done."""
    stream = sys.stderr
    with click.progressbar(items, length=total, label=label, file=stream, hidden=not stream.isatty()) as bar:
        yield from bar


def show_figures(scores: Mapping[str, Any], figures: Path | None, *, more: Mapping[str, Any] | None = None) -> None:
    """Print the figures; the file also gets `more`, which says the same under shorter names."""
    for line in table(scores):
        click.echo(line)
    if figures is not None:
        _write_json(figures, {**scores, **(more or {})})


def table(scores: Mapping[str, Any], *, prefix: str = "") -> Iterator[str]:
    """The figures, one measure a line; figures that belong together side by side."""
    for name, value in scores.items():
        if not isinstance(value, Mapping):
            yield f"{prefix + name:<44} {value:>7}" if isinstance(value, int) else f"{prefix + name:<44} {value:7.3f}"
            continue
        plain = {key: each for key, each in value.items() if not isinstance(each, Mapping)}
        if plain:
            yield f"{prefix + name:<44} " + "   ".join(
                f"{key} {each}" if isinstance(each, int) else f"{key} {each:.3f}" for key, each in plain.items()
            )
        for key, each in value.items():
            if isinstance(each, Mapping):
                yield from table({key: each}, prefix=f"{prefix}{name}.")


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
