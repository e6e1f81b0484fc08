"""CSV files that people hand over and get back."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrib.errors import AttribError
from attrib.resources import read_file


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header, in UTF-8; AttribError says what is wrong with it."""
    text = read_file(path)
    try:
        return [{name: value or "" for name, value in row.items() if name} for row in csv.DictReader(io.StringIO(text))]
    except csv.Error as error:
        raise AttribError(f"{path} is no CSV file: {error}; save it as CSV", seen=str(path)) from error


def printed(rows: Sequence[Mapping[str, str]], *, last: Sequence[str]) -> str:
    """Rows as CSV: the columns of the first, `last` at the end."""
    first = [name for name in (rows[0] if rows else {}) if name not in last]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*first, *last], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
