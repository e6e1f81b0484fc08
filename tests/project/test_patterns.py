"""No regular expression takes time out of proportion, whatever it is matched against."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest

from tests import frozen

PACKAGE = Path(frozen.__file__).parents[1] / "attrib"
LONGEST = 10_000


def patterns() -> Iterator[str]:
    """Every pattern that the package hands to `re`, and those of the word lists."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value
    for entry in frozen.GERMAN.boilerplate:
        yield entry.pattern
    yield from (pattern.pattern for _, pattern in frozen.GERMAN.lexicon.times.patterns)
    yield frozen.GERMAN.lexicon.numbers.pattern.pattern


def hostile(pattern: str, length: int) -> Iterator[str]:
    """Long texts that nearly match: what the pattern is made of over and over, and then something else."""
    words = sorted({word.lower() for word in re.findall(r"\w{2,}", pattern)}, key=len)[-6:]
    characters = set(re.sub(r"[\\\w\s]", "", pattern)) | set(" \n\ta-1.:/,")
    for unit in [*words, *(f"{word} " for word in words), *sorted(characters), "a-", "a ", "1.", ": ", "<a ", '="']:
        run = (unit * (length // len(unit) + 1))[:length]
        yield run + "\x00"
        yield unit + run + "!\n?"
    for word in words:
        yield word + ":" + " " * length + "!\n?"


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """How long it takes to match; a search begins at every place, so that only short texts are searched."""
    start = process_time()
    pattern.match(text)
    pattern.fullmatch(text)
    if len(text) < 1_000:
        pattern.search(text)
    return process_time() - start


def runs_away(pattern: str) -> str | None:
    """A text for which doubling its length takes far more than twice (even four times) as long, if there is one."""
    compiled = re.compile(pattern, re.IGNORECASE)
    length, before = 10, [0.0] * len(list(hostile(pattern, 10)))
    while length <= LONGEST:
        for place, text in enumerate(hostile(pattern, length)):
            taken = seconds(compiled, text)
            limit = 8 * before[place] + 0.03
            if taken > limit and min(seconds(compiled, text) for _ in range(3)) > limit:
                return text
            before[place] = taken
        length *= 2
    return None


@pytest.mark.parametrize("pattern", sorted(set(patterns())))
def test_a_pattern_does_not_run_away(pattern: str) -> None:
    """Time grows at most with the square of the text's length up to 10,000 characters, never by leaps."""
    assert runs_away(pattern) is None


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(\w+\s?)*:", r"(?:-?[a-z]+)*;"])
def test_a_pattern_that_runs_away_is_noticed(pattern: str) -> None:
    """Repetitions inside of repetitions, as in the usual examples."""
    assert runs_away(pattern) is not None


def test_patterns_are_found() -> None:
    """Those in the code and those in the lists."""
    found = set(patterns())
    assert r"[a-z0-9]+" in found
    assert frozen.GERMAN.boilerplate[0].pattern in found
