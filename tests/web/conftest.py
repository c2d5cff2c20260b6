"""A small casebook with one story that was read and one that was not; each test that changes it has a copy of its own."""

import html
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from rashomon.casebook import Casebook
from rashomon.web import create_app
from rashomon.web.limits import Limits

FERRY = (
    """Ferry burns off Lorrin, nine dead

LORRIN, May 6 (Halden Wire) - At least nine people were killed when a ferry caught fire off Lorrin on Tuesday, the Ostmark coast guard said.

The coast guard dismissed harbour master Ivo Brandt on Wednesday. "The ferry should never have left," Interior Minister Mara Tolk said.
""",
    """Ferry fire off Lorrin: twelve dead

Twelve people were killed in a fire on a ferry off Lorrin on Tuesday, a hospital in Lorrin said.

Harbour master Ivo Brandt resigned on Wednesday, his lawyer said. The minister, Mara Tolk, did not comment.
""",
)
BEES = """Beekeepers of Tarn Valley elect a new chair

Tarn Valley's beekeepers elected Ruta Anselm as their chair on Saturday. She said honey prices had fallen by half.
"""


class Browser:
    """A client that fills forms as a browser does: with the token of the page that it stands on."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, **more)

    def page(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        return html.unescape(answer.get_data(as_text=True))

    def post(self, path: str, data: dict[str, Any] | None = None, *, on: str = "/add", **more: Any) -> TestResponse:
        return self.client.post(path, data={"csrf_token": self.token(on), **(data or {})}, **more)

    def token(self, on: str = "/add") -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(on).get_data(as_text=True))
        assert found, f"{on} has no form"
        return found[1]

    def finish(self, address: str) -> str:
        """The page at which a job ends."""
        job = re.search(r"/jobs/([\w-]+)", address) or re.search(
            r'data-job="/jobs/([\w-]+).json"', self.client.get(address).get_data(as_text=True)
        )
        while job and self.client.get(f"/jobs/{job[1]}.json").get_json()["state"] not in ("done", "failed"):
            time.sleep(0.02)
        return html.unescape(self.client.get(address, follow_redirects=True).get_data(as_text=True))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the casebook. Not to be written in."""
    folder = tmp_path_factory.mktemp("desk")
    files = {"wire.txt": FERRY[0], "mail.txt": FERRY[1], "bees.txt": BEES}
    for name, text in files.items():
        (folder / name).write_text(text)
    book = Casebook(folder / "casebook")
    book.add(*(folder / name for name in files))
    book.record("wire.txt")
    book.close()
    return folder / "casebook"


@pytest.fixture(scope="session")
def book(made: Path) -> Iterator[Casebook]:
    """To look at."""
    one = Casebook(made)
    yield one
    one.close()


@pytest.fixture
def own_book(made: Path, tmp_path: Path) -> Iterator[Casebook]:
    """To change."""
    shutil.copytree(made, tmp_path / "casebook")
    one = Casebook(tmp_path / "casebook")
    yield one
    one.close()


@pytest.fixture(scope="session")
def reader(book: Casebook) -> Browser:
    """A browser on a desk in which nothing is changed."""
    return Browser(create_app(book).test_client())


@pytest.fixture
def desk(own_book: Casebook) -> Browser:
    """A browser on a desk of its own."""
    return Browser(create_app(own_book, limits=Limits(upload=300_000, files=3, pasted=100_000)).test_client())


@pytest.fixture(scope="session")
def story(book: Casebook) -> str:
    return book.story("wire.txt").id
