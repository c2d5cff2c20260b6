"""What of a Casebook takes persons' judgements: one method for each kind, and those of coders."""

from collections.abc import Iterator, Sequence
from typing import IO, Any

from rashomon.casebook import judging, naming, pointing
from rashomon.casebook.coding import asked as coding
from rashomon.casebook.pointing import Pointed, Records
from rashomon.casebook.recording import Recording
from rashomon.errors import SettingsError
from rashomon.model.agreement import Agreement
from rashomon.model.collection import Imported
from rashomon.model.judgement import (
    CLAIM,
    CONFIRM,
    CORRECT,
    ENTITY,
    FINDING,
    JOIN,
    NOTE,
    OUTLET,
    RATE,
    REJECT,
    SPLIT,
    STORY,
    UNDO,
    VOICE,
    Judgement,
)  # fmt: skip
from rashomon.model.record import Record


class Deciding(Recording):
    def confirm(
        self, *names: str, field: str | None = None, why: str, by: str | None = None, story: str | None = None, final: bool = False
    ) -> Judgement:  # fmt: skip
        """Confirms claims, findings, entities or reports, or one field of them: they are as the record has them."""
        one = self._pointed(names, None, story, by)
        return self._decide(CONFIRM, one, why, by, field=field, final=final)

    def reject(
        self, *names: str, why: str, by: str | None = None, story: str | None = None, final: bool = False
    ) -> Judgement:
        """Rejects claims: they are not so, or not said. They stay in the record, marked, and count no longer."""
        return self._decide(REJECT, self._pointed(names, CLAIM, story, by), why, by, final=final)

    def correct(
        self, name: str, field: str, value: str, *, why: str, by: str | None = None, story: str | None = None, final: bool = False
    ) -> Judgement:  # fmt: skip
        """Corrects a field of a claim (figure, counted, measure, scope, date, as_of, modality, attribution, place), an entity (name, kind,
        country), a report (outlet, published, title) or a finding (estimate: "12", "10 to 14").

        Raises SettingsError where there is no such field, or it cannot hold the value."""
        one = self._pointed([name], None, story, by)
        pointing.check_field(one, field, value)
        return self._decide(CORRECT, one, why, by, field=field, value=" ".join(value.split()), final=final)

    def join(
        self,
        *names: str,
        of: str = STORY,
        why: str,
        by: str | None = None,
        story: str | None = None,
        final: bool = False,
    ) -> Judgement:
        """Decides that these belong together: reports (or all reports of these stories) tell of one happening (`of` story) or speak with one
        text (voice), words mean one entity, claims answer one question (finding)."""
        one = self._pointed(names, of, story, by)
        if len(one.on) < 2 or (of in (ENTITY, FINDING) and len(set(names)) < 2):
            raise SettingsError(
                "To join takes two reports or stories at least." if of == STORY else "To join takes two at least."
            )
        return self._decide(JOIN, one, why, by, final=final)

    def split(
        self,
        *names: str,
        of: str = STORY,
        why: str,
        by: str | None = None,
        story: str | None = None,
        final: bool = False,
    ) -> Judgement:
        """Decides that these belong not to those beside them: reports tell of another happening than the others of their story, or speak with a text
        of their own; words (as spelt, or REPORT@START-END) mean another entity; claims answer another question than the others of
        their finding."""
        one = self._apart(names, of, story, by)
        if not one.on or not one.rest:
            raise SettingsError(f"Nothing is left in the {of} to split them from: name some of it, not all.")
        return self._decide(SPLIT, one, why, by, against=sorted(one.rest), final=final)

    def rate(self, outlet: str, value: str, *, why: str, by: str | None = None) -> Judgement:
        """Rates an outlet on the Admiralty scale: A (reliable) to E (unreliable), F (cannot be judged)."""
        return self._decide(RATE, self._pointed([outlet], OUTLET, None, by), why, by, value=value.strip().upper())

    def note(
        self, *names: str, why: str, by: str | None = None, story: str | None = None, of: str | None = None
    ) -> Judgement:
        """Adds a remark on claims, findings, entities, reports, stories, voices or (`of` outlet) an outlet; it changes nothing."""
        return self._decide(NOTE, self._pointed(names, of, story, by), why, by)

    def undo(self, name: str, *, why: str, by: str | None = None) -> Judgement:
        """Takes a judgement back. It stays in the log, as does the undo, which can be undone in turn."""
        return judging.decide(self.store, UNDO, [naming.judged(name, judging.log(self.store))], why, by)

    def export_judgements(self) -> bytes:
        """The log of judgements as JSONL."""
        return judging.written(self.store)

    def import_judgements(self, file: IO[bytes]) -> Imported:
        """Adds judgements of another casebook, a row of JSON a line, to the log; they hold where their reports are."""
        return judging.read_in(file, self.store)

    # --- coders who judge the same story

    def code(self, story: str, *coders: str, why: str, by: str | None = None) -> tuple[Judgement, ...]:
        """Names those who code a story: until all of them are done, none is shown what the others judge of it."""
        return coding.code(story, coders, why, by, self._room())

    def done(self, story: str, *, why: str, by: str | None = None) -> Judgement:
        """Says that a coder has judged all of a story that he will."""
        return coding.done(story, why, by, self._room())

    def agreement(
        self,
        story: str | None = None,
        by: Sequence[str] = (),
        *,
        until: str | None = None,
        seen_by: str | None = None,
        units: bool = False,
    ) -> Agreement:
        """How far coders agree on a story (on all that were judged, where none is named), and what they differ on: those named in `by`, else the
        story's coders, else all who judged. `until`: as it was then (ISO 8601); `seen_by`: as of a record; `units`: with all that was judged."""
        asked = coding.Question(story, by, until, seen_by, units, self._as_read)
        return coding.agreed(asked, self._room())

    def adjudicate(self, judgement: str, *, why: str, by: str | None = None) -> Judgement:
        """Settles what coders differ on: decides as this judgement does, and finally. To settle it otherwise, judge with `final`."""
        return coding.adjudicate(judgement, why, by, self.store)

    def _room(self) -> coding.Room:
        return coding.Room(self._shelf(), self._before, self.store)

    # --- what names lead to

    def _pointed(self, names: Sequence[str], of: str | None, story: str | None, by: str | None) -> Pointed:
        held = self._shelf()
        if of == OUTLET:
            names = [pointing.outlet_called(name, (entry.outlet for entry in held.reports)) for name in names]
        return pointing.pointed(
            names, of, self._records(story, by), lambda name: naming.reports(name, held, self._before)
        )

    def _apart(self, names: Sequence[str], of: str, story: str | None, by: str | None) -> Pointed:
        """What is split, and the rest that it is split from."""
        records = self._records(story, by)
        if of == ENTITY:
            return pointing.spelling(names, records)
        if of == FINDING:
            one = self._pointed(names, CLAIM, story, by)
            return one._replace(of=FINDING, rest=tuple(sorted(set(one.seen) - set(one.on))))
        one = self._pointed(names, of, story, by)
        if of == VOICE:
            return one._replace(rest=pointing.speaking_with(one.on, records))
        others = {report for each in naming.stories_of(one.on, self._shelf()) for report in each.reports}
        return one._replace(rest=tuple(sorted(others - set(one.on))))

    def _decide(self, what: str, one: Pointed, why: str, by: str | None, **more: Any) -> Judgement:
        known = self._known(one, by) if one.of != STORY else ()
        return judging.decide(
            self.store, what, one.on, why, by, of=one.of, at=one.at, seen=one.seen, knowing=known, **more
        )

    def _known(self, one: Pointed, by: str | None) -> list[str]:
        """The judgements that stand on what is judged and that its maker can see: his own knows them."""
        log, who = judging.log(self.store), judging.maker(by)
        return coding.visible(log, one, who, coding.is_blind(log, one, who))

    def _records(self, story: str | None, by: str | None) -> Records:
        """The record of the story as its judge sees it, else those of the stories in which a row of the name was told, then all that were made, the newest
        first."""
        who = judging.maker(by)
        if story is not None:
            return Records(lambda name: iter([self.record(story, seen_by=who)]), lambda record: record)

        def each(name: str) -> Iterator[Record]:
            told = [entry.id for entry in self.where(name)] if pointing.is_of_row(name) else []
            kept = (self.record(story, make=False, seen_by=who) for story in told)
            yield from (record for record in kept if record is not None)
            yield from self._records_made()
            yield from (self.record(story, seen_by=who) for story in told)

        return Records(each, lambda record: self._today(record, who))

    def _today(self, record: Record, seen_by: str) -> Record:
        """The record as it stands with all that was judged since and this judge may see, where the collection holds its reports."""
        held, ids = self._shelf(), {row.id for row in record.reports}
        if not ids <= {entry.id for entry in held.reports}:
            return record
        return self.record(*(story.id for story in naming.stories_of(ids, held)), seen_by=seen_by)

    def _as_read(self, story: str) -> Record:
        return self.record(story, judgements_by=())
