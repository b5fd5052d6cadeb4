"""Tells where a web address leads, in a way that every reader of addresses would agree with."""

from urllib.parse import urlsplit

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def https_host(address: str) -> str | None:
    """The host of a plain https address; None for anything else."""
    return _host(address, "https")


def is_loopback(address: str) -> bool:
    """Whether an address is http on this very computer."""
    return _host(address, "http") in _LOOPBACK


def _host(address: str, scheme: str) -> str | None:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    # Before an @, or behind a backslash or a blank, other readers see another host.
    plain = address.isprintable() and " " not in address and not set("@\\") & set(parts.netloc)
    return host if plain and parts.scheme == scheme else None
