"""Commands that look into the collection: stories, news. Nothing is read for them."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from rashomon.cli.output import CASEBOOK, ENGINE, opened, progress

_STATUSES = ("contested", "corrected", "updated", "agreed", "compatible", "single", "unread")


@click.command(short_help="List the stories of the collection.")
@click.option(
    "--text",
    default="",
    metavar="WORDS",
    help='Of which one report has all these words; "words in quotes" as they stand.',
)
@click.option("--place", metavar="NAME", help="That play there.")
@click.option("--party", metavar="NAME", help="That name this person, body or group.")
@click.option("--status", type=click.Choice(_STATUSES), help="With a finding of this status; or never read.")
@click.option("--since", metavar="DAY", help="That have a report of this day or a later one (2031-05-06).")
@click.option("--until", metavar="DAY", help="That have a report of this day or an earlier one.")
@click.option("--new-since", metavar="TIME", help="To which a report was added since (a day, or 2031-05-06T10:00).")
@click.option("--limit", type=click.IntRange(min=1), help="So many at most.")
@click.option("--newest", is_flag=True, help="The latest last day first.")
@click.option("--reports", is_flag=True, help="List the reports of each story, too.")
@click.option("--json", "as_json", is_flag=True, help="Print the stories as JSON, a row a line.")
@ENGINE
@CASEBOOK
def stories(reports: bool, as_json: bool, casebook: Path | None, **asked: Any) -> None:
    """List the stories of the collection: how many reports and voices, on which days, where; and where one was read, how its findings stand.

    Nothing is read for it. Words are found by their beginnings, case and accents aside, in any script. A name is one of an entity where the story was read,
    else one that its reports write with a capital. A story is named by its id or the first letters of one; an id that a story had before reports
    came to it still leads to it.
    """
    with opened(casebook) as book:
        found = book.stories(**asked, progress=progress())
    if as_json:
        _print_json(found)
    elif found:
        from rashomon.publish.listing import of_stories

        click.echo(of_stories(found, with_reports=reports))
    else:
        filtered = any(value for name, value in asked.items() if name not in ("limit", "newest"))
        click.echo(
            "No story is like this." if filtered else "The casebook has no reports yet: `rashomon add` adds some."
        )


@click.command(short_help="What came in and what changed since yesterday.")
@click.option("--since", metavar="TIME", help="A day, or 2031-05-06T10:00.  [default: yesterday, from midnight UTC]")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@ENGINE
@CASEBOOK
def news(since: str | None, as_json: bool, casebook: Path | None) -> None:
    """What came in and what changed: reports that were added, stories that are new or have grown, findings that became contested or changed
    their status from one record of a story to the next, and judgements that reports contradict.

    Nothing is read for it: a story that has grown says what has changed in it once its record is made again.
    """
    when = since or (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    with opened(casebook) as book:
        book.sort(progress=progress())
        found = book.news(when)
    if as_json:
        _print_json([found])
    else:
        from rashomon.publish.listing import of_news

        click.echo(of_news(found))


def _print_json(rows: Any) -> None:
    import msgspec

    sys.stdout.write("".join(msgspec.json.encode(row).decode() + "\n" for row in rows))


COMMANDS = (stories, news)
