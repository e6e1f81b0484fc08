"""Functions of SQL that take a moment over any value, in place of those of SQLite that readers' own SQL must not call.

SQLite looks at the clock between the rows of a query only, not between the calls in one of them. Its `instr`, `replace`
and `trim` take up to the product of both lengths, its `printf` as long as the width that it is asked for: a hundred of
them in one row would keep a processor busy for minutes. Python's own search takes the sum of the lengths.
"""

import re
import sqlite3
from functools import partial

Value = str | bytes | int | float | None

_WIDE = re.compile(r"%[^%A-Za-z]*(?:\*|\d{5})")
"""A width or precision that is an argument, or of five digits."""


def replace_functions(connection: sqlite3.Connection, *, longest: int) -> None:
    """Put them in place on a connection; `longest` is the most characters that a value may have."""
    connection.create_function("instr", 2, _place, deterministic=True)
    connection.create_function("replace", 3, partial(_replaced, longest), deterministic=True)
    for name, sides in (("trim", "lr"), ("ltrim", "l"), ("rtrim", "r")):
        connection.create_function(name, 2, partial(_trimmed, sides), deterministic=True)
    formatting = sqlite3.connect(":memory:", check_same_thread=False)
    formatting.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
    for name in ("printf", "format"):
        connection.create_function(name, -1, partial(_formatted, longest, formatting), deterministic=True)


def _too_long(longest: int) -> str:
    """What SQLite refuses to take, as it refuses values of its own; an exception would be written to the log."""
    return " " * (longest + 1)


def _text(value: Value) -> str:
    """A value as text, as SQLite reads it."""
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _place(value: Value, sought: Value) -> int | None:
    """SQL's `instr(value, sought)`; of bytes in bytes by bytes."""
    if value is None or sought is None:
        return None
    if isinstance(value, bytes) and isinstance(sought, bytes):
        return value.find(sought) + 1
    return _text(value).find(_text(sought)) + 1


def _replaced(longest: int, value: Value, sought: Value, instead: Value) -> str | None:
    """SQL's `replace(value, sought, instead)`; too long a value instead of a much longer one."""
    if value is None or sought is None or instead is None:
        return None
    text, old, new = _text(value), _text(sought), _text(instead)
    if not old:
        return text
    if len(text) + text.count(old) * (len(new) - len(old)) > longest:
        return _too_long(longest)
    return text.replace(old, new)


def _trimmed(sides: str, value: Value, characters: Value) -> str | None:
    """SQL's `trim(value, characters)`."""
    if value is None or characters is None:
        return None
    text, cut = str(value), frozenset(str(characters))
    start = next((place for place, letter in enumerate(text) if letter not in cut), len(text)) if "l" in sides else 0
    end = len(text)
    while "r" in sides and end > start and text[end - 1] in cut:
        end -= 1
    return text[start:end]


def _formatted(longest: int, formatting: sqlite3.Connection, pattern: Value = None, *values: Value) -> str | None:
    """SQL's `printf(pattern, ...)`; too long a value for a width of more than four digits."""
    if pattern is None:
        return None
    if _WIDE.search(str(pattern)):
        return _too_long(longest)
    marks = ", ?" * len(values)
    (text,) = formatting.execute(f"SELECT printf(?{marks})", (str(pattern), *values)).fetchone()
    return None if text is None else str(text)
