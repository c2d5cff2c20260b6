"""Rows of codebooks: their columns, what stands in them, and what stays empty."""

import csv
import io

import msgspec
import pytest

from rashomon.model.record import Estimate, Point, Record, Relation, StoryRow, Withdrawn
from rashomon.publish.codebooks import FORMS, acled, hxl, reports, ucdp, written
from rashomon.publish.codebooks.columns import Column, csv_of
from rashomon.publish.codebooks.happening import Bounds, as_told, happenings

UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id "
    "side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end "
    "deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction "
    "civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_ucdp_has_its_49_columns_and_ours_behind_them(toll: Record) -> None:
    names = [column.name for column in ucdp.COLUMNS]
    assert sorted(names[:49]) == sorted(UCDP) and names[49:] == ["number_of_independent_voices", "rule"]


def test_acled_has_its_31_columns() -> None:
    assert [column.name for column in acled.COLUMNS] == ACLED


def test_ucdp_codes_what_is_known_and_leaves_a_coders_decisions_empty(toll: Record) -> None:
    (row,) = rows(ucdp.render(toll))
    assert (row["best"], row["low"], row["high"]) == ("3", "3", "3")
    assert (row["where_prec"], row["where_coordinates"], row["where_description"], row["country"]) == (
        "1",
        "Port Velm",
        "Port Velm",
        "Ireland",
    )
    assert (row["date_start"], row["date_end"], row["date_prec"], row["event_clarity"]) == (
        "2031-03-03",
        "2031-03-04",
        "2",
        "2",
    )
    assert (row["number_of_sources"], row["number_of_independent_voices"]) == ("2", "2")
    assert row["geom_wkt"] == "POINT (-8.5 54.25)" and row["source_original"] == "Velm Herald; Island Courier"
    assert not any(
        row[name]
        for name in ("type_of_violence", "dyad_name", "side_a", "side_b", "deaths_civilians", "country_id", "gwnoa")
    )
    assert row["rule"] == "How many people were killed? The best supported figure, 3."


def test_ucdp_has_no_row_for_a_happening_without_dead(record: Record) -> None:
    assert rows(ucdp.render(record)) == []


def test_acled_says_that_it_is_not_acled_and_what_is_in_dispute(toll: Record) -> None:
    (row,) = rows(acled.render(toll))
    assert row["notes"].startswith("In ACLED's form, made by rule; not ACLED data. Ferry burns off Port Velm.")
    assert "Reports differ: How many people were injured? at least 12 / 40." in row["notes"]
    assert (row["actor1"], row["actor2"], row["fatalities"]) == ("smugglers", "coastguard", "3")
    assert (row["iso"], row["time_precision"], row["geo_precision"]) == ("372", "2", "1")


def test_no_dead_told_is_not_none_dead(record: Record) -> None:
    (row,) = rows(acled.render(record))
    assert row["fatalities"] == ""


def test_reports_stand_each_with_what_it_tells_and_where(toll: Record) -> None:
    courier, herald = rows(reports.render(toll))
    assert (herald["deaths_best"], herald["deaths_low"], herald["injuries_low"]) == ("3", "3", "12")
    assert (courier["deaths_best"], courier["injuries_best"]) == ("", "40")
    assert (courier["origin"], courier["lineage_kind"]) == ("Velm Herald", "rewrite")
    assert herald["speaker_chain"] == "deaths: Velm Herald; injuries: Velm Herald > the harbour master"
    assert (herald["actor1"], courier["actor1"]) == ("smugglers", "")
    text = toll.reports[0].text
    start, end = herald["spans"].split("; ")[0].removeprefix("deaths:").split("-")
    assert text[int(start) : int(end)] == "Three"


@pytest.mark.parametrize("form", ["csv", "reports", "ucdp", "acled", "hxl"])
def test_nothing_is_a_formula_for_a_spreadsheet(toll: Record, form: str) -> None:
    story = msgspec.structs.replace(toll.stories[0], title="@SUM(A1)")
    text = written(msgspec.structs.replace(toll, stories=(story,)), form).decode()
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+@\t\r" and cell]
    assert all(float(cell) < 0 for cell in cells if cell.startswith("-"))


def test_a_cell_is_one_line() -> None:
    text = csv_of([Column("a", "", lambda row: row)], ["one\r\ntwo\x00\u2028three"])
    assert text == "a\r\none two three\r\n"


def test_hxl_has_a_line_of_hashtags_under_its_head(toll: Record) -> None:
    head, tags, row = csv.reader(io.StringIO(hxl.render(toll)))
    assert len(head) == len(tags) == len(row) and all(tag.startswith("#") for tag in tags)
    assert row[tags.index("#affected+killed")] == "3" and row[tags.index("#geo+lat")] == "54.25"


def test_several_figures_of_one_report_are_its_span_unless_one_is_the_newest(toll: Record) -> None:
    claims = [claim for claim in toll.claims if claim.figure and claim.figure.low]
    assert as_told(claims[:1]) == Bounds(12, 12, None)
    assert as_told([claims[0], claims[1]]) == Bounds(12, None, 40)
    newest = msgspec.structs.replace(claims[0], as_of=claims[0].date)
    assert as_told([claims[1], newest]) == Bounds(12, 12, None)


def test_a_place_is_left_empty_where_two_are_told_as_often(toll: Record) -> None:
    other = msgspec.structs.replace(toll.entities[0], id="other", name="Other Quay", country="FR")
    story = msgspec.structs.replace(toll.stories[0], places=("port", "other"))
    claims = tuple(msgspec.structs.replace(claim, places=()) for claim in toll.claims)
    (each,) = happenings(
        msgspec.structs.replace(toll, stories=(story,), entities=(*toll.entities, other), claims=claims)
    )
    assert each.place is None


def test_the_whole_toll_goes_before_that_of_one_group(toll: Record) -> None:
    group = msgspec.structs.replace(
        toll.findings[0],
        id="group",
        question="How many police officers were killed?",
        answers=toll.findings[0].answers * 3,
    )
    (each,) = happenings(msgspec.structs.replace(toll, findings=(group, *toll.findings)))
    assert each.deaths is not None and each.deaths.id == "deaths"


@pytest.mark.parametrize("form", FORMS)
def test_each_form_can_be_made_of_a_record_without_reports(nothing: Record, form: str) -> None:
    assert written(nothing, form)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_the_same_for_the_same_record(toll: Record, form: str) -> None:
    assert written(toll, form) == written(toll, form)


def test_a_story_without_days_or_places_has_empty_cells(record: Record) -> None:
    story = StoryRow(id="story", title="Something", reports=("herald",))
    claims = tuple(msgspec.structs.replace(claim, date=None) for claim in record.claims)
    (row,) = rows(acled.render(msgspec.structs.replace(record, stories=(story,), claims=claims, findings=())))
    assert not any(row[name] for name in ("event_date", "year", "time_precision", "location", "latitude", "fatalities"))


def test_a_persons_estimate_stands_in_place_of_the_rules(toll: Record) -> None:
    estimates = (toll.findings[0].estimates or {}) | {
        "analyst": Estimate(low=4, best=4, high=5, why="Ada counted the names.")
    }
    finding = msgspec.structs.replace(toll.findings[0], estimates=estimates)
    (row,) = rows(ucdp.render(msgspec.structs.replace(toll, findings=(finding,))))
    assert (row["best"], row["high"]) == ("4", "5") and "Ada counted the names." in row["rule"]


def test_what_counts_more_people_or_was_taken_back_in_the_same_report_is_not_its_toll(toll: Record) -> None:
    deaths = toll.findings[0]
    wider = msgspec.structs.replace(
        deaths, relations=(Relation(a=0, b=1, kind="scope", why="It takes in another fire."),)
    )
    courier, herald = rows(reports.render(msgspec.structs.replace(toll, findings=(wider, *toll.findings[1:]))))
    assert (herald["deaths_best"], courier["spans"]) == ("3", "injuries:33-38")
    gone = Point(claim="dead-1", value="3", withdrawn=Withdrawn(claim="claim-1", start=0, end=5))
    taken = msgspec.structs.replace(deaths, series=(gone,))
    courier, herald = rows(reports.render(msgspec.structs.replace(toll, findings=(taken, *toll.findings[1:]))))
    assert herald["deaths_best"] == "" and "deaths" in courier["spans"]
