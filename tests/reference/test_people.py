"""Words for persons."""

from rashomon.reference.people import facilities, sex_of_given_name, sex_of_person_noun


def test_given_names_and_nouns_tell_the_sex_where_they_do() -> None:
    assert (sex_of_given_name("Elena"), sex_of_given_name("Dmitry"), sex_of_given_name("Robin")) == ("f", "m", None)
    assert (sex_of_person_noun("gunman"), sex_of_person_noun("victim"), sex_of_person_noun("table")) == ("m", "-", None)


def test_no_given_name_stands_for_both() -> None:
    from importlib.resources import files

    text = (files("rashomon.reference") / "data" / "given-names.tsv").read_text("utf-8")
    names = [name for line in text.splitlines() if not line.startswith("#") for name in line.split("\t")[1].split()]
    assert len(names) == len(set(names))
    assert "airport" in facilities()
