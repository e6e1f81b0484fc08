"""One analysis out of several: each word's tags by vote, and the tree that most arcs of the members agree with.

Sagae and Lavie 2006, *Parser combination by reparsing*, https://aclanthology.org/N06-2033: every member's arc is a
vote, and the maximum spanning tree over the votes is a tree again, which a vote for each word alone would not be.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from training.treebank import Node, Tree


def voted_tags(members: Sequence[Tree]) -> Tree:
    """The first member's sentence with the tag, and then the features, that most members give a word.

    Features are voted by those who gave the tag that won, as a whole: half of one analysis and half of another fit no
    word. Where votes are equal, the earlier member decides.
    """
    columns = zip(*(member.nodes for member in members), strict=True)
    return replace(members[0], nodes=tuple(_voted(column) for column in columns))


def _voted(column: Sequence[Node]) -> Node:
    upos = Counter(node.upos for node in column).most_common(1)[0][0]
    feats = Counter(node.feats for node in column if node.upos == upos).most_common(1)[0][0]
    return replace(column[0], upos=upos, feats=feats)


def voted_tree(members: Sequence[Tree]) -> tuple[Tree, float]:
    """The first member's sentence with the tree that has most votes, and the share of votes that its arcs got.

    A relation is that of most members that have the arc; of all, if none has it.
    """
    import numpy
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

    size = len(members[0].nodes)
    votes = numpy.zeros((size + 1, size + 1))
    for member in members:
        for number, node in enumerate(member.nodes, start=1):
            votes[number, node.head] += 1
    # A small share of a vote decides nothing but lets every word have some head.
    heads = [int(head) for head in chuliu_edmonds_one_root(numpy.log(votes + 1e-3))][1:]
    nodes = []
    for number, head in enumerate(heads, start=1):
        column = [member.nodes[number - 1] for member in members]
        relations = [node.deprel for node in column if node.head == head and (node.deprel == "root") == (head == 0)]
        relation = Counter(relations or _relations(column, head)).most_common(1)[0][0]
        nodes.append(replace(column[0], head=head, deprel=relation))
    share = sum(votes[number, head] for number, head in enumerate(heads, start=1)) / (size * len(members))
    return replace(members[0], nodes=tuple(nodes)), float(share)


def _relations(column: Sequence[Node], head: int) -> list[str]:
    if head == 0:
        return ["root"]
    return [node.deprel for node in column if node.deprel != "root"] or ["dep"]
