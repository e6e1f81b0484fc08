"""Letters are kept with their reasons, never overwritten, shown by the latest, and decide nothing."""

from pathlib import Path

import pytest
import sqlite_utils

from attrib.errors import InputError, ResourceError
from attrib.records import Annotation
from attrib.registry.entry import SourceReliability
from attrib.registry.rating import Rating, load_ratings
from attrib.registry.registry import build_registry, load_registry
from attrib.store.rating_rows import write_ratings
from attrib.store.write import write_annotation, write_registry
from tests import frozen

EXAMPLE = Path(__file__).parents[2] / "examples" / "ratings.yml"


def rating(letter: str, on: str, *, source: str = "nis", by: str = "A") -> Rating:
    """A rating with a reason that names its letter."""
    return Rating.model_validate(
        {"source": source, "letter": letter, "basis": f"Reason for {letter}.", "rated_by": by, "rated_on": on}
    )


def shown(db: sqlite_utils.Database) -> tuple[str, str, str]:
    """Letter, reason and date in the row of the source."""
    sql = "SELECT reliability, reliability_basis, rated_on FROM sources WHERE id = 'nis'"
    found: tuple[str, str, str] = db.execute(sql).fetchone()
    return found


def test_the_latest_letter_is_shown_and_all_are_kept(db: sqlite_utils.Database) -> None:
    """Whatever the order in which they were written."""
    write_ratings(db, [rating("b", "2024-12-01"), rating("d", "2024-11-01")])
    assert shown(db) == ("b", "Reason for b.", "2024-12-01")
    letters = db.execute("SELECT letter FROM source_ratings ORDER BY rated_on").fetchall()
    assert letters == [("d",), ("b",)]


def test_a_letter_stays_when_the_source_is_written_again(
    db: sqlite_utils.Database, annotations: tuple[Annotation, ...]
) -> None:
    """By another article or the registry, without the file of ratings."""
    write_ratings(db, [rating("b", "2024-12-01")])
    for annotation in annotations:
        write_annotation(db, annotation)
    write_registry(db, [source for item in annotations for source in item.sources if source.origin == "registry"])
    assert shown(db)[0] == "b"


def test_the_same_rating_again_changes_nothing(db: sqlite_utils.Database) -> None:
    """The file can be given with every run."""
    write_ratings(db, [rating("b", "2024-12-01")])
    write_ratings(db, [rating("b", "2024-12-01")])
    assert db.table("source_ratings").count_where("source = 'nis'") == 1


def test_history_is_not_overwritten(db: sqlite_utils.Database) -> None:
    """Another letter by the same person and day is refused, with what to do."""
    write_ratings(db, [rating("b", "2024-12-01")])
    with pytest.raises(InputError, match="its own date"):
        write_ratings(db, [rating("c", "2024-12-01")])


def test_an_unknown_source_is_refused(db: sqlite_utils.Database) -> None:
    """The message says where the ids are."""
    with pytest.raises(InputError, match="attrib sources list"):
        write_ratings(db, [rating("b", "2024-12-01", source="nobody")])


def test_a_malformed_file_is_named_with_its_line(tmp_path: Path) -> None:
    """A letter that does not exist."""
    file = tmp_path / "ratings.yml"
    file.write_text(
        "- source: nis\n  letter: z\n  basis: because of everything\n  rated_by: A\n  rated_on: '2024'\n", "utf-8"
    )
    with pytest.raises(ResourceError, match="line 2"):
        load_ratings(file)


def test_two_letters_of_one_day_are_refused(tmp_path: Path) -> None:
    """Which one is the later one could not be told."""
    entry = "- {source: nis, letter: b, basis: because of everything, rated_by: A, rated_on: '2024-11-01'}\n"
    file = tmp_path / "ratings.yml"
    file.write_text(entry * 2, "utf-8")
    with pytest.raises(ResourceError, match="twice"):
        load_ratings(file)


def test_the_example_fits_the_registry() -> None:
    """`examples/ratings.yml` rates sources that are there."""
    assert {item.source for item in load_ratings(EXAMPLE)} <= set(load_registry().by_id)


@pytest.mark.parametrize("path", frozen.SEEDS, ids=lambda path: path.name[:3])
def test_letters_decide_nothing(path: Path) -> None:
    """With every letter of the registry swapped each statement has the same parties, chain and status."""
    letters = "abcdef"
    swapped = build_registry(
        entry.model_copy(update={"reliability": SourceReliability(letter=letters[number % 6], basis="Swapped.")})
        for number, entry in enumerate(load_registry().entries)
    )
    other = frozen.annotated(frozen.seed_document(path), frozen.seed_analysis(path), swapped)
    before = frozen.annotated_seed(path)
    assert other.statements == before.statements
    assert other.assessments == before.assessments
    assert {item.reliability for item in other.sources} != {item.reliability for item in before.sources}
