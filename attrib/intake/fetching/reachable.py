"""Whether somebody listens at an address that a user named: asked where trying it out takes minutes."""

import socket


def check_reachable(host: str, port: int, *, seconds: float) -> None:
    """Raise OSError if nobody takes a connection within some seconds."""
    socket.create_connection((host, port), timeout=seconds).close()
