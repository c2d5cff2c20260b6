"""The forms that names of media have, for those that the table of outlets lacks: a call sign, a "… Herald", a host name,
"the … news agency"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.reference.outlets import find_outlet

_ADJECTIVE = r"(?:state-run|state-owned|state|semi-official|official|private|public|independent|pro-\w+|local|national|regional|international|business|English-language|[A-Z][\w-]*(?:an|ish|ian|ese|ch|i|en|ek|ss)|German|Kazakh|Kyrgyz|Uzbek|Tajik|Turkmen|Greek|Czech|Arab|Afghan|Croat|Serb|US|U\.S\.|UK|British)"
_MASTHEADS = "Press Agency|News Agency|Press Service|News Service|Newswire|Times|Post|News|Tribune|Herald|Gazette|Journal|Star|Chronicle|Press|Observer|Courier|Telegraph|Globe|Register|Dispatch|Inquirer|Examiner|Enquirer|Ledger|Sentinel|Argus|Bulletin|Daily|Today|Radio|TV|Television|Broadcasting|Weekly|Magazine|Standard|Republic|Citizen|Advocate|Democrat|Sun|Mirror|Mail|Review|Reporter|Record|World|Independent|Monitor|Wire"
_NAME_WORD = r"[A-Z][\w’'&.-]{0,20}"
_LAST_WORD = r"[A-Z](?:[\w&.-]{0,20}\w)?"  # no full stop of the sentence, no possessive
# Found from their last word backwards, so that a text full of capitals costs no more than any other.
_MASTHEAD = re.compile(rf"(?<=[ -])(?:{_MASTHEADS})\b(?![\w@-])")
_BEFORE_MASTHEAD = re.compile(
    rf"(?<![\w’'&.-])(?:(?:{_NAME_WORD}\s){{1,4}}|(?:{_NAME_WORD}\s){{0,3}}[A-Z][\w’'&.]{{1,20}}-)$"
)
_MEDIUM = re.compile(r"\s(?:news agency|newspaper|news site|news website|magazine|news channel|TV channel)\b")
_BEFORE_MEDIUM = re.compile(rf"(?<![\w’'&.-])(?:{_NAME_WORD}\s){{0,2}}{_NAME_WORD}$")
_WHOLE = re.compile(
    rf"\b(?:(?:Radio|TV)\s{_LAST_WORD}"
    rf"|[KW][A-Z]{{3}}(?:-(?:TV|FM|AM))?|[KW][A-Z]{{2}}-(?:TV|FM|AM)|(?:ABC|NBC|CBS|FOX|Fox)\s?\d{{1,2}}"
    rf"|[A-Za-z0-9][\w-]{{1,24}}\.(?:com|org|net|ru|ua|kz|info|tv|co\.uk|news|press|media))(?![\w@])"
)
_LONGEST_NAME = 84
# Words that make no name of a medium: "Syrian TV", "State Television", "the Medical Examiner".
_NO_NAME = re.compile(
    rf"(?:{_MASTHEADS})|(?:{_ADJECTIVE}|State|National|Local|Public|Private)\s(?:TV|Television|Radio|Press|News|Broadcasting|Republic)|(?:The|A|This|That|Its|His|{_ADJECTIVE})|.*\b(?:Medical|Hate|World|Foreign)\s(?:Examiner|Monitor|Press)"
)
_LEADING = re.compile(
    r"^(?:(?:The|A|In|On|But|And|As|By|At|Also|Meanwhile|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s)+"
)
_BRACKETS = re.compile(r"\s\([^()]{1,30}\)$")


class MediaName(NamedTuple):
    """A name and its half-open span; canonical where the table of outlets knows it."""

    name: str
    start: int
    end: int


def without_brackets(name: str) -> str:
    """ "Harbour Gazette (Velmora)" is the Harbour Gazette."""
    return _BRACKETS.sub("", name)


def is_medium(name: str) -> bool:
    """Whether the whole of a name is in the table of outlets or has the form of a medium's."""
    name = without_brackets(name)
    return find_outlet(name) is not None or any(one.start == 0 and one.end == len(name) for one in by_form(name))


def by_form(text: str) -> Iterator[MediaName]:
    """Names by their form alone, in no order; they may overlap."""
    for start, end in _formed(text):
        name = _LEADING.sub("", text[start:end])
        if _NO_NAME.fullmatch(name):
            continue
        known = find_outlet(name)
        yield MediaName(known.name if known else name, end - len(name), end)


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
