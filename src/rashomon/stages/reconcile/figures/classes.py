"""Which of the classes that reports count are one in a story: miners, workers and men who died in one blast.

Who people happened to be (`role` in `populations_en.toml`, and nouns outside the table) tells them apart from all people only
where a report says so: where it counts them as a part, or beside others. Who they are by age, sex or duty mostly makes a part, and is all
of them only where one number is given for both.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.counted import Counted
from rashomon.stages.reconcile.population import Population, population_of
from rashomon.stages.reconcile.quantity import overlap, point
from rashomon.stages.reconcile.tables import table

OF_PERSONS = ("killed", "injured", "hospitalised", "missing", "detained", "displaced", "evacuated", "present")
_IN_DUTY = ("police", "security", "soldiers")
_TELLING = 3  # a number from which one number of two classes says that they are one
_NEARLY = 1.25
_SAMPLE = 12  # figures of a class that are set against those of another: keeps long stories linear

Near = Callable[[Counted, Counted, Dossier], float]


def as_one(figures: Sequence[Counted], near: Near, dossier: Dossier) -> list[Counted]:
    """The figures of one kind of question, those of classes that are one here with one population."""
    if figures[0].measure not in OF_PERSONS:
        return list(figures)
    by_class: dict[str, list[Counted]] = {}
    for figure in figures:
        by_class.setdefault(figure.population.name, []).append(figure)
    home = {name: name for name in by_class}
    listed = _listed(by_class)
    for one, other in combinations(sorted(by_class), 2):
        if _one(by_class[one], by_class[other], {one, other} & listed, near, dossier):
            home = {name: (home[one] if at == home[other] else at) for name, at in home.items()}
    return [replace(figure, population=_common(figure, home, by_class)) for figure in figures]


def _common(figure: Counted, home: Mapping[str, str], by_class: Mapping[str, Sequence[Counted]]) -> Population:
    """The population of all classes that share the figure's home: the people, where one of them is or where two are."""
    own = figure.population
    names = [name for name in home if home[name] == home[own.name]]
    return own if len(names) == 1 or own.whole else population_of("people")


def _listed(by_class: Mapping[str, Sequence[Counted]]) -> set[str]:
    """The classes that a report counts beside another in one clause: 12 miners and two clerks make 14 people."""
    found = set()
    for one, other in combinations([name for name in by_class if name not in ("people", "civilians")], 2):
        if any(_beside(x, y) for x, y in _pairs(by_class[one], by_class[other])):
            found |= {one, other}
    return found


def _one(a: Sequence[Counted], b: Sequence[Counted], listed: Collection[str], near: Near, dossier: Dossier) -> bool:
    """Whether the two classes are one here: no report counts both, and they are loose names or share a number."""
    if a[0].population.whole and b[0].population.whole:
        return True
    loose = not listed and all(group[0].population.whole or is_role(group[0].population) for group in (a, b))
    if not loose and not _may_be(a[0].population, b[0].population):
        return False
    if _told_apart(a, b, near, dossier):
        return False
    return any(_meet(x, y, loose, near, dossier) for x in a[:_SAMPLE] for y in b[:_SAMPLE])


def _may_be(a: Population, b: Population) -> bool:
    """Whether those of one class can be all of the other: of the people, of those of any role, or of those in one kind of
    duty; never of civilians."""
    names = {a.name, b.name}
    return "people" in names or is_role(a) or is_role(b) or names <= set(_IN_DUTY)


def is_role(population: Population) -> bool:
    """Whether the class says who people happened to be, and not who they are."""
    row = table("populations_en").get(population.name)
    return row is None or bool(row.get("role"))


def _told_apart(a: Sequence[Counted], b: Sequence[Counted], near: Near, dossier: Dossier) -> bool:
    """Whether one is told as a part, or a report gives two numbers for the two in one happening."""
    if any(figure.figure.of for figure in (*a, *b) if not figure.population.whole):
        return True
    return any(
        not overlap(x.figure, y.figure) and not _restated(x, y) and (_beside(x, y) or (x.measure != "present" and near(x, y, dossier) > 0))
        for x, y in _pairs(a, b)
    )  # fmt: skip


def _restated(a: Counted, b: Counted) -> bool:
    """Whether one is a bare number near the other ("correcting an earlier toll of 12"), and names no class."""
    one, other = point(a.figure), point(b.figure)
    bare = not (a.figure.counted and b.figure.counted)
    return bare and bool(one and other) and max(one or 0, other or 0) <= _NEARLY * min(one or 0, other or 0)


def _beside(a: Counted, b: Counted) -> bool:
    return a.claim.start < b.claim.end and b.claim.start < a.claim.end


def _pairs(a: Iterable[Counted], b: Sequence[Counted]) -> Iterable[tuple[Counted, Counted]]:
    """Each two figures of one report."""
    by_report: dict[str, list[Counted]] = {}
    for figure in b:
        by_report.setdefault(figure.claim.report, []).append(figure)
    return ((x, y) for x in a for y in by_report.get(x.claim.report, ()))


def _meet(a: Counted, b: Counted, loose: bool, near: Near, dossier: Dossier) -> bool:
    """Whether two figures of the two classes speak of one count."""
    if loose:
        return near(a, b, dossier) > 0
    one, other = point(a.figure), point(b.figure)
    telling = one is not None and one == other and one >= _TELLING and not (a.figure.of or b.figure.of)
    return telling and a.claim.report != b.claim.report and near(a, b, dossier) > 0
