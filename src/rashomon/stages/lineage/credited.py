"""Rewrites that share few words with their origin: told by a credit and by the same names, numbers and matter."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from rashomon.model.lineage import Lineage, Passage, Sketch
from rashomon.model.report import Report
from rashomon.stages.lineage.body import Body, body
from rashomon.stages.lineage.direction import later_of
from rashomon.stages.lineage.evidence import outlet_key
from rashomon.stages.lineage.house import outlet_name, plain_name
from rashomon.stages.lineage.nearness import Likeness
from rashomon.stages.lineage.retelling import Retelling, retelling
from rashomon.stages.lineage.scope import place, told_under
from rashomon.stages.lineage.settings import Settings
from rashomon.stages.lineage.spans import Span, covered, joined, length
from rashomon.text.align import shared_runs
from rashomon.text.normalize import words
from rashomon.text.segment import sentences

_PECULIAR = 4  # names, numbers and words that the two have and hardly a stranger has; two of one happening have a few
_HELD = 0.2  # share of the strangers who tell of one happening; what more of them have is the happening's
_NEAREST = 0.75  # of the likeness to the likest unrelated report: an origin is not less like than a stranger
_SMALL = 0.35  # share of the derived report up to which a row of common words does not say all: the rest may be retold
_FACTS = 0.45  # share of a retelling's names and numbers that its origin has; a stranger's report has a third of them
_VERBATIM = 0.9  # likeness of two printings of one text
_ORDER = 0.75  # share of the retold sentences that keep their order; chance gives a half
_LIKEST = 5  # reports of the credited outlet that are read sentence by sentence
_LIFTED = 0.75  # share of a sentence given under an outlet's name that stands in its report word by word, to be lifted
_CAPITALS = re.compile(r"\b[^\W\d_a-z][\w'’-]*(?:[ ][^\W\d_a-z][\w'’-]*)+")
_LONGEST_RUN = 8  # words; a longer run of capitals is a headline
_NAMINGS = 12  # places where an outlet is named; more of them say no more
_STRANGERS = 60  # reports of the same happening that are asked what everybody tells


class Found(NamedTuple):
    """A report, the origin found for it, how like they are (0–1), what is told again, whether the credit is sure, and
    the share (0–1) of the report's names and numbers that the origin has."""

    report: Report
    origin: Report
    likeness: float
    told: Retelling
    sure: bool
    facts: float
    half: float

    @property
    def one_text(self) -> bool:
        """Whether so much is told again that the two speak with one voice (contract: half): of the words, or of the
        facts, where each sentence has other words."""
        return max(self.told.share, self.facts) >= self.half


class Shelf:
    """The reports by outlet, how like they are, and their bodies where asked for."""

    def __init__(
        self, reports: Sequence[Report], sketches: Sequence[Sketch], known: Iterable[Lineage], settings: Settings
    ) -> None:
        self.reports = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
        self.likeness = Likeness(sketches)
        self.settings = settings
        self.outlet = {report.id: outlet_key(outlet_name(report)) for report in reports}
        self.outlets = set(self.outlet.values())
        self.linked: dict[str, set[str]] = defaultdict(set)
        for row in known:
            if row.origin and (row.share >= _SMALL or row.kind not in {"excerpt", "relay"}):
                self.linked[row.derived].add(row.origin)
                self.linked[row.origin].add(row.derived)
        self._bodies: dict[str, Body] = {}
        self._named: dict[str, Mapping[str, bool]] = {}

    @cached_property
    def _heaviest(self) -> float:
        return max(self.likeness.weights.values(), default=1.0)

    def named_by(self, report: Report) -> Mapping[str, bool]:
        """Outlets of the reports that this one names, by key: True where it credits them, False where its text has
        their name of two words or more ("As writes Meridian Wire")."""
        if report.id not in self._named:
            credits = {outlet_key(credit.name) for credit in report.credits}
            self._named[report.id] = {name: name in credits for name in (credits | _spoken(report.text)) & self.outlets}
        return self._named[report.id]

    def body(self, report: Report) -> Body:
        if report.id not in self._bodies:
            self._bodies[report.id] = body(report.text, tuple(sentences(report.text)))
        return self._bodies[report.id]

    def retold(self, report: Report, origin: Report) -> Retelling:
        left, right = self.body(report), self.body(origin)
        found = {*left.stems, *right.stems} - {""}
        weights = {each: self.likeness.weights.get(f"t:{each}", self._heaviest) for each in found}
        return retelling(left, right, weights, self.settings.retold)

    def held(self, report: Report, origin: Report) -> float:
        """Share of the report's names and numbers that the origin has."""
        facts = self._facts(report)
        return round(len(facts & self._facts(origin)) / len(facts), 4) if facts else 0.0

    def _facts(self, report: Report) -> set[str]:
        """Names, word by word, and numbers."""
        sketch = self.likeness.sketch(report.id)
        return {name for name in sketch.names if " " not in name} | set(sketch.numerals)


def _spoken(text: str) -> set[str]:
    """Names of two words or more that a text has, fit to compare: each stretch of its runs of capitalised words."""
    found = set()
    for run in {match.group() for match in _CAPITALS.finditer(text)}:
        parts = run.split()[:_LONGEST_RUN]
        found |= {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 2, len(parts) + 1)}
    return {plain_name(name) for name in found}


def credited_rewrites(shelf: Shelf) -> list[Found]:
    """What was found for each report that names the outlet of an earlier report of like matter and tells that matter again.

    The likest report of the outlet is taken. Where a row of more than a few common words leads there already, that says
    it better; so it does where the words that the report gives under the outlet's name are those common words.
    """
    return [found for report in shelf.reports.values() for found in _found(report, shelf)]


def _found(report: Report, shelf: Shelf) -> Iterator[Found]:
    own = shelf.outlet[report.id]
    linked = {shelf.outlet[other] for other in shelf.linked.get(report.id, ())}
    named = {name: sure for name, sure in shelf.named_by(report).items() if name != own and name not in linked}
    if not named:
        return
    near = shelf.likeness.near(report.id, shelf.settings.near)
    for name, sure in sorted(named.items()):
        others = [shelf.reports[other] for other in near if shelf.outlet[other] == name]
        fit = [other for other in others if later_of(report, other) is not other][:_LIKEST]
        scored = sorted(((shelf.likeness.of(report.id, other.id), other.id, other) for other in fit), reverse=True)
        others_tell = strangers(report, near, name, shelf)
        for likeness, _, origin in scored:
            if not shelf.settings.rewritten <= likeness < _VERBATIM:
                continue
            if _explained(report, origin, shelf):
                break
            told = shelf.retold(report, origin)
            if _afresh(report, origin, told, shelf) and tells_its_matter(report, origin, others_tell, shelf):
                yield Found(report, origin, likeness, told, sure, shelf.held(report, origin), shelf.settings.half)
                break


def _afresh(report: Report, origin: Report, told: Retelling, shelf: Shelf) -> bool:
    """Whether enough is told again, in order, beside the sentences that are taken over word by word."""
    if told.order < _ORDER:
        return False
    text = shelf.body(report)
    runs = shared_runs(text.words.forms, shelf.body(origin).words.forms, shelf.settings.anchor)
    lifted = joined(text.span(run.a, run.a + run.size) for run in runs)
    fresh = [mine for mine, _ in told.passages if 2 * covered([mine], lifted) < length([mine])]
    return length(fresh) >= shelf.settings.retelling * len(report.text)


def _explained(report: Report, origin: Report, shelf: Shelf) -> bool:
    """Whether the words that the report gives under the outlet's name are the origin's own: then the credit is for those
    words alone, not for the whole report."""
    text, theirs = shelf.body(report), shelf.body(origin).words.forms
    for start, end in _namings(report, origin):
        for span in told_under(report.text, text.cut, start):
            first, last = text.words.between(*span)
            own = text.words.forms[first:last]
            same = sum(run.size for run in shared_runs(own, theirs, shelf.settings.seed))
            if same >= shelf.settings.run and same >= _LIFTED * (len(own) - len(words(report.text[start:end]).forms)):
                return True
    return False


def _namings(report: Report, origin: Report) -> list[Span]:
    """Where the report names the origin's outlet, outside a line for the whole text."""
    name, key = outlet_name(origin), outlet_key(outlet_name(origin))
    spans = {(at.start(), at.end()) for at in re.finditer(re.escape(name), report.text)}
    for credit in report.credits:
        if credit.start is not None and credit.end is not None and outlet_key(credit.name) == key:
            spans = {span for span in spans if span[1] <= credit.start or credit.end <= span[0]}
            if not place(report, credit):
                spans.add((credit.start, credit.end))
    return sorted(spans)[:_NAMINGS]


def tells_its_matter(report: Report, origin: Report, telling: Sequence[str], shelf: Shelf) -> bool:
    """Whether the two have more in common than that both tell of one happening: most of the report's facts, and matter
    that hardly any of the strangers has, who tell of it too."""
    if shelf.held(report, origin) < _FACTS:
        return False
    others = [other for other in telling if other not in shelf.linked.get(origin.id, ()) and other != origin.id]
    held = Counter(each for other in others for each in shelf.likeness.features(other))
    most = len(others) * _HELD
    theirs = shelf.likeness.features(origin.id)
    peculiar = [each for each in shelf.likeness.features(report.id) if each in theirs and held[each] <= most]
    likest = max((shelf.likeness.of(report.id, other) for other in others), default=0.0)
    return len(peculiar) >= _PECULIAR and shelf.likeness.of(report.id, origin.id) >= _NEAREST * likest


def strangers(report: Report, near: Iterable[str], outlet: str, shelf: Shelf) -> list[str]:
    """The likest reports that neither belong to the outlet nor name it, nor share text with the report."""
    linked = shelf.linked.get(report.id, ())
    found = (
        other
        for other in near
        if other not in linked and shelf.outlet[other] != outlet and outlet not in shelf.named_by(shelf.reports[other])
    )
    return [other for _, other in zip(range(_STRANGERS), found, strict=False)]


def rewrite_row(found: Found) -> Lineage:
    derived, origin, count = found.report, found.origin, len(found.told.passages)
    verb = "credits" if found.sure else "names"
    sentence = "sentence tells" if count == 1 else "sentences tell"
    why = (
        f"{outlet_name(derived)} {verb} {outlet_name(origin)}, and {count} of its {sentence} the same matter in other "
        f"words, with {found.told.share:.0%} of its words (likeness {found.likeness:.2f})."
    )
    return row_of(found, "known" if found.sure else "likely", not found.sure, why)


def row_of(found: Found, direction: str, assumed: bool, why: str) -> Lineage:
    return Lineage(
        derived=found.report.id,
        origin=found.origin.id,
        kind="rewrite",
        direction=direction,
        share=found.told.share,
        passages=tuple(Passage(derived=mine, origin=theirs) for mine, theirs in found.told.passages),
        assumed=assumed,
        why=why,
    )
