"""What takes long runs one after the other, says how far it is, and never takes the desk down with it."""

import threading
import time
from collections.abc import Callable

import pytest
from tests.web.conftest import Browser

from rashomon.casebook import Casebook
from rashomon.errors import SettingsError, StoreBusyError, StoreError
from rashomon.web.jobs import DONE, FAILED, RUNNING, FullError, Job, Jobs, Tell


@pytest.fixture
def jobs() -> Jobs:
    return Jobs(threading.Lock(), 2)


def wait(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not done():
        assert time.monotonic() < until
        time.sleep(0.005)


def ended(job: Job) -> Job:
    wait(lambda: job.over)
    return job


def test_a_job_tells_how_far_it_is_and_gives_its_result(jobs: Jobs) -> None:
    going = threading.Event()

    def work(tell: Tell) -> str:
        tell("reading", 3, 14)
        going.wait(10)
        return "read"

    job = jobs.submit("read", "A story", work, on="sto1-0a")
    wait(lambda: job.stage == "reading")
    assert job.told() == {"state": RUNNING, "stage": "reading", "done": 3, "total": 14}
    assert jobs.on("sto1-0a", None) is job and jobs.on("sto1-0b", None) is None
    going.set()
    assert (ended(job).state, job.result) == (DONE, "read")
    assert jobs.on("sto1-0a", None) is None and jobs.last_on("sto1-0a") is job


def test_one_at_a_time_and_not_too_many(jobs: Jobs) -> None:
    going, at_work, most = threading.Event(), [0], [0]

    def work(_: Tell) -> None:
        at_work[0] += 1
        most[0] = max(most[0], at_work[0])
        going.wait(10)
        at_work[0] -= 1

    first = jobs.submit("read", "1", work)
    wait(lambda: first.state == RUNNING)
    rest = [jobs.submit("read", str(n), work) for n in (2, 3)]
    with pytest.raises(FullError, match="waits"):
        jobs.submit("read", "4", work)
    going.set()
    for job in (first, *rest):
        ended(job)
    assert most == [1]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SettingsError("this is no story."), "This is no story."),
        (StoreBusyError("The casebook /home/x is locked"), "The casebook is being written by another process"),
        (StoreError("The casebook /home/x cannot be used"), "The casebook cannot be used"),
        (ZeroDivisionError("/home/x"), "Something went wrong"),
    ],
)
def test_an_error_ends_the_job_with_a_sentence_and_the_next_one_runs(jobs: Jobs, error: Exception, said: str) -> None:
    def work(_: Tell) -> None:
        raise error

    job = ended(jobs.submit("read", "A story", work))
    assert job.state == FAILED and job.error is not None and job.error.startswith(said) and "/home" not in job.error
    assert ended(jobs.submit("read", "Another", lambda _: None)).state == DONE


def test_few_jobs_are_remembered(jobs: Jobs) -> None:
    made = [ended(jobs.submit("read", str(number), lambda _: None)) for number in range(60)]
    assert jobs.get(made[-1].id) is made[-1] and jobs.get(made[0].id) is None


def test_pages_answer_while_a_story_is_read(desk: Browser, own_book: Casebook) -> None:
    answer = desk.post(f"/stories/{own_book.story('bees.txt').id}/read")
    codes: list[int] = []

    def look() -> None:
        own = Browser(desk.client.application.test_client())
        codes.extend(
            own.get(path).status_code for path in ("/", "/news", "/judgements", "/reports/wire.txt", answer.location)
        )

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert codes == [200] * 20
    assert 'id="record"' in desk.finish(answer.location)
