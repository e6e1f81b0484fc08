"""What `attrib doctor` sees of files that belong together: the models, and a folder that `attrib build` made."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from attrib.errors import DatabaseError, ResourceError
from attrib.models import find_models
from attrib.parse.parser import Parser
from attrib.publish.export.listing import LISTING_FILE, sha256
from attrib.publish.published import DATABASE_FILE, DOWNLOADS, INSPECT_FILE, METADATA_FILE, SETTINGS_FILE
from attrib.resources import load_yaml
from attrib.store.database import PUBLISHED_ID, check_published, kind

State = Literal["ok", "note", "wrong"]


class Finding(NamedTuple):
    """What was looked at, how it is, and what was seen; of what is wrong also what to do."""

    subject: str
    state: State
    message: str


def model_files(language: str, models: Path | None) -> Iterator[Finding]:
    """Whether the models are there and for this language, and can be loaded, which alone tells that they are whole."""
    files = find_models(language, models)
    Parser(language=language, models=models).load()
    yield Finding(
        "models", "ok", f"{language}, {files.size / 1e6:.0f} MB in {files.folder}: {', '.join(files.processors)}"
    )


def published_folder(folder: Path) -> Iterator[Finding]:
    """Whether a folder made by `attrib build` is complete and everything in it as it was built."""
    needed = (DATABASE_FILE, INSPECT_FILE, METADATA_FILE, SETTINGS_FILE)
    absent = [name for name in needed if not (folder / name).is_file()]
    if absent:
        yield _to_build(f"{folder}: {', '.join(absent)} not there.")
        return
    if kind(folder / DATABASE_FILE) != PUBLISHED_ID:
        yield _to_build(f"{folder / DATABASE_FILE} is no published copy and may hold private columns.")
        return
    try:
        check_published(folder / DATABASE_FILE)
    except DatabaseError as error:
        yield Finding("published folder", "wrong", str(error))
        return
    damaged = [name for name in needed[1:] if not _is_mapping(folder / name)]
    changed = [name for name in (*_changed_database(folder), *_changed_downloads(folder)) if name not in damaged]
    for names, how in ((damaged, "damaged"), (changed, "changed after it was built, or gone")):
        if names:
            yield _to_build(f"{folder}: {how}: {', '.join(names)}.")
    if not damaged and not changed:
        yield Finding("published folder", "ok", f"{folder} is as it was built")


def _to_build(told: str) -> Finding:
    return Finding("published folder", "wrong", f"{told} Run `attrib build` again.")


def _is_mapping(path: Path) -> bool:
    found = _json(path) if path.suffix == ".json" else _yaml(path)
    return isinstance(found, dict) and bool(found)


def _json(path: Path) -> Any:
    """What a file holds; None if it is no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return None


def _yaml(path: Path) -> object:
    try:
        return load_yaml(path)
    except ResourceError:
        return None


def _changed_database(folder: Path) -> Iterator[str]:
    inspected = _json(folder / INSPECT_FILE)
    entries = inspected.values() if isinstance(inspected, dict) else ()
    with (folder / DATABASE_FILE).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest not in {entry.get("hash") for entry in entries if isinstance(entry, dict)}:
        yield DATABASE_FILE


def _changed_downloads(folder: Path) -> Iterator[str]:
    """The files of the listing that are gone or others than it says, or the listing itself; there need be none."""
    downloads = folder / DOWNLOADS
    if not downloads.is_dir():
        return
    listed = _json(downloads / LISTING_FILE) if (downloads / LISTING_FILE).is_file() else None
    files = listed.get("files") if isinstance(listed, dict) else None
    if not isinstance(files, list) or not all(
        isinstance(each, dict) and {"path", "sha256"} <= set(each) for each in files
    ):
        yield f"{DOWNLOADS}/{LISTING_FILE}"
        return
    for each in files:
        path = downloads / str(each["path"])
        if not path.is_file() or sha256(path) != each["sha256"]:
            yield f"{DOWNLOADS}/{each['path']}"
