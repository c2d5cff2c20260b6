"""How ways to group reports are judged, and what of them can be told without their libraries."""

from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
import stories_beside
from grouping.given import b_cubed, given, there
from grouping.minilm import MiniLM, words
from grouping.ours import Ours
from grouping.words import in_time

from rashomon.model.report import Report

HAPPENING = {"a": "fire", "b": "fire", "c": "flood", "d": "vote"}


def test_groups_like_the_happenings_are_whole() -> None:
    assert b_cubed({"a": 1, "b": 1, "c": 2, "d": "alone"}, HAPPENING) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_a_group_that_mixes_two_happenings_loses_precision_and_one_cut_in_two_recall() -> None:
    mixed = b_cubed({"a": 1, "b": 1, "c": 1, "d": 2}, HAPPENING)
    assert mixed["precision"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert mixed["recall"] == 1.0
    assert b_cubed({"a": 1, "b": 2, "c": 3, "d": 4}, HAPPENING)["recall"] == pytest.approx(3 / 4)


def test_a_report_without_a_group_counts_as_nothing_and_one_that_nobody_judges_not_at_all() -> None:
    figures = b_cubed({"a": 1, "b": 1, "c": 2, "e": 1}, HAPPENING)
    assert figures["precision"] == figures["recall"] == pytest.approx(3 / 4)


def test_the_best_choice_is_the_first_of_those_with_the_best_f1() -> None:
    assert stories_beside.best({"x": {"f1": 0.5}, "y": {"f1": 0.9}, "z": {"f1": 0.9}}) == "y"


def test_sets_that_are_not_beside_the_project_are_left_out(tmp_path: Path) -> None:
    assert list(there(tmp_path)) == []
    (tmp_path / "gva").mkdir()
    (tmp_path / "gva" / "reports.jsonl").touch()
    assert list(there(tmp_path)) == ["gva"]


def test_every_report_of_the_stream_is_put_in_one_group_of_ours(tmp_path: Path) -> None:
    reports, happening = given("stream", 60, tmp_path)
    ours = Ours()
    ours.prepare(reports)
    groups = ours.groups({})
    assert groups.keys() == {report.id for report in reports}
    assert not happening
    assert ours.work["seconds of it for lineage"] > 0


def test_reports_stand_in_order_of_time_and_those_without_a_time_last() -> None:
    days = {"late": "2031-03-09T10:00", "never": None, "early": "2031-03-02"}
    reports = [Report(id=id, source=id, text="", language="en", published=published) for id, published in days.items()]
    found, ids = in_time(reports)
    assert ids == ["early", "late", "never"]
    assert np.diff(found).tolist()[0] == 7


def test_a_text_is_cut_into_the_longest_pieces_that_the_model_knows() -> None:
    model = MiniLM.__new__(MiniLM)
    model._pieces = {piece: i for i, piece in enumerate("[CLS] [SEP] [UNK] har harbour ##s cafe ! ##bour".split())}
    model._of_word = lru_cache(model._cut)
    assert model.ids("Harbours!") == [0, 4, 5, 7, 1]
    assert model.ids("Café quay") == [0, 6, 2, 1]


def test_marks_are_words_of_their_own() -> None:
    assert list(words("It's 3,500 — no less.")) == "it ' s 3 , 500 — no less .".split()


def test_a_library_that_is_not_there_is_named_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories_beside.importlib.util, "find_spec", lambda name: None)
    assert stories_beside.there_are(["ours"]) == ["ours"]
    with pytest.raises(SystemExit, match=r"sklearn is not installed.*\n.*requirements-bench\.lock"):
        stories_beside.there_are(["ours", "TF-IDF, one pass"])
