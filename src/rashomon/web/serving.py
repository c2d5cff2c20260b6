"""Starting the desk: which names it answers to, and whether it asks for a password."""

import ipaddress
import secrets
import socket
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rashomon.casebook import Casebook
from rashomon.errors import SettingsError
from rashomon.web.limits import Limits

_THREADS = 8
_SHORTEST = 8  # characters of a password that others can try
_IDLE = 30  # seconds that a call may take to come in


class Served(NamedTuple):
    """`address` to open in a browser; `token` where the desk made one for want of a password; `run` serves until it is interrupted or closed."""

    address: str
    token: str | None
    run: Callable[[], None]
    close: Callable[[], None]


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def serve(casebook: Casebook, *, host: str, port: int, password: str | None, names: Iterable[str] = ()) -> Served:
    """The desk, bound and ready. Where others can reach it and no password is given, it has a token of its own. Raises OSError where it
    cannot be bound, SettingsError where others can reach it with a password that is soon guessed."""
    from waitress.server import create_server

    from rashomon.web.app import LOOPBACK, begin, create_app

    if password is not None and len(password) < _SHORTEST and not is_loopback(host):
        raise SettingsError(
            f"Others can reach the desk on {host}: its password must have {_SHORTEST} characters or more."
        )
    token = secrets.token_urlsafe(24) if password is None and not is_loopback(host) else None
    limits = Limits()
    app = create_app(casebook, password=password or token, hosts=(*LOOPBACK, host, *_own(host), *names), limits=limits)
    listening = _bound(host, port)
    app.config["SESSION_COOKIE_NAME"] += f"_{listening.getsockname()[1]}"  # cookies know no ports: two desks keep apart
    server = create_server(
        app, sockets=[listening], threads=_THREADS, ident="rashomon", channel_timeout=_IDLE, max_request_body_size=limits.upload + 1_000_000,
        clear_untrusted_proxy_headers=True, expose_tracebacks=False, connection_limit=limits.connections, asyncore_use_poll=True,
    )  # fmt: skip
    begin(app)
    return Served(f"http://{_written(host)}:{listening.getsockname()[1]}/", token, server.run, server.close)


def _bound(host: str, port: int) -> socket.socket:
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    return socket.create_server(address, family=family)


def _own(host: str) -> tuple[str, ...]:
    """The machine's name, where the desk can be reached from others."""
    return () if is_loopback(host) else (socket.gethostname().casefold(),)


def _written(host: str) -> str:
    """The host as it stands in an address that one can open."""
    if host in ("0.0.0.0", "::"):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
