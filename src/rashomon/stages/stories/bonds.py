"""Persons' decisions on which reports belong together, freed of contradictions."""

from collections.abc import Iterable, Sequence

from rashomon.model.story import Bonds, Pair


def bonds_of(judged: Sequence[tuple[Pair, bool]]) -> Bonds:
    """The bonds that stand: each decision is a pair of report ids and whether the two belong together; the earliest first.

    A later decision outranks every earlier one that it contradicts, whether outright or through others ("a with b" and "b with c"
    against "a apart from c"); what it outranks is left out.
    """
    together: list[Pair] = []
    apart: list[Pair] = []
    for (a, b), joined in reversed(judged):
        if a == b:
            continue
        pair = (min(a, b), max(a, b))
        tried = ([*together, pair], apart) if joined else (together, [*apart, pair])
        if pair not in together and pair not in apart and _agree(*tried):
            together, apart = tried
    return Bonds(together=tuple(sorted(together)), apart=tuple(sorted(apart)))


def _agree(together: Iterable[Pair], apart: Iterable[Pair]) -> bool:
    """Whether no pair that is apart hangs together through others."""
    top: dict[str, str] = {}
    for a, b in together:
        if (one := _top(top, a)) != (other := _top(top, b)):
            top[one] = other
    return all(_top(top, a) != _top(top, b) for a, b in apart)


def _top(top: dict[str, str], report: str) -> str:
    while report in top:
        report = top[report]
    return report
