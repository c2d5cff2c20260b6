"""One wording of an act or thing, where it stands."""

from typing import NamedTuple

from rashomon.stages.wording.terms import Place


class Spot(NamedTuple):
    """`words` are its lemmas in lower case, `head` the one that names the thing, `before` the adjectives among them, `parties` the ids
    of entities that it belongs to or is done to; `many` for a plural noun."""

    report: str
    start: int
    end: int
    words: tuple[str, ...]
    head: str
    before: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    many: bool = False

    @property
    def place(self) -> Place:
        return self.report, self.start, self.end
