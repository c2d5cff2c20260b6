"""Lines in which an English page speaks to its reader: where to call or write, what to download, what to watch.

Nobody takes such a line from a colleague. Tables: what it is called, why, and how it is worded."""

import re

_I = re.IGNORECASE
_PHONE = (
    r"(?:\+?1[-. ])?(?:\(\d{3}\) ?|\b\d{3}[-./ ])\d{3}[-. ]\d{4}\b|\b1-8\d\d-[\w-]{6,12}\b|\b\d{3}-\d{3}-[A-Z]{4}\b"
)
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}"  # bounded: a text may be one long word
_WEB = r"https?://\S+|\bwww\.\w\S+|\bgofundme\.com\S*"
_LONGEST = 400  # characters; a longer sentence has more in it than such a line
_QUOTED = re.compile(r"[\"“”]")
_ADDRESS = re.compile(rf"{_MAIL}|{_PHONE}", _I)
_HANDLE = re.compile(rf"(?<!\w)@\w{{3,}}|{_WEB}", _I)
_ASKS = re.compile(
    r"^\W*(?:contact|call|e-?mail|reach|text|write|follow|find|read|share|watch|listen|visit|see|tweet|like|send|click|join|download|for more)\b",
    _I,
)

_LINES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "contact",
        "says where the reader reaches the newsroom",
        re.compile(
            rf"^\W*(?:you can |please )?(?:contact|reach|e-?mail|write to)\b(?! (?:the )?(?:police|detectives?|sheriff|crime))[^@]{{0,90}}{_MAIL}|"
            rf"^\W*(?:[\w.'’-]+ ){{0,3}}reporter\b[^@\d]{{0,60}}(?:{_MAIL}|{_PHONE})|"
            rf"^\W*(?:you can )?(?:follow|find) (?:him|her|them|us|on|me|@|[\w.'’ -]{{1,40}} on )[^.]{{0,30}}@\w|^\W*[A-Z][\w.'’ -]{{3,30}}: ?(?:{_MAIL}|{_PHONE})|"
            r"\bletters for publication\b|\bif you need help using (?:the|this) site\b|\bhave a (?:news tip|question or comment)\b|"
            r"\b(?:send|share|submit) (?:us )?(?:your )?(?:news )?(?:tips?|comments?|photos?|videos?) (?:to|with|at)\b|\bsend it to \S+@",
            _I,
        ),
    ),
    (
        "promotion",
        "offers the reader more of the house",
        re.compile(
            r"\b(?:stay with|stay tuned to|keep checking|tune in to|check back with|listen to|watch) (?-i:[A-Z0-9])[\w.& ]{1,30}\b"
            r"(?:on air|online|live|radio|here|for (?:more|the latest|updates|real-time|continuing)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
            r"\b(?:download|get|grab) (?:our|the|your) (?:[\w' -]{1,30} )?apps?\b|\bmobile app\b[^.]{0,40}\band\b|\bnever miss (?:a|another)\b|"
            r"\bflash player\b|\bfor more [\w-]+ news\b|\bdownload now\b\W*$|\bnews of the day\? watch\b|"
            r"^\W*(?:explore|browse) (?:all (?:of )?)?our\b|^\W*news, (?:features|analysis|photos|video)[^.]{0,30}\bopinions?\b|"
            r"\s[-–—] photos\b|^\W*view full caption\b|\bcontinue reading the main story\b|"
            r"\bis (?:co-?ordinating|launching) an appeal to help\b|\bdonate (?:via|by|at|through) (?:the|our)\b",
            _I,
        ),
    ),
    (
        "form",
        "belongs to a form or a button of the page",
        re.compile(
            r"\bclick to (?:share|e-?mail|print)\b|\bopens in (?:a )?new window\b|\bnot a robot\b|\binvalid e-?mail address\b|"
            r"\bplease re-?enter\b|\bmust (?:select a newsletter|enter the characters)\b|\bwanted you to see this\b|"
            r"^\W*(?:read or share|share|read) this (?:story|article)\b",
            _I,
        ),
    ),
)  # fmt: skip

# Every wording above holds one of these.
SIGNS = (
    "@", "contact", "reporter", "letters for", "need help using", "news tip", "question or comment", "tips", "tip ", "comment", "photo", "video",
    "stay with", "stay tuned", "keep checking", "tune in", "check back", "listen to", "watch ", " app", "never miss", "flash player", "for more ",
    "download", "explore", "browse", "news, ", "full caption", "main story", "appeal", "donate", "click to", "new window", "a robot",
    "address", "re-enter", "reenter", "must ", "wanted you", "this story", "this article",
)  # fmt: skip


def line(sentence: str) -> tuple[str, str] | None:
    """What a line to the reader is called, and why it is one; None for a sentence of the report, and for one that holds
    somebody's words."""
    if len(sentence) > _LONGEST or _QUOTED.search(sentence):
        return None
    return next(((kind, why) for kind, why, wording in _LINES if wording.search(sentence)), None)


def speaks_to_reader(sentence: str) -> bool:
    """Whether a sentence gives an address: mail or telephone, or a handle or page in a line that asks the reader to do something."""
    return bool(_ADDRESS.search(sentence) or (_ASKS.search(sentence) and _HANDLE.search(sentence)))
