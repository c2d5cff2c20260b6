"""The command that puts out a record that was made before: publish."""

from pathlib import Path

import click

from rashomon.cli.output import check_folders, put_out, record_options


@click.command(short_help="Write a record's page, tables, excerpts, from its file.")
@click.argument("record", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@record_options
def publish(record: Path, json_path: Path | None, html_path: Path | None, csv_path: Path | None, quiet: bool) -> None:
    """Put out a RECORD that was made before (a file that --json wrote): as a page, as a table, and with care.

    Nothing is read again, no casebook is asked and no language model is needed. With --excerpts, the record that --json writes is itself
    the published one: it says what was left out, and `rashomon verify` checks it.
    """
    from rashomon.casebook import load_record

    check_folders(json_path, html_path, csv_path)
    put_out(load_record(record.read_bytes(), str(record)), json_path, html_path, csv_path, quiet)


COMMANDS = (publish,)
