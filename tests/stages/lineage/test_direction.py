"""Who took from whom: what an editor would go by; all reports are invented."""

import pytest

from rashomon.model.lineage import CopyEdge
from rashomon.model.report import Credit, Report
from rashomon.stages.lineage.direction import direction_of, later_of
from rashomon.stages.lineage.evidence import gather, suppliers

QUAY = [
    "A crane fell onto the coal quay of Brekkoy on Tuesday and buried a lorry under its arm.",
    "Two dockers were taken to the hospital in Lysvik with broken legs, the harbour office said.",
    "The quay stays shut until engineers have looked at the other three cranes.",
    "A gust had been measured at the lighthouse a minute before.",
    "Ships wait in the roads, and the ferry to Lysvik leaves from the fish market.",
    "The cranes were bought from a yard in Tavastia eleven years ago and were to be replaced this autumn.",
]


def report(id: str, text: str, outlet: str = "", published: str | None = None, **more: object) -> Report:
    return Report(
        id=id, source=f"{id}.txt", text=text, language="en", outlet=outlet or None, published=published, **more
    )  # type: ignore[arg-type]


def edge(a: Report, b: Report, *common: str) -> CopyEdge:
    """The two reports with the given sentences in common."""
    passages = tuple(
        ((a.text.index(x), a.text.index(x) + len(x)), (b.text.index(x), b.text.index(x) + len(x))) for x in common
    )
    words = sum(len(x.split()) for x in common)
    return CopyEdge(
        a=a.id,
        b=b.id,
        share_a=min(1.0, words / len(a.text.split())),
        share_b=min(1.0, words / len(b.text.split())),
        passages=passages,
    )


def turned(a: Report, b: Report, *common: str, others: tuple[Report, ...] = ()) -> tuple[str, str, str]:
    """Who took from whom, and how sure that is."""
    found = direction_of(gather(a, b, edge(a, b, *common), suppliers([a, b, *others])))
    return found[:3]


def test_words_given_under_a_papers_name_are_that_papers() -> None:
    own = "A colleague has the details. As Jorun Halle writes in the Coast Post:"
    quoting = report(
        "a",
        f"{own}\n\n{' '.join(QUAY[:3])}",
        credits=(Credit(name="Coast Post", start=own.index("Coast"), end=own.index("Coast") + 10),),
    )
    plain = report("b", " ".join(QUAY[:4]))
    assert turned(quoting, plain, " ".join(QUAY[:3])) == ("a", "b", "likely")


def test_a_credit_inside_the_common_words_tells_nothing() -> None:
    told = "The harbour master told the Coast Post that he had warned of the wind."
    texts = [" ".join([QUAY[0], told]), " ".join([QUAY[0], told, QUAY[3]])]
    a, b = (
        report(id, text, credits=(Credit(name="Coast Post", start=text.index("Coast"), end=text.index("Coast") + 10),))
        for id, text in zip("ab", texts, strict=True)
    )
    assert turned(a, b, texts[0])[2] == "undetermined"


def test_an_institutions_own_page_comes_before_a_wrong_clock() -> None:
    page = report("a", " ".join(QUAY[:4]), "news.brekkoy.ac.uk", "2031-06-09", url="https://news.brekkoy.ac.uk/crane")
    paper = report("b", f"{' '.join(QUAY[:4])} The wind was measured by Brekkoy students.", "Fjord Times", "2031-06-02")
    assert turned(page, paper, " ".join(QUAY[:4])) == ("b", "a", "likely")


def test_the_page_of_an_agency_that_others_credit_is_the_origin_of_an_undated_copy() -> None:
    others = tuple(report(f"o{i}", "", f"Paper {i}", credits=(Credit(name="Kelling Wire"),)) for i in range(3))
    wire, copy = report("a", " ".join(QUAY), "Kelling Wire"), report("z", " ".join(QUAY), "Fjord Times", "2031-06-03")
    assert turned(wire, copy, " ".join(QUAY), others=others) == ("z", "a", "likely")
    assert turned(wire, copy, " ".join(QUAY))[2] == "undetermined"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Two dockers were hurt.", "Four dockers were hurt."),
        ("The docker, 31, is in hospital.", "The docker, 31, has since died."),
        ("Police look for the driver.", "The driver, identified as Ola Brandt, was found."),
        (
            "The quay stays shut.",
            "The quay stays shut. Ships wait in the roads until the wind has gone down on Friday.",
        ),
    ],
)
def test_a_newsroom_adds_what_became_known_later(first: str, second: str) -> None:
    first, second = (text.replace("Two dockers", "2 dockers").replace("Four", "4") for text in (first, second))
    a, b = (report(id, f"{' '.join(QUAY[2:5])} {text}", "Coast Post") for id, text in (("z", first), ("a", second)))
    shared = edge(a, b, " ".join(QUAY[2:5]))
    if "2 dockers" in first:
        spans = ((0, len(a.text)), (0, len(b.text)))
        shared = CopyEdge(a="z", b="a", share_a=0.97, share_b=0.97, passages=(spans,))
    elif "Ships wait in the roads until" in second:
        shared = CopyEdge(a="z", b="a", share_a=1.0, share_b=0.8, passages=shared.passages)
    assert direction_of(gather(a, b, shared))[:3] == ("a", "z", "likely")


def test_a_headline_that_says_update_is_the_later_version() -> None:
    a = report("a", " ".join(QUAY[:4]), "Coast Post", title="UPDATE: Crane falls onto quay")
    b = report("b", " ".join(QUAY[:4]), "Coast Post", "2031-06-03", title="Crane falls onto quay")
    assert turned(a, b, " ".join(QUAY[:4])) == ("a", "b", "known")


def test_what_ends_early_was_cut() -> None:
    whole, cut = report("a", " ".join(QUAY), "Coast Post"), report("z", " ".join(QUAY[:4]), "Fjord Times")
    assert turned(whole, cut, " ".join(QUAY[:4])) == ("z", "a", "likely")


def test_where_nothing_tells_the_reason_is_given_in_words() -> None:
    a, b = report("a", " ".join(QUAY), "Coast Post"), report("b", " ".join(QUAY), "Fjord Times", "2031-06-03")
    derived, origin, sure, why = direction_of(gather(a, b, edge(a, b, " ".join(QUAY))))
    assert (derived, origin, sure) == ("b", "a", "undetermined")
    assert why == "neither credits the other, and Coast Post is undated"


def test_midnight_is_a_day_without_an_hour() -> None:
    day, hour = report("a", "", "", "2031-06-03T00:00:00"), report("b", "", "", "2031-06-03T11:52:22")
    assert later_of(day, hour) is None
    assert later_of(day, report("c", "", "", "2031-06-02T23:00:00")) is day


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("https://post.example/news/crane-falls-380198791.html", "https://post.example/news/crane-fell-380339301.html"),
        ("https://web.archive.org/web/20310507/https://post.example:80/story/29587701/crane", "https://post.example/story/29591047/crane"),
    ],
)  # fmt: skip
def test_of_one_day_the_greater_story_number_is_the_later(earlier: str, later: str) -> None:
    first = report("z", " ".join(QUAY), "Coast Post", "2031-05-06", url=earlier)
    second = report("a", " ".join(QUAY[1:]), "Coast Post", "2031-05-06", url=later)
    assert turned(first, second, *QUAY[1:]) == ("a", "z", "likely")


def test_a_day_in_the_address_is_no_story_number() -> None:
    first = report("z", " ".join(QUAY[:4]), "Coast Post", "2031-05-06", url="https://post.example/20310506/crane")
    second = report("a", " ".join(QUAY[2:]), "Coast Post", "2031-05-06", url="https://post.example/20310507/crane")
    assert turned(first, second, *QUAY[2:4])[2] == "undetermined"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Tuesday, May 6, 2031; 11:00 AM {}", "Tuesday, May 6, 2031; 9:16 PM {}"),
        ("{} Updated: May 6, 2031 - 3:25 PM", "{} Updated: May 6, 2031 - 3:44 PM"),
        ("LYSVIK {}", "(Adds the harbour office, paragraph 2) LYSVIK {}"),
        ("{} By 10am two lorries were free.", "{} By 2.30 pm all lorries were free."),
        ("The harbour office will decide whether the quay is shut. {}", "The harbour office has ordered the quay shut. {}"),
    ],
)  # fmt: skip
def test_stamps_hours_and_what_is_done_tell_the_later_of_one_day(earlier: str, later: str) -> None:
    first = report("z", earlier.format(" ".join(QUAY[:5])), "Coast Post", "2031-05-06")
    second = report("a", later.format(" ".join(QUAY[1:])), "Coast Post", "2031-05-06")
    assert turned(first, second, *QUAY[1:5])[:2] == ("a", "z")


def test_an_update_line_with_the_others_headline_leads_to_the_later_story() -> None:
    first = report(
        "z", f"{QUAY[0]}\n\nUPDATE: Harbour office shuts the coal quay\n\n{' '.join(QUAY[1:])}", "Coast Post"
    )
    second = report("a", " ".join(QUAY[1:]), "Coast Post", title="Harbour office shuts the coal quay")
    assert turned(first, second, *QUAY[1:])[:2] == ("a", "z")


def test_an_old_page_that_was_mended_does_not_come_after_what_a_later_day_printed() -> None:
    first = report("z", f"Update (May 27) -- A name was mended. {' '.join(QUAY)}", "Coast Post", "2031-05-06")
    second = report("a", " ".join(QUAY[1:]), "Coast Post", "2031-05-27")
    assert turned(first, second, *QUAY[1:])[:2] == ("a", "z")
