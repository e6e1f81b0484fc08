"""Who may use the desk: whoever was handed its address with the token, from pages of its own.

* Only requests to 127.0.0.1 or localhost at its own port are answered, so that no other name can be made to lead here.
* The token of the address becomes a cookie that no script reads and no other site sends.
* What writes has to come from a page of the desk: with the word that stands in its forms, and from its own origin.
"""

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

LARGEST_FORM = 20_000
"""Bytes of what a form sends."""
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Refusal(NamedTuple):
    """Why a request is not answered."""

    status: int
    words: str


class Guard:
    """The token of one run, and what is checked of each request."""

    def __init__(self, port: int) -> None:
        self.token = secrets.token_urlsafe(32)
        self._session = secrets.token_urlsafe(32)
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._cookie = f"attrib-desk-{port}"
        self.form_word = hmac.new(self._session.encode(), b"form", "sha256").hexdigest()

    def refusal(self, request: Request) -> Refusal | None:
        """Why the request is not answered, None if it is; the form of a POST is looked at by `form`."""
        if request.headers.get("host") not in self._hosts:
            return Refusal(421, "The desk answers at 127.0.0.1 only.")
        if request.method not in ("GET", "HEAD", "POST"):
            return Refusal(405, "The desk knows GET and POST only.")
        if request.url.path == "/enter":
            return None
        if not self._is_known(request):
            return Refusal(403, "Open the desk by the address that `attrib review --serve` printed.")
        if request.method == "POST" and not self._is_from_here(request):
            return Refusal(403, "This was not sent by a page of the desk.")
        return None

    def _is_known(self, request: Request) -> bool:
        try:
            morsel = SimpleCookie(request.headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return morsel is not None and _is_same(morsel.value, self._session)

    def _is_from_here(self, request: Request) -> bool:
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
        own = {f"http://{host}" for host in self._hosts}
        return site in ("same-origin", "none") and (origin is None or origin in own)

    def enter(self, request: Request) -> Response:
        """The cookie for the token in the address."""
        if request.method != "GET" or not _is_same(request.query_params.get("token", ""), self.token):
            return PlainTextResponse("Open the desk by the address that `attrib review --serve` printed.", 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self._session, httponly=True, samesite="strict", path="/")
        return answer

    async def form(self, request: Request) -> dict[str, str] | None:
        """What a form sent, None if it is not one of the desk's own."""
        kind = request.headers.get("content-type", "").partition(";")[0]
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST_FORM:
                return None
        if kind != "application/x-www-form-urlencoded":
            return None
        sent = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=50)
        found = {name: values[-1] for name, values in sent.items()}
        return found if _is_same(found.pop("word", ""), self.form_word) else None


def _is_same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())
