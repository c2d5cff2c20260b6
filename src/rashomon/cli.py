"""The command line: parse, one casebook call, render."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from rashomon.errors import NothingReadError, RashomonError

_EPILOG = """\b
Examples:
  rashomon demo
  rashomon read reports/ --json record.json --html record.html
  rashomon read page.html rows.jsonl.gz 'wire/*.txt'
  cat report.txt | rashomon read -
  rashomon verify record.json reports/

Exit status: 0 done, 1 nothing read or a failed check, 2 a wrong call, 3 the machine (no model, no casebook), 130 interrupted.
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
            click.echo("rashomon: interrupted; what was read is kept, the same command goes on from there.", err=True)
            sys.exit(130)


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
    input. What cannot be read is listed in the record with its reason, and the rest is read.
    """
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

    out.mkdir(parents=True, exist_ok=True)
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


@main.command()
@click.argument("record", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("reports", nargs=-1)
def verify(record: Path, reports: tuple[str, ...]) -> None:
    """Check a RECORD against its own words and, where given, against the REPORTS that it was made from.

    Offsets, quotations, numbers, counts of support, ids and the manifest are derived again, without a model. Prints each
    discrepancy and exits with 1 if there is one. Name the reports as they were named to `rashomon read`.
    """
    from rashomon.casebook import check, load

    content = load(record.read_bytes(), str(record))
    found = check(content, reports)
    for discrepancy in found:
        click.echo(str(discrepancy))
    against = "its own words and the reports" if reports else "its own words"
    click.echo(f"{record}: {len(found)} discrepancies" if found else f"{record}: holds against {against}.")
    sys.exit(1 if found else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from rashomon.casebook import schema as record_schema

    click.echo(json.dumps(record_schema(), indent=2))


@main.command()
@CASEBOOK
def doctor(casebook: Path | None) -> None:
    """Say which model, gazetteers, store and extras are in use."""
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


def _put(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise RashomonError(
            f"{path} cannot be written ({error.strerror}). Name a file in a folder that exists."
        ) from error


def _print_summary(record: Any) -> None:
    from rashomon.publish.terminal import summary

    click.echo(summary(record))


def _say_where(*paths: Path | None) -> None:
    for path in paths:
        if path:
            click.echo(f"wrote {path}")


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
