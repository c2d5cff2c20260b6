"""A judgement's places follow the words that it was made on."""

import msgspec

from rashomon.model.judgement import Flag, judgement
from rashomon.publish.careful.anchors import anchored
from rashomon.publish.careful.changes import Change, Changed

TEXT = "Ilka Brandvold fell. Twelve were hurt. The quay is closed."
AT = TEXT.index("Twelve")


def test_a_place_moves_with_its_words() -> None:
    texts = {"rep1-x": Changed(TEXT, [Change(0, 14, "[person 1]", instead=True)])}
    each = judgement(
        who="a",
        when="2031-05-06T00:00:00Z",
        what="join",
        of="entity",
        on=[f"rep1-x@{AT}-{AT + 6}", "rep1-x@0-14"],
        why="One.",
    )
    assert anchored(each, texts, ()).on == ("rep1-x@0-10", f"rep1-x@{AT - 4}-{AT + 2}")


def test_places_of_claims_stay_beside_them() -> None:
    texts = {"rep1-x": Changed(TEXT, [Change(0, 14, "[person 1]", instead=True)])}
    each = judgement(
        who="a", when="2031-05-06T00:00:00Z", what="confirm", of="claim", on=["cla1-a", "cla1-b"], why="Seen.",
        at={"cla1-a": f"figure:rep1-x@{AT}-{AT + 6}"}, seen=["cla1-a", "cla1-c"],
    )  # fmt: skip
    now = anchored(each, texts, {"cla1-c"})
    assert (now.on, now.at, now.seen) == (("cla1-a", "cla1-b"), (f"figure:rep1-x@{AT - 4}-{AT + 2}", ""), ("cla1-a",))


def test_what_was_left_out_is_named_no_more() -> None:
    texts = {"rep1-x": Changed(TEXT, [Change(0, AT, "[…] ", instead=False)])}
    each = judgement(
        who="a",
        when="2031-05-06T00:00:00Z",
        what="join",
        of="entity",
        on=["rep1-x@0-14", f"rep1-x@{AT}-{AT + 6}"],
        why="One.",
    )
    assert anchored(each, texts, ()).on == ("rep1-x@4-10",)


def test_a_flag_goes_with_the_last_claim_that_it_is_on() -> None:
    made = judgement(who="a", when="2031-05-06T00:00:00Z", what="confirm", of="claim", on=["cla1-a"], why="Seen.")
    flags = tuple(Flag(kind="conflict", text="Since then.", on=on) for on in (("cla1-b", "cla1-c"), ("cla1-c",)))
    now = anchored(msgspec.structs.replace(made, flags=flags), {}, {"cla1-c"})
    assert [flag.on for flag in now.flags] == [("cla1-b",)]
