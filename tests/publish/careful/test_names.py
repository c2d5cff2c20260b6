"""Where a name is found: each row is a sentence, and what stands in it for the names then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.careful.changes import Changed
from rashomon.publish.careful.letters import Letters, plain
from rashomon.publish.careful.names import WITHHELD, Names, Zone, label

ONE = "[person 1]"


def hidden(
    text: str, *private: tuple[str, ...], kept: tuple[str, ...] = (), others: tuple[str, ...] = (), strict: bool = False
) -> str:
    names = Names(private or (("Ilka Brandvold",),), kept, others)
    return Changed(text, names.find(text, strict=strict)).text


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Ilka Brandvold was seen.", f"{ONE} was seen."),
        ("The police found Brandvold.", f"The police found {ONE}."),
        ("They called Ilka.", f"They called {ONE}."),
        ("ILKA BRANDVOLD DEAD", f"{ONE} DEAD"),
        ("named as ilka brandvold by", f"named as {ONE} by"),
        ("a brandvold was there", f"a {ONE} was there"),
        ("Brandvold's house, Brandvold’s cart", f"{ONE}'s house, {ONE}’s cart"),
        ("the Brandvolds", f"the {ONE}"),
        ("Ilka Maren Brandvold", ONE),
        ("I. Brandvold and Ilka M. Brandvold", f"{ONE} and {ONE}"),
        ("Ilka\nBrandvold", ONE),
        ("Ilka Brand-\nvold", ONE),
        ("Ilka Br\u00e4ndvold", ONE),
        ("Il\u200bka Brand\u00advold", ONE),
        ("Ilka Brandvold-Ness", ONE),
        ("the Brandvold-led choir", f"the {ONE}-led choir"),
        ("Brandvolda, Brandvoldem, Brandvoldovi", f"{ONE}, {ONE}, {ONE}"),
        ("Ilka “Bo” Brandvold", ONE),
        ("Ilka Brandvold, Ilka Brandvold", f"{ONE}, {ONE}"),
        ("I met Brandvold. Ilka laughed.", f"I met {ONE}. {ONE} laughed."),
        ("https://news.example/2031/ilka-brandvold-dead", "https://news.example/2031/person-1-dead"),
        ("@ilkabrandvold #RememberIlkaBrandvold", "@person-1 #Rememberperson-1"),
        ("ibrandvold@mail.example", "person-1@mail.example"),
        ("write to brandvold1987", "write to person-11987"),
        ("Nothing here.", "Nothing here."),
    ],
)
def test_a_name_in_any_guise(text: str, then: str) -> None:
    assert hidden(text) == then


def test_each_person_has_one_number() -> None:
    assert (
        hidden("Ilka Brandvold met Osric Felde. Felde left.", ("Ilka Brandvold",), ("Osric Felde",))
        == "[person 1] met [person 2]. [person 2] left."
    )


def test_a_word_that_may_be_another_persons_names_nobody() -> None:
    text = "Ilka Brandvold and Jon Brandvold were there. Brandvold spoke."
    assert (
        hidden(text, ("Ilka Brandvold",), ("Jon Brandvold",))
        == f"[person 1] and [person 2] were there. {WITHHELD} spoke."
    )


def test_a_public_person_of_the_same_surname_keeps_hers() -> None:
    text = "Governor Petra Brandvold and Ilka Brandvold met. Governor Brandvold wept, and Brandvold left."
    then = f"Governor Petra Brandvold and [person 1] met. Governor Brandvold wept, and {WITHHELD} left."
    assert hidden(text, ("Ilka Brandvold",), kept=("Petra Brandvold",)) == then


def test_a_word_of_the_language_is_a_name_only_where_it_is_written_as_one() -> None:
    victim = ("Hope Miller",)
    assert (
        hidden("There is hope. Hope remains. The miller wept.", victim)
        == "There is hope. Hope remains. The miller wept."
    )
    assert hidden("They mourned Hope. Then Miller spoke.", victim) == "They mourned [person 1]. Then [person 1] spoke."
    assert hidden("Miller spoke.", victim) == "[person 1] spoke."
    assert hidden("near Gull Miller Road", victim) == "near Gull Miller Road"


def test_titles_and_roles_are_no_names() -> None:
    assert hidden("The sheriff met Sheriff Dorn.", ("Sheriff Nils Abel",)) == "The sheriff met Sheriff Dorn."


def test_particles_belong_to_the_name() -> None:
    assert hidden("Count Jan van der Velm and van der Velm", ("Jan van der Velm",)) == "Count [person 1] and [person 1]"


def test_another_transliteration_is_the_same_name() -> None:
    assert hidden("Then Kasimov and Qasymov spoke.", ("Daniyar Kassymov",)) == "Then [person 1] and [person 1] spoke."
    assert hidden("Then Kasimov spoke.", ("Daniyar Kassymov",), others=("Arman Kasimov",)) == "Then Kasimov spoke."


def test_keywords_are_matched_in_small_letters() -> None:
    assert hidden("miller", ("Hope Miller",), strict=True) == ONE


def test_what_the_record_knows_outranks_the_words() -> None:
    text = "Orlav fell. Orlav mourned."
    names = Names([("Orlav",)], ())
    zones = [Zone(0, 5, 0), Zone(12, 17, None, stays=True)]
    assert Changed(text, names.find(text, zones)).text == "[person 1] fell. Orlav mourned."


def test_long_texts_without_spaces_are_read_in_time() -> None:
    assert hidden("x" * 300_000 + ".y" * 100_000 + "@") != ""


GUISES = (str.upper, str.lower, str.title, lambda name: name.replace(" ", "\n"), lambda name: name.replace(" ", "-"), lambda name: f"@{name.replace(' ', '')}", lambda name: name + "'s", lambda name: f"http://x.example/{name.replace(' ', '_')}.html", lambda name: name.replace("a", "á"))  # fmt: skip
name = st.text("bdgklmnrtv", min_size=3, max_size=5).flatmap(lambda end: st.sampled_from([f"Iqo{end}a", f"Uzo{end}e"]))


@given(name, name, st.lists(st.sampled_from(GUISES), min_size=1, max_size=4), st.text(max_size=20))
def test_no_guise_of_a_full_name_stays(first: str, last: str, guises: list, around: str) -> None:  # type: ignore[type-arg]
    text = f" {around} ".join(["", *(guise(f"{first} {last}") for guise in guises), ""])
    left = plain(hidden(text, (f"{first} {last}",)))
    assert first.lower() not in left
    assert last.lower() not in left


@given(st.text(max_size=60))
def test_letters_lead_back(text: str) -> None:
    letters = Letters(text)
    assert len(letters.plain) == len(letters.at)
    for word in letters.words():
        assert 0 <= word.start < word.end <= len(text)


def test_labels_count_from_one() -> None:
    assert label(0) == ONE
