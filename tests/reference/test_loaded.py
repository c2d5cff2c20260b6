from rashomon.reference.loaded import loaded


def test_words_that_judge_are_known_in_any_case_and_inside_a_phrase() -> None:
    assert all(map(loaded, ["Terrorist gangs", "the REGIME", "an illegal march", "freedom fighters"]))


def test_a_word_is_known_whole_only() -> None:
    assert not any(map(loaded, ["protesters", "the mobile court", "gangway", "ill-heroes-met", ""]))
