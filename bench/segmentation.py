"""Sentence and token boundaries around abbreviations, before and after they are mended at full stops.

    python -m bench.segmentation [--cases FILE …] [--models DIR] [--all] [--errors]

`tests/cases/segmentation/held_back.txt` holds abbreviations chosen by a digest of their letters, and at its end some
that no list has: for it the first are taken out of the lists and of the table that was counted, so that the figures are
those of abbreviations nobody entered. With `--all` everything known is used.
`--errors` shows what is wrong in `seen.txt` alone.

A case is a line: sentences between ` | `; a full stop is a token of its own at the end of a sentence and nowhere else,
unless the line marks by `=` that it belongs to the word there too. Hyphens are not compared.
"""

import argparse
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from attrib.parse.full_stops import FullStops, full_stops
from attrib.parse.parser import Parser
from attrib.parse.recut import spans_of
from attrib.parse.segmentation import Span, mended
from attrib.text.loading import load_language

CASES = Path(__file__).parent.parent / "tests/cases/segmentation"
HELD_BACK, SEEN = CASES / "held_back.txt", CASES / "seen.txt"
TOKEN = re.compile(r"\.\.\.|[^\W_](?:[^\W_]|[.,:/](?=[^\W_]))*\.?|\S")


@dataclass(frozen=True)
class Case:
    """A text and its sentences, each a list of tokens."""

    text: str
    sentences: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True)
class Score:
    """Cases, and how many have all their sentences, and all their tokens, right."""

    cases: int
    sentences: int
    tokens: int


def read_cases(path: Path) -> list[Case]:
    """The cases of a file."""
    return [case_of(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def case_of(line: str) -> Case:
    """One line read."""
    text, sentences = "", []
    for sentence in line.split(" | "):
        start = len(text) + bool(text)
        text += " " * bool(text) + sentence.removesuffix("=")
        sentences.append(tuple(_tokens(text, start, joined=sentence.endswith("="))))
    return Case(text, tuple(sentences))


def _tokens(text: str, start: int, *, joined: bool) -> Iterable[Span]:
    for match in TOKEN.finditer(text, start):
        last = match.end() == len(text) and match.group().endswith(".") and len(match.group()) > 1
        if last and not joined:
            yield match.start(), match.end() - 1
            yield match.end() - 1, match.end()
        else:
            yield match.span()


def is_held_back(abbreviation: str) -> bool:
    """Whether an abbreviation belongs to the half that is kept from lists: by a digest of its letters."""
    letters = abbreviation.replace(" ", "").removesuffix(".").lower() + "."
    return hashlib.sha256(letters.encode()).digest()[0] % 2 == 1


def without_held_back(stops: FullStops) -> FullStops:
    """What is known, without what was held back."""
    return replace(
        stops,
        kinds={form: kind for form, kind in stops.kinds.items() if not is_held_back(form)},
        endings={form: kind for form, kind in stops.endings.items() if not is_held_back(form)},
        counted=frozenset(form for form in stops.counted if not is_held_back(form)),
    )


def known(parser: Parser) -> FullStops:
    """What the parser's language and models know."""
    language = load_language(parser.language)
    return full_stops(language.lexicon.abbreviations, language.words, parser.files.full_stops)


def tokenised(parser: Parser, cases: Sequence[Case]) -> list[list[list[Span]]]:
    """What the tokeniser makes of the cases by itself."""
    parser.load()
    pipeline: Any = parser._pipeline
    documents = pipeline.bulk_process([case.text for case in cases], processors="tokenize")
    return [spans_of(document) for document in documents]


def score(cases: Sequence[Case], found: Sequence[Sequence[Sequence[Span]]]) -> Score:
    """How many cases are right."""
    pairs = list(zip(cases, found, strict=True))
    return Score(
        len(pairs),
        sum(_ends(case.sentences) == _ends(spans) for case, spans in pairs),
        sum(_forms(case.text, case.sentences) == _forms(case.text, spans) for case, spans in pairs),
    )


def _ends(sentences: Iterable[Sequence[Span]]) -> list[int]:
    return [sentence[-1][1] for sentence in sentences]


def _forms(text: str, sentences: Iterable[Iterable[Span]]) -> list[str]:
    """The tokens; what stands at a hyphen without a blank is one, however it was cut."""
    forms = " ".join(text[slice(*span)] for sentence in sentences for span in sentence)
    return re.sub(r"(?<=\S) ?- ?(?=[^\W_])", "-", forms).split(" ")


def shown(text: str, sentences: Iterable[Iterable[Span]]) -> str:
    """Tokens between blanks, sentences between bars."""
    return " | ".join(" ".join(text[slice(*span)] for span in sentence) for sentence in sentences)


def main() -> None:
    """Print a line for each file, and the errors that may be looked at."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--cases", type=Path, nargs="+", default=[SEEN, HELD_BACK])
    options.add_argument("--models", type=Path, help="a folder of models instead of the shipped ones")
    options.add_argument("--all", action="store_true", help="with what was held back")
    options.add_argument("--errors", action="store_true", help="show what is wrong in seen.txt")
    chosen = options.parse_args()
    parser = Parser(models=chosen.models, threads=1)
    stops = known(parser)
    print("file, cases, sentences right before and after, tokens right before and after")
    for file in chosen.cases:
        cases = read_cases(file)
        before = tokenised(parser, cases)
        used = stops if chosen.all or file != HELD_BACK else without_held_back(stops)
        after = [mended(case.text, spans, used) for case, spans in zip(cases, before, strict=True)]
        old, new = score(cases, before), score(cases, after)
        print(file.stem, old.cases, old.sentences, new.sentences, old.tokens, new.tokens, sep="\t")
        for case, spans in zip(cases, after, strict=True):
            if chosen.errors and file != HELD_BACK and _wrong(case, spans):
                print("  ", shown(case.text, spans))


def _wrong(case: Case, spans: Sequence[Sequence[Span]]) -> bool:
    right = score([case], [spans])
    return not (right.sentences and right.tokens)


if __name__ == "__main__":
    main()
