"""What a reader sees when something cannot be shown: a page in the reader's language, or JSON where that was asked for.

Datasette's own page has no style sheet and tells of a mistake in the program whatever the exception says, paths of
files included; its handler draws the trace of every unknown address, which takes the better part of a second. Here only
errors that were meant for the reader are told, and a mistake is one line in the log. A wrong parameter is a mistake of
the reader's: Datasette fails on many without a word.
"""

import logging
import re
import sqlite3
import traceback
from pathlib import Path
from typing import Any

import datasette.views
from datasette.database import QueryInterrupted
from datasette.plugins import pm
from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

from attrib.site.database import TOO_LARGE
from attrib.site.wording import reader

_log = logging.getLogger(__name__)

_SAYINGS = {
    400: "This cannot be answered as it was asked.",
    403: "This is not shown here.",
    404: "There is no such page here.",
    500: "Something went wrong on the server.",
}
MISTAKE = "The mistake is ours, and it has been written down. Try another page, or the same one later."
TOO_LONG = "The query took too long. Ask for less, or download the database and query your copy."
UNREADABLE = "A part of this address cannot be understood. Take parameters from the links and forms of the site."

_DATASETTES_WORDS = {
    "Database not found": "Look for it from the start page, or among all tables.",
    "Table not found": "There is no table or view of this name. The page of all tables lists them.",
    "_size must be <= 1000": "A page shows 1000 rows at most (_size=1000). Go on with the link below the rows, or take "
    "all of them as a file: CSV or JSON below the table.",
    "_size must be a positive integer": "_size is how many rows a page shows: a whole number from 1 to 1000, or max.",
}
"""What Datasette says in its own terms, and what a reader is told instead."""
_DATASETTES_HANDLER = "datasette.handle_exception"
_DATASETTES_PAGES = str(Path(str(datasette.views.__file__)).parent)


def replace_datasettes_handler() -> None:
    """Datasette asks every handler, its own too, whichever it listens to; so its own has to go."""
    if pm.has_plugin(_DATASETTES_HANDLER):
        pm.unregister(name=_DATASETTES_HANDLER)


async def error_response(site: Any, request: Any, exception: Exception) -> Response:
    """The answer to a request that failed."""
    status, message = told(exception)
    if status >= 500 or message == reader.get().text(UNREADABLE):
        write_down(exception, request.method, request.path)
    headers = {"access-control-allow-origin": "*"} if site.cors else {}
    if request.path.endswith((".json", ".jsonld")):
        content = {"ok": False, "error": message, "status": status, "title": None}
        return Response.json(content, status=status, headers=headers)
    heading = _SAYINGS.get(status, _SAYINGS[400])
    place = place_of(message, request.args.get("sql") or "")
    context = {"status": status, "heading": heading, "error": message, "place": place}
    page = await site.render_template("error.html", context, request=request, view_name="error")
    return Response.html(page, status=status, headers=headers)


def place_of(message: str, sql: str) -> tuple[int, str] | None:
    """Line and words of the SQL in which SQLite met what it names in its message; None if it names nothing there."""
    named = re.search(r'near "(.+?)"|no such (?:column|table|function): (\S+)', message)
    words = named and (named[1] or named[2]).rpartition(".")[2]
    for number, line in enumerate(sql.splitlines() if words else (), start=1):
        if re.search(rf"(?<!\w){re.escape(str(words))}(?!\w)", line):
            return number, line.strip()
    return None


def told(exception: Exception) -> tuple[int, str]:
    """Status and words for an exception; what was not meant for readers is none of their business."""
    status, message = _status_and_message(exception)
    return status, reader.get().text(_DATASETTES_WORDS.get(message, message))


def _status_and_message(exception: Exception) -> tuple[int, str]:
    if isinstance(exception, Base400):
        said = str(exception.args[0]) if exception.args else ""
        return exception.status, "" if said == str(exception.status) else said
    if isinstance(exception, DatasetteError):
        status = 400 if exception.status >= 500 else exception.status
        return status, TOO_LONG if exception.message_is_html else str(exception.message)
    if isinstance(exception, QueryInterrupted):
        return 400, TOO_LONG
    if isinstance(exception, MemoryError):
        return 400, TOO_LARGE
    if not _is_on_a_page_of_datasettes(exception):
        return 500, MISTAKE
    is_in_sql = isinstance(exception, sqlite3.Error) and not isinstance(exception, sqlite3.ProgrammingError)
    return 400, str(exception) if is_in_sql else UNREADABLE


def _is_on_a_page_of_datasettes(exception: Exception) -> bool:
    """Whether it failed where Datasette shows a table, a row or a query: of what it is handed, only the address is not
    ours.
    """
    return any(frame.filename.startswith(_DATASETTES_PAGES) for frame in traceback.extract_tb(exception.__traceback__))


def write_down(mistake: BaseException, method: str, path: str) -> None:
    """Write a mistake of the program to the log, in one line: what, where, and at which address."""
    frames = traceback.extract_tb(mistake.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "nowhere"
    _log.error("%s %r: %s at %s: %r", method, path[:200], type(mistake).__name__, place, str(mistake)[:500])
