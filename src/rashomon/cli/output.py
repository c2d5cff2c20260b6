"""Where a record goes: files, standard output, the terminal; and which casebook a command opens."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from rashomon.cli.care import care_options, with_care
from rashomon.cli.forms import asked, asked_views, form_options, to_standard_output, write_forms
from rashomon.cli.progress import clear_progress, progress
from rashomon.errors import RashomonError

__all__ = ["CASEBOOK", "ENGINE", "check_folders", "opened", "page_place", "print_summary", "progress", "put", "put_out", "record_options", "say_where", "write"]  # fmt: skip

_File = click.Path(dir_okay=False, path_type=Path)
CASEBOOK = click.option(
    "--casebook",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the casebook, where results are kept.  [default: $RASHOMON_HOME, else the user's data folder]",
)
_ENGINE = "rashomon.engine"
ENGINE = click.option(
    "--engine",
    default="local",
    show_default=True,
    envvar="RASHOMON_ENGINE",
    show_envvar=True,
    metavar="WHERE",
    expose_value=False,
    callback=lambda context, _, words: context.meta.update({_ENGINE: words}),
    help="Where the work is done: local (this process), processes (all cores), processes:N, dask:ADDRESS (a cluster).",
)
_RECORD = (
    click.option("--json", "json_path", type=_File, help="Write the record here (- for standard output)."),
    click.option(
        "--html",
        "html_path",
        type=click.Path(path_type=str),
        callback=lambda _, __, path: page_place(path),
        metavar="FILE|FOLDER/",
        help="Write the page here: one file, to open in a browser; or into this folder: one file a story, and an index.",
    ),
    click.option("--csv", "csv_path", type=_File, help="Write the findings here, a row an answer."),
    click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress."),
)


def record_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that makes a record."""
    command = form_options(care_options(command))
    for option in reversed(_RECORD):
        command = option(command)
    return command


@contextmanager
def opened(folder: Path | None) -> Iterator[Any]:
    """The casebook in the folder, or the user's own; its work is done where the command's `--engine` says."""
    from rashomon.casebook import Casebook

    engine = click.get_current_context().meta.get(_ENGINE, "local")
    book = Casebook(folder, engine=engine) if folder is not None else Casebook.at_home(engine=engine)
    try:
        yield book
    finally:
        clear_progress()
        book.close()


def put_out(record: Any, json_path: Path | None, html_path: Path | None, csv_path: Path | None, quiet: bool) -> None:
    """Writes the record where it was asked for, and prints its summary; with the care that was asked for."""
    record = with_care(record)
    write(record, json_path, html_path, csv_path)
    if not quiet and str(json_path) != "-" and not to_standard_output():
        print_summary(record)
        say_where(json_path, html_path, csv_path, *(path for _, path in asked()))


def page_place(path: str | None) -> Path | None:
    """The path of `--html`. One that ends in a slash is a folder, and is made where it is not there."""
    if path and path.endswith(("/", os.sep)):
        try:
            Path(path).mkdir(exist_ok=True)
        except OSError as error:
            raise RashomonError(f"{path} cannot be made ({error.strerror}). Name another folder.") from error
    return Path(path) if path else None


def write(record: Any, json_path: Path | None, html_path: Path | None, csv_path: Path | None) -> None:
    if json_path:
        from rashomon.casebook import to_json

        put(json_path, to_json(record))
    if html_path:
        write_page(record, html_path)
    if csv_path:
        from rashomon.publish.tables import findings_csv

        put(csv_path, findings_csv(record).encode())
    write_forms(record)


def write_page(record: Any, path: Path) -> None:
    """One file with all stories; into a folder one file a story, and the index of them."""
    if path.is_dir():
        from rashomon.publish.folder import files

        for name, page in files(record):
            put(path / name, page.encode())
        return
    from rashomon.publish.page import render

    put(path, render(record).encode())


def check_folders(*paths: Path | None) -> None:
    """Says before the reading, which may be long, what would fail after it."""
    for path in paths:
        folder = path if path and path.is_dir() else path.parent if path else None
        if folder and str(path) != "-" and not os.access(folder, os.W_OK | os.X_OK):
            reason = "its folder may not be written to" if folder.is_dir() else "its folder does not exist"
            raise RashomonError(f"{path} cannot be written: {reason}. Name a file in another folder.")


def put(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RashomonError(f"{path} cannot be written ({error.strerror}). Name another file or folder.") from error


def print_summary(record: Any) -> None:
    from rashomon.publish.terminal import summary

    click.echo(asked_views(record) or summary(record))


def say_where(*paths: Path | None) -> None:
    for path in paths:
        if path:
            click.echo(f"wrote {path / 'index.html' if path.is_dir() else path}")
    if not any(paths):
        click.echo(
            "Nothing was written: name a file with --html (a page to open), --markdown (text), --json (the record) or --csv (its findings)."
        )
