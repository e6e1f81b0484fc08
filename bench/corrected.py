"""What sentences parsed by hand change: the rows of an article as the parser has it, and as somebody corrected it.

    python -m bench.corrected ARTICLE.txt --sentences 3 4 > mine.conllu     # what the parser says, to correct by hand
    python -m bench.corrected ARTICLE.txt --by mine.conllu                  # rows that only one of the two has

The file of corrections is CoNLL-U as attrib writes it (`attrib.text.analysis.write_conllu`): MISC holds where each word
stands, a comment in which part. Its sentences take the place of those that they cover, wherever the parser had cut
these, and everything behind the parser is done again: so it can be told of a wrong row whether a better parser would
mend it. Sentences are counted from 0, and places are those of the text as it is read (`attrib.text.composed`).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from attrib.errors import AttribError, InputError
from attrib.intake.article import read_document
from attrib.intake.detection import without_foreign
from attrib.parse.parser import Parser
from attrib.pipeline.annotate import annotate, readable
from attrib.records import Annotation, Document, Part, Statement
from attrib.registry.registry import Registry, load_registry
from attrib.text.analysis import Analysis, Sentence, read_conllu, write_sentence
from attrib.text.composed import read
from attrib.text.language import Language
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article as it is read, and what the parser says of it."""

    document: Document
    parts: tuple[Part, ...]
    analysis: Analysis
    language: Language

    def annotation(self, registry: Registry, by: Sequence[Sentence] = ()) -> Annotation:
        """Everything behind the parser, with the corrected sentences in the place of its own."""
        analysis = corrected(self.analysis, by)
        return annotate(self.document, self.parts, analysis, language=self.language, registry=registry)


def parsed(document: Document, parser: Parser) -> Parsed:
    """A document with its analysis."""
    language = load_language(document.language)
    as_read = read(document, language).document
    parts = cut_parts(as_read.text, document=as_read.id, language=language)
    parts = without_foreign(as_read.text, parts, language=as_read.language)
    [analysis] = parser.analyse([(as_read.text, readable(parts))])
    return Parsed(as_read, parts, analysis, language)


def corrected(analysis: Analysis, by: Sequence[Sentence]) -> Analysis:
    """The analysis with other sentences in the place of those that they cover, all numbered anew.

    InputError where the words of both do not stand at the same places: a correction is of whole sentences, and keeps
    the tokens.
    """
    gone = [item for item in analysis.sentences if any(item.span.overlaps(other.span) for other in by)]
    before, after = _places(gone), _places(by)
    if before != after:
        part, start, end = min(before ^ after)
        side = "the parser" if (part, start, end) in before else "the correction"
        raise InputError(
            f"Only {side} has a word at {start}–{end} (part {part}). Correct whole sentences, all of those that a "
            "corrected one reaches into, and leave words and parts as they are cut.",
            seen=(part, start, end),
        )
    kept = [item for item in analysis.sentences if item not in gone]
    ordered = sorted([*kept, *by], key=lambda item: item.start)
    return Analysis(tuple(replace(item, number=number) for number, item in enumerate(ordered)))


def _places(sentences: Iterable[Sentence]) -> set[tuple[int, int, int]]:
    """Part, start and end of every word."""
    return {(item.part, word.start, word.end) for item in sentences for word in item.words}


def differences(before: Annotation, after: Annotation) -> Iterator[str]:
    """The statements and stands that only one of two annotations has, `-` and `+`, each a line, in text order."""
    old, new = Counter(_lines(before)), Counter(_lines(after))
    signed = [*(("-", line) for line in (old - new).elements()), *(("+", line) for line in (new - old).elements())]
    for sign, (_, line) in sorted(signed, key=lambda item: item[1]):
        yield f"{sign} {line}"


def _lines(annotation: Annotation) -> Iterator[tuple[int, str]]:
    """Each row with the place where it stands."""
    said = {item.id: item for item in annotation.statements}
    for item in annotation.statements:
        yield item.spans[0].start, _statement_line(item)
    for stand in annotation.assessments:
        about = said[stand.statement].exact if stand.statement in said else "nothing that was found"
        yield stand.start, f"{stand.verdict} by {stand.source} ({stand.rule}): {stand.exact} | about: {about}"


def _statement_line(item: Statement) -> str:
    sources = ", ".join(link.source for link in item.sources) or "nobody"
    return f"{item.type} {item.level} by {sources}, {item.status_in_document} ({item.rule}): {item.exact}"


def main() -> None:
    """Read the arguments; print sentences to correct, or what the corrected ones change."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("article", type=Path, help="a text as attrib reads it")
    options.add_argument("--sentences", type=int, nargs="+", help="print these sentences as the parser has them")
    options.add_argument("--by", type=Path, help="corrected sentences, CoNLL-U")
    options.add_argument("--models", type=Path, help="a folder of models instead of the shipped ones")
    chosen = options.parse_args()
    try:
        _run(chosen)
    except AttribError as error:
        sys.exit(str(error))


def _run(chosen: argparse.Namespace) -> None:
    document = read_document(chosen.article)
    article = parsed(document, Parser(language=document.language, models=chosen.models))
    if chosen.by is None:
        wanted = article.analysis.sentences if chosen.sentences is None else _numbered(article, chosen.sentences)
        print("".join(map(write_sentence, wanted)), end="")
        return
    registry = load_registry()
    by = read_conllu(chosen.by.read_text(encoding="utf-8")).sentences
    print(*differences(article.annotation(registry), article.annotation(registry, by)), sep="\n")


def _numbered(article: Parsed, numbers: Sequence[int]) -> list[Sentence]:
    sentences = article.analysis.sentences
    for number in numbers:
        if not 0 <= number < len(sentences):
            raise InputError(
                f"There is no sentence {number}: the article's sentences are counted from 0 to {len(sentences) - 1}.",
                seen=number,
                allowed=range(len(sentences)),
            )
    return [sentences[number] for number in numbers]


if __name__ == "__main__":
    main()
