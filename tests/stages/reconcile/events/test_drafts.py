"""Events, links and statements: the questions they answer."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def asked(making: Making, words: str) -> Any:
    (finding,) = [f for f in making.findings() if words in f.question]
    return finding


def government(making: Making) -> None:
    """One report has the premier's cabinet dismissed, one has it resign."""
    making.report("star", "President Orlin dismissed the cabinet on 3 May.")
    making.report("sun", "President Orlin accepted the resignation of the cabinet on 3 May.")
    making.event("star", "dismissed", "office-end", "dismissed", "President Orlin", "the cabinet", day="2031-05-03")
    making.event("sun", "resignation", "office-end", "resigned", None, "the cabinet", day="2031-05-03")


def test_two_accounts_of_one_event_are_contested(making: Making) -> None:
    government(making)
    finding = asked(making, "or did")
    assert finding.question == "Was the government dismissed, or did the government resign?"
    assert (finding.status, finding.relations[0].kind, finding.group) == ("contested", "conflict", "decision")


def test_one_day_of_two_reports_is_agreed(making: Making) -> None:
    government(making)
    finding = asked(making, "When was the government")
    assert (finding.answers[0].value, finding.status, finding.support.texts) == ("3 May 2031", "agreed", 2)


def test_two_days_of_one_event_are_in_conflict(making: Making) -> None:
    for name, day in (("star", "2031-05-03"), ("sun", "2031-05-04")):
        making.report(name, "The army stormed the radio house.")
        making.event(name, "stormed", "storm", None, "The army", "the radio house", day=day)
    assert asked(making, "When was the radio house stormed?").status == "contested"


def test_a_role_meets_its_bearer(making: Making) -> None:
    making.report("star", "Ana Orlin declared a state of emergency.")
    making.report("sun", "The president of Verdania declared a state of emergency.")
    making.entity("orlin", "person", "Ana Orlin", ("star", "Ana Orlin"), role=("sun", "president of Verdania"))
    making.event("star", "declared", "emergency", "declared", "Ana Orlin", "a state of emergency", actor_entity="orlin")
    making.event("sun", "declared", "emergency", "declared", "The president of Verdania", "a state of emergency")
    finding = asked(making, "Who declared a state of emergency?")
    assert [answer.value for answer in finding.answers] == ["Ana Orlin"]
    assert finding.status == "agreed"


def test_what_some_deny_is_contested(making: Making) -> None:
    making.report("star", "Rebels shot down the plane.")
    making.report("sun", "The rebels did not shoot down the plane, their spokesman said.")
    making.event("star", "shot down", "down", None, "Rebels", "the plane")
    making.event("sun", "did not shoot down", "down", None, "The rebels", "the plane", modality="denied")
    finding = asked(making, "Was the plane shot down by rebels?")
    assert finding.status == "contested"
    assert {answer.value for answer in finding.answers} == {"yes", "no"}


def test_a_single_reports_brawl_is_no_finding(making: Making) -> None:
    making.report("star", "Youths attacked a bus.")
    making.event("star", "attacked", "attack", None, "Youths", "a bus")
    assert making.findings() == ()


def test_a_single_reports_decision_is_a_finding(making: Making) -> None:
    making.report("star", "The council closed its borders on 4 May.")
    making.event("star", "closed", "closure", "closed", "The council", "its borders", day="2031-05-04")
    (finding,) = making.findings()
    assert finding.question == "When were the borders closed?"


def test_at_whose_request_it_was_done(making: Making) -> None:
    making.report("star", "At the request of President Orlin, the League sent a contingent.")
    sent = making.event("star", "sent", "force-movement", "sent", "the League", "a contingent")
    making.link("star", "request", "President Orlin", "the League sent a contingent", "At the request of", sent)
    finding = asked(making, "At whose request")
    assert finding.question == "At whose request were the forces sent?"
    assert finding.answers[0].value == "President Orlin"
    (words,) = finding.answers[0].words
    assert making.reports["star"].text[words.start : words.end] == "President Orlin"


def test_one_statement_in_two_reports_has_one_speaker(making: Making) -> None:
    making.report("star", '"Our units will guard the main bridges and depots of Ostra," the League said.')
    making.report("sun", "The League said its units will guard the main bridges and depots of Ostra for a week.")
    making.statement("star", "Our units will guard the main bridges and depots of Ostra", "the League")
    making.statement("sun", "its units will guard the main bridges and depots of Ostra for a week", "The League")
    finding = asked(making, "What did")
    assert finding.question == "What did the League say about the units?"
    assert len(finding.answers) == 1
    assert (finding.kind, finding.status) == ("statement", "single")


def test_other_words_of_the_speaker_are_another_statement(making: Making) -> None:
    making.report("star", '"We shall never leave the northern valley," the League said.')
    making.report("sun", "The League said bread will be cheaper from Monday onwards everywhere.")
    making.statement("star", "We shall never leave the northern valley", "the League")
    making.statement("sun", "bread will be cheaper from Monday onwards everywhere", "The League")
    assert making.findings() == ()


def test_a_measure_that_was_lifted_again_is_one_course(making: Making) -> None:
    making.report("star", "Internet access was cut off on 4 May. Internet services were restored on 5 May.")
    making.event("star", "cut off", "closure", "cut off", None, "Internet access", day="2031-05-04")
    making.event("star", "restored", "closure", "restored", None, "Internet services", day="2031-05-05")
    (finding,) = making.findings()
    assert finding.question == "Was internet access cut off?"
    assert [answer.value for answer in finding.answers] == ["cut off, 4 May 2031", "restored, 5 May 2031"]
    assert (finding.relations[0].kind, finding.status) == ("update", "updated")


def test_senders_are_no_troops_and_parts_of_an_alliance_are_its_subset(making: Making) -> None:
    making.report(
        "star", "The League of Ostland sent peacekeepers. The force of the League included units of Verdania."
    )
    making.report("sun", "Verdania sent soldiers. Paratroopers were moved by planes of the air force.")
    making.entity(
        "league", "organisation", "League of Ostland", ("star", "The League of Ostland"), ("star", "the League")
    )
    making.entity("verdania", "place", "Verdania", ("star", "Verdania"), ("sun", "Verdania"))
    making.event(
        "star", "sent peacekeepers", "force-movement", "sent", "The League of Ostland", "peacekeepers", actor_entity="league"
    )  # fmt: skip
    making.event("sun", "sent soldiers", "force-movement", "sent", "Verdania", "soldiers", actor_entity="verdania")
    making.event("sun", "moved", "force-movement", "sent", "planes", "Paratroopers")
    finding = asked(making, "Who sent the forces?")
    assert {answer.value for answer in finding.answers} == {"League of Ostland", "Verdania"}
    assert [row.kind for row in finding.relations] == ["subset"]


def test_a_treaty_is_a_ground_and_a_council_decides(making: Making) -> None:
    making.report("star", "Under Article 9 of the Pact, soldiers were sent by decision of the Council.")
    sent = making.event("star", "were sent", "force-movement", "sent", None, "soldiers")
    making.link("star", "decision", "Article 9 of the Pact", "soldiers were sent", "Under", sent)
    making.link("star", "decision", "the Council", "soldiers were sent", "by decision of", sent)
    assert asked(making, "legal ground").question == "On what legal ground were the forces sent?"
    assert asked(making, "Who decided").answers[0].value == "the Council"


def test_rival_accounts_of_one_attack_are_blame(making: Making) -> None:
    making.report("star", "Ostland bombed the market of Elmin, the mayor said.")
    making.report("sun", "Verdania bombed the market of Elmin, the envoy said.")
    making.place("elmin", "VD", 10.0, 10.0)
    for name, side in (("star", "Ostland"), ("sun", "Verdania")):
        making.entity(side.casefold(), "place", side, (name, side))
        making.event(
            name, "bombed", "attack", "bombing", side, "the market of Elmin",
            actor_entity=side.casefold(), places=("elmin",), by="the mayor" if name == "star" else "the envoy",
        )  # fmt: skip
    finding = asked(making, "Who attacked")
    assert (finding.group, finding.status) == ("blame", "contested")
    assert "Ostland according to the mayor" in finding.why


def test_an_empty_question_is_not_asked(making: Making) -> None:
    making.report("star", "It closed them. They decided. Someone attacked it.")
    making.event("star", "closed", "closure", "closed", "It", "them")
    making.event("star", "decided", "decide", None, "They", None)
    making.event("star", "attacked", "attack", None, "Someone", "it")
    assert making.findings() == ()


def test_a_request_for_help_is_answered_by_who_asked(making: Making) -> None:
    making.report("star", "President Orlin asked the League for help. A charity asks for blankets.")
    making.event("star", "asked", "request", None, "President Orlin", "the League")
    making.event("star", "asks", "request", None, "A charity", "blankets")
    (finding,) = making.findings()
    assert finding.question == "Who asked the League for help?"
    assert [answer.value for answer in finding.answers] == ["President Orlin"]


def test_a_statement_is_asked_after_once_for_its_topic(making: Making) -> None:
    making.report("star", '"The shelters are full and the nights in the valley are cold," Mira Dole said.')
    making.report("sun", "The shelters are full and nights in the valley are bitterly cold, Mira Dole said.")
    making.statement("star", "The shelters are full and the nights in the valley are cold", "Mira Dole")
    making.statement("sun", "The shelters are full and nights in the valley are bitterly cold", "Mira Dole")
    (finding,) = making.findings()
    assert finding.question == "What did Mira Dole say about the shelters?"
    assert (len(finding.answers), finding.support.reports) == (1, 2)


def test_two_launches_weeks_apart_contradict_nothing(making: Making) -> None:
    for i, (day, words) in enumerate((("2031-05-03", "on 3 May"), ("2031-05-24", "on 24 May")) * 2):
        making.report(f"r{i}", f"Verdania launched a missile {words}.", published="2031-05-25")
        making.event(f"r{i}", "launched", "launch-weapon", None, "Verdania", "a missile", day=day)
    finding = asked(making, "When was a missile")
    assert {row.kind for row in finding.relations} == {"scope"}
    assert finding.status == "agreed"


def test_who_is_only_asked_to_resign_has_not_resigned(making: Making) -> None:
    making.report("star", "The board dismissed director Ina Marrow on 3 May.")
    making.report("sun", "Teachers demanded the resignation of Ina Marrow on 3 May.")
    making.event("star", "dismissed", "office-end", "dismissed", "The board", "Ina Marrow", day="2031-05-03")
    making.event(
        "sun", "resignation", "office-end", "resigned", None, "Ina Marrow", day="2031-05-03", modality="demanded"
    )
    assert not [finding for finding in making.findings() if "or did" in finding.question]


def test_denied_of_some_and_done_to_others_is_no_contradiction(making: Making) -> None:
    making.report("star", "Wardens detained 14 poachers and one dealer at the ford.")
    making.report("sun", "The rangers did not detain the herders at the ford.")
    making.event("star", "detained", "arrest", "arrested", "Wardens", "14 poachers")
    making.event("sun", "did not detain", "arrest", "arrested", "The rangers", "the herders", modality="denied")
    assert not [finding for finding in making.findings() if len(finding.answers) > 1]


def denied_and_done(making: Making, target: str, doer: str = "The army", day: str | None = None) -> set[str]:
    """The kinds of relations between the army's shelling of "the mill" on 3 May and a denial."""
    making.report("star", "The army shelled the mill at Ostra.")
    making.report("sun", f"{doer} did not shell {target} at Ostra.")
    making.event("star", "shelled", "attack", None, "The army", "the mill", day="2031-05-03")
    making.event("sun", "did not shell", "attack", None, doer, target, day=day, modality="denied")
    return {row.kind for finding in making.findings() for row in finding.relations}


def test_one_act_is_denied(making: Making) -> None:
    assert denied_and_done(making, "the mill") == {"conflict"}


def test_another_number_is_another_act(making: Making) -> None:
    assert "conflict" not in denied_and_done(making, "the mills")


def test_another_doer_tells_two_acts_apart(making: Making) -> None:
    assert "conflict" not in denied_and_done(making, "the mill", "The rebels")


def test_another_day_tells_two_acts_apart(making: Making) -> None:
    assert "conflict" not in denied_and_done(making, "the mill", day="2031-05-09")


def test_who_only_discusses_a_dismissal_has_dismissed_nobody(making: Making) -> None:
    making.report("star", "The board dismissed director Ina Marrow.")
    making.report("sun", "Teachers discussed dismissing director Ina Marrow.")
    making.entity("marrow", "person", "Ina Marrow", ("star", "Ina Marrow"), ("sun", "Ina Marrow"))
    for report, words, doer, modality in (
        ("star", "dismissed", "The board", "asserted"),
        ("sun", "dismissing", "Teachers", "possible"),
    ):
        making.event(
            report, words, "office-end", "dismissed", doer, "Ina Marrow", target_entity="marrow", modality=modality
        )
    assert "Teachers" not in {answer.value for finding in making.findings() for answer in finding.answers}
