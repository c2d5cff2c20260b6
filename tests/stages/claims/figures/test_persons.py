"""Single persons: counted once, by the gravest that befell them. Sentences and names are invented."""

import pytest
from tests.stages.claims.figures.test_find import found, told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "A 57-year-old man was shot to death. Police found a man with a gunshot wound.",
            [("killed", "man")],
        ),
        (
            "A teenager is dead. Another teen was shot in the foot.",
            [("killed", "A teenager"), ("injured", "Another teen")],
        ),
        ("Another resident, Ezra Holt, 18, a student, was also shot.", [("injured", "Another resident")]),
        ("A 14-year-old boy, shot this week, has died.", [("killed", "boy")]),
        ("A girl who was shot is in critical condition.", [("injured", "A girl")]),
        ("A woman whose son was shot lives nearby.", [("injured", "son")]),
        ("A teen was nearly killed on the pier.", []),
        ("The shot led to the fatal injury of a resident.", [("killed", "a resident")]),
        ("Five of the injured succumbed to their burns.", [("killed", "Five of the injured")]),
        ("Twelve guests were shot and one was killed.", [("other", "Twelve guests"), ("killed", "one")]),
        ("The blast left 40 dead and injured.", [("killed", "40"), ("injured", "40")]),
        ("Two people were hurt. The two were brothers.", [("injured", "Two people")]),
        ("Three men were taken to hospital with burns.", [("injured", "Three men")]),
        ("Three men were taken to hospital.", [("hospitalised", "Three men")]),
    ],
)
def test_what_befell_whom(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A neighbour is suspected of killing six campers.", "asserted"),
        ("Police have not found a motive in the deaths of six campers.", "asserted"),
        ("A man, who has not been named, was shot.", "asserted"),
        ("No campers were killed.", "denied"),
        ("The storm may have killed six campers.", "possible"),
    ],
)
def test_what_befell_is_so_whatever_is_open_about_the_doer(text: str, modality: str) -> None:
    assert {f.modality for f in found(text)} == {modality}
