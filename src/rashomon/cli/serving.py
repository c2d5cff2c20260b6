"""The command that opens the desk: serve."""

import os
from contextlib import suppress
from pathlib import Path

import click

from rashomon.cli.output import CASEBOOK, opened
from rashomon.errors import RashomonError

_PASSWORD = "RASHOMON_PASSWORD"


@click.command(short_help="Open the desk: the casebook in a browser.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where it listens. Another than this machine's own is only opened with a password.",
)
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535), help="0 for any that is free.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name under which it may be called besides, such as that of a proxy. Can be given several times.",
)
@click.option(
    "--ask-password", is_flag=True, help=f"Ask for the password that the desk is to have; else that of ${_PASSWORD}."
)
@click.option("--open/--no-open", "show", default=False, help="Open it in the browser.")
@CASEBOOK
def serve(host: str, port: int, names: tuple[str, ...], ask_password: bool, show: bool, casebook: Path | None) -> None:
    """Open the desk, a web app on the casebook: its stories, the page of each, reports, entities, what is new; add reports, judge.

    It listens on this machine alone and asks for no password, unless $RASHOMON_PASSWORD has one. With another --host it needs a password:
    that of the variable, one that --ask-password asks for, or else a token that is made and printed once. What is sent over a network is not
    encrypted; put a proxy with TLS before it. Stop it with Ctrl-C.
    """
    password = (
        click.prompt("Password", hide_input=True, confirmation_prompt=True)
        if ask_password
        else os.environ.get(_PASSWORD) or None
    )
    from rashomon.web.serving import serve as bound

    with opened(casebook) as book:
        try:
            served = bound(book, host=host, port=port, password=password, names=[name.casefold() for name in names])
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise RashomonError(
                f"The desk cannot listen on {host}, port {port} ({reason}). Give another --host or --port."
            ) from error
        click.echo(f"The desk is open at {served.address} (Ctrl-C closes it).")
        if served.token:
            click.echo(f"Its token, printed this once: {served.token}")
        if show:
            click.launch(served.address)
        with suppress(KeyboardInterrupt):
            served.run()
        click.echo("The desk is closed.")


COMMANDS = (serve,)
