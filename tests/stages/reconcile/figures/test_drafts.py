"""Figures: which answer one question, and how they differ."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def kind_of(finding: Any) -> str:
    assert len(finding.relations) == 1
    return str(finding.relations[0].kind)


def test_police_and_people_are_two_questions(making: Making) -> None:
    making.report("star", "At least nine policemen were killed. Dozens of people were killed in Verdania.")
    police = making.figure("star", "At least nine policemen", "killed", "policemen", low=9, best=9)
    people = making.figure("star", "Dozens of people", "killed", "people", low=24, approximate=True)
    assert making.finding(police).question == "How many policemen were killed?"
    assert making.finding(people).question == "How many people were killed?"
    assert making.finding(people).answers[0].value == "dozens"
    assert making.finding(police).answers[0].value == "at least 9"


def test_two_reports_that_agree_in_substance_stand_together(making: Making) -> None:
    making.report("star", "About 800 people were hurt in the clashes, officials of the ministry said.")
    making.report("sun", "The health service counted more than 800 people who were injured.")
    a = making.figure("star", "About 800 people", "injured", best=800, approximate=True)
    b = making.figure("sun", "more than 800 people", "injured", low=800, by="The health service", type="official")
    finding = making.finding(a, b)
    assert kind_of(finding) == "compatible"
    assert finding.status == "compatible"
    assert {answer.value for answer in finding.answers} == {"about 800", "more than 800"}


def test_one_number_of_two_speakers_is_agreed(making: Making) -> None:
    making.report("star", "The fire killed 16 people, the mayor said.")
    making.report("sun", "Police said 16 people were killed by the fire.")
    a = making.figure("star", "16 people", "killed", best=16, by="the mayor", type="official")
    b = making.figure("sun", "16 people", "killed", best=16, by="Police", type="force")
    finding = making.finding(a, b)
    assert (finding.status, len(finding.answers)) == ("agreed", 1)
    assert (finding.support.reports, finding.support.texts, finding.support.speakers) == (2, 2, 2)


def test_one_speaker_behind_two_texts_is_single(making: Making) -> None:
    making.report("star", "The fire killed 16 people, the mayor said.")
    making.report("sun", "The mayor said 16 people were killed by the fire.")
    for name in ("star", "sun"):
        making.figure(name, "16 people", "killed", best=16, by="the mayor", type="official")
    (finding,) = making.findings()
    assert (finding.status, finding.support.texts, finding.support.speakers) == ("single", 2, 1)


def test_a_copied_number_has_one_text(making: Making) -> None:
    for name in ("star", "sun"):
        making.report(name, "The fire killed 16 people.", voice="wire")
        making.figure(name, "16 people", "killed", best=16)
    (finding,) = making.findings()
    assert (finding.status, finding.support.reports, finding.support.texts) == ("single", 2, 1)


def test_numbers_that_exclude_each_other_are_contested(making: Making) -> None:
    making.report("star", "The governor said five people were killed at the depot.")
    making.report("sun", "State radio said six people were killed at the depot.")
    a = making.figure("star", "five people", "killed", best=5, by="The governor")
    b = making.figure("sun", "six people", "killed", best=6, by="State radio")
    finding = making.finding(a, b)
    assert (kind_of(finding), finding.status) == ("conflict", "contested")


def test_a_toll_that_grew_is_an_update(making: Making) -> None:
    making.report("star", "The watch group said 15 people were killed in the strike.", "2031-05-02")
    making.report("sun", "The watch group said 18 people were killed in the strike.", "2031-05-03")
    a = making.figure("star", "15 people", "killed", best=15, by="The watch group")
    b = making.figure("sun", "18 people", "killed", best=18, by="The watch group")
    finding = making.finding(a, b)
    assert (kind_of(finding), finding.status) == ("update", "updated")
    assert finding.estimates is not None and finding.estimates["mode_by_voice"].best == 18


def test_a_mended_toll_is_a_correction(making: Making) -> None:
    making.report("star", "The ministry said 40 people were killed in the blast.", "2031-05-02")
    making.report("sun", "The ministry revised down the toll: 30 people were killed in the blast.", "2031-05-03")
    a = making.figure("star", "40 people", "killed", best=40, by="The ministry", type="official")
    b = making.figure("sun", "30 people", "killed", best=30, by="The ministry", type="official")
    finding = making.finding(a, b)
    assert (kind_of(finding), finding.status) == ("correction", "corrected")


def test_two_cities_are_kept_apart(making: Making) -> None:
    making.place("Ostra", "VD", 10.0, 10.0)
    making.place("Westra", "VD", 14.0, 10.0)
    making.report("star", "Seven people were killed in Ostra. Nine people were killed in Westra.")
    a = making.figure("star", "Seven people", "killed", best=7, places=("Ostra",))
    b = making.figure("star", "Nine people", "killed", best=9, places=("Westra",))
    assert making.finding(a) != making.finding(b)
    assert making.finding(a).question == "How many people were killed in Ostra?"


def test_a_part_does_not_stand_for_its_whole(making: Making) -> None:
    making.report("star", "21 people were killed, three of them nurses.")
    whole = making.figure("star", "21 people", "killed", best=21)
    part = making.figure("star", "three of them nurses", "killed", "nurses", best=3, of=whole)
    assert making.finding(whole) != making.finding(part)


def test_civilians_and_people_are_one_where_one_number_is_given_for_both(making: Making) -> None:
    making.report("star", "At least 15 civilians died in raids on Ostra.")
    making.report("sun", "At least 15 people were killed in raids on Ostra.")
    making.report("moon", "Activists said 31 civilians were killed in raids on Ostra.")
    a = making.figure("star", "At least 15 civilians", "killed", "civilians", low=15, best=15)
    b = making.figure("sun", "At least 15 people", "killed", "people", low=15, best=15)
    making.figure("moon", "31 civilians", "killed", "civilians", best=31)
    finding = making.finding(a, b)
    assert any({a, b} <= set(answer.claims) for answer in finding.answers)


def test_civilians_are_a_part_of_the_people(making: Making) -> None:
    making.report("star", "Thirty civilians died in Ostra on Saturday.")
    making.report("sun", "At least 31 people were killed on Saturday in Ostra.")
    a = making.figure("star", "Thirty civilians", "killed", "civilians", best=30)
    b = making.figure("sun", "At least 31 people", "killed", "people", low=31, best=31)
    assert kind_of(making.finding(a, b)) == "subset"


def test_who_sent_how_many_is_asked_of_each(making: Making) -> None:
    making.report("star", "Verdania sent 70 soldiers, while Ostland sent 200 soldiers.")
    making.figure("star", "70 soldiers", "deployed", "soldiers", best=70)
    making.figure("star", "200 soldiers", "deployed", "soldiers", best=200)
    first = making.event("star", "Verdania sent 70 soldiers", "force-movement", "sent", "Verdania", "70 soldiers")
    second = making.event("star", "Ostland sent 200 soldiers", "force-movement", "sent", "Ostland", "200 soldiers")
    for claim, words in ((first, "Verdania sent 70 soldiers"), (second, "Ostland sent 200 soldiers")):
        making.clause(claim, "star", words)
    questions = {finding.question for finding in making.findings() if finding.kind == "figure"}
    assert questions == {"How many soldiers did Verdania send?", "How many soldiers did Ostland send?"}


def test_the_sender_is_one_by_name_in_a_relative_clause_and_by_a_definite_noun(making: Making) -> None:
    making.report("star", "The 120 divers whom the Ostland Federation sent will stay.")
    making.report("moon", "Ostland Federation is near. The federation sent 120 divers.")
    making.entity(
        "ost", "organisation", "Ostland Federation", ("star", "Ostland Federation"), ("moon", "Ostland Federation")
    )
    figures = [making.figure(report, "120 divers", "deployed", "divers", best=120) for report in ("star", "moon")]
    sent = making.event(
        "star", "whom the Ostland Federation sent", "force-movement", "sent", "the Ostland Federation", "120 divers", actor_entity="ost"
    )  # fmt: skip
    making.clause(sent, "star", "whom the Ostland Federation sent")
    other = making.event(
        "moon", "The federation sent 120 divers", "force-movement", "sent", "The federation", "120 divers"
    )
    making.clause(other, "moon", "The federation sent 120 divers")
    assert making.finding(*figures).question == "How many divers did Ostland Federation send?"


def test_the_answering_words_are_the_reports_own(making: Making) -> None:
    making.report("star", "The fire killed at least 16 people.")
    claim = making.figure("star", "at least 16 people", "killed", low=16, best=16)
    (words,) = making.finding(claim).answers[0].words
    assert making.reports["star"].text[words.start : words.end] == "at least 16 people"
