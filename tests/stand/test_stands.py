"""Stands in 120 texts made and annotated by hand: half of them hold one, half only look like it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pytest

from attrib.evaluation.gold import precision_recall_f1
from attrib.records import Annotation, Source
from tests import frozen

Found = tuple[str, Source, str | None]
"""Verdict, party, and the words of the target."""


@dataclass
class Tally:
    """Counts over all texts."""

    right: int = 0
    system: int = 0
    gold: int = 0
    targets: int = 0
    parties: int = 0
    false: list[str] = field(default_factory=list)
    without: int = 0


def stands_of(annotation: Annotation) -> list[Found]:
    """The assessments of a text."""
    words = {item.id: item.exact for item in annotation.statements}
    sources = {item.id: item for item in annotation.sources}
    return [
        (item.verdict, sources[item.source], None if item.statement is None else words[item.statement])
        for item in annotation.assessments
    ]


def is_target(wanted: str | None, found: str | None) -> bool:
    """Whether the target holds the words that were named, or there is none as it should be."""
    return wanted is None if found is None else wanted is not None and wanted in found


def is_party(wanted: str | None, source: Source, annotation: Annotation) -> bool:
    """Whether the party is the publisher, an anonymous one, or has the words in its name or in a mention of it."""
    if wanted == "publisher":
        return source.kind == "publisher"
    links = [link for item in annotation.statements for link in item.sources if link.source == source.id]
    names = [source.name, *(link.mention or "" for link in links)]
    return wanted is not None and any(wanted.casefold() in name.casefold() for name in names)


def tally(texts: Iterable[frozen.StandText], annotated: Callable[[str], Annotation]) -> Tally:
    """The program's stands against those made by hand, each paired with the one most like it."""
    counts = Tally()
    for item in texts:
        annotation = annotated(item.text)
        found = stands_of(annotation)
        counts.system += len(found)
        counts.gold += len(item.stands)
        counts.without += not item.stands
        if found and not item.stands:
            counts.false.append(item.text)
        for right_target, right_party in paired(item, found, annotation):
            counts.right += 1
            counts.targets += right_target
            counts.parties += right_party
    return counts


def paired(item: frozen.StandText, found: list[Found], annotation: Annotation) -> Iterator[tuple[bool, bool]]:
    """For every stand whose verdict is found: whether target and party are right."""
    left = list(found)
    for wanted in item.stands:
        scored = [
            (is_target(wanted["target"], target), is_party(wanted["by"], source, annotation), place)
            for place, (verdict, source, target) in enumerate(left)
            if verdict == wanted["verdict"]
        ]
        if scored:
            target, party, place = max(scored)
            del left[place]
            yield target, party


@pytest.fixture(scope="module")
def counts() -> Tally:
    """The counts."""
    return tally(frozen.stand_texts(), frozen.annotated_text)


def test_verdicts(counts: Tally) -> None:
    """F1 over all stands."""
    assert precision_recall_f1(counts.right, counts.system, counts.gold)["f1"] >= 0.93


def test_targets(counts: Tally) -> None:
    """What the stands are about, and by whom they are taken."""
    assert counts.targets / counts.right >= 0.92
    assert counts.parties / counts.right >= 0.92


def test_what_is_no_stand(counts: Tally) -> None:
    """Results, offices, conditions, questions, futures and other meanings of the same verbs."""
    assert counts.without == 60
    assert len(counts.false) <= 0.05 * counts.without, counts.false


@pytest.mark.parametrize("item", frozen.further_stand_texts(), ids=lambda item: item.text[-60:])
def test_further(item: frozen.StandText) -> None:
    """All stands of a text, on what it names, by whom it names, and none beside."""
    annotation = frozen.annotated_text(item.text)
    found = stands_of(annotation)
    assert len(found) == len(item.stands), found
    assert all(right_target and right_party for right_target, right_party in paired(item, found, annotation)), found
    assert sum(1 for _ in paired(item, found, annotation)) == len(found), found


def test_half_of_the_texts_hold_no_stand() -> None:
    """The two halves are equal, and no text stands twice."""
    texts = frozen.stand_texts()
    assert len({item.text for item in texts}) == len(texts) == 120
    assert sum(not item.stands for item in texts) == 60
