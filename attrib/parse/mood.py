"""Indicative or subjunctive: the tagger's mood corrected by a table of full forms.

Reported speech in German news lives on the Konjunktiv, and a small tagger overlooks every third one. Many forms are
subjunctive and nothing else (*seien, wäre, könne, gäbe*), others unless the subject is *ich* (*habe, werde, komme*) or
the sentence is an order (*sei*); only those stand in the table. Forms that can be either (*sollte, sagten*) are the
tagger's business. Auxiliaries that are indicative and nothing else (*soll, hat*) are entered as such.
"""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from attrib.errors import ResourceError
from attrib.text.analysis import Word

Condition = Literal["always", "not_imperative", "not_first", "never"]
CONDITIONS: tuple[Condition, ...] = get_args(Condition)
SUBJECTS = {"nsubj", "csubj"}


class Form(NamedTuple):
    """What the table says of one form: its tense and when it is a subjunctive."""

    tense: str
    condition: str


def load_forms(path: Path) -> dict[str, Form]:
    """The table `form, tense, condition` (gzipped, tab-separated); ResourceError names a malformed line."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    forms: dict[str, Form] = {}
    for number, line in enumerate(lines, start=1):
        columns = line.split("\t")
        if len(columns) != 3 or columns[2] not in CONDITIONS:
            raise ResourceError(
                f"{path}, line {number}: {line.strip()!r} should be form, tense and one of "
                f"{', '.join(CONDITIONS)}. Restore the file from the package.",
                seen=line,
                allowed=CONDITIONS,
            )
        forms[columns[0]] = Form(columns[1], columns[2])
    return forms


def correct_moods(words: Sequence[Word], forms: dict[str, Form]) -> list[Word]:
    """The words of a sentence with `Mood=Sub` on every verb whose form says so."""
    return [_corrected(word, words, forms) for word in words]


def _corrected(word: Word, words: Sequence[Word], forms: dict[str, Form]) -> Word:
    form = forms.get(word.text.lower()) if word.upos in {"VERB", "AUX"} else None
    if form is None:
        return word
    if form.condition != "always" and word.has("Mood=Imp"):
        return word
    if form.condition == "never" or (form.condition == "not_first" and _first_person(word, words)):
        return replace(word, feats=word.feats.replace("Mood=Sub", "Mood=Ind"))
    return replace(word, feats=_subjunctive(word.feats, form.tense))


def _first_person(word: Word, words: Sequence[Word]) -> bool:
    """Whether *ich* is the subject: beside the verb, else by the tree, else by the tagger's opinion of the verb."""
    if any(_is_first(neighbour) for neighbour in words[max(0, word.number - 3) : word.number + 2]):
        return True
    for subject in _subjects(word, words):
        return subject.has("Person=1") and not subject.has("Number=Plur")
    return word.number == 1 or not word.has("Person=3")  # Habe mich gefreut.


def _is_first(word: Word) -> bool:
    return (
        word.upos == "PRON" and word.has("Person=1") and not word.has("Number=Plur") and word.lemma == word.text.lower()
    )


def _subjects(word: Word, words: Sequence[Word]) -> Iterator[Word]:
    """The subjects of a verb, then of what it is auxiliary to or coordinated with, nearest first."""
    seen: set[int] = set()
    number = word.number
    while number and number not in seen:
        seen.add(number)
        yield from (other for other in words if other.head == number and other.relation in SUBJECTS)
        here = words[number - 1]
        number = here.head if here.relation in {"aux", "cop", "conj"} else 0


def _subjunctive(feats: str, tense: str) -> str:
    """The features with mood, tense and finiteness set; a first person that is none becomes the third."""
    values = dict(feature.split("=", 1) for feature in feats.split("|") if "=" in feature)
    values.update({"Mood": "Sub", "Tense": tense, "VerbForm": "Fin"})
    if values.get("Person") != "2":
        values["Person"] = values["Person"] if "Person" in values and values["Person"] != "1" else "3"
    return "|".join(f"{name}={value}" for name, value in sorted(values.items(), key=lambda item: item[0].lower()))
