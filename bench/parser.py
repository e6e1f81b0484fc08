"""How fast the parser is against Stanza with the same models: paired, in one process, on one thread.

    python -m bench.parser --against stanza [--corpus DIR] [--articles N] [--round N] [PATH …]

Takes articles of your own, or with `--corpus` the dev split of the Wikinews quotation corpus, else the seeds. In each
round every candidate gets the same articles, which nobody had before, in an order that changes from round to round:

    article    `stanza.Pipeline` called with one text after another
    bulk       its `bulk_process` with all texts of the round
    parser     `Parser.analyse` with the documents of the round
    pipeline   all of `attrib annotate`: parts, parser, rules, rows (nothing is written)

Printed are words per second of CPU time in all rounds together, and the median over the rounds of how many times as
fast ours are. CPU time, because other programs then count less; on an idle machine one thread's is the clock's. Loading
(PyTorch and Stanza imported, models read) and peak memory are measured in processes of their own.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from attrib.evaluation.wikinews import read_corpus
from attrib.intake.article import read_document
from attrib.intake.finding import find_files
from attrib.models import find_models
from attrib.parse.parser import Parser, joined, pieces_of
from attrib.pipeline.annotate import Annotator, make_annotator, readable
from attrib.records import Document
from attrib.text.parts import cut_parts

SEEDS = Path(__file__).parents[1] / "seeds"
STANZA, OWN = ("article", "bulk"), ("parser", "pipeline")
MEASURE = "--measure"


@dataclass
class Times:
    """Seconds of each candidate, a number for each round."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    words: int = 0

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """The result of some work, its CPU time kept."""
        start = process_time()
        result = work()
        self.seconds.setdefault(name, []).append(process_time() - start)
        return result

    def per_second(self, name: str) -> float:
        """Words per second in all rounds together."""
        return self.words / sum(self.seconds[name])

    def ratio(self, own: str, other: str) -> float:
        """How many times as fast in the median round."""
        pairs = zip(self.seconds[own], self.seconds[other], strict=True)
        return median(theirs / ours for ours, theirs in pairs)


def documents(paths: Sequence[Path], corpus: Path | None) -> Iterator[Document]:
    """The articles that are measured."""
    if corpus is not None:
        yield from (item.document() for item in read_corpus(corpus / "dev"))
        return
    yield from (read_document(path) for path, _ in find_files(paths).entries)


def stanza_pipeline() -> Any:
    """Stanza with our models as its documentation has it: nothing but the files is said."""
    from stanza import Pipeline

    options = find_models("de", None).pipeline_options()
    return Pipeline(
        lang="de", download_method=None, use_gpu=False, logging_level="CRITICAL", allow_unknown_language=True, **options
    )


def measured(articles: Sequence[Document], annotator: Annotator, *, together: int) -> Times:
    """The times of all candidates; the first round, in which everything is warmed up, is left out."""
    pipeline = stanza_pipeline()
    parser, times = Parser(threads=1), Times()  # not the annotator's: forms that one has learned are new to the other
    waiting, turn = iter(articles), 0
    while batch := list(islice(waiting, together)):
        cut = [readable(cut_parts(item.text, document=item.id, language=annotator.language)) for item in batch]
        own = [(item.text, parts) for item, parts in zip(batch, cut, strict=True)]
        theirs = [joined(pieces_of(*each)) for each in own]
        work: dict[str, Callable[[], Any]] = {
            "article": lambda theirs=theirs: [pipeline(text) for text in theirs],
            "bulk": lambda theirs=theirs: pipeline.bulk_process(theirs),
            "parser": lambda own=own: parser.analyse(own),
            "pipeline": lambda batch=batch: list(annotator.annotate_documents(batch)),
        }
        order = [*work][turn % len(work) :] + [*work][: turn % len(work)]
        found = {name: times.time(name, work[name]) for name in order}
        times.words += sum(1 for analysis in found["parser"] for _ in analysis.words)
        if not turn:
            times = Times()
        turn += 1
    return times


def report(times: Times) -> str:
    """The figures, a candidate a line."""
    lines = [f"{'':<10}{'words/s':>10}" + "".join(f"{'× ' + name:>12}" for name in STANZA)]
    for name in (*STANZA, *OWN):
        ratios = [times.ratio(name, other) for other in STANZA]
        lines.append(f"{name:<10}{times.per_second(name):>10,.0f}" + "".join(f"{ratio:>12.2f}" for ratio in ratios))
    behind = 1 - sum(times.seconds["parser"]) / sum(times.seconds["pipeline"])
    return "\n".join([*lines, f"behind the parser: {behind:.1%} of the pipeline"])


def alone(articles: Sequence[Document], name: str) -> dict[str, float]:
    """Seconds of loading, imports included, and the megabytes at most, of one candidate in this process."""
    wall, cpu = perf_counter(), process_time()
    if name == "pipeline":
        annotator = make_annotator(threads=1)
        annotator.parser.load()
    else:
        pipeline = stanza_pipeline()
    found = {"loading": perf_counter() - wall, "of CPU": process_time() - cpu}
    if name == "pipeline":
        for _ in annotator.annotate_documents(articles):
            pass
    else:
        for item in articles:
            pipeline(item.text)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found | {"peak MB": used / (1024 * 1024 if sys.platform == "darwin" else 1024)}


def _in_its_own_process(name: str, arguments: Sequence[str]) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.parser", MEASURE, name, *arguments]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1"}
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=one_thread).stdout
    found: dict[str, float] = json.loads(answer)
    return found


def main() -> None:
    """Read the arguments, measure, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, default=[SEEDS], help="articles or folders of them")
    options.add_argument(
        "--against", choices=["stanza"], default="stanza", help="what is compared with (default: stanza)"
    )
    options.add_argument("--corpus", type=Path, help="the Wikinews quotation corpus")
    options.add_argument("--articles", type=int, default=72, help="articles at most (default: 72)")
    options.add_argument("--round", type=int, default=8, help="articles a round (default: 8)")
    options.add_argument(MEASURE, choices=["pipeline", "article"], help=argparse.SUPPRESS)
    chosen = options.parse_args()
    articles = list(islice(documents(chosen.paths, chosen.corpus), chosen.articles))
    if chosen.measure:
        print(json.dumps(alone(articles, chosen.measure)))
        return
    for name in ("article", "pipeline"):  # first: a process takes over the peak of the one that starts it
        figures = _in_its_own_process(name, sys.argv[1:])
        print(f"{name}: " + ", ".join(f"{what} {number:,.2f}" for what, number in figures.items()), flush=True)
    import torch

    torch.set_num_threads(1)
    print(report(measured(articles, make_annotator(threads=1), together=chosen.round)))


if __name__ == "__main__":
    main()
