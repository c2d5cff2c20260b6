"""The record: sorted, merged, counted, the same whatever the order."""

from typing import Any

import msgspec

from rashomon.model.entity import Entity, Mention
from rashomon.model.lineage import Traced, Voice
from rashomon.model.record import Decided, Record, Software
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.reconcile import Run, Told, assemble

SOFTWARE = Software(name="rashomon", version="0", models={}, gazetteers={})
RUN = Run("2031-05-09T00:00:00Z", SOFTWARE, ["in"], {"b": 2, "a": 1})


def told(story: str, report: str, **own: Any) -> Told:
    mentions = (Mention(report=report, start=0, end=5),)
    return Told(
        story=Story(id=story, title=story, reports=(report,), **own),
        reports=[Report(id=report, source=report, text="Orlin spoke.", language="en")],
        entities=[Entity(id="ent-1", kind="person", name="Orlin", aliases=(report,), mentions=mentions)],
        claims=[],
        links=[],
        times=[],
        speakers=[Voice(id="voi-9", name="Orlin", kind="person", reports=(report,))],
        decided=Decided(findings=(), timeline=(), omissions=()),
    )


def traced(*reports: str) -> Traced:
    voices = tuple(Voice(id=f"voi-{r}", name=r, kind="outlet", reports=(r,)) for r in reports)
    return Traced(voices=voices, voice_of={r: f"voi-{r}" for r in reports}, rows=())


def record(order: int = 1) -> Record:
    one = told("sto-1", "rep-1", days={"rep-1": "2031-05-02"}, inferred=("rep-1",))
    return assemble([one, told("sto-2", "rep-2")][::order], traced("rep-1", "rep-2"), RUN)


def test_what_two_stories_share_is_one_row() -> None:
    (entity,) = record().entities
    assert [mention.report for mention in entity.mentions] == ["rep-1", "rep-2"]
    assert entity.aliases == ("rep-1", "rep-2")
    assert [voice.reports for voice in record().voices if voice.id == "voi-9"] == [("rep-1", "rep-2")]


def test_an_undated_report_is_dated_by_its_story() -> None:
    first, second = record().reports
    assert (first.published, first.dated_by) == ("2031-05-02", "story")
    assert (second.published, second.dated_by) == (None, None)
    assert first.voice == "voi-rep-1" and first.story == "sto-1"


def test_the_manifest_counts_every_table() -> None:
    made = record()
    rows = {name: len(getattr(made, name)) for name in made.manifest.tables}
    assert made.manifest.tables == rows
    assert (made.manifest.read, made.manifest.rejected) == (2, 0)
    assert list(made.manifest.settings) == ["a", "b"]


def test_the_order_of_stories_does_not_matter() -> None:
    assert msgspec.json.encode(record()) == msgspec.json.encode(record(-1))
