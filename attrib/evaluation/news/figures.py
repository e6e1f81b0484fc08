"""The figures of all articles together.

Precision, recall and F1 come with the counts they are made of (`right`, `system`, `gold`). What is measured over the
found statements alone says so here:

* `found`: statements. `source`: each outcome with its number (`outcome` says what they mean), `accuracy` = right of
  found, `resolved` = right of those that have a source, so that guessing lowers it; precision, recall and F1 of right
  sources count what was missed and what is spurious; `by_mention` tells found statements apart by how gold names the
  source (`mention`).
* `type`, `level`, `disclosure`, `polarity`: over found statements; `polarity.negative`: the rows that deny something.
* `status`: within the document; `accuracy` over found statements, `macro_f1` over the values in gold, where missed
  statements are errors, `contended_recall` of the statements that are neither plainly claimed nor asserted.
* `stands`: on which statement, which verdict, by which party.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from attrib.evaluation.gold import precision_recall_f1
from attrib.evaluation.news.comparison import Comparison, Pair
from attrib.evaluation.news.mention import MENTIONS
from attrib.evaluation.news.outcome import OUTCOMES
from attrib.records import Disclosure, Statement

Labels = Sequence[tuple[str, str | None]]
"""Gold's value and the system's, None if the statement was missed."""

_DISCLOSURES: tuple[Disclosure, ...] = ("named", "role", "unnamed", "impersonal")
_UNCONTENDED = {"claimed", "asserted"}


def figures(comparisons: Sequence[Comparison]) -> dict[str, Any]:
    """The figures, shares between 0 and 1."""
    pairs = [each for comparison in comparisons for each in comparison.pairs]
    found = [each for comparison in comparisons for each in comparison.found]
    spurious = sum(len(comparison.spurious) for comparison in comparisons)
    system = len(found) + spurious
    return {
        "articles": len(comparisons),
        "found": counted(len(found), system, len(pairs)),
        "source": _source([pair for pair, _ in found], system, len(pairs)),
        "type": {"accuracy": _share(gold.gold.type == item.type for gold, item in found)},
        "level": {"accuracy": _share(gold.gold.level == item.level for gold, item in found)},
        "status": _status(pairs),
        "disclosure": _disclosure(found),
        "stands": _stands(comparisons),
        "polarity": _polarity([(pair.gold.polarity, item.polarity) for pair, item in found]),
    }


def counted(right: int, system: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 with what they are made of."""
    return {**precision_recall_f1(right, system, gold), "right": right, "system": system, "gold": gold}


def _source(found: Sequence[Pair], system: int, gold: int) -> dict[str, Any]:
    outcomes = Counter(pair.outcome for pair in found)
    by_mention = {kind: [pair for pair in found if pair.mention == kind] for kind in MENTIONS}
    return {
        **_accuracy(found),
        **precision_recall_f1(outcomes["right"], system, gold),
        **{outcome: outcomes[outcome] for outcome in OUTCOMES},
        "by_mention": {
            kind: _accuracy(pairs) | {"statements": len(pairs)} for kind, pairs in by_mention.items() if pairs
        },
    }


def _accuracy(found: Sequence[Pair]) -> dict[str, float]:
    return {
        "accuracy": _share(pair.outcome == "right" for pair in found),
        "resolved": _share(pair.outcome == "right" for pair in found if pair.outcome != "unresolved"),
    }


def _status(pairs: Sequence[Pair]) -> dict[str, Any]:
    labels = [(pair.gold.status, None if pair.found is None else pair.found.status_in_document) for pair in pairs]
    contended = [label for label in labels if label[0] not in _UNCONTENDED]
    per_value = {value: _label(labels, value)["f1"] for value in sorted({gold for gold, _ in labels})}
    return {
        "accuracy": _share(gold == system for gold, system in labels if system is not None),
        "macro_f1": sum(per_value.values()) / len(per_value) if per_value else 0.0,
        "contended_recall": _share(gold == system for gold, system in contended),
        "contended": len(contended),
        "per_value": per_value,
    }


def _disclosure(found: Iterable[tuple[Pair, Statement]]) -> dict[str, float]:
    labels = [(pair.gold.disclosure, told(item)) for pair, item in found if pair.gold.disclosure is not None]
    return {
        "accuracy": _share(gold == system for gold, system in labels),
        **{value: _label(labels, value)["f1"] for value in _DISCLOSURES},
    }


def told(statement: Statement) -> Disclosure | None:
    """How openly the text lets us know who states it."""
    return next((link.disclosure for link in statement.sources if link.relation == "states"), None)


def _polarity(labels: Labels) -> dict[str, Any]:
    return {"accuracy": _share(gold == system for gold, system in labels), "negative": _label(labels, "negative")}


def _stands(comparisons: Iterable[Comparison]) -> dict[str, float]:
    pairs = [(each.found_stands.keys(), each.gold_stands.keys()) for each in comparisons]
    right = sum(len(found & gold) for found, gold in pairs)
    return counted(right, sum(len(found) for found, _ in pairs), sum(len(gold) for _, gold in pairs))


def _label(labels: Labels, value: str) -> dict[str, float]:
    right = sum(gold == system == value for gold, system in labels)
    system = sum(system == value for _, system in labels)
    return counted(right, system, sum(gold == value for gold, _ in labels))


def _share(flags: Iterable[bool]) -> float:
    listed = list(flags)
    return sum(listed) / len(listed) if listed else 0.0
