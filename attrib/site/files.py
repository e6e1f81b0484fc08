"""The files to take away: in large pieces, from the middle on if a reader has the beginning, under their own names."""

import os
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Base400
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles

from attrib.site.request import Scope

_TYPES = {
    ".gz": "application/gzip",
    ".db": "application/vnd.sqlite3",
    ".zip": "application/zip",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".parquet": "application/vnd.apache.parquet",
    ".md": "text/markdown; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".sql": "text/plain; charset=utf-8",
    ".yml": "application/yaml",
}
"""What is sent, by the end of its name; a packed file stays packed."""
_READ_IN_THE_BROWSER = frozenset([".json", ".jsonld", ".md", ".yml", ".sql"])
_ANYBODY = "access-control-allow-origin"


class MissingFileError(Base400):  # type: ignore[misc]
    """Not there; Datasette would look for a page of another spelling if it were a NotFound of its own."""

    status = 404


class _Pieces(FileResponse):
    """A file in pieces that are worth a system call."""

    chunk_size = 256 * 1024


class Files(StaticFiles):
    """The files of a folder, and no others."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)

    async def send(self, path: str, scope: Scope, receive: Any, send: Any) -> None:
        """Send a file, or the part of it that is asked for. Raises MissingFileError."""
        try:
            response = await self.get_response(os.path.normpath(path), scope)
        except HTTPException as error:
            raise MissingFileError("There is no such file here.") from error
        await response(scope, receive, send)

    def file_response(
        self, full_path: Any, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file with its type and name; nothing where the reader has it."""
        ending = Path(full_path).suffix
        response = _Pieces(
            full_path,
            status_code=status_code,
            stat_result=stat_result,
            media_type=_TYPES.get(ending, "application/octet-stream"),
            filename=Path(full_path).name,
            content_disposition_type="inline" if ending in _READ_IN_THE_BROWSER else "attachment",
            headers={_ANYBODY: "*"},
        )
        is_known = self.is_not_modified(response.headers, Headers(scope=scope))
        return NotModifiedResponse(response.headers) if is_known else response
