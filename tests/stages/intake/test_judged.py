"""Outlet, title and day of a report as a person corrects them; its text is nobody's to change."""

import pytest

from rashomon.model.judgement import CONFIRM, CORRECT, REPORT, Judgement, judgement
from rashomon.model.report import Report
from rashomon.stages.intake import judged, readable

FERRY = Report(
    id="rep1-aa",
    source="a.txt",
    text="A ferry burnt.",
    language="en",
    outlet="The Bugle",
    published="2031-05-06",
    dated_by="text",
)


def made(what: str, **more: str) -> Judgement:
    return judgement(
        who="ada", when="2031-05-06T10:00:00+00:00", what=what, on=["rep1-aa"], why="seen", of=REPORT, **more
    )


def test_where_nobody_decided_anything_it_is_the_very_same() -> None:
    assert judged([FERRY], ()) == (FERRY,)


def test_a_corrected_day_says_whose_it_is_and_what_it_was() -> None:
    correction = made(CORRECT, field="published", value="2031-05-07T08:00")
    (now,) = judged([FERRY], [correction])
    assert (now.published, now.dated_by, now.text) == ("2031-05-07T08:00", "judgement", FERRY.text)
    assert now.machine is not None
    assert (now.machine.fields, now.machine.published, now.machine.dated_by) == (("published",), "2031-05-06", "text")
    assert now.judged == (correction.id,)


def test_a_confirmed_report_is_marked_and_unchanged() -> None:
    (now,) = judged([FERRY], [made(CONFIRM)])
    assert (now.published, now.machine, len(now.judged)) == ("2031-05-06", None, 1)


@pytest.mark.parametrize(
    ("field", "value"), [("text", "Nothing"), ("published", "Tuesday"), ("published", "2031-02-30"), ("title", " ")]
)
def test_what_a_field_cannot_hold_is_refused(field: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        readable(field, value)
