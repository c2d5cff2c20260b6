"""What was judged, and then contradicted by reports that came in: said in the record, in the list of judgements and in the news."""

from pathlib import Path

import pytest

from rashomon.casebook import Casebook, load, to_json
from rashomon.publish.listing import of_judgements
from rashomon.verify import verify

FIRST = {
    "quay.txt": "Nine sailors were killed when the ferry Halvorsund ran aground off Brekkoy on Tuesday, the coast guard said.",
    "pier.txt": "The ferry Halvorsund ran aground off Brekkoy. Nine sailors were killed, according to the harbour master, who spoke "
    "to reporters at the pier.",
}
LATER = {
    "navy.txt": "Fourteen sailors were killed when the ferry Halvorsund ran aground off Brekkoy on Tuesday, the navy said. The navy "
    "had taken over the search from the coast guard.",
    "union.txt": "Divers searched the wreck of the ferry Halvorsund off Brekkoy. Nine sailors were killed when it ran aground, a "
    "union leader said.",
}


def test_judgements_that_new_reports_contradict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in FIRST.items():
        (folder / name).write_text(text)
    book = Casebook(tmp_path / "home")
    book.add(folder)
    names = {row.id: Path(row.source).name for row in book.record().reports}
    nine = {names[claim.report]: claim.id for claim in book.record().claims if claim.kind == "figure"}
    confirmed = book.confirm(nine["quay.txt"], why="Said by the coast guard", by="ada")
    rejected = book.reject(nine["pier.txt"], why="Hearsay", by="ben")
    assert [each.flags for each in book.record().judgements] == [(), ()]
    since = book.judgements()[-1].judgement.when
    assert book.news(since).judgements == ()

    for name, text in LATER.items():
        (folder / name).write_text(text)
    book.add(folder)
    record = book.record()
    texts = {each.id: [(flag.kind, flag.text.split(".")[0]) for flag in each.flags] for each in record.judgements}
    assert texts == {
        confirmed.id: [("conflict", "Since then navy")],
        rejected.id: [("support", "Since then union")],
    }
    assert verify(load(to_json(record), "record")) == []
    logged = {row.judgement.id: row.flags for row in book.judgements()}
    assert logged == {each.id: each.flags for each in record.judgements}
    assert {row.judgement.id for row in book.news(since).judgements} == {confirmed.id, rejected.id}
    assert "! Since then union.txt carries what was rejected" in of_judgements(book.judgements())
    assert b"flags" not in book.export_judgements()
