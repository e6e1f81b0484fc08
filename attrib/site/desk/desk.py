"""The pages of the desk: one statement after the other, and how often people agree.

/               the next statement that nobody has judged        /statement/<id>   one statement
/agreement      how often what was looked at was right            /enter?token=…    the way in
"""

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

import sqlite_utils
from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from attrib.errors import AttribError, InputError
from attrib.records import ROLES
from attrib.review.agreement import agreement
from attrib.review.correction.corrected import Judge
from attrib.review.judging import Standing, as_chosen, corrected, found_right, rejected, standing, write_down
from attrib.review.queue import review
from attrib.site.appearance import with_visible_controls
from attrib.site.desk.guard import HEADERS, Guard
from attrib.site.marking import Mark, highlighted
from attrib.site.wording import ReadersWords, reader, words_for
from attrib.store.judgement import Reading
from attrib.store.link import link_database
from attrib.store.locking import only_writer
from attrib.store.write import open_database
from attrib.taxonomy import load_taxonomy

SAMPLE = 200
"""Statements drawn by lot that stand behind the queue: what the program finds difficult tells little about the rest."""
_CODES = ("type", "medium", "marker", "polarity", "certainty", "distance", "disclosure")
_OFTEN = 500
"""Sources that are offered while somebody types."""
_VERDICTS = ("right", "none", "change", "next")
Today = Callable[[], str]


class Desk:
    """The application over one working database, for one person."""

    def __init__(self, database: Path, *, by: str, port: int, today: Today, seed: int = 0) -> None:
        self._database = database
        self._by = by
        self._today = today
        self._seed = seed
        self.guard = Guard(port)
        self.has_changed = False
        """Whether the statements of all documents have to be compared again."""
        self._skipped: set[str] = set()
        self._pages = Environment(
            loader=FileSystemLoader(str(files("attrib.site.desk") / "templates")), autoescape=True
        )
        self._pages.globals["_"] = ReadersWords()
        self._pages.finalize = with_visible_controls

    @cached_property
    def app(self) -> Starlette:
        """The ASGI application."""
        routes = [
            Route("/", self._answered(self._next)),
            Route("/statement/{id}", self._answered(self._statement), methods=["GET", "POST"]),
            Route("/agreement", self._answered(self._agreement)),
            Route("/enter", self._answered(self._enter)),
            Route("/static/{name}", self._answered(self._static)),
        ]
        return Starlette(routes=routes)

    def _answered(self, page: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        """The page behind the guard, in the reader's language; what went wrong in a sentence."""

        async def answer(request: Request) -> Response:
            reader.set(words_for(request.scope))
            refusal = self.guard.refusal(request)
            if refusal is not None:
                response: Response = PlainTextResponse(reader.get().text(refusal.words), refusal.status)
            else:
                try:
                    response = await page(request)
                except AttribError as error:
                    response = self._html("problem.html", status=400, message=str(error))
            response.headers.update(HEADERS)
            return response

        return answer

    async def _enter(self, request: Request) -> Response:
        return self.guard.enter(request)

    async def _next(self, request: Request) -> Response:
        found = await run_in_threadpool(self._first)
        if found is None:
            return self._html("empty.html")
        return RedirectResponse(f"/statement/{quote(found, safe='')}", 303)

    def _first(self) -> str | None:
        """The first of the queue that nobody has judged and that was not passed over."""
        with closing(open_database(self._database)) as db:
            sql = "SELECT DISTINCT statement_id FROM judgements"
            done = self._skipped | {row[0] for row in db.execute(sql).fetchall()}
            return next((each for each in self.queue if each not in done), None)

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """Why each statement of the queue is in it, in its order."""
        with closing(open_database(self._database)) as db:
            found = {each.statement: each.why for each in review(db) if each.statement is not None}
            sql = "SELECT id FROM statements WHERE type <> 'author' ORDER BY id"
            every = [row[0] for row in db.execute(sql).fetchall()]
        drawn = random.Random(self._seed).sample(every, min(SAMPLE, len(every)))
        return found | {each: "drawn by lot" for each in drawn if each not in found}

    @property
    def queue(self) -> Sequence[str]:
        """The statements to look at, in their order."""
        return list(self.reasons)

    async def _statement(self, request: Request) -> Response:
        key = request.path_params["id"]
        if request.method != "POST":
            return self._html("statement.html", **await run_in_threadpool(self._shown, key))
        form = await self.guard.form(request)
        if form is None or form.get("verdict") not in _VERDICTS:
            return PlainTextResponse(reader.get().text("This was not sent by a page of the desk."), 403)
        await run_in_threadpool(self._judged, key, form)
        return RedirectResponse("/", 303)

    def _judged(self, key: str, form: Mapping[str, str]) -> None:
        """Write down what a form says of a statement."""
        if form["verdict"] == "next":
            self._skipped.add(key)
            return
        with only_writer(self._database), closing(open_database(self._database)) as db:
            found = standing(db, key)
            judge = Judge(by=self._by, on=self._today(), why=form.get("why", "").strip() or None)
            if form["verdict"] == "right":
                told = found_right(found, judge)
            elif form["verdict"] == "none":
                told = rejected(found, judge)
            else:
                told = corrected(found, as_chosen(form), judge, db=db)
                if not told:
                    raise InputError(
                        reader.get().text("Nothing was changed. Choose another value, or say that it is right.")
                    )
            self.has_changed |= write_down(db, told)

    def _shown(self, key: str) -> dict[str, Any]:
        with closing(open_database(self._database)) as db:
            found = standing(db, key)
            judged = list(db.query("SELECT * FROM judgements WHERE statement_id = ? ORDER BY pk DESC", [key]))
            sources = self._sources(db, found)
            stating = [link.source for link in found.statement.sources if link.relation == "states"]
            stands = _stands(db, key)
            done = db.execute("SELECT count(DISTINCT statement_id) FROM judgements").fetchone()[0]
        return {
            "found": found,
            "context": _marked(found),
            "document": found.annotation.document,
            "why": self.reasons.get(key, ""),
            "values": {name: [term.code for term in load_taxonomy(name)] for name in _CODES},
            "chosen": found.cells,
            "stating": stating,
            "named": [name for id, name in sources if id in stating],
            "stands": stands,
            "sources": sources,
            "judgements": judged,
            "done": done,
            "left": sum(each not in self._skipped for each in self.queue),
            "optional": {name for name in _CODES if type(None) in get_args(Reading.model_fields[name].annotation)},
        }

    def _sources(self, db: sqlite_utils.Database, found: Standing) -> list[tuple[str, str]]:
        """Id and name of the parties that somebody may mean: those of the article first, then the ones quoted most."""
        sql = (
            "SELECT id, name FROM sources LEFT JOIN (SELECT l.source, count(*) AS n, max(s.document = "
            "(SELECT document FROM statements WHERE id = :id)) AS here FROM statement_sources l JOIN statements s "
            "ON s.pk = l.statement GROUP BY l.source) ON source = id ORDER BY here DESC, n DESC, id LIMIT :most"
        )
        return [tuple(row) for row in db.execute(sql, {"id": found.statement.id, "most": _OFTEN}).fetchall()]

    async def _agreement(self, request: Request) -> Response:
        def found() -> Any:
            """What the judgements tell."""
            with closing(open_database(self._database)) as db:
                return agreement(db)

        return self._html("agreement.html", found=await run_in_threadpool(found))

    async def _static(self, request: Request) -> Response:
        """The site's style sheet and the desk's own files, and no others."""
        kinds = {"desk.css": "text/css", "desk.js": "text/javascript"}
        name = request.path_params["name"]
        if name not in kinds:
            return PlainTextResponse(reader.get().text("There is no such page here."), 404)
        content = (files("attrib.site.desk") / "static" / name).read_bytes()
        return Response(content, media_type=kinds[name])

    def _html(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        page = self._pages.get_template(template)
        return HTMLResponse(page.render(by=self._by, word=self.guard.form_word, **context), status)

    def settle(self) -> bool:
        """Compare the statements of all documents again, if a judgement asks for it; whether that was done."""
        if not self.has_changed:
            return False
        with only_writer(self._database), closing(open_database(self._database)) as db:
            link_database(db)
        self.has_changed = False
        return True


def _stands(db: sqlite_utils.Database, key: str) -> list[dict[str, Any]]:
    """Who takes a stand on a statement, itself or over its claim, those against it first, in which words."""
    sql = (
        "SELECT a.verdict, b.name, substr(d.text, a.start + 1, a.[end] - a.start) AS words, d.id AS document, "
        "ifnull(d.title, d.name) AS label, d.language FROM statements s JOIN stands x ON x.statement = s.pk "
        "JOIN assessments a ON a.pk = x.assessment JOIN sources b ON b.id = a.source "
        "JOIN documents d ON d.pk = a.document WHERE s.id = ? "
        "ORDER BY a.verdict NOT IN ('denies', 'doubts'), a.pk"
    )
    return list(db.query(sql, [key]))


def _marked(found: Standing) -> Any:
    """The statement in its sentence, with the words of its roles."""
    statement, text = found.statement, found.annotation.document.text
    marks = [Mark(start, end, "statement") for start, end in statement.spans]
    marks += [Mark(start, end, role) for role in ROLES for start, end in getattr(statement, role)]
    start, end = statement.context
    return highlighted(text[start:end], marks, offset=start)
