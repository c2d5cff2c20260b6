"""Options of every command that puts a record out: other forms of it than itself and its page (text, rows of codebooks, annotations), and its views in the terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

# By name, for --help; what they are is said in publish/codebooks/forms.py and publish/views/view.py, which are loaded when they are asked for.
FORMS = ("html", "markdown", "csv", "reports", "ucdp", "acled", "hxl", "annotations", "geojson")
VIEWS = ("findings", "figures", "differences", "timeline", "course", "lineage", "statements", "wording", "places", "gaps", "reports", "judgements")  # fmt: skip
_ASKED = "rashomon.forms"  # where the options wait, in the context of the call
Wanted = tuple[str, Path]


def _wanted(value: str) -> Wanted:
    """ "ucdp=toll.csv": a form and the file that it goes to."""
    form, _, path = value.partition("=")
    if form not in FORMS or not path:
        raise click.BadParameter(
            f"{value!r} is none. Name a form and a file, as in ucdp=toll.csv; the forms are {', '.join(FORMS)}."
        )
    return form, Path(path)


def _keep(context: click.Context, option: click.Parameter, value: Any) -> Any:
    from rashomon.cli.output import check_folders

    kept: list[Wanted] = context.meta.setdefault(_ASKED, [])
    new: list[Wanted] = [("markdown", value)] if isinstance(value, Path) else [_wanted(each) for each in value or ()]
    check_folders(*(path for _, path in new))
    kept += new
    return value


def _keep_view(context: click.Context, option: click.Parameter, value: Any) -> Any:
    context.meta[f"{_ASKED}.view"] = value
    return value


_OPTIONS = (
    click.option(
        "--markdown",
        type=click.Path(dir_okay=False, path_type=Path),
        expose_value=False,
        callback=_keep,
        help="Write the record here as Markdown text.",
    ),
    click.option(
        "--export",
        metavar="FORM=FILE",
        multiple=True,
        expose_value=False,
        callback=_keep,
        help=f"Write the record in another form: {', '.join(FORMS[3:])} (docs/codebooks.md), - for standard output. May be given several times.",
    ),
    click.option(
        "--view",
        type=click.Choice(VIEWS),
        multiple=True,
        expose_value=False,
        callback=_keep_view,
        metavar="VIEW",
        help=f"Print a table of the record in place of its summary: {', '.join(VIEWS)}. May be given several times.",
    ),
)


def form_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options are kept in the context, so that no command has to hand them on."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def asked() -> list[Wanted]:
    """The forms that this call asks for."""
    context = click.get_current_context(silent=True)
    return list(context.meta.get(_ASKED, ())) if context else []


def to_standard_output() -> bool:
    return any(str(path) == "-" for _, path in asked())


def write_forms(record: Any) -> None:
    from rashomon.cli.output import put

    for form, path in asked():
        from rashomon.publish.codebooks import written

        put(path, written(record, form))


def asked_views(record: Any) -> str:
    """The views that this call asks for; empty where it asks for none."""
    context = click.get_current_context(silent=True)
    names = context.meta.get(f"{_ASKED}.view", ()) if context else ()
    if not names:
        return ""
    from rashomon.publish.views import view

    return "\n\n".join(view(record, name) for name in names)
