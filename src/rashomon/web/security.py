"""The walls around every page: by which name the desk is called, who is let in, what a browser may do with an answer.

The desk is a local app that other sites must not be able to drive or read. Against DNS rebinding it answers under its own names alone; against
forged posts there are a token in every form (Flask-WTF), a cookie that no other site sends along, and the browser's own
word on where a call comes from; against what hostile reports may carry in, a policy that runs and loads nothing but the desk's own files.
"""

import hmac
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Collection
from hashlib import sha256

from flask import Flask, abort, redirect, request, session, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from rashomon.web.limits import Limits

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
KEPT = "private, max-age=31536000, immutable"  # style, script, fonts: their address changes with them
_OPEN = frozenset({"login.login", "assets.desk_style", "assets.font"})
_UPLOADS = frozenset({"adding.files", "judgements.take"})
_ANY = frozenset({"0.0.0.0", "::", "*"})


class Misdirected(HTTPException):
    code = 421
    name = "Misdirected Request"
    description = (
        "The desk does not answer under this name. Call it by the address that it printed when it was started."
    )


def guard(app: Flask, hosts: Collection[str], password: str | None, limits: Limits) -> None:
    """Puts the walls around the app. Where `hosts` has an address for all of the machine's ("0.0.0.0"), every IP address is a name of the desk."""
    door = Door(password) if password is not None else None
    app.extensions["rashomon.door"] = door

    @app.before_request
    def check_name() -> None:
        if not named(request.host, hosts):
            raise Misdirected

    @app.before_request
    def check_origin() -> None:
        if request.method not in ("GET", "HEAD", "OPTIONS") and request.headers.get(
            "Sec-Fetch-Site", "same-origin"
        ) not in (
            "same-origin",
            "none",
        ):
            abort(403, "This was sent by another site. Nothing was changed.")

    @app.before_request
    def bound_body() -> None:
        request.max_content_length = limits.upload if request.endpoint in _UPLOADS else limits.pasted

    @app.before_request
    def check_login() -> Response | None:
        if door is None or door.knows(session.get("in")) or request.endpoint in _OPEN:
            return None
        if request.path.endswith(".json") and request.path.startswith("/jobs/"):
            abort(401, "Log in first.")
        return redirect(url_for("login.login", next=request.full_path.rstrip("?") if request.method == "GET" else "/"))

    @app.after_request
    def with_headers(response: Response) -> Response:
        response.headers.update(HEADERS)
        if not (request.blueprint == "assets" and response.status_code == 200):
            response.headers["Cache-Control"] = "no-store"
        return response


def named(host: str, hosts: Collection[str]) -> bool:
    """Whether the Host header (`name` or `name:port`) is one of the desk's names."""
    name = _name(host)
    if name in hosts:
        return True
    return bool(_ANY.intersection(hosts)) and _is_address(name)


def _name(host: str) -> str:
    """Without the port, and without the brackets of an IPv6 address."""
    host = host.strip().casefold()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Door:
    """Checks the password, the slower the more often it was wrong: after five tries an address waits 2, 4, 8 … seconds, 300 at most. What
    is kept of addresses is bounded. Who is inside holds a pass, which is void once he has left."""

    _FREE, _LONGEST, _KNOWN = 5, 300.0, 1_000

    def __init__(self, password: str) -> None:
        self._digest = _digest(password)
        self._inside: OrderedDict[str, None] = OrderedDict()
        self._wrong: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, address: str, now: float | None = None) -> int:
        """How many seconds this address waits until it may try again."""
        tries, last = self._wrong.get(address, (0, 0.0))
        if tries < self._FREE:
            return 0
        until = last + min(2.0 ** (tries - self._FREE + 1), self._LONGEST)
        return max(0, round(until - (time.monotonic() if now is None else now) + 0.5))

    def opens(self, password: str, address: str) -> bool:
        """Whether this is the password; in constant time, whatever is given."""
        right = hmac.compare_digest(_digest(password), self._digest)
        with self._lock:
            tries, _ = self._wrong.pop(address, (0, 0.0))
            if not right:
                self._wrong[address] = (tries + 1, time.monotonic())
                while len(self._wrong) > self._KNOWN:
                    self._wrong.popitem(last=False)
        return right

    def let_in(self) -> str:
        """A new pass."""
        held = secrets.token_urlsafe(18)
        with self._lock:
            self._inside[held] = None
            while len(self._inside) > self._KNOWN:
                self._inside.popitem(last=False)
        return held

    def knows(self, held: object) -> bool:
        return isinstance(held, str) and held in self._inside

    def let_out(self, held: object) -> None:
        with self._lock:
            self._inside.pop(str(held), None)


def _digest(password: str) -> bytes:
    return sha256(password.encode("utf-8", "surrogatepass")).digest()
