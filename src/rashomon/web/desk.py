"""What the pages of one desk share: the casebook, the worker and its lock."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from flask import current_app, session

from rashomon.casebook import Casebook
from rashomon.errors import RashomonError
from rashomon.model.record import Record
from rashomon.web.drawing import Drawn
from rashomon.web.jobs import Job, Jobs, Tell
from rashomon.web.limits import Limits

KEY = "rashomon"
_PATIENCE = 10.0  # seconds that a judgement waits for a reading
T = TypeVar("T")


class BusyError(RashomonError):
    """The language model is at work for another call."""


@dataclass
class Desk:
    """`reading` is held by whoever may read: the language model works for one at a time."""

    book: Casebook
    limits: Limits
    reading: threading.Lock = field(default_factory=threading.Lock)
    jobs: Jobs = field(init=False)
    drawn: Drawn = field(default_factory=Drawn)

    def __post_init__(self) -> None:
        self.jobs = Jobs(self.reading, self.limits.queue)

    def read(self, story: str, title: str) -> Job:
        """Reads the story in the background, and as the one who judges here is to see it; the reading that waits or runs already, where there is one."""
        who = judge_named()

        def work(tell: Tell) -> None:
            self.book.record(story, progress=tell)
            self.book.record(story, progress=tell, seen_by=who)  # the same one, where he codes nothing blind
            kept = self.book.record(story, make=False, seen_by=who)  # pages are drawn of the record as it is kept
            if kept is not None:
                self.drawn.of(kept)

        return self.jobs.on(story, who) or self.jobs.submit("read", title, work, on=story, who=who)

    def sort(self) -> Job:
        """Puts what came in into stories, in the background."""
        under_way = next((job for job in self.jobs.under_way() if job.kind == "sort"), None)
        return under_way or self.jobs.submit(
            "sort", "Sorting reports into stories", lambda tell: self.book.sort(progress=tell)
        )

    def record(self, story: str) -> Record | None:
        """The record as it was made last, as the one who judges here is to see it; None where it is not read, or no longer up to date."""
        return self.book.record(story, make=False, seen_by=judge_named())

    def judged(self, story: str | None, decide: Callable[[], T]) -> T:
        """What a person decides, at once where the story's record is there, else when the model is free. Raises BusyError."""
        if story is not None and self.record(story) is not None:
            return decide()
        if not self.reading.acquire(timeout=_PATIENCE):
            raise BusyError("The desk is reading just now. Send this again when it is done.")
        try:
            return decide()
        finally:
            self.reading.release()


def the_desk() -> Desk:
    return cast("Desk", current_app.extensions[KEY])


def judge_named() -> str:
    """Who judges in this session, by the name that was given last; empty where none was: he may code blind, and is shown nobody's judgements of what is
    coded so."""
    return cast("str", session.get("who", ""))
