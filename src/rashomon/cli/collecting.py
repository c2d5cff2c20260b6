"""Commands on the collection: add, show."""

from pathlib import Path

import click

from rashomon.cli.output import CASEBOOK, ENGINE, check_folders, opened, progress, put_out, record_options

_SAID = 10  # inputs that could not be read, said one by one


@click.command(short_help="Add reports to the collection, where they stay.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--quiet", "-q", is_flag=True, help="Print no progress, and only what could not be read.")
@ENGINE
@CASEBOOK
def add(inputs: tuple[str, ...], quiet: bool, casebook: Path | None) -> None:
    """Add reports to the collection in the casebook, where they stay.

    An INPUT is what `rashomon read` takes. Reports may come in any order and over many runs; one that is there already is not added
    again. Their language is read later, when a story's record is asked for.
    """
    with opened(casebook) as book:
        added = book.add(*inputs, progress=None if quiet else progress())
    from rashomon.publish.terminal import clean, counted

    for row in added.rejected[:_SAID]:
        click.echo(f"not read: {clean(row.error)}", err=True)
    if len(added.rejected) > _SAID:
        click.echo(f"and {len(added.rejected) - _SAID:,} more that could not be read.", err=True)
    if not quiet:
        known = f", {added.known:,} there before" if added.known else ""
        click.echo(
            f"{counted(len(added.new), 'report')} added{known}. `rashomon stories` lists what the casebook holds."
        )


@click.command(short_help="Make the record of a story of the collection.")
@click.argument("story", nargs=-1, metavar="[STORY]...")
@record_options
@click.option(
    "--judged-by",
    multiple=True,
    metavar="NAME",
    help="Shaped by this person's judgements alone; several times for several.",
)
@click.option(
    "--seen-by", metavar="CODER", help="As this coder may see it, who may code the story without sight of others."
)
@ENGINE
@CASEBOOK
def show(
    story: tuple[str, ...],
    json_path: Path | None,
    html_path: Path | None,
    csv_path: Path | None,
    quiet: bool,
    judged_by: tuple[str, ...],
    seen_by: str | None,
    casebook: Path | None,
) -> None:
    """Make the record of one STORY of the collection, of several, or of all where none is named.

    A STORY is the id of one, its first letters, or a report of it (its id, its source or its file's name). Only the reports of these
    stories are read, and what was read is kept.
    """
    check_folders(json_path, html_path, csv_path)
    with opened(casebook) as book:
        tell = None if quiet else progress()
        record = book.record(*story, progress=tell, judgements_by=judged_by or None, seen_by=seen_by)
    put_out(record, json_path, html_path, csv_path, quiet)


COMMANDS = (add, show)
