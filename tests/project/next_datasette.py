"""The newest alpha of Datasette: which of the names that we use it still has, and whether it shows what we publish.

python tests/project/next_datasette.py make DIR       with our own Python: a small published folder
ALPHA/bin/python tests/project/next_datasette.py check DIR       with a Python that has the alpha; exits with 1 if not
"""

import argparse
import ast
import asyncio
import importlib
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

SITE = Path(__file__).parents[2] / "attrib" / "site"
PAGES = (
    "/attrib.json",
    "/attrib/statements.json",
    "/attrib/statements?status=disputed",
    "/attrib/-/query.json?sql=select+count(*)+from+statements",
    "/attrib/disputed",
)


def used() -> Iterator[tuple[str, str]]:
    """Each name that the site imports from Datasette, with its module."""
    for file in sorted(SITE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "datasette":
                yield from ((str(node.module), each.name) for each in node.names)


def missing() -> list[str]:
    """Those that this Datasette has not."""
    found = []
    for module, name in sorted(set(used())):
        try:
            has_it = hasattr(importlib.import_module(module), name)
        except ImportError:
            has_it = False
        if not has_it:
            found.append(f"{module}.{name}")
    return found


async def statuses(folder: Path) -> dict[str, int]:
    """What it answers to questions for the published data, without our pages."""
    from datasette.app import Datasette

    datasette = Datasette(files=[], immutables=[str(folder / "attrib.db")])
    await datasette.invoke_startup()
    return {path: (await datasette.client.get(path)).status_code for path in PAGES}


def make(folder: Path) -> None:
    """A published folder with three articles."""
    sys.path.insert(0, str(SITE.parents[1]))
    from attrib.publish.published import build
    from tests import articles
    from tests.exports import working_database

    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "w.db"
    database.unlink(missing_ok=True)
    build(working_database(database, articles.all_articles()), folder, downloads=False)


def check(folder: Path) -> int:
    """Tell what holds; the number of things that do not."""
    lost, answers = missing(), asyncio.run(statuses(folder))
    print(f"datasette {version('datasette')}")
    for path, status in answers.items():
        print(f"{status} {path}")
    for name in lost:
        print(f"not there any more: {name}")
    return len(lost) + sum(status != 200 for status in answers.values())


def main() -> None:
    """Either."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=["make", "check"])
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    if asked.step == "make":
        make(asked.folder)
    else:
        sys.exit(bool(check(asked.folder)))


if __name__ == "__main__":
    main()
