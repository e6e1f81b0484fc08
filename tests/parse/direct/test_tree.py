"""The best tree with one root is Stanza's, found without its detours."""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from attrib.parse.direct.tree import best_tree


def _random(size: int, seed: int) -> NDArray[np.float32]:
    """Scores as the parser gives them: natural logarithms of what sums up to one for each word."""
    logits = np.random.default_rng(seed).normal(scale=3, size=(size, size)).astype(np.float32)
    np.fill_diagonal(logits, -np.inf)
    found: NDArray[np.float32] = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return found


def _is_tree(heads: NDArray[np.int64]) -> bool:
    return all(_reaches_root(node, heads) for node in range(len(heads)))


def _reaches_root(node: int, heads: NDArray[np.int64]) -> bool:
    for _ in heads:
        node = int(heads[node])
    return node == 0


def _total(scores: NDArray[np.float32], heads: NDArray[np.int64]) -> float:
    return float(sum(scores[node, heads[node]] for node in range(1, len(heads))))


@pytest.mark.parametrize("seed", range(60))
def test_same_tree_as_stanza(seed: int) -> None:
    """On scores where hardly any word prefers the right head, so that cycles and several roots abound."""
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

    scores = _random(2 + seed, seed)
    before = scores.copy()
    assert best_tree(scores).tolist() == chuliu_edmonds_one_root(scores).tolist()
    assert np.array_equal(scores, before)


@pytest.mark.parametrize("seed", range(30))
def test_best_of_all_trees_even_if_many_arcs_are_equal(seed: int) -> None:
    """Every tree with one root is looked at: none is better."""
    scores = np.random.default_rng(seed).integers(-2, 1, size=(5, 5)).astype(np.float32)
    heads = best_tree(scores)
    assert _is_tree(heads)
    assert (heads[1:] == 0).sum() == 1
    every = (np.array((0, *rest)) for rest in itertools.product(range(5), repeat=4))
    trees = [tree for tree in every if (tree[1:] == 0).sum() == 1 and _is_tree(tree)]
    assert _total(scores, heads) == max(_total(scores, tree) for tree in trees)


def test_cycle_inside_a_cycle() -> None:
    """Two words prefer each other, and both together a third, which prefers one of them."""
    scores = np.full((4, 4), -50.0, dtype=np.float32)
    scores[1, 2] = scores[2, 1] = -0.1
    scores[3, 1] = -0.2
    scores[2, 3] = -0.3
    scores[1, 0], scores[2, 0], scores[3, 0] = -9.0, -8.0, -5.0
    assert best_tree(scores).tolist() == [0, 2, 3, 0]


@pytest.mark.parametrize("size", [1, 2])
def test_sentence_of_one_word_hangs_on_the_root(size: int) -> None:
    """Nothing is chosen where there is nothing to choose."""
    assert best_tree(np.zeros((size, size), dtype=np.float32)).tolist() == [0] * size
