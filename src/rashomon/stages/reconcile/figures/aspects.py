"""Which question a figure answers: its measure's own, or a narrower one that its words tell (`questions_en.toml`).

"87 people were held" answers as a count of those detained, "212 passengers were on board" a question of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from re import Pattern
from typing import Any

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.population import Population
from rashomon.stages.reconcile.tables import table, whole_words

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Aspect:
    """The question: `measure` names its row of the table, `index` the row's special question, -1 for none."""

    measure: str
    index: int = -1

    @property
    def row(self) -> Row:
        row: Row = table("questions_en")[self.measure]
        return {**row, **row["said"][self.index]} if self.index >= 0 else row

    @property
    def counts(self) -> bool:
        """Whether the question says who or what is counted."""
        return "{counted}" in self.row["ask"]


def aspect_of(claim: Claim, population: Population, dossier: Dossier) -> Aspect:
    """The question that a figure claim answers by the words about it, up to the other figures of its clause."""
    assert claim.figure is not None
    words = own_words(claim, dossier)
    found = _said(claim.figure.measure, words, claim, population, dossier)
    if found is None:
        return Aspect(claim.figure.measure)
    index, row = found
    if "as" not in row:
        return Aspect(claim.figure.measure, index)
    again = _said(row["as"], words, claim, population, dossier)
    return Aspect(row["as"], again[0] if again else -1)


def _said(measure: str, words: str, claim: Claim, population: Population, dossier: Dossier) -> tuple[int, Row] | None:
    for index, (pattern, row) in enumerate(_rows(measure)):
        if pattern.search(words) and _fits(row, claim, population, dossier):
            return index, row
    return None


@cache
def _rows(measure: str) -> tuple[tuple[Pattern[str], Row], ...]:
    return tuple((whole_words(row["words"]), row) for row in table("questions_en").get(measure, {}).get("said", ()))


def _fits(row: Row, claim: Claim, population: Population, dossier: Dossier) -> bool:
    """Whether it counts what the row asks after: persons, or soldiers where the report tells of forces."""
    if row.get("persons") and not is_of_persons(population):
        return False
    if population.name not in row.get("of", (population.name,)):
        return False
    beside = row.get("beside")
    return beside is None or any(
        other.event is not None and other.event.family == beside for other in dossier.events_of(claim.report)
    )


def is_of_persons(population: Population) -> bool:
    """Whether those counted are people, by the table of classes; a noun outside it may be anything."""
    return population.name == "people" or population.part_of == "people"


def own_words(claim: Claim, dossier: Dossier) -> str:
    """The words of the claim from the figure before this one to the figure after it."""
    assert claim.figure is not None
    others = [other.figure for other in dossier.figures_beside(claim) if other.figure]
    text = dossier.reports[claim.report].text
    start = max([claim.start, *(f.end for f in others if f.end <= claim.figure.start)])
    end = min([max(claim.end, claim.figure.end), *(f.start for f in others if f.start >= claim.figure.end)])
    return text[start:end]
