"""What a reader sees when something cannot be shown: a page in the reader's language, or JSON where that was asked for.

Datasette's own page has no style sheet and tells of a mistake in the program whatever the exception says, paths of
files included. Here only errors that were meant for the reader are told. Datasette still writes the trace of a mistake
to the log, and renders `error.html` once more for an answer that nobody gets: the template must bear missing values.
"""

from typing import Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError

from attrib.site.wording import reader

_SAYINGS = {
    400: "This cannot be answered as it was asked.",
    403: "This is not shown here.",
    404: "There is no such page here.",
    500: "Something went wrong on the server.",
}
_MISTAKE = "The mistake is ours, and it has been written down. Try another page, or the same one later."
TOO_LONG = "The query took too long. Ask for less, or download the database and query your copy."


async def error_response(datasette: Any, request: Any, exception: Exception) -> Response:
    """The answer to a request that failed."""
    status, message = told(exception)
    headers = {"access-control-allow-origin": "*"} if datasette.cors else {}
    if request.path.endswith((".json", ".jsonld")):
        content = {"ok": False, "error": message, "status": status, "title": None}
        return Response.json(content, status=status, headers=headers)
    heading = _SAYINGS.get(status, _SAYINGS[400])
    context = {"status": status, "heading": heading, "error": message}
    page = await datasette.render_template("error.html", context, request=request, view_name="error")
    return Response.html(page, status=status, headers=headers)


def told(exception: Exception) -> tuple[int, str]:
    """Status and words for an exception; what was not meant for readers is none of their business."""
    words = reader.get()
    if isinstance(exception, Base400):
        return exception.status, words.text(str(exception.args[0]) if exception.args else "")
    if isinstance(exception, DatasetteError):
        if exception.message_is_html:
            return 400, words.text(TOO_LONG)
        is_readers = exception.status == 500 and str(exception.message).startswith("fts5:")
        return 400 if is_readers else exception.status, words.text(str(exception.message))
    return 500, words.text(_MISTAKE)
