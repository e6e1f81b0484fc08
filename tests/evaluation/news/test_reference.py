"""The figures are those of the reference script where it is at hand, whatever a system finds."""

import importlib.util
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from attrib.evaluation.news.comparison import compare
from attrib.evaluation.news.figures import figures
from attrib.evaluation.news.stored import annotate_into, read_stored
from attrib.records import Annotation, Source, Span, Statement
from tests import frozen
from tests.evaluation.news import own

FILES = sorted(own.TEXTS.glob("*.txt"))
STRANGERS = (
    own.source("gerd-ahlers", "Gerd Ahlers"),
    own.source("ostwik", "Ostwik"),
    own.source("unnamed-1", "Anwohner", origin="unnamed"),
    own.source("pressestelle", "Pressestelle des Hafenamtes"),
)
MENTIONS = ("das Hafenamt", "Frau Weill", "der Werkleiter Sommer", "Nordlicht", None)


def scores(folder: Path, annotator: own.GoldAnnotator) -> tuple[dict[str, Any], Path]:
    """Our figures of what an annotator finds in the three articles, and the database they are of."""
    database = folder / "news.db"
    assert len(list(annotate_into(database, FILES, annotator, language="de"))) == len(FILES)
    articles = own.gold().values()
    stored = read_stored(database, [article.document for article in articles])
    return figures([compare(each, stored[each.document], language=frozen.GERMAN) for each in articles]), database


def by_chance(chance: random.Random) -> own.Change:
    """An annotation as a system might find it: statements missing and shifted, other sources, other values."""

    def change(annotation: Annotation) -> Annotation:
        sources = (*annotation.sources, *STRANGERS)
        known = {each.id: each for each in sources}
        rows = [_changed(row, sources, chance) for row in annotation.statements if chance.random() < 0.85]
        kept = {row.id for row in rows}
        stands = [
            stand.model_copy(update={"source": chance.choice(sources).id} if chance.random() < 0.3 else {})
            for stand in annotation.assessments
            if stand.statement in kept
        ]
        stands += [stand.model_copy(update={"statement": None}) for stand in stands if chance.random() < 0.2]
        return annotation.model_copy(
            update={"statements": tuple(rows), "sources": tuple(known.values()), "assessments": tuple(stands)}
        )

    return change


def _changed(row: Statement, sources: tuple[Source, ...], chance: random.Random) -> Statement:
    values: dict[str, Any] = {
        "type": ["direct", "indirect", "reported", "author"],
        "level": [0, 1],
        "polarity": ["positive", "negative"],
        "distance": ["neutral", "inferred"],
        "status_in_document": ["asserted", "claimed", "disputed", "confirmed"],
    }
    update = {name: chance.choice(listed) for name, listed in values.items() if chance.random() < 0.2}
    if chance.random() < 0.5:
        number = chance.choice([0, 1, 1, 1, 2])
        picked = chance.sample(sources, number)
        disclosure, mention = chance.choice(["named", "role", "unnamed"]), chance.choice(MENTIONS)
        update["sources"] = tuple(own.credit(each.id, disclosure, mention) for each in picked)
    shift = chance.choice([0, 0, 0, 4, 30])
    update["spans"] = tuple(Span(max(start - shift, 0), max(end - shift, 1)) for start, end in row.spans)
    return row.model_copy(update=update)


def reference(corpora: Path) -> Any:
    """The reference script as a module; the test is skipped without it."""
    path = corpora.parent / "score_parties.py"
    if not path.is_file():
        pytest.skip("the reference script is not there")
    spec = importlib.util.spec_from_file_location("score_parties", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def differences(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The figures of theirs, which are rounded to three digits, that ours are not."""
    found: dict[str, tuple[Any, Any]] = {}
    for name, value in theirs.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{key}": pair for key, pair in differences(ours[name], value).items()}
        elif abs(ours[name] - value) > 0.0011:
            found[name] = ours[name], value
    return found


@pytest.mark.corpora
@pytest.mark.parametrize("seed", range(12))
def test_the_figures_are_those_of_the_reference(tmp_path: Path, corpora: Path, seed: int) -> None:
    """On what a system might find in the three articles, made by chance."""
    chance = random.Random(seed)
    annotator = own.GoldAnnotator({file.stem: by_chance(chance) for file in FILES})
    ours, database = scores(tmp_path, annotator)
    assert ours["found"]["right"] < 13 or ours["source"]["accuracy"] < 1
    assert differences(ours, reference(corpora).main(own.GOLD, database)) == {}


def test_figures_that_differ_are_told() -> None:
    """So that the comparison with the reference can fail."""
    assert differences({"a": {"b": 0.5, "c": 1}}, {"a": {"b": 0.503, "c": 1}}) == {"a.b": (0.5, 0.503)}
