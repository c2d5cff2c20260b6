"""Two thousand short reports of invented happenings, two thirds of them copies of others, from a seed."""

import io
import random
from collections.abc import Iterator

import msgspec

_SYLLABLES = (
    "ba bren cor dal dren el far gor hul is jor kel lan mar nor os pel quin ras sel tor ul ven wex yar zan".split()
)
_THINGS = ("warehouse", "ferry", "bridge", "school", "mill", "station", "market", "tower", "tunnel", "stadium")
_ENDS = ("burned down", "collapsed", "was flooded", "was closed by strikers", "exploded", "was stormed")
_OUTLETS = [f"The {place} {kind}" for place in ("Harbour", "Valley", "Northern") for kind in ("Post", "Echo", "Herald")]


def rows(count: int, seed: int = 1) -> io.BytesIO:
    """As JSON lines, to be read from standard input."""
    return io.BytesIO(b"".join(msgspec.json.encode(row) + b"\n" for row in _rows(count, random.Random(seed))))


def _rows(count: int, chance: random.Random) -> Iterator[dict[str, str]]:
    told: list[tuple[int, list[str]]] = []
    for number in range(count):
        day = number // 33
        if told and chance.random() < 2 / 3:
            day, text = chance.choice(told[-60:])
            text = _changed(text, chance)
        else:
            text = _own(chance)
        told.append((day, text))
        yield {
            "id": f"r{number:05}",
            "outlet": chance.choice(_OUTLETS),
            "published": f"2031-{3 + day // 30:02}-{1 + day % 30:02}T{chance.randrange(24):02}:{chance.randrange(60):02}:00Z",
            "text": "\n\n".join(text),
        }


def _own(chance: random.Random) -> list[str]:
    place, name, street = _name(chance), f"{_name(chance)} {_name(chance)}", _name(chance)
    thing, end, dead = chance.choice(_THINGS), chance.choice(_ENDS), chance.randrange(2, 40)
    return [
        f"At least {dead} people were killed when a {thing} on {street} Street in {place} {end} on Monday, police said.",
        f'"We have never seen the like," {name}, who lives beside the {thing}, told reporters.',
        f"{chance.randrange(dead, 99)} more were injured, according to the {place} hospital.",
    ]


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _changed(text: list[str], chance: random.Random) -> list[str]:
    way = chance.randrange(3)
    if way == 0:
        return text
    if way == 1:
        return text[: max(1, len(text) - 1)]
    new = list(text)
    new[-1] = f"The mayor called it a black day, and promised help for {chance.randrange(3, 200)} families."
    return new
