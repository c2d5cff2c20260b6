from rashomon.reference.loaded import judges, loaded


def test_words_that_judge_are_known_in_any_case_and_inside_a_phrase() -> None:
    assert all(map(loaded, ["Terrorist gangs", "the REGIME", "a brutal march", "freedom fighters"]))


def test_a_word_is_known_whole_only() -> None:
    assert not any(map(loaded, ["protesters", "the mobile court", "gangway", "ill-heroes-met", ""]))


def test_a_word_is_plain_in_a_phrase_of_its_own() -> None:
    assert not any(
        map(loaded, ["the new tax regime", "the Carrow Liberation Front", "sanctions regime", "a flash mob"])
    )
    assert loaded("the regime's tax")


def test_plain_terms_judge_nobody() -> None:
    assert not any(
        map(loaded, ["a coup", "the civil war", "criminal charges", "illegal shipments", "militants", "riots"])
    )
    assert all(map(loaded, ["illegal immigrants", "the criminal gang", "a massacre"]))


def test_each_word_has_its_kind() -> None:
    kinds = {
        "terrorist gangs": "group",
        "the junta": "legitimacy",
        "carnage": "violence",
        "surgical strikes": "euphemism",
    }
    assert {words: judges(words) for words in kinds} == kinds
    assert judges("protesters") is None
