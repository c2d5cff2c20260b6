"""The command line: parse, one casebook call, render."""

import sys
from errno import EPIPE
from typing import Any

import click

from rashomon.cli import coding, collecting, judging, looking, publishing, reading, serving
from rashomon.errors import RashomonError

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
A collection that grows, and is told in stories:
  rashomon add monday/ tuesday.jsonl.gz           reports stay in the casebook, in whatever order they come
  rashomon stories --text harbour --place Ostport what it holds, without reading it
  rashomon news                                   what came in and what changed since yesterday
  rashomon show sto1-0a1b2c3d --html story.html   the record of one story
  rashomon join first.txt second.txt --why "The same shooting; the second has the wrong day"
  rashomon split third.txt --why "Another shooting in that street"
  rashomon judgements                             who decided what, and why; `rashomon undo` takes one back
\b
All of it in a browser, on your own machine:
  rashomon serve                                  the desk: stories, reports, what is new; add, judge
\b
Publish a record with care:
  rashomon publish record.json --excerpts --html page.html --json published.json
\b
Its tables in the terminal, and its rows for other tools (docs/codebooks.md):
  rashomon publish record.json --view figures --view timeline
  rashomon publish record.json --markdown record.md --export ucdp=ucdp.csv --export geojson=places.geojson
\b
Check a record, with or without its reports:
  rashomon verify record.json reports/
\b
Exit status:
  0  done
  1  not one report (or judgement) could be read, or a record does not hold
  2  a wrong call
  3  the machine: no language model, no usable casebook, a file that cannot be written
  130  interrupted
\b
`rashomon COMMAND --help` says what a command takes. Nothing is sent anywhere: Rashomon reads without a network.
"""
_GOES_ON = {"read", "demo", "add", "stories", "show", "news"}


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
    if context.invoked_subcommand not in _GOES_ON:
        return "interrupted."
    return "interrupted; what was read is kept in the casebook, and the same command goes on from there."


@click.group(
    cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="rashomon", message="%(prog)s %(version)s")
def main() -> None:
    """Reads many news reports of one happening and writes one record that anyone can check: what happened, when and where,
    who says so, how many independent voices stand behind it, which figures agree and which conflict. Every cell of the
    record points to the very words that prove it."""


_ROOMS = (reading, collecting, looking, judging, coding, publishing, serving)
for _command in (command for room in _ROOMS for command in room.COMMANDS):
    main.add_command(_command)
