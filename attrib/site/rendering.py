"""What every page of ours is made with: the database, the addresses, the template and what a citation names."""

from typing import Any

from datasette.utils.asgi import Response

from attrib import __version__
from attrib.publish.description import DATABASE_NAME
from attrib.site.links import Links


def asked(datasette: Any) -> tuple[Any, Links]:
    """The database and the addresses."""
    return datasette.get_database(DATABASE_NAME), Links(datasette.urls)


async def html(template: str, page: Any, request: Any, datasette: Any, **more: Any) -> Response:
    """A page from its template, which calls what it shows `page`."""
    context = {"page": page, "database": DATABASE_NAME, "version": version(datasette), **more}
    return Response.html(await datasette.render_template(template, context, request=request, view_name="page"))


def version(datasette: Any) -> str:
    """What a citation names beside the id: the program's version and the first digits of the database's checksum."""
    return f"{__version__}/{str(datasette.get_database(DATABASE_NAME).hash)[:8]}"
