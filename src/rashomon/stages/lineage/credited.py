"""Rewrites that share few words with their origin: told by a credit and by the same names, numbers and matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from rashomon.model.lineage import Lineage, Passage, Sketch
from rashomon.model.report import Report
from rashomon.reference.outlets import find_outlet
from rashomon.stages.lineage.body import Body, body
from rashomon.stages.lineage.candidates import features_of
from rashomon.stages.lineage.direction import later_of
from rashomon.stages.lineage.house import is_outlet, outlet_name, plain_name
from rashomon.stages.lineage.retelling import Retelling, retelling
from rashomon.stages.lineage.settings import Settings
from rashomon.text.segment import sentences
from rashomon.text.similarity import rarity, unit

_BACKGROUND = 100  # texts about other matter that stand behind the given ones when words are weighed
_PECULIAR = 4  # names, numbers and words that the two have and hardly a stranger has; two of one happening have a few
_HELD = 0.2  # share of the strangers who tell of one happening; what more of them have is the happening's
_NEAREST = 0.75  # of the likeness to the likest unrelated report: an origin is not less like than a stranger
_SMALL = 0.35  # share of the derived report up to which a row of common words does not say all: the rest may be retold
_RETOLD = 0.3  # share of the derived report that is told again at least
_BESIDE = 0.6  # the same beside a small row of common words: such sentences look alike for those words
_VERBATIM = 0.9  # likeness of two printings of one text
_ORDER = 0.5  # share of the retold sentences that keep their order; chance gives a half
_LIKEST = 5  # reports of the credited outlet that are read sentence by sentence


class Found(NamedTuple):
    """A report, the origin found for it, how like they are (0–1), what is told again, and whether the credit is sure."""

    report: Report
    origin: Report
    likeness: float
    told: Retelling
    sure: bool
    half: float

    @property
    def one_text(self) -> bool:
        """Whether so much is told again that the two speak with one voice (contract: half)."""
        return max(self.told.share, self.likeness) >= self.half


class Shelf:
    """The reports by outlet, as vectors and, where asked for, as bodies; the weights of words over all of them."""

    def __init__(
        self, reports: Sequence[Report], sketches: Sequence[Sketch], known: Iterable[Lineage], settings: Settings
    ) -> None:
        self.reports = sorted(reports, key=lambda report: report.id)
        self.sketches = {each.report: each for each in sketches}
        self.settings = settings
        self.by_outlet: dict[str, list[Report]] = defaultdict(list)
        for report in self.reports:
            self.by_outlet[_key(outlet_name(report))].append(report)
        self.touched: dict[tuple[str, str], float] = {}
        self.linked: dict[str, set[str]] = defaultdict(set)
        for row in known:
            if row.origin and (row.share >= _SMALL or row.kind not in {"excerpt", "relay"}):
                self.linked[row.derived].add(row.origin)
                self.linked[row.origin].add(row.derived)
            elif row.origin:
                self.touched[row.derived, row.origin] = self.touched[row.origin, row.derived] = row.share
        self._bodies: dict[str, Body] = {}
        self._named: dict[str, dict[str, bool]] = {}

    @cached_property
    def features(self) -> dict[str, dict[str, float]]:
        return {report.id: features_of(self.sketches[report.id]) for report in self.reports}

    @cached_property
    def weights(self) -> dict[str, float]:
        """Of features of sketches."""
        return rarity(list(self.features.values()), _BACKGROUND)

    @cached_property
    def vectors(self) -> dict[str, dict[str, float]]:
        return {report: unit(found, self.weights) for report, found in self.features.items()}

    def likeness(self, a: str, b: str) -> float:
        left, right = sorted((self.vectors[a], self.vectors[b]), key=len)
        return round(sum(left[each] * right[each] for each in sorted(left.keys() & right.keys())), 6)

    def named_by(self, report: Report) -> dict[str, bool]:
        """Outlets of the reports that this one names, by key: True where it credits them, False where its text has
        their name of two words or more ("As writes Meridian Wire")."""
        if report.id not in self._named:
            credits = {_key(credit.name) for credit in report.credits}
            spoken = {plain_name(name) for name in self.sketches[report.id].names if " " in name}
            found = (name for name in self.by_outlet if name in credits or name in spoken)
            self._named[report.id] = {name: name in credits for name in found}
        return self._named[report.id]

    def body(self, report: Report) -> Body:
        if report.id not in self._bodies:
            self._bodies[report.id] = body(report.text, tuple(sentences(report.text)))
        return self._bodies[report.id]

    def retold(self, report: Report, origin: Report) -> Retelling:
        left, right = self.body(report), self.body(origin)
        heaviest = max(self.weights.values(), default=1.0)
        found = {*left.stems, *right.stems} - {""}
        weights = {each: self.weights.get(f"t:{each}", heaviest) for each in found}
        return retelling(left, right, weights, self.settings.retold)


def credited_rewrites(
    reports: Sequence[Report], sketches: Sequence[Sketch], known: Iterable[Lineage], settings: Settings
) -> list[Found]:
    """What was found for each report that names the outlet of an earlier report of like matter and tells that matter again.

    The likest report of the outlet is taken. Where a row of more than a few common words leads there already, that says
    it better.
    """
    shelf = Shelf(reports, sketches, known, settings)
    return [found for report in shelf.reports for found in _found(report, shelf)]


def _key(name: str) -> str:
    found = find_outlet(name)
    return plain_name(found.name if found else name)


def _found(report: Report, shelf: Shelf) -> Iterator[Found]:
    own = _key(outlet_name(report))
    for name, sure in sorted(shelf.named_by(report).items()):
        others = [other for other in shelf.by_outlet[name] if not is_outlet(report, outlet_name(other))]
        if name == own or shelf.linked[report.id] & {other.id for other in others}:
            continue
        fit = (other for other in others if later_of(report, other) is not other)
        scored = sorted(((shelf.likeness(report.id, other.id), other.id, other) for other in fit), reverse=True)
        for likeness, _, origin in scored[:_LIKEST]:
            if not shelf.settings.rewritten <= likeness < _VERBATIM:
                break
            taken = shelf.touched.get((report.id, origin.id))
            least = _RETOLD if taken is None else max(_BESIDE, 2.5 * taken)
            told = shelf.retold(report, origin)
            if told.share >= least and told.order >= _ORDER and _more_than_one_happening(report, origin, name, shelf):
                yield Found(report, origin, likeness, told, sure, shelf.settings.half)
                break


def _more_than_one_happening(report: Report, origin: Report, outlet: str, shelf: Shelf) -> bool:
    """Whether the two have more in common than that both tell of one happening: matter that hardly any stranger has, who
    tells of it too but neither belongs to the outlet, nor names it, nor shares words with the origin."""
    strangers = _strangers(report, origin, outlet, shelf)
    held = Counter(each for other in strangers for each in shelf.features[other.id])
    most = len(strangers) * _HELD
    peculiar = [each for each in shelf.features[report.id] if each in shelf.features[origin.id] and held[each] <= most]
    likest = max((shelf.likeness(report.id, other.id) for other in strangers), default=0.0)
    return len(peculiar) >= _PECULIAR and shelf.likeness(report.id, origin.id) >= _NEAREST * likest


def _strangers(report: Report, origin: Report, outlet: str, shelf: Shelf) -> list[Report]:
    near = shelf.linked[origin.id] | {origin.id, report.id}
    others = (other for other in shelf.reports if other.id not in near and outlet not in shelf.named_by(other))
    own = {other.id for other in shelf.by_outlet[outlet]}
    return [o for o in others if o.id not in own and shelf.likeness(report.id, o.id) >= shelf.settings.near]


def rewrite_row(found: Found) -> Lineage:
    derived, origin, count = found.report, found.origin, len(found.told.passages)
    verb = "credits" if found.sure else "names"
    sentence = "sentence tells" if count == 1 else "sentences tell"
    return Lineage(
        derived=derived.id,
        origin=origin.id,
        kind="rewrite",
        direction="known" if found.sure else "likely",
        share=found.told.share,
        passages=tuple(Passage(derived=mine, origin=theirs) for mine, theirs in found.told.passages),
        assumed=not found.sure,
        why=(
            f"{outlet_name(derived)} {verb} {outlet_name(origin)}, and {count} of its {sentence} the same matter in other "
            f"words, with {found.told.share:.0%} of its words (likeness {found.likeness:.2f})."
        ),
    )
