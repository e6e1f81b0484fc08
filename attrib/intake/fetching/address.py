"""Addresses that may be fetched, and the hosts behind them: public ones, unless the user says otherwise."""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from attrib.errors import InputError
from attrib.intake.reading.found import printable

SCHEMES = {"http": 80, "https": 443}
"""Schemes that are fetched, with their ports."""
_NAT64 = ip_network("64:ff9b::/96")
"""IPv4 inside IPv6 (https://www.rfc-editor.org/rfc/rfc6052)."""
_OF_THE_CLOUD = frozenset({ip_address("168.63.129.16")})
"""What answers every virtual machine at Azure about itself has a public address; the other clouds use local ones."""


def is_address(text: str) -> bool:
    """Whether a word is meant as an address and not as a path."""
    scheme, mark, _ = text.partition("://")
    return bool(mark) and scheme.isalnum()


def parse(text: str) -> Url:
    """The address in its usual form, without a fragment; InputError if it is none that is fetched."""
    try:
        url = parse_url(text.strip())
    except LocationParseError as error:
        raise _refused(text, "is no address") from error
    if url.scheme not in SCHEMES or not url.host:
        raise _refused(text, "is no address of a web page")
    if url.auth is not None:
        raise _refused(url._replace(auth="…").url, "holds a name or password, which would be stored")
    return url._replace(path=url.path or "/", fragment=None)


def port_of(url: Url) -> int:
    """The port, that of the scheme if none is named."""
    return url.port or SCHEMES[url.scheme or "http"]


def origin_of(url: Url) -> str:
    """Scheme, host and port: what a robots.txt holds for."""
    return f"{url.scheme}://{url.host}:{port_of(url)}"


def resolve(url: Url, *, allow_private: bool) -> Sequence[str]:
    """The numeric addresses of the host; InputError if there is none, or one that is not public.

    Whoever connects must connect to these: asked a second time, a name server may say something else.
    """
    host = (url.host or "").strip("[]")
    try:
        found = socket.getaddrinfo(host, port_of(url), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"{printable(url.url)}: the host {host} was not found ({reason}). Check the address and the connection.",
            seen=host,
            kind="unreachable",
        ) from error
    addresses = tuple(dict.fromkeys(str(address[0]) for *_, address in found))
    private = [each for each in addresses if not is_public(each)]
    if private and not allow_private:
        raise InputError(
            f"{printable(url.url)}: the host {host} {_at(host, private[0])}no public address. Say --allow-private if "
            "pages of your own network are meant.",
            seen=private[0],
            kind="private_address",
        )
    return addresses


def _at(host: str, address: str) -> str:
    return "is " if host.strip("[]") == address else f"is {address}, which is "


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet, also as IPv4 in one of its forms as IPv6."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = _inner(found) or found
    is_local = found.is_multicast or found.is_reserved or (isinstance(found, IPv6Address) and found.is_site_local)
    return found.is_global and not is_local and found not in _OF_THE_CLOUD


def _inner(found: IPv6Address) -> IPv4Address | None:
    if found in _NAT64:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)


def _refused(text: str, reason: str) -> InputError:
    return InputError(
        f"{printable(text)}: {reason}. Addresses begin with http:// or https:// and name a host.",
        seen=printable(text),
        allowed=tuple(SCHEMES),
        kind="unreachable",
    )
