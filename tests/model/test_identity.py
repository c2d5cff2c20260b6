from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.identity import digest, identify, speaker_voice_id, text_voice_id


def test_the_recipe_stands_in_the_id() -> None:
    assert identify("rep1", "a").startswith("rep1-")


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_different_parts_have_different_ids(a: list[str], b: list[str]) -> None:
    assert (digest(*a) == digest(*b)) == (a == b)


def test_parts_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")


def test_a_speaker_without_an_entity_goes_by_the_folded_name() -> None:
    assert speaker_voice_id("The  Harbour Police", None) == speaker_voice_id("the harbour police", None)
    assert speaker_voice_id("the harbour police", "ent1-x") == speaker_voice_id("police", "ent1-x")


def test_a_text_goes_by_its_reports_in_any_order() -> None:
    assert text_voice_id(("b", "a")) == text_voice_id(("a", "b"))
