"""Commands of persons' judgements: join, split, undo, judgements."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from rashomon.cli.output import CASEBOOK, opened, put
from rashomon.errors import NothingReadError

_SAID = 10  # lines that could not be taken, said one by one
_WHY = click.option(
    "--why", required=True, metavar="REASON", help="The reason, in your words: it stands in the record."
)
_BY = click.option("--by", metavar="NAME", help="Who decides.  [default: your login name]")


def _judging(command: Callable[..., Any]) -> Callable[..., Any]:
    return _WHY(_BY(CASEBOOK(command)))


@click.command(short_help="Decide that reports tell of one happening.")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@_judging
def join(reports: tuple[str, ...], why: str, by: str | None, casebook: Path | None) -> None:
    """Decide that these reports tell of one happening.

    A REPORT is a report's id, its first letters, its source or its file's name; or a story, which stands for all of its reports. The
    decision outranks every rule, holds for every later record of these reports, and stands in it.
    """
    with opened(casebook) as book:
        _say(book.join(*reports, why=why, by=by))


@click.command(short_help="Decide that reports tell of another happening.")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@_judging
def split(reports: tuple[str, ...], why: str, by: str | None, casebook: Path | None) -> None:
    """Decide that these reports tell of another happening than the others of their story.

    They are held together, and apart from the others that the story has now. `rashomon stories --reports` lists them.
    """
    with opened(casebook) as book:
        _say(book.split(*reports, why=why, by=by))


@click.command()
@click.argument("judgement", metavar="ID")
@_judging
def undo(judgement: str, why: str, by: str | None, casebook: Path | None) -> None:
    """Take a judgement back. Both stay in the log; an undo can be undone."""
    with opened(casebook) as book:
        _say(book.undo(judgement, why=why, by=by))


def _say(made: Any) -> None:
    from rashomon.publish.listing import short
    from rashomon.publish.terminal import counted

    noun = "judgement" if made.what == "undo" else "report"
    click.echo(f"{short(made.id)}: {made.what} of {counted(len(made.on), noun)}, by {made.who}. It holds from now on.")


@click.group(invoke_without_command=True, short_help="List who decided what; export and import it.")
@CASEBOOK
@click.pass_context
def judgements(context: click.Context, casebook: Path | None) -> None:
    """List the judgements of persons, the earliest first: who decided what and why, and whether it still holds.

    A judgement `holds`, was `undone`, is `outranked` by a later one that contradicts it, or `waits` for reports that are not there.
    """
    if context.invoked_subcommand is not None:
        context.obj = casebook
        return
    with opened(casebook) as book:
        found = book.judgements()
    from rashomon.publish.listing import of_judgements

    click.echo(
        of_judgements(found) if found else "No judgement was made yet: `rashomon join` and `rashomon split` make some."
    )


@judgements.command(name="export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default="-")
@CASEBOOK
@click.pass_obj
def export(above: Path | None, file: Path, casebook: Path | None) -> None:
    """Write all judgements to FILE (JSONL; standard output where none is named)."""
    with opened(casebook or above) as book:
        put(file, book.export_judgements())
    sys.stdout.flush()


@judgements.command(name="import")
@click.argument("file", type=click.File("rb"))
@CASEBOOK
@click.pass_obj
def take(above: Path | None, file: Any, casebook: Path | None) -> None:
    """Add the judgements of FILE (JSONL, as `export` writes it; - for standard input).

    A line that holds none is said, and the others are added. A judgement waits where its reports are not there.
    """
    with opened(casebook or above) as book:
        done = book.import_judgements(file)
    from rashomon.publish.terminal import clean, counted

    for row in done.rejected[:_SAID]:
        click.echo(clean(row.error), err=True)
    if len(done.rejected) > _SAID:
        click.echo(f"and {len(done.rejected) - _SAID:,} more lines that are no judgements.", err=True)
    if done.rejected and not done.new and not done.known:
        raise NothingReadError("Not one judgement could be read.")
    known = f", {done.known:,} there before" if done.known else ""
    click.echo(f"{counted(done.new, 'judgement')} added{known}.")


COMMANDS = (join, split, undo, judgements)
