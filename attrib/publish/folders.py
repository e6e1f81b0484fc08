"""Where the operator keeps files is nobody's business: messages name files, not folders."""

import re
import sqlite3

_FOLDERS = re.compile(
    r"""^(?:[A-Za-z]:)?[/\\](?:[^/\\:\n]+[/\\])+(?=[^/\\:\n]+:\s)
    | (?<![\w./:\\])(?:[A-Za-z]:)?(?:[/\\][^\s/\\:,;'"“”„]+)+[/\\](?=[^\s/\\])""",
    re.VERBOSE,
)
"""The folders before the name of a file: of the place with which a message begins, which may have blanks in it, or
anywhere. An address of the web or *und/oder* has none."""


def hide_folders(connection: sqlite3.Connection) -> None:
    """Take the folders out of the messages of issues."""
    for key, message in connection.execute("SELECT pk, message FROM issues").fetchall():
        hidden = without_folders(message)
        if hidden != message:
            connection.execute("UPDATE issues SET message = ? WHERE pk = ?", [hidden, key])


def without_folders(message: str) -> str:
    """The message with the bare names of files."""
    return _FOLDERS.sub("", message)
