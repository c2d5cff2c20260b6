"""Options of every command that puts a record out: what is left out of it, or replaced in it, before."""

from collections.abc import Callable
from typing import Any

import click

from rashomon.errors import SettingsError

_ASKED = "rashomon.care"  # where the options wait, in the context of the call


def _keep(context: click.Context, option: click.Parameter, value: Any) -> Any:
    context.meta.setdefault(_ASKED, {})[option.name] = value
    return value


_OPTIONS = (
    click.option(
        "--excerpts",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Leave out the full texts, which are their publishers': sentences of evidence and digests stay.",
    ),
    click.option(
        "--redact",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Replace the names of private persons by labels, everywhere, and say so.",
    ),
    click.option(
        "--public",
        multiple=True,
        metavar="NAME",
        expose_value=False,
        callback=_keep,
        help="With --redact: this person keeps the name. May be given again.",
    ),
    click.option(
        "--private",
        multiple=True,
        metavar="NAME",
        expose_value=False,
        callback=_keep,
        help="With --redact: this person's name is replaced, whoever it is. May be given again.",
    ),
)


def care_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options are kept in the context, so that no command has to hand them on."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def with_care(record: Any) -> Any:
    """The record as it may be put out, by the options of this call."""
    context = click.get_current_context(silent=True)
    asked = context.meta.get(_ASKED, {}) if context else {}
    if (asked.get("public") or asked.get("private")) and not asked.get("redact"):
        raise SettingsError("--public and --private decide on names that --redact replaces: add --redact.")
    if asked.get("redact"):
        from rashomon.publish.careful.redact import RedactSettings, redact

        record = redact(record, RedactSettings(public=asked["public"], private=asked["private"]))
    if asked.get("excerpts"):
        from rashomon.publish.careful.excerpts import excerpt

        record = excerpt(record)
    return record
