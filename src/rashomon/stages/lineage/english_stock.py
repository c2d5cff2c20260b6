"""Furniture, standing background and set phrases of English news, told by their wording alone.

Tables: each row is what it is called and how it is worded. What is no news needs no origin: a line that asks for
subscribers, thanks an agency, or says what a body is stands in many reports and nobody copied it from anybody."""

import re
from functools import lru_cache

from rashomon.stages.lineage import english_reader

_I = re.IGNORECASE

# A sentence that one of these is found in is furniture. In order: the first that is found names it.
_FURNITURE: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "credit",
        "says whose report or reporting it is",
        re.compile(
            r"\b(?:this|the) (?:story|article|report|text|piece) (?:was |is )?(?:first |originally )?(?:published|appeared|ran) (?:by|in|on)\b|"
            r"^\W*(?:with |additional |further )?reporting by\b|^\W*with agenc(?:y|ies)\b|^\W*(?:source|via|by) ?: ?[A-Z]|"
            r"\bcontributed to this (?:report|story|article)\b|^\W*(?:this|it|the news) was first reported by\b|\bwas the first to report (?:it|this|the news)\b|"
            r"^\W*(?:editing|writing|compiled|translated|edited|written) by\b|\breported (?:this|the story) first\b",
            _I,
        ),
    ),
    (
        "newsletter",
        "asks the reader to subscribe or follow",
        re.compile(
            r"\b(?:sign up|subscribe|register)\b[^.]{0,60}\b(?:newsletters?|alerts?|updates|briefing|e-?mails?|free|channel)\b|"
            r"\b(?:e-?mail|news|text) alerts\b|\b(?:delivered|straight|right|direct(?:ly)?) (?:in)?to your (?:inbox|phone)\b|"
            r"\bdownload (?:our|the) (?:[\w ]{0,20})?app\b|\bfollow (?:us|[\w' ]{1,30}) on (?:twitter|facebook|instagram|telegram|x|whatsapp)\b|"
            r"\blike us on facebook\b|\b(?:our|the) (?:daily|weekly|morning|evening|free) newsletter\b|\bdon.t miss a (?:thing|story)\b|^\W*sign up (?:today|now|here|for free)\b|\bkeeps? you up[- ]to[- ]date\b|"
            r"\b(?:support|donate to) (?:our|independent) (?:journalism|reporting|newsroom)\b|\bjoin the conversation\b",
            _I,
        ),
    ),
    (
        "caption",
        "belongs to a picture",
        re.compile(
            r"^\W*(?:file )?(?:photo|picture|image|video)(?: ?credit)?s? ?[:/]|\((?:[\w .]{1,30} )?(?:photo|video|image|picture)s?(?:\)| by|/|, ?file)[^.]{0,40}$|^\W*© ?(?:reuters|afp|ap|epa|getty)\b|"
            r"\bmore photo: ?[A-Z]|\b(?:photo|image|video|picture) \d+ of\b|\bcaption close\b|^\W*(?:file\W+)?in this [\w., ]{0,30}\bphoto\b|"
            r"\b(?:photo|picture|image) (?:by|courtesy of)\b|\bfile photo\W*$",
            _I,
        ),
    ),
    (
        "footer",
        "says who owns the text or where more is",
        re.compile(
            r"\ball rights reserved\b|^\W*(?:copyright\b|©|\(c\) ?\d{4})|"
            r"\bmay not be (?:published|reproduced|redistributed|rewritten)\b|"
            r"\b(?:read|see|click|tap) (?:more|also|here)\b(?: (?:on|for|about|to)\b|\W*$)|\bterms of (?:use|service)\b|\bprivacy policy\b|"
            r"\bwe (?:use cookies|have updated our)\b|\b(?:developing|breaking) story\b[^.]{0,40}\b(?:update|check back|refresh)|\bcheck back (?:for|later)\b",
            _I,
        ),
    ),
)  # fmt: skip

# Every wording above holds one of these.
_SIGNS = (
    "published", "appeared", " ran ", "reporting by", "with agenc", "source", "via", "contributed to this", "first reported by",
    "first to report", "editing by", "writing by", "by:", "by :", "compiled by", "translated by", "edited by", "written by", "story first",
    "this first", "sign up", "subscri", "register", "alerts", "to your", "download", "follow", "like us", "newsletter", "miss a", "up to date",
    "up-to-date", "support", "donate", "join the", "rights reserved", "copyright", "©", "(c)", "may not be", "read ", "see ", "click", "tap ", "terms of",
    "privacy policy", "cookies", "updated our", "story", "check back", "photo", "picture", "image", "video", "caption close",
)  # fmt: skip

# Asks the public for hints: stock, yet it names an officer or a line of the one happening, and goes along with a copy.
_APPEAL = re.compile(
    r"\banyone (?:with|who has|having|who (?:saw|knows|witnessed))\b.{0,160}\b(?:is|are) (?:asked|urged|encouraged|requested) to\b|"
    r"\banyone with (?:any )?(?:information|tips?)\b.{0,120}\b(?:call|contact)\b|\bcrime ?stoppers\b.{0,80}\d|"
    r"\bcall(?:ers)? (?:the )?(?:tip|anonymous) ?line\b|\bcallers (?:can|may|will) remain anonymous\b|\btip line\b.{0,80}\d|"
    r"\b(?:assist|help)\b.{0,40}\binvestigation\b.{0,60}\b(?:call|text)|\banyone with\b.{0,160}\b(?:should|can|may) (?:call|contact)\b|\bremain anonymous\b",
    _I,
)

# A sentence that says what a body or a thing is, or who belongs to it, in the present: true on any day.
_DEFINES = re.compile(
    r"^\W*(?!(?:but|and|so|then|yet|there|it|they|one|what|unless|that|this|these|those|if|while|when|other|others)\b)"
    r"(?i:(?:the|a|an|its|their) )?(?:[\w.&'’()-]+ ){0,9}?(?-i:[A-Z(])[\w.&'’()-]*,?(?: [\w'’-]+){0,3}?,?(?: [^,.]{1,60},)? "
    r"(?:(?:is|are) (?:an? |one of |home to |made up |known (?:as|for) |based in |located |composed |the (?:capital|largest|biggest|oldest|world|country|main|official|national)\b)|"
    r"consists? of |includes? |comprises? |has (?:a population|\d[\d,.]* (?:members|inhabitants|employees|seats))|"
    r"(?:was|were) (?:founded|established|created|set up|formed) in |(?:also )?stands for |unites? |brings together |groups )",
    re.IGNORECASE,
)
# What ties a sentence to one happening or one speaker; then it is news, however it begins.
_TIMELY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|now|currently|still|so far|recent(?:ly)?|last|next|this|these|"
    r"said|says|told|according to|announced|reported|expected|believed|due|wounded|injured|dead|killed|hospital|police|suspect|victims?|arrest\w*|charged|accused|"
    r"I|we|you|he|she|my|our|his|her)\b|[\"“”]",
    _I,
)
_PROPER = re.compile(r"[A-Z]\w+")

# Wordings that the law gives to every reporter alike.
_LAW = re.compile(
    r"\b(?:(?:been |was |were |is |are |being )?(?:formally )?charged with|(?:pleaded|pled|found) (?:not )?guilty (?:to|of)|"
    r"(?:attempted |aggravated |felony |first|second|third|fourth)[- ](?:degree )?(?:murder|assault|robbery|battery|burglary|manslaughter|homicide)|"
    r"(?:attempted|aggravated|capital|criminal|vehicular) (?:murder|assault|robbery|battery|burglary|manslaughter|homicide|vehicular homicide)|"
    r"(?:one|two|three|four|five|six|\d+) counts? of|on suspicion of|possession of a (?:firearm|weapon|controlled substance)|"
    r"use and carry of (?:a )?firearms?|in relation to a crime of violence|firing a weapon in public|assault with a (?:deadly|dangerous) weapon|"
    r"obstruction of justice|accessory (?:before|after) the fact|intent to kill|inflicting serious (?:bodily )?injury|tampering with evidence|false reporting|felon in possession|"
    r"(?:discharging|firing|shooting) (?:a )?(?:firearm|weapon|gun) into (?:an )?occupied (?:property|dwelling|vehicle|home)|"
    r"no charges (?:have been|were|had been) filed|the investigation is continuing|continues to (?:actively )?(?:review|investigate)|the facts and circumstances|"
    r"considered armed and dangerous|(?:identity is )?pending (?:verification|notification|identification)|"
    r"(?:an )?autopsy (?:showed|found|determined|revealed)|died (?:of|from) (?:multiple |a )?gunshot wounds?|death was ruled (?:a |an )?(?:homicide|accident|suicide)|"
    r"times the legal limit|blood[- ]? ?alcohol (?:level|content))\b",
    _I,
)  # fmt: skip
# Those that the ward and the police blotter give.
_BEAT = re.compile(
    r"\b(?:(?:was|were|been|being) (?:taken|rushed|transported|airlifted|flown) to (?:a|an|the)(?: local| nearby| area)? hospital|"
    r"(?:with )?non-? ?life-? ?threatening(?: injuries)?|life-? ?threatening injuries|(?:listed )?in (?:a )?(?:critical|stable|serious|good|fair)(?: but stable)? condition|"
    r"(?:was|were) pronounced dead(?: at the (?:scene|hospital))?|pronounced dead at|(?:is|are) expected to (?:survive|recover)|(?:are|is) not believed to be|"
    r"turned (?:himself|herself|themselves) in(?: to (?:police|authorities))?|(?:remains?|is still) under investigation|the investigation (?:is|remains) (?:ongoing|under way)|"
    r"(?:has|have) not (?:yet )?been (?:identified|released|named)|(?:was|were) not (?:immediately )?identified|did not immediately respond to (?:a )?requests? for comment|"
    r"spoke on (?:the )?condition of anonymity|at (?:about|around|approximately) \d{1,2}(?::\d\d)? ?[ap]\.?m\.?|gunshot wounds? to the (?:head|chest|leg|arm|stomach|abdomen)|"
    r"(?:a|an|the|his|her|their)? ?\d{1,3}-(?:year|month)-old (?:boy|girl|man|woman|son|daughter|suspect)|"
    r"(?:taken|transported|rushed|airlifted|flown) (?:by (?:ambulance|helicopter) )?to(?= (?:the )?(?-i:[A-Z])[\w'’.]* )|for observation)\b",
    _I,
)  # fmt: skip


# Every wording of the two tables holds one of the words beside it.
_SET_PHRASES = (
    (_LAW, (
        "charge", "guilty", "murder", "assault", "robbery", "battery", "burglary", "manslaughter", "homicide", "count", "suspicion",
        "possession", "use and carry", "crime of violence", "weapon", "obstruction", "accessory", "intent to kill", "inflicting",
        "tampering", "false reporting", "felon", "occupied", "investigation", "continues to", "facts and", "considered armed",
        "pending", "autopsy", "gunshot", "death was", "legal limit", "alcohol",
    )),
    (_BEAT, (
        "hospital", "threatening", "condition", "pronounced", "expected to", "believed", "turned", "investigation", "been", "identified",
        "respond", "at about", "at around", "at approx", "gunshot", "-old", "taken", "transported", "rushed", "airlifted", "flown",
        "observation",
    )),
)  # fmt: skip


def furniture(sentence: str) -> tuple[str, str] | None:
    """What a line of furniture is called, and why it is one; None for a sentence of the report."""
    found = next(((kind, why) for kind, why, wording in _FURNITURE if wording.search(sentence)), None)
    return found or (None if is_appeal(sentence) else english_reader.line(sentence))


def signs(text: str) -> list[str]:
    """What in a text hints at furniture; a sentence without any of them is none. Most texts have few, so most are read once."""
    lowered = text.casefold()
    return [sign for sign in (*_SIGNS, *english_reader.SIGNS) if sign in lowered]


@lru_cache(maxsize=16_384)
def says_nothing(sentence: str) -> bool:
    """Whether a sentence tells nothing of a happening: it asks the public for hints, or gives the reader an address. It may go
    along with a copy, but nobody copies it for its own sake."""
    return is_appeal(sentence) or english_reader.speaks_to_reader(sentence)


def is_appeal(sentence: str) -> bool:
    """Whether a sentence asks the public for hints."""
    return bool(_APPEAL.search(sentence))


def is_timeless(sentence: str) -> bool:
    """Whether a sentence says what something is, whatever happened: it names a body, and neither a day, a speaker nor a deed."""
    return bool(_DEFINES.search(sentence)) and not _TIMELY.search(sentence) and bool(_PROPER.search(sentence))


def set_phrases(text: str, told: bool = False) -> list[tuple[int, int]]:
    """`[start, end)` of wordings that every reporter of such a matter uses. `told`: whether an official's long report is printed,
    in which only the wordings of the law are nobody's."""
    lowered = text.casefold().replace("ı", "i")  # as patterns that ignore case take it
    tables = _SET_PHRASES[:1] if told else _SET_PHRASES
    return [
        match.span()
        for table, signs in tables
        if any(sign in lowered for sign in signs)
        for match in table.finditer(text)
    ]
