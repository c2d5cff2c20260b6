"""What persons decided on single claims, findings, entities, reports and outlets, freed of contradictions."""

from collections.abc import Collection, Sequence

import msgspec

from rashomon.model.judgement import CONFIRM, CORRECT, NOTE, RATE, REJECT, Judgement, order, standing


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """What holds of one row. `rejected` and each of `corrected` (by field), `rated` are what decides; `judged` are the ids of all that
    stands on it, the earliest first: confirmations and notes too."""

    rejected: Judgement | None = None
    corrected: dict[str, Judgement] = {}
    rated: Judgement | None = None
    judged: tuple[str, ...] = ()


def rulings(log: Sequence[Judgement], present: Collection[str], of: str) -> dict[str, Ruling]:
    """What the log says of those of one kind that are present, by the names that it has for them; the same in whatever order it is given.

    What was undone, outranked or is on what is not there is left out. A rejection and a confirmation or correction contradict each
    other; so do two corrections of one field, two ratings, and a correction and a confirmation of its field, or a later one of the whole, that did
    not know of it."""
    benches: dict[str, _Bench] = {}
    for each in standing(log):
        for one in each.on if each.of == of else ():
            if one in present:
                benches.setdefault(one, _Bench()).hear(each)
    return {one: bench.ruling() for one, bench in sorted(benches.items()) if bench.heard}


class _Bench:
    """Hears the judgements on one row, those that outrank others first: what was decided is never given up."""

    def __init__(self) -> None:
        self.heard: list[Judgement] = []
        self._rejected: Judgement | None = None
        self._counts = False  # whether one that outranks a rejection says that the row is so
        self._corrected: dict[str, Judgement] = {}
        self._confirmed: list[Judgement] = []
        self._rated: Judgement | None = None

    def hear(self, each: Judgement) -> None:
        if self._holds(each):
            self.heard.append(each)

    def _holds(self, each: Judgement) -> bool:
        by_kind = {REJECT: self._reject, CORRECT: self._correct, CONFIRM: self._confirm, RATE: self._rate}
        return by_kind[each.what](each) if each.what in by_kind else each.what == NOTE

    def _reject(self, each: Judgement) -> bool:
        if self._counts:
            return False
        self._rejected = self._rejected or each
        return True

    def _correct(self, each: Judgement) -> bool:
        field = each.field or ""
        if self._rejected or self._spoken_against(each):
            return False
        same = self._corrected.setdefault(field, each)
        self._counts = self._counts or same is each
        return same.value == each.value

    def _spoken_against(self, each: Judgement) -> bool:
        return any(one.field in (None, each.field) and each.id not in one.knowing for one in self._confirmed)

    def _confirm(self, each: Judgement) -> bool:
        other = self._corrected.get(each.field or "")
        if self._rejected or (other and other.id not in each.knowing):
            return False  # one of the whole still holds of the fields that nobody corrected since
        self._confirmed.append(each)
        self._counts = True
        return True

    def _rate(self, each: Judgement) -> bool:
        self._rated = self._rated or each
        return self._rated.value == each.value

    def ruling(self) -> Ruling:
        return Ruling(
            rejected=self._rejected,
            corrected=dict(sorted(self._corrected.items())),
            rated=self._rated,
            judged=tuple(each.id for each in sorted(self.heard, key=order)),
        )
