"""Writes docs/cli.md from the commands' own help. `tests/test_docs.py` fails where the file is older than the commands."""

from pathlib import Path

import click

from rashomon.cli import main

TARGET = Path(__file__).parent.parent / "docs" / "cli.md"


def reference() -> str:
    parts = ["# Commands\n\nMade from the program by `make docs`.\n", _section(main, "rashomon")]
    parts += [_section(main.commands[name], f"rashomon {name}") for name in sorted(main.commands)]
    return "\n".join(parts)


def _section(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    return f"## {name}\n\n```\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(reference())
