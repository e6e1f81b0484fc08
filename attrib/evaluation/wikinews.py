"""Scores on the German Wikinews quotation corpus, by its own measure and by a strict one.

The corpus (Petersen-Frey & Biemann 2024, https://arxiv.org/abs/2404.16764) gives each quotation its tokens and those
of speaker, cue, frame and addressee, a type and a medium. Its measure pairs gold and system quotations of a document
one to one so that the sum of their token F1 is largest (+0.01 for the same type, +0.001 for the same medium); unpaired
ones count fully as wrong. Precision is the mean over the system's groups of the share of right tokens, recall the mean
over gold's, F1 is made of the two means: for the quotation itself (*quote*), for all filled role cells (*roles*), for
both (*joint*); type and medium are counted over pairs. Pairs without any common token still earn role and type credit
there; the *strict* measure of ours breaks such pairs up.

Author statements are not part of the corpus and are left out of the comparison.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attrib.errors import InputError
from attrib.evaluation.gold import mean, precision_recall_f1
from attrib.records import Document, Span
from attrib.statement.wikinews import CELLS, ROLES, TYPES


@dataclass(frozen=True, slots=True)
class Group:
    """One quotation with its roles as sets of token numbers."""

    cells: Mapping[str, frozenset[int]]
    type: str
    medium: str

    @property
    def quote(self) -> frozenset[int]:
        """The quotation's own tokens."""
        return self.cells["quote"]


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """One article of the corpus: its text, where its tokens stand, and the gold groups."""

    name: str
    text: str
    tokens: tuple[Span, ...]
    gold: tuple[Group, ...]

    def document(self) -> Document:
        """The article as the pipeline reads it."""
        # Imported here: serving offers the corpus' format and needs none of the packages that read articles.
        from attrib.intake.article import document_id

        return Document(id=document_id(self.text, self.name), name=self.name, text=self.text)


def read_corpus(folder: Path) -> Iterator[CorpusDocument]:
    """The articles of one split's folder in order; InputError if there are none or one is malformed."""
    files = sorted(folder.glob("*.json"))
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder. Name an existing one.", seen=str(folder))
    if not files:
        raise InputError(f"{folder}: holds no *.json file of the Wikinews quotation corpus.", seen=str(folder))
    for file in files:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            yield CorpusDocument(
                content["documentName"],
                content["originalText"],
                tuple(Span(token["charBegin"], token["charEnd"]) for token in content["tokens"]),
                groups(content["annotations"]),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise InputError(f"{file}: not in the format of the Wikinews quotation corpus ({error}).") from error


def lowest_digests(documents: Iterable[CorpusDocument], number: int) -> list[CorpusDocument]:
    """The `number` articles whose names have the lowest SHA-256: a choice that anybody can repeat and nobody made."""
    return sorted(documents, key=lambda item: hashlib.sha256(item.name.encode()).hexdigest())[:number]


def groups(annotations: Iterable[Mapping[str, Any]]) -> tuple[Group, ...]:
    """Annotations in the corpus' JSON format as groups; those without any token are left out."""
    found = (
        Group(
            {name: frozenset((item.get(name) or {}).get("tokenIds", ())) for name in CELLS},
            item["type"],
            item.get("medium", "none"),
        )
        for item in annotations
    )
    return tuple(group for group in found if group.quote)


Pair = tuple[Group | None, Group | None]


def pairs(gold: Sequence[Group], system: Sequence[Group], *, strict: bool) -> list[Pair]:
    """Gold and system groups one to one; whoever is left over stands alone."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    matched: list[tuple[int, int]] = []
    if gold and system:
        worth = np.array([[_worth(one, other) for other in system] for one in gold])
        rows, columns = linear_sum_assignment(worth, maximize=True)
        matched = [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]
        if strict:
            matched = [(i, j) for i, j in matched if gold[i].quote & system[j].quote]
    left, right = {i for i, _ in matched}, {j for _, j in matched}
    return [
        *((gold[i], system[j]) for i, j in matched),
        *((group, None) for i, group in enumerate(gold) if i not in left),
        *((None, group) for j, group in enumerate(system) if j not in right),
    ]


def _worth(one: Group, other: Group) -> float:
    common = 2 * len(one.quote & other.quote) / (len(one.quote) + len(other.quote))
    return common + 0.01 * (one.type == other.type) + 0.001 * (one.medium == other.medium)


def score(found: Iterable[tuple[Sequence[Group], Sequence[Group]]], *, strict: bool = False) -> dict[str, Any]:
    """The figures over documents given as (gold groups, system groups)."""
    paired = [pair for gold, system in found for pair in pairs(gold, system, strict=strict)]
    single = {name: _cell_score(paired, (name,)) for name in CELLS}
    labels = {name: _label_score(paired, name) for name in ("type", "medium")}
    types = {
        code: _label_score(
            [pair for pair in paired if any(g is not None and g.type == code for g in pair)], "type", code
        )
        for code in TYPES.values()
    }
    roles, joint = _cell_score(paired, ROLES), _cell_score(paired, CELLS)
    return {**single, "roles": roles, "joint": joint, **labels, "per_type": types}


def _cell_score(paired: Sequence[Pair], names: Sequence[str]) -> dict[str, float]:
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, system in paired:
        for name in names:
            one = gold.cells[name] if gold is not None else frozenset()
            other = system.cells[name] if system is not None else frozenset()
            if other:
                precisions.append(len(one & other) / len(other))
            if one:
                recalls.append(len(one & other) / len(one))
    return precision_recall_f1_of(mean(precisions), mean(recalls))


def _label_score(paired: Sequence[Pair], name: str, code: str | None = None) -> dict[str, float]:
    golds = [getattr(gold, name) if gold is not None else None for gold, _ in paired]
    systems = [getattr(system, name) if system is not None else None for _, system in paired]
    right = sum(
        gold is not None and gold == system and code in {None, gold}
        for gold, system in zip(golds, systems, strict=True)
    )
    wanted = [value for value in golds if value is not None and code in {None, value}]
    given = [value for value in systems if value is not None and code in {None, value}]
    return precision_recall_f1(right, len(given), len(wanted))


def precision_recall_f1_of(precision: float, recall: float) -> dict[str, float]:
    """The three figures from two means."""
    total = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}
