"""The forms that a record can be written in, by the names that users give them."""

from collections.abc import Callable
from typing import NamedTuple

from rashomon.model.record import Record
from rashomon.publish.codebooks import acled, annotations, geojson, hxl, reports, ucdp
from rashomon.publish.codebooks.columns import Column


class Form(NamedTuple):
    """`says`: what it is, for people; `columns`: of a table, what stands in each."""

    says: str
    render: Callable[[Record], str]
    columns: tuple[Column, ...] = ()  # type: ignore[type-arg]


def page(record: Record) -> str:
    from rashomon.publish.page import render

    return render(record)


def markdown(record: Record) -> str:
    from rashomon.publish.markdown import render

    return render(record)


def findings(record: Record) -> str:
    from rashomon.publish.tables import findings_csv

    return findings_csv(record)


FORMS: dict[str, Form] = {
    "html": Form("the page: one file, to open in a browser", page),
    "markdown": Form("the record as text, with its quotations", markdown),
    "csv": Form("the findings, a row an answer", findings),
    "reports": Form(
        "a row for each happening and report, as MMAD and MAVERICK keep them (CSV)", reports.render, reports.COLUMNS
    ),
    "ucdp": Form("a row for each happening with dead, in the columns of UCDP GED (CSV)", ucdp.render, ucdp.COLUMNS),
    "acled": Form(
        "a row for each happening, in the columns of ACLED; not ACLED data (CSV)", acled.render, acled.COLUMNS
    ),
    "hxl": Form("a row for each happening, with HXL hashtags (CSV)", hxl.render, hxl.COLUMNS),
    "annotations": Form("each claim as a W3C Web Annotation (JSON-LD)", annotations.render),
    "geojson": Form("each place, with how exactly it is known (GeoJSON)", geojson.render),
}


def written(record: Record, form: str) -> bytes:
    """The record in one of FORMS, as UTF-8."""
    return FORMS[form].render(record).encode("utf-8")
