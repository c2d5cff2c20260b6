"""What became of those who were shot or hurt: the words of the report that say that they lived, or that they died of it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.stages.claims.figures.measures import SHOT
from rashomon.stages.claims.found import FoundFigure

_LIVED = re.compile(
    r"non-?\s?life[- ]threatening|not (?:considered |believed to be )?life[- ]threatening|\b(?:stable|fair|good|satisfactory) condition\b|"
    r"\bexpected to (?:survive|live|recover|be (?:ok|okay|fine))|\brecover(?:ing|ed|s)\b|treated and released|\bundergo(?:ne|es|ing)?\b|\bunderwent\b|\bout of surgery|released from (?:the |a )?hospital|\bsurviv(?:ed|es|ing)\b|"
    r"\bminor (?:injur|wound)|superficial|non-?\s?fatal|\b(?:in|to) (?:the|his|her|their|a|one|both)(?: (?:left|right|lower|upper))? (?:leg|foot|hand|arm|ankle|knee|thigh|finger|toe|calf|elbow|wrist)s?\b|\bwill survive|\bflesh wound",
    re.IGNORECASE,
)
_DIED = r"(?:died|passed away|did (?:not|n.t) survive|(?:were|was|are) (?:later |both |all |soon )?(?:pronounced|declared) (?:dead|deceased)|succumbed)\b"
# Who is told to die must be all of those told of: "where they later died", not "where one of them died".
_DIED_THERE = re.compile(
    r"(?:(?!\b(?:one|two|three|four|five|six|another|others?|includ\w+|among|suspect|gunman|shooter)\b)[^.;]){0,120}?\b(?:where|and|but|before|who) (?:(?:the |a )?\w+ (?:says?|said) )?"
    rf"(?:(?:they|both|all|he|she) )?(?:(?:later|then|both|all|have|had|has|also|since|soon|subsequently) ){{0,2}}{_DIED}",
    re.IGNORECASE,
)
_DIED_NEXT = re.compile(
    r"[^.;]{0,200}\.[”\"]?\s+(?:Both|They(?: both| all)?|All(?: two| three| four| five| six)?(?: of them)?|The (?:two|pair|couple|three|four|victims))"
    rf"(?: (?:of them|victims|people|men|women|boys|girls|teens|children|brothers|sisters))? (?:(?:later|then|have|had|also|since|soon) ){{0,2}}{_DIED}"
)
_HURT = frozenset({"injured", "hospitalised", SHOT})
_OLD = timedelta(days=10)
_FURTHEST = 400


_GOES_ON = re.compile(
    r"\.[”\"]?\s+(?:He|She|His|Her|The (?:victim|boy|girl|man|woman|teen|teenager|child|officer)|They|Both|All(?: \w+)?)(?= [a-z])"
)


def lived(found: FoundFigure, text: str) -> bool:
    """Whether its sentence, or the next that goes on about them, says that those counted lived."""
    end = text.find(". ", found.figure.end, found.figure.end + _FURTHEST)
    if end >= 0 and (next_one := _GOES_ON.match(text, end)):
        further = text.find(". ", next_one.end(), next_one.end() + _FURTHEST)
        if _LIVED.search(text, next_one.end(), further if further >= 0 else next_one.end() + _FURTHEST):
            return True
    return bool(_LIVED.search(text, found.start, end if end >= 0 else found.end))


def died(found: FoundFigure, text: str) -> bool:
    """Whether the sentence, or for more than one the next, goes on to tell that all of those hurt died."""
    figure = found.figure
    if figure.measure not in _HURT or not figure.best or found.modality == "denied":
        return False
    end = figure.end + _FURTHEST
    return bool(
        _DIED_THERE.match(text, figure.end, end) or (figure.best > 1 and _DIED_NEXT.match(text, figure.end, end))
    )


_BY_OTHERS = re.compile(
    r"\b(?:shots?|shootings?|gunfire|gunshots?|gunm[ae]n|gunned|bullets?|opened fire|stabb(?:ed|ing)s?|knifed|wounds?|wounded)\b",
    re.IGNORECASE,
)
_ONLY_SEEN = re.compile(
    r"\b(?:precaution\w*|evaluat\w+|observation|examin\w+|check(?:ed|-?up)|shock|smoke|panic\w*|anxiety|unhurt|unharmed|uninjured"
    r"|not (?:hurt|injured|wounded|shot|hit)|no (?:one|injuries)|crash\w*|collision|overdose|fever|ill(?:ness)?)\b",
    re.IGNORECASE,
)
_DEATH_THERE = re.compile(r"\b(?:died|dies|dead|passed away|succumbed|fatal(?:ly)?)\b", re.IGNORECASE)
_SHORTLY_BEFORE = 240  # characters


def hurt_by_others(found: FoundFigure, text: str) -> bool:
    """Whether those taken to hospital are the shot or stabbed of whom the report tells there, and no others."""
    if found.modality != "asserted" or not found.figure.best:
        return False
    end = text.find(". ", found.figure.end, found.figure.end + _FURTHEST)
    around = text[max(0, found.figure.start - _SHORTLY_BEFORE) : end if end >= 0 else found.end]
    if _DEATH_THERE.search(text, found.figure.end, end if end >= 0 else found.end):
        return False  # "both were taken to hospital, where one died"
    return bool(_BY_OTHERS.search(around)) and not _ONLY_SEEN.search(around)


def has_news(figures: Sequence[FoundFigure], day: str | None) -> bool:
    """Whether the report dates a figure that was not long past when it came out: what is old beside it is only recalled ("a vigil for a
    man killed last month")."""
    return any(not is_old(one, day) and one.date is not None for one in figures)


_YEARS = (
    r"(?:\b(?:this|last|the|per|a) year|\bso far (?:this \w+|in \d{4})|\b(?:in|of|for|during|throughout) (?:all of )?(?:19|20)\d\d"
    r"|\bsince (?:January|the (?:start|beginning) of \w+)|\byear[- ]to[- ]date|\bin the (?:past|last) (?:\w+ )?(?:years?|months?|decades?))\b"
)
_YEARS_BEHIND = re.compile(rf"[^.,;]{{0,80}}{_YEARS}", re.IGNORECASE)
_YEARS_BEFORE = re.compile(rf"(?:{_YEARS}|(?:^|[.”\"\n]\s*){_YEARS},)[^.,;]{{0,60}}$", re.IGNORECASE)
_DEATHS = re.compile(
    r"\b(?:homicides?|murders?|killings?|shootings?|slayings?|fatalities|people|deaths?|victims?)$", re.I
)


def over_long(found: FoundFigure, text: str) -> bool:
    """Whether it counts all of a year or so ("the city recorded 85 homicides in 2030"), and not the dead of what is told."""
    figure = found.figure
    if figure.implied or not _DEATHS.search(figure.text):
        return False
    before = text[max(0, figure.start - 120) : figure.start]
    return bool(_YEARS_BEHIND.match(text, figure.end) or _YEARS_BEFORE.search(before))


def is_old(found: FoundFigure, day: str | None) -> bool:
    if day is None or found.date is None or found.date.start is None:
        return False
    try:
        return date.fromisoformat(found.date.start[:10]) < date.fromisoformat(day[:10]) - _OLD
    except ValueError:
        return False
