"""Statements in different languages are one claim if they agree in what both languages can name."""

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from attrib.statement.grouping import Proposition, groups, likeness
from attrib.statement.proposition import as_proposition
from attrib.text.entries import EventClass
from attrib.text.language import Language
from attrib.text.loading import load_language
from attrib.text.things import load_things

CLASSES = {
    "presence": EventClass(name="presence", words=(), example=""),
    "delivery": EventClass(name="delivery", words=(), example=""),
    "attack": EventClass(name="attack", words=(), momentary=True, example=""),
}
THINGS = {
    "de": {"munition": "ammunition", "rakete": "missile", "odessa": "odesa", "hafen": "harbour"},
    "en": {"ammunition": "ammunition", "missile": "missile", "rocket": "missile", "odesa": "odesa", "port": "harbour"},
}


def language(code: str) -> Language:
    """What is asked of a language here."""
    return cast(
        Language, SimpleNamespace(code=code, things=THINGS[code], lexicon=SimpleNamespace(event_classes=CLASSES))
    )


def said(id_: str, event: str, *, value: float | None = None, on: str = "2024-10-20", **keys: str) -> Proposition:
    """A statement whose id begins with its language; `parties`, `places`, `topics`, `counted` are keys with blanks."""
    roles = {"parties": "participant", "places": "place", "topics": "topic", "counted": "counted"}
    pairs = [(roles[role], key) for role, found in keys.items() for key in found.split()]
    figure = None if value is None else (value, None)
    found = as_proposition(id_, [("event", event), *pairs], figure, language=language(id_[:2]), said=on)
    assert found is not None
    return found


ONE_CLAIM: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = [
    ({"event": "presence", "parties": "KP military", "places": "RU"},) * 2,
    (
        {"event": "delivery", "parties": "KP RU", "topics": "munition"},
        {"event": "delivery", "parties": "KP RU", "topics": "ammunition"},
    ),
    (
        {"event": "delivery", "parties": "KP RU", "topics": "rakete werkbank"},
        {"event": "delivery", "parties": "KP RU", "topics": "rocket"},
    ),
    (
        {"event": "attack", "parties": "RU", "places": "odessa", "topics": "hafen"},
        {"event": "attack", "parties": "RU", "places": "odesa", "topics": "port"},
    ),
    (
        {"event": "presence", "parties": "KP military", "places": "RU", "topics": "winter"},
        {"event": "presence", "parties": "KP military", "places": "RU", "topics": "uniform"},
    ),
    (
        {"event": "presence", "parties": "KP military", "places": "RU", "counted": "military", "value": 12000.0},
        {"event": "presence", "parties": "KP military", "places": "RU", "counted": "military", "value": 10000.0},
    ),
]


@pytest.mark.parametrize(("german", "english"), ONE_CLAIM)
def test_one_claim(german: Mapping[str, Any], english: Mapping[str, Any]) -> None:
    """Classes of events, countries, forces, and things and places of the lists are the same in both languages."""
    pair = [said("de-1", **german), said("en-1", **english)]
    assert likeness(*pair) is not None
    assert [[item.statement for item in group] for group in groups(pair)] == [["de-1", "en-1"]]
    assert groups(reversed(pair)) == groups(pair)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        (
            {"event": "delivery", "parties": "KP RU", "topics": "munition"},
            {"event": "delivery", "parties": "KP RU", "topics": "missile"},
        ),
        (
            {"event": "delivery", "parties": "KP RU", "topics": "munition"},
            {"event": "delivery", "parties": "KP RU", "topics": "turnip"},
        ),
        (
            {"event": "attack", "parties": "RU", "places": "odessa", "topics": "hafen"},
            {"event": "attack", "parties": "RU", "places": "haifa", "topics": "port"},
        ),
        (
            {"event": "attack", "parties": "RU", "places": "odessa", "topics": "hafen"},
            {"event": "attack", "parties": "RU", "places": "odesa", "topics": "port", "on": "2024-12-24"},
        ),
        ({"event": "mobilisier", "parties": "KP military RU"}, {"event": "mobilis", "parties": "KP military RU"}),
    ],
)
def test_what_differs_stays_apart(german: Mapping[str, Any], english: Mapping[str, Any]) -> None:
    """Other things, places or days; things that only one language can name; verbs of no class."""
    pair = [said("de-1", **german), said("en-1", **english)]
    assert likeness(*pair) is None
    assert groups(pair) == []


def test_claims_of_one_language_do_not_change() -> None:
    """What a second language says joins claims, and changes none."""
    german = [
        said("de-1", "delivery", parties="KP RU", topics="munition"),
        said("de-2", "delivery", parties="KP RU", topics="munition"),
        said("de-3", "delivery", parties="KP RU", topics="rakete"),
        said("de-4", "delivery", parties="KP RU", topics="rakete"),
    ]
    english = said("en-1", "delivery", parties="KP RU", topics="missile")
    assert [[item.statement for item in group] for group in groups(german)] == [["de-1", "de-2"], ["de-3", "de-4"]]
    found = [[item.statement for item in group] for group in groups([*german, english])]
    assert found == [["de-1", "de-2"], ["de-3", "de-4", "en-1"]]


def test_the_list_of_things() -> None:
    """Base forms lead to names; a language without the list has none."""
    assert load_language("de").things["rakete"] == "missile"
    assert load_things(Path(__file__).parent) == {}
