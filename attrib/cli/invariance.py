"""`attrib evaluate invariance`: cases rewritten in ways that must change nothing of what is found."""

from pathlib import Path

import click

from attrib.cli.evaluate import (
    JSON_OPTION,
    baseline_options,
    check_options,
    gate,
    show_figures,
    with_bar,
)
from attrib.cli.options import ANY, FILE, annotator_options
from attrib.errors import InputError

CASES = Path("tests/cases")
"""Where the cases of a checkout are: a folder for each language."""


@click.command()
@click.argument("cases", metavar="[CASES]...", type=ANY, nargs=-1)
@click.option("--language", metavar="CODE", help="Language of the cases.  [default: de]")
@click.option(
    "--only",
    metavar="PERTURBATION",
    multiple=True,
    help="One perturbation (wrap:60) or all of a group (wrap); may be repeated.",
)
@click.option(
    "--sample",
    metavar="SHARE",
    type=click.FloatRange(0, 1, min_open=True),
    default=1.0,
    help="Share of the rewritten texts, as 0.05; always the same ones for a seed.  [default: all]",
)
@click.option("--seed", metavar="N", type=int, default=0, show_default=True, help="Which sample.")
@click.option("--errors", metavar="FILE.html", type=FILE, help="Write a page that shows every text that changed.")
@JSON_OPTION
@baseline_options
@annotator_options
def invariance(
    *,
    cases: tuple[Path, ...],
    language: str | None,
    only: tuple[str, ...],
    sample: float,
    seed: int,
    errors: Path | None,
    figures: Path | None,
    baseline: Path | None,
    update: bool,
    models: Path | None,
    sources: tuple[Path, ...],
) -> None:
    """Rewrite cases that are right so that nothing of what is found in them may change, and look whether it does.

    CASES are YAML files or folders of `text` and `statements`.  [default: those of the language in tests/cases]

    The rates are shares of rewritten texts in which everything is found as before and nothing else, and for each rule
    the share of its statements.
    """
    from attrib.evaluation.cases import case_files, read_cases
    from attrib.evaluation.invariance import run
    from attrib.evaluation.invariance.page import failure_page
    from attrib.evaluation.invariance.perturbations import perturbations
    from attrib.evaluation.invariance.vocabulary import load_vocabulary
    from attrib.pipeline.annotate import make_annotator
    from attrib.pipeline.several import FIRST

    check_options(baseline, update=update)
    if baseline is not None and only:
        raise click.UsageError("Floors are of all perturbations: --baseline cannot go with --only.")
    language = None if language == FIRST else language
    code = language or FIRST
    read = list(read_cases(case_files(_places(cases, code))))
    annotator = make_annotator(language=code, models=models, sources=sources)
    chosen = perturbations(load_vocabulary(annotator.language.code), only=only)
    right = list(run.right_ones(with_bar(run.annotated(read, annotator), len(read), label="cases")))
    tried = list(run.trials(right, chosen, sample=sample, seed=seed))
    found = list(with_bar(run.outcomes(tried, annotator), len(tried), label="rewritten"))
    scores = {"cases": len(read), "right": len(right), **run.figures(found)}
    show_figures(scores, figures)
    if errors is not None:
        errors.write_text(failure_page(found), encoding="utf-8")
    name, what = run.scored_as(sample=sample, seed=seed, language=language)
    gate(name, scores, what, baseline, update=update)


def _places(named: tuple[Path, ...], language: str) -> tuple[Path, ...]:
    if named:
        return named
    folder = CASES / language
    if folder.is_dir():
        return (folder,)
    raise InputError(
        f"There is no folder {folder} here, and the cases do not come with the package: name files of cases, "
        "or run this in a checkout of attrib.",
        seen=str(folder),
    )
