"""Reading pages is work for other processes: the stage, its pages and its results can be sent there and back."""

import pickle

from rashomon.model.report import RawPage, Row
from rashomon.stages.intake import IntakeSettings, read


def test_stage_pages_settings_and_results_can_be_sent() -> None:
    page = RawPage(
        source="a",
        media="text",
        text="PORT SORREL, March 3 (Velmora Wire) - Nine ships left.",
        row=Row(outlet="Herald"),
    )
    task = pickle.dumps((read, page, IntakeSettings(max_line=900)))
    there, sent, settings = pickle.loads(task)
    assert there is read
    result = there(sent, settings)
    assert pickle.loads(pickle.dumps(result)) == result == read(page, IntakeSettings(max_line=900))
