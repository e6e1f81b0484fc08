"""What holds a score back: the figures on the Wikinews corpus if one thing at a time were as gold has it.

    python -m bench.oracle DIR [--split dev] [--models DIR] [--tables FILE.md]

Each line replaces one part of what attrib finds by gold's: a role of every pair, the type, the medium; leaves out what
gold does not have (*nothing spurious*); or adds what was missed with all its roles (*nothing missed*). The last two are
also told by type. What a line gains over the first is the most that perfect rules for this part alone could gain.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from attrib.evaluation.score_tables import markdown, put_tables
from attrib.evaluation.wikinews import CorpusDocument, Group, Pair, groups, pairs, read_corpus, score
from attrib.pipeline.annotate import make_annotator
from attrib.statement.wikinews import CELLS, TYPES, to_corpus

MEASURES = ("quote", "speaker", "cue", "roles", "joint", "type", "medium")
Mend = Callable[[Pair], Group | None]
"""What stands in the place of a pair's system group, None for nothing."""
Found = Sequence[tuple[Sequence[Group], Sequence[Group]]]


def oracles() -> Iterator[tuple[str, Mend]]:
    """Every experiment with its name; the first changes nothing."""
    yield "as it is", lambda pair: pair[1]
    for name in CELLS:
        yield f"gold {name}", _matched(_with_cell(name))
    yield "gold type", _matched(lambda gold, system: replace(system, type=gold.type))
    yield "gold medium", _matched(lambda gold, system: replace(system, medium=gold.medium))
    yield "nothing spurious", lambda pair: pair[1] if pair[0] is not None else None
    for code in TYPES.values():
        yield f"nothing spurious: {code}", _without(code)
    yield "nothing missed", lambda pair: pair[1] or pair[0]
    for code in TYPES.values():
        yield f"nothing missed: {code}", _with_missed(code)


def _matched(change: Callable[[Group, Group], Group]) -> Mend:
    def mend(pair: Pair) -> Group | None:
        gold, system = pair
        return change(gold, system) if gold is not None and system is not None else system

    return mend


def _with_cell(name: str) -> Callable[[Group, Group], Group]:
    return lambda gold, system: replace(system, cells={**system.cells, name: gold.cells[name]})


def _without(code: str) -> Mend:
    return lambda pair: None if pair[0] is None and pair[1] is not None and pair[1].type == code else pair[1]


def _with_missed(code: str) -> Mend:
    return lambda pair: pair[0] if pair[1] is None and pair[0] is not None and pair[0].type == code else pair[1]


def table(found: Found) -> str:
    """F1 of each measure by the corpus' own rule, an experiment a line."""
    rows: list[list[str | float]] = []
    for name, mend in oracles():
        figures = score((gold, _mended(gold, system, mend)) for gold, system in found)
        rows.append([name, *(figures[measure]["f1"] for measure in MEASURES)])
    return markdown(("", *MEASURES), rows)


def _mended(gold: Sequence[Group], system: Sequence[Group], mend: Mend) -> list[Group]:
    return [group for pair in pairs(gold, system, strict=True) if (group := mend(pair)) is not None]


def annotated(documents: Sequence[CorpusDocument], models: Path | None) -> Found:
    """Gold and system groups of each article."""
    annotations = make_annotator(models=models).annotate_documents(document.document() for document in documents)
    return [
        (document.gold, groups(to_corpus(annotation, name=document.name, tokens=document.tokens)["annotations"]))
        for document, annotation in zip(documents, annotations, strict=True)
    ]


def main() -> None:
    """Read the arguments, annotate, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path, help="the Wikinews quotation corpus")
    options.add_argument("--split", default="dev", help="folder below it (default: dev)")
    options.add_argument("--models", type=Path, help="a folder of models instead of the shipped ones")
    options.add_argument(
        "--tables", type=Path, help="write the table into this page, between its <!-- oracle --> lines"
    )
    chosen = options.parse_args()
    found = annotated(list(read_corpus(chosen.folder / chosen.split)), chosen.models)
    result = table(found)
    print(result)
    if chosen.tables is not None:
        put_tables(chosen.tables, "oracle", result)


if __name__ == "__main__":
    main()
