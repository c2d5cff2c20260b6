"""Whose report it is, so that its own outlet is no credit: by its name, its address, and the sign that it gives itself."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from rashomon.reference.outlets import find_outlet, outlet_of_host
from rashomon.stages.intake.media_names import without_brackets

_STATION_HOST = re.compile(r"([kw][a-z]{2,3})(?:-?tv|-?am|-?fm|news|radio|\d+)*")
_SIGN = re.compile(r"([KW][A-Z]{2,3})\d*(?:-?(?:TV|AM|FM))?\d*(?:\.com)?")
_NETWORK = re.compile(
    r"(ABC|NBC|CBS|FOX|Fox)(?:\s?\d{1,2}|\s[A-Z]{2,3}|LA|NY|\sNews|\sLocal|[A-Z][a-z]{2,12}|[A-Z]{2,5})?(?:\sNews)?(?:\.(?:com|COM))?"
)
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+\w*/")
_SHORT = re.compile(r"[A-Z]{3,5}(?=\s|$)")
_MARKS = re.compile(r"[\W_]+")
_TAILS = re.compile(r"^the\s|\.(?:com|org|net|co\.\w\w|com\.\w\w|\w\w|news|info|tv|press|media)$")


class Owner(NamedTuple):
    """`names` are plain forms of what the outlet goes by; `host` its host name or empty; `signs` what it signs with; `short` the
    capitals that its name begins with, or empty."""

    names: frozenset[str]
    host: str
    signs: frozenset[str]
    short: str = ""

    def owns(self, name: str) -> bool:
        """Whether the name is the report's own outlet: a name or short form of it, or its station's or network's sign."""
        plain = _plain(name)
        if not plain or _sign(name) in self.signs:
            return bool(plain)
        if self.host and (_same_station(name, self.host) or _same_network(name, self.host)):
            return True
        if self.short and name.split()[0] == self.short and find_outlet(name) is None:
            return True  # "BBC World News" in a report of BBC News
        return any(_one(mine, plain) for mine in self.names)


def owner_of(outlet: str | None, url: str | None, dateline: Iterable[str]) -> Owner:
    """`dateline`: the media that stand in the dateline of the text."""
    host = _host(outlet, url)
    own = [name for name in dateline if host and _is_own_sign(name, host)]
    signs = {_sign(form) for name in own for form in (name, getattr(find_outlet(name), "name", ""))}
    short = _SHORT.match(outlet or "")
    return Owner(_names(outlet, host), host, frozenset(filter(None, signs)), short[0] if short else "")


@lru_cache(maxsize=4096)
def _names(outlet: str | None, host: str) -> frozenset[str]:
    """Plain forms of what the outlet goes by; most reports of a collection are of a few thousand outlets."""
    known = find_outlet(outlet) if outlet else None
    by_host = outlet_of_host(host) if host else None
    named = {outlet or "", known.name if known else "", by_host.name if by_host and not known else ""}
    named |= {_label(host)} if host else set()
    return frozenset(filter(None, (_plain(name) for name in named)))


def _is_own_sign(name: str, host: str) -> bool:
    """A station's sign or a paper's name in the dateline of a site that the table lacks is the site's own, unless its address has
    another's sign; an agency's is not."""
    known = find_outlet(name)
    if (known and known.kind == "agency") or re.search(r"\b(?:Agency|Service|Wire|Newswire|Press)$", name):
        return False
    station = _STATION_HOST.fullmatch(_label(host))
    return bool(_SIGN.fullmatch(name) or _NETWORK.fullmatch(name)) and station is None


def _same_station(name: str, host: str) -> bool:
    """ "KVLM" and "KVLM-TV" at kvlm.com and kvlm4news.com."""
    sign, station = _SIGN.fullmatch(name), _STATION_HOST.match(_label(host))
    return bool(sign and station and _label(host).startswith(sign[1].casefold()))


def _same_network(name: str, host: str) -> bool:
    """The network's name or channel at one of its own stations' addresses: "CBS4" and "CBS" at velmora.cbslocal.com."""
    network = _NETWORK.fullmatch(name)
    return bool(network) and _label(host).startswith(network[1].casefold()) if network else False


def _one(mine: str, theirs: str) -> bool:
    short = len(theirs) > 3 and theirs in mine
    return mine == theirs or short or (len(mine) > 3 and theirs.startswith(mine))


def _host(outlet: str | None, url: str | None) -> str:
    named = outlet if outlet and "." in outlet and " " not in outlet else ""
    try:
        host = urlsplit(_ARCHIVE.sub("", url or "")).hostname or ""
    except ValueError:
        host = ""
    found = (named or host).casefold().removeprefix("www.")
    return "" if found.endswith(("archive.org", "t.me", "twitter.com", "facebook.com", "youtube.com")) else found


def _label(host: str) -> str:
    """The first part of a host that is its owner's: "cbslocal" of velmora.cbslocal.com."""
    parts = host.split(".")
    if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in {"co", "com", "ac", "org", "gov", "net"}:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else host


def _sign(name: str) -> str:
    """A station's call sign without what follows it, else the plain name."""
    match = _SIGN.fullmatch(name)
    return match[1].casefold() if match else _plain(name)


def _plain(name: str) -> str:
    """A name without brackets, "the", the end of a host name, spaces and marks."""
    return _MARKS.sub("", _TAILS.sub("", without_brackets(name).casefold()))
