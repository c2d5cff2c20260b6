"""The application: its bounds, its rooms, and the values that every page is drawn with."""

import gc
import secrets
from collections.abc import Iterable
from typing import Any

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from rashomon.casebook import Casebook
from rashomon.web import errors, security, wording
from rashomon.web.desk import KEY, Desk, judge_named
from rashomon.web.limits import Limits
from rashomon.web.pages import BLUEPRINTS
from rashomon.web.styling import version

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def create_app(
    casebook: Casebook, *, password: str | None = None, hosts: Iterable[str] = LOOPBACK, limits: Limits | None = None
) -> Flask:
    """The desk of a casebook. `password` is asked of everyone where there is one; `hosts` are the names under which the desk may be
    called, an address that is called by another name is refused."""
    bounds = limits or Limits()
    app = Flask("rashomon.web", static_folder=None, template_folder="templates")
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),  # of this process: who was let in before it began is asked again
        SESSION_COOKIE_NAME="rashomon_desk",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        MAX_CONTENT_LENGTH=bounds.upload,
        MAX_FORM_MEMORY_SIZE=bounds.pasted,
        MAX_FORM_PARTS=bounds.files + 50,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        TRAP_HTTP_EXCEPTIONS=False,
        PROPAGATE_EXCEPTIONS=False,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions[KEY] = Desk(casebook, bounds)
    security.guard(app, frozenset(each.casefold() for each in hosts), password, bounds)
    CSRFProtect(app)
    errors.install(app)
    app.jinja_env.filters.update(wording.FILTERS)
    app.context_processor(lambda: _everywhere(password))
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def _everywhere(password: str | None) -> dict[str, Any]:
    return {"judging_as": judge_named(), "with_password": password is not None, "asset_version": version()}


def begin(app: Flask) -> None:
    """What is to be done before anyone asks: what was added from elsewhere is put into stories."""
    desk: Desk = app.extensions[KEY]
    if not desk.book.find(limit=0).current:
        desk.sort()
    _settle()


def _settle() -> None:
    """Sets apart what lasts as long as the desk: else all of it is looked through for garbage now and then, which stops a page for a tenth of a second."""
    gc.collect()
    gc.freeze()
