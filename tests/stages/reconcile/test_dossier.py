"""What all rooms of the stage know of a story."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from making import Making

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import Dossier, content_words


def test_words_count_as_one_in_either_spelling_and_in_any_plain_form() -> None:
    assert content_words("to stabilise and normalise the organisation") == content_words(
        "to stabilize and normalize the organizations"
    )


def test_short_words_are_left_out() -> None:
    assert content_words("the men of a dam") == []


def test_a_month_keeps_its_capital_within_a_sentence(making: Making) -> None:
    making.report("star", "March 20 came.")
    dossier = making.dossier()
    assert [dossier.within_sentence(words) for words in ("March 20", "Heavy rain", "Monday")] == [
        "March 20",
        "heavy rain",
        "Monday",
    ]


def test_a_word_weighs_less_the_more_sentences_have_it(making: Making) -> None:
    making.report("star", "Ferries sank. Ferries burned. Nobody swam.")
    dossier = making.dossier()
    assert dossier.weigh(frozenset(content_words("swam"))) == 1
    assert dossier.weigh(frozenset(content_words("ferries"))) == 1 - 1 / 3


@given(st.lists(st.sampled_from("harbour crane ferry storm pilot diver anchor".split()), unique=True), st.randoms())
def test_what_words_weigh_does_not_hang_on_their_order(words: list[str], random: Random) -> None:
    making = Making()
    for number in range(7):
        making.report(f"r{number}", " ".join("harbour crane ferry storm pilot diver anchor".split()[number:]) + ".")
    dossier = making.dossier()
    turned = random.sample(words, len(words))
    assert dossier.weigh(frozenset(words)) == dossier.weigh(frozenset(turned))
    assert 0 <= dossier.likeness(frozenset(words), frozenset(turned[:2])) <= 1


def test_what_is_asked_of_the_claims_of_an_answer_is_worked_out_once(making: Making) -> None:
    making.report("star", "In Dorvale 14 people were killed.")
    making.figure("star", "14", "killed", best=14)
    dossier, asked = making.dossier(), []
    claims = tuple(dossier.claims.values())

    def size(dossier: Dossier, claims: tuple[Claim, ...]) -> int:
        asked.append(claims)
        return len(claims)

    assert [dossier.once(size, claims) for _ in range(3)] == [1, 1, 1]
    assert len(asked) == 1
    assert dossier.once(size, claims[:0]) == 0
