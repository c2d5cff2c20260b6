"""Agencies and outlets that a report says it took its matter from: in its dateline, its sentences and its source lines.

Two ways lead to a candidate: the table of outlets, and the forms that names of media have (a call sign, a "… Herald", a host
name, "the … news agency"). A candidate is a credit where its neighbours say so: the patterns below, each with its reason.
"""

import re
from collections.abc import Iterator

from rashomon.model.report import Credit, Furniture
from rashomon.reference.outlets import names_in
from rashomon.stages.intake.media_names import MediaName, by_form, without_brackets
from rashomon.text.datelines import read_dateline

_NOUN = r"(?:news agency|news service|newswire|wire service|agency|newspaper|paper|daily|weekly|magazine|tabloid|broadcaster|channel|network|station|website|site|portal|outlet|radio|television|TV|news)"
_ADJECTIVE = r"(?:state-run|state-owned|state|semi-official|official|private|public|independent|pro-\w+|local|national|regional|international|business|English-language|[A-Z][\w-]*(?:an|ish|ian|ese|ch|i|en|ek|ss)|German|Kazakh|Kyrgyz|Uzbek|Tajik|Turkmen|Greek|Czech|Arab|Afghan|Croat|Serb|US|U\.S\.|UK|British)"
_TO_NAME = rf"(?:\s(?:[Tt]he|a|an|its|his|her|affiliate|partner|sister station|reporters?|journalists?|correspondents?|from|of|with|at|{_ADJECTIVE}|{_NOUN})){{0,6}}\s[\"“‘]?$"
_SAYS = r"(?:report(?:s|ed|ing)?|say(?:s|ing)?|said|quot(?:es|ed|ing)|cit(?:es|ed|ing)|writ(?:es|ing)|wrote|note[sd]?|add(?:s|ed)|reveal(?:s|ed)|claim(?:s|ed)|confirm(?:s|ed)|state[sd]|announced|learn(?:s|ed|t)|understands|describe[sd]|obtained|published|broadcast|aired|showed|shows|carried|estimate[sd]|calculated|counted|points? out|pointed out|clarifies|clarified)"

# Before the name: the words that hand matter over from a medium.
_BEFORE = re.compile(
    r"(?i:\b(?:as saying by|as telling|as saying on|told|tells|telling|according to|citing|cites|quoting|quoted by|cited by|reported by|reports by|report by|reported in|"
    r"report in|report from|reports from|noted by|as told to|published by|published in|obtained by|seen by|reviewed by|"
    r"carried by|aired by|aired on|broadcast by|broadcast on|run by|released by|posted by|shared by|shared with|"
    r"interview (?:with|to|for|on)|interviewed by|interviewed on|speaking to|speaking with|spoke to|spoke with|speaks to|talking to|talked to|"
    r"comments? to|statement to|remarks to|in an email to|in a message to|said in|wrote in|writing in|writes in|article in|"
    r"on the air of|appearing on|appeared on|said on|confirmed to|confirms to|announced on|reports?|reported|via|"
    r"courtesy of|contributed by|information from|with reporting by|with files from|reference to|referring to|"
    r"по данным|по информации|сообщает|сообщил[аио]?|пишет|передает|передаёт|со ссылкой на|"
    r"повідомляє|за даними|пише|з посиланням на|laut|berichtet|meldet|selon|a indiqué à|según|informó)"
    + _TO_NAME + ")"
)  # fmt: skip
# Behind the name: a verb of reporting, or the medium's own people and counts.
_AFTER = re.compile(
    rf"(?:['’]s)?(?:\s{_NOUN}){{0,2}}(?:,?\s(?:has|have|had|is|was|also|first|later|earlier|further|separately|then|previously|"
    rf"itself|on\s\w+day|in a report|quickly)){{0,3}}\s{_SAYS}\b"
    rf"|(?:['’]s)?\s(?:reporters?|correspondents?|journalists?|photographers?|tally|count|toll|calculations?|report|interview|crew)\b"
    rf"|\s(?:staff\s)?(?:also\s)?contributed\s(?:to|reporting)\b"
    rf"|\s?[,–—-]\s?(?:сообщ|пиш|переда|повідомл)"
)
_VERB_FIRST = re.compile(rf"(?:[,”\"’]|\b[Aa]s)\s(?:{_SAYS})(?:\sthe)?\s$")
_BRACKETS = re.compile(r"^\s?[)\]]")
_WINDOW = 90

_READ = 200_000  # characters of a text that are looked through: the longest live blogs, and no hostile one
_COPYRIGHT = re.compile(r".{0,20}(?:©|\([cC]\)\s|[Cc]opyright\b)")
_HOST = re.compile(r"(?:[\w-]+\.)+\w{2,5}")


def credits_of(text: str, outlet: str | None, furniture: tuple[Furniture, ...]) -> tuple[Credit, ...]:
    """The credits of the body in order, with their spans, then those that stood in furniture only. The own outlet is none."""
    named = [one for one in _with_coordinated(text, _candidates(text[:_READ])) if not _own(one.name, outlet)]
    body = [Credit(name=one.name, start=one.start, end=one.end) for one in named]
    known = {credit.name for credit in body}
    lines = [name for name in _from_furniture(furniture) if not _own(name, outlet) and name not in known]
    return (*body, *(Credit(name=name) for name in dict.fromkeys(lines)))


_AND = re.compile(r"(?:,|,? and|,? or)(?: [Tt]he)? ")


def _with_coordinated(text: str, candidates: list[MediaName]) -> Iterator[MediaName]:
    """The credited ones, and those that an "and" or a comma puts beside one ("told the Herald and Radio Nord")."""
    before: MediaName | None = None
    for one in candidates:
        beside = before is not None and _AND.fullmatch(text, before.end, one.start)
        if beside or _credited(text, one):
            yield one
            before = one


def _candidates(text: str) -> list[MediaName]:
    """Names of the table, and names by form; of two at one place the longer."""
    listed = [MediaName(one.outlet.name, one.start, one.end) for one in names_in(text)]
    formed = list(by_form(text))
    found: list[MediaName] = []
    for one in sorted([*listed, *formed], key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _credited(text: str, one: MediaName) -> bool:
    """Whether the name's neighbours, in its own paragraph, hand the matter over."""
    before = text[max(0, one.start - _WINDOW) : one.start].rpartition("\n")[2]
    after = text[one.end : one.end + _WINDOW].partition("\n")[0]
    if before.endswith(("(", "/")) and (_BRACKETS.match(after) or after.startswith("/")):
        return True
    return bool(
        _signs(before, after)
        or _in_dateline(text, one, before)
        or _BEFORE.search(before)
        or _AFTER.match(after)
        or _VERB_FIRST.search(before)
    )


def _signs(before: str, after: str) -> bool:
    """Whether the name stands as an agency's signature at the end of a paragraph (". – AFP")."""
    return not after.strip(" .)/") and bool(re.search(r"[.!?”\"’]\s?[-–—/(]{1,2}\s?$", before))


def _in_dateline(text: str, one: MediaName, before: str) -> bool:
    """Whether it is the agency of a dateline at the head of its paragraph."""
    found = read_dateline(text, one.start - len(before)) if len(before) < _WINDOW else None
    return bool(found and found.agency and found.agency[0] <= one.start < found.agency[1])


def _from_furniture(furniture: tuple[Furniture, ...]) -> Iterator[str]:
    """Names in source lines and bylines; what stands behind "Source:" counts as it is where the table lacks it.

    A copyright line names the outlet's owner as a rule, so it credits agencies alone.
    """
    for one in furniture:
        if one.kind not in ("source", "byline"):
            continue
        if _COPYRIGHT.match(one.text):
            yield from (named.outlet.name for named in names_in(one.text) if named.outlet.kind == "agency")
            continue
        found = _candidates(one.text)
        yield from (named.name for named in found if not _HOST.fullmatch(named.name))
        if one.kind == "source" and not found:
            yield from _spelled(one.text)


_SOURCE_NAMES = re.compile(
    r"(?:Information from|With agencies|With inputs from|Source|Sources|Источник|Джерело|Quelle|Fuente|Fonte|Via)\s?:\s*(.{2,120}?)\s*\.?$"
    r"|[—–-]{1,2}\s?(.{2,50}?)\.?$"
)


def _spelled(line: str) -> Iterator[str]:
    """The names behind "Source:" or a signature's dash, as they stand there; addresses are none."""
    match = _SOURCE_NAMES.match(line)
    for name in re.split(r",\s|;\s|\s(?:and|und|и|y|et)\s", (match[1] or match[2]) if match else ""):
        if name and len(name.split()) <= 6 and "/" not in name and ":" not in name:
            yield name


def _own(name: str, outlet: str | None) -> bool:
    """Whether the name is the report's own outlet: what stands in brackets, hosts and spacing aside, or a short form of it."""
    mine, theirs = _bare(outlet or ""), _bare(name)
    if not mine or not theirs:
        return False
    short = len(theirs) > 3 and theirs in mine
    return mine == theirs or short or (len(mine) > 3 and theirs.startswith(mine))


def _bare(name: str) -> str:
    name = re.sub(r"^the\s|\.(?:com|org|net|co\.uk|ru|ua|tv)$", "", without_brackets(name).casefold())
    return re.sub(r"[\W_]+", "", name)
