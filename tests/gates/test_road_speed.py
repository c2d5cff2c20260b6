"""Time on the road: each stage's own, and nothing twice."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import road_speed

from rashomon import pipeline


def test_every_stage_of_the_program_has_a_place_on_the_road_or_after_it() -> None:
    assert {stage.name.split(":")[0] for stage in pipeline.STAGES} == {*road_speed.ROAD, *road_speed.AFTER}


def test_what_a_stage_takes_is_its_own_and_what_lies_around_has_names(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(road_speed.time, "process_time", lambda: clock.now)

    def slow(*_: object) -> Mapping[str, Any]:
        clock.now += 5
        return {}

    def read() -> None:
        clock.now += 1
        for stage in pipeline.STAGES[:2]:
            stage.work(None, None)  # type: ignore[arg-type]
        clock.now += 2

    stages = tuple(
        pipeline.Stage(name, (), (), "all", slow) for name in ("lineage: trace", "lineage: compare", "reading")
    )
    monkeypatch.setattr(pipeline, "STAGES", stages)
    spent = road_speed.Watch().over(read)
    assert (spent["opening"], spent["lineage"], spent["reading"], spent["keeping the record"]) == (1, 10, 0, 2)
    assert road_speed.road_of(spent) == 11
    assert road_speed.whole_of(spent) == 13
    assert pipeline.STAGES is stages, "they are the program's own again"


def test_the_texts_are_rows_that_the_program_reads(tmp_path: Path) -> None:
    rows = road_speed.written(["One.", "Two."], tmp_path / "rows.jsonl").read_text().splitlines()
    first, second = map(json.loads, rows)
    assert (first["text"], second["published"]) == ("One.", "2031-03-03T00:05+00:00")
    assert first["id"] != second["id"]
