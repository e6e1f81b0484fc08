"""Corrected documents from brat (https://brat.nlplab.org/standoff.html): the `.txt` and `.ann` files of a collection.

A statement is an event with its words as trigger, its roles as arguments and its codes as attributes; the note says
which statement it is, whose it is, and why somebody corrected it. What the program does not know is passed over.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from attrib.errors import InputError
from attrib.intake.reading.found import Blob, printable
from attrib.intake.reading.whole import content_of
from attrib.records import Span
from attrib.review.correction.brat_form import EVENT, FORM, NOTE, joined
from attrib.review.correction.corrected import CorrectedDocument
from attrib.review.correction.files import files
from attrib.review.correction.regions import CODES, FORMS, PARTS, Drawn, Known, Link, Region, as_ids, corrected

_NOTE = re.compile(r"(?P<name>id|version|document_version|apart|sources)=(?P<value>[^;]*)(?:; |;|$)")
_WHY = re.compile(r"(?:^|; ?)why=(?P<why>.*)$")
_SPANS = re.compile(r"\d+ \d+(?:;\d+ \d+)*")
LARGEST = 50_000_000
"""Bytes of one file."""


class _Lines(NamedTuple):
    """The annotations of a file by their kinds and ids."""

    words: dict[str, tuple[str, tuple[Span, ...]]]
    """Type and places of each text-bound annotation."""
    events: dict[str, tuple[str, list[tuple[str, str]]]]
    """Trigger and arguments (role, target) of each event that is a statement."""
    attributes: dict[str, dict[str, str]]
    notes: dict[str, str]


def read_brat(path: Path) -> Iterator[CorrectedDocument]:
    """The documents of a collection, a folder or a zip archive of one; InputError for one that cannot be used."""
    annotated: tuple[Blob, str] | None = None
    for blob in files(path, suffixes=(".ann", ".txt")):
        stem = Path(blob.name).stem
        if blob.name.lower().endswith(".ann"):
            _refuse_alone(annotated)
            annotated = (blob, _content(blob))
        elif annotated is not None and Path(annotated[0].name).stem == stem:
            yield corrected(_drawn(annotated[1], _content(blob), document=stem, place=annotated[0].place))
            annotated = None
    _refuse_alone(annotated)


def _refuse_alone(annotated: tuple[Blob, str] | None) -> None:
    if annotated is not None:
        raise InputError(
            f"{annotated[0].place}: stands there without its text, so that no place can be found again. Bring the .txt "
            "file along.",
            kind="malformed",
        )


def _content(blob: Blob) -> str:
    try:
        return content_of(blob, limit=LARGEST).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{blob.place}: is not UTF-8 ({error}). Save it as brat does.", kind="malformed") from error


def _drawn(content: str, text: str, *, document: str, place: str) -> Drawn:
    lines = _lines(content, place=place)
    notes = {key: _note(lines, key) for key in lines.events}
    regions = [_statement(key, lines, notes[key], text, place=place) for key in lines.events]
    triggers = {trigger for trigger, _ in lines.events.values()}
    regions += [
        Region(key, kind.lower(), joined(spans, text))
        for key, (kind, spans) in lines.words.items()
        if key not in triggers and kind.lower() in PARTS
    ]
    states = {note["document_version"] for note in notes.values() if note.get("document_version")}
    return Drawn(
        place=place,
        id=document,
        version=min(states) if states else None,
        text=text,
        regions=regions,
        links=[
            Link(key, target, re.sub(r"\d+$", "", role).lower())
            for key, (_, arguments) in lines.events.items()
            for role, target in arguments
        ],
        known=[Known(note["id"], note.get("version", ""), {}) for note in notes.values() if note.get("id")],
    )


def _lines(content: str, *, place: str) -> _Lines:
    found = _Lines({}, {}, {}, {})
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            try:
                _read(line.rstrip("\r"), found)
            except (ValueError, IndexError) as error:
                raise InputError(
                    f"{place}:{number}: is no annotation of brat ({printable(line)[:120]}). Mend the line, or "
                    "export the document again.",
                    seen=line,
                    kind="malformed",
                ) from error
    return found


def _read(line: str, found: _Lines) -> None:
    key, rest = line.split("\t", 1)
    if key.startswith("T"):
        kind, _, places = rest.split("\t", 1)[0].partition(" ")
        if not _SPANS.fullmatch(places):
            raise ValueError(places)
        found.words[key] = (kind, tuple(Span(*map(int, each.split())) for each in places.split(";")))
    elif key.startswith("E"):
        (kind, trigger), *arguments = (each.split(":", 1) for each in rest.split())
        if kind == EVENT:
            found.events[key] = (trigger, [(role, target) for role, target in arguments])
    elif key.startswith(("A", "M")):
        name, target, *value = rest.split()
        found.attributes.setdefault(target, {})[name] = value[0] if value else ""
    elif key.startswith("#") and rest.startswith(f"{NOTE} "):
        target, text = rest.removeprefix(f"{NOTE} ").split("\t", 1)
        found.notes[target] = f"{found.notes[target]}; {text}" if target in found.notes else text


def _note(lines: _Lines, key: str) -> Mapping[str, str]:
    """What the note on a statement says, whether it is on the event or on its words."""
    trigger, _ = lines.events[key]
    text = lines.notes.get(key) or lines.notes.get(trigger) or ""
    found = {match["name"]: match["value"].strip() for match in _NOTE.finditer(text)}
    why = _WHY.search(text)
    return {**found, "why": why["why"].strip()} if why else found


def _statement(key: str, lines: _Lines, note: Mapping[str, str], text: str, *, place: str) -> Region:
    trigger, _ = lines.events[key]
    given = {**lines.attributes.get(trigger, {}), **lines.attributes.get(key, {})}
    if trigger not in lines.words or given.get(FORM) not in FORMS:
        raise InputError(
            f"{place}: the statement {printable(key)} has no words or no attribute {FORM}, which is one of "
            f"{', '.join(FORMS)}. Mend it in brat and bring the files again.",
            seen=given.get(FORM),
            allowed=FORMS,
            kind="malformed",
        )
    fields: dict[str, str | None] = {name: given[name] for name in CODES if name in given}
    fields["sources"] = as_ids(note.get("sources", ""))
    spans = lines.words[trigger][1]
    return Region(
        key,
        given[FORM],
        tuple(sorted(spans)) if "apart" in note else joined(spans, text),
        id=note.get("id"),
        cells=fields,
        why=note.get("why") or None,
    )
