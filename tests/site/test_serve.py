"""Whom the server believes, and what it answers over the network."""

import logging
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from attrib.site.serve import listening_socket, server_config
from tests.site.conftest import Answer

_FORWARDED = {b"x-forwarded-for": b"198.51.100.7", b"x-forwarded-proto": b"https", b"x-forwarded-host": b"evil.example"}


@pytest.mark.parametrize(
    ("proxies", "client", "scheme"),
    [
        ((), "192.0.2.1", "http"),
        (("192.0.2.9",), "192.0.2.1", "http"),
        (("192.0.2.1",), "198.51.100.7", "https"),
        (("192.0.2.0/24",), "198.51.100.7", "https"),
        (("*",), "198.51.100.7", "https"),
    ],
)
async def test_proxies_are_believed_where_told(
    ask: Callable[..., Awaitable[Answer]],
    monkeypatch: pytest.MonkeyPatch,
    proxies: tuple[str, ...],
    client: str,
    scheme: str,
) -> None:
    """Whom they ask for and whether by https; nobody else is, not even on the same machine, nor for another host."""
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    seen: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": []})

    level = logging.getLogger("uvicorn").level
    config = server_config(app, proxies)
    config.load()
    await ask(config.loaded_app, "/", client="192.0.2.1", headers=_FORWARDED)
    logging.getLogger("uvicorn").setLevel(level)
    assert (seen[0]["client"][0], seen[0]["scheme"]) == (client, scheme)
    assert dict(seen[0]["headers"])[b"host"] == b"localhost"


def test_small_packets_are_sent_at_once() -> None:
    """Where the protocol of the socket is not told, asyncio lets a page wait for its own headers."""
    with listening_socket("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP
