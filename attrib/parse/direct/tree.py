"""The best dependency tree with exactly one root, on arrays.

Chu and Liu (1965) and Edmonds (1967) find the best tree by contracting cycles; so that it has one root, the arcs from
the root are made so bad beforehand that a second one never pays (Stanojević & Cohen 2021,
https://aclanthology.org/2021.emnlp-main.823). That alone makes cycles in every sentence, for hardly a word then prefers
the root. So the arcs are left as they are first: a tree with one root that is best among all trees is best among those
with one root too. For most sentences it is what every word prefers, and nothing is searched at all.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.int64]
"""The head of every node; node 0 is the root and its own head."""
ArcScores = NDArray[np.floating]
"""Dependents by heads, node 0 being the root: the natural logarithm of the probability of each arc."""


class _Contraction(NamedTuple):
    """A cycle that became one node, the last of the smaller graph, and how to open it again."""

    heads: Heads
    cycle: Heads
    outside: Heads
    entered: Heads
    """For each node outside: the place in the cycle that it would best be the head of."""
    left: Heads
    """For each node outside: the place in the cycle that would best be its head."""


def best_tree(scores: ArcScores) -> Heads:
    """The heads of the best tree with exactly one root; `scores` stay as they are.

    Of equal arcs the one from the node with the lower number is taken, as in Stanza.
    """
    if len(scores) < 3:
        return np.zeros(len(scores), dtype=np.int64)
    table = _prepared(scores)
    heads = _tree(table)
    if _roots(heads) == 1:
        return heads
    finite = scores[np.isfinite(scores)]
    table[1:, 0] -= (float(finite.max()) - float(finite.min())) * len(scores) + 1.0
    return _tree(table)


def _prepared(scores: ArcScores) -> NDArray[np.float64]:
    """A copy in which no node is its own head but the root."""
    table = scores.astype(np.float64)
    np.fill_diagonal(table, -np.inf)
    table[0] = -np.inf
    table[0, 0] = 0.0
    return table


def _roots(heads: Heads) -> int:
    return len(heads) - 1 - int(np.count_nonzero(heads[1:]))


def _cycles(heads: Sequence[int]) -> list[list[int]]:
    """The cycles among the heads, each as its nodes in ascending order, by their lowest nodes."""
    found: list[list[int]] = []
    walk = [0] * len(heads)  # in which walk a node was met first
    for start in range(1, len(heads)):
        node = start
        while node and not walk[node]:
            walk[node] = start
            node = heads[node]
        if node and walk[node] == start:
            cycle = [node]
            while (node := heads[node]) != cycle[0]:
                cycle.append(node)
            found.append(sorted(cycle))
    return sorted(found)


def _tree(table: NDArray[np.float64]) -> Heads:
    """The best tree: one cycle after another becomes a node until none is left, then they are opened again."""
    contractions: list[_Contraction] = []
    heads: Heads = table.argmax(axis=1)
    while cycles := _cycles(heads.tolist()):
        contraction, table = _contracted(table, heads, np.array(cycles[-1]))
        contractions.append(contraction)
        heads = table.argmax(axis=1)
    for contraction in reversed(contractions):
        heads = _opened(contraction, heads)
    return heads


def _contracted(table: NDArray[np.float64], heads: Heads, cycle: Heads) -> tuple[_Contraction, NDArray[np.float64]]:
    """The graph with the cycle as its last node: entering it costs the arc of the cycle that is given up."""
    inside = np.zeros(len(table), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    rows = table[cycle]
    entering = rows[:, outside] - table[cycle, heads[cycle]][:, None]
    remaining = table[outside]
    leaving = remaining[:, cycle]
    entered, left = entering.argmax(axis=0), leaving.argmax(axis=1)
    last = len(outside)
    smaller = np.full((last + 1, last + 1), -np.inf)
    smaller[:last, :last] = remaining[:, outside]
    smaller[last, :last] = entering[entered, np.arange(last)]
    smaller[:last, last] = leaving[np.arange(last), left]
    smaller[0, last] = -np.inf
    return _Contraction(heads, cycle, outside, entered, left), smaller


def _opened(contraction: _Contraction, smaller: Heads) -> Heads:
    """The heads of the graph before the contraction, given those of the smaller one."""
    heads, cycle, outside, entered, left = contraction
    above, rest = smaller[-1], smaller[:-1]
    found = heads.copy()
    under_cycle = rest == len(outside)
    found[outside] = np.where(under_cycle, cycle[left], outside[np.where(under_cycle, 0, rest)])
    found[cycle[entered[above]]] = outside[above]
    return found
