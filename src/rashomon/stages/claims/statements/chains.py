"""Who vouches for which words: chains of attribution, outermost first, and the scopes in which they hold."""

from msgspec import structs

from rashomon.model.claim import Attribution
from rashomon.stages.claims.found import Scope
from rashomon.stages.claims.statements.reported import Reported, Span

_GOES_ON = frozenset("i we you who that me us they it".split())


def scopes(
    parts: list[tuple[Reported, tuple[Attribution, ...], list[Span]]],
) -> tuple[list[Scope], list[tuple[Attribution, ...]]]:
    """The scopes of all statements of a report, and each statement's whole chain: its own links behind those of the scope
    that its cue stands in."""
    open_: list[Scope] = []
    chains: list[tuple[Attribution, ...]] = [()] * len(parts)
    widest_first = sorted(range(len(parts)), key=lambda n: -sum(end - start for start, end in parts[n][2]))
    for n in widest_first:
        reported, own, pieces = parts[n]
        around = [scope for scope in open_ if scope.start <= reported.cue[0] and reported.cue[1] <= scope.end]
        outer = min(around, key=lambda scope: scope.end - scope.start).chain if around else ()
        chains[n] = _joined(outer, () if _adds_nobody(reported, own, bool(outer)) else own)
        if (reported.vouches or _saw_it(reported, own)) and own and chains[n]:
            open_ += [Scope(start, end, chains[n]) for start, end in pieces]
    return open_, chains


def typed(chains: list[tuple[Attribution, ...]]) -> dict[str, str]:
    """The type of each voice, told by the first of its links that has one: "Vale" is what "Mayor Vale" was."""
    found: dict[str, str] = {}
    for one in (one for chain in chains for one in chain if one.voice and one.type):
        found.setdefault(one.voice or "", one.type or "")
    return found


def with_types(chain: tuple[Attribution, ...], types: dict[str, str]) -> tuple[Attribution, ...]:
    return tuple(structs.replace(one, type=one.type or types.get(one.voice or "")) for one in chain)


def _saw_it(reported: Reported, own: tuple[Attribution, ...]) -> bool:
    """Eyewitnesses vouch for what they saw and heard."""
    return reported.act == "perception" and bool(own) and own[-1].type == "witness"


def _adds_nobody(reported: Reported, own: tuple[Attribution, ...], within: bool) -> bool:
    """What somebody means to do, or sees, the report tells itself; and by "I" or "we" the one quoted goes on about himself."""
    head = reported.source_head
    if within and head is not None and reported.tree.tokens[head].text.lower() in _GOES_ON:
        return True
    return reported.act == "intention" or (reported.act == "perception" and not _saw_it(reported, own))


def _joined(outer: tuple[Attribution, ...], own: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """One who speaks of what he himself says is one link."""
    if outer and own and outer[-1].voice is not None and outer[-1].voice == own[0].voice:
        return (*outer[:-1], *own)
    return (*outer, *own)
