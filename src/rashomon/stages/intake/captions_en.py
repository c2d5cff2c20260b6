"""English captions of pictures that name no photographer ("Residents queueing for bread at the harbour gate, Port Sorrel").

A caption has no main verb in the past, quotes nobody, and as a rule says at its end where and when. Each pattern is one way in which
desks word them; when unsure, the line is the report's.
"""

import re

_MOST_WORDS = 45
_MOST_WORDS_UNSURE = 28
_FEWEST_WORDS = 5
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DATE = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:{_MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d|\d{{1,2}}\s{_MONTH},?\s(?:19|20)\d\d)"
_PLACE = r"[A-Z][\w'’.-]{1,20}(?:,?\s[A-Z][\w'’.-]{1,20}){0,4}"
_ENDS_IN_DATE = re.compile(rf"{_DATE}\.?$")
_ENDS_IN_PLACE_AND_DATE = re.compile(rf"[A-Z][\w'’.-]{{1,20}},?\s(?:on\s)?{_DATE}\.?$")
_ENDS_IN_PLACE = re.compile(rf"(?:,|\b(?:in|at|near|outside|of))\s(?:the\s)?{_PLACE}$")
_ENDS_AS_SENTENCE = re.compile(r"\D\.$|[:?!\"“”«»„]$")
_PICTURE = r"(?:photo|photograph|picture|image|still|frame grab|screengrab|screen grab|handout)"

# A line that begins so is a caption whatever follows.
_OPENS = re.compile(
    r"A (?:(?:general|aerial|overhead|wide|satellite|drone|close-up|night) )?view (?:shows|of)\b"
    r"|An (?:aerial|overhead) view (?:shows|of)\b"
    rf"|(?:An?|This|In this) (?:[\w-]+,? ){{0,4}}{_PICTURE},? (?:\w+ )?(?:taken|released|provided|made available|obtained|issued|posted|distributed)\b"
    rf"|(?:Pictured|Seen here|(?:Above|Below|Left|Right|Top), (?:in )?an? (?:undated )?{_PICTURE})\b"
)
_NO_VIEW = re.compile(r"A view of (?:history|events|things|life|the (?:world|future|past))\b|A view (?:shared|held)\b")
_SEEN = re.compile(r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b(?! (?:as|to|by)\b)")
# Verbs in the present that captions are made of; a report tells the same in the past.
_ACTS = re.compile(
    r"\b(?:stands?|walks?|march(?:es)?|gathers?|attends?|takes? part|holds?|rides?|blocks?|guards?|patrols?|carr(?:y|ies)|waits?|queues?|looks?|"
    r"pass(?:es)?|inspects?|clears?|works?|rests?|leaves?|arrives?|watch(?:es)?|reacts?|shouts?|chants?|clash(?:es)?|rises?|billows?|burns?|"
    r"speaks?|shakes? hands|poses?|greets?|waves?|hugs?|sits?|lies?|search(?:es)?|runs?|flee|unloads?|distributes?|comforts?|mourns?|lays?|lines? up|take cover)\b"
)
# Subject and a verb in -ing right behind it, nothing in between that could be the sentence's own verb.
_DOING = re.compile(r"^(?:[\w'’-]+ ){1,5}?(?P<doing>[a-z]{3,}ing)\b")
_NO_SUBJECT_BEFORE_DOING = re.compile(
    r"\b(?:consider|den[yi]|keep|stop|start|begin|continue|propose|suggest|report|risk|avoid|admit|recommend|favou?r|face|oppose|resume|halt|plan|"
    r"call|vote|push|warn|for|by|of|in|on|at|from|after|before|while|without|despite|when|about|against|to|the|an?|and|or|new|no)(?:e?s)? $"
)
_NO_DOING = frozenset(
    "during including according following concerning regarding morning evening building meeting nothing something anything everything being "
    "spring king ring wing string".split()
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|says?|said|told|tells?|began|kept|went|came|left|"
    r"saw|made|took|got|gave|found|held|felt|heard|ran|stood|met|sent|brought|spent|lost|led|won|rose|fell|grew|drew|broke|spoke|wrote|knew|"
    r"thought|fought|caught|sought|bought|built|shot|struck|sat|lay|became|that|which|who)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|would|could|began|kept|went|came|took|made|gave|held|saw|rose|fell|met|sent)\b"
)
_REGULAR_PAST = re.compile(
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bof )(?<!\bby )(?<!\bwith )(?<!\band )\b[a-z]{2,}ed\b(?! by\b)"
)
_QUOTES = re.compile(r"[\"“”«»„]|\b(?:said|told|says|according to|added)\b")


def describes_picture(line: str) -> bool:
    """Whether a paragraph is a caption by its wording: short, quoting nobody, in the present or without a main verb."""
    opens = _OPENS.match(line)
    if not opens and _ENDS_AS_SENTENCE.search(line, max(0, len(line) - 3)):
        return False  # neither a date nor a place stands at its end: most lines go no further
    count = len(line.split())
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or not line[:1].isalnum() or _QUOTES.search(line) or line[-1] in ":?!":
        return False
    if opens:
        return not _NO_VIEW.match(line)
    if _ENDS_IN_DATE.search(line) and not _PAST.search(line):
        return _is_seen(line) or _acts_in_the_present(line) or _is_doing(line)
    placed = count <= _MOST_WORDS_UNSURE and line[-1] != "." and bool(_ENDS_IN_PLACE.search(line))
    return placed and (_is_seen(line) or _is_doing(line))


def _is_seen(line: str) -> bool:
    """ "Smoke is seen over the harbour …"."""
    return bool(_SEEN.search(line[:150])) and not _PAST.search(line)


def _acts_in_the_present(line: str) -> bool:
    """ "Soldiers guard a bridge in Port Sorrel, Velmora, March 12, 2024."."""
    return bool(_ENDS_IN_PLACE_AND_DATE.search(line) and _ACTS.search(line)) and not _REGULAR_PAST.search(line)


def _is_doing(line: str) -> bool:
    """ "Residents queueing for bread …", with no main verb anywhere."""
    match = _DOING.match(line)
    if (
        not match
        or match["doing"] in _NO_DOING
        or _NO_SUBJECT_BEFORE_DOING.search(line[: match.start("doing")].lower())
    ):
        return False
    return not _FINITE.search(line) and not _REGULAR_PAST.search(line)
