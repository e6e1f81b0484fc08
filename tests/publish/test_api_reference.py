"""docs/api.md lists every public name, with what there is to know of it."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import attrib
from attrib import errors, records
from attrib.publish.api_reference import PUBLIC, api_page, named
from attrib.publish.schema import described_fields

ROOT = Path(__file__).parents[2]
PAGE = api_page(described_fields())
NAMES = [pair for paths in PUBLIC.values() for path in paths for pair in named(path)]


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_every_public_name_is_described(module: str, name: str) -> None:
    """With how to import it and its docstring."""
    found = getattr(import_module(module), name)
    section = PAGE.split(f"\n### {name}\n")[1].split("\n### ")[0]
    assert f"from {module} import {name}\n" in section
    assert found.__doc__.splitlines()[0] in section


def test_nothing_public_is_missing() -> None:
    """All names of the package, all records, all errors, and whatever docs/python.md imports."""
    listed = {name for _, name in NAMES}
    assert set(attrib.__all__) - {"__version__"} <= listed
    for module in (records, errors):
        own = {
            name for name, each in vars(module).items() if isinstance(each, type) and each.__module__ == module.__name__
        }
        assert own <= listed
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    imports = re.findall(r"^from attrib\S* import .+$", page, flags=re.MULTILINE)
    shown = {
        alias.name for line in imports for node in ast.walk(ast.parse(line)) for alias in getattr(node, "names", [])
    }
    assert shown
    assert shown <= listed


def test_every_field_has_a_meaning() -> None:
    """Of every record, report and span."""
    rows = re.findall(r"^\| `(\w+)` \| `[^`]+` \| (?:`[^`]*`)? \| (.*) \|$", PAGE, flags=re.MULTILINE)
    assert len(rows) > 100
    assert [field for field, meaning in rows if not meaning.strip()] == []


def test_signatures_are_whole() -> None:
    """Each is Python, with a type for every argument and for what is returned."""
    blocks = re.findall(r"```python\n(.*?)\n```", PAGE, flags=re.DOTALL)
    signatures = [block for block in blocks if " -> " in block]
    assert len(signatures) > 10
    for signature in signatures:
        (node,) = ast.parse(f"def {signature}: ...").body
        assert isinstance(node, ast.FunctionDef)
        assert all(each.annotation for each in [*node.args.args, *node.args.kwonlyargs])


def test_values_are_listed() -> None:
    """Every type that is a choice of words, with all of them."""
    assert "| `Verdict` | `confirms`, `supports`, `denies`, `doubts`, `withholds`, `no_evidence` |" in PAGE
    for name in re.findall(r"^(\w+) = Literal\[", (ROOT / "attrib" / "records.py").read_text(), flags=re.MULTILINE):
        assert f"| `{name}` | `" in PAGE


def functions(tree: ast.AST, *, inside: bool = False) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions and methods that others may call: those inside functions are nobody else's."""
    found = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append(node)
        elif isinstance(node, ast.ClassDef | ast.If | ast.Try):
            found += functions(node)
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "attrib").rglob("*.py")), ids=lambda path: path.stem)
def test_public_functions_say_what_they_do(path: Path) -> None:
    """Every one in the package has a docstring and says what it returns."""
    found = [each for each in functions(ast.parse(path.read_text(encoding="utf-8"))) if not each.name.startswith("_")]
    assert [each.name for each in found if ast.get_docstring(each) is None or each.returns is None] == []
