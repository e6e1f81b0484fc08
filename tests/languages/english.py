"""What tests of English read instead of running a parser.

python -m tests.languages.english MODELS    parses every example of the rules and every passage anew, after new models

`tests/analyses/english.conllu.gz` holds the parses, `tests/cases/en/expected_to_fail.yml` the examples that the rules
do not get right on them. Review the difference before you commit it.
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

from attrib.pipeline.annotate import annotate
from attrib.quotation.rule import Example, Rule, rules
from attrib.quotation.runner import quotations
from attrib.quotation.stand_found import find_stands
from attrib.records import Annotation, Document, Part
from attrib.resources import load_records, load_yaml
from attrib.text.analysis import Analysis, read_conllu, write_conllu
from attrib.text.composed import read
from attrib.text.entries import Stand
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from attrib.text.text import Text
from tests import frozen
from tests.languages import attributions

ENGLISH = load_language("en")
CASES = frozen.HERE / "cases" / "en"
PARSES = frozen.ANALYSES / "english.conllu.gz"
FAILING = CASES / "expected_to_fail.yml"
EXAMPLES = tuple((rule, example) for rule in rules(ENGLISH) for example in rule.examples)


@cache
def passages() -> tuple[frozen.StandText, ...]:
    """The passages with stands, and with what looks like stands."""
    return load_records(CASES / "stands.yml", frozen.StandText)


@cache
def further_passages() -> tuple[frozen.StandText, ...]:
    """Further ones in other words."""
    return load_records(CASES / "stands_further.yml", frozen.StandText)


@cache
def news_passages() -> tuple[frozen.StandText, ...]:
    """Those in the ways of news agencies: what a report is called, what is left open, whose it is."""
    return load_records(CASES / "stands_in_news.yml", frozen.StandText)


def takes_stand(entry: Stand) -> bool:
    """Whether somebody takes a stand with an entry's verdict in its example, or with the one under negation."""
    document, parts = as_read(entry.example)
    text = Text(document, parts, analysis(entry.example), ENGLISH)
    found = [item for view in text.views for item in find_stands(view)]
    return any(item.verdict in {entry.verdict, entry.negated} for item in found)


def texts() -> Iterator[str]:
    """Every text that has a parse, once."""
    examples = (*(example.text for _, example in EXAMPLES), *(stand.example for stand in ENGLISH.stands))
    stands = (item.text for item in (*passages(), *further_passages(), *news_passages()))
    credits = (item.text for half in get_args(attributions.Half) for item in attributions.passages(half))
    in_news = (item.text for item in attributions.in_news())
    yield from dict.fromkeys((*examples, *stands, *credits, *in_news))


def as_read(text: str) -> tuple[Document, tuple[Part, ...]]:
    """A text as it is read, and its parts."""
    document = read(frozen.short_document(text), ENGLISH).document
    return document, cut_parts(document.text, document=document.id, language=ENGLISH)


@cache
def _analyses() -> dict[str, str]:
    return frozen.read_blocks(PARSES)


def analysis(text: str) -> Analysis:
    """The parse of a text, with what the grammar mends."""
    return ENGLISH.grammar.mended(read_conllu(_analyses()[frozen.key_of(text)]))


def annotated(text: str) -> Annotation:
    """What the rules make of a text."""
    reading = read(frozen.short_document(text), ENGLISH)
    parts = cut_parts(reading.document.text, document=reading.document.id, language=ENGLISH)
    found = annotate(reading.document, parts, analysis(text), language=ENGLISH, registry=frozen.REGISTRY)
    return reading.put_back(found)


def is_found(rule: Rule, example: Example) -> bool:
    """Whether a rule finds its example: the words of the statement and of the speaker."""
    document, parts = as_read(example.text)
    text = Text(document, parts, analysis(example.text), ENGLISH)
    found = {(item.rule, text.cut(item.spans), text.cut(item.speaker)) for item in quotations(text)}
    return (rule.id, example.statement, example.speaker) in found


def failing() -> list[str]:
    """The examples that their rules do not find."""
    return [f"{rule.id}: {example.text}" for rule, example in EXAMPLES if not is_found(rule, example)]


def listed() -> list[str]:
    """The examples that are expected to fail."""
    content = load_yaml(FAILING)
    assert isinstance(content, list)
    return content


def freeze(models: Path) -> None:
    """The parses of all texts by some models."""
    from attrib.parse.parser import Parser

    taken = list(texts())
    read_as = [as_read(text) for text in taken]
    analyses = Parser(language="en", models=models).analyse([(document.text, parts) for document, parts in read_as])
    blocks = {frozen.key_of(text): write_conllu(found) for text, found in zip(taken, analyses, strict=True)}
    frozen.write_blocks(PARSES, blocks)


if __name__ == "__main__":
    freeze(Path(sys.argv[1]))
    _analyses.cache_clear()
    print("\n".join(f"- {item!r}" for item in failing()))
