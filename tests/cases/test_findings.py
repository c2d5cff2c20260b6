"""What an analyst wants of the findings of small happenings: which claims answer one question, which do not, and the status.

Wishes that are not met yet stand in the cases as lines that begin with `open`.
"""

import os

import pytest

from cases import Case, cases, made, misses
from rashomon.stages.reading import installed_model

pytestmark = pytest.mark.skipif(
    "_sm" in installed_model(os.environ.get("RASHOMON_MODEL"))[0].package,
    reason="only the small English model is installed",
)
ALL = list(cases("findings"))


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_claims_that_answer_one_question_come_together_and_others_stay_apart(case: Case) -> None:
    wrong = [f"{wish.line}: {why}" for wish, why in misses(case, made(case)) if not wish.open]
    assert not wrong, "\n".join(wrong)
