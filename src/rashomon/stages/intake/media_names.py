"""The forms that names of media have, for those that the table of outlets lacks: a call sign, a "… Herald", a host name,
"the … news agency"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.reference.outlets import find_outlet

# The last word of a paper's or station's name. The second list has words that end many other names besides.
_MASTHEADS = "Press Agency|News Agency|Press Service|News Service|Newswire|Times|Post|News|Tribune|Herald|Gazette|Journal|Star|Chronicle|Press|Observer|Courier|Telegraph|Globe|Register|Dispatch|Inquirer|Examiner|Enquirer|Ledger|Sentinel|Argus|Bulletin|Daily|Today|Radio|TV|Television|Broadcasting|Weekly|Magazine|Sun|Mirror|Mail|Review|Mercury|Echo|Bugle|Banner|Beacon|Messenger|Intelligencer|Statesman|Spectator|Clarion|Advertiser|Free Press|Plain Dealer|Newspaper|Newspapers|Newsroom|Times-Union|Press-Telegram|Picayune|Pilot|Reflector|Gleaner|Broadcaster|Media"
_WEAK = "Standard|Citizen|Advocate|Reporter|Record|Independent|Monitor|Wire|Star|Sun|Mirror|Pilot|Media|Review|Broadcaster|Express|Patriot|Voice|Insider|Guardian|Beacon|Banner|Times-Republican|Eagle|Bee|Recorder|Leader-Telegram|Transcript|Post"
_NAME_WORD = r"(?:(?:[A-Z]\.){1,3}|(?:St|Ft|Mt|Dr)\.|[A-Z][\w’'&-]{0,20}(?:\.\w{1,8})?)"
_LAST_WORD = r"[A-Z](?:[\w&.-]{0,20}\w)?"  # no full stop of the sentence, no possessive


def _any_of(words: str, before: str = "") -> str:
    """A pattern for any of the words, those that begin alike in their order. It begins with a set of letters, which `re` looks for in a
    fraction of the time that a choice of words costs; `before` is a pattern for the one character that stands before them."""
    tails: dict[str, list[str]] = {}
    for word in words.split("|"):
        tails.setdefault(word[0], []).append(word[1:])
    choices = "|".join(f"(?<={re.escape(letter)})(?:{'|'.join(some)})" for letter, some in tails.items())
    behind = f"(?<={before}.)" if before else ""
    return f"[{''.join(tails)}]{behind}(?:{choices})"


# Found from their last word backwards, so that a text full of capitals costs no more than any other.
_MASTHEAD = re.compile(rf"{_any_of(f'{_MASTHEADS}|{_WEAK}', before='[ -]')}\b(?![\w@-])")
_IS_WEAK = re.compile(rf"(?:{_WEAK})")
_BEFORE_MASTHEAD = re.compile(
    rf"(?<![\w’'&.-])(?:(?:{_NAME_WORD}\s){{1,4}}|(?:{_NAME_WORD}\s){{0,3}}[A-Z][\w’'&.]{{1,20}}-)$"
)
_MEDIUM = re.compile(
    r"\s(?:news agency|newspaper|news site|news website|news portal|magazine|news channel|TV channel|television channel|newswire|daily newspaper)\b"
)
_BEFORE_MEDIUM = re.compile(rf"(?<![\w’'&.-])(?:{_NAME_WORD}\s){{0,2}}{_NAME_WORD}$")
_NAMED_BY_NOUN = re.compile(
    rf"\b(?:news agency|newspaper|daily|news site|news website|news portal|news channel|TV channel|television channel|"
    rf"(?:public|state|national|private|state-run|independent) (?:broadcaster|radio|television|TV)|radio station|television station|TV station)"
    rf"\s[\"“‘]?({_LAST_WORD}(?:[ -](?:(?:al|de|del|el|la|du|des|di) )?{_LAST_WORD}){{0,2}})"
)
_HOSTS = r"com|COM|org|net|ru|ua|kz|info|tv|co\.uk|news|press|media"
_WHOLE = re.compile(
    rf"(?<![@.\w-])(?:(?<!state )(?<!local )(?<!cable )(?<!national )(?<!on )(?<!live )(?:Radio|TV)\s{_LAST_WORD}"
    rf"|[KW][A-Z]{{3}}\d{{0,2}}(?:-?(?:TV|FM|AM))?\d{{0,2}}|[KW][A-Z]{{2}}-(?:TV|FM|AM)|(?:ABC|NBC|CBS|FOX|Fox)\s?\d{{1,2}}"
    rf"|[A-Za-z0-9][\w-]{{1,24}}\.(?:{_HOSTS})(?!/))(?![\w@-])"
)
# Where a name of this form may begin, or the end of a host name: few places of a text, found at a tenth of the cost of looking everywhere.
_MAY_BE_WHOLE = re.compile(
    _any_of(rf"K[A-Z]{{2}}|W[A-Z]{{2}}|Radio\s|TV\s|ABC|NBC|CBS|FOX|Fox|.{_HOSTS.replace('|', '|.')}")
)
_HOST_NAME = re.compile(r"[\w-]{2,25}$")
# Without one of these words no noun for a medium stands in a text.
_NOUN_WORDS = ("news", "magazine", "daily", "TV", "television", "radio", "broadcaster")
_LONGEST_NAME = 84
_ADJECTIVE = r"(?:(?:South|North|East|West|New|Saudi|Central|Northern|Southern|Eastern|Western)\s)?(?:[A-Z][\w-]*(?:an|ish|ian|ese|ch|i|en|ek|ss)|German|Kazakh|Kyrgyz|Uzbek|Tajik|Turkmen|Greek|Czech|Arab|Afghan|Croat|Serb|US|U\.S\.|UK|British)"
# Words that make no name of a medium: "Syrian TV", "State Television", "the Medical Examiner", "Democratic Republic".
_NO_NAME = re.compile(
    rf"(?:{_MASTHEADS}|{_WEAK})|(?:{_ADJECTIVE}|State|National|Local|Public|Private|Social|Soviet|Federal|Democratic|People[’']s|Islamic|Czech|Breaking|Fake|Good|Bad|Late|Free|Mass|Cable|Third|First|New|Last|Former|Yellow|Apple|Smart|Reality|Live|All)\s(?:TV|Television|Radio|Press|News|Broadcasting|Republic|Media|Network|World|Star|Union|Democrat|Record|Journal|Post|Daily|Republican|Voice|Call|Watch|Leader)"
    rf"|(?:The|A|This|That|Its|His|{_ADJECTIVE})|.*\b(?:Medical|Hate|Foreign)\s(?:Examiner|Monitor|Press)"
    r"|.*\b(?:White House|Associated|Outside|Command|Trading|Military|Border|Army|Police|VFW|Staging|Guard) (?:Press|Post)|.*\b(?:Congressional|World|Attendance|Guinness) Record|.*All-Star|.*Gold Star|.*Rock Star|.*European Union|.*African Union|.*Black Mirror"
    r"|.*\b(?:Soviet|Credit|Student|Labou?r|Trade|Customs|Teachers|Workers|State of the) Union|.*Opposition Leader|.*Supreme Leader|.*Disney World|.*News Wire"
)
# Capital words of four letters that begin as a call sign does.
_NO_SIGN = frozenset(
    "WITH WHAT WHEN WERE WILL WANT WORK WEST WENT WELL WALL WARS WIND WINE WINS WOOD WORD WORE WALK WAIT WAKE WARM WARN WASH WAVE WAYS WEAK WEAR WEEK "
    "WHOM WIDE WIFE WILD WIRE WISE WOLF WRAP WWDC WIFI WEEKS WASP WACO KNOW KEEP KIDS KING KILL KIND KICK KEYS KNEW KONG KATE KENT KYIV KIEV KILO KEEN KNEE "
    "KARL KURT KEVIN KHAN KSLV KFOR KGBT WOKE WAGE WADE WARD WEBB WANG KATY KYLE KANE KAYE".split()
) - {"KATY", "KGBT"}  # fmt: skip
# Hosts where anybody's matter stands, and such as are no medium.
_NO_MEDIUM = re.compile(
    r"(?:twitter|facebook|youtube|instagram|tiktok|telegram|reddit|linkedin|whatsapp|gofundme|gmail|change|doi|arxiv|amazon|google|wikipedia|paypal|"
    r"archive|match|kickstarter|patreon|eventbrite|ticketmaster|flickr|medium|github|bit|redcross|who|un|nih|tinyurl)\.\w+"
)
_LEADING = re.compile(
    r"^(?:(?:The|A|An|In|On|But|And|As|By|At|Also|Meanwhile|From|With|Why|What|If|Soon|Call|Or|To|Per|For|Yet|So|When|While|After|Before|Since|Earlier|Both|Via|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[\w]+-(?:affiliated|linked|backed|owned|run|based|controlled|aligned|allied|funded))\s)+"
)
_POSSESSIVE = re.compile(r"^.*(?<=\w)(?:['’]s|s['’])\s")
_BRACKETS = re.compile(r"\s\([^()]{1,30}\)$")


class MediaName(NamedTuple):
    """A name and its half-open span; canonical where the table of outlets knows it. `weak`: its form alone could be another
    thing's. `agency`: by the table."""

    name: str
    start: int
    end: int
    weak: bool = False
    agency: bool = False


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
        name = _POSSESSIVE.sub("", _LEADING.sub("", text[start:end]))
        name = _LEADING.sub("", name)
        if _NO_NAME.fullmatch(name) or _NO_MEDIUM.fullmatch(name.casefold()):
            continue
        yield _named(name, end)


def _named(name: str, end: int) -> MediaName:
    """As the table knows it; also where an agency's name ends it ("Ada Holm Associated Press")."""
    tails = (name[match.start() :] for match in re.finditer(r"[A-Z]", name))
    for tail in tails:
        known = find_outlet(tail)
        if known and (tail == name or (known.kind == "agency" and " " in tail) or tail.startswith("The ")):
            return MediaName(known.name, end - len(tail), end, agency=known.kind == "agency")
    words = name.split()
    weak = bool(_IS_WEAK.fullmatch(re.split(r"[ -]", name)[-1])) or (len(words) == 1 and "." in name)
    return MediaName(name, end - len(name), end, weak)


def _formed(text: str) -> Iterator[tuple[int, int]]:
    """Spans of what has the form of a medium's name, in no order."""
    yield from (match.span() for match in _whole(text) if _is_sign(text, match))
    yield from _by_masthead(text)
    if any(map(text.__contains__, _NOUN_WORDS)):
        yield from _by_noun(text)


def _whole(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_WHOLE`, in order, none overlapping another."""
    at = 0
    for hint in _MAY_BE_WHOLE.finditer(text):
        start = hint.start()
        if text[start] == ".":
            host = _HOST_NAME.search(text, max(0, start - 26), start)
            start = host.start() if host else start
        match = _WHOLE.match(text, start) if start >= at else None
        if match:
            at = match.end()
            yield match


def _by_masthead(text: str) -> Iterator[tuple[int, int]]:
    """A capital name whose last word is a masthead's."""
    for match in _MASTHEAD.finditer(text):
        for start, end in _behind(text, match.start(), match.end(), _BEFORE_MASTHEAD):
            apart = "-" in text[start:end] and find_outlet(
                text[start:end].rpartition("-")[2]
            )  # "Velmora Post-ABC News"
            if not apart and not (match[0] in _OF_ANY_TOWN and _ANY.search(text, max(0, start - 12), start)):
                yield start, end


def _by_noun(text: str) -> Iterator[tuple[int, int]]:
    """A capital name before or behind the noun for a medium."""
    for match in _MEDIUM.finditer(text):
        for start, end in _behind(text, match.start(), match.start(), _BEFORE_MEDIUM):
            if not _ANY.search(text, max(0, start - 12), start) and not _ANY_FIRST.match(text, start):
                yield start, end
    for match in _NAMED_BY_NOUN.finditer(text):
        if not _DAY.match(match[1]):
            yield match.span(1)


_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|Mr|Ms|Mrs|I\b|The\b"
)
_ANY = re.compile(
    r"\b(?:an?|one|another|local|some) $"
)  # "a Velmora newspaper": where it is from, not what it is called
_OF_ANY_TOWN = ("TV", "Radio", "Television")
_ANY_FIRST = re.compile(r"(?:An?|One|Another|Some)\s")
_CAPITALS = re.compile(r"[A-Z]{3}")


def _is_sign(text: str, match: re.Match[str]) -> bool:
    """Whether four capitals are a call sign: no word, and no part of a line in capitals."""
    if not match[0].isupper() or "." in match[0]:
        return True
    before, after = text[max(0, match.start() - 30) : match.start()].split(" "), text[match.end() : match.end() + 8]
    beside = bool(_CAPITALS.match(after.lstrip())) or (len(before) > 1 and bool(_CAPITALS.fullmatch(before[-2][:3])))
    return match[0] not in _NO_SIGN and not beside


def _behind(text: str, at: int, end: int, form: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    offset = max(0, at - _LONGEST_NAME)
    found = form.search(text[offset:at].rpartition("\n")[2])
    if found:
        yield at - (len(found.string) - found.start()), end
