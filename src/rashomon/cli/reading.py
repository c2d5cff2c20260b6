"""Commands on given reports and on records: read, demo, verify, schema, doctor."""

import json
import sys
from pathlib import Path

import click

from rashomon.cli.care import with_care
from rashomon.cli.output import CASEBOOK, ENGINE, check_folders, opened, progress, put_out, record_options, write
from rashomon.errors import NothingReadError, RashomonError


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@record_options
@ENGINE
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
    check_folders(json_path, html_path, csv_path)
    with opened(casebook) as book:
        try:
            record = book.read(*inputs, progress=None if quiet else progress())
        except NothingReadError as error:
            write(with_care(error.record), json_path, html_path, csv_path)
            raise
    put_out(record, json_path, html_path, csv_path, quiet)


@click.command()
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


@click.command(short_help="Check a record against its own words, and against its reports.")
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


@click.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from rashomon.casebook import schema as record_schema

    click.echo(json.dumps(record_schema(), indent=2))


@click.command(short_help="Say which model, gazetteers and casebook are in use.")
@CASEBOOK
def doctor(casebook: Path | None) -> None:
    """Say which model, gazetteers, casebook and extras are in use, and what the casebook keeps."""
    with opened(casebook) as book:
        found = book.doctor()
    width = max(map(len, found))
    for name, what in found.items():
        click.echo(f"{name:<{width}}  {what}")


COMMANDS = (read, demo, verify, schema, doctor)
