"""Pages that are complete look as if they had been waited for."""

import re
from pathlib import Path
from typing import Any

import pytest

from attrib.site import rendering, statements
from attrib.site.drawing import COMPLETE
from attrib.site.serve import site
from tests.site.conftest import end

PAGES = (
    "/",
    "/article/doc-a",
    "/statement/a-claim?_lang=de",
    "/source/nis",
    "/quality",
    "/codebook",
    "/attrib/statements?status=claimed&_lang=de",
    "/attrib/statements?_said_by=nis&type=indirect",
    "/attrib/statements?_search=Soldaten&_sort=source",
)


async def test_waiting_changes_nothing(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same page either way."""
    at_once = await _pages(dist)
    for module in (rendering, statements):
        monkeypatch.setattr(module, "COMPLETE", f"not_{COMPLETE}")
    assert at_once == await _pages(dist)


async def _pages(dist: Path) -> list[str]:
    datasette = site(dist)
    found = [await _page(datasette.client, path) for path in PAGES]
    end(datasette)
    return found


async def _page(client: Any, path: str) -> str:
    answer = await client.get(path)
    assert answer.status_code == 200, path
    assert not re.search("coroutine|object at 0x", answer.text)
    return str(answer.text)
