"""What takes long runs in one thread in the background, one after the other; pages ask how far it is."""

import logging
import queue
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rashomon.errors import RashomonError
from rashomon.web.wording import sentence

Tell = Callable[[str, int, int], None]  # stage, how many are done, of how many (0: not known)
Work = Callable[[Tell], Any]
WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
_REMEMBERED = 50
_LOG = logging.getLogger(__name__)


class FullError(RashomonError):
    """Too much waits already."""


@dataclass
class Job:
    """`kind`: read, add, sort. `on`: the story that is read, `who`: for whom. `result`: what the work gave; `error`: a sentence, where it failed."""

    id: str
    kind: str
    title: str
    on: str | None = None
    who: str | None = None
    state: str = WAITING
    stage: str = ""
    done: int = 0
    total: int = 0
    result: Any = None
    error: str | None = None

    @property
    def over(self) -> bool:
        return self.state in (DONE, FAILED)

    def told(self) -> dict[str, Any]:
        """How far it is, for the script of the page."""
        return {"state": self.state, "stage": self.stage, "done": self.done, "total": self.total}


class Jobs:
    """`lock` is held while a job is at work."""

    def __init__(self, lock: threading.Lock, most: int) -> None:
        self._lock = lock
        self._queue: queue.Queue[tuple[Job, Work]] = queue.Queue(most)
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def submit(self, kind: str, title: str, work: Work, on: str | None = None, who: str | None = None) -> Job:
        """Raises FullError where too much waits."""
        job = Job(id=secrets.token_urlsafe(9), kind=kind, title=title, on=on, who=who)
        with self._starting:
            try:
                self._queue.put_nowait((job, work))
            except queue.Full:
                raise FullError("Too much waits to be read already. Try again when some of it is done.") from None
            self._jobs[job.id] = job
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="desk", daemon=True)
                self._thread.start()
        return job

    def get(self, name: str) -> Job | None:
        return self._jobs.get(name)

    def on(self, story: str, who: str | None) -> Job | None:
        """The job that reads this story for this person and is not over."""
        return next((job for job in self.under_way() if (job.on, job.who) == (story, who)), None)

    def last_on(self, story: str) -> Job | None:
        return next((job for job in reversed(list(self._jobs.values())) if job.on == story), None)

    def under_way(self) -> list[Job]:
        return [job for job in list(self._jobs.values()) if not job.over]

    def _forget(self) -> None:
        over = [key for key, job in self._jobs.items() if job.over]
        for key in over[: max(0, len(self._jobs) - _REMEMBERED)]:
            del self._jobs[key]

    def _work(self) -> None:
        while True:
            job, work = self._queue.get()
            with self._lock:
                _run(job, work)


def _run(job: Job, work: Work) -> None:
    def tell(stage: str, done: int, total: int) -> None:
        job.stage, job.done, job.total = stage, done, total

    job.state = RUNNING
    try:
        job.result = work(tell)
        job.state = DONE
    except Exception as error:  # the thread lives on, whatever one job meets
        if not isinstance(error, RashomonError):
            _LOG.exception("A job of the desk failed: %s", job.title)
        job.error = sentence(error)
        job.state = FAILED
