"""One long story of invented news: an explosion at a port, told for two weeks by many outlets, whose toll grows from day to day.

`one_story(n, seed)` gives n reports in the order of their printing. What a large story has is there: tolls by the day of the count and by
populations, figures that rival speakers give for other things, officials who say the same in other words, witnesses of each report's own,
decisions and their course, blame and its denial, background of other happenings, and copies, cut or touched or merged.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from news import ADJECTIVES, DAYS, FIRST, LAST_ENDS, NOUNS, ONSETS, PEOPLE, copied, laid_out, town

from rashomon.model.report import Report

FIRST_DAY = date(2024, 3, 4)
DAYS_TOLD = 14
COPIED = 0.45
WAYS = {"verbatim": 0.25, "cut": 0.2, "revised": 0.3, "merged": 0.1, "lifted": 0.15}
OUTLETS = tuple(f"{place} {paper}" for paper in ("Courier", "Herald", "Post") for place in ONSETS)
OFFICES = (
    "mayor|governor|interior minister|health minister|police chief|fire chief|port director|army spokesman|hospital director|chief prosecutor|prime minister"
    "|opposition leader|union leader|transport minister|head of the rescue service|finance minister|harbour master|ambassador|bishop|customs chief"
).split("|")
BODIES = (
    "the interior ministry|the police|the fire brigade|the regional government|the health ministry|the coast guard|the port authority|the army|the prosecutor's office"
    "|the dockers' union|the opposition|the Red Crescent|the shipping company|the city council|the parliament"
).split("|")
SITES = "the old harbour|the grain silo|the northern pier|the customs house|the fish market|the ferry terminal|the fuel depot|the naval school|the railway yard|the central hospital".split(
    "|"
)
VERBS = "said|told reporters|announced|added|confirmed|insisted|told state television|warned".split("|")
HEDGES = ("", "", "", "at least ", "about ", "more than ", "nearly ", "up to ")
# What each office keeps saying, in the wordings that reports choose from.
SAYINGS = (
    (
        "the {noun} in the {site} had been stored against the rules for {n} years",
        "{noun} had lain in the {site} for {n} years, against every rule",
    ),
    (
        "nobody will sleep without a roof in {town} before the winter",
        "before the winter nobody in {town} will have to sleep without a roof",
    ),
    ("the guilty will be brought to court within {n} days", "within {n} days the guilty will stand before a court"),
    ("{body} knew of the danger and did nothing", "the danger was known to {body}, which did nothing about it"),
    ("the {noun} must be moved out of the city at once", "all {noun} has to leave the city at once"),
    (
        "hospitals in {town} have run out of {noun} and {noun2}",
        "there is no more {noun} or {noun2} in the hospitals of {town}",
    ),
    (
        "the government will pay for every broken window in {town}",
        "every broken window in {town} will be paid for by the government",
    ),
    (
        "foreign experts have no place in this investigation",
        "there is no place for foreign experts in the investigation",
    ),
)
SHAPES = """
{Hedge}{dead} people were killed and {hurt} injured when an explosion struck {site0} in {town} on {day0}, {body} said.
The explosion at {site0} in {town} has killed {hedge}{dead} people, according to {body}.
The death toll in {town} rose to {dead} on {day}, {officer} {says}.
{Officer} {says} on {day} that {hedge}{missing} people were still missing.
Of the {dead} dead, {part} were {people}, {body} said.
{Body} put the number of injured at {hedge}{hurt}, while {body2} spoke of {hurt2}.
{Officer} {says} that {saying}.
"{Saying}," {officer} said on {day}.
"{Saying}," said {officer}, who visited {site} on {day}.
{Officer} denied that {saying}.
"I heard a bang and then saw {noun} above {site}," {witness} told the {town} Courier.
"We lost our house and our {noun}," said {witness}, who lives near {site}.
{Witness} waited outside {site} for news of {n} colleagues.
{Body} evacuated {n3} residents from the streets around {site} on {day}.
Rescuers pulled {n} {people} from {site} on {day} as {adj} {noun} slowed the search.
Police arrested {n} {people} of {body2} on {day}, the chief prosecutor {last0} said.
{Body} blamed {body2} for the explosion at {site0}.
{Body2} denied that it had caused the explosion.
{Hedge}{n3} people gathered in front of {body3} on {day} to protest against {body}.
Police used tear gas against protesters near {site} on {day}, witnesses said.
A state of emergency was introduced in {town} on {day}.
The state of emergency in {town} was lifted on {day}, {body} said.
The parliament dismissed the port director on {day}, {body} reported.
The port director resigned on {day}, according to {body2}.
{Country} sent {n} {people} and {n2} tonnes of {noun} to {town} on {day}.
At the request of {officer}, {country} will send {n} doctors to {town}.
{Body} put the damage at {n} million crowns, while {body2} spoke of {n3} million.
{Hedge}{n3} homes were left without {noun} after the explosion.
{Body} will pay the families of the victims {n3} crowns each, {officer} said.
Schools in {town} will remain closed until {day}, {body} said.
The road from {town} to {town2} was closed on {day} because of {adj} {noun}.
In {year}, a fire at {site} left {n} people dead.
{Body} announced an investigation into the explosion on {day}.
Three days of mourning began in {town} on {day}.
A ship of {country} with {n} sailors left {town} on {day} in order to bring {noun} to {town2}.
By the decision of {body}, {n3} soldiers were deployed in {town} on {day}.
The {outlet} reported, citing {body}, that {hedge}{n} {people} had returned to {site}.
An official who asked not to be named said that {saying}.
""".strip().splitlines()


@dataclass
class _World:
    """What the reports of the story have in common."""

    town: str
    town2: str
    country: list[str]
    officers: list[tuple[str, str]]  # office, name
    sayings: dict[int, tuple[str, ...]]
    total: int  # dead in the end


def one_story(n: int, seed: int = 1) -> list[Report]:
    """Reports with a title, an outlet and a day, in the order of their printing."""
    rng = random.Random(seed)
    world = _world(rng)
    bodies: list[list[str]] = []
    reports = []
    for i in range(n):
        # The days stand in the same proportion in the first reports as in all, so that a part of the story is a story.
        nth = rng.choices(range(DAYS_TOLD), [DAYS_TOLD + 2 - day for day in range(DAYS_TOLD)])[0]
        own = _own(world, nth, rng)
        if bodies and rng.random() < COPIED:
            own = copied(rng.choices(list(WAYS), list(WAYS.values()))[0], own, bodies, rng)
        bodies.append(own)
        reports.append(_report(i, own, nth, world, rng))
    return reports


def _world(rng: random.Random) -> _World:
    names = [f"{rng.choice(FIRST)} {_last(rng)}" for _ in OFFICES]
    filled = {i: SAYINGS[i % len(SAYINGS)] for i in range(len(OFFICES))}
    return _World(
        town(rng),
        town(rng),
        [town(rng) + "ia" for _ in range(4)],
        list(zip(OFFICES, names, strict=True)),
        filled,
        rng.randint(140, 240),
    )


def _report(number: int, body: list[str], nth: int, world: _World, rng: random.Random) -> Report:
    day = FIRST_DAY + timedelta(days=nth)
    return Report(
        id=f"r{number:05}",
        source=f"r{number}",
        text=laid_out(body, rng),
        title=f"{world.town}: {body[0][:60].rstrip('., ')}",
        outlet=rng.choice(OUTLETS),
        language="en",
        published=f"{day.isoformat()}T{rng.randrange(24):02}:00:00+00:00",
        dated_by="metadata",
    )


def _own(world: _World, nth: int, rng: random.Random) -> list[str]:
    return [_sentence(shape, world, nth, rng) for shape in rng.sample(SHAPES, rng.randint(8, 16))]


def _sentence(shape: str, world: _World, nth: int, rng: random.Random) -> str:
    who = rng.randrange(len(world.officers))
    office, name = world.officers[who]
    words = _words(world, nth, rng)
    saying = rng.choice(world.sayings[who]).format(**words)
    officer = rng.choice((f"the {office}, {name}", f"{office} {name}", name, f"the {office}"))
    witness = f"{rng.choice(FIRST)} {_last(rng)}"
    told = {**words, "officer": officer, "witness": witness, "saying": saying}
    told |= {key.capitalize(): value[:1].upper() + value[1:] for key, value in told.items()}
    sentence = shape.format(**told)
    return sentence[:1].upper() + sentence[1:]


def _words(world: _World, nth: int, rng: random.Random) -> dict[str, str]:
    """The words of one sentence's slots; what counts the dead grows with the day, and some still repeat the day before."""
    known = max(0, nth - (rng.random() < 0.25))
    dead = round(world.total * min(1.0, 0.2 + 0.1 * known))
    hurt = round(world.total * 9 * min(1.0, 0.3 + 0.08 * known))
    return {
        "town": world.town,
        "town2": world.town2,
        "country": rng.choice(world.country),
        "dead": str(dead),
        "part": str(max(2, dead // 7)),
        "hurt": str(hurt),
        "hurt2": str(hurt + rng.choice((50, 100, 200))),
        "missing": str(max(3, world.total - dead)),
        "hedge": rng.choice(HEDGES),
        "body": rng.choice(BODIES),
        "body2": rng.choice(BODIES),
        "body3": rng.choice(BODIES),
        "site": rng.choice(SITES),
        "site0": SITES[0],
        "day": DAYS[(nth - rng.randrange(3)) % 7],
        "day0": DAYS[0],
        "noun": rng.choice(NOUNS),
        "noun2": rng.choice(NOUNS),
        "adj": rng.choice(ADJECTIVES),
        "people": rng.choice(PEOPLE),
        "says": rng.choice(VERBS),
        "outlet": rng.choice(OUTLETS),
        "year": str(rng.randint(1985, 2020)),
        "n": str(rng.randint(2, 99)),
        "n2": str(rng.randint(2, 99)),
        "n3": str(rng.randint(120, 4000)),
        "last0": world.officers[9][1].split()[1],
    }


def _last(rng: random.Random) -> str:
    return rng.choice(ONSETS) + rng.choice(LAST_ENDS)
