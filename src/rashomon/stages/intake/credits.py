"""Agencies and outlets that a report says it took its matter from: in its dateline, its sentences and its source lines.

Two ways lead to a candidate: the table of outlets, and the forms that names of media have (a call sign, a "… Herald", a host
name, "the … news agency"). A candidate is a credit where its neighbours say so: the patterns below, each with its reason.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.model.report import Credit, Furniture
from rashomon.reference.outlets import find_outlet, names_in
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
_VERB_FIRST = re.compile(rf"[,”\"’]\s(?:{_SAYS})(?:\sthe)?\s$")
_BRACKETS = re.compile(r"^\s?[)\]]")
_WINDOW = 90

# Names of media that the table lacks, by their form.
_MASTHEADS = "Press Agency|News Agency|Press Service|News Service|Newswire|Times|Post|News|Tribune|Herald|Gazette|Journal|Star|Chronicle|Press|Observer|Courier|Telegraph|Globe|Register|Dispatch|Inquirer|Examiner|Enquirer|Ledger|Sentinel|Argus|Bulletin|Daily|Today|Radio|TV|Television|Broadcasting|Weekly|Magazine|Standard|Republic|Citizen|Advocate|Democrat|Sun|Mirror|Mail|Review|Reporter|Record|World|Independent|Monitor|Wire"
_NAME_WORD = r"[A-Z][\w’'&.-]{0,20}"
# Found from their last word backwards, so that a text full of capitals costs no more than any other.
_MASTHEAD = re.compile(rf"(?<=[ -])(?:{_MASTHEADS})\b(?![\w@-])")
_BEFORE_MASTHEAD = re.compile(
    rf"(?<![\w’'&.-])(?:(?:{_NAME_WORD}\s){{1,4}}|(?:{_NAME_WORD}\s){{0,3}}[A-Z][\w’'&.]{{1,20}}-)$"
)
_MEDIUM = re.compile(r"\s(?:news agency|newspaper|news site|news website|magazine|news channel|TV channel)\b")
_BEFORE_MEDIUM = re.compile(rf"(?<![\w’'&.-])(?:{_NAME_WORD}\s){{0,2}}{_NAME_WORD}$")
_WHOLE = re.compile(
    rf"\b(?:(?:Radio|TV)\s{_NAME_WORD}"
    rf"|[KW][A-Z]{{3}}(?:-(?:TV|FM|AM))?|[KW][A-Z]{{2}}-(?:TV|FM|AM)|(?:ABC|NBC|CBS|FOX|Fox)\s?\d{{1,2}}"
    rf"|[A-Za-z0-9][\w-]{{1,24}}\.(?:com|org|net|ru|ua|kz|info|tv|co\.uk|news|press|media))(?![\w@])"
)
_LONGEST_NAME = 84
_READ = 200_000  # characters of a text that are looked through: the longest live blogs, and no hostile one
_COPYRIGHT = re.compile(r".{0,20}(?:©|\([cC]\)\s|[Cc]opyright\b)")
_HOST = re.compile(r"(?:[\w-]+\.)+\w{2,5}")


class _Candidate(NamedTuple):
    name: str
    start: int
    end: int


def credits_of(text: str, outlet: str | None, furniture: tuple[Furniture, ...]) -> tuple[Credit, ...]:
    """The credits of the body in order, with their spans, then those that stood in furniture only. The own outlet is none."""
    named = [one for one in _with_coordinated(text, _candidates(text[:_READ])) if not _own(one.name, outlet)]
    body = [Credit(name=one.name, start=one.start, end=one.end) for one in named]
    known = {credit.name for credit in body}
    lines = [name for name in _from_furniture(furniture) if not _own(name, outlet) and name not in known]
    return (*body, *(Credit(name=name) for name in dict.fromkeys(lines)))


_AND = re.compile(r"(?:,|,? and|,? or)(?: [Tt]he)? ")


def _with_coordinated(text: str, candidates: list[_Candidate]) -> Iterator[_Candidate]:
    """The credited ones, and those that an "and" or a comma puts beside one ("told the Herald and Radio Nord")."""
    before: _Candidate | None = None
    for one in candidates:
        beside = before is not None and _AND.fullmatch(text, before.end, one.start)
        if beside or _credited(text, one):
            yield one
            before = one


# Words that make no name of a medium: "Syrian TV", "State Television", "the Medical Examiner".
_NO_NAME = re.compile(
    rf"(?:{_MASTHEADS})|(?:{_ADJECTIVE}|State|National|Local|Public|Private)\s(?:TV|Television|Radio|Press|News|Broadcasting|Republic)|(?:The|A|This|That|Its|His|{_ADJECTIVE})|.*\b(?:Medical|Hate|World|Foreign)\s(?:Examiner|Monitor|Press)"
)
_LEADING = re.compile(
    r"^(?:(?:The|A|In|On|But|And|As|By|At|Also|Meanwhile|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s)+"
)


def _candidates(text: str) -> list[_Candidate]:
    """Names of the table, and names by form; of two at one place the longer."""
    listed = [_Candidate(one.outlet.name, one.start, one.end) for one in names_in(text)]
    formed = list(_by_form(text))
    found: list[_Candidate] = []
    for one in sorted([*listed, *formed], key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _by_form(text: str) -> Iterator[_Candidate]:
    for start, end in _formed(text):
        name = _LEADING.sub("", text[start:end])
        if _NO_NAME.fullmatch(name):
            continue
        known = find_outlet(name)
        yield _Candidate(known.name if known else name, end - len(name), end)


def _formed(text: str) -> Iterator[tuple[int, int]]:
    """Spans of what has the form of a medium's name, in no order."""
    yield from (match.span() for match in _WHOLE.finditer(text))
    for match in _MASTHEAD.finditer(text):
        yield from _behind(text, match.start(), match.end(), _BEFORE_MASTHEAD)
    for match in _MEDIUM.finditer(text):
        yield from _behind(text, match.start(), match.start(), _BEFORE_MEDIUM)


def _behind(text: str, at: int, end: int, form: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    offset = max(0, at - _LONGEST_NAME)
    found = form.search(text[offset:at].rpartition("\n")[2])
    if found:
        yield at - (len(found.string) - found.start()), end


def _credited(text: str, one: _Candidate) -> bool:
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


def _in_dateline(text: str, one: _Candidate, before: str) -> bool:
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
    """Whether the name is the report's own outlet, hosts and spacing aside."""
    mine, theirs = _bare(outlet or ""), _bare(name)
    return bool(mine) and (mine == theirs or (len(theirs) > 3 and theirs in mine) or (len(mine) > 3 and mine in theirs))


def _bare(name: str) -> str:
    name = re.sub(r"^the\s|\.(?:com|org|net|co\.uk|ru|ua|tv)$", "", name.casefold())
    return re.sub(r"[\W_]+", "", name)
