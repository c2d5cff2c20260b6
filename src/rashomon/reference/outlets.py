"""News agencies and outlets of the world: `outlets.csv`, with aliases, kind, country, language, owner and domains."""

import msgspec


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """`kind` is `agency` or `outlet`. `country` is ISO 3166-1 alpha-2, `language` BCP 47. `aliases` include short forms and
    other scripts; `owner` names the family of outlets; `domains` are host names without `www.`."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    domains: tuple[str, ...] = ()


def find_outlet(name: str) -> Outlet | None:
    """The outlet that goes by this name or alias, case and a leading "the" aside; None where unknown.

    Words such as "news agency" beside the name are passed over: "the RIA news agency" finds RIA Novosti.
    """
    return None


def outlet_of_host(host: str) -> Outlet | None:
    """The outlet that publishes at this host name (or a parent domain of it)."""
    return None
