"""Commands of coders who judge the same story: code, done, agreement, adjudicate."""

import sys
from pathlib import Path
from typing import Any

import click

from rashomon.cli.judging import judging, say
from rashomon.cli.output import CASEBOOK, opened, put


@click.command(short_help="Name the coders of a story, who judge it blind.")
@click.argument("story")
@click.argument("coders", nargs=-1, required=True, metavar="CODER...")
@judging
def code(story: str, coders: tuple[str, ...], casebook: Path | None, **said: Any) -> None:
    """Name the coders of a STORY, who judge it without sight of each other.

    Until each of them has said `rashomon done`, a coder is shown the record as his own judgements alone shape it (`rashomon show STORY
    --seen-by CODER`), and no agreement. Everybody else sees all. Judge with `--story STORY --by CODER`.
    """
    with opened(casebook) as book:
        for made in book.code(story, *coders, **said):
            say(made)


@click.command(short_help="Say that you have judged all of a story that you will.")
@click.argument("story")
@judging
def done(story: str, casebook: Path | None, **said: Any) -> None:
    """Say that you have judged all of a STORY that you will. When all of its coders are done each is shown what the others judged.

    `rashomon undo` takes it back.
    """
    with opened(casebook) as book:
        say(book.done(story, **said))


@click.command(short_help="How far coders agree, and what they differ on.")
@click.argument("story", required=False)
@click.option("--by", multiple=True, metavar="CODER", help="Of these coders alone; may be given several times.")
@click.option("--until", metavar="TIME", help="As it was then: a day or a time (ISO 8601, UTC).")
@click.option("--seen-by", metavar="CODER", help="As this coder may see it.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option(
    "--csv",
    "csv_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write all that was judged here, a row a coder's value: alpha can be computed anew from it.",
)
@CASEBOOK
def agreement(story: str | None, as_json: bool, csv_path: Path | None, casebook: Path | None, **asked: Any) -> None:
    """How far the coders of a STORY agree (of everything that was judged, where none is named), and what they differ on.

    Krippendorff's alpha for each thing that they judged: 1 is full agreement, 0 what chance would give. Below stand the units on which they
    differ, with each one's value, reason and judgement, and the words of the report; `rashomon adjudicate` settles one.
    """
    with opened(casebook) as book:
        found = book.agreement(story, units=csv_path is not None, **asked)
    if csv_path:
        from rashomon.publish.coding import units_csv

        put(csv_path, units_csv(found).encode())
    if str(csv_path) == "-":
        return
    if as_json:
        import msgspec

        sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
        return
    from rashomon.publish.coding import lines

    click.echo("\n".join(lines(found)))


@click.command(short_help="Settle what coders differ on.")
@click.argument("judgement", metavar="ID")
@judging
def adjudicate(judgement: str, casebook: Path | None, **said: Any) -> None:
    """Settle what coders differ on: decide as this judgement of one of them does, and finally.

    It outranks what coders judge, now and later. To settle it as neither of them did, judge it yourself with `--final`.
    """
    with opened(casebook) as book:
        say(book.adjudicate(judgement, **said))


COMMANDS = (code, done, agreement, adjudicate)
