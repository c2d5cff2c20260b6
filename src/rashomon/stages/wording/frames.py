"""Stage 10: the different words that reports use for one thing. Entman 1993 on frames."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.reading import Reading
from rashomon.model.record import Frame
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.wording.described import described
from rashomon.stages.wording.lines import Lines, lines_of
from rashomon.stages.wording.states import state
from rashomon.stages.wording.terms import Terms, fold
from rashomon.stages.wording.things import things


def frames(
    story: Story,
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    claims: Sequence[Claim],
    entities: Sequence[Entity],
) -> tuple[Frame, ...]:
    """Rows with two wordings and more: of entities, by id; then of acts and things, those that most reports word most differently
    first. All arguments are the story's; `readings` maps a sentence's text to its reading. The same for any order of the reports."""
    ordered = sorted(reports, key=lambda report: report.id)
    terms, lines = Terms(ordered, claims, entities), lines_of(ordered, readings)
    return (*_rows_of(story, entities, terms, lines), *_rows_of_things(story, things(lines, entities), terms))


def _rows_of(story: Story, entities: Sequence[Entity], terms: Terms, lines: Lines) -> Iterable[Frame]:
    for entity in sorted(entities, key=lambda entity: entity.id):
        found = terms.of(state(entity, entities, terms, lines) or described(entity, terms))
        if len({term.report for term in found}) > 1 and len({fold(term.text) for term in found}) > 1:
            yield Frame(story=story.id, entity=entity.id, terms=found)


def _rows_of_things(story: Story, rows: Mapping[str, Sequence[tuple[str, int, int]]], terms: Terms) -> Iterable[Frame]:
    for name, spans in rows.items():
        found = terms.of(spans)
        if len({fold(term.text) for term in found}) > 1:
            yield Frame(story=story.id, concept=name, terms=found)
