"""What many reports have and nobody took from anybody is told apart and named; all reports are invented."""

import pytest

from rashomon.model.lineage import Stock, Traced
from rashomon.model.report import Report
from rashomon.stages.lineage import english_stock
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.stock import set_aside, spans_aside
from rashomon.stages.lineage.trace import trace

PACT = "The Sound Pact includes Norland, Estmark, Vesterholm, Karelund and Tavastia."
SEAT = "The Sound Pact was founded in 1987 and has its seat in Karelund."


def report(id: str, text: str, outlet: str = "", published: str | None = None) -> Report:
    return Report(id=id, source=f"{id}.txt", text=text, language="en", outlet=outlet or None, published=published)


def stock_of(*reports: Report) -> tuple[Stock, ...]:
    return set_aside(reports, [fingerprint(each) for each in reports], [sketch(each) for each in reports])


def traced(*reports: Report) -> Traced:
    prints, sketches = [fingerprint(each) for each in reports], [sketch(each) for each in reports]
    stock = set_aside(reports, prints, sketches)
    return trace(reports, sketches, compare(reports, prints, sketches, stock=stock), stock=stock)


SUMMIT = (
    report("a", f"Ministers of the pact met in Karelund on Monday over cod quotas. {PACT} They parted without a deal after six hours.", "Coast Post", "2031-05-06"),
    report("b", f"Envoys left the Karelund talks on cod in anger late on Monday. {PACT} Fishermen blocked the harbour mouth with their boats.", "Fjord Times", "2031-05-06"),
    report("c", f"Cod is getting dear, and Karelund could not help it. {PACT} A kilo now costs twice what it did in spring.", "Market Daily", "2031-05-07"),
)  # fmt: skip


def test_a_standing_paragraph_of_three_outlets_is_background_and_no_copying() -> None:
    found = traced(*SUMMIT)
    assert found.rows == ()
    (stock,) = found.stock
    assert (stock.kind, stock.text) == ("background", PACT)
    texts = {each.id: each.text for each in SUMMIT}
    assert [texts[place.report][place.start : place.end] for place in stock.spans] == [PACT] * 3
    assert "3 outlets" in stock.why


def test_a_standing_paragraph_that_goes_along_with_a_copy_is_part_of_it() -> None:
    copies = [report(each, SUMMIT[0].text, outlet, "2031-05-06") for each, outlet in (("b", "Fjord Times"), ("c", "Market Daily"))]  # fmt: skip
    found = traced(SUMMIT[0], *copies)
    assert found.stock == ()
    assert {row.kind for row in found.rows} == {"copy"}


def test_background_of_two_sentences_has_the_neighbours_of_the_paragraph() -> None:
    found = stock_of(
        *(report(r.id, r.text.replace(PACT, f"{PACT} {SEAT}"), r.outlet or "", r.published) for r in SUMMIT)
    )
    assert {(each.kind, each.text) for each in found} == {("background", PACT), ("background", SEAT)}


def test_background_days_apart_needs_two_reports_only() -> None:
    later = report("b", SUMMIT[1].text, "Coast Post", "2031-05-12")
    (stock,) = stock_of(SUMMIT[0], later)
    assert stock.kind == "background"
    assert "6 days apart" in stock.why


def test_a_sentence_of_news_is_never_background_however_many_have_it() -> None:
    news = "The Sound Pact said on Monday that it would send inspectors to every harbour."
    assert stock_of(*(report(r.id, r.text.replace(PACT, news), r.outlet or "", r.published) for r in SUMMIT)) == ()


def test_a_line_in_reports_of_unlike_matter_is_a_footer() -> None:
    line = "The Lantern has told the truth of this valley since it was a village."
    matter = (
        "Ilda Morven won the chess title of Brekkoy after eleven rounds. Her rival Otto Sand shook her hand.",
        "A barn of Petter Lund burned down near Hasselvik. Nobody could say why the dogs had been silent.",
        "The mayor of Tindra, Jorun Falk, opened the new swimming bath. Children jumped in before he ended.",
        "Snow closed the Grimpass for lorries. Drivers slept in the hall of the school of Nedre Voll.",
    )
    (stock,) = stock_of(*(report(str(n), f"{text} {line}", "The Lantern") for n, text in enumerate(matter)))
    assert (stock.kind, stock.text, len(stock.spans)) == ("footer", line, 4)
    assert "unlike matter" in stock.why


def test_what_the_page_prints_under_each_picture_is_a_caption() -> None:
    under = "Rescuers search the slope above Nedre Voll for two missing skiers at dawn."
    (stock,) = stock_of(
        report("a", f"{under} One of four. {under} Two of four. {under} The search began at six.", "The Lantern")
    )
    assert (stock.kind, len(stock.spans)) == ("caption", 3)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sign up for our morning newsletter and never be late again.", "newsletter"),
        ("Get breaking news delivered straight to your inbox.", "newsletter"),
        ("Follow the Lantern on Twitter.", "newsletter"),
        ("This story was first published by the Norlandic Wire.", "credit"),
        ("With reporting by Norlandic Wire.", "credit"),
        ("(Additional reporting by Ola Brandt; editing by Jorun Falk)", "credit"),
        ("Copyright 2031 The Lantern.", "footer"),
        ("All rights reserved.", "footer"),
        ("This material may not be published, broadcast or rewritten.", "footer"),
        ("(Lantern Photo)", "caption"),
        ("FILE - In this May 3 photo, a ferry leaves Brekkoy.", "caption"),
        ("Contact Jorun Falk: jfalk@lantern.example or 313-555-0147.", "contact"),
        ("Call Lantern reporter Ola Brandt at (317) 555-0110.", "contact"),
        ("Have a question or comment about a news story?", "contact"),
        ("Letters for publication should be sent to: letters@lantern.example", "contact"),
        ("Stay with Channel 9 for updates.", "promotion"),
        ("Keep checking Lantern9.com for real-time updates on this story.", "promotion"),
        ("To get alerts for snow, grab the free Lantern Weather App.", "promotion"),
        ("You need the latest version of the Adobe Flash Player to view the video.", "promotion"),
        ("Explore all of our ferry graphics to see the channel.", "promotion"),
        ("Rescuers search the slope – photos The army joins the search above Nedre Voll.", "promotion"),
        ("Click to share on WhatsApp (Opens in new window)", "form"),
        ("Please verify you're not a robot by clicking the box.", "form"),
        ("Read or Share this story: https://lantern.example/1a2b", "form"),
    ],
)
def test_furniture_is_known_by_its_wording(sentence: str, kind: str) -> None:
    found = english_stock.furniture(sentence)
    assert found is not None and found[0] == kind
    assert any(sign in sentence.casefold() for sign in english_stock.signs(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The paper was published by the academy after two years of delay.",
        "Residents first reported the smell to the fire brigade at noon.",
        "He follows the herd on foot.",
        "The photo shows a ferry on a sandbank.",
        "The city registers every dog.",
        "Police said the suspect signed up for the navy in March.",
        "Soldiers were seen in the village again.",
        "The mayor asked the captain to stay with the ferry until noon.",
        "The reporter who had found the letters left the town.",
        "He told the coast guard to contact the ferry line.",
        "“Stay with Channel 9 for the latest,” the speaker shouted, and the screen went black.",
        "Anyone with information is asked to call Detective Ola Brandt at 313-555-0147.",
    ],
)
def test_a_sentence_of_the_report_is_no_furniture(sentence: str) -> None:
    assert english_stock.furniture(sentence) is None


@pytest.mark.parametrize(
    "sentence", [PACT, SEAT, "Brekkoy is a fishing town of 4,000 people.", "The FNL consists of nine armed groups."]
)
def test_what_something_is_is_timeless(sentence: str) -> None:
    assert english_stock.is_timeless(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact includes five states, its secretary said on Monday.",
        "Brekkoy is a town in mourning today.",
        "But there is an opening for talks.",
        "The dead are a couple from Brekkoy.",
    ],
)
def test_news_is_not_timeless(sentence: str) -> None:
    assert not english_stock.is_timeless(sentence)


def test_stock_is_the_same_in_any_order_and_lies_in_its_texts() -> None:
    forth, back = stock_of(*SUMMIT), stock_of(*reversed(SUMMIT))
    assert forth == back
    texts = {each.id: each.text for each in SUMMIT}
    for key, spans in spans_aside(forth).items():
        assert all(0 <= start < end <= len(texts[key]) for start, end in spans)


def test_no_reports_and_empty_reports_have_no_stock() -> None:
    assert stock_of() == ()
    assert stock_of(report("a", ""), report("b", " ")) == ()


def test_a_report_that_is_little_but_stock_is_said() -> None:
    lines = (
        "Subscribe to our newsletter for the morning's headlines. All rights reserved. Copyright 2031 Coast Post Media."
    )
    found = traced(
        report("a", f"Fog. {lines}", "Coast Post", "2031-05-06"),
        report("d", f"Cod. {lines}", "Coast Post", "2031-05-07"),
        *SUMMIT[1:],
    )
    assert [(problem.report, problem.code) for problem in found.problems] == [
        ("a", "mostly-stock"),
        ("d", "mostly-stock"),
    ]
