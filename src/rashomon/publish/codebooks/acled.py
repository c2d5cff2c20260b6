"""ACLED: the 31 columns of its event rows, a row for each happening. These are rows in ACLED's form, made by rule; they are not ACLED data.

Types of event, interaction codes and ACLED's own names for actors are for a coder to decide and stay empty.
"""

from datetime import datetime

from rashomon.model.record import Record
from rashomon.publish.codebooks.coding import ACLED_WHERE, acled_when, country_name, iso_number
from rashomon.publish.codebooks.columns import DECIDED, Column, csv_of, listed
from rashomon.publish.codebooks.happening import Happening, happenings
from rashomon.publish.days import in_words
from rashomon.publish.index import bounds

NOT_ACLED = "In ACLED's form, made by rule; not ACLED data."
MOST_DISPUTES = 6


def render(record: Record) -> str:
    return csv_of(COLUMNS, happenings(record))


def fatalities(each: Happening) -> int | float | None:
    """The most conservative figure; empty where no report counts dead: that none is told is not that none died."""
    found = each.estimate(each.deaths, "acled")
    return (found.best if found.best is not None else found.low) if found else None


def notes(each: Happening) -> str:
    """Which form this is; the headline; what the rule did with the toll; what is in dispute."""
    found = each.estimate(each.deaths, "acled")
    toll = (
        f"{each.deaths.question} {bounds(found.low, found.best, found.high)}: {found.why}"
        if found and each.deaths
        else ""
    )
    disputes = [
        f"Reports differ: {finding.question} {finding.answers[row.a].value} / {finding.answers[row.b].value}."
        for finding in each.findings
        for row in finding.relations
        if row.kind == "conflict"
    ]
    return in_words(" ".join(filter(None, (NOT_ACLED, each.story.title + ".", toll, *disputes[:MOST_DISPUTES]))))


def crowd(each: Happening) -> str:
    """ "crowd size=several hundred", in a report's own words, where people taking part were counted."""
    found = each.toll("present")
    return f"crowd size={each.index.words(found.answers[0].words[0])}" if found and found.answers[0].words else ""


def point(each: Happening, axis: str) -> float | None:
    """Of a country alone ACLED codes no point."""
    if not each.place or each.place.precision == "country":
        return None
    return each.place.lat if axis == "lat" else each.place.lon


def region(each: Happening) -> str:
    return each.place.name if each.place and each.place.precision == "region" else ""


def location(each: Happening) -> str:
    return each.place.name if each.place and each.place.precision != "country" else ""


def year(each: Happening) -> int | None:
    return int(each.days[0][:4]) if each.days[0] else None


def stamp(each: Happening) -> int:
    """When the record was made, in seconds since 1970."""
    return int(datetime.fromisoformat(each.index.record.created.replace("Z", "+00:00")).timestamp())


COLUMNS: tuple[Column[Happening], ...] = (
    Column("event_id_cnty", "the story's id", lambda each: each.story.id),
    Column("event_date", "the first day", lambda each: each.days[0]),
    Column("year", "of `event_date`", year),
    Column("time_precision", "1 the day, 2 up to seven days, 3 up to 31; empty where less is known", lambda each: acled_when(*each.days)),
    Column("disorder_type", DECIDED),
    Column("event_type", DECIDED),
    Column("sub_event_type", DECIDED),
    Column("actor1", "the party told most often to have acted in attacks and protests, by the record's name; empty on a tie", lambda each: each.actors()),
    Column("assoc_actor_1", DECIDED),
    Column("inter1", DECIDED),
    Column("actor2", "the party told most often to have been attacked", lambda each: each.targets()),
    Column("assoc_actor_2", DECIDED),
    Column("inter2", DECIDED),
    Column("interaction", DECIDED),
    Column("civilian_targeting", DECIDED),
    Column("iso", "ISO 3166-1 numeric", lambda each: iso_number(each.place.country) if each.place else None),
    Column("region", "empty: ACLED's own regions"),
    Column("country", "its name in English (CLDR)", lambda each: country_name(each.place.country) if each.place else ""),
    Column("admin1", "the region, where the place is one", region),
    Column("admin2", "empty: the record does not tell divisions of the second order"),
    Column("admin3", "empty: the record does not tell divisions of the third order"),
    Column("location", "the name of the place, where it is nearer than a country", location),
    Column("latitude", "of the place; of a region its middle", lambda each: point(each, "lat")),
    Column("longitude", "of the place; of a region its middle", lambda each: point(each, "lon")),
    Column("geo_precision", "1 a town or nearer, 3 a region (check)", lambda each: ACLED_WHERE.get(each.place.precision or "") if each.place else None),
    Column("source", "the outlets", lambda each: listed(each.index.outlet(report.id) for report in each.reports)),
    Column("source_scale", DECIDED),
    Column("notes", "that this is not ACLED data; the headline; what the rule did with the toll; what reports dispute", notes),
    Column("fatalities", "the record's estimate under the rule `acled`: the most conservative, words coded low; empty where no report counts dead", fatalities),
    Column("tags", "crowd size in a report's own words, where it is told (check)", crowd),
    Column("timestamp", "when the record was made, seconds since 1970", stamp),
)  # fmt: skip
