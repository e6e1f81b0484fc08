"""What is known of articles beside their text."""

from pathlib import Path

import pytest

from attrib.errors import ResourceError
from attrib.intake.documents_yml import load_metadata

SEEDS = Path(__file__).parents[2] / "seeds"


def folder_with(tmp_path: Path, yaml: str) -> Path:
    """A folder with one article `a.txt` and this description."""
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "documents.yml").write_text(yaml, encoding="utf-8")
    return tmp_path


def test_every_seed_is_described() -> None:
    """Each article of the seeds has an entry, and each entry an article."""
    assert sorted(load_metadata(SEEDS)) == sorted(path.name for path in SEEDS.glob("*.txt"))


def test_dates_keep_their_precision() -> None:
    """A month stays a month, a day a day."""
    seeds = load_metadata(SEEDS)
    assert seeds["001_1e84f06904def79d.txt"].published == "2024-12"
    assert seeds["004_5ab142abc300f271.txt"].updated == "2024-10-23"


def test_folder_without_description_is_empty(tmp_path: Path) -> None:
    """A folder without documents.yml has no metadata and is no error."""
    assert load_metadata(tmp_path) == {}


@pytest.mark.parametrize("value", ["22.10.2024", "2024-13", "2024-02-30", "2024-10-", "24", "2024-1-1"])
def test_dates_that_are_none_are_refused(tmp_path: Path, value: str) -> None:
    """What is not a date, or not written as an ISO prefix, is an error that names the field."""
    folder = folder_with(tmp_path, f"a.txt: {{published: '{value}', published_basis: the page}}\n")
    with pytest.raises(ResourceError, match=r"line 1, field 'a\.txt\.published'"):
        load_metadata(folder)


@pytest.mark.parametrize("value", ["2024", "2024-10", "2024-02-29"])
def test_iso_prefixes_are_dates(tmp_path: Path, value: str) -> None:
    """Year, month and day are each precise enough."""
    folder = folder_with(tmp_path, f"a.txt: {{published: '{value}', published_basis: the page}}\n")
    assert load_metadata(folder)["a.txt"].published == value


@pytest.mark.parametrize("entry", ["published: 2024-10", "updated_basis: the page"])
def test_date_and_basis_go_together(tmp_path: Path, entry: str) -> None:
    """A date without its basis is refused, and a basis without a date."""
    with pytest.raises(ResourceError, match="go together"):
        load_metadata(folder_with(tmp_path, f"a.txt: {{{entry}}}\n"))


def test_year_without_quotes_is_refused(tmp_path: Path) -> None:
    """A bare year is a number in YAML; the message names line and field."""
    folder = folder_with(tmp_path, "a.txt:\n  published: 2024\n  published_basis: the page\n")
    with pytest.raises(ResourceError, match=r"line 2, field 'a\.txt\.published': seen 2024"):
        load_metadata(folder)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """An entry for a missing article is an error: probably a misspelt name."""
    with pytest.raises(ResourceError, match=r"'b\.txt', which is not a file"):
        load_metadata(folder_with(tmp_path, "b.txt: {publisher: Kurier}\n"))


def test_address_must_be_one(tmp_path: Path) -> None:
    """A url that is not an http address is refused."""
    with pytest.raises(ResourceError, match="an address begins with https"):
        load_metadata(folder_with(tmp_path, "a.txt: {url: kurier.at}\n"))


def test_unknown_rights_are_refused(tmp_path: Path) -> None:
    """Rights outside the three values are an error that lists them."""
    with pytest.raises(ResourceError, match="'full', 'context' or 'none'"):
        load_metadata(folder_with(tmp_path, "a.txt: {rights: public}\n"))
