"""Figure findings: how many, according to whom."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.claim import Claim
from rashomon.model.record import Words
from rashomon.stages.reconcile.counted import Counted, counted
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.incidents import incidents
from rashomon.stages.reconcile.measuring import day_span, told
from rashomon.stages.reconcile.population import Population, plural
from rashomon.stages.reconcile.quantity import point, value_of
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table, whole_words

_SPOKEN = ("asserted", "possible", "planned", "demanded")
_CLAUSE = 110  # characters of a clause in a question


def figure_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each question that figures answer."""
    topics: dict[tuple[str, ...], list[Counted]] = {}
    for claim in dossier.claims.values():
        if claim.figure is not None and claim.modality in _SPOKEN:
            figure = counted(claim, dossier)
            topics.setdefault(figure.topic, []).append(figure)
    drafts = []
    for topic in sorted(topics):
        groups = incidents(topics[topic], dossier)
        drafts += [_draft(group, groups, dossier) for group in groups if _worth(group)]
    return drafts


def _worth(group: Sequence[Counted]) -> bool:
    """Whether an analyst would ask: not for one report's count of things outside the tables."""
    figure = group[0].figure
    listed = figure.measure != "other" or group[0].population.name in table("populations_en")
    return listed or len({member.claim.report for member in group}) > 1


def _draft(group: Sequence[Counted], groups: Sequence[Sequence[Counted]], dossier: Dossier) -> Draft:
    row = _row(group)
    replies = tuple(_replies(group, dossier))
    first = min(in_order(member.claim for member in group), key=lambda claim: claim.id)
    return Draft(
        kind="figure",
        group=row["group"],
        question=question(group, len(groups) > 1, row, dossier),
        key=("figure", *group[0].topic, first.id),
        replies=replies,
        weight=row["weight"],
        estimates=True,
    )


def _row(group: Sequence[Counted]) -> Mapping[str, Any]:
    """The row of questions for the measure, or the one for what the clauses say."""
    critical = group[0].population.name == "critical"
    row = table("questions_en")["critical" if critical else group[0].figure.measure]
    clauses = " ".join(member.claim.quote for member in group)
    return next((said for said in row.get("said", ()) if whole_words(said["words"]).search(clauses)), row)


def _replies(group: Sequence[Counted], dossier: Dossier) -> Iterable[Reply]:
    """One reply for each distinct number; counts of other places, days or scopes are told apart."""
    same: dict[tuple[object, ...], list[Counted]] = {}
    whole = _classes_that_mean_one(group)
    for member in group:
        same.setdefault(_identity(member, whole), []).append(member)
    for key in sorted(same, key=repr):
        yield _reply(same[key], whole)


def _classes_that_mean_one(group: Sequence[Counted]) -> bool:
    """Whether "civilians" and "people" are one here: some number is given for both."""
    numbers: dict[object, set[str]] = {}
    for member in group:
        numbers.setdefault(point(member.figure), set()).add(member.population.name)
    return any(len(names) > 1 for number, names in numbers.items() if number is not None)


def _identity(member: Counted, whole: bool) -> tuple[object, ...]:
    figure = member.figure
    value = value_of(figure) if point(figure) is None else ""
    population = "" if whole else member.population.name
    return (figure.low, figure.best, figure.high, figure.approximate, value, figure.unit, population)


def _reply(members: Sequence[Counted], whole: bool) -> Reply:
    claims = in_order(member.claim for member in members)
    figure = min((member for member in members), key=lambda m: (m.figure.scope is None, m.claim.id)).figure
    dates = [member.date for member in members if member.date is not None]
    stamps = [claim.as_of for claim in claims if claim.as_of is not None]
    return Reply(
        value=value_of(figure),
        claims=claims,
        words=tuple(words_of(claim) for claim in claims),
        figure=figure,
        date=max(dates, key=lambda when: (day_span(when) is not None, _narrow(when), told(when))) if dates else None,
        as_of=max(stamps, key=lambda when: when.end or when.start or "") if stamps else None,
        population=None if whole else members[0].population,
        places=frozenset().union(*(member.places for member in members)),
    )


def _narrow(when: Any) -> bool:
    span = day_span(when)
    return span is not None and span[0] == span[1]


def words_of(claim: Claim) -> Words:
    """The words of the number phrase."""
    assert claim.figure is not None
    return Words(claim=claim.id, start=claim.figure.start, end=claim.figure.end)


def question(group: Sequence[Counted], several: bool, row: Mapping[str, Any], dossier: Dossier) -> str:
    """The question in plain words, its slots filled from the reports' words."""
    doer = next((member.doer_name for member in group if member.doer_name), "")
    template = row["by"] if doer and "by" in row else row["ask"]
    place = _place(group, dossier) if several else ""
    day = _day(group) if several and not place else ""
    asked = template.format(
        counted=noun_of(group) if not group[0].added else f"more {noun_of(group)}",
        actor=doer,
        place=f" in {place}" if place else "",
        day=f" on {day}" if day else "",
        of=_of(group, dossier),
    )
    return str(asked) if group[0].real else str(asked).rstrip("?") + ", as feared or forecast?"


def noun_of(group: Sequence[Counted]) -> str:
    """The reports' own noun phrase for what is counted, the class's noun where it is all people or one of them."""
    populations: Counter[Population] = Counter(member.population for member in group)
    population = min(populations, key=lambda p: (not p.whole, -populations[p], p.name))
    if population.whole:
        return "people" if any(member.population.name == "people" for member in group) else population.noun
    said = Counter(
        " ".join(member.figure.counted.split()).strip()
        for member in group
        if member.figure.counted and not member.figure.implied and point(member.figure) != 1
    )
    phrase = min(said, key=lambda words: (-said[words], len(words), words)) if said else plural(population.noun)
    return phrase if len(phrase) <= 40 else population.noun


def _place(group: Sequence[Counted], dossier: Dossier) -> str:
    """The name of the place most of the group's figures are for."""
    places = Counter(place for member in group for place in member.places)
    if not places:
        return ""
    return dossier.name_of(min(places, key=lambda place: (-places[place], place))) or ""


def _day(group: Sequence[Counted]) -> str:
    days = Counter(told(member.date) for member in group if member.date and _narrow(member.date))
    return min(days, key=lambda day: (-days[day], day)) if days else ""


def _of(group: Sequence[Counted], dossier: Dossier) -> str:
    """What a price, duration or bare count is of: the shortest clause of the reports that says it."""
    clauses = [" ".join(member.claim.quote.split()).strip(" .,;:") for member in group]
    words = min(clauses, key=lambda text: (len(text), text))
    return f": “{words if len(words) <= _CLAUSE else words[:_CLAUSE].rsplit(' ', 1)[0] + ' …'}”"
