"""The Python interface loads late, streams, and does what its page says."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import attrib
from attrib import Annotator, annotate
from attrib.api import _shipped
from attrib.errors import InputError, ResourceError
from attrib.pipeline.annotate import BATCH
from tests.annotator import FakeAnnotator

ROOT = Path(__file__).parents[1]


def test_importing_loads_no_torch() -> None:
    """Neither `import attrib` nor taking its names nor making an annotator."""
    code = (
        "import sys, attrib; assert not {m for m in sys.modules if m.startswith('attrib.')}\n"
        "from attrib import Annotator, annotate, open_database; Annotator()\n"
        "assert not {'torch', 'stanza'} & set(sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert told.returncode == 0, told.stderr


def test_public_names() -> None:
    """All are there, listed and described; anything else is refused as usual."""
    assert set(dir(attrib)) == {"Annotator", "__version__", "annotate", "open_database"}
    assert all(getattr(attrib, name).__doc__ for name in attrib.__all__)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = attrib.nonsense


@pytest.fixture
def annotator() -> Annotator:
    """An annotator without models."""
    made: Any = Annotator()
    made.__dict__["_pipeline"] = FakeAnnotator()
    return made  # type: ignore[no-any-return]


def test_the_same_text_is_the_same_document(annotator: Annotator) -> None:
    """Wherever it stands among the others; offsets are those of the text."""
    one, two, three = annotator.annotate_texts(["Erster Text.", "Zweiter Text.", "Erster Text."])
    assert one == three
    assert one.document.id != two.document.id
    assert two.document.text == "Zweiter Text."


def test_one_text_is_not_a_list_of_letters(annotator: Annotator) -> None:
    """A text in place of several texts is told at once, and so is something that is no text."""
    with pytest.raises(InputError, match=r"\[text\]"):
        annotator.annotate_texts("Ein Text.")
    with pytest.raises(InputError, match="not int"):
        list(annotator.annotate_texts([5]))  # type: ignore[list-item]


def test_unknown_language() -> None:
    """Is told when the first text comes."""
    with pytest.raises(ResourceError):
        list(Annotator(language="xx").annotate_texts(["Ein Text."]))
    _shipped.cache_clear()
    with pytest.raises(ResourceError):
        annotate("Ein Text.", language="xx")


@pytest.mark.pipeline
def test_texts_are_streamed() -> None:
    """No more texts are taken from the iterable than go through the parser together."""
    taken: list[int] = []

    def texts() -> Iterator[str]:
        for number in range(10 * BATCH):
            taken.append(number)
            yield f"Der Minister sagte, {number} Brücken seien gesperrt."

    found = Annotator(threads=1).annotate_texts(texts())
    assert taken == []
    assert next(found).statements[0].type == "indirect"
    assert len(taken) <= BATCH


@pytest.mark.pipeline
def test_documented_code_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """docs/python.md from top to bottom, in one go, and it prints what it promises."""
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for code in re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL):
        exec(compile(code, "docs/python.md", "exec"), names)
        printed = capsys.readouterr().out
        assert printed.strip() or "print(" not in code, code
    assert (names["folder"] / "dist" / "downloads" / "statements_flat.csv.gz").exists()
    assert list(tmp_path.iterdir()) == [], "whoever runs it where the README was followed keeps that database"
