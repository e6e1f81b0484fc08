"""Files of cases."""

from pathlib import Path

import pytest

from attrib.errors import InputError
from attrib.evaluation.cases import Case, case_files, is_right, read_cases
from tests import frozen

CASE = '- text: "Der Hund bellte."\n  statements: []\n'


def test_files_and_folders(tmp_path: Path) -> None:
    """A folder stands for its files of cases, whatever else is in it; a file that is named twice is read once."""
    (tmp_path / "a.yml").write_text(CASE, encoding="utf-8")
    (tmp_path / "sentences.yml").write_text('- text: "Ja."\n  sentences: [Ja .]\n', encoding="utf-8")
    (tmp_path / "words.yml").write_text("names: []\n", encoding="utf-8")
    assert case_files([tmp_path]) == case_files([tmp_path, tmp_path / "a.yml"]) == [tmp_path / "a.yml"]
    assert list(read_cases(case_files([tmp_path]))) == [Case(text="Der Hund bellte.")]


def test_a_path_without_cases_is_named(tmp_path: Path) -> None:
    """An empty folder, and one that is not there."""
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError, match=f"{path.name}: no file of cases"):
            case_files([path])


def test_a_file_of_another_form_is_named(tmp_path: Path) -> None:
    """With the line, and with the form that is wanted."""
    (tmp_path / "a.yml").write_text(CASE + "  wrong: 1\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.yml, line 3.*`text` and `statements`"):
        list(read_cases([tmp_path / "a.yml"]))


def test_a_case_is_right_if_it_lists_all_that_is_found() -> None:
    """No field that is another, no statement less or more."""
    text = "Der Wirt sagte, das Treffen falle aus."
    row = {"exact": "das Treffen falle aus", "type": "indirect"}
    annotation = frozen.annotated_text(text)
    assert is_right(Case(text=text, statements=(row,)), annotation)
    assert not is_right(Case(text=text), annotation)
    assert not is_right(Case(text=text, statements=({**row, "polarity": "negative"},)), annotation)
    assert not is_right(Case(text=text, statements=(row, {"exact": "Der Wirt", "type": "direct"})), annotation)
