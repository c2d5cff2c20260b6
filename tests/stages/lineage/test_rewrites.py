"""Rewrites, merged texts and the voices they speak with; all reports are invented."""

from rashomon.model.lineage import Lineage, Traced
from rashomon.model.report import Credit, Report
from rashomon.stages.lineage.compare import compare
from rashomon.stages.lineage.fingerprint import fingerprint
from rashomon.stages.lineage.sketch import sketch
from rashomon.stages.lineage.trace import trace

MINE = [
    "Seven miners were brought up alive from the Hedvig pit near Storvik on Friday, 52 hours after a shaft had caved in.",
    "Rescuers from Aldmoor drilled a second bore of 140 metres beside the flooded lift, engineer Signe Roos said.",
    "Two of the men, the brothers Pal and Jon Ekeland, lay in the clinic of Storvik with crushed hands.",
    "The company Norit had shut the pit in 2029 over gas and opened it again in March under a new manager.",
    "Prosecutor Edda Lunde has taken the logbooks and wants to hear 30 witnesses before the summer.",
    "Bakers on Kirk Street handed out 600 loaves while families waited by the gate.",
    "The pit will stay closed until an inspector from Tavastia has walked every gallery.",
]
RETOLD = [
    "On Friday the Hedvig pit at Storvik gave back seven miners, all living, whom its shaft had buried 52 hours before.",
    "Aldmoor's crew reached them by another bore, 140 metres deep, drilled next to a lift under water, according to Signe Roos.",
    "Crushed hands keep Pal and Jon Ekeland, brothers, in the Storvik clinic.",
    "Gas had led Norit to close the pit in 2029; since March a new manager ran it.",
    "30 witnesses are to be heard before summer by prosecutor Edda Lunde, who holds the logbooks.",
    "Families at the gate ate loaves from the bakers of Kirk Street, 600 of them.",
    "An inspector out of Tavastia must walk every gallery until the pit may open.",
]
FAIR = [
    "The autumn fair of Lysvik drew 9,000 visitors on its first day, more than in any year since the war.",
    "A brown bull named Torsten won the ribbon for cattle, and his breeder wept into her cap.",
    "Police counted four stolen purses and a goat that had eaten a tax return.",
    "The wheel stood still for an hour because a swallow had nested in its motor.",
    "On Sunday the choir of the cannery sings beside the old weighing house.",
]


def report(id: str, text: str, outlet: str, published: str | None = None, *credited: str) -> Report:
    credits = tuple(Credit(name=c, start=text.index(c), end=text.index(c) + len(c)) for c in credited)
    return Report(
        id=id, source=f"{id}.txt", text=text, language="en", outlet=outlet, published=published, credits=credits
    )


def traced(*reports: Report) -> Traced:
    sketches = [sketch(each) for each in reports]
    return trace(reports, sketches, compare(reports, [fingerprint(each) for each in reports], sketches))


def between(found: Traced) -> dict[tuple[str, str], Lineage]:
    return {(row.derived, row.origin): row for row in found.rows if row.origin}


def test_the_same_particulars_in_the_same_order_are_a_rewrite_without_a_credit() -> None:
    first, again = report("a", " ".join(MINE), "Moor Mail", "2031-06-07"), report("b", " ".join(RETOLD), "Sund Herald")
    found = traced(first, again)
    row = between(found)["b", "a"]
    assert (row.kind, row.direction, row.assumed) == ("rewrite", "undetermined", True)
    assert "credits nobody" in row.why
    assert len(found.voices) == 1


def test_other_particulars_of_one_happening_are_no_rewrite() -> None:
    own = (
        "Storvik rang its bells on Friday when seven miners left the Hedvig pit. Signe Roos, who had led the drilling, "
        "slept in her van. A widow from the next street recalled the fire of 1998, in which her father died. The mayor "
        "asked for a day without speeches. Ice cream was free."
    )
    assert not between(traced(report("a", " ".join(MINE), "Moor Mail"), report("b", own, "Sund Herald")))


def test_a_credit_for_a_lifted_sentence_is_not_for_the_whole_report() -> None:
    own = (
        "Seven men came home to Storvik from the Hedvig pit. Signe Roos had drilled for two days. A widow recalled the "
        "fire of 1998. The mayor asked for a day without speeches. According to Moor Mail: "
    )
    lifting = report("b", f"{own}{MINE[4]} {MINE[5]} Ice cream was free.", "Sund Herald", "2031-06-08", "Moor Mail")
    found = traced(report("a", " ".join(MINE), "Moor Mail", "2031-06-07"), lifting)
    assert between(found)["b", "a"].kind == "excerpt"
    assert found.voice_of["a"] != found.voice_of["b"]


def test_an_outlet_named_at_the_head_of_a_sentence_is_named() -> None:
    text = " ".join([*RETOLD[:2], "Moor Mail was the first to report it.", *RETOLD[2:5]])
    found = traced(
        report("a", " ".join(MINE), "Moor Mail", "2031-06-07"), report("b", text, "Sund Herald", "2031-06-08")
    )
    row = between(found)["b", "a"]
    assert (row.kind, row.direction, row.assumed) == ("rewrite", "likely", True)


def test_a_report_merged_from_two_texts_does_not_make_them_one() -> None:
    mine = report("a", " ".join(MINE), "Moor Mail", "2031-06-07T08:00+00:00")
    fair = report("b", " ".join(FAIR), "Fjord Press", "2031-06-07T09:00+00:00")
    text = " ".join([*MINE[:5], *FAIR[:4]]) + "\n\nWith agencies: Moor Mail, Fjord Press."
    merged = report("c", text, "Sund Herald", "2031-06-07T20:00+00:00", "Moor Mail", "Fjord Press")
    copies = [
        report("d", " ".join(FAIR[:4]), "Lysvik Star", "2031-06-07T10:00+00:00"),
        report("e", " ".join(MINE[:6]), "Aldmoor Star", "2031-06-07T10:00+00:00"),
    ]
    found = traced(mine, fair, merged, *copies)
    assert {between(found)["c", "a"].kind, between(found)["c", "b"].kind} == {"excerpt"}
    assert found.voice_of["c"] == found.voice_of["a"] == found.voice_of["e"]
    assert found.voice_of["b"] == found.voice_of["d"] != found.voice_of["a"]


def test_a_text_edited_hard_and_credited_as_a_whole_is_a_copy() -> None:
    edited = [MINE[0], "Rescue teams had bored a hole.", *MINE[2:5], "Loaves were given away, and the gate was full."]
    text = " ".join(edited) + "\n\nSource: Moor Mail"
    copy = report("b", text, "Sund Herald", "2031-06-08", "Moor Mail")
    row = between(traced(report("a", " ".join(MINE), "Moor Mail", "2031-06-07"), copy))["b", "a"]
    assert (row.kind, row.direction) == ("copy", "known")
