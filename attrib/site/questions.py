"""Questions in SQL to begin with, and an outline of the tables they may be asked of."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrib.records import Record
from attrib.resources import load_records
from attrib.store.dictionary import published
from attrib.store.tables import views


class Question(Record):
    """A question with its SQL, as `docs/sql.md` answers it."""

    title: str
    note: str | None = None
    sql: str


@cache
def questions() -> tuple[Question, ...]:
    """All of `questions.yml`, in their order."""
    return load_records(files("attrib") / "site" / "questions.yml", Question)


@cache
def outline() -> Mapping[str, Sequence[str]]:
    """The columns of every view and table that a reader may ask, by its name; what explains codes is left out."""
    found = {view.name: tuple(view.columns) for view in views()}
    return found | {name: tuple(table.columns) for name, table in published().items() if not table.lookup}
