"""Figure findings: how many, according to whom."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from rashomon.model.claim import Claim, Number
from rashomon.model.measure import When
from rashomon.model.record import Words
from rashomon.reference.loaded import loaded
from rashomon.stages.reconcile.dossier import Dossier
from rashomon.stages.reconcile.figures.aspects import is_of_persons
from rashomon.stages.reconcile.figures.classes import as_one
from rashomon.stages.reconcile.figures.counted import Counted, counted, told_singly
from rashomon.stages.reconcile.figures.incidents import belong, harmed_in, incidents
from rashomon.stages.reconcile.figures.roster import person_of, roster
from rashomon.stages.reconcile.figures.shares import is_bare_share, of_one_share, phrase_of
from rashomon.stages.reconcile.figures.since import died_since
from rashomon.stages.reconcile.measuring import day_span, holds, told
from rashomon.stages.reconcile.population import Population, head_of, is_numeral, plural
from rashomon.stages.reconcile.quantity import point, value_of
from rashomon.stages.reconcile.replies import Draft, Reply, in_order
from rashomon.stages.reconcile.tables import table
from rashomon.text.numerals import find_numerals

_SPOKEN = ("asserted", "possible", "planned", "demanded", "denied")  # a denied number is an answer to an asserted one
_CLAUSE = 70  # characters of a clause in a question
_LOOSE = ("other", "duration", "price", "cost", "share", "change")
_OF_WHAT = ("price", "cost", "share", "change")
_WHOSE = re.compile(
    r"\s+of (?:(?:the|its|their) [\w’'-]+|[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,3}(?=\s+(?:were|was|have|had|are|is|died|will)\b|[,.;])"
)
_NAMED = re.compile(
    r"\b(?:of|in|for) ((?:the )?[a-z]+(?: [a-z]+){0,2}?)(?= (?:in|on|by|from|to|at|for|and|of|that|which|since|after)\b|[,.;)]|$)"
)
_OPENING = re.compile(r"[\s“\"'‘(]*(?:the|a total of|all|about|some|around)?\s*", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:are|were|is|was|will|have|has|had|would|can|could|may|[a-z]{3,}ed)\b")
_CUT = re.compile(r"[“”\"]|\b(?:said|says|told|according)\b")


def figure_drafts(dossier: Dossier) -> list[Draft]:
    """A draft for each question that figures answer."""
    asked: dict[tuple[str, ...], list[Counted]] = {}
    for figure in _figures(dossier):
        asked.setdefault(figure.asked, []).append(figure)
    topics: dict[tuple[str, ...], list[Counted]] = {}
    for figures in asked.values():
        counts = [figure for figure in figures if figure.person is None]
        singles = [figure for figure in figures if figure.person is not None]
        for figure in [*(as_one(counts, belong, dossier) if counts else ()), *singles]:
            topics.setdefault(figure.topic, []).append(figure)
    drafts = []
    for topic in sorted(topics):
        groups = incidents(topics[topic], dossier)
        if is_bare_share(topics[topic][0]):
            groups = [part for group in groups for part in of_one_share(group, dossier)]
        groups = [
            group
            for group in groups
            if any(member.claim.modality != "denied" or point(member.figure) == 0 for member in group)
        ]
        drafts += [(_draft(group, groups, dossier), group) for group in groups if _worth(group, dossier)]
    return died_since(_told_apart(drafts, dossier), dossier)


def _told_apart(drafts: Sequence[tuple[Draft, Sequence[Counted]]], dossier: Dossier) -> list[Draft]:
    """The drafts; of those that ask the same words each says in what they were harmed, where the reports say it."""
    asked = Counter(draft.question for draft, _ in drafts)
    found = []
    for draft, group in drafts:
        words = _circumstance(group, dossier) if asked[draft.question] > 1 else ""
        found.append(replace(draft, question=f"{draft.question.rstrip('?')} {words}?") if words else draft)
    return found


def _circumstance(group: Sequence[Counted], dossier: Dossier) -> str:
    """ "in the air strike", in the words that most of the figures' clauses share; empty where none says it shortly."""
    said = Counter(words for member in group if (words := harmed_in(member.claim.quote)))
    return min(said, key=lambda words: (-said[words], len(words), words)) if said else ""


def _figures(dossier: Dossier) -> list[Counted]:
    """The figures that answer questions, with the persons told of singly."""
    claims = [
        claim for claim in dossier.claims.values()
        if claim.figure is not None and claim.modality in _SPOKEN and not is_numeral(claim.figure.counted)
    ]  # fmt: skip
    return told_singly([counted(claim, dossier) for claim in claims], person_of(roster(claims, dossier)))


def _worth(group: Sequence[Counted], dossier: Dossier) -> bool:
    """Whether an analyst would ask: a bare count, a share or a span of time needs two texts, or a question of its own."""
    if group[0].measure == "damaged" and is_of_persons(group[0].population):
        return False  # "people burned" is a misreading
    if group[0].measure in _LOOSE and group[0].aspect.index < 0 and not _done(group):
        asked = "bare" in _row(group) or _rest(group, dossier) is not None
        return len({dossier.text_of(member.claim) for member in group}) > 1 and asked
    return True


def _draft(group: Sequence[Counted], groups: Sequence[Sequence[Counted]], dossier: Dossier) -> Draft:
    row = _row(group)
    replies = tuple(_placed(_told_of_whole(list(_replies(group, dossier))), dossier))
    first = min(in_order(member.claim for member in group), key=lambda claim: claim.id)
    return Draft(
        kind="figure",
        group=row["group"],
        question=question(group, groups, row, dossier),
        key=("figure", *group[0].topic, first.id),
        replies=replies,
        weight=row["weight"],
        estimates=True,
    )


def _row(group: Sequence[Counted]) -> Mapping[str, Any]:
    """The row of questions for the measure, or the one for what the clauses say."""
    if group[0].population.name == "critical":
        return {**table("questions_en")[group[0].measure], **table("questions_en")["critical"]}
    return group[0].aspect.row


def _done(group: Sequence[Counted]) -> str:
    """What became of the things of a bare count, by the table of populations; empty where it does not say."""
    row = table("populations_en").get(group[0].population.name, {})
    return f" were {row['done']}" if "done" in row and group[0].measure == "other" else ""


def _told_of_whole(replies: Sequence[Reply]) -> list[Reply]:
    """The replies; one counts as wider only where the part that it names elsewhere is another's number."""
    numbers = {point(reply.figure) for reply in replies if reply.figure}
    return [
        replace(reply, wider="") if reply.wider and not _parts(reply.wider) & numbers - _own(reply) else reply
        for reply in replies
    ]


def _placed(replies: Sequence[Reply], dossier: Dossier) -> list[Reply]:
    """The replies; one that names only the country counts all of it where it counts more than another that names a town of it.

    "17 were killed in Verdania" and "20 were killed in Ostra" are one count."""
    return [
        replace(reply, places=frozenset()) if any(_no_wider(reply, other, dossier) for other in replies) else reply
        for reply in replies
    ]


def _no_wider(reply: Reply, other: Reply, dossier: Dossier) -> bool:
    """Whether the reply names the country of the other's place, and counts no more."""
    if reply is other or not reply.figure or not other.figure or not reply.places or not other.places:
        return False
    outer = all(
        any(holds(dossier.entities[x], dossier.entities[y]) for y in other.places if y in dossier.entities)
        for x in reply.places
        if x in dossier.entities
    )
    one, inner = point(reply.figure), point(other.figure)
    return outer and one is not None and inner is not None and one <= inner


def _own(reply: Reply) -> set[Number | None]:
    return {point(reply.figure)} if reply.figure else set()


def _parts(words: str) -> set[Number | None]:
    """The numbers in the words before "of them"."""
    return {numeral.best for numeral in find_numerals(words.split(" of ", 1)[0])}


def _replies(group: Sequence[Counted], dossier: Dossier) -> Iterable[Reply]:
    """One reply for each distinct number; counts of other places, days or scopes are told apart."""
    same: dict[tuple[object, ...], list[Counted]] = {}
    whole = _classes_that_mean_one(group)
    several = len({member.person.key for member in group if member.person}) > 1
    for member in group:
        person = member.person.key if member.person and several else ""
        same.setdefault((*_identity(member, whole), person), []).append(member)
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
    grown = bool(member.grew_to)
    return (figure.low, figure.best, figure.high, figure.approximate, value, figure.unit, population, grown)


def _reply(members: Sequence[Counted], whole: bool) -> Reply:
    claims = in_order(member.claim for member in members)
    chosen = min(members, key=lambda m: (m.figure.scope is None, m.claim.id))
    figure = msgspec.structs.replace(chosen.figure, measure=chosen.measure)
    stamps = [member.claim.as_of for member in members if member.claim.as_of is not None]
    return Reply(
        value=value_of(figure),
        claims=claims,
        words=tuple(words_of(claim) for claim in claims),
        figure=figure,
        date=_date([member.date for member in members if member.date is not None]),
        as_of=max(stamps, key=lambda when: when.end or when.start or "") if stamps else None,
        population=None if whole else members[0].population,
        places=frozenset().union(*(member.places for member in members)),
        running=max(member.running for member in members),
        grew_to=frozenset(member.grew_to for member in members if member.grew_to),
        wider=max(member.wider for member in members),
        persons=tuple({member.person.key: member.person for member in members if member.person}.values()),
    )


def _date(dates: Sequence[When]) -> When | None:
    """The day that most of the claims give, the narrowest and earliest of them."""
    counts = Counter((when.start, when.end) for when in dates)
    known = [when for when in dates if day_span(when)]
    return min(
        known, key=lambda when: (not _narrow(when), -counts[when.start, when.end], when.start or "9"), default=None
    )


def _narrow(when: Any) -> bool:
    span = day_span(when)
    return span is not None and span[0] == span[1]


def words_of(claim: Claim) -> Words:
    """The words of the number phrase."""
    assert claim.figure is not None
    return Words(claim=claim.id, start=claim.figure.start, end=claim.figure.end)


def question(
    group: Sequence[Counted], groups: Sequence[Sequence[Counted]], row: Mapping[str, Any], dossier: Dossier
) -> str:
    """The question in plain words; the place or day only where the story has several of the kind."""
    doers = Counter(member.doer_name for member in group if member.doer_name)
    doer = min(doers, key=lambda name: (-doers[name], name), default="")
    rest = _done(group) or _rest(group, dossier) or ""
    template = row["by"] if doer and "by" in row else row["ask"]
    if "{of}" in template and not rest:
        template = row.get("bare", template)
    if group[0].added:
        template = row.get("more", template)
    several = len(groups) > 1
    place = _place(group, dossier) if several else ""
    alike = [other for other in groups if other is not group and _place(other, dossier) == place]
    day = _day(group) if several and (not place or alike) else ""
    asked = template.format(
        counted=noun_of(group, dossier) if not group[0].added else f"more {noun_of(group, dossier)}",
        actor=doer,
        place=f" in {place}" if place else "",
        day=f" on {day}" if day else "",
        of=rest,
    )
    asked = asked[:1].upper() + asked[1:]
    return asked if group[0].real else f"{asked.rstrip('?')}, as feared or forecast?"


def noun_of(group: Sequence[Counted], dossier: Dossier) -> str:
    """What is counted: the head noun that all reports use where it is a noun of the class, else the class's own noun.

    Outside the table the reports' words: "members of the union", and no capital that only began a sentence."""
    populations: Counter[Population] = Counter(member.population for member in group)
    population = min(populations, key=lambda p: (not p.whole, -populations[p], p.name))
    part = population.whole and population.name != "people" and all(member.figure.of for member in group)
    if population.whole and not part:
        return "people" if any(member.population.name == "people" for member in group) else population.noun
    if population.name in table("populations_en") and not part:
        heads = {head_of(member.figure.counted) for member in group if member.figure.counted}
        own = heads <= _nouns(population) and not population.noun.endswith(tuple(f" {plural(head)}" for head in heads))
        return plural(heads.pop()) if len(heads) == 1 and own else population.noun
    said = Counter(_phrase(member, dossier) for member in group if member.figure.counted)
    phrase = min(said, key=lambda words: (-said[words], len(words), words)) if said else plural(population.noun)
    named = phrase.split(" of ")[0].rsplit(" ", 1)[-1][:1].isupper()
    return "people" if named else phrase if len(phrase) <= 50 else plural(population.name)


def _nouns(population: Population) -> set[str]:
    """The class's nouns that judge nobody."""
    return {noun for noun in table("populations_en")[population.name]["nouns"] if not loaded(noun)}


def _phrase(member: Counted, dossier: Dossier) -> str:
    """The counted words in the plural, with the "of the union" that follows them."""
    words = " ".join((member.figure.counted or "").split())
    if member.figure.text.startswith(words):
        words = dossier.within_sentence(words)
    text = dossier.reports[member.claim.report].text[member.figure.end :]
    whose = _WHOSE.match(text)
    return plural(words) + (f" {' '.join(whose.group().split())}" if whose and " of " not in words else "")


def _place(group: Sequence[Counted], dossier: Dossier) -> str:
    """The name of the place most of the group's figures are for."""
    places = Counter(place for member in group if not member.wider for place in member.places)
    if not places:
        return ""
    return dossier.name_of(min(places, key=lambda place: (-places[place], place))) or ""


def _day(group: Sequence[Counted]) -> str:
    days = Counter(told(member.date).split(",")[0] for member in group if member.date and _narrow(member.date))
    return min(days, key=lambda day: (-days[day], day)) if days else ""


def _rest(group: Sequence[Counted], dossier: Dossier) -> str | None:
    """What a bare count, a price or a change is of, in the words that follow or precede the number; None where no
    clause says it shortly."""
    said = [words for member in group if (words := _tail(member, dossier))]
    return min(said, key=lambda text: (len(text), text)) if said else None


def _tail(member: Counted, dossier: Dossier) -> str | None:
    """ "(120 firefighters) from Carrow will stay", " gas prices (doubled)": the rest of the clause that the number opens;
    for changes, prices and shares, what "of" or "in" names."""
    claim, figure = member.claim, member.figure
    text = dossier.reports[claim.report].text
    after = " ".join(text[figure.end : claim.end].split()).strip(' .,;:”"')
    if is_bare_share(member):
        return f" {phrase}" if (phrase := phrase_of(member, dossier)) else None
    if figure.measure in _OF_WHAT:
        named = _NAMED.search(" ".join(text[figure.start : claim.end].split()))
        return f" {named.group(1)}" if named else None
    opens = _OPENING.fullmatch(text[claim.start : figure.start])
    whole = opens and after and len(after) <= _CLAUSE and _FINITE.search(after) and not _CUT.search(after)
    return f" {after}" if whole and figure.measure == "other" else None
