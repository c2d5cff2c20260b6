"""Answers that count other things: another place, time, unit or population, or a part of the whole."""

import re

from rashomon.model.claim import Claim
from rashomon.stages.reconcile.differences.singly import apart_in_person, one_of, two_persons
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.roster import label
from rashomon.stages.reconcile.measuring import apart_in_place, apart_in_time
from rashomon.stages.reconcile.quantity import bounds, point, same_kind_of_unit, scopes_differ
from rashomon.stages.reconcile.replies import Reply
from rashomon.stages.reconcile.tables import table
from rashomon.stages.reconcile.vouching import told
from rashomon.text.dates.english import MONTHS, WEEKDAYS

_IN = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside) ((?:[A-Z][\w’-]+)(?: [A-Z][\w’-]+){0,2})(?! [A-Z])")


def other_scope(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Another place, time or population."""
    if a.figure is None or b.figure is None or one_of(a, b) or one_of(b, a):
        return None
    if two_persons(a, b):
        return apart_in_person(a, b)
    if not same_kind_of_unit(a.figure, b.figure):
        return f"They are counted in other units: {a.figure.unit or 'none'} and {b.figure.unit or 'none'}."
    wider = _wider(a, b, dossier) or _wider(b, a, dossier)
    if wider:
        return wider
    for inner, outer in ((a, b), (b, a)):
        if inner.grew_to:
            whole = {claim.id for claim in outer.claims}
            growth = f"{inner.value} is what a count grew by, {outer.value} is a count of its own."
            return None if inner.grew_to & whole else growth
    if scopes_differ(a.figure, b.figure) and not (a.running or b.running):
        total, new = (a, b) if a.figure.scope == "total" else (b, a)
        return f"{told(new, dossier)} is what is new, {told(total, dossier)} the total so far."
    return apart_in_place(a.places, b.places, dossier.entities) or _told_apart(a, b, dossier) or apart_in_time(a, b)


def _told_apart(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One report gives both numbers, each for a place of its own, wherever these lie."""
    for one in a.claims:
        for other in b.claims:
            here, there = (_where(claim, dossier) for claim in (one, other)) if one.report == other.report else ("", "")
            if here and there and not _within_name(here, there):
                return f"{dossier.outlet_name(one)} gives {a.value} for {here} and {b.value} for {there}."
    return None


def _where(claim: Claim, dossier: Dossier) -> str:
    """The one place that the claim is for, by the name after "in" or "near" in its words; empty where none or several, and where the
    map knows a place of the claim: then distance tells."""
    named = {words for words in _IN.findall(claim.quote) if words not in MONTHS and words not in WEEKDAYS}
    known = [dossier.entities.get(key) for key in (*claim.places, *(dossier.meant_by(name) or "" for name in named))]
    mapped = any(place is not None and (place.lat is not None or place.country) for place in known)
    return named.pop() if len(named) == 1 and not mapped else ""


def _within_name(a: str, b: str) -> bool:
    one, other = set(a.casefold().split()), set(b.casefold().split())
    return one <= other or other <= one


def _wider(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Whether `a` counts more than this happening: its words name a part of it elsewhere."""
    if not a.wider or b.wider or a.figure is None or b.figure is None:
        return None
    whole, other = point(a.figure), point(b.figure)
    if whole is None or (other is not None and other > whole):
        return None
    return f"{told(a, dossier)} takes in more than this happening: “{a.wider}”."


def other_population(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """Another population, neither part of the other."""
    if sides := two_sides(a, b):
        return f"They count others: {sides[0]} and {sides[1]}."
    if a.population is None or b.population is None or a.population.name == b.population.name:
        return None
    if a.population.part_of == b.population.name or b.population.part_of == a.population.name:
        return None
    return f"They count others: {a.population.noun} and {b.population.noun}."


def two_sides(a: Reply, b: Reply) -> tuple[str, str] | None:
    """The nouns of the two where all claims of each count one of a pair of whom nobody is both (`sides_en.toml`)."""
    for one, other in table("sides_en")["pairs"]:
        for first, second in ((one, other), (other, one)):
            if _all_count(a, first) and _all_count(b, second):
                return first, second
    return None


def _all_count(reply: Reply, noun: str) -> bool:
    counted = [(claim.figure.counted or "").casefold() for claim in reply.claims if claim.figure]
    return bool(counted) and all(re.search(rf"\b{noun}\b", words) for words in counted)


def part(a: Reply, b: Reply, dossier: Dossier) -> str | None:
    """One is a part of the other."""
    for inner, outer in ((a, b), (b, a)):
        whole = {claim.id for claim in outer.claims}
        if one_of(inner, outer):
            return f"{told(inner, dossier)}: {label(inner.persons[0])} is one of {outer.value}."
        if inner.grew_to & whole:
            return f"{inner.value} is what brought the count to {outer.value}, and is part of it."
        if any(claim.figure and claim.figure.of in whole for claim in inner.claims):
            return f"{told(inner, dossier)} is told as a part of {outer.value}."
        if _part_of(inner, outer):
            return f"{inner.value} counts {_noun(inner)}, {outer.value} all {_noun(outer)}."
    return None


def _part_of(inner: Reply, outer: Reply) -> bool:
    """A smaller or equal count of a class that is part of the other's."""
    if inner.population is None or outer.population is None or inner.figure is None or outer.figure is None:
        return False
    if inner.population.part_of != outer.population.name or inner.population.name == outer.population.name:
        return False
    one, whole = point(inner.figure), point(outer.figure)
    return bounds(inner.figure)[0] <= bounds(outer.figure)[1] and (one is None or whole is None or one <= whole)


def _noun(reply: Reply) -> str:
    return reply.population.noun if reply.population else "of them"
