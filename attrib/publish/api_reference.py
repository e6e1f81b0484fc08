"""docs/api.md: what may be imported, with its signature and its docstring, read from the source.

A name is public if it is listed here; everything else may change without notice. Records are described in the words of
the JSON Schema, so that page, schema and database say the same of a field.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

PUBLIC = MappingProxyType(
    {
        "Annotating": (
            "attrib.annotate",
            "attrib.Annotator",
            "attrib.intake.article.document_id",
            "attrib.intake.article.read_document",
        ),
        "Databases": (
            "attrib.open_database",
            "attrib.store.write_annotation",
            "attrib.store.read_annotations",
            "attrib.store.link_database",
            "attrib.publish.build",
            "attrib.publish.BuildReport",
        ),
        "Exports": ("attrib.publish.export.target.export",),
        "Records": ("attrib.records.*",),
        "Errors": ("attrib.errors.*",),
    }
)
"""By section; `*` stands for every class of a module."""
VALUES = ("attrib.records", "attrib.errors")
"""Where the values of fields are listed."""
WIDTH = 110
_HEAD = """\
# Python reference

Made by `attrib schema` from signatures and docstrings; do not edit. [python.md](python.md) shows how it is used,
[schema/codebook.md](../schema/codebook.md) says what the values mean. What is not listed here may change without
notice. `attrib.__version__` is the version as text.
"""
Descriptions = Mapping[str, Mapping[str, str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def api_page(described: Descriptions) -> str:
    """The whole page; `described` gives the meaning of fields by record and field."""
    lines = [_HEAD]
    for title, paths in PUBLIC.items():
        lines.append(f"## {title}\n")
        for path in paths:
            lines.extend(_block(module, name, described) for module, name in named(path))
    lines.append("## Values\n\nFields that take one of a few words; each word is explained in the codebook.\n")
    lines.append("\n".join(["| type | values |", "|---|---|", *_values()]) + "\n")
    return "\n".join(lines)


def named(path: str) -> list[tuple[str, str]]:
    """The module from which a name is imported, and the name; all public classes of the module for `*`."""
    module, _, name = path.rpartition(".")
    if name != "*":
        return [(module, name)]
    nodes = _tree(import_module(module)).body
    return [(module, node.name) for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def _block(module: str, name: str, described: Descriptions) -> str:
    found = getattr(import_module(module), name)
    node = next(
        each for each in _tree(import_module(found.__module__)).body if getattr(each, "name", "") == found.__name__
    )
    lines = [f"### {name}\n", f"```python\nfrom {module} import {name}\n```\n"]
    if isinstance(node, ast.ClassDef):
        lines.extend(_class(node, described.get(name, {})))
    elif isinstance(node, Function):
        lines.extend(_function(node))
    return "\n".join(lines)


def _class(node: ast.ClassDef, described: Mapping[str, str]) -> Iterator[str]:
    yield _docstring(node)
    made = next((each for each in node.body if isinstance(each, Function) and each.name == "__init__"), None)
    if made is not None:
        yield f"```python\n{_signature(node.name, _arguments(made), None)}\n```\n"
    fields = list(_fields(node, described))
    if fields:
        yield "\n".join(["| field | type | default | meaning |", "|---|---|---|---|", *fields]) + "\n"
    for method in node.body:
        if isinstance(method, Function) and not method.name.startswith("_"):
            yield f"#### {node.name}.{method.name}\n"
            yield from _function(method)


def _function(node: Function) -> Iterator[str]:
    is_property = any(isinstance(each, ast.Name) and each.id == "property" for each in node.decorator_list)
    returns = _type(node.returns) if node.returns is not None else "None"
    text = f"{node.name}: {returns}" if is_property else _signature(node.name, _arguments(node), returns)
    yield f"```python\n{text}\n```\n"
    yield _docstring(node)


def _docstring(node: ast.ClassDef | Function) -> str:
    return f"{ast.get_docstring(node)}\n"


def _arguments(node: Function) -> list[str]:
    """The arguments as they are written, without `self`."""
    arguments = node.args
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    found = [_argument(each, default) for each, default in zip(plain, defaults, strict=True) if each.arg != "self"]
    keywords = [_argument(*pair) for pair in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    return [*found, *(["*"] if keywords else []), *keywords]


def _argument(argument: ast.arg, default: ast.expr | None) -> str:
    typed = argument.arg if argument.annotation is None else f"{argument.arg}: {_type(argument.annotation)}"
    return typed if default is None else f"{typed} = {_written(default)}"


def _type(annotation: ast.expr) -> str:
    """A type as it is written; one that is written as a string, because it comes later, without its quotes."""
    is_text = isinstance(annotation, ast.Constant) and isinstance(annotation.value, str)
    return str(annotation.value) if is_text else ast.unparse(annotation)  # type: ignore[attr-defined]


def _written(value: ast.expr) -> str:
    return (
        f'"{value.value}"' if isinstance(value, ast.Constant) and isinstance(value.value, str) else ast.unparse(value)
    )


def _signature(name: str, arguments: Sequence[str], returns: str | None) -> str:
    end = "" if returns is None else f" -> {returns}"
    line = f"{name}({', '.join(arguments)}){end}"
    listed = "".join(f"    {argument},\n" for argument in arguments)
    return line if len(line) <= WIDTH else f"{name}(\n{listed}){end}"


def _fields(node: ast.ClassDef, described: Mapping[str, str]) -> Iterator[str]:
    """The rows of the table of fields; what is not described elsewhere is described by the text below the field."""
    below = [*node.body[1:], None]
    for each, following in zip(node.body, below, strict=True):
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            name, own = each.target.id, _text(following)
            default = f"`{_written(each.value)}`" if each.value is not None else ""
            cells = (f"`{name}`", f"`{_type(each.annotation)}`", default, described.get(name, own))
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _text(node: ast.stmt | None) -> str:
    """The words of a statement that is nothing but a string."""
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    return " ".join(node.value.value.split()) if is_text else ""  # type: ignore[union-attr]


def _values() -> Iterator[str]:
    for module in VALUES:
        for node in _tree(import_module(module)).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
                codes = ", ".join(f"`{each}`" for each in ast.literal_eval(node.value.slice))
                yield f"| `{ast.unparse(node.targets[0])}` | {codes} |"
