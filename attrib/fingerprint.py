"""Short hashes over what decides, so that nobody has to count versions: code, word lists, versions of libraries.

Code counts by its syntax trees: a comment, a docstring or another line break changes nothing, another name or number
does. Which modules count is not listed anywhere either: those that a module imports, and what they import in turn.

    code_fingerprint(folder, "attrib.claim.link")    that module of the package in `folder` and all that it reaches
    folder_fingerprint(folder)                       every word list and module of a folder
    fingerprint(words)                               several such words as one
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources.abc import Traversable
from json import dumps
from typing import NamedTuple

DIGITS = 12
_BESIDE = frozenset({"ctx", "kind", "type_comment", "type_ignores"})
"""Fields of a syntax tree that say nothing that the others do not."""
_COMMENT_LINES = re.compile(rb"^[ \t]*(#.*)?\r?\n", re.MULTILINE)


class Module(NamedTuple):
    """What is asked of one module."""

    digest: str
    """Of its syntax tree."""
    imports: tuple[str, ...]
    """Everything that may be a module: of `from a.b import c` both `a.b` and `a.b.c`."""


def fingerprint(words: Iterable[str]) -> str:
    """Twelve hexadecimal digits over these words and their order."""
    return sha256(dumps(list(words)).encode()).hexdigest()[:DIGITS]


def code_fingerprint(folder: Traversable, *modules: str) -> str:
    """A hash over these modules of the package in `folder` and all of its modules that they reach by imports."""
    return fingerprint(f"{name} {module.digest}" for name, module in sorted(reached(folder, *modules).items()))


def reached(folder: Traversable, *modules: str) -> Mapping[str, Module]:
    """The modules of the package that these import, directly or not, by name, and these themselves.

    A package counts with each of its modules, except for the outermost: it holds the number of the release, which
    decides nothing.
    """
    found: dict[str, Module] = {}
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        file = None if name in found or "." not in name else _file(folder, name)
        if file is not None:
            found[name] = read_module(file.read_bytes())
            inside = name.partition(".")[0] + "."
            waiting += [name.rpartition(".")[0], *(each for each in found[name].imports if each.startswith(inside))]
    return found


def _file(folder: Traversable, module: str) -> Traversable | None:
    """Where a module of the package stands; None for a name that is no module, as a class."""
    place = folder.joinpath(*module.split(".")[1:-1])
    name = module.rpartition(".")[2]
    files = (place / f"{name}.py", place / name / "__init__.py")
    return next((file for file in files if file.is_file()), None)


def folder_fingerprint(folder: Traversable) -> str:
    """A hash over every module (by its tree) and every word list (without lines of comment) in a folder."""
    return fingerprint(word for name, file in sorted(_files(folder)) for word in (name, _content(file)))


def imports_of(folder: Traversable) -> tuple[str, ...]:
    """Everything that may be a module and is imported by one in a folder."""
    modules = (read_module(file.read_bytes()) for name, file in _files(folder) if name.endswith(".py"))
    return tuple(sorted({name for module in modules for name in module.imports}))


def _files(folder: Traversable, *, within: str = "") -> Iterator[tuple[str, Traversable]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _files(each, within=f"{within}{each.name}/")
        elif each.name.endswith((".yml", ".py")):
            yield within + each.name, each


def _content(file: Traversable) -> str:
    content = file.read_bytes()
    if file.name.endswith(".py"):
        return read_module(content).digest
    return sha256(_COMMENT_LINES.sub(b"", content)).hexdigest()


def libraries_fingerprint(*names: str) -> str:
    """A hash over the installed versions of these distributions."""
    return fingerprint(f"{name} {version(name)}" for name in sorted(names))


@cache
def read_module(source: bytes) -> Module:
    """The digest of a module's syntax tree and what it imports; the same source is parsed once."""
    tree = ast.parse(source)
    words: list[str] = []
    _write(tree, words)
    return Module(sha256("\n".join(words).encode()).hexdigest(), tuple(_imports(tree)))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Everything but expressions, in which nothing is imported."""
    for each in ast.iter_child_nodes(node):
        if not isinstance(each, ast.expr):
            yield each
            yield from _statements(each)


def _write(value: object, words: list[str]) -> None:
    """The tree in words of our own: `ast.dump` writes what is empty in one version of Python and not in another."""
    if isinstance(value, ast.AST):
        words.append(f"({type(value).__name__}")
        for name, held in _held(value):
            words.append(name)
            _write(held, words)
        words.append(")")
    elif isinstance(value, list):
        words.append("[")
        for each in value:
            _write(each, words)
        words.append("]")
    else:
        # `repr` of a text depends on which letters this version of Python knows
        words.append(dumps(value) if isinstance(value, str) else repr(value))


def _held(node: ast.AST) -> Iterator[tuple[str, object]]:
    """The fields of a node that say something."""
    for name in node._fields:
        held = getattr(node, name, None)
        if isinstance(held, list):
            held = [each for each in held if not _says_nothing(each, node)]
        if name not in _BESIDE and held is not None and held != []:
            yield name, held


def _says_nothing(each: object, node: ast.AST) -> bool:
    """A docstring, which is a text that stands by itself; and the empty end that Python 3.12 gives `f"{a:{b}}"`."""
    if isinstance(node, ast.JoinedStr):
        return isinstance(each, ast.Constant) and each.value == ""
    return isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
