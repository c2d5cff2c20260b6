"""The command line: parse, one casebook call, render."""

import json
import os
import sys
from errno import EPIPE
from pathlib import Path
from typing import Any

import click

from rashomon.errors import NothingReadError, RashomonError

_EPILOG = """\b
Begin with:
  rashomon demo                                   an invented happening; then open out/demo.html
\b
Your own reports:
  rashomon read reports/ --html record.html       a folder, read through; one page to open in a browser
  rashomon read reports/ --json record.json       the record itself
  rashomon read page.html rows.jsonl.gz 'wire/*.txt'
  cat report.txt | rashomon read -
\b
Check a record, with or without its reports:
  rashomon verify record.json reports/
\b
Exit status:
  0  done
  1  not one report could be read, or a record does not hold
  2  a wrong call
  3  the machine: no language model, no usable casebook, a file that cannot be written
  130  interrupted
\b
`rashomon COMMAND --help` says what a command takes. Nothing is sent anywhere: Rashomon reads without a network.
"""


class Commands(click.Group):
    """Ends a command with a plain sentence and the error's own exit status."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except RashomonError as error:
            click.echo(f"rashomon: {error}", err=True)
            sys.exit(error.exit_code)
        except (KeyboardInterrupt, click.Abort):
            click.echo(f"rashomon: {_interrupted(context)}", err=True)
            sys.exit(130)
        except ImportError as error:
            click.echo(f"rashomon: a package is missing or broken ({error}). Install Rashomon again.", err=True)
            sys.exit(RashomonError.exit_code)
        except OSError as error:
            if error.errno == EPIPE:  # the reader of our output has gone, as `head` does
                raise
            click.echo(f"rashomon: {error.filename or 'the machine'}: {error.strerror or error}.", err=True)
            sys.exit(RashomonError.exit_code)


def _interrupted(context: click.Context) -> str:
    if context.invoked_subcommand not in {"read", "demo"}:
        return "interrupted."
    return "interrupted; what was read is kept in the casebook, and the same command goes on from there."


CASEBOOK = click.option(
    "--casebook",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the casebook, where results are kept.  [default: $RASHOMON_HOME, else the user's data folder]",
)


@click.group(
    cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="rashomon", message="%(prog)s %(version)s")
def main() -> None:
    """Reads many news reports of one happening and writes one record that anyone can check: what happened, when and where,
    who says so, how many independent voices stand behind it, which figures agree and which conflict. Every cell of the
    record points to the very words that prove it."""


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--json",
    "json_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the record here (- for standard output).",
)
@click.option(
    "--html",
    "html_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the page here: one file, to open in a browser.",
)
@click.option(
    "--csv",
    "csv_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the findings here, a row an answer.",
)
@click.option("--quiet", "-q", is_flag=True, help="Print no summary and no progress.")
@CASEBOOK
def read(
    inputs: tuple[str, ...],
    json_path: Path | None,
    html_path: Path | None,
    csv_path: Path | None,
    quiet: bool,
    casebook: Path | None,
) -> None:
    """Read reports and make their record.

    An INPUT is a file (.txt .md .html .json .jsonl .csv .tsv .zip; row files also .gz), a folder, a glob, or - for standard
    input. A row of JSON, JSONL or CSV has `text` or `html`, and may have id, url, title, published, modified, outlet,
    language, bylines. What cannot be read is listed in the record with its reason, and the rest is read.

    A summary is printed; --json, --html and --csv keep the whole. What was read once is kept in the casebook and not read
    again.
    """
    _check_folders(json_path, html_path, csv_path)
    book = _open(casebook)
    try:
        record = book.read(*inputs, progress=None if quiet else _progress())
    except NothingReadError as error:
        _write(error.record, json_path, html_path, csv_path)
        raise
    finally:
        _clear_progress()
        book.close()
    _write(record, json_path, html_path, csv_path)
    if not quiet and str(json_path) != "-":
        _print_summary(record)
        _say_where(json_path, html_path, csv_path)


@main.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the record and its page.",
)
@CASEBOOK
@click.pass_context
def demo(context: click.Context, out: Path, casebook: Path | None) -> None:
    """Make the record of an invented happening, to see what a record is."""
    from rashomon import demo as invented

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RashomonError(f"{out} cannot be made ({error.strerror}). Name another folder with --out.") from error
    click.echo(f"{invented.NOTE}\n")
    context.invoke(
        read,
        inputs=(str(invented.REPORTS),),
        json_path=out / "demo.json",
        html_path=out / "demo.html",
        csv_path=None,
        quiet=False,
        casebook=casebook,
    )


@main.command(short_help="Check a record against its own words, and against its reports.")
@click.argument("record", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("reports", nargs=-1)
def verify(record: Path, reports: tuple[str, ...]) -> None:
    """Check a RECORD against its own words and, where given, against the REPORTS that it was made from.

    Offsets, quotations, numbers, support, origins, ids and the manifest are derived again, without a model and by other code than
    that which made them. Prints each discrepancy and exits with 1 if there is one. Name the reports as they were named to
    `rashomon read`; reports that were moved since are known by their files' names.
    """
    from rashomon.casebook import check, load

    content = load(record.read_bytes(), str(record))
    found = check(content, reports)
    for discrepancy in found:
        click.echo(str(discrepancy))
    against = "its own words and the reports" if reports else "its own words"
    count = f"{len(found)} discrepanc{'y' if len(found) == 1 else 'ies'}"
    click.echo(f"{record}: {count}." if found else f"{record}: holds against {against}.")
    sys.exit(1 if found else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from rashomon.casebook import schema as record_schema

    click.echo(json.dumps(record_schema(), indent=2))


@main.command(short_help="Say which model, gazetteers and casebook are in use.")
@CASEBOOK
def doctor(casebook: Path | None) -> None:
    """Say which model, gazetteers, casebook and extras are in use, and what the casebook keeps."""
    book = _open(casebook)
    found = book.doctor()
    width = max(map(len, found))
    for name, what in found.items():
        click.echo(f"{name:<{width}}  {what}")
    book.close()


def _open(folder: Path | None) -> Any:
    from rashomon.casebook import Casebook

    return Casebook(folder) if folder is not None else Casebook.at_home()


def _write(record: Any, json_path: Path | None, html_path: Path | None, csv_path: Path | None) -> None:
    if json_path:
        from rashomon.casebook import to_json

        _put(json_path, to_json(record))
    if html_path:
        from rashomon.publish.page import render

        _put(html_path, render(record).encode())
    if csv_path:
        from rashomon.publish.tables import findings_csv

        _put(csv_path, findings_csv(record).encode())


def _check_folders(*paths: Path | None) -> None:
    """Says before the reading, which may be long, what would fail after it."""
    for path in paths:
        if path and str(path) != "-" and not os.access(path.parent, os.W_OK | os.X_OK):
            reason = "its folder may not be written to" if path.parent.is_dir() else "its folder does not exist"
            raise RashomonError(f"{path} cannot be written: {reason}. Name a file in another folder.")


def _put(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RashomonError(f"{path} cannot be written ({error.strerror}). Name another file or folder.") from error


def _print_summary(record: Any) -> None:
    from rashomon.publish.terminal import summary

    click.echo(summary(record))


def _say_where(*paths: Path | None) -> None:
    for path in paths:
        if path:
            click.echo(f"wrote {path}")
    if not any(paths):
        click.echo(
            "Nothing was written: name a file with --html (a page to open), --json (the record) or --csv (its findings)."
        )


def _progress() -> Any:
    """Shows the stage and how far it is on one line of a terminal; nothing where the output goes elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(stage: str, done: int, total: int) -> None:
        click.echo(f"\r\x1b[2K{stage} {done}{f' of {total}' if total else ''}", nl=False, err=True)

    return tell


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[2K", nl=False, err=True)
