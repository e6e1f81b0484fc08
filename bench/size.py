"""Texts that no newspaper prints: how long they take, and how much memory.

    python -m bench.size [--fast] [NAME …]

Each is annotated at half its size and whole; time should double and memory stay bounded. `--fast` puts a parser that
cuts at blanks in the place of the models, which leaves the rules.
"""

import argparse
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from attrib.intake.article import document_id
from attrib.pipeline.annotate import Annotator, make_annotator
from attrib.records import Document
from bench.kills import SENTENCES, fast_annotator
from bench.stages import peak_memory

PARAGRAPH = " ".join(SENTENCES)
SHAPES: Final[Mapping[str, tuple[int, Callable[[int], str]]]] = MappingProxyType(
    {
        "words": (100_000, lambda n: "\n\n".join([PARAGRAPH] * (n // len(PARAGRAPH.split())))),
        "line": (1_000_000, lambda n: (PARAGRAPH + " ") * (n // (len(PARAGRAPH) + 1))),
        "letters": (1_000_000, lambda n: "a" * n),
        "marks": (50_000, lambda n: '"' * n),
        "quotations": (50_000, lambda n: "„Die Lage sei ernst“, sagte der Minister am Freitag. " * (n // 2)),
        "unclosed": (50_000, lambda n: "„Die Lage sei ernst, sagte er. " * n),
        "parentheses": (10_000, lambda n: "(" * n + "Die Lage sei ernst" + ")" * n),
        "nested": (10_000, lambda n: "(so der Minister " * n + ")" * n),
        "lists": (100_000, lambda n: "- ja\n" * n),
        "blanks": (1_000_000, lambda n: f"Die Lage{' ' * n}sei ernst."),
    }
)
"""Name → size, and the text of a size."""


def seconds(annotator: Annotator, text: str) -> float:
    """Processor time that one text takes."""
    begun = time.process_time()
    for _ in annotator.annotate_documents([Document(id=document_id(text, "a"), name="a", text=text)]):
        pass
    return time.process_time() - begun


def main() -> None:
    """Read the arguments, measure, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("names", nargs="*", metavar="NAME", help=f"which of: {', '.join(SHAPES)}")
    options.add_argument("--fast", action="store_true", help="without the models")
    chosen = options.parse_args()
    annotator = fast_annotator() if chosen.fast else make_annotator(threads=1)
    seconds(annotator, PARAGRAPH)
    for name in chosen.names or SHAPES:
        size, make = SHAPES[name]
        half, whole = seconds(annotator, make(size // 2)), seconds(annotator, make(size))
        memory = peak_memory()
        print(
            f"{name:<12}{size:>10,}{half:>9.1f} s{whole:>9.1f} s  x{whole / half:.1f}  peak {memory:,.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
