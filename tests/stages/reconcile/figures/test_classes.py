"""Which of those counted are one: who people happened to be tells them apart only where a report does."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from making import Making
else:
    Making = Any


def test_miners_and_people_who_died_in_one_blast_are_one_count(making: Making) -> None:
    making.report("star", "The blast at the Orlo pit killed 12 miners.")
    making.report("sun", "Eleven people died in the blast at the Orlo pit.")
    a = making.figure("star", "12 miners", "killed", "miners", best=12)
    b = making.figure("sun", "Eleven people", "killed", "people", best=11)
    assert making.finding(a, b).question == "How many people were killed?"


def test_those_whom_a_report_counts_beside_others_are_a_count_of_their_own(making: Making) -> None:
    making.report("star", "The blast at the Orlo pit killed 12 miners and two clerks.")
    making.report("sun", "Fourteen people died in the blast at the Orlo pit.")
    miners = making.figure("star", "12 miners", "killed", "miners", best=12)
    clerks = making.figure("star", "two clerks", "killed", "clerks", best=2)
    making.figure("sun", "Fourteen people", "killed", "people", best=14)
    assert making.finding(miners).question == "How many miners were killed?"
    assert making.finding(clerks).question == "How many clerks were killed?"


def test_children_are_a_part_of_the_dead_unless_one_number_is_given_for_both(making: Making) -> None:
    making.report("star", "Nine children died in the fire at the Orlo school.")
    making.report("sun", "Twelve people died in the fire at the Orlo school.")
    making.report("moon", "Nine people died in the fire at the Orlo school.")
    children = making.figure("star", "Nine children", "killed", "children", best=9)
    twelve = making.figure("sun", "Twelve people", "killed", "people", best=12)
    assert making.finding(children) != making.finding(twelve)
    nine = making.figure("moon", "Nine people", "killed", "people", best=9)
    assert making.finding(children, nine)


def test_civilians_are_never_the_fighters_whatever_the_number(making: Making) -> None:
    making.report("star", "The raid on Orlo killed 15 civilians.")
    making.report("sun", "The raid on Orlo killed 15 militants.")
    civilians = making.figure("star", "15 civilians", "killed", "civilians", best=15)
    fighters = making.figure("sun", "15 militants", "killed", "militants", best=15)
    assert making.finding(civilians) != making.finding(fighters)
