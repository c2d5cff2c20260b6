"""Writes the pages that are made from the program: docs/cli.md from the commands' help, docs/record.md from the types, the tables of columns in docs/codebooks.md, and the
tables of pinned figures in gates/README.md from gates/quality.json and gates/speed.json.

`tests/test_docs.py` fails where a page is older than the program.
"""

import inspect
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from rashomon.cli import main
from rashomon.model.record import Record
from rashomon.publish.codebooks import FORMS

DOCS = Path(__file__).parent.parent / "docs"
GATES = Path(__file__).parent.parent / "gates"
INTRODUCTION = """\
# The record

Made from the program's types by `make docs`; `rashomon schema` prints the same as JSON Schema.

A record is one UTF-8 JSON object. Each top-level list is a table: rows have an `id`, unique in the file, and point to each
other by id. What is not known is null or left out, never guessed. Offsets are half-open `[start, end)` in Unicode code points of
`reports[].text`; the words at an offset are the report's very words. Two runs over the same inputs differ in `created` alone, and the environment
variable `SOURCE_DATE_EPOCH` fixes that too.

A field in **bold** is always there.
"""


def pages() -> dict[Path, str]:
    return {
        DOCS / "cli.md": "\n".join(commands()),
        DOCS / "record.md": "\n".join([INTRODUCTION, *types()]),
        DOCS / "codebooks.md": codebooks(),
        DOCS / "scale.md": scale(),
        GATES / "README.md": gates(),
    }


def codebooks() -> str:
    """docs/codebooks.md with the columns of each table of rows."""
    page = (DOCS / "codebooks.md").read_text()
    for name, form in FORMS.items():
        rows = [
            "| column | what stands there |",
            "| --- | --- |",
            *(f"| `{column.name}` | {column.holds} |" for column in form.columns),
        ]
        page = _with_table(page, f"columns of {name}", "\n".join(rows))
    return page


def gates() -> str:
    """gates/README.md with its tables as new as gates/quality.json and gates/speed.json."""
    page = (GATES / "README.md").read_text()
    for name, rows in (
        ("figures", figures()),
        ("speed of lineage", lineage_speed()),
        ("speed of reading", reading_speed()),
        ("speed of the road", growing_speed("road")),
        ("other ways to stories", grouping()),
        ("speed of entities", growing_speed("entities")),
        ("speed of a story", growing_speed("reconcile")),
        ("speed of stories", growing_speed("stories")),
        ("size of the page", growing_speed("page")),
        ("speed of the desk", desk_speed()),
    ):
        page = _with_table(page, name, "\n".join(rows))
    return page


def scale() -> str:
    """docs/scale.md with the main figures of what stands beside what one would use instead."""
    page = (DOCS / "scale.md").read_text()
    for name, rows in (
        ("copies beside", copies_beside()),
        ("stories beside", stories_beside()),
        ("road beside", road_beside()),
        ("scale", growing_speed("scale")),
        ("bounds", growing_speed("bounds")),
    ):
        page = _with_table(page, name, "\n".join(rows))
    return page


# What docs/scale.md shows of each gate's figures, by the beginnings of their names.
COPIES = ("reports a second", "recall of", "precision of pairs", "peak memory")
ROAD = ("times as many", "the same with", "reports a second", "share of the road", "peak memory")
STORIES = ("B-cubed f1", "milliseconds a report", "peak memory, MB")


def copies_beside() -> Iterator[str]:
    """The largest stream in which all ways stand, then the pairs labelled by hand."""
    tables = _pinned("speed.json").get("lineage", {})
    streams = [name for name, columns in tables.items() if "datasketch .25" in columns and name.endswith(" reports")]
    for name in (*streams[-1:], "pairs labelled by hand"):
        yield from _columns(_some(tables.get(name, {}), COPIES if name in streams else ("",)), name)


def stories_beside() -> Iterator[str]:
    for name, columns in _pinned("speed.json").get("grouping", {}).items():
        yield from _columns(_some(columns, STORIES), name)


def road_beside() -> Iterator[str]:
    return _columns(_some(_pinned("speed.json").get("road", {}), ROAD))


def _some(columns: dict[str, dict[str, float]], beginnings: tuple[str, ...]) -> dict[str, dict[str, float]]:
    return {
        title: {name: figure for name, figure in column.items() if name.startswith(beginnings)}
        for title, column in columns.items()
    }


def _with_table(page: str, name: str, table: str) -> str:
    """The page with the table between the marks of this name."""
    return re.sub(
        rf"(<!-- {name}:[^\n]*-->\n).*?(<!-- end of {name} -->)",
        lambda m: f"{m[1]}{table}\n{m[2]}",
        page,
        flags=re.DOTALL,
    )


def figures() -> Iterator[str]:
    """A row for each pinned metric, with both language models; then the cold start."""
    large, small = (_pinned(name) for name in ("quality.json", "quality_small_model.json"))
    yield "| set | metric | floor | larger model | small model |\n| --- | --- | --- | --- | --- |"
    for name, entry in sorted(tomllib.loads((GATES / "sets.toml").read_text()).items()):
        for metric, floor in entry["metrics"].items():
            cells = [
                f"{found:.3f}" if (found := pins.get(name, {}).get(metric)) is not None else "–"
                for pins in (large, small)
            ]
            yield f"| {name} | {metric} | {floor:.3f} | {cells[0]} | {cells[1]} |"
    yield "\n| cold start, five reports | |\n| --- | --- |"
    yield from (f"| {name} | {figure:g} |" for name, figure in _pinned("speed.json")["cold start"].items())


def lineage_speed() -> Iterator[str]:
    """For each size of the stream a table of the ways side by side; then the whole of lineage, stage by stage."""
    return _side_by_side("lineage")


def grouping() -> Iterator[str]:
    """For each labelled set and each stream a table of the ways side by side."""
    return _side_by_side("grouping")


def _side_by_side(name: str) -> Iterator[str]:
    for size, columns in _pinned("speed.json").get(name, {}).items():
        yield f"\n| {size} | {' | '.join(columns)} |\n| --- |{' --- |' * len(columns)}"
        for name in dict.fromkeys(name for column in columns.values() for name in column):
            yield f"| {name} | {' | '.join(_cell(column.get(name)) for column in columns.values())} |"


def growing_speed(name: str) -> Iterator[str]:
    """One table, a column for each size, and the growth where it is pinned."""
    columns = _pinned("speed.json").get(name, {})
    yield from _columns({title: column for title, column in columns.items() if title != "growth"})
    for what, figure in columns.get("growth", {}).items():
        yield f"\n{what[:1].upper()}{what[1:]}: {_cell(figure)}."


def desk_speed() -> Iterator[str]:
    """One table, a row a page; then how the casebook came to be."""
    columns = _pinned("speed.json").get("desk", {})
    yield from _columns({title: column for title, column in columns.items() if title != "making"})
    if making := columns.get("making"):
        yield f"\nThe casebook: {', '.join(f'{name} {_cell(figure)}' for name, figure in making.items())}."


def reading_speed() -> Iterator[str]:
    """One table, a column for each stream."""
    return _columns(_pinned("speed.json").get("reading", {}))


def _columns(columns: dict[str, dict[str, float]], title: str = "") -> Iterator[str]:
    if not columns:
        yield "Not pinned yet."
        return
    yield f"\n| {title}{' ' * bool(title)}| {' | '.join(columns)} |\n| --- |{' --- |' * len(columns)}"
    for name in dict.fromkeys(name for column in columns.values() for name in column):
        yield f"| {name} | {' | '.join(_cell(column.get(name)) for column in columns.values())} |"


def _cell(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:,.10g}"


def _pinned(name: str) -> dict[str, Any]:
    path = GATES / name
    return json.loads(path.read_text()) if path.exists() else {}


def commands() -> Iterator[str]:
    yield "# Commands\n\nMade from the program by `make docs`.\n"
    yield _command(main, "rashomon")
    yield from _within(main, "rashomon")


def _within(group: click.Group, above: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        yield _command(command, f"{above} {name}")
        if isinstance(command, click.Group):
            yield from _within(command, f"{above} {name}")


def _command(command: click.Command, name: str) -> str:
    names = ["-h", "--help"]
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100, help_option_names=names)
    return f"## {name}\n\n```\n{command.get_help(context)}\n```\n"


def types() -> Iterator[str]:
    """A section for the record and for each type that it holds, in the order of the tables."""
    queue, seen = [Record], set()
    while queue:
        kind = queue.pop(0)
        if kind not in seen:
            seen.add(kind)
            yield _type(kind)
            queue += [inner for field in msgspec.structs.fields(kind) for inner in _structs(field.type)]


def _type(kind: type[msgspec.Struct]) -> str:
    title = "The top level" if kind is Record else kind.__name__
    rows = [_field(field) for field in msgspec.structs.fields(kind)]
    return "\n".join(
        [f"## {title}\n", inspect.cleandoc(kind.__doc__ or ""), "", "| field | type |", "| --- | --- |", *rows, ""]
    )


def _field(field: msgspec.structs.FieldInfo) -> str:
    name = f"**`{field.encode_name}`**" if field.required else f"`{field.encode_name}`"
    return f"| {name} | {_words(field.type)} |"


def _words(kind: Any) -> str:
    if kind is type(None):
        return "null"
    if kind is msgspec.UnsetType:
        return "left out"
    if inspect.isclass(kind) and issubclass(kind, msgspec.Struct):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    inner = [_words(part) for part in get_args(kind) if part is not Ellipsis]
    origin = getattr(kind, "__origin__", None)
    if origin is tuple:
        return f"list of {inner[0]}" if Ellipsis in get_args(kind) else f"[{', '.join(inner)}]"
    if origin is dict:
        return f"object of {inner[1]}"
    return (
        " or ".join(inner)
        if inner
        else {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}[kind.__name__]
    )


def _structs(kind: Any) -> list[type[msgspec.Struct]]:
    if inspect.isclass(kind) and issubclass(kind, msgspec.Struct):
        return [kind]
    return [found for part in get_args(kind) for found in _structs(part)]


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text)
