"""A stream of invented news in plain English, for what a language model reads: fires, floods, protests, accidents, votes, of invented places and people.

`news(n, seed)` gives n reports; two thirds take their words from an earlier one: the whole of it, its beginning, a revision in which an editor touched some
sentences, parts of two, or a few sentences in an otherwise own report. Own sentences are put together from some sixty shapes and the words of a happening.
"""

import random
import re
from dataclasses import dataclass

WAYS = {"verbatim": 0.28, "cut": 0.16, "revised": 0.26, "merged": 0.10, "lifted": 0.20}
COPIED = 2 / 3
TOUCHED = 0.3  # of the sentences of a revised report

ONSETS = (
    "Bar Bel Cor Dar Dro Fal Gar Hal Ister Jar Kal Kor Lem Mar Nor Or Pel Quel Ras Sal Tam Ul Var Wen Yar Zel".split()
)
ENDS = "ava den dorf elo esk gard holm ica in lund mere na ova port rick sund ta ten via wick".split()
FIRST = "Ada Anton Bela Boris Cara Dario Edda Emil Farah Goran Hanna Ilya Ines Jonas Karin Leo Mara Nadia Omar Petra Rosa Stefan Tarek Vera Yusuf Zoe".split()
LAST_ENDS = "an berg dal ek er field ic ing ko man ov sen ski son well".split()
ROLES = (
    "mayor|governor|interior minister|health minister|police chief|fire chief|union leader|spokeswoman for the ministry|head of the rescue service"
    "|deputy prime minister|opposition leader|army spokesman|hospital director|prosecutor|transport minister"
).split("|")
BODIES = (
    "the interior ministry|the police|the fire brigade|the regional government|the health ministry|the coast guard|the railway company|the army|the prosecutor's office"
    "|the teachers' union|the opposition|the Red Crescent|the electoral commission|the mining company|the city council"
).split("|")
PLACES = (
    "a textile factory|the central market|a primary school|the railway station|a fuel depot|the old harbour|a coal mine|the main square|a nursing home|the northern motorway|the airport"
    "|a chemical plant|the parliament building|a shopping centre|a mountain village"
).split("|")
THINGS = (
    "a fire|an explosion|a flood|a landslide|a bus crash|a train collision|a gas leak|a shooting|an earthquake|a storm|a building collapse|a ferry accident"
).split("|")
PEOPLE = "people|workers|passengers|villagers|miners|soldiers|police officers|students|protesters|residents|firefighters|children|tourists|sailors".split(
    "|"
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PARTS = "early on |late on |on ".split("|")
HEDGES = "at least |about |more than |nearly |up to |around |||||".split("|")
SAYS = "said|told reporters|announced|added|confirmed|insisted|wrote in a statement|told state television|warned".split(
    "|"
)
ADJECTIVES = "heavy dense sudden unusual fierce repeated narrow crowded dry steep damaged old temporary".split()
NOUNS = (
    "smoke rain wind repairs negotiations traffic fuel water ice darkness fog maintenance inspections wages taxes prices shortages barriers pumps boats ambulances helicopters"
    " generators blankets tents shelters volunteers engineers witnesses relatives"
).split()
SHAPES = """
{Hedge}{n} {people} were killed and {n2} others injured when {thing} struck {place} in {town} {part}{day}, {body} said.
{Thing} at {place} in {town} has killed {hedge}{n} {people}, according to {body}.
{First} {last}, the {role}, {says} that {hedge}{n} {people} were still missing.
"We have never seen anything like this in {town}," {last} {says2} {part}{day}.
"The {noun} came within minutes and nobody could leave," said {first} {last}, who lives near {place}.
Rescuers pulled {n} {people} from {place} {part}{day} as {adj} {noun} slowed the search.
{Body} sent {n3} {people2} and {n} {noun} to {town}.
The {role} of {country}, {first} {last}, dismissed the head of {body2} {part}{day}.
{Body} denied that {adj} {noun} had caused {thing}.
Schools and offices in {town} will remain closed until {day}, {body} said.
Residents blamed {body2} for {adj} {noun} and demanded an investigation.
{Hedge}{n3} {people} gathered in front of {place} to protest against {noun} and {noun2}.
Police used tear gas and arrested {n} {people} near {place}, witnesses said.
{Last} said he had asked the government for {noun}, {noun2} and {n} {noun3} two weeks earlier.
According to {body}, {n} of the {n3} {people} had been taken to hospitals in {town2}.
The cause of {thing} was not immediately known, but {body} spoke of {adj} {noun}.
In {month}, {thing} in {town2} left {n} {people} dead and destroyed {n3} houses.
{Country} declared three days of mourning, and President {first} {last} cancelled a trip to {country2}.
It was the {adj} {noun} that made the work so hard, {last} said.
{Body} put the damage at {n} million crowns, while {body2} spoke of {n3} million.
A state of emergency was introduced in {town} and the {town2} region {part}{day}.
"{Body} knew of the {noun} for years," the opposition leader {first} {last} told the newspaper {town} Courier.
The {town} Courier reported, citing {body}, that {hedge}{n} {people} had returned to {place}.
{Hedge}{n3} homes were left without {noun} after {thing} cut the line between {town} and {town2}.
Earlier reports had spoken of {n} dead.
The road from {town} to {town2} is blocked by {noun}, and {noun2} can be brought only by helicopter.
{First} {last}, {n} years old, waited outside {place} for news of her brother.
"I heard a bang and then saw {noun} above {place}," he recalled.
Parliament in {town2} is to vote on {noun} on {day}, though {body} opposes it.
The ministry did not say how many of the {people} came from {country2}.
At the request of President {last}, {country2} will send {n} {people2} to {town}.
Officials had warned of {adj} {noun} in the {town} valley since {month}.
The toll rose to {n} {part}{day} after two of the injured died.
A {people1} who asked not to be named said the {noun} had failed.
Trains between {town} and {town2} were suspended, and flights were delayed by up to {n} hours.
Neighbouring {country2} offered {noun}, {noun2} and {noun3}.
Photo: {first} {last}
More on this story
Background: {adj} {noun} in {country}
A quiet valley of {adj} {noun} and {adj2} {noun2}
Both sides agreed {part}{day} to talk about {noun}.
{Body} will pay the families of the victims {n3} crowns each, {last} {says2}.
Nothing was left of {place} but {noun} and {noun2}.
""".strip().splitlines()
STANDING = (
    "Read more news from the region in our daily newsletter.",
    "Share this",
    "Related articles",
    "All rights reserved.",
    "Sign up for our morning briefing.",
)


@dataclass(frozen=True)
class Happening:
    """What the reports of one happening have in common."""

    words: dict[str, str]


def news(n: int, seed: int = 1, ways: dict[str, float] | None = None) -> list[str]:
    """The texts of n reports, in the order of their printing."""
    rng = random.Random(seed)
    ways = ways or WAYS
    happenings = [_happening(rng) for _ in range(max(1, n // 12))]
    bodies: list[list[str]] = []
    while len(bodies) < n:
        own = _own(rng.choice(happenings), rng)
        if bodies and rng.random() < COPIED:
            own = copied(rng.choices(list(ways), list(ways.values()))[0], own, bodies, rng)
        bodies.append(own)
    return [laid_out(body, rng) for body in bodies]


def _happening(rng: random.Random) -> Happening:
    towns, country = [town(rng), town(rng)], [town(rng) + "ia", town(rng) + "land"]
    thing = rng.choice(THINGS)
    return Happening(
        {
            "town": towns[0],
            "town2": towns[1],
            "country": country[0],
            "country2": country[1],
            "thing": thing,
            "place": rng.choice(PLACES),
        }
    )


def town(rng: random.Random) -> str:
    return rng.choice(ONSETS) + rng.choice(ENDS)


def _own(happening: Happening, rng: random.Random) -> list[str]:
    return [_sentence(shape, happening, rng) for shape in rng.sample(SHAPES, rng.randint(10, 20))]


def _sentence(shape: str, happening: Happening, rng: random.Random) -> str:
    """The shape with its slots filled; a slot with a capital begins with one."""

    def filled(slot: re.Match[str]) -> str:
        name = slot[1]
        word = happening.words.get(name.lower()) or _word(name.lower().rstrip("123"), name[-1], rng)
        return word[:1].upper() + word[1:] if name[0].isupper() else word

    told = re.sub(r"\{(\w+)\}", filled, shape)
    return told[:1].upper() + told[1:]


def _word(kind: str, which: str, rng: random.Random) -> str:
    if kind == "n":
        return str(rng.randint(120, 4000) if which == "3" else rng.randint(2, 99))
    if kind == "last":
        return rng.choice(ONSETS) + rng.choice(LAST_ENDS)
    if kind == "people" and which == "1":
        return "resident"
    return rng.choice(_LISTS[kind])


_LISTS = {
    "hedge": HEDGES, "people": PEOPLE, "day": DAYS, "part": PARTS, "body": BODIES, "first": FIRST, "role": ROLES, "says": SAYS, "noun": NOUNS,
    "adj": ADJECTIVES, "month": "January February March April May June July August September October November December".split(),
    "thing": THINGS, "place": PLACES,
}  # fmt: skip


def copied(way: str, own: list[str], bodies: list[list[str]], rng: random.Random) -> list[str]:
    """The report as it stands when it is made from one or two of the last few hundred; `own` is what its writer has himself."""
    source, other = rng.choice(bodies[-400:]), rng.choice(bodies[-400:])
    if way == "verbatim":
        return source
    if way == "cut":
        return source[: max(3, round(len(source) * rng.uniform(0.35, 0.8)))]
    if way == "revised":
        return [_touched(sentence, rng) if rng.random() < TOUCHED else sentence for sentence in source] + own[:1]
    if way == "merged":
        return source[: len(source) * 2 // 3] + other[: len(other) // 2]
    if way == "edited":
        return [_touched(sentence, rng) for sentence in source]
    at = rng.randrange(len(source))
    return own[:4] + source[at : at + 3] + own[4:]


def _touched(sentence: str, rng: random.Random) -> str:
    """A number changed, a word put in, or a word replaced."""
    words = sentence.split(" ")
    at = rng.randrange(len(words))
    if words[at].isdigit():
        words[at] = str(int(words[at]) + rng.randint(1, 9))
    elif words[at] in NOUNS:
        words[at] = rng.choice(NOUNS)
    else:
        words.insert(at, rng.choice(("also", "now", "meanwhile", "again", "reportedly")))
    return " ".join(words)


def laid_out(body: list[str], rng: random.Random) -> str:
    paragraphs = [
        " ".join(body[i : i + 2]) if body[i].endswith(".") else "\n\n".join(body[i : i + 2])
        for i in range(0, len(body), 2)
    ]
    return "\n\n".join([*paragraphs, rng.choice(STANDING)])
