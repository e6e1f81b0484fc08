"""What is compared on a cluster is what one machine would compare."""

import os
import pickle
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from attrib.claim.copies import Text, copies
from attrib.pipeline.across import OnCluster, banded, compared, rows_of, shared
from attrib.pipeline.cluster import cluster
from attrib.statement.grouping import Block, Likeness, Neutral, Pair, Proposition, groups
from attrib.statement.setting import Naming, Settings
from bench.claims import statements

ROOT = Path(__file__).parents[2]
NUMBER = 1_000
"""Articles, and statements; tried once with 5,000."""
WORDS = [f"wort{number}" for number in range(3_000)]


def texts(number: int, *, seed: int = 1) -> list[Text]:
    """Articles of some eighty words; one in three is another one, as it is, shortened or with some other words."""
    chance = random.Random(seed)
    found: list[str] = []
    for _ in range(number):
        words = chance.choices(WORDS, k=80)
        if found and chance.random() < 0.35:
            words = chance.choice(found[-200:]).split()
            kind = chance.random()
            if kind < 0.4:
                words = words[: chance.randint(len(words) * 2 // 3, len(words))]
            elif kind < 0.8:
                for place in chance.sample(range(len(words)), k=chance.randint(1, 4)):
                    words[place] = chance.choice(WORDS)
        found.append(" ".join(words))
    days = [None, "2024-10-22", "2024-10-23"]
    return [Text(f"d{chance.randrange(10**9)}-{place}", chance.choice(days), text) for place, text in enumerate(found)]


def propositions(number: int, *, seed: int = 1) -> tuple[list[Proposition], Settings]:
    """Statements of articles that tell of some matters, a third of them in another language."""
    chance = random.Random(seed)
    found: list[Proposition] = []
    for item in statements(number, seed=seed):
        item = replace(item, document=f"d{chance.randrange(number // 5)}")
        if chance.random() < 0.3:
            item = replace(item, language="en")
        found.append(replace(item, neutral=Neutral(replace(item, language="", topics=frozenset()), is_whole=False)))
    naming = [
        Naming(f"d{place}", 0, (1, 1), frozenset(chance.sample([f"name{each}" for each in range(60)], k=4)))
        for place in range(number // 5)
    ]
    return found, Settings(naming)


def shuffled(rows: list[dict[str, Any]]) -> Iterator[Any]:
    """Tables of what has one bucket, in any order, as a cluster hands them out."""
    random.Random(1).shuffle(rows)
    for bucket in {row["bucket"] for row in rows}:
        yield pyarrow.Table.from_pylist([row for row in rows if row["bucket"] == bucket])


def test_buckets_of_bands_hold_what_one_machine_finds() -> None:
    """What tasks answer for texts, settled."""

    def together(given: Sequence[str]) -> Iterator[Sequence[int]]:
        table = pyarrow.Table.from_pylist([{"place": place, "text": text} for place, text in enumerate(given)])
        for each in shuffled(banded(table, buckets=7).to_pylist()):
            yield from (row["places"] for row in shared(each).to_pylist())

    given = texts(300)
    assert copies(given, together) == copies(given)
    assert len(copies(given)) > 30


@pytest.mark.parametrize("seed", [1, 2])
def test_buckets_of_keys_hold_what_one_machine_compares(seed: int) -> None:
    """What tasks answer for statements in two languages, joined into claims; settings travel."""
    given, settings = propositions(400, seed=seed)
    sent = pickle.loads(pickle.dumps(settings))

    def compare(nodes: Sequence[Proposition], blocks: Iterable[Block], settings: Settings) -> list[Pair]:
        rows = [dict(row) for row in rows_of(nodes, blocks, buckets=7)]
        found = [row for table in shuffled(rows) for row in compared(table, sent).to_pylist()]
        alike = {(row.pop("one"), row.pop("other")): Likeness(**row) for row in found}
        return [(like, *pair) for pair, like in alike.items()]

    claims = groups(given, settings, compare=compare)
    assert claims == groups(given, settings)
    assert claims


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cluster of this machine, whose processes find this package."""
    pytest.importorskip("ray.data", reason="needs the extra cluster", exc_type=ImportError)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]))
    with ExitStack() as stack:
        try:
            stack.enter_context(cluster("local", actors=2))
        except Exception as error:
            # Ray gives its processes fifteen seconds to start; on a machine that is busy they may need more.
            pytest.skip(f"Ray does not start here: {error}")
        yield


@pytest.mark.usefixtures("connected")
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_finds_what_one_machine_finds() -> None:
    """Copies and claims; nothing of nothing."""
    given, (said, settings), compares = texts(NUMBER), propositions(NUMBER), OnCluster()
    assert compares.copies([]) == ()
    assert groups([], settings, compare=compares.blocks) == []
    copied = compares.copies(given)
    claims = groups(said, settings, compare=compares.blocks)
    assert copied == copies(given)
    assert claims == groups(said, settings)
    assert len(copied) > NUMBER / 10
    assert sum(map(len, claims)) > NUMBER / 10
