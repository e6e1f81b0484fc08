"""Where the time goes: parsing against everything behind it, on articles of your own or on the seeds.

    python -m bench.stages [--models DIR] [--times N] [PATH …]

Prints seconds, share and words per second of each stage, and the memory that the process had at most. No test: the
figures depend on the machine; compare the shares.
"""

import argparse
import resource
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from attrib.intake.article import read_document
from attrib.intake.finding import find_files
from attrib.parse.parser import Parser
from attrib.pipeline.annotate import annotate
from attrib.quotation.runner import quotations
from attrib.records import Document, Part
from attrib.registry.registry import Registry, load_registry
from attrib.source.crediting import credit
from attrib.text.analysis import Analysis
from attrib.text.language import Language
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from attrib.text.text import Text

SEEDS = Path(__file__).parents[1] / "seeds"
T = TypeVar("T")


@dataclass
class Clock:
    """Seconds by stage, in the order in which the stages were first timed."""

    seconds: dict[str, float] = field(default_factory=dict)

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """The result of some work, its time added to a stage."""
        start = perf_counter()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - start
        return result


def measure(
    documents: Sequence[Document], parser: Parser, *, language: Language, registry: Registry
) -> tuple[Clock, int]:
    """The time of every stage over the documents, and how many words they have."""
    clock = Clock()
    cut = clock.time("parts", lambda: [_parts(item, language) for item in documents])
    texts = [(item.text, parts) for item, parts in zip(documents, cut, strict=True)]
    analyses = clock.time("parser", lambda: parser.analyse(texts))
    for document, parts, analysis in zip(documents, cut, analyses, strict=True):
        _rules(clock, document, parts, analysis, language=language, registry=registry)
    return clock, sum(1 for analysis in analyses for _ in analysis.words)


def _parts(document: Document, language: Language) -> tuple[Part, ...]:
    return cut_parts(document.text, document=document.id, language=language)


def _rules(
    clock: Clock,
    document: Document,
    parts: Sequence[Part],
    analysis: Analysis,
    *,
    language: Language,
    registry: Registry,
) -> None:
    """Quotations and sources by themselves; what `annotate` needs beyond them is weights, stands and rows."""
    before = perf_counter()
    text = Text(document, parts, analysis, language)
    found = clock.time("quotations", lambda: quotations(text))
    clock.time("sources", lambda: credit(text, found, registry))
    twice = perf_counter() - before
    start = perf_counter()
    annotate(document, parts, analysis, language=language, registry=registry)
    rest = max(0.0, perf_counter() - start - twice)
    clock.seconds["weights, stands, rows"] = clock.seconds.get("weights, stands, rows", 0.0) + rest


def table(clock: Clock, words: int) -> str:
    """The figures, a stage a line."""
    total = sum(clock.seconds.values())
    lines = [f"{'stage':<24}{'seconds':>10}{'share':>9}{'words/s':>12}"]
    for stage, seconds in [*clock.seconds.items(), ("all", total)]:
        lines.append(f"{stage:<24}{seconds:>10.2f}{seconds / total:>9.1%}{words / max(seconds, 1e-9):>12,.0f}")
    return "\n".join(lines)


def peak_memory() -> float:
    """What the process had in memory at most, in megabytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Read the arguments, measure, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", type=Path, default=[SEEDS], help="articles or folders of them")
    options.add_argument("--models", type=Path, help="a folder of models instead of the shipped ones")
    options.add_argument("--times", type=int, default=20, help="how often each article is taken (default: 20)")
    options.add_argument("--threads", type=int, help="threads of the parser (default: as many as it takes)")
    chosen = options.parse_args()
    documents = [read_document(path) for path, _ in find_files(chosen.paths).entries] * chosen.times
    parser = Parser(models=chosen.models, threads=chosen.threads)
    parser.analyse([("Der Pass ist offen.", ())])
    language, registry = load_language("de"), load_registry()
    clock, words = measure(documents, parser, language=language, registry=registry)
    print(f"{len(documents)} documents, {words:,} words\n")
    print(table(clock, words))
    print(f"\npeak memory: {peak_memory():,.0f} MB")


if __name__ == "__main__":
    main()
