"""How well programs read PDFs that are set in columns: words in the order in which they are read, and paragraphs.

    python -m bench.pdf [--seed 1] [--tables FILE.md] [--pages DIR]

Ten documents (`bench.pdf_pages`), each written in two orders: as they are read, and in lines from top to bottom over
all columns. Needs reportlab (in the extra `dev`); programs that are not installed are left out:

    pip install pypdf pdfplumber pdftext pdf-oxide

*Words* is F1 over the longest common subsequence of words: one that stands where a reader would not meet it counts for
nothing. *Paragraphs* is F1 over paragraphs that come out word for word as one part (`attrib.text.parts`), of the text
as it is or with the lines put together that no empty line parts, whichever is better; hyphens at the end of lines are
put together for all programs in the same way. `--pages` writes the PDFs to be looked at.
"""

import argparse
import importlib.util
import io
import re
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from attrib.evaluation.score_tables import put_tables
from attrib.intake.reading.printed.hyphens import joined
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from bench.pdf_pages import Document, documents, to_pdf

Extract = Callable[[bytes], str]
ORDERS = {"as read": False, "by line": True}
"""In which order the letters are written, and whether that is line by line."""


class Score(NamedTuple):
    """F1 of words and paragraphs of one document."""

    words: float
    paragraphs: float
    seconds: float


# -- programs --------------------------------------------------------------------------------------------------------


def _attrib(content: bytes) -> str:
    import pypdfium2

    from attrib.intake.reading.pdf import printed

    return "\n\n".join(printed(pypdfium2.PdfDocument(content), language="de").texts)


def _pypdf(content: bytes, *, mode: str = "plain") -> str:
    import pypdf

    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return "\n\n".join(page.extract_text(extraction_mode=mode) for page in pages)


def _pypdfium2(content: bytes) -> str:
    import pypdfium2

    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return "\n\n".join(page.replace("\r\n", "\n").replace("\ufffe", "-\n") for page in pages)


def _pdfminer(content: bytes) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(io.BytesIO(content)))


def _pdfplumber(content: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as document:
        return "\n\n".join(page.extract_text() for page in document.pages)


def _pdftext(content: bytes) -> str:
    from pdftext.extraction import plain_text_output

    return str(plain_text_output(content, sort=True))


def _pdf_oxide(content: bytes) -> str:
    from pdf_oxide import PdfDocument

    document = PdfDocument.from_bytes(content)
    return "\n\n".join(document.extract_text(number) for number in range(document.page_count()))


PROGRAMS: Mapping[str, tuple[str, Extract]] = {
    "pypdf": ("pypdf", _pypdf),
    "pypdf, layout mode": ("pypdf", lambda content: _pypdf(content, mode="layout")),
    "pdfplumber": ("pdfplumber", _pdfplumber),
    "pdfminer.six": ("pdfminer", _pdfminer),
    "pdftext": ("pdftext", _pdftext),
    "pdf-oxide": ("pdf_oxide", _pdf_oxide),
    "pypdfium2": ("pypdfium2", _pypdfium2),
    "attrib, with pypdfium2": ("pypdfium2", _attrib),
}
"""What is compared: the module that it needs, and how it reads."""


# -- figures ---------------------------------------------------------------------------------------------------------


def score(extract: Extract, document: Document, *, by_line: bool) -> Score:
    """What a program makes of a document against what a reader would read aloud."""
    content = to_pdf(document, by_line=by_line)
    begun = time.perf_counter()
    found = _unwrapped(extract(content))
    seconds = time.perf_counter() - begun
    words, truth = found.split(), " ".join(document.truth).split()
    return Score(
        f1(common(words, truth), len(words), len(truth)),
        max(_met(text, document.truth) for text in (found, _blocks(found))),
        seconds,
    )


def _met(text: str, truth: Sequence[str]) -> float:
    """F1 of the paragraphs that are one part of a text, word for word."""
    parts = Counter(_parts(text))
    return f1(sum((parts & Counter(truth)).values()), parts.total(), len(truth))


def _blocks(text: str) -> str:
    """The text with lines put together that no empty line parts: some programs part paragraphs so."""
    return "\n\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n", text))


def _unwrapped(text: str) -> str:
    """The text with words put together that were broken at the end of a line, the other lines as they are."""
    lines = [line.strip() for line in text.splitlines()]
    coordinators, found = load_language("de").words.coordinators, list[str]()
    for line in lines:
        if found and line and found[-1][-1:] in {"-", "\u2010"} and found[-1][-2:-1].isalnum():
            found[-1] = joined([found[-1], line], coordinators)
        else:
            found.append(line)
    return "\n".join(found)


def _parts(text: str) -> Iterator[str]:
    for part in cut_parts(text, document="", language=load_language("de")):
        yield " ".join(text[part.start : part.end].split())


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence (Hunt & Szymanski 1977, https://doi.org/10.1145/359581.359603)."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(other):
        places[word].insert(0, place)
    ends: list[int] = []
    for word in one:
        for place in places.get(word, ()):
            at = bisect_left(ends, place)
            ends[at : at + 1] = [place]
    return len(ends)


def f1(met: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * met / (found + wanted) if found + wanted else 0.0


def compare(made: Sequence[Document]) -> Iterator[tuple[str, str, Sequence[Score]]]:
    """The scores of every program that is installed, for each order of writing."""
    for name, (module, extract) in PROGRAMS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name}: is not installed, left out")
            continue
        for order, by_line in ORDERS.items():
            yield name, order, [score(extract, document, by_line=by_line) for document in made]


def table(rows: Sequence[tuple[str, str, Sequence[Score]]], made: Sequence[Document]) -> str:
    """The figures as a Markdown table: words and paragraphs over all, words of each document."""
    names = " | ".join(document.name for document in made)
    lines = [f"| program | written | words | paragraphs | {names} | seconds |", "|---" * (len(made) + 5) + "|"]
    for name, order, scores in rows:
        words, paragraphs, seconds = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        each = " | ".join(f"{found.words:.2f}" for found in scores)
        lines.append(f"| {name} | {order} | {words:.3f} | {paragraphs:.3f} | {each} | {seconds * len(scores):.1f} |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, make the documents, print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1, help="other words (default: 1)")
    options.add_argument("--tables", type=Path, metavar="FILE.md", help="put the table into this page")
    options.add_argument("--pages", type=Path, metavar="DIR", help="write the PDFs into this folder")
    chosen = options.parse_args()
    made = list(documents(seed=chosen.seed))
    if chosen.pages is not None:
        chosen.pages.mkdir(parents=True, exist_ok=True)
        for document in made:
            for order, by_line in ORDERS.items():
                (chosen.pages / f"{document.name}, {order}.pdf").write_bytes(to_pdf(document, by_line=by_line))
    found = table(list(compare(made)), made)
    print(found)
    if chosen.tables is not None:
        put_tables(chosen.tables, "pdf", found)


if __name__ == "__main__":
    main()
