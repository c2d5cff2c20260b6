"""What only the whole report settles: whether the shot lived, and which persons its numbers already count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from rashomon.stages.claims.figures.fates import died, has_news, hurt_by_others, is_old, lived, over_long
from rashomon.stages.claims.figures.measures import SHOT
from rashomon.stages.claims.figures.persons import Person, alike, is_named_as, may_be
from rashomon.stages.claims.found import FoundFigure


@dataclass(frozen=True)
class ReadFigure:
    """`part`: its words make it part of another. `known`: told of before, a single person by name or with "the", or two with "both"
    (`pair`). `faint`: told with a pronoun or a possessive."""

    found: FoundFigure
    part: bool = False
    known: bool = False
    person: Person | None = None
    pair: bool = False
    faint: bool = False


# A death told with a pronoun or without a subject that could be counted.
_A_DEATH = re.compile(
    r"\b(?:he|she|who|victim|whom)\b[^.;]{0,40}\b(?:died|dies|has died|had died|(?:was|been) (?:killed|pronounced dead|declared dead))\b"
    r"|\b(?:slaying|(?:took|taken|taking|takes) (?:his|her|their) own li(?:fe|ves)"
    r"|(?<!attempted )(?<!commit )(?<!commit criminal )homicide(?! (?:unit|detective|investigator|squad|bureau|division|team|section|report))|(?<!attempted )murder (?:charge|investigation)|died (?:at|on|from|of|in|a|later|after)|(?<!non-)(?<!non )fatal shooting|(?:took|taken|taking) (?:his|her|their) own li(?:fe|ves)|deadly shooting|pronounced dead)\b",
    re.IGNORECASE,
)


def settled(read: Sequence[ReadFigure], text: str, day: str | None) -> list[ReadFigure]:
    """The figures with "shot" settled, without the known persons that a number of the report already counts. `day`: when the
    report was published."""
    read = [_measured(figure, "killed") if died(figure.found, text) else figure for figure in read]
    read = [
        _measured(figure, "injured")
        if figure.found.figure.measure == SHOT
        and (lived(figure.found, text) or _besides_the_dead(figure, read[:i], text))
        else figure
        for i, figure in enumerate(read)
    ]
    read = _each_once(_dead_by_name(_in_hospital(read, text)), text)
    new = _of_now(read, day)
    deaths = _dead([figure for figure in new if not over_long(figure.found, text)], text) or (
        1 if _A_DEATH.search(text) else 0
    )
    wounded = _most(new, "injured")
    others = _dead_told_singly(new, deaths)
    read = [
        _measured(figure, "injured") if _is_none_of(figure, others) else _settle_shot(figure, deaths, wounded)
        for figure in read
    ]
    read = _without_faint(read, day)
    counted = {
        figure.found.figure.measure
        for figure in read
        if not figure.found.figure.implied and _number(figure) >= 1 and not over_long(figure.found, text)
    }
    read = [figure for figure in read if figure.pair or not (figure.known and figure.found.figure.measure in counted)]
    read = [figure for i, figure in enumerate(read) if not figure.pair or not _counted_before(figure, read[:i])]
    return [
        replace(figure, part=figure.part or _told_singly(figure, read[:i], text) or _of_pair(figure, read[i + 1 :]))
        for i, figure in enumerate(read)
    ]


def _dead_told_singly(read: Sequence[ReadFigure], deaths: float) -> list[Person]:
    """The dead of the report where all of them are told of one by one; empty where some are not."""
    dead = [
        f for f in read if f.found.figure.measure == "killed" and f.found.modality == "asserted" and _number(f) >= 1
    ]
    persons = [f.person for f in dead if f.person]
    return persons if len(persons) == len(dead) and len(persons) >= deaths else []


def _is_none_of(read: ReadFigure, dead: Sequence[Person]) -> bool:
    """ "The suspect died … he had shot a deputy": one who is shot and whom side or sex sets apart from each of the dead."""
    who = read.person
    if read.found.figure.measure != SHOT or who is None or not dead:
        return False
    plain = replace(who, names=frozenset(), age=None)
    return not any(alike(plain, replace(one, names=frozenset(), age=None)) for one in dead)


def _without_faint(read: Sequence[ReadFigure], day: str | None) -> list[ReadFigure]:
    """Of those told with a pronoun or a possessive the first of the dead, where no other words tell of one, and the first of the
    hurt, where none tell of harm at all."""
    plain = {f.found.figure.measure for f in read if not f.faint}
    kept: list[ReadFigure] = []
    for figure in read:
        measure = figure.found.figure.measure
        told = plain & ({"killed"} if measure == "killed" else {"killed", "injured", "hospitalised", "other"})
        if not figure.faint or not (told or figure.found.modality != "asserted" or is_old(figure.found, day)):
            kept.append(figure)
            plain |= {measure} if figure.faint else set()
    return kept


def _in_hospital(read: Sequence[ReadFigure], text: str) -> list[ReadFigure]:
    """Those in hospital as injured where the words right before tell of shots or stabs, unless numbers count the injured or more who
    were shot and lived. Who is known already and merely lies in hospital is told of faintly."""
    injured, shot, dead = (_most(read, measure) for measure in ("injured", SHOT, "killed"))
    found = []
    for figure in read:
        known = figure.known and not figure.pair
        if figure.found.figure.measure != "hospitalised":
            found.append(figure)
        elif injured < _number(figure) and _number(figure) + dead >= shot and hurt_by_others(figure.found, text):
            found.append(replace(_measured(figure, "injured"), faint=known))
        elif not known:
            found.append(figure)
    return found


def _dead_by_name(read: Sequence[ReadFigure]) -> list[ReadFigure]:
    """The shot who are told by the name of a dead one are dead ("Ryker was shot at noon … Mads Ryker died on Tuesday")."""
    dead = [
        f.person
        for f in read
        if f.person and f.found.figure.measure == "killed" and f.found.modality == "asserted" and f.person.names
    ]
    return [
        _measured(f, "killed")
        if f.person and f.found.figure.measure == SHOT and any(is_named_as(f.person, one) for one in dead)
        else f
        for f in read
    ]


def _counted_before(pair: ReadFigure, before: Sequence[ReadFigure]) -> bool:
    """Whether a number told before counts the two already ("five were hurt … both officers are in hospital")."""
    figures = [f.found.figure for f in before if not f.pair and not f.found.figure.implied]
    return any(one.measure == pair.found.figure.measure and one.best != 0 for one in figures)


_NEAR = 500


def _of_pair(read: ReadFigure, behind: Sequence[ReadFigure]) -> bool:
    """A single person who is one of the two that the report goes on to tell of with "both"."""
    figure = read.found.figure
    near = [f.found.figure for f in behind if f.pair and f.found.figure.start - figure.end < _NEAR]
    return figure.implied and any(one.measure == figure.measure for one in near)


def _besides_the_dead(read: ReadFigure, before: Sequence[ReadFigure], text: str) -> bool:
    """ "Found two bodies and two men with gunshot wounds", "one died and three were shot": told beside the dead of the sentence, and
    not one of them."""
    dead = [f.found.figure.end for f in before if f.found.figure.measure == "killed" and f.found.figure.best != 0]
    if not dead or read.known or read.part or dead[-1] < read.found.figure.start - 120:
        return False
    return bool(_JOINED.fullmatch(text, dead[-1], read.found.figure.start))


def _of_now(read: Sequence[ReadFigure], day: str | None) -> list[ReadFigure]:
    """Without those of an earlier happening that the report recalls."""
    tells_news = has_news([figure.found for figure in read], day)
    return [figure for figure in read if not (tells_news and is_old(figure.found, day))]


def _measured(read: ReadFigure, name: str) -> ReadFigure:
    return replace(read, found=replace(read.found, figure=msgspec.structs.replace(read.found.figure, measure=name)))


def _each_once(read: Sequence[ReadFigure], text: str) -> list[ReadFigure]:
    """Without the wounds of one who is told to have died of them ("police found a man with a gunshot wound; he died")."""
    dead = [f.person for f in read if f.person and f.found.figure.measure == "killed"]
    hurt = ("injured", "hospitalised")
    return [
        f
        for f in read
        if not (
            f.person
            and (f.found.figure.measure in hurt or _is_wounded(f, text))
            and any(may_be(f.person, one) for one in dead)
        )
    ]


_JOINED = re.compile(
    r"(?:(?!\b(?:after|when|where|who had)\b)[^.;])*(?:,| and| while)(?: [\w-]+){0,2} ?", re.IGNORECASE
)


def _is_wounded(read: ReadFigure, text: str) -> bool:
    """ "With a gunshot wound"."""
    return read.found.figure.measure == SHOT and "wound" in text[read.found.start : read.found.end].casefold()


_ONE_OF_THEM = re.compile(r"one (?:[\w-]+ )?(?:man|woman|boy|girl|victim|child|teen|teenager|officer)\b", re.IGNORECASE)
_APART = re.compile(r"\b(?:also|separate(?:ly)?|elsewhere|earlier|in another|second incident)\b", re.IGNORECASE)


def _told_singly(read: ReadFigure, before: Sequence[ReadFigure], text: str) -> bool:
    """A single person told of after a greater number of the same measure ("Four were shot. … A man was shot in the leg") is one
    of them, unless the sentence sets them apart."""
    figure = read.found.figure
    single = figure.implied or (figure.best == 1 and _ONE_OF_THEM.match(figure.text))
    if not single or read.part or _APART.search(text, read.found.start, read.found.end):
        return False
    same = [f for f in before if f.found.figure.measure == figure.measure and not f.found.figure.implied]
    same = [f for f in same if not over_long(f.found, text)]
    return any(_number(f) > 1 and f.found.figure.scope != "total" and f.found.end <= read.found.start for f in same)


def _dead(read: Sequence[ReadFigure], text: str) -> float:
    """The most dead that a number, or the numbers of one sentence together, tell of ("a father and two sons")."""
    most = _most(read, "killed")
    told = [f for f in read if f.found.figure.measure == "killed" and not f.part and f.found.figure.scope != "total"]
    for i, first in enumerate(told):
        end = text.find(". ", first.found.figure.end)
        together = [f for f in told[i:] if end < 0 or f.found.figure.start < end]
        if len(together) < 6 and any(_number(f) > 1 for f in together):
            most = max(most, sum(_number(f) for f in together))
    return most


def _most(read: Sequence[ReadFigure], measure: str) -> float:
    """The greatest number of the report on a measure, running totals aside."""
    return max(
        (_number(f) for f in read if f.found.figure.measure == measure and f.found.figure.scope != "total"), default=0
    )


def _number(read: ReadFigure) -> float:
    figure = read.found.figure
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), 0)


def _settle_shot(read: ReadFigure, deaths: float, wounded: float) -> ReadFigure:
    """Killed where the report tells of as many dead (and of no wounded, for one person); some of both is neither: `other`."""
    figure = read.found.figure
    if figure.measure != SHOT:
        return read
    number = _number(read)
    if read.person and read.person.apart and not wounded:
        wounded = 1  # "another teen was also shot": one more than the dead
    if not deaths or number == 0:
        name = "injured"
    elif deaths >= number and not wounded:
        name = "killed"
    else:
        name = "injured" if wounded >= number else "other"
    return _measured(read, name)
