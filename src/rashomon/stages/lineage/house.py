"""Who publishes a report: its outlet's name and house."""

from urllib.parse import urlsplit

from rashomon.model.report import Report
from rashomon.reference.outlets import Outlet, find_outlet, outlet_of_host


def publisher(report: Report) -> Outlet | None:
    """The outlet of the table that published the report, by its name or its address."""
    known = find_outlet(report.outlet) if report.outlet else None
    return known or (outlet_of_host(host(report)) if host(report) else None)


def host(report: Report) -> str:
    """The outlet where that is a host name, else the host of the report's address; without `www.`; else empty.
    The outlet goes first: the address may be an archive's."""
    named = report.outlet if report.outlet and "." in report.outlet and " " not in report.outlet else ""
    address = report.url or ""
    found = named or (urlsplit(address).hostname if "//" in address and "archive." not in address else "")
    return (found or "").casefold().removeprefix("www.")


def outlet_name(report: Report) -> str:
    """What the outlet is called: as found, by the table, by the host, or as a last resort by the source."""
    known = publisher(report)
    if report.outlet or known:
        return report.outlet or (known.name if known else "")
    return host(report) or report.source.rsplit("/", 1)[-1]


def same_house(a: Report, b: Report) -> bool:
    """Whether one newsroom published both, under one name or at one host. A common owner makes a family (`family_of`), not a newsroom:
    two of its outlets may each print one text, and neither revises the other. Unknown outlets are nobody's kin."""
    left, right = publisher(a), publisher(b)
    if left and right and left.name == right.name:
        return True
    if a.outlet and b.outlet and a.outlet.casefold() == b.outlet.casefold():
        return True
    return bool(host(a)) and _domain(host(a)) == _domain(host(b))


def _domain(name: str) -> str:
    """The registered part of a host name: "chicago.example.com" → "example.com", "x.example.co.uk" → "example.co.uk"."""
    parts = name.split(".")
    keep = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in {"co", "com", "ac", "org", "gov", "net"} else 2
    return ".".join(parts[-keep:])


def same_name(a: str, b: str) -> bool:
    """Whether two names mean one outlet, "The" and case aside."""
    left, right = find_outlet(a), find_outlet(b)
    if left and right:
        return left.name == right.name
    return plain_name(a) == plain_name(b)


def bare_name(name: str) -> str:
    """A name without what follows it in brackets."""
    return name.partition(" (")[0] or name


def plain_name(name: str) -> str:
    """A name fit to compare: case, "the", spaces, marks and what follows in brackets ("The Mail (London)") aside."""
    return "".join(c for c in bare_name(name).casefold().removeprefix("the ") if c.isalnum())


def is_outlet(report: Report, name: str) -> bool:
    """Whether `name` means the report's own outlet: by name, or as the first part of its host."""
    if report.outlet and same_name(report.outlet, name):
        return True
    known, own = find_outlet(name), publisher(report)
    if known and own:
        return known.name == own.name
    label = _domain(host(report)).split(".")[0] if host(report) else ""
    return bool(label) and label == plain_name(name)
