"""One address through all its redirects: each hop is looked at like the first, and no host is asked too often."""

import re
from collections.abc import Callable
from email.message import Message
from http import HTTPStatus
from http.client import responses
from typing import Final, NamedTuple
from urllib.parse import urljoin

from urllib3.util import Url

from attrib.errors import InputError
from attrib.intake.fetching.address import parse
from attrib.intake.fetching.robots import Robots
from attrib.intake.fetching.transfer import Answer, Transfer
from attrib.intake.reading.found import printable

MOST_REDIRECTS: Final = 5
DELAY: Final = 2.0
"""Seconds between two pages of one host."""
_CREDENTIALS: Final = re.compile(r"//[^/]*@")
_SHOWN: Final = 200
"""Characters of an address that nobody named."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class Clock(NamedTuple):
    """The time in seconds, and how to wait: the command line hands them over."""

    now: Callable[[], float]
    sleep: Callable[[float], None]


class Page(NamedTuple):
    """What stands at an address."""

    url: Url
    """Where it was in the end."""
    media_type: str
    """In lower case, without its parameters; empty if the server does not say."""
    charset: str | None
    """The encoding that the server names."""
    content: bytes


class Visitor:
    """Fetches one page after another, robots.txt obeyed and with a delay between two of one host."""

    def __init__(self, transfer: Transfer, clock: Clock, *, delay: float = DELAY) -> None:
        self._transfer, self._clock, self._delay = transfer, clock, delay
        self._robots = Robots(lambda url: self._followed(url, is_page=False)[1])
        self._last: dict[str, float] = {}

    def visit(self, address: str) -> Page:
        """The page at an address; InputError if there is none, or none that may be fetched."""
        url, answer = self._followed(parse(address), is_page=True)
        if answer.status != HTTPStatus.OK:
            raise InputError(
                f"{printable(url.url)}: the server answered {answer.status}{_phrase(answer.status)}. Check the address "
                "or try again later.",
                seen=answer.status,
                allowed=int(HTTPStatus.OK),
                kind="http_status",
            )
        return Page(url, *_media_type(answer), answer.content)

    def _followed(self, url: Url, *, is_page: bool) -> tuple[Url, Answer]:
        """Where the redirects end, and what is said there; a robots.txt is fetched at once and asks no robots.txt."""
        asked = None
        for _ in range(MOST_REDIRECTS + 1):
            if is_page and url.host != asked:
                self._wait(url)
            if is_page:
                self._robots.check(url)
            asked, answer = url.host, self._asked(url)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                return url, answer
            url = _next(url, location)
        raise InputError(
            f"{printable(url.url)}: was led on more than {MOST_REDIRECTS} times. Name the address where it ends.",
            seen=url.url,
            allowed=MOST_REDIRECTS,
            kind="redirect",
        )

    def _wait(self, url: Url) -> None:
        """Until the host may be asked for another page."""
        last = self._last.get(url.host or "")
        if last is not None:
            left = last + max(self._delay, self._robots.delay(url)) - self._clock.now()
            self._clock.sleep(max(0.0, left))

    def _asked(self, url: Url) -> Answer:
        try:
            return self._transfer.get(url)
        finally:
            self._last[url.host or ""] = self._clock.now()


def _next(url: Url, location: str) -> Url:
    try:
        return parse(urljoin(url.url, location))
    except (ValueError, InputError) as error:
        shown = printable(_CREDENTIALS.sub("//…@", location)[:_SHOWN])
        raise InputError(
            f"{printable(url.url)}: leads on to {shown}, which is not fetched; only http:// and https:// are.",
            seen=shown,
            kind="redirect",
        ) from error


def _media_type(answer: Answer) -> tuple[str, str | None]:
    """What the header says: type and encoding."""
    header = Message()
    header["content-type"] = answer.headers.get("content-type", "")
    stated = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return stated, header.get_content_charset()


def _phrase(status: int) -> str:
    return f" ({responses[status]})" if status in responses else ""
