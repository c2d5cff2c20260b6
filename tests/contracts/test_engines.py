"""What every engine promises."""

import pytest

from rashomon.engine import Engine, Local


@pytest.fixture(params=[Local])
def engine(request: pytest.FixtureRequest) -> Engine:
    made: Engine = request.param()
    return made


def test_results_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    assert list(engine.map(lambda number: number * number, range(100))) == [number * number for number in range(100)]


def test_no_tasks_no_results(engine: Engine) -> None:
    assert list(engine.map(str, [])) == []
