"""The addresses of our own pages; they stay the same over all builds.

/statement/<id>   also as .json, .jsonld, .bib, .ris, .csl.json; ids of earlier annotations lead to the present one
/source/<id>      ids of parties that the registry did not know lead to the registered ones
/article/<id>     /claim/<id>     /quality     /robots.txt
/changed          what changed since an earlier build, also as .json
/saved            the searches that a reader's browser keeps
/pictures, /compare and what else looks over all articles: `attrib.site.overviews`
/downloads        the files to take away, below it the files themselves; /dataset.jsonld describes them
"""

import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Response

from attrib.publish.description import DATABASE_NAME
from attrib.publish.published import DATABASE_FILE, DOWNLOADS
from attrib.site.article import article_page
from attrib.site.bibliography import REFERENCES, cited, is_local, quoted
from attrib.site.changed import changed, changed_page
from attrib.site.charts import status_over_time
from attrib.site.claim import claim_page
from attrib.site.crawlers import robots_txt
from attrib.site.downloads import dataset_as_linked_data, downloads_page, listed
from attrib.site.files import Files
from attrib.site.home import home_page
from attrib.site.linked_data import statement_as_json, statement_as_linked_data
from attrib.site.overviews import OVERVIEWS, numbers
from attrib.site.quality import evaluation
from attrib.site.queries import Row, row
from attrib.site.refusal import check_heeded
from attrib.site.rendering import asked, html, version
from attrib.site.source import source_at, source_page
from attrib.site.statement import statement_key, statement_page
from attrib.site.statements import StatementsPage
from attrib.site.wording import as_stored, reader

View = Callable[..., Awaitable[Response]]

_STATEMENTS = {"database": DATABASE_NAME, "table": "statements", "format": None}
_LISTS = {"article": "documents", "source": "by_source", "claim": "claims"}
"""Where the pages of each kind are listed; statements open by `Links.credited`."""
_MARKS = ("_search",)
"""Words to be marked on a page that shows words of articles."""
_FILTERS_OF_ARTICLE = ("status", "type", "source", *_MARKS)
"""The first three are heeded by the page's own script."""
_ID = r"(?P<id>[\w.-]+?)"


def _found(page: Row | None, message: str) -> Row:
    if page is None:
        raise NotFound(message)
    return page


async def home(request: Any, datasette: Any) -> Response:
    """The first page; Datasette's own looks up the foreign keys of every table for it, each time."""
    db, _ = asked(datasette)
    return await html("index.html", await home_page(db), request, datasette)


async def statement(request: Any, datasette: Any) -> Response:
    """The page of a statement."""
    db, to = asked(datasette)
    found = await _statement(request, datasette)
    if found["id"] != request.url_vars["id"]:
        return Response.redirect(to.page("statement", found["id"]))
    page = await statement_page(db, found["pk"])
    address = _address(request, datasette, found)
    shown = {"address": address, "is_local": is_local(address), "references": REFERENCES, "quoted": quoted}
    return await html("statement.html", page, request, datasette, heeds=_MARKS, **shown)


async def statement_json(request: Any, datasette: Any) -> Response:
    """A statement as JSON, or as JSON-LD in the words of schema.org."""
    check_heeded(request.args)
    db, _ = asked(datasette)
    found = await _statement(request, datasette)
    with as_stored():
        page = await statement_page(db, found["pk"])
    base = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
    is_linked = request.url_vars["format"] == "jsonld"
    content = statement_as_linked_data(page, base) if is_linked else statement_as_json(page, base, version(datasette))
    kind = "application/ld+json" if is_linked else "application/json"
    return Response(content, content_type=f"{kind}; charset=utf-8", headers={"access-control-allow-origin": "*"})


async def reference(request: Any, datasette: Any) -> Response:
    """A statement for a program that keeps references."""
    check_heeded(request.args)
    db, _ = asked(datasette)
    found = await _statement(request, datasette)
    page = await statement_page(db, found["pk"])
    made = cited(page, address=_address(request, datasette, found), version=version(datasette))
    form, name = REFERENCES[request.url_vars["format"]], f"attrib-{found['id']}.{request.url_vars['format']}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "access-control-allow-origin": "*"}
    return Response(form.write(made), content_type=form.kind, headers=headers)


def _address(request: Any, datasette: Any, found: Row) -> str:
    """The lasting address of a statement."""
    return str(datasette.absolute_url(request, datasette.urls.path(f"/statement/{found['id']}")))


async def _statement(request: Any, datasette: Any) -> Row:
    db = datasette.get_database(DATABASE_NAME)
    return _found(
        await statement_key(db, request.url_vars["id"]), "There is no statement with this id in this database."
    )


async def article(request: Any, datasette: Any) -> Response:
    """The page of an article."""
    db, to = asked(datasette)
    page = await article_page(db, request.url_vars["id"], address=lambda key: to.page("statement", key))
    found = _found(page, "There is no article with this id.")
    return await html("article.html", found, request, datasette, heeds=_FILTERS_OF_ARTICLE)


async def source(request: Any, datasette: Any) -> Response:
    """The page of a source; the id that a party had before it was registered leads there too."""
    db, to = asked(datasette)
    key = request.url_vars["id"]
    page = await source_page(db, key)
    registered = source_at(key) if page is None else None
    if registered is not None and await source_page(db, registered) is not None:
        return Response.redirect(to.page("source", registered))
    page = _found(page, "There is no source with this id in this database.")

    def at(time: str, status: str) -> str:
        return to.table("statements", _said_by=page["source"]["id"], status=status, _from=time, _to=time)

    times = [status_over_time(page["months"], reader.get(), at, is_narrow=is_narrow) for is_narrow in (False, True)]
    return await html("source.html", page, request, datasette, heeds=_MARKS, times=times if all(times) else [])


async def claim(request: Any, datasette: Any) -> Response:
    """The page of a claim."""
    db, to = asked(datasette)
    page = _found(await claim_page(db, request.url_vars["id"]), "There is no claim with this id in this database.")
    return await html("claim.html", page, request, datasette, heeds=_MARKS, numbers=numbers(page["versions"], to))


async def quality(request: Any, datasette: Any) -> Response:
    """How well the annotation was measured to be."""
    return await html("quality.html", evaluation(), request, datasette)


async def changes(request: Any, datasette: Any) -> Response:
    """What changed since an earlier build."""
    db = datasette.get_database(DATABASE_NAME)
    found = changed(Path(db.path), str(db.hash))
    if request.url_vars.get("format"):
        check_heeded(request.args)
        content = _found(found, "This database was published without a comparison with an earlier one.")
        return Response.json(content, headers={"access-control-allow-origin": "*"})
    return await html("changed.html", found and await changed_page(db, found), request, datasette)


async def saved(request: Any, datasette: Any) -> Response:
    """The searches that the reader's browser keeps."""
    return await html("saved.html", None, request, datasette)


async def downloads(request: Any, datasette: Any) -> Response:
    """The files to take away."""
    found = listed(Path(datasette.get_database(DATABASE_NAME).path))
    return await html("downloads.html", found and downloads_page(found), request, datasette)


async def dataset(request: Any, datasette: Any) -> Response:
    """The files as a schema.org Dataset."""
    check_heeded(request.args)
    found = listed(Path(datasette.get_database(DATABASE_NAME).path))
    if found is None:
        raise NotFound("This database was published without files to take away.")
    base = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
    return Response(
        dataset_as_linked_data(found, base),
        content_type="application/ld+json; charset=utf-8",
        headers={"access-control-allow-origin": "*"},
    )


async def download(request: Any, datasette: Any, scope: Any, receive: Any, send: Any) -> None:
    """A file to take away."""
    folder = Path(datasette.get_database(DATABASE_NAME).path).parent
    await Files(folder / DOWNLOADS).send(tilde_decode(request.url_vars["path"]), scope, receive, send)


async def database_file(datasette: Any, scope: Any, receive: Any, send: Any) -> None:
    """The whole database."""
    file = Path(datasette.get_database(DATABASE_NAME).path)
    await Files(file.parent).send(file.name, scope, receive, send)


async def robots(datasette: Any) -> Response:
    """For crawlers, which look for it at the root of a host only."""
    return Response.text(robots_txt(datasette.crawlers, datasette.setting("base_url")))


async def statements(request: Any, datasette: Any) -> Response:
    """The table of statements; asked for nothing, it opens with what somebody is credited with, the newest first."""
    if not set(request.args) - {"_lang"}:
        _, to = asked(datasette)
        return Response.redirect(to.credited())
    request.scope = {**request.scope, "url_route": {"kwargs": _STATEMENTS}}
    answer: Response = await StatementsPage(datasette).dispatch_request(request)
    return answer


async def listing(request: Any, datasette: Any) -> Response:
    """An address of a page without its id leads to the list of such pages."""
    _, to = asked(datasette)
    table = _LISTS.get(request.url_vars["kind"])
    return Response.redirect(to.credited() if table is None else to.table(table))


def _moved(kind: str, question: str, name: str) -> View:
    """Datasette's page of a row leads to ours."""

    async def moved(request: Any, datasette: Any) -> Response:
        """To the page whose id belongs to the key in the address."""
        db, to = asked(datasette)
        key = tilde_decode(request.url_vars["key"])
        found = await row(db, question, **{name: key}) if question else {"id": key}
        return Response.redirect(to.page(kind, _found(found, "There is no such row in this database.")["id"]))

    return moved


async def _nothing(request: Any) -> Response:
    """What has an ending that is none: Datasette would show the page without it."""
    raise NotFound("There is no such page here.")


def unknown_ending(known: Iterable[str]) -> tuple[str, View]:
    """The route of all that ends otherwise than the formats in which a database, table or row can be had."""
    endings = "|".join(map(re.escape, ("csv", "blob", *known)))
    return rf"^/{DATABASE_NAME}(?:/.*)?\.(?!(?:{endings})$)\w+$", _nothing


ROUTES: list[tuple[str, View]] = [
    *OVERVIEWS,
    (r"^/$", home),
    (rf"^/statement/{_ID}\.(?P<format>{'|'.join(map(re.escape, REFERENCES))})$", reference),
    (rf"^/statement/{_ID}\.(?P<format>json|jsonld)$", statement_json),
    (rf"^/statement/{_ID}$", statement),
    (rf"^/article/{_ID}$", article),
    (rf"^/source/{_ID}$", source),
    (rf"^/claim/{_ID}$", claim),
    (r"^/(?P<kind>statement|article|source|claim)/?$", listing),
    (r"^/quality$", quality),
    (r"^/changed(?:\.(?P<format>json))?$", changes),
    (r"^/saved$", saved),
    (r"^/downloads$", downloads),
    (rf"^/{DOWNLOADS}/(?P<path>.+)$", download),
    (rf"^/{DATABASE_FILE}$", database_file),
    (r"^/dataset\.jsonld$", dataset),
    (r"^/robots\.txt$", robots),
    (rf"^/{DATABASE_NAME}/statements$", statements),
    (rf"^/{DATABASE_NAME}/statements/(?P<key>\d+)$", _moved("statement", "statement_id", "pk")),
    (rf"^/{DATABASE_NAME}/documents/(?P<key>\d+)$", _moved("article", "document_key", "pk")),
    (rf"^/{DATABASE_NAME}/sources/(?P<key>[\w~-]+)$", _moved("source", "", "id")),
    (rf"^/{DATABASE_NAME}/claims/(?P<key>\d+)$", _moved("claim", "claim_key", "pk")),
]
