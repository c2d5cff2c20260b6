"""Whom "he", "they", "the official" and "the agency" mean. Invented names and places."""

from rashomon.stages.claims.found import FoundStatement
from rashomon.stages.claims.statements.attribute import attribute


def statement(make_article, text: str, words: str) -> FoundStatement:
    """The statement whose content has the words."""
    return next(
        one
        for one in attribute(make_article(text)).statements
        if words in text[one.statement.content_start : one.statement.content_end]
    )


def test_an_official_without_a_name_is_taken_up_before_a_politician_with_one(make_article) -> None:
    text = (
        "Minister Carl Brandt left Ostmark on Monday. A senior official told the Harbour Times that the talks had failed. "
        "The bridge would stay closed, the official said."
    )
    (link,) = statement(make_article, text, "stay closed").chain
    assert (link.name, link.voice) == ("official", None)


def test_they_are_the_last_group_though_it_has_no_name(make_article) -> None:
    text = "The Coast Union met in Ostmark. Protesters marched to the port. They said that the port must close."
    (link,) = statement(make_article, text, "must close").chain
    assert link.voice is None


def test_he_is_whose_letters_they_were(make_article) -> None:
    text = "Carl Brandt said that the port was safe. Otto Vale's letters went astray, but he told friends that he was well."
    said = statement(make_article, text, "that he was well")
    brandt = statement(make_article, text, "the port was safe")
    assert said.chain[-1].voice != brandt.chain[-1].voice


def test_a_gender_is_learned_from_the_whole_report(make_article) -> None:
    text = (
        "Otto Brandt closed the bridge in May. Robin Vale opened the port in June. He said that the bridge was unsafe. "
        "Robin Vale thanked the crew that she had hired."
    )
    told = statement(make_article, text, "the bridge was unsafe")
    alone = statement(make_article, "Otto Brandt said that the bridge was unsafe.", "the bridge was unsafe")
    assert told.chain[-1].voice == alone.chain[-1].voice


def test_the_agency_is_the_office_of_the_same_sentence(make_article) -> None:
    text = (
        "The Harbour Times reported that two ships met. When the Treasury Department released pictures of the ships, "
        "the agency said that they were stolen."
    )
    told = statement(make_article, text, "were stolen")
    alone = statement(make_article, "The Treasury Department said that they were stolen.", "were stolen")
    assert told.chain[-1].voice == alone.chain[-1].voice


def test_the_head_of_the_group_is_the_only_head_of_the_report(make_article) -> None:
    text = (
        "Carl Brandt, head of the Ostland Tide Watch, said that two boats had sunk. Otto Vale, a sailor, agreed. "
        "The pier was gone, said the head of the Nordhaven-based group."
    )
    brandt, head = statement(make_article, text, "two boats had sunk"), statement(make_article, text, "pier was gone")
    assert head.chain[-1].voice == brandt.chain[-1].voice is not None


def test_of_two_heads_neither_is_the_head_of_the_group(make_article) -> None:
    text = (
        "Carl Brandt, head of the Ostland Tide Watch, said that two boats had sunk. Otto Vale, head of the Harbour Union, agreed. "
        "The pier was gone, said the head of the Nordhaven-based group."
    )
    brandt, head = statement(make_article, text, "two boats had sunk"), statement(make_article, text, "pier was gone")
    assert head.chain[-1].voice != brandt.chain[-1].voice
