"""What every page of ours is made with: the database, the addresses, the template and what a citation names."""

from collections.abc import Collection
from typing import Any

from datasette.utils.asgi import Response

from attrib import __version__
from attrib.publish.description import DATABASE_NAME
from attrib.site.drawing import COMPLETE
from attrib.site.links import Links
from attrib.site.refusal import check_once, unheeded


def asked(datasette: Any) -> tuple[Any, Links]:
    """The database and the addresses."""
    return datasette.get_database(DATABASE_NAME), Links(datasette.urls)


async def html(
    template: str, page: Any, request: Any, datasette: Any, *, heeds: Collection[str] = (), **more: Any
) -> Response:
    """A page from its template, which calls what it shows `page`.

    `heeds` are the parameters that it asks of its address. Others are said on it, so that nobody takes it for their
    answer, and do no harm: other sites add some to every link. Raises BadRequest for one that is asked for twice.
    """
    check_once(request.args, heeds)
    said = {"version": version(datasette), "unheeded": unheeded(request.args, heeds)}
    context = {"page": page, "database": DATABASE_NAME, COMPLETE: True, **said, **more}
    return Response.html(await datasette.render_template(template, context, request=request, view_name="page"))


def version(datasette: Any) -> str:
    """What a citation names beside the id: the program's version and the first digits of the database's checksum."""
    return f"{__version__}/{str(datasette.get_database(DATABASE_NAME).hash)[:8]}"
