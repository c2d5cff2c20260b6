"""Stage 10: the different words that reports use for one thing. Entman 1993 on frames."""

from collections.abc import Collection, Mapping, Sequence

from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.reading import Reading
from rashomon.model.record import Frame
from rashomon.model.report import Report
from rashomon.model.story import Story
from rashomon.stages.wording.described import described
from rashomon.stages.wording.lines import lines_of
from rashomon.stages.wording.named import Named, is_state
from rashomon.stages.wording.rows import GOVERNMENT, rows
from rashomon.stages.wording.spots import Spot
from rashomon.stages.wording.states import state
from rashomon.stages.wording.table import contested, is_listed
from rashomon.stages.wording.telling import telling
from rashomon.stages.wording.terms import Terms

_ROWS = 120  # of one story
_UNLISTED = 0.5  # of the weight: one noun that the table lacks is easily several things


def frames(
    story: Story,
    reports: Sequence[Report],
    readings: Mapping[str, Reading],
    claims: Sequence[Claim],
    entities: Sequence[Entity],
) -> tuple[Frame, ...]:
    """Rows with two wordings and more, of two reports at least, the most telling first; at most 120. All arguments are the story's;
    `readings` maps a sentence's text to its reading. The same for any order of the reports."""
    ordered = sorted(reports, key=lambda report: report.id)
    terms, lines = Terms(ordered, claims, entities), lines_of(ordered, readings)
    named = Named(entities, {report.id: report.text for report in ordered})
    found = rows(lines, claims, named, terms)
    governments = found.pop(GOVERNMENT, [])
    ends = {(spot.report, spot.end) for spots in found.values() for spot in spots}
    weighed = [
        *(
            _weighed(story, entity.id, "", state(entity, entities, governments, named, terms, lines), terms)
            if is_state(entity)
            else _weighed(story, entity.id, "", described(entity, terms), terms)
            for entity in entities
            if not _stands_in(ends, entity)
        ),
        *(_weighed(story, "", name, spots, terms) for name, spots in found.items()),
    ]
    kept = sorted((row for row in weighed if row[0] > 0), key=lambda row: (-row[0], row[1], row[2]))
    return tuple(frame for *_, frame in kept[:_ROWS])


def _stands_in(ends: Collection[tuple[str, int]], entity: Entity) -> bool:
    """Whether a row of the table's nouns has most of a group's mentions already, beside those of others for it."""
    held = sum((mention.report, mention.end) in ends for mention in entity.mentions)
    return entity.kind == "group" and held * 2 > len(entity.mentions)


def _weighed(
    story: Story, entity: str, concept: str, spots: Sequence[Spot], terms: Terms
) -> tuple[float, str, str, Frame]:
    shown = terms.of([spot.place for spot in spots])
    frame = Frame(story=story.id, entity=entity or None, concept=concept or None, terms=shown)
    thing = concept.split(" (")[0]
    weight = telling(spots, shown, of=len(story.reports), actor=bool(entity), contested=thing in contested())
    weight *= 1.0 if entity or is_listed(thing) else _UNLISTED
    return weight, concept, entity, frame
