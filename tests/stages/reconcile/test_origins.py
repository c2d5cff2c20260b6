"""An outlet that is cited and whose own report is among the texts vouches once."""

from rashomon.model.claim import Attribution, Claim, Event, Extracted
from rashomon.model.lineage import Voice
from rashomon.model.report import Report
from rashomon.stages.reconcile import with_text_voices

MORNING = Report(id="a", source="a", text="A ferry sank.", language="en", outlet="Orlin Press", published="2031-05-02")
EVENING = Report(id="b", source="b", text="It sank.", language="en", outlet="Orlin Press", published="2031-05-03")
CITING = Report(id="c", source="c", text="A ferry sank, Orlin Press reported.", language="en", outlet="Velm Herald")
TEXTS = [
    Voice(id="text-b", name="Orlin Press", kind="agency", reports=("b",)),
    Voice(id="text-a", name="Orlin Press", kind="agency", reports=("a",)),
    Voice(id="text-c", name="Velm Herald", kind="outlet", reports=("c",)),
]


def cited(name: str, kind: str | None) -> Extracted:
    link = Attribution(name=name, type=kind, voice="speaker", entity="ent", start=15, end=26)
    claim = Claim(
        id="claim", report="c", start=0, end=35, quote=CITING.text, kind="event", attribution=(link,), modality="asserted",
        event=Event(start=8, end=12, action="sank"),
    )  # fmt: skip
    speaker = Voice(id="speaker", name=name, kind="agency", reports=("c",), entity="ent")
    return Extracted(claims=(claim,), links=(), times=(), voices=(speaker,))


def voices_after(found: Extracted) -> tuple[str | None, tuple[Voice, ...]]:
    done = with_text_voices(found, [EVENING, CITING, MORNING], TEXTS)
    return done.claims[0].attribution[0].voice, done.voices


def test_a_cited_agency_speaks_with_the_voice_of_its_own_earliest_text() -> None:
    voice, rows = voices_after(cited("the Orlin Press", "agency"))
    assert voice == "text-a"
    assert rows == (Voice(id="text-a", name="the Orlin Press", kind="agency", reports=(), entity="ent"),)


def test_an_agency_without_a_text_of_its_own_stays_a_speaker() -> None:
    assert voices_after(cited("Kestrel Wire", "agency"))[0] == "speaker"


def test_only_media_are_their_texts() -> None:
    assert voices_after(cited("Orlin Press", "official"))[0] == "speaker"
