"""Sentences beside sentences, by what they have in common."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.lineage.translation.anchors import anchored
from rashomon.stages.lineage.translation.beads import align
from rashomon.stages.lineage.translation.judge import likeness, match

FIRE = (
    "A fire at the Lindqvist paint works in Orsa killed 3 people on 4 May. "
    "Smoke rose 900 metres over lake Velmar, and 46 families had to leave. "
    "Fire chief Astrid Molander said that a pump had failed at 2:15 a.m. "
    "The owner, Torsten Hagberg, bought the works in 1987. "
    "Police in Falun will question 12 workers."
)
BRAND = (
    "Bei einem Brand in der Farbenfabrik Lindqvist in Orsa sind am 4. Mai 3 Menschen gestorben. "
    "Der Rauch stieg 900 Meter über den See Velmar. 46 Familien mussten fort. "
    "Um 2.15 Uhr habe eine Pumpe versagt, sagte Feuerwehrchefin Astrid Molander. "
    "Die Polizei in Falun will 12 Arbeiter befragen."
)


def test_a_sentence_cut_in_two_stands_beside_both_halves_and_one_left_out_beside_none() -> None:
    beads = align(anchored(FIRE, "en"), anchored(BRAND, "de"))
    assert [each[:4] for each in beads] == [(0, 1, 0, 1), (1, 2, 1, 3), (2, 3, 3, 4), (4, 5, 4, 5)]


def test_the_two_are_a_translation_either_way_round() -> None:
    a, b = anchored(FIRE, "en"), anchored(BRAND, "de")
    one, other = match(a, b), match(b, a)
    assert one and other
    assert (one.share_a, one.share_b, one.order) == (other.share_b, other.share_a, other.order)


def test_other_words_of_one_language_are_aligned_too() -> None:
    """What came back from another language has few words of its origin left, but its names, figures and order."""
    back = (
        "On 4 May 3 persons lost their lives when the Lindqvist paint factory in Orsa burned. "
        "46 households were moved out as fumes stood 900 metres above Velmar lake. "
        "According to Astrid Molander, who leads the brigade, the pump broke down at 2:15 a.m. "
        "In 1987 the factory was acquired by Torsten Hagberg, its proprietor. "
        "Falun police are going to hear 12 employees."
    )
    found = likeness(anchored(FIRE, "en"), anchored(back, "en"))
    assert found is not None
    assert found.order > 0.9
    assert found.agreement == 1.0
    assert len(found.passages) == 5


def test_the_same_names_and_figures_in_other_sentences_are_no_translation() -> None:
    own = (
        "Torsten Hagberg, owner of the Lindqvist works, wept before the ruins in Orsa. "
        "Bis heute sind drei Tote zu beklagen, 17 Menschen liegen im Krankenhaus von Falun. "
        "Die Feuerwehr unter Astrid Molander war mit 60 Leuten im Einsatz. "
        "Im Velmar trieben am 6. Mai tote Fische. "
        "Der Schaden wird auf 8 Millionen Kronen geschätzt."
    )
    assert match(anchored(FIRE, "en"), anchored(own, "de")) is None


SENTENCES = [*FIRE.split(". "), *BRAND.split(". "), "Nothing.", "…", "17", "Lindqvist Orsa Falun 12"]


@given(st.lists(st.sampled_from(SENTENCES), max_size=12), st.lists(st.sampled_from(SENTENCES), max_size=12))
@settings(max_examples=60, deadline=None)
def test_beads_keep_the_order_on_both_sides_and_passages_lie_in_the_texts(left: list[str], right: list[str]) -> None:
    one, other = ". ".join(left), ". ".join(right)
    a, b = anchored(one, "en"), anchored(other, "de")
    beads = align(a, b)
    assert all(x.a1 <= y.a0 and x.b1 <= y.b0 for x, y in itertools.pairwise(beads))
    found = likeness(a, b)
    for mine, theirs in found.passages if found else ():
        assert 0 <= mine[0] < mine[1] <= len(one)
        assert 0 <= theirs[0] < theirs[1] <= len(other)
