"""What each coder said of each unit."""

from collections.abc import Callable

from rashomon.casebook.coding.ground import Ground
from rashomon.casebook.coding.units import Key, coded, own, settling
from rashomon.model.judgement import Judgement

Judge = Callable[..., Judgement]
Spot = Callable[[str, str], str]
NINE, TWELVE = "clm1-09", "clm1-12"


def values(log: list[Judgement], ground: Ground, who: str, also: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    """What a coder said, by kind, variable and anchors."""
    given = coded({one: own(log, one) for one in (who, *also)}, log, ground)[who]
    return {(key.of, key.variable, *key.on): said.value.text for key, said in given.items() if said.value}


def test_confirmed_rejected_and_corrected_are_verdicts(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", NINE), judge("ada", "reject", TWELVE)]
    assert values(log, ground, "ada") == {
        ("claim", "verdict", NINE): "confirmed",
        ("claim", "verdict", TWELVE): "rejected",
    }
    log = [judge("ada", "correct", NINE, field="figure", value="at least 9")]
    assert values(log, ground, "ada") == {
        ("claim", "verdict", NINE): "corrected",
        ("claim", "figure", NINE): "at least 9",
    }


def test_of_two_judgements_of_one_coder_the_later_holds(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "reject", NINE), judge("ada", "confirm", NINE)]
    assert values(log, ground, "ada") == {("claim", "verdict", NINE): "confirmed"}
    log += [judge("ada", "undo", log[-1].id, of="story")]
    assert values(log, ground, "ada") == {("claim", "verdict", NINE): "rejected"}


def test_what_another_undid_is_still_what_the_coder_said(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "reject", NINE)]
    log += [judge("ben", "undo", log[0].id, of="story"), judge("ben", "confirm", NINE)]
    assert values(log, ground, "ada") == {("claim", "verdict", NINE): "rejected"}


def test_who_confirms_a_claim_confirms_the_fields_that_others_correct(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", NINE), judge("ben", "correct", NINE, field="date", value="2031-05-04")]
    log += [judge("ben", "correct", NINE, field="attribution", value="the harbour master")]
    assert values(log, ground, "ada", ("ben",)) == {
        ("claim", "verdict", NINE): "confirmed",
        ("claim", "date", NINE): "2031-05-05",
        ("claim", "attribution", NINE): "Captain Ruud",
    }


def test_who_rejects_a_claim_says_nothing_of_its_fields(ground: Ground, judge: Judge) -> None:
    log = [
        judge("ada", "correct", NINE, field="figure", value="8"),
        judge("ben", "correct", NINE, field="figure", value="7"),
    ]
    log += [judge("ada", "reject", NINE)]
    assert values(log, ground, "ada", ("ben",)) == {("claim", "verdict", NINE): "rejected"}


def test_one_field_alone_can_be_confirmed(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", TWELVE, field="figure")]
    assert values(log, ground, "ada") == {("claim", "figure", TWELVE): "About 12"}


def test_a_finding_is_one_unit_by_whichever_of_its_claims_it_is_named(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "correct", NINE, TWELVE, of="finding", field="estimate", value="10 to 12")]
    log += [judge("ben", "confirm", TWELVE, of="finding")]
    assert values(log, ground, "ada") == {
        ("finding", "verdict", "fin1-01"): "corrected",
        ("finding", "estimate", "fin1-01"): "10 to 12",
    }
    assert values(log, ground, "ben", ("ada",))["finding", "estimate", "fin1-01"] == "9"


def test_entities_that_are_joined_are_a_pair_whichever_of_their_words_are_named(
    ground: Ground, judge: Judge, spot: Spot
) -> None:
    one, two, three = spot("rep1-aa", "Captain Ruud"), spot("rep1-bb", "Ruud was"), spot("rep1-bb", "Kapitein Ruud")
    log = [
        judge("ada", "join", one, two, three, of="entity"),
        judge("ben", "split", three, against=(two,), of="entity"),
    ]
    pair = ("entity", "pair", "ent1-Captain Ruud", "ent1-Kapitein Ruud")
    assert values(log, ground, "ada") == {pair: "together"}
    assert values(log, ground, "ben") == {pair: "apart"}


def test_an_entity_that_was_parted_is_a_pair_of_words_and_whoever_confirms_it_says_together(
    ground: Ground, judge: Judge, spot: Spot
) -> None:
    one, two = spot("rep1-aa", "Captain Ruud"), spot("rep1-bb", "Ruud was")
    log = [judge("ada", "split", two, against=(one,), of="entity"), judge("ben", "confirm", one, two, of="entity")]
    pair = ("entity", "pair", one, two)
    assert values(log, ground, "ada")[pair] == "apart"
    assert values(log, ground, "ben", ("ada",)) == {
        pair: "together",
        ("entity", "verdict", "ent1-Captain Ruud"): "confirmed",
    }


def test_stories_and_voices_are_pairs_of_reports(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "join", "rep1-aa", "rep1-bb", of="story")]
    log += [judge("ada", "split", "rep1-bb", against=("rep1-aa",), of="voice")]
    assert values(log, ground, "ada") == {
        ("story", "pair", "rep1-aa", "rep1-bb"): "together",
        ("voice", "pair", "rep1-aa", "rep1-bb"): "apart",
    }


def test_an_outlet_is_rated(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "rate", "Post a", of="outlet", value="b")]
    (said,) = coded({"ada": own(log, "ada")}, log, ground)["ada"].values()
    assert said.value and (said.value.key, said.value.number) == ("B", 2.0)


def test_what_is_on_nothing_of_the_record_is_passed_over(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "reject", "clm1-77"), judge("ada", "join", "rep1-77", "rep1-78", of="voice")]
    log += [judge("ada", "rate", "The Elsewhere", of="outlet", value="C"), judge("ada", "note", NINE)]
    assert values(log, ground, "ada") == {}


def test_adjudications_are_no_coding(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "reject", NINE), judge("ada", "confirm", NINE, final=True)]
    assert values(log, ground, "ada") == {("claim", "verdict", NINE): "rejected"}
    given = coded({"": settling(log)}, log, ground)[""]
    assert given[Key("claim", "verdict", (NINE,))].by == log[1]


def test_what_the_program_left_blank_is_a_value_too(ground: Ground, judge: Judge) -> None:
    log = [judge("ada", "confirm", TWELVE)]
    for field, value in (("attribution", "the navy"), ("date", "2031-05-06"), ("scope", "total"), ("place", "Brekkoy")):
        log.append(judge("ben", "correct", TWELVE, field=field, value=value))
    found = values(log, ground, "ada", ("ben",))
    assert {key[1]: value for key, value in found.items()} == {
        "verdict": "confirmed",
        "attribution": "report",
        "date": "none",
        "scope": "none",
        "place": "none",
    }
