"""The order of the stages stands once and checks itself."""

from dataclasses import fields

from rashomon.pipeline import STAGES, Desk

GIVEN = {"inputs", "pages", "groups", "problems", "judgements"}


def test_no_stage_reads_what_nothing_before_it_wrote() -> None:
    written = set(GIVEN)
    for stage in STAGES:
        assert set(stage.reads) <= written, f"{stage.name} reads {set(stage.reads) - written}"
        written |= set(stage.writes)


def test_every_column_of_the_desk_is_written_by_a_stage() -> None:
    written = {column for stage in STAGES for column in stage.writes}
    assert {column.name for column in fields(Desk)} - {"inputs", "pages", "groups"} == written


def test_the_record_comes_last() -> None:
    assert STAGES[-1].writes == ("record",)
