"""Commands of persons' judgements: confirm, reject, correct, join, split, rate, note, undo, judgements."""

import sys
from collections.abc import Callable, Sequence
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


def judging(command: Callable[..., Any]) -> Callable[..., Any]:
    return _WHY(_BY(CASEBOOK(command)))


_STORY = click.option(
    "--story",
    metavar="STORY",
    help="The story in whose record the ids stand.  [default: the records that were made, the newest first]",
)
_FINAL = click.option("--final", is_flag=True, help="An adjudication: it outranks all judgements that are not.")


def _of(kinds: Sequence[str], default: str | None = None) -> Callable[..., Any]:
    shown = default or "what the names lead to"
    return click.option("--of", type=click.Choice(kinds), default=default, help=f"What they are.  [default: {shown}]")


def _on_rows(command: Callable[..., Any]) -> Callable[..., Any]:
    return judging(_STORY(_FINAL(command)))


@click.command(short_help="Confirm claims, findings, entities or reports.")
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@click.option("--field", metavar="FIELD", help="Confirm this field alone.")
@_on_rows
def confirm(names: tuple[str, ...], casebook: Path | None, **said: Any) -> None:
    """Confirm that claims, findings, entities or reports are as the record has them.

    An ID is that of a row of a record, or its first letters. The record shows who confirmed it and why.
    """
    with opened(casebook) as book:
        say(book.confirm(*names, **said))


@click.command(short_help="Reject claims: they count no longer.")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_on_rows
def reject(claims: tuple[str, ...], casebook: Path | None, **said: Any) -> None:
    """Reject claims: what they say is not so, or the report does not say it.

    They stay in the record, marked as rejected, and leave the findings, the timeline and all that is counted.
    """
    with opened(casebook) as book:
        say(book.reject(*claims, **said))


@click.command(short_help="Correct a field of a claim, entity, report or finding.")
@click.argument("name", metavar="ID")
@click.argument("field", metavar="FIELD")
@click.argument("value", metavar="VALUE")
@_on_rows
def correct(name: str, field: str, value: str, casebook: Path | None, **said: Any) -> None:
    """Correct a field of a claim, an entity, a report or a finding. What was read stays beside it.

    Of a claim: figure ("at least 12"), counted, measure, scope, date, as_of, modality, attribution (the speaker's name; `report` where the
    report says it itself), place. Of an entity: name, kind, country. Of a report: outlet, published, title. Of a finding: estimate
    ("10 to 14"), which stands beside those of the rules.
    """
    with opened(casebook) as book:
        say(book.correct(name, field, value, **said))


@click.command(short_help="Decide that reports, entities, voices or findings belong together.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_of(("story", "voice", "entity", "finding"), "story")
@_on_rows
def join(names: tuple[str, ...], casebook: Path | None, **said: Any) -> None:
    """Decide that these belong together.

    Of story: these reports tell of one happening. Of voice: these reports speak with one text. Of entity: these mean one person, body or
    place. Of finding: these answer one question.

    A report is named by its id, its first letters, its source or its file's name; a story stands for all of its reports. Entities and
    findings are named by their ids in a record. The decision outranks every rule, holds for every later record, and stands in it.
    """
    with opened(casebook) as book:
        say(book.join(*names, **said))


@click.command(short_help="Decide that reports, words, voices or claims belong not to those beside them.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_of(("story", "voice", "entity", "finding"), "story")
@_on_rows
def split(names: tuple[str, ...], casebook: Path | None, **said: Any) -> None:
    """Decide that these belong not to those beside them.

    Of story: these reports tell of another happening than the others of their story. Of voice: they speak with a text of their own. Of entity: these
    words (as they stand, or REPORT@START-END) mean another. Of finding: these claims answer another question.

    They are held together, and apart from the others that are there now. `rashomon stories --reports` lists reports.
    """
    with opened(casebook) as book:
        say(book.split(*names, **said))


@click.command(short_help="Rate an outlet, A (reliable) to F.")
@click.argument("outlet")
@click.argument("value", metavar="A|B|C|D|E|F")
@judging
def rate(outlet: str, value: str, casebook: Path | None, **said: Any) -> None:
    """Rate an outlet on the Admiralty scale: A reliable, B usually reliable, C fairly reliable, D not usually reliable, E unreliable, F not
    to be judged.

    The rating stands with each of its reports. The ucdp estimate takes its lowest and highest figure from no outlet rated E or F where there
    are others.
    """
    with opened(casebook) as book:
        say(book.rate(outlet, value, **said))


@click.command(short_help="Add a remark; it changes nothing.")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_of(("story", "report", "voice", "entity", "finding", "claim", "outlet"))
@_STORY
@judging
def note(names: tuple[str, ...], casebook: Path | None, **said: Any) -> None:
    """Add a remark on claims, findings, entities, reports, stories, voices or an outlet. It stands in the record, and changes nothing."""
    with opened(casebook) as book:
        say(book.note(*names, **said))


@click.command()
@click.argument("judgement", metavar="ID")
@judging
def undo(judgement: str, why: str, by: str | None, casebook: Path | None) -> None:
    """Take a judgement back. Both stay in the log; an undo can be undone."""
    with opened(casebook) as book:
        say(book.undo(judgement, why=why, by=by))


def say(made: Any) -> None:
    from rashomon.publish.listing import short, what_of
    from rashomon.publish.terminal import clean

    click.echo(f"{short(made.id)}: {what_of(made)}, by {clean(made.who)}. It holds from now on.")


@click.group(invoke_without_command=True, short_help="List who decided what; export and import it.")
@click.option(
    "--seen-by", metavar="CODER", help="Those that this coder may see, who may code a story without sight of others."
)
@CASEBOOK
@click.pass_context
def judgements(context: click.Context, seen_by: str | None, casebook: Path | None) -> None:
    """List the judgements of persons, the earliest first: who decided what and why, and whether it still holds.

    A judgement `holds`, was `undone`, is `outranked` by a later one that contradicts it, or `waits` for reports that are not there. What later
    reports say against it stands below, behind a `!`.
    """
    if context.invoked_subcommand is not None:
        context.obj = casebook
        return
    with opened(casebook) as book:
        found = book.judgements(seen_by=seen_by)
    from rashomon.publish.listing import of_judgements

    click.echo(
        of_judgements(found)
        if found
        else "No judgement was made yet: `rashomon confirm`, `reject`, `correct`, `join`, `split`, `rate` and `note` make some."
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
    if done.refused > _SAID:
        click.echo(f"and {done.refused - _SAID:,} more lines that are no judgements.", err=True)
    if done.refused and not done.new and not done.known:
        raise NothingReadError("Not one judgement could be read.")
    known = f", {done.known:,} there before" if done.known else ""
    click.echo(f"{counted(done.new, 'judgement')} added{known}.")


COMMANDS = (confirm, reject, correct, join, split, rate, note, undo, judgements)
