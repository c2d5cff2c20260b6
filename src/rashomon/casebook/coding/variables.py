"""What coders judge, one row a variable: the scale that its values lie on, and why that one."""

from typing import NamedTuple

from rashomon.model.agreement import INTERVAL, NOMINAL, ORDINAL, RATIO
from rashomon.model.judgement import CLAIM, ENTITY, FINDING, OUTLET, REPORT, STORY, VOICE

VERDICT, PAIR, RATING = "verdict", "pair", "rating"
_KINDS = "Its values are kinds without an order."
_PAIRS = "Together and apart are two kinds; each pair is one unit, so that what is parted from many counts often."
_DAYS = "Days have equal steps and no nought; the first day of an interval is compared."
_SIZES = "Counts have a true nought, and 2 against 4 is as far apart as 200 against 400; the best number is compared, its hedge is not."
_GRADES = "A to E are steps of unknown height; F (cannot be judged) is no step and is left out."


class Variable(NamedTuple):
    """`of`, `name` as of a Unit and its `variable`; `title` for people; `metric`, `why` as of a Reliability."""

    of: str
    name: str
    title: str
    metric: str = NOMINAL
    why: str = _KINDS


VARIABLES: tuple[Variable, ...] = (
    Variable(CLAIM, VERDICT, "Claims: confirmed, rejected or corrected"),
    Variable(CLAIM, "figure", "Claims: the number", RATIO, _SIZES),
    Variable(CLAIM, "counted", "Claims: what is counted"),
    Variable(CLAIM, "measure", "Claims: what happened to what is counted"),
    Variable(CLAIM, "scope", "Claims: in all, or new"),
    Variable(CLAIM, "date", "Claims: the day", INTERVAL, _DAYS),
    Variable(CLAIM, "as_of", "Claims: up to which day it counts", INTERVAL, _DAYS),
    Variable(CLAIM, "modality", "Claims: asserted, denied, planned …"),
    Variable(CLAIM, "attribution", "Claims: who says so"),
    Variable(CLAIM, "place", "Claims: where"),
    Variable(FINDING, VERDICT, "Findings: confirmed or corrected"),
    Variable(FINDING, "estimate", "Findings: the number", RATIO, _SIZES),
    Variable(FINDING, PAIR, "Claims: one question or two", NOMINAL, _PAIRS),
    Variable(ENTITY, VERDICT, "Entities: confirmed or corrected"),
    Variable(ENTITY, "name", "Entities: the name"),
    Variable(ENTITY, "kind", "Entities: the kind"),
    Variable(ENTITY, "country", "Entities: the country"),
    Variable(ENTITY, PAIR, "Names: one entity or two", NOMINAL, _PAIRS),
    Variable(REPORT, VERDICT, "Reports: confirmed or corrected"),
    Variable(REPORT, "outlet", "Reports: the outlet"),
    Variable(REPORT, "title", "Reports: the title"),
    Variable(REPORT, "published", "Reports: the day of publication", INTERVAL, _DAYS),
    Variable(VOICE, PAIR, "Reports: one voice or two", NOMINAL, _PAIRS),
    Variable(STORY, PAIR, "Reports: one story or two", NOMINAL, _PAIRS),
    Variable(OUTLET, RATING, "Outlets: reliability, A to F", ORDINAL, _GRADES),
)
RANK = {(each.of, each.name): number for number, each in enumerate(VARIABLES)}


def variable(of: str, name: str) -> Variable:
    """Its row; a field that has none is of kinds without an order."""
    rank = RANK.get((of, name))
    return VARIABLES[rank] if rank is not None else Variable(of, name, f"{of.capitalize()}: {name}")
