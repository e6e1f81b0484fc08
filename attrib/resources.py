"""Strict YAML into records: what a list file says is what the program gets, or a ResourceError names the line.

Plain YAML loses data silently: of two equal keys the last wins, `no` becomes False (Norway, or a German word list),
`1:30` becomes 90, a date becomes an object. Here scalars are read by the core schema of YAML 1.2
(https://yaml.org/spec/1.2.2/#103-core-schema), equal keys, anchors, aliases, tags and keys that are not text are
refused, and records are validated strictly: nothing is coerced.

    parse_yaml(text, name=…)      any text; `name` is what messages call it
    load_yaml(path)               a file as plain lists, mappings, text, numbers, booleans, None
    load_record(path, Model)      a file that is one mapping
    load_records(path, Model)     a file that is a list of mappings
    load_mapping(path, Model)     a file that maps names to mappings
    read_mapping(bytes, Model)    the same of what is no file
"""

import json
import re
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

from attrib.errors import ResourceError

T = TypeVar("T", bound=BaseModel)

_SHOWN_ERRORS = 5
"""How many wrong fields one message lists."""

_CORE_SCHEMA = {
    "null": (r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
}


class _StrictLoader(Reader, Scanner, Parser, Composer, SafeConstructor, BaseResolver):
    """YAML 1.2 core schema, no anchors, no tags, no equal keys, only text as keys."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        SafeConstructor.__init__(self)
        BaseResolver.__init__(self)

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Refuses anchors, aliases and tags, which no list needs."""
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _refusal("an anchor or alias", event.start_mark, "write the value out where it is needed")
        if event.tag is not None:
            raise _refusal(f"the tag {event.tag!r}", event.start_mark, "remove it; text that looks like a number: '…'")
        node: yaml.Node | None = super().compose_node(parent, index)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Refuses a key that is no text or stands there twice, of which PyYAML would keep the last one."""
        seen: dict[str, int] = {}
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str):
                raise _refusal(f"{key!r} as a key", key_node.start_mark, "a key is text: put it in quotes")
            if key in seen:
                raise _refusal(
                    f"the key {key!r} again after line {seen[key]}",
                    key_node.start_mark,
                    "every key once: merge the two or remove one",
                )
            seen[key] = key_node.start_mark.line + 1
        return super().construct_mapping(node, deep=deep)

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge keys (`<<`) are not part of YAML 1.2: the key is plain text."""

    def construct_core_int(self, node: yaml.ScalarNode) -> int:
        """A whole number: leading zeros are decimal, `0o` octal, `0x` hexadecimal."""
        text = node.value
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


for _name, (_pattern, _first) in _CORE_SCHEMA.items():
    _StrictLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_pattern})\\Z"), _first)
_StrictLoader.add_constructor("tag:yaml.org,2002:int", _StrictLoader.construct_core_int)  # type: ignore[type-var]


def _refusal(what: str, mark: Any, advice: str) -> ResourceError:
    return ResourceError(f"{mark.name}, line {mark.line + 1}: {what} is not allowed; {advice}", seen=what)


def _compose(text: str, *, name: str) -> tuple[yaml.Node, Any]:
    """The node tree (for line numbers) and the plain value of one YAML document."""
    try:
        loader = _StrictLoader(text)
        loader.name = name
        node = loader.get_single_node()
        if node is None:
            raise ResourceError(f"{name} is empty; it should hold a YAML list or mapping", seen="")
        value = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        place = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        reason = ": ".join(filter(None, [error.context, error.problem]))
        raise ResourceError(f"{name}{place}: not valid YAML: {reason}; mend the line", seen=reason) from error
    except RecursionError as error:
        raise ResourceError(
            f"{name}: lists in lists in lists, too many to be read; mend the file", seen=name
        ) from error
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise ResourceError(f"{name}: not valid YAML: {reason}; mend the file", seen=reason) from error
    return node, value


def read_file(path: Path | Traversable) -> str:
    """The text of a file in UTF-8, without a byte order mark; ResourceError if it cannot be read or is in another
    encoding."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ResourceError(f"{path} cannot be read ({error.strerror}); check the path", seen=str(path)) from error
    return _decoded(content, name=str(path))


def _decoded(content: bytes, *, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ResourceError(
            f"{name}, line {line}: not UTF-8; save the file as UTF-8", seen=content[error.start], allowed="UTF-8"
        ) from error


def parse_yaml(text: str, *, name: str) -> object:
    """The value of one YAML text, read strictly; `name` stands for the file in messages."""
    return _compose(text, name=name)[1]


def load_yaml(path: Path | Traversable) -> object:
    """The value of a YAML file, read strictly; ResourceError if it is missing, empty, not UTF-8 or not valid."""
    return parse_yaml(read_file(path), name=str(path))


def load_record(path: Path | Traversable, model: type[T]) -> T:
    """A file that is one mapping, as a record."""
    return _validated(read_file(path), model, name=str(path))


def load_records(path: Path | Traversable, model: type[T]) -> tuple[T, ...]:
    """A file that is a list of mappings, as records in file order."""
    return _validated(read_file(path), RootModel[tuple[model, ...]], name=str(path)).root  # type: ignore[valid-type]


def load_mapping(path: Path | Traversable, model: type[T]) -> dict[str, T]:
    """A file that maps names to mappings, as records by name in file order."""
    return _validated(read_file(path), RootModel[dict[str, model]], name=str(path)).root  # type: ignore[valid-type]


def read_mapping(content: bytes, model: type[T], *, name: str) -> dict[str, T]:
    """The same as `load_mapping` for bytes that are no file; `name` is what messages call them."""
    return _validated(_decoded(content, name=name), RootModel[dict[str, model]], name=name).root  # type: ignore[valid-type]


def _validated(text: str, model: type[T], *, name: str) -> T:
    """Validated in JSON mode: as strict as can be, but a list may become a tuple."""
    node, value = _compose(text, name=name)
    try:
        return model.model_validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        raise _explained(error, node=node, name=name) from error


def _explained(error: ValidationError, *, node: yaml.Node, name: str) -> ResourceError:
    """The same findings with file, line, field, what was seen and what is allowed."""
    details = error.errors(include_url=False)
    lines = [_explanation(detail, node=node, name=name) for detail in details[:_SHOWN_ERRORS]]
    if len(details) > _SHOWN_ERRORS:
        lines.append(f"… and {len(details) - _SHOWN_ERRORS} more")
    first = details[0]
    return ResourceError("\n".join(lines), seen=first["input"], allowed=first.get("ctx", {}).get("expected"))


def _explanation(detail: ErrorDetails, *, node: yaml.Node, name: str) -> str:
    line = _node_at(node, detail["loc"]).start_mark.line + 1
    field = ".".join(str(part) for part in detail["loc"])
    where = f"{name}, line {line}, field {field!r}" if field else f"{name}, line {line}"
    if detail["type"] == "missing":
        return f"{where}: missing; add it"
    if detail["type"] == "extra_forbidden":
        return f"{where}: unknown field; remove it or mend its spelling"
    if detail["type"] == "literal_error":
        return f"{where}: seen {detail['input']!r}; allowed are {detail['ctx']['expected']}"
    return f"{where}: seen {detail['input']!r}; {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _node_at(node: yaml.Node, place: tuple[int | str, ...]) -> yaml.Node:
    """The deepest node on the way to `place`; steps that are not in the file (union branches) are skipped."""
    for step in place:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), node)
    return node
