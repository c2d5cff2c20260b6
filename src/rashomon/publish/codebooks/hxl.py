"""HXL 1.1: a row for each happening, with a line of hashtags under the head, as humanitarian data are exchanged."""

from rashomon.model.record import Finding, Record
from rashomon.publish.codebooks.coding import country_name
from rashomon.publish.codebooks.columns import Column, csv_of, listed
from rashomon.publish.codebooks.happening import Happening, happenings

RULE = "ucdp"


def render(record: Record) -> str:
    return csv_of([column for column, _ in TAGGED], happenings(record), second=[tag for _, tag in TAGGED])


def figure(each: Happening, finding: Finding | None, end: str) -> int | float | None:
    found = each.estimate(finding, RULE)
    return getattr(found, end) if found else None


def named(each: Happening, precision: str) -> str:
    return each.place.name if each.place and each.place.precision == precision else ""


TAGGED: tuple[tuple[Column[Happening], str], ...] = (
    (Column("id", "the story's id", lambda each: each.story.id), "#event+id"),
    (Column("event", "its headline, a report's", lambda each: each.story.title), "#event+name"),
    (Column("start", "the first day", lambda each: each.days[0]), "#date+start"),
    (Column("end", "the last day", lambda each: each.days[1]), "#date+end"),
    (Column("country", "its name in English (CLDR)", lambda each: country_name(each.place.country) if each.place else ""), "#country+name"),
    (Column("country code", "ISO 3166-1 alpha-2", lambda each: each.place.country if each.place else ""), "#country+code+v_iso2"),
    (Column("region", "the region, where the place is one", lambda each: named(each, "region")), "#adm1+name"),
    (Column("place", "the town or spot", lambda each: named(each, "city") or named(each, "exact")), "#loc+name"),
    (Column("latitude", "of the place", lambda each: each.place.lat if each.place else None), "#geo+lat"),
    (Column("longitude", "of the place", lambda each: each.place.lon if each.place else None), "#geo+lon"),
    (Column("precision", "`exact`, `city`, `region` or `country`", lambda each: each.place.precision if each.place else ""), "#geo+precision"),
    (Column("killed", "the estimate under the rule `ucdp`", lambda each: figure(each, each.deaths, "best")), "#affected+killed"),
    (Column("killed, least", "its lowest figure", lambda each: figure(each, each.deaths, "low")), "#affected+killed+min"),
    (Column("killed, most", "its highest figure", lambda each: figure(each, each.deaths, "high")), "#affected+killed+max"),
    (Column("injured", "likewise", lambda each: figure(each, each.injuries, "best")), "#affected+injured"),
    (Column("injured, least", "its lowest figure", lambda each: figure(each, each.injuries, "low")), "#affected+injured+min"),
    (Column("injured, most", "its highest figure", lambda each: figure(each, each.injuries, "high")), "#affected+injured+max"),
    (Column("sources", "the outlets", lambda each: listed(each.index.outlet(report.id) for report in each.reports)), "#meta+source"),
    (Column("voices", "independent texts among the reports", lambda each: each.voices), "#meta+voices+num"),
)  # fmt: skip
COLUMNS = tuple(Column(f"{column.name} ({tag})", column.holds, column.cell) for column, tag in TAGGED)
