"""What the whole report settles. Sentences and names are invented."""

from tests.stages.claims.figures.test_find import found


def told(text: str) -> list[tuple[str, float | None, str]]:
    return [(f.figure.measure, f.figure.best, f.figure.text) for f in found(text)]


def test_the_toll_of_a_year_does_not_count_the_dead_of_the_day() -> None:
    figures = told("Ezra Holt was shot and killed in Torvik on Monday. The city recorded 85 homicides in 2030.")
    assert ("killed", 1, "Ezra Holt") in figures
    assert ("killed", 85, "85 homicides") in figures


def test_one_who_is_shot_is_told_by_the_name_of_the_dead() -> None:
    figures = told("Ryker was shot in a car. Mads Ryker died on Tuesday. A boy is in stable condition with an injury.")
    assert ("killed", 1, "Ryker") in figures
    assert not [figure for figure in figures if figure[0] == "injured" and "Ryker" in figure[2]]


def test_one_hunter_shot_by_another_is_the_one_who_died() -> None:
    assert told("A hunter shot another hunter. The sheriff calls it a fatal shooting.") == [
        ("killed", 1, "another hunter")
    ]


def test_an_attempted_murder_is_no_death() -> None:
    told_of = told("A man was shot in Torvik. Dahl faces an attempted murder charge. The homicide unit is on the case.")
    assert told_of == [("injured", 1, "A man")]


def test_who_goes_on_to_live_was_hurt() -> None:
    figures = told("A woman was killed. A guard was shot in the yard. He is expected to survive.")
    assert ("injured", 1, "A guard") in figures


def test_the_parts_add_up_beside_those_that_are_included() -> None:
    figures = found(
        "Four people were wounded, including two teenage girls. Police found one person wounded in the street and three more "
        "wounded in a home."
    )
    assert [f.figure.text for f in figures if f.part_of is None] == ["Four people"]


def test_what_was_added_to_an_earlier_toll_is_no_division_of_the_new_one() -> None:
    figures = found("At least 18 miners were killed. An earlier toll said that 15 were killed, but three more died.")
    fifteen = next(f for f in figures if f.figure.best == 15)
    assert fifteen.part_of is None


def test_a_toll_that_had_been_put_lower_is_no_part_of_the_new_one() -> None:
    figures = found(
        "The toll rose to 14 on Wednesday after five people died of their burns. Six of the dead were guards. The ministry had put the "
        "toll at nine."
    )
    assert next(f for f in figures if f.figure.best == 9).part_of is None
