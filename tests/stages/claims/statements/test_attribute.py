"""Who said what. Each test is a report of a line or two, in invented names, and what an analyst would note from it."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.report import Report
from rashomon.stages.claims.extract import article_of
from rashomon.stages.claims.found import Attributed, FoundStatement
from rashomon.stages.claims.statements.attribute import attribute
from rashomon.stages.reading import Reader, installed_model, read
from rashomon.text.segment import sentences


@cache
def reader() -> Reader:
    return Reader(*installed_model())


@cache
def attributed(text: str, outlet: str | None = None) -> Attributed:
    report = Report(id="r", source="r", text=text, language="en", outlet=outlet)
    parts = [text[start:end] for start, end in sentences(text)]
    readings = dict(zip(parts, read(parts, reader()), strict=True))
    return attribute(article_of(report, None, readings, ()))


def row(text: str, found: FoundStatement) -> tuple[str | None, str, str]:
    said = found.statement
    cue = text[said.cue_start : said.cue_end] if said.cue_start is not None else ""
    return said.speaker, cue, text[said.content_start : said.content_end].rstrip(" .")


def rows(text: str) -> list[tuple[str | None, str, str]]:
    return [row(text, found) for found in attributed(text).statements]


def chain(text: str, words: str, outlet: str | None = None) -> list[str]:
    start = text.index(words)
    return [link.name for link in attributed(text, outlet).chain_of(start, start + len(words))]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "said", "that the bridge was closed"),
        ("The bridge was closed, the mayor said on Monday.", "the mayor", "said", "The bridge was closed"),
        ('"The bridge is closed," said the mayor.', "the mayor", "said", '"The bridge is closed,"'),
        ("According to the ministry, nine people drowned.", "the ministry", "According to", "nine people drowned"),
        ("Nine people drowned, according to the ministry.", "the ministry", "according to", "Nine people drowned"),
        ("As the mayor noted, the bridge was closed.", "the mayor", "noted", "the bridge was closed"),
        ("It was reported that two ships sank.", None, "was reported", "that two ships sank"),
        ("The closure was announced by the mayor.", "the mayor", "was announced", "The closure"),
        ("The mayor told reporters that the bridge was closed.", "The mayor", "told", "that the bridge was closed"),
        ("Police put the death toll at 16.", "Police", "put", "the death toll at 16"),
    ],
)
def test_speaker_cue_and_content(text: str, speaker: str | None, cue: str, content: str) -> None:
    assert (speaker, cue, content) in rows(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The union believes that the strike will end.", "belief"),
        ("The government plans to close the port.", "intention"),
        ("The court ordered the company to pay the miners.", "order"),
        ("The captain knew that the ship was lost.", "perception"),
        ("The captain said that the ship was lost.", "speech"),
    ],
)
def test_acts(text: str, act: str) -> None:
    assert [found.statement.act for found in attributed(text).statements] == [act]


def test_an_interrupted_quotation_is_several_rows_of_one_cue() -> None:
    text = '"We leave at dawn," the captain said. "Nobody stays here."'
    first, second = attributed(text).statements
    assert row(text, first)[2] == '"We leave at dawn,"'
    assert row(text, second)[2].startswith('"Nobody stays here')
    assert first.statement.cue_start == second.statement.cue_start
    assert first.statement.direct and second.statement.direct


def test_a_quotation_that_goes_on_in_a_paragraph_of_its_own_keeps_its_speaker() -> None:
    text = '"The road is closed," the captain said.\n\n"We will wait here for the army to come back."'
    speakers = {found.statement.speaker for found in attributed(text).statements}
    assert speakers == {"the captain"}
    assert chain(text, "wait here for the army") == ["captain"]


def test_a_question_and_its_cue_are_two_sentences_but_one_statement() -> None:
    text = '"Who will pay for the dam?" Vale asked.'
    assert ("Vale", "asked", '"Who will pay for the dam?"') in rows(text)


def test_speech_in_quotation_marks_is_told_from_a_word_set_apart() -> None:
    text = 'The mayor called the march a "picnic" and said that the police were ready.'
    assert not any(found.statement.direct for found in attributed(text).statements)


def test_the_very_words_of_a_partly_quoted_statement_are_a_row_too() -> None:
    text = 'The union said the miners had been "left below without water or light" for days.'
    found = {row(text, one)[2]: one.statement.direct for one in attributed(text).statements}
    assert found['"left below without water or light"'] is True
    assert not all(found.values())


@pytest.mark.parametrize(
    ("text", "words", "links"),
    [
        (
            "Nine miners were trapped, RIA reported, citing embassy officials.",
            "Nine miners",
            ["RIA", "embassy officials"],
        ),
        ("Police said three men fled, TASS reported.", "three men fled", ["TASS", "Police"]),
        (
            "Dozens of people were killed in Tuesday's fire at the fuel depot in Port Orlav, the newspaper Harbour Star reported, "
            "citing the dockworkers' union.",
            "Dozens of people",
            ["Harbour Star", "dockworkers' union"],
        ),
        ("Vale, cited by TASS, said that the bridge had fallen.", "the bridge had fallen", ["TASS", "Vale"]),
        ("Nine miners were trapped. The mine is old.", "Nine miners", []),
        ("Police said three men fled. The road is open.", "The road is open", []),
        ("The council decided to close the port.", "close the port", []),
    ],
)
def test_chains_run_from_the_outermost_to_the_source(text: str, words: str, links: list[str]) -> None:
    assert chain(text, words) == links


def test_whoever_tells_another_outlet_speaks_through_it() -> None:
    text = "The bridge has fallen, Mayor Amber Vale told Reuters."
    assert chain(text, "The bridge has fallen") == ["Reuters", "Amber Vale"]
    assert chain(text, "The bridge has fallen", outlet="Reuters") == ["Amber Vale"]


def test_an_agency_that_quotes_somebody_is_the_outer_link() -> None:
    text = "The Belga news agency quoted the acting head of the port authority as saying that the harbour would close."
    assert chain(text, "the harbour would close") == ["Belga news agency", "acting head of the port authority"]


def voices(text: str) -> list[str | None]:
    return [found.chain[-1].voice for found in attributed(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Amber Vale said the dam would hold. Vale said that help was near.",
        "Mayor Amber Vale said the dam would hold. She added that help was near.",
        "Captain Ilan Borek, commander of the brigade, said the road was clear. The commander said two men had fled.",
        "The Port Workers Union (PWU) said 40 members were detained. The PWU said that talks had failed.",
        "The Port Workers Union said 40 members were detained. The organisation said that talks had failed.",
    ],
)
def test_one_who_is_named_again_otherwise_is_one_voice(text: str) -> None:
    first, second = voices(text)
    assert first is not None
    assert first == second


def test_a_role_that_another_holds_is_not_the_last_speaker() -> None:
    text = "Captain Ilan Borek said the road was clear. The president of Ostland said two men had fled."
    first, second = voices(text)
    assert first != second


def test_a_role_keeps_its_words() -> None:
    text = "Captain Ilan Borek, commander of the brigade, said the road was clear. The commander said two men had fled."
    assert rows(text)[1][0] == "The commander"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The health ministry said nine people died.", "official"),
        ("City police said nine people died.", "force"),
        ("The rebels said nine people died.", "party"),
        ("TASS reported that nine people died.", "agency"),
        ("Witnesses said nine people died.", "witness"),
        ("A source said nine people died.", "unnamed"),
        ("The charity said nine people died.", "organisation"),
        ("An analyst said nine people died.", "expert"),
        ("A video shows nine people running.", "document"),
        ("An army spokesman said nine people died.", "force"),
    ],
)
def test_types_of_sources(text: str, kind: str) -> None:
    assert attributed(text).statements[0].chain[-1].type == kind


def test_unnamed_sources_have_no_voice() -> None:
    assert voices("A source said nine people died.") == [None]


def test_what_is_denied_is_marked() -> None:
    (found,) = attributed("The ministry denied that any soldiers had died.").statements
    assert found.modality == "denied"


def test_in_order_to_orders_nobody() -> None:
    assert rows("Troops came in order to guard the port.") == []


WORDS = st.sampled_from(
    ["said", "the mayor", '"', "that", ",", ".", "police", "fled", "according to", "\n\n", "she", "“", "”"]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_spans_lie_in_the_text_whatever_it_says(text: str) -> None:
    found = attributed.__wrapped__(text)
    for one in found.statements:
        said = one.statement
        assert 0 <= one.start <= said.content_start < said.content_end <= one.end <= len(text)
        assert said.speaker is None or said.speaker == text[said.speaker_start : said.speaker_end]
        assert not said.content_start <= (said.cue_start or 0) < said.content_end
    for scope in found.scopes:
        assert 0 <= scope.start < scope.end <= len(text)
        assert scope.chain


def test_what_happens_is_no_source() -> None:
    text = "The monitoring group updated its toll for the strike on Torvik saying two more miners had died of burns."
    assert chain(text, "two more") == ["monitoring group"]


def test_whoever_is_named_beside_the_verb_is_its_source() -> None:
    text = "The mayor spoke, his aide saying the bridge fell."
    assert chain(text, "bridge") == ["his aide"]


def test_its_statement_is_the_owners() -> None:
    assert chain("The coalition condemned the raid, and its statement said two were hurt.", "two") == ["coalition"]
