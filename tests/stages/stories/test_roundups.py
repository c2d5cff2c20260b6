"""A report that tells several happenings stands in the stories of all, each with its passages; background on an earlier one is no such passage."""

import random
from itertools import pairwise

from rashomon.model.bonds import Bonds
from rashomon.model.report import Report
from rashomon.model.story import Group, Part, Story
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.stories.cluster import cluster, stories_of
from rashomon.stages.stories.items import items
from rashomon.stages.stories.passages import read_for

Row = tuple[str, str | None, str, str]
FERRY: list[Row] = [
    ("f1", "2031-05-06", "Ferry Halvorsund aground off Brekkoy",
     "The ferry Halvorsund ran aground on the Skarv reef off Brekkoy on Tuesday. Lifeboats took 84 passengers off the ship. Three passengers were injured.\n\n"
     "The harbour master of Brekkoy, Ina Marrow, said that the rudder had failed."),
    ("f2", "2031-05-07", "Passengers of stranded ferry Halvorsund safe",
     "All 84 passengers of the Halvorsund are safe after the ferry hit the Skarv reef near Brekkoy on May 6.\n\n"
     "Three of them were injured, said Ina Marrow, the harbour master. Divers are to look at the rudder."),
]  # fmt: skip
MILL: list[Row] = [
    ("m1", "2031-05-06", "Paper mill burns in Tavastia",
     "A fire destroyed the Kestrel paper mill in Tavastia on Tuesday. Two workers died in the flames, said fire chief Bram Quill.\n\n"
     "Some 40 firefighters were at the mill until the morning."),
    ("m2", "2031-05-07", "Two workers dead in Tavastia mill fire",
     "Fire chief Bram Quill said that two workers had died when the Kestrel paper mill in Tavastia burned down on Tuesday.\n\n"
     "The 40 firefighters could not save the hall in which the paper was stored."),
]  # fmt: skip
ROBBERY: list[Row] = [
    ("r1", "2031-05-06", "Jeweller shot in Carrow robbery",
     "Jory Vance, 61, a jeweller, was shot dead in his shop on Quay Street in Carrow on Tuesday. Two masked men fled with watches.\n\n"
     "Detectives asked for witnesses who saw a grey van."),
    ("r2", "2031-05-08", "Carrow mourns jeweller",
     "Flowers lay on Quay Street in Carrow for Jory Vance, 61, the jeweller whom two masked men shot dead in his shop on Tuesday.\n\n"
     "Detectives still look for a grey van."),
]  # fmt: skip
PARAGRAPHS = (
    "Lifeboats took 84 passengers off the ferry Halvorsund, which ran aground on the Skarv reef near Brekkoy on Tuesday. Three passengers were injured.",
    "Two workers died in a fire that destroyed the Kestrel paper mill in Tavastia on Tuesday, fire chief Bram Quill said.",
    "A jeweller, Jory Vance, 61, was shot dead in his shop on Quay Street in Carrow on Tuesday. Two masked men got away in a grey van.",
)
DIGEST: Row = ("d1", "2031-05-07", "News in brief", "\n\n".join(PARAGRAPHS))
ALL = [*FERRY, *MILL, *ROBBERY]


def made(rows: list[Row]) -> list[Report]:
    return [
        Report(id=id, source=id, title=title, text=text, language="en", published=day) for id, day, title, text in rows
    ]


def stories(rows: list[Row], bonds: Bonds | None = None) -> tuple[Story, ...]:
    given = made(rows)
    return cluster(given, [sketch(each) for each in given], (), bonds=bonds, look=sketch)


def with_report(report: str, found: tuple[Story, ...]) -> Story:
    return next(story for story in found if report in story.reports and report not in story.guests)


def read(report: Row, story: Story) -> str:
    return read_for(story, made([report])[0]).text.strip()


def test_a_digest_stands_in_each_of_its_stories_with_its_own_passage() -> None:
    found = stories([*ALL, DIGEST])
    assert len(found) == 3 and all("d1" in story.reports for story in found)
    for own, paragraph in zip(("f1", "m1", "r1"), PARAGRAPHS, strict=True):
        story = with_report(own, found)
        assert read(DIGEST, story) == paragraph
        assert sum(len(each.reports) for each in found) == 9


def test_every_character_of_a_digest_belongs_to_one_story_at_most() -> None:
    found = stories([*ALL, DIGEST])
    parts = sorted((part.start, part.end) for story in found for part in story.passages)
    assert all(before[1] <= after[0] for before, after in pairwise(parts))


def test_the_order_of_the_reports_changes_nothing() -> None:
    rows = [*ALL, DIGEST]
    for seed in range(4):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert stories(shuffled) == stories(rows)


def test_sections_go_with_their_headings_and_what_goes_on_below() -> None:
    heads = ("Ferry runs aground", "Mill burns", "Shot in his shop")
    more = "Nobody else was hurt."
    text = "\n\n".join(f"{head}\n\n{body}\n\n{more}" for head, body in zip(heads, PARAGRAPHS, strict=True))
    digest = ("d1", "2031-05-07", "This week in the north", text)
    found = stories([*ALL, digest])
    assert read(digest, with_report("m1", found)) == f"Mill burns\n\n{PARAGRAPHS[1]}\n\n{more}"


def test_background_on_an_earlier_fire_is_a_mention_and_no_part() -> None:
    later = ("l1", "2031-06-20", "Sawmill burns in Osterby",
             "A sawmill in Osterby burned on Friday. One man, Dov Pask, was treated for smoke, said police officer Elin Nill.\n\n"
             "The fire broke out in the drying hall at noon, when the saws had been stopped for the weekend. The owner, Cleo Orde, said that the damage was great and that ninety loads of timber were lost.\n\n"
             "It is the second mill fire this year: two workers died when the Kestrel paper mill in Tavastia burned down in May.\n\n"
             "The road to Osterby was closed until the evening.")  # fmt: skip
    other = (
        "l2",
        "2031-06-21",
        "Osterby sawmill fire put out",
        "Police officer Elin Nill said that the fire in the sawmill of Osterby was out on Saturday. Dov Pask, who was treated for smoke, went home. "
        "Cleo Orde, the owner, spoke of great damage in the drying hall. The road to Osterby is open.",
    )
    found = stories([*ALL, later, other])
    assert with_report("l1", found).reports == ("l1", "l2")
    assert not any(story.passages or story.guests for story in found)


def test_a_report_of_one_happening_is_no_roundup() -> None:
    assert not any(story.passages for story in stories(ALL))


def test_a_person_who_keeps_a_digest_apart_is_heeded() -> None:
    bonds = Bonds(apart=(("d1", "m1"),))
    found = stories([*ALL, DIGEST], bonds)
    assert "d1" not in with_report("m1", found).reports


def test_the_story_of_a_guest_keeps_its_id_title_and_days() -> None:
    before, after = with_report("r1", stories(ALL)), with_report("r1", stories([*ALL, DIGEST]))
    if "d1" in after.guests:
        assert (before.id, before.title, before.keywords) == (after.id, after.title, after.keywords)
        assert before.days.items() <= after.days.items()


def test_a_story_is_told_again_from_its_reports_and_passages() -> None:
    given = made([*ALL, DIGEST])
    found = stories([*ALL, DIGEST])
    groups = [Group(story.reports, story.guests, story.passages) for story in found]
    assert stories_of(groups, given, [sketch(each) for each in given]) == found


def test_an_undated_digest_is_told_apart_too() -> None:
    found = stories([*ALL, ("d1", None, *DIGEST[2:])])
    assert sum("d1" in story.reports for story in found) == 3
    assert all(story.days["d1"] in {"2031-05-06", "2031-05-07", "2031-05-08"} for story in found)


def test_what_a_story_does_not_read_is_blank_and_its_offsets_hold() -> None:
    text = "One town.\n\nAnother town.\nIts mayor.\n\nA third."
    report = Report(id="d", source="d", title="In brief", text=text, language="en")
    story = Story(id="s", title="", reports=("d",), guests=("d",), passages=(Part(report="d", start=11, end=35),))
    seen = read_for(story, report)
    assert len(seen.text) == len(text) and seen.text[11:35] == text[11:35] and seen.text.strip() == text[11:35]
    assert seen.title is None and seen.text[9:11] == "\n\n"


def test_items_are_paragraphs_or_the_sections_under_headings() -> None:
    plain = "A ship sank.\n\nA mill burned."
    assert [plain[a:b] for a, b in items(plain)] == ["A ship sank.", "A mill burned."]
    headed = "In short.\n\nAt sea\n\nA ship sank.\n\nNobody died.\n\nOn land\n\nA mill burned."
    assert [headed[a:b] for a, b in items(headed)] == ["In short.", "At sea\n\nA ship sank.\n\nNobody died.", "On land\n\nA mill burned."]  # fmt: skip
    assert items("") == []
