"""Stories told in plain text, read from end to end as one story, and what is expected of their answers.

A file of cases holds blocks. `# name` opens one; `@id Outlet | published | Title` a report, its text on the lines below; `=> a "words" ~ b
"words": kinds; status …; support reports outlets texts speakers` what is expected of the two answers that hold those words ("same": one answer;
"apart": no finding holds both); `series a "words": standing | withdrawn | repeats` how the series has that claim.
"""

import json
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from rashomon.casebook import Casebook
from rashomon.model.identity import identify
from rashomon.model.record import Record
from rashomon.model.report import RawPage, Row
from rashomon.model.story import Story
from rashomon.pipeline import STAGES, Desk
from rashomon.verify import verify

_PAIR = re.compile(r'=> (\w+) "([^"]+)" ~ (\w+) "([^"]+)": ([\w,]+)(?:; status ([\w,]+))?(?:; support ([\d ]+))?$')
_SERIES = re.compile(r'series (\w+) "([^"]+)": (\w+)$')


@dataclass
class Case:
    """One happening and what is expected of it."""

    name: str
    reports: list[dict[str, str]] = field(default_factory=list)
    pairs: list[tuple[str | None, ...]] = field(default_factory=list)
    series: list[tuple[str, ...]] = field(default_factory=list)


def cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    found: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found.append(Case(line[2:].split()[0]))
        elif line.startswith("@"):
            head, published, title = (part.strip() for part in line[1:].split("|"))
            id, outlet = head.split(" ", 1)
            row = {"id": id, "outlet": outlet, "published": published, "title": title, "language": "en", "text": ""}
            found[-1].reports.append(row)
        elif line.startswith("=> "):
            match = _PAIR.match(line)
            assert match, line
            found[-1].pairs.append(match.groups())
        elif line.startswith("series "):
            match = _SERIES.match(line)
            assert match, line
            found[-1].series.append(match.groups())
        elif line.strip():
            found[-1].reports[-1]["text"] += line + "\n\n"
    return found


@cache
def _casebook() -> Casebook:
    return Casebook(None)


def read(case: Case) -> Record:
    """The record of the case's reports, taken as one story."""
    workshop = _casebook()._workshop(lambda stage, done, total: None)
    pages = tuple(_page(case.name, **row) for row in case.reports)
    desk = Desk(inputs=(f"{case.name}.jsonl",), pages=pages)
    for stage in STAGES:
        written = stage.work(desk, workshop) if stage.name != "stories" else {"stories": (_one(desk),)}
        desk = replace(desk, **written)
    assert desk.record is not None
    return desk.record


def _page(name: str, id: str, text: str, **fields: str) -> RawPage:
    return RawPage(source=f"{name}.jsonl#{id}", media="text", row=Row(**fields), text=text)


def _one(desk: Desk) -> Story:
    days = {report.id: report.published[:10] for report in desk.reports if report.published}
    ordered = sorted((report.id for report in desk.reports), key=lambda id: (days.get(id, ""), id))
    return Story(id=identify("sto1", *ordered), title="A happening", reports=tuple(ordered), days=days)


def faults(case: Case, record: Record) -> list[str]:
    """What is not as expected, in words."""
    found = [fault for pair in case.pairs for fault in _pair_faults(pair, record)]
    checked = verify(json.loads(msgspec.json.encode(record)))
    found += [f"verify: {discrepancy}" for discrepancy in checked]
    return found + [fault for row in case.series for fault in _series_faults(row, record)]


def claims_at(record: Record, report: str, words: str) -> set[str]:
    """Ids of the claims whose own words (of figure or event, else of all that was said) overlap the words."""
    row = next(row for row in record.reports if row.source.endswith(f"#{report}"))
    spans = [(m.start(), m.end()) for m in re.finditer(re.escape(words), row.text)]
    assert spans, words
    own = {c.id: (c.figure or c.event or c) for c in record.claims if c.report == row.id}
    return {id for id, part in own.items() for start, end in spans if part.start < end and start < part.end}


def _pair_faults(pair: tuple[str | None, ...], record: Record) -> list[str]:
    a, words, b, others, kinds, status, support = pair
    one, other = claims_at(record, str(a), str(words)), claims_at(record, str(b), str(others))
    label = f"“{words}” ~ “{others}”"
    if not one or not other:
        return [f"{label}: no claim"]
    found: list[tuple[str, Any]] = []
    for finding in (f for f in record.findings if f.kind != "statement"):
        left, right = ({i for i, x in enumerate(finding.answers) if set(x.claims) & ids} for ids in (one, other))
        found += [("same", finding)] * bool(left & right)
        found += [
            (r.kind, finding)
            for r in finding.relations
            if (r.a in left and r.b in right) or (r.a in right and r.b in left)
        ]
    wanted = str(kinds).split(",")
    seen = [kind for kind, _ in found] or ["apart"]
    if not set(wanted) & set(seen):
        whys = [f"{f.question} [{' | '.join(x.value for x in f.answers)}] {f.status}: {f.why}" for _, f in found]
        return [f"{label}: {seen} and not {wanted}. {whys}"]
    told = [finding for kind, finding in found if kind in wanted]
    faults = []
    if status and not any(f.status in status.split(",") for f in told):
        faults.append(f"{label}: status {[f.status for f in told]} and not {status}; {[f.why for f in told]}")
    if support:
        counts = [f"{s.reports} {s.outlets} {s.texts} {s.speakers}" for f in told for s in (f.support,)]
        faults += [f"{label}: support {counts} and not {support}"] if support not in counts else []
    return faults


def _series_faults(row: tuple[str, ...], record: Record) -> list[str]:
    report, words, wanted = row
    ids = claims_at(record, report, words)
    points = [point for f in record.findings for point in getattr(f, "series", ()) if point.claim in ids]
    seen = {"repeats" if p.repeats_withdrawn else "withdrawn" if p.withdrawn else "standing" for p in points}
    return [] if seen == {wanted} else [f"series {report} “{words}”: {seen or 'none'} and not {wanted}"]


def show(record: Record) -> str:
    """The findings as an editor would read them."""
    lines = []
    for f in record.findings:
        lines.append(f"[{f.group}] {f.question} — {f.status}: {f.why}")
        lines += [f"    {i} {x.value} {x.reports and len(x.reports)}" for i, x in enumerate(f.answers)]
        lines += [f"    {r.a}-{r.b} {r.kind}: {r.why}" for r in f.relations]
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    good = 0
    chosen = [
        case for case in cases(Path(sys.argv[1])) if len(sys.argv) < 3 or any(n in case.name for n in sys.argv[2:])
    ]
    for case in chosen:
        record = read(case)
        wrong = faults(case, record)
        good += not wrong
        print(f"{'ok  ' if not wrong else 'MISS'} {case.name}", *wrong, sep="\n     " if wrong else " ")
        if wrong and len(sys.argv) > 2:
            print(show(record))
            print(json.dumps([[c.kind, c.modality, c.quote[:90], c.figure and (c.figure.measure, c.figure.text, c.figure.counted), [a.name for a in c.attribution], c.event and (c.event.family, c.event.variant, [p.text for p in c.event.actors], [p.text for p in c.event.targets], [p.text for p in c.event.blamed])] for c in record.claims if c.kind != "statement"], indent=0, ensure_ascii=False).replace("\n", " ").replace("], [\"", "],\n [\""))  # fmt: skip
    print(f"{good} of {len(chosen)}")
