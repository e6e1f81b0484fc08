"""Scores against hand annotation: pairing, found, type, source, status and assessments, the rules of the gold format.

A gold file per article: `{"document": "NAME.txt", "statements": [{"spans": [[a, b], …], "type", "level", "cue_spans",
"speaker_spans", "sources": [ids], "disclosure", "polarity", "certainty", "distance", "status", "assessments":
[{"verdict", "by", "span"}]}]}` with code point offsets, end excluded; `status` is the status within the document.

Statements are paired one to one so that the sum of the character F1 of their spans is largest (Kuhn 1955; +0.05 for the
same type, +0.02 for the same level); a pair counts as found from character F1 0.5. Plain author statements (asserted,
neutral) are not scored, other author statements cost nothing when gold has none. Everything but *found* is measured
over the found pairs; status also as macro-F1, where gold rows that were not found are errors.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from attrib.errors import InputError, ResourceError
from attrib.evaluation.mention_kind import MENTION_KINDS, MentionKind, mention_kind
from attrib.records import Annotation, Statement
from attrib.registry.registry import load_registry
from attrib.text.loading import load_language

Row = Mapping[str, Any]
Scores = dict[str, Any]
PAIRED_FROM = 0.5
EXACT_FIELDS = ("type", "level", "disclosure", "polarity", "certainty", "distance", "status")


def gold_format(annotation: Annotation) -> dict[str, Any]:
    """One annotation in the gold format, for scoring by any tool that reads it."""
    own = {source.id for source in annotation.sources if source.origin == "publisher"}
    publisher = {
        link.source for item in annotation.statements for link in item.sources if link.rule == "publisher"
    } | own
    local = f"-{annotation.document.id[:6]}"

    def known_as(source: str) -> str:
        """*die Polizei* is a row of its document in a database; within one article she needs no more than her name."""
        if source in publisher:
            return "publisher"
        return source if source.startswith("unnamed") else source.removesuffix(local)

    targets: dict[str, list[dict[str, Any]]] = {}
    for item in annotation.assessments:
        if item.statement is not None:
            by = known_as(item.source)
            targets.setdefault(item.statement, []).append(
                {"verdict": item.verdict, "by": by, "span": [item.start, item.end]}
            )
    return {
        "document": annotation.document.name,
        "statements": [_gold_row(item, known_as, targets.get(item.id, [])) for item in annotation.statements],
    }


def _gold_row(statement: Statement, known_as: Callable[[str], str], assessments: Sequence[Row]) -> dict[str, Any]:
    links = [link for link in statement.sources if link.relation == "states"]
    return {
        "spans": [list(span) for span in statement.spans],
        "exact": statement.exact,
        "type": statement.type,
        "medium": statement.medium,
        "marker": statement.marker,
        "level": statement.level,
        "cue_spans": [list(span) for span in statement.cue],
        "speaker_spans": [list(span) for span in statement.speaker],
        "sources": [known_as(link.source) for link in links],
        "disclosure": next((link.disclosure for link in links), None),
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "distance": statement.distance,
        "status": statement.status_in_document,
        "assessments": list(assessments),
    }


def read_gold(folder: Path) -> dict[str, Row]:
    """The gold files of a folder by file name; InputError if there are none or one is not in the format."""
    found: dict[str, Row] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            _ = [row["spans"] for row in content["statements"]]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"{file}: not in the gold format ({error}); it needs `document` and `statements` with `spans`.",
                seen=str(file),
            ) from error
        found[file.name] = content
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder. Name an existing one.", seen=str(folder))
    if not found:
        raise InputError(f"{folder}: holds no *.json file in the gold format.", seen=str(folder))
    return found


@dataclass
class _Tally:
    """Counts over all articles."""

    gold: int = 0
    system: int = 0
    found: int = 0
    exact: dict[str, list[bool]] = field(default_factory=lambda: {name: [] for name in (*EXACT_FIELDS, "source")})
    cue: list[float] = field(default_factory=list)
    speaker: list[float] = field(default_factory=list)
    overlap: list[float] = field(default_factory=list)
    by_mention: dict[MentionKind, list[bool]] = field(default_factory=lambda: {kind: [] for kind in MENTION_KINDS})
    """Whether the source is right, by the kind of mention that gold has."""
    labels: list[tuple[str, str | None]] = field(default_factory=list)
    assessments: list[int] = field(default_factory=lambda: [0, 0, 0])
    """Equal ones, the system's, gold's."""


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> Scores:
    """The figures for gold articles against predictions of the same names; a missing prediction is an empty one."""
    tally = _Tally()
    for name, article in gold.items():
        system = [row for row in predicted.get(name, {"statements": []})["statements"] if not _is_plain(row)]
        _add_article(tally, article["statements"], system)
    return _figures(tally)


def _is_plain(row: Row) -> bool:
    plain_status = row.get("status") == "asserted"
    return bool(row["type"] == "author" and plain_status and row.get("distance", "neutral") == "neutral")


def _chars(spans: Iterable[Sequence[int]] | None) -> frozenset[int]:
    return frozenset(place for start, end in spans or () for place in range(start, end))


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def pair(gold: Sequence[Row], system: Sequence[Row]) -> dict[int, int]:
    """Places in `gold` → places in `system` of the found pairs."""
    try:
        import numpy as np
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise ResourceError(
            "Scoring needs scipy, which is not installed; install it with: pip install 'attrib[eval]'", seen="scipy"
        ) from error
    if not gold or not system:
        return {}
    left, right = [_chars(row["spans"]) for row in gold], [_chars(row["spans"]) for row in system]
    worth = np.array(
        [[_worth(left[i], right[j], gold[i], system[j]) for j in range(len(right))] for i in range(len(left))]
    )
    rows, columns = linear_sum_assignment(worth, maximize=True)
    pairs = ((int(i), int(j)) for i, j in zip(rows, columns, strict=True))
    return {i: j for i, j in pairs if _f1(left[i], right[j]) >= PAIRED_FROM}


def _worth(one: frozenset[int], other: frozenset[int], gold: Row, system: Row) -> float:
    common = _f1(one, other)
    same_type, same_level = bool(gold["type"] == system["type"]), bool(gold["level"] == system.get("level", 0))
    return common + (common > 0) * (0.05 * same_type + 0.02 * same_level)


def _add_article(tally: _Tally, gold: Sequence[Row], system: Sequence[Row]) -> None:
    pairs = pair(gold, system)
    taken = set(pairs.values())
    tally.gold += len(gold)
    tally.found += len(pairs)
    tally.system += sum(place in taken or row["type"] != "author" for place, row in enumerate(system))
    tally.assessments[1] += sum(len(_stands(row)) for row in system)
    for place, row in enumerate(gold):
        match = system[pairs[place]] if place in pairs else None
        tally.labels.append((row["status"], None if match is None else match["status"]))
        tally.assessments[2] += len(_stands(row))
        if match is not None:
            tally.assessments[0] += len(_stands(row) & _stands(match))
            _add_pair(tally, row, match)


def _add_pair(tally: _Tally, gold: Row, system: Row) -> None:
    for name in EXACT_FIELDS:
        if gold.get(name) is not None:
            tally.exact[name].append(gold[name] == system.get(name))
    one, other = _ids(gold), _ids(system)
    tally.exact["source"].append(one == other)
    kind = mention_kind(gold, language=load_language("de"), registry=load_registry())
    tally.by_mention[kind].append(one == other)
    tally.overlap.append(len(one & other) / len(one | other) if one | other else 1.0)
    for name, values in (("cue_spans", tally.cue), ("speaker_spans", tally.speaker)):
        if gold.get(name):
            values.append(_f1(_chars(gold[name]), _chars(system.get(name))))


def _ids(row: Row) -> frozenset[str]:
    """Source ids; all unnamed parties count as equal, for their wording is theirs alone."""
    unnamed = row.get("disclosure") == "unnamed"
    return frozenset("unnamed" if unnamed or item.startswith("unnamed") else item for item in row.get("sources") or ())


def _stands(row: Row) -> frozenset[tuple[str, str]]:
    return frozenset((item["verdict"], item["by"]) for item in row.get("assessments", ()))


def _figures(tally: _Tally) -> Scores:
    statuses = sorted({gold for gold, _ in tally.labels})
    by_value = {value: _label_scores(tally.labels, value) for value in statuses}
    per_value = {value: scores["f1"] for value, scores in by_value.items()}
    exact: Scores = {name: {"accuracy": mean(values)} for name, values in tally.exact.items()}
    exact["status"] |= {"macro_f1": mean(list(per_value.values())), "per_value": per_value}
    exact["source"]["overlap"] = mean(tally.overlap)
    exact["source"]["by_mention"] = {
        kind: {"accuracy": mean(values), "statements": len(values)}
        for kind, values in tally.by_mention.items()
        if values
    }
    exact["source"] |= precision_recall_f1(sum(tally.exact["source"]), tally.system, tally.gold)
    right, system, gold = tally.assessments
    return {
        "gold": tally.gold,
        "system": tally.system,
        "found": precision_recall_f1(tally.found, tally.system, tally.gold),
        "cue": {"f1": mean(tally.cue)},
        "speaker": {"f1": mean(tally.speaker)},
        **exact,
        "status_by_value": by_value,
        "assessment": precision_recall_f1(right, system, gold),
    }


def _label_scores(labels: Sequence[tuple[str, str | None]], value: str) -> dict[str, float]:
    both = sum(gold == system == value for gold, system in labels)
    predicted = sum(system == value for _, system in labels)
    return precision_recall_f1(both, predicted, sum(gold == value for gold, _ in labels))


def precision_recall_f1(right: float, system: float, gold: float) -> dict[str, float]:
    """Precision, recall and their harmonic mean; 0 where nothing was predicted or expected."""
    precision = right / system if system else 0.0
    recall = right / gold if gold else 0.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def mean(values: Sequence[float] | Sequence[bool]) -> float:
    """The arithmetic mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
