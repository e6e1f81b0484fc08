"""Every rule of the German tuple finds what its examples show, and whatever is found names its rule."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import attrib
from attrib.quotation.quotation import Quotation
from attrib.quotation.rule import Example, Rule, rules, rules_by_id
from attrib.quotation.runner import beyond, quotations
from attrib.text.text import Text
from tests import frozen

PACKAGE = Path(attrib.__file__).parent
RULES = rules(frozen.GERMAN)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


def test_every_rule_has_an_example() -> None:
    """And says what it finds, as the page and the table of rules show both."""
    assert [rule.id for rule in RULES if not rule.examples] == []
    assert [rule.id for rule in RULES if not rule.finds.endswith(".")] == []


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.id}: {example.text}" for rule, example in EXAMPLES]
)
def test_a_rule_finds_its_example(rule: Rule, example: Example) -> None:
    """The words of the statement and of the speaker."""
    assert (rule.id, example.statement, example.speaker) in set(found_in(rule, example.text))


def found_in(rule: Rule, text: str) -> Iterator[tuple[str, str, str]]:
    """Rule, words and speaker of everything found in a text; of plans and wishes, if the rule finds those."""
    short = frozen.short_text(text)
    found = beyond(short) if rule.step == "corpus" else quotations(short)
    yield from ((item.rule, short.cut(item.spans), short.cut(item.speaker)) for item in found)


def test_examples_are_our_own_words() -> None:
    """They are in every published database, whatever the articles' rights: none is a sentence of a seed."""
    seeds = [frozen.seed_document(path).text for path in frozen.SEEDS]
    told = [example.statement for _, example in EXAMPLES if len(example.statement) > 30]
    assert told
    assert [words for words in told if any(words.rstrip(".") in text for text in seeds)] == []


def test_ids_are_there_once_and_order_names_rules() -> None:
    """Whoever asks for a rule by its id gets that one; a rule waits for rules that are there."""
    assert len(rules_by_id(frozen.GERMAN)) == len(RULES)
    assert {id for rule in RULES for id in rule.after} <= set(rules_by_id(frozen.GERMAN))


def test_whatever_is_found_names_its_rule() -> None:
    """In every frozen text: a rule of the tuple, with its marker, and with what it states; a frame may name nobody."""
    known = rules_by_id(frozen.GERMAN)
    for item in everything_found():
        rule = known[item.rule]
        assert item.marker in {rule.marker, "impersonal"}, (item.rule, item.marker)
        assert item.states == rule.states, item.rule


def test_every_rule_finds_something() -> None:
    """No rule is there that nothing shows at work."""
    assert {rule.id for rule in RULES} == {item.rule for item in everything_found()}


@cache
def everything_found() -> tuple[Quotation, ...]:
    """What the rules find in all cases, examples and seeds."""
    texts = dict.fromkeys(text for used in frozen.texts_of_files().values() for text in used)
    read = [*map(frozen.short_text, texts), *(Text(*frozen.seed_piece(path), frozen.GERMAN) for path in frozen.SEEDS)]
    return tuple(item for text in read for item in (*quotations(text), *beyond(text)))


def test_nobody_asks_for_the_id_of_a_rule() -> None:
    """What other code needs to know of a rule is one of its fields: no comparison outside of the language names one."""
    known = set(rules_by_id(frozen.GERMAN))
    compared = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        if "languages" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare) and _asks_for_rule(node, known)
    }
    assert sorted(compared) == []


def _asks_for_rule(node: ast.Compare, known: set[str]) -> bool:
    parts = [part for side in (node.left, *node.comparators) for part in ast.walk(side)]
    asked = any(isinstance(part, ast.Attribute) and part.attr == "rule" for part in parts)
    return asked and any(isinstance(part, ast.Constant) and part.value in known for part in parts)
