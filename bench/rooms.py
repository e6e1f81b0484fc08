"""What the rooms of the package are and which imports which, for docs/architecture.md.

    python -m bench.rooms [FILE.md]     writes the list and the picture into the page, by default docs/architecture.md

The rooms and their order are those of `[tool.importlinter]` in pyproject.toml, what a room is for is the first line of
its docstring, and who imports whom is read from the code. An arrow that follows from two others is left out.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrib.evaluation.score_tables import put_tables

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "architecture.md"
Imports = Mapping[str, frozenset[str]]


def rooms() -> Sequence[str]:
    """The rooms from the top layer down."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each["layers"] for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    return [room.strip().removeprefix("attrib.") for layer in layers for room in re.split(r"[|:]", layer)]


def imports() -> Imports:
    """The rooms that each room imports, imports for the type checker alone left out."""
    return {room: frozenset(_imported(room)) - {room} for room in rooms()}


def _imported(room: str) -> Iterator[str]:
    known = set(rooms())
    for path in _files(room):
        for node in _at_run_time(ast.parse(path.read_text(encoding="utf-8"))):
            yield from (name for name in map(_room, _names(node)) if name in known)


def _files(room: str) -> Sequence[Path]:
    """The modules of a room, its `__init__.py` first."""
    folder = _folder(room)
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def _folder(room: str) -> Path:
    return ROOT / "attrib" / room


def _at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    for below in ast.iter_child_nodes(node):
        if not (isinstance(below, ast.If) and ast.unparse(below.test) == "TYPE_CHECKING"):
            yield below
            yield from _at_run_time(below)


def _names(node: ast.AST) -> Iterator[str]:
    """The full names that an import names: `attrib.store` for *from attrib import store* too."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _room(name: str) -> str:
    package, _, rest = name.partition(".")
    return rest.partition(".")[0] if package == "attrib" else ""


def reduced(graph: Imports) -> Imports:
    """The graph without the arrows that lead where a longer way leads as well."""
    reach: dict[str, frozenset[str]] = {}
    for room in reversed(tuple(graph)):  # from the ground up: what a room imports stands below it
        reach[room] = graph[room].union(*(reach[below] for below in graph[room]))
    return {room: below - frozenset[str]().union(*(reach[each] for each in below)) for room, below in graph.items()}


def picture() -> str:
    """A Mermaid flowchart (https://mermaid.js.org) of the rooms; the modules at the foot serve them all."""
    order = rooms()
    foot = order[1 + max(place for place, room in enumerate(order) if _folder(room).is_dir()) :]
    arrows = [
        f"  {room} --> {below}"
        for room, imported in reduced(imports()).items()
        for below in sorted(imported, key=order.index)
        if below not in foot and room not in foot
    ]
    return "\n".join(["```mermaid", "flowchart TD", *arrows, "```"]) + "\n"


def listed() -> str:
    """A table: each room, and what it is."""
    rows = [f"| `{room}` | {_purpose(room)} |" for room in rooms()]
    return "\n".join(["| room | what it is |", "|---|---|", *rows]) + "\n"


def _purpose(room: str) -> str:
    docstring = ast.get_docstring(ast.parse(_files(room)[0].read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n\n")[0].replace("\n", " ")


def write(page: Path) -> None:
    """Put both into the page, between their marks."""
    put_tables(page, "rooms", listed())
    put_tables(page, "imports", picture())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE)
