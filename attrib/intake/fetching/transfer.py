"""One request and its answer, through the connections of trafilatura (https://trafilatura.readthedocs.io).

The host is looked up once, every address it has is looked at, and the request goes to one of those: what the name
server says the next time does not matter. trafilatura's pool looks again at the address that it is connected to. No
redirect is followed here, no cookie is kept.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, NamedTuple, TypeVar

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as TimedOut
from urllib3.util import Url, make_headers

from attrib import __version__
from attrib.errors import InputError
from attrib.intake.fetching.address import resolve
from attrib.intake.reading.found import printable

AGENT: Final = "attrib"
"""The name under which a robots.txt may speak of us."""
_CHUNK: Final = 65_536

T = TypeVar("T")


class Limits(NamedTuple):
    """How long and how much: seconds to connect, between two packets and for everything; bytes after unpacking."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0
    size: int = 50_000_000


LIMITS: Final = Limits()


class Answer(NamedTuple):
    """What a server says."""

    status: int
    headers: Mapping[str, str]
    """By their names in lower case."""
    content: bytes


class Transfer:
    """Sends one request after another; `allow_private` lets it connect to hosts that are not public."""

    def __init__(self, *, allow_private: bool = False, limits: Limits = LIMITS) -> None:
        self.allow_private = allow_private
        self.limits = limits

    def get(self, url: Url) -> Answer:
        """The answer, whatever its status; raises InputError if the host is not public or does not answer, takes too
        long, or sends too much.
        """
        try:
            return _within(self.limits.total, lambda: self._get(url))
        except NewConnectionError as error:  # a TimeoutError to urllib3, whatever kept it from connecting
            raise _unreachable(url, error) from error
        except (Empty, TimedOut) as error:
            raise InputError(
                f"{printable(url.url)}: took too long; a page is given {self.limits.total:g} seconds, and "
                f"{self.limits.read:g} until the next word. Try again later.",
                allowed=self.limits.total,
                kind="timed_out",
            ) from error
        except (HTTPError, OSError, ValueError) as error:
            raise _unreachable(url, error) from error

    def _get(self, url: Url) -> Answer:
        addresses = resolve(url, allow_private=self.allow_private)
        response = self._answered(url, addresses)
        try:
            return Answer(
                response.status,
                {name.lower(): value for name, value in response.headers.items()},
                _content(response, size=self.limits.size, place=url.url),
            )
        finally:
            response.close()

    def _answered(self, url: Url, addresses: Sequence[str]) -> BaseHTTPResponse:
        """The answer of the first of the addresses that can be connected to."""
        for address in addresses[:-1]:
            try:
                return self._sent(url, address)
            except (NewConnectionError, ConnectTimeoutError):
                continue
        return self._sent(url, addresses[-1])

    def _sent(self, url: Url, address: str) -> BaseHTTPResponse:
        import certifi
        from trafilatura.downloads import create_pool

        host = (url.host or "").strip("[]")
        pool = create_pool(
            ssrf_protection=not self.allow_private,
            ca_certs=os.environ.get("SSL_CERT_FILE") or certifi.where(),
            cert_reqs="CERT_REQUIRED",
            server_hostname=host,
        )
        response: BaseHTTPResponse = pool.request(
            "GET",
            url._replace(host=f"[{address}]" if ":" in address else address).url,
            headers={
                **make_headers(accept_encoding=True, keep_alive=False, user_agent=f"{AGENT}/{__version__}"),
                "Host": url.netloc or host,
                "Accept": "*/*",
                "Connection": "close",
            },
            timeout=Timeout(connect=self.limits.connect, read=self.limits.read),
            redirect=False,
            retries=False,
            preload_content=False,
        )
        return response


def _content(response: BaseHTTPResponse, *, size: int, place: str) -> bytes:
    """What was sent, unpacked; InputError as soon as it is too much."""
    content = bytearray()
    for chunk in response.stream(_CHUNK):
        content += chunk
        if len(content) > size:
            raise InputError(
                f"{printable(place)}: too long; at most {size:,} bytes are fetched.",
                allowed=size,
                kind="too_large",
            )
    return bytes(content)


def _unreachable(url: Url, error: Exception) -> InputError:
    return InputError(
        f"{printable(url.url)}: could not be fetched ({printable(_reason(error))}). Check the address and the "
        "connection.",
        seen=str(error),
        kind="unreachable",
    )


def _reason(error: Exception) -> str:
    """The innermost of the errors, which says what happened; the libraries put theirs around it."""
    while isinstance(error.__cause__, Exception):
        error = error.__cause__
    return str(error) or type(error).__name__


def _within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` returns or raises; `Empty` if it takes longer, whereupon it is left to itself.

    It runs in a thread because nothing else bounds a name server, a handshake or a header that comes byte by byte.
    """
    done: SimpleQueue[Callable[[], T]] = SimpleQueue()
    Thread(target=lambda: done.put(_tried(work)), daemon=True).start()
    return done.get(timeout=seconds)()


def _tried(work: Callable[[], T]) -> Callable[[], T]:
    """What hands out the result of `work`, or raises what it raised."""
    try:
        result = work()
    except Exception as raised:
        error = raised

        def fail() -> T:
            raise error

        return fail
    return lambda: result
