"""UCDP GED: the 49 columns of the Georeferenced Event Dataset (codebook 23.1 and later), a row for each happening that a report counts dead of.

These are rows in UCDP's form, not UCDP data. Dyads, sides and the identity of the dead are for a coder to decide and stay empty.
"""

from collections.abc import Iterator

from rashomon.model.record import Estimate, Record, ReportRow
from rashomon.publish.codebooks.coding import UCDP_WHERE, country_name, prio_grid, ucdp_when
from rashomon.publish.codebooks.columns import DECIDED, Column, csv_of, decided, listed
from rashomon.publish.codebooks.happening import Happening, happenings


def rows(record: Record) -> Iterator[Happening]:
    """Happenings with one dead or more: without, UCDP has no event."""
    for each in happenings(record):
        found = fatal(each)
        if found and any((found.low, found.best, found.high)):
            yield each


def render(record: Record) -> str:
    return csv_of(COLUMNS, rows(record))


def fatal(each: Happening) -> Estimate | None:
    return each.estimate(each.deaths, "ucdp")


def year(each: Happening) -> int | None:
    start = each.days[0]
    return int(start[:4]) if start else None


def clarity(each: Happening) -> int:
    """1 where day and place are known, 2 where the reports sum up more than one day or place."""
    known = each.place is not None and each.place.precision in ("exact", "city") and ucdp_when(*each.days) == 1
    return 1 if known else 2


def article(each: Happening) -> str:
    """ "Velm Herald, 2031-03-04, Ferry burns": as UCDP lists its sources."""
    return listed(
        ", ".join(filter(None, (each.index.outlet(report.id), day_of(report), report.title))) for report in each.reports
    )


def geometry(each: Happening) -> str:
    place = each.place
    return f"POINT ({place.lon:g} {place.lat:g})" if place and place.lon is not None and place.lat is not None else ""


def adm_1(each: Happening) -> str:
    return each.place.name if each.place and each.place.precision == "region" else ""


def best(each: Happening) -> int | float | None:
    found = fatal(each)
    return found.best if found else None


def low(each: Happening) -> int | float | None:
    found = fatal(each)
    return found.low if found else None


def high(each: Happening) -> int | float | None:
    found = fatal(each)
    return found.high if found else None


def why(each: Happening) -> str:
    found = fatal(each)
    return f"{each.deaths.question} {found.why}" if found and each.deaths else ""


def published(each: Happening) -> str:
    return listed(map(day_of, each.reports))


def day_of(report: ReportRow) -> str:
    """The day of publication; a day inferred from the other reports is left out."""
    return (report.published or "")[:10] if report.dated_by != "story" else ""


def described(each: Happening) -> str:
    """The place in a report's own words: where the toll is told, if it stands there; else where it is named first."""
    if not each.place:
        return ""
    told = each.answering(each.deaths)
    mentions = each.index.mentions_in(each.story, each.place)
    inside = [
        mention for mention in mentions
        if any(mention.report == claim.report and claim.start <= mention.start and mention.end <= claim.end for claim in told)
    ]  # fmt: skip
    return next((each.index.cut(mention.report, mention.start, mention.end) for mention in (*inside, *mentions)), "")


COLUMNS: tuple[Column[Happening], ...] = (
    Column("id", "the story's id", lambda each: each.story.id),
    Column("relid", "empty: UCDP's own numbering"),
    Column("year", "of `date_start`", year),
    Column("active_year", DECIDED),
    Column("code_status", "empty: UCDP's own process"),
    Column("type_of_violence", DECIDED),
    *decided("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *decided("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    Column("number_of_sources", "reports of the happening, copies included", lambda each: len(each.reports)),
    Column("source_article", "outlet, day and headline of each report", article),
    Column("source_office", "the outlets", lambda each: listed(each.index.outlet(report.id) for report in each.reports)),
    Column("source_date", "the days of publication", published),
    Column("source_headline", "the headlines", lambda each: listed(report.title for report in each.reports)),
    Column("source_original", "the ultimate speakers behind the toll: the last link of each chain; the outlet where it speaks itself", lambda each: listed(each.speakers)),
    Column("where_prec", "1 a town or nearer, 4 a region (which may be of the second order), 6 a country", lambda each: UCDP_WHERE.get(each.place.precision or "") if each.place else None),
    Column("where_coordinates", "the name of the place", lambda each: each.place.name if each.place else ""),
    Column("where_description", "the place in a report's own words", described),
    Column("adm_1", "the region, where the place is one", adm_1),
    Column("adm_2", "empty: the record does not tell divisions of the second order"),
    Column("latitude", "of the place; of a region or country its middle", lambda each: each.place.lat if each.place else None),
    Column("longitude", "of the place; of a region or country its middle", lambda each: each.place.lon if each.place else None),
    Column("geom_wkt", "the same as a point", geometry),
    Column("priogrid_gid", "the half-degree cell of PRIO-GRID, of a town or nearer (check)", lambda each: prio_grid(each.place) if each.place else None),
    Column("country", "its name in English (CLDR)", lambda each: country_name(each.place.country) if each.place else ""),
    Column("country_id", "empty: Gleditsch and Ward's number, of which the record has no table"),
    Column("region", "empty: UCDP's own regions"),
    Column("event_clarity", "1 where the day and a town or nearer are known, else 2 (check: UCDP's coders judge it)", clarity),
    Column("date_prec", "1 the day, 2 up to six days, 3 seven, 4 up to 31, 5 more (check)", lambda each: ucdp_when(*each.days)),
    Column("date_start", "the first day of the toll's best supported dated answer, else of the story", lambda each: each.days[0]),
    Column("date_end", "its last day", lambda each: each.days[1]),
    *decided("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    Column("best", "the record's estimate under the rule `ucdp`: most likely", best),
    Column("high", "its highest reliable figure", high),
    Column("low", "its lowest reliable figure", low),
    Column("gwnoa", DECIDED),
    Column("gwnob", DECIDED),
    Column("number_of_independent_voices", "ours: independent texts among the reports, copies and rewrites counted once", lambda each: each.voices),
    Column("rule", "ours: what was counted, and what the rule did, in words", why),
)  # fmt: skip
