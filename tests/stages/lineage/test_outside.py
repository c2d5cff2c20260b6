"""Which words of a report go back to an outlet that is not among the reports; all reports are invented."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.lineage import Lineage
from rashomon.model.report import Credit, Report
from rashomon.stages.lineage.outside import outside_rows
from rashomon.stages.lineage.scope import of_a_picture, place, told_under
from rashomon.text.segment import sentences


def crediting(text: str, *names: str) -> Report:
    spots = [(name, at) for name in names for at in range(len(text)) if text.startswith(name, at)]
    credits = tuple(Credit(name=name, start=at, end=at + len(name)) for name, at in spots)
    return Report(id="a", source="a.txt", text=text, language="en", outlet="Coast Post", credits=credits)


def under(row: Lineage, text: str) -> str:
    return " ".join(text[slice(*passage.derived)] for passage in row.passages)


def test_sentences_under_an_agencys_name_go_back_to_it() -> None:
    text = (
        "The harbour of Lysvik is quiet. Three ships will unload on Friday, Norlandic Wire reports. Our reporter saw none. "
        "The pilot is from Tavastia, according to Norlandic Wire. The town has painted its benches, and the band rehearses "
        "in the fish market, where the stalls are empty at this time of the year."
    )
    (row,) = outside_rows(crediting(text, "Norlandic Wire"))
    assert (row.origin, row.origin_name, row.kind, row.direction) == (None, "Norlandic Wire", "excerpt", "known")
    assert under(row, text).startswith("Three ships") and "Our reporter" not in under(row, text)
    assert "Tavastia" in under(row, text) and "2 sentences" in row.why


def test_an_interview_goes_on_while_a_pronoun_speaks() -> None:
    text = (
        'The pilot told the Evening Mail that he "saw no light". "We waited," he added. He said he would sail again. '
        "The harbour office keeps silent."
    )
    (row,) = outside_rows(crediting(text, "Evening Mail"))
    assert (row.kind, row.assumed) == ("rewrite", True)
    assert under(row, text).endswith("He said he would sail again.")


def test_a_sentence_that_points_back_gives_the_one_before() -> None:
    text = "It rains. Three ships will unload on Friday. That is what Norlandic Wire reported. The town hopes for more."
    (row,) = outside_rows(crediting(text, "Norlandic Wire"))
    assert under(row, text) == "Three ships will unload on Friday. That is what Norlandic Wire reported."


def test_what_follows_a_colon_is_announced_by_it() -> None:
    text = "It rains. Norlandic Wire reported:\n\nThree ships will unload on Friday.\n\nThe town hopes for more."
    cut = tuple(sentences(text))
    spans = told_under(text, cut, text.index("Norlandic"))
    assert [text[slice(*span)] for span in spans][-1] == "Three ships will unload on Friday."


def test_a_credit_that_lists_two_agencies_is_for_the_whole_text() -> None:
    report = crediting(
        "Three ships will unload on Friday.\n\nWith agencies: Norlandic Wire and Sund Press.",
        "Norlandic Wire",
        "Sund Press",
    )
    assert [place(report, credit) for credit in report.credits] == ["at its foot", "at its foot"]
    assert {(row.origin_name, row.kind) for row in outside_rows(report)} == {
        ("Norlandic Wire", "copy"),
        ("Sund Press", "copy"),
    }


def test_a_dateline_with_a_shortened_county_is_one() -> None:
    report = crediting("LYSVIK, Tav. (Norlandic Wire) - Three ships will unload on Friday.", "Norlandic Wire")
    assert place(report, report.credits[0]) == "in its dateline"


def test_a_photographers_agency_is_no_origin() -> None:
    text = "Three ships in the roads (Ada Lorne, File/Norlandic Wire) wait for the pilot."
    report = crediting(text, "Norlandic Wire")
    assert of_a_picture(text, text.index("Norlandic"), text.index(") wait"))
    assert outside_rows(report) == []


@given(st.text(alphabet='ab. "“”:\n', max_size=300), st.integers(0, 300))
def test_the_words_under_a_name_lie_in_the_text_and_meet_it(text: str, start: int) -> None:
    cut = tuple(sentences(text))
    spans = told_under(text, cut, start)
    assert spans == sorted(spans) and set(spans) <= set(cut)
    if any(low <= start < high for low, high in cut):
        assert any(low <= start < high for low, high in spans)
