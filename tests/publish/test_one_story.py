"""A record cut to one of its stories is the record that its reports alone would have."""

import json

import msgspec

from rashomon.model.entity import Mention
from rashomon.model.judgement import judgement
from rashomon.model.lineage import Lineage, Passage
from rashomon.model.record import Record, StoryRow
from rashomon.publish.one_story import of_story
from rashomon.verify import verify


def cut(record: Record, *reports: str) -> Record:
    return of_story(record, msgspec.structs.replace(record.stories[0], id="own", reports=reports))


def test_the_whole_story_keeps_everything(record: Record) -> None:
    same = of_story(record, record.stories[0])
    assert (same.reports, same.claims, same.findings) == (record.reports, record.claims, record.findings)


def test_reports_outside_go_with_all_that_is_theirs(record: Record) -> None:
    alone = cut(record, "courier")
    assert {row.id for row in alone.reports} == {"courier"} and {row.report for row in alone.claims} == {"courier"}
    assert {voice.id for voice in alone.voices} == {"voice-courier"}
    assert not alone.findings and not alone.timeline  # both are of the other story
    assert alone.reports[0].story == "own" and alone.manifest.read == 1


def test_a_place_that_only_others_name_goes_unless_the_story_points_to_it(record: Record) -> None:
    elsewhere = msgspec.structs.replace(record.stories[0], id="own", reports=("courier",), places=())
    assert of_story(record, elsewhere).entities == ()
    assert [entity.mentions for entity in cut(record, "courier").entities] == [()]
    assert cut(record, "herald").entities[0].mentions == (Mention(report="herald", start=19, end=28),)


def test_words_from_a_report_outside_come_from_its_text_by_name(record: Record) -> None:
    tie = Lineage(
        derived="courier", origin="herald", kind="copy", direction="known", share=0.5, why="Half of it.",
        passages=(Passage(derived=(0, 9), origin=(2, 11)),),
    )  # fmt: skip
    (row,) = cut(msgspec.structs.replace(record, lineage=(tie,)), "courier").lineage
    assert (row.origin, row.origin_name) == (None, "Velm Herald")
    assert row.passages == (Passage(derived=(0, 9), origin=None),)


def test_judgements_stay_where_they_bear_on_the_story(record: Record) -> None:
    by = {"who": "Ada Venn", "when": "2031-03-06T00:00:00Z", "why": "Looked at both."}
    whole = msgspec.structs.replace(
        record,
        judgements=(
            judgement(what="join", on=("herald", "courier"), **by),
            judgement(what="reject", of="claim", on=("claim-1",), **by),
            judgement(what="rate", of="outlet", on=("Island Courier",), value="B", **by),
            judgement(what="note", of="entity", on=("herald@19-28",), **by),
        ),
    )
    kept = cut(whole, "courier").judgements
    assert [(each.what, each.on) for each in kept] == [("join", ("courier",)), ("rate", ("Island Courier",))]


def test_every_story_of_a_real_record_verifies_on_its_own(demo_record: Record) -> None:
    (story,) = demo_record.stories
    half = StoryRow(id="half", title="Half", reports=story.reports[::2])
    for each in (story, half):
        assert verify(json.loads(msgspec.json.encode(of_story(demo_record, each)))) == []
