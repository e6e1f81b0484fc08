"""robots.txt: what a site lets programs fetch, and how often (https://www.rfc-editor.org/rfc/rfc9309).

Protego (https://github.com/scrapy/protego) reads them, with the wildcards that news sites write; the module of the
standard library knows none and would let through what they forbid.
"""

from collections.abc import Callable
from http import HTTPStatus

from protego import Protego
from urllib3.util import Url

from attrib.errors import InputError
from attrib.intake.fetching.address import origin_of
from attrib.intake.fetching.transfer import AGENT, Answer
from attrib.intake.reading.found import printable

LONGEST = 500 * 1024
"""Bytes that are read of a robots.txt: as many as the standard asks for."""
LONGEST_DELAY = 60.0
"""Seconds; what a site asks for beyond that counts as that."""


class Robots:
    """What every site says, asked for once; `fetch` is handed the address of a robots.txt and follows its redirects."""

    def __init__(self, fetch: Callable[[Url], Answer]) -> None:
        self._fetch = fetch
        self._sites: dict[str, Protego | InputError] = {}

    def check(self, url: Url) -> None:
        """Raises InputError if a site keeps programs from an address, or does not say whether it does."""
        site = self._site(url)
        if isinstance(site, InputError):
            raise _of_the_page(url, site)
        if not site.can_fetch(url.url, AGENT):
            raise InputError(
                f"{printable(url.url)}: the site's robots.txt keeps programs from this page. Save it yourself and name "
                "the file.",
                seen=url.request_uri,
                kind="robots",
            )

    def delay(self, url: Url) -> float:
        """Seconds between two pages that a site asks for, 0 if it asks for none."""
        site = self._site(url)
        return 0.0 if isinstance(site, InputError) else min(float(site.crawl_delay(AGENT) or 0.0), LONGEST_DELAY)

    def _site(self, url: Url) -> Protego | InputError:
        origin = origin_of(url)
        if origin not in self._sites:
            try:
                self._sites[origin] = self._read(_rules_of(url))
            except InputError as error:
                self._sites[origin] = error
        return self._sites[origin]

    def _read(self, url: Url) -> Protego:
        """The rules; a site without a robots.txt (4xx) has none, one that cannot say (5xx) raises InputError."""
        answer = self._fetch(url)
        if answer.status >= 500 or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise InputError(
                f"{printable(url.url)}: the server answered {answer.status}, so nothing is fetched from this site. Try "
                "again later.",
                seen=answer.status,
                kind="http_status",
            )
        found = answer.content[:LONGEST] if answer.status == HTTPStatus.OK else b""
        return Protego.parse(found.decode("utf-8", "replace"))


def _rules_of(url: Url) -> Url:
    return url._replace(path="/robots.txt", query=None)


def _of_the_page(url: Url, error: InputError) -> InputError:
    """What kept the rules from being read, told of the page that was asked for: its host is the one that failed."""
    page, rules = printable(url.url), printable(_rules_of(url).url)
    told = str(error)
    is_host = error.kind in {"unreachable", "timed_out", "private_address"}
    message = (
        told.replace(rules, page, 1) if is_host else f"{page}: the site does not tell what may be fetched ({told})"
    )
    return InputError(message, seen=error.seen, allowed=error.allowed, kind=error.kind)
