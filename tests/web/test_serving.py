"""Who can reach the desk decides whether it asks for a password."""

import threading
import urllib.request

import pytest
from click.testing import CliRunner

from rashomon.casebook import Casebook
from rashomon.cli import main
from rashomon.errors import SettingsError
from rashomon.web.serving import is_loopback, serve


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.9", "::1", "localhost"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example", ""])
def test_what_others_can_reach(host: str) -> None:
    assert not is_loopback(host)


def test_on_loopback_it_serves_without_a_password(book: Casebook) -> None:
    served = serve(book, host="127.0.0.1", port=0, password=None)
    assert served.token is None
    thread = threading.Thread(target=served.run, daemon=True)
    thread.start()
    with urllib.request.urlopen(served.address) as answer:
        assert answer.status == 200 and b"Stories" in answer.read()
    served.close()
    thread.join(5)
    assert not thread.is_alive()


def test_where_others_can_reach_it_it_makes_a_token(book: Casebook) -> None:
    served = serve(book, host="0.0.0.0", port=0, password=None)
    served.close()
    assert served.token is not None and len(served.token) >= 32
    other = serve(book, host="0.0.0.0", port=0, password="ship's bell")
    other.close()
    assert other.token is None


def test_a_place_where_it_cannot_listen_is_said(tmp_path: object) -> None:
    found = CliRunner().invoke(main, ["serve", "--host", "192.0.2.1", "--casebook", str(tmp_path)])
    assert found.exit_code == 3 and "cannot listen on 192.0.2.1" in found.output and "--port" in found.output


def test_a_password_that_others_can_try_is_no_short_one(book: Casebook) -> None:
    with pytest.raises(SettingsError, match="8 characters"):
        serve(book, host="0.0.0.0", port=0, password="harbour")


def test_two_desks_on_one_machine_keep_their_visitors_apart(book: Casebook) -> None:
    cookies = set()
    for _ in range(2):
        served = serve(book, host="127.0.0.1", port=0, password="a long enough word")
        thread = threading.Thread(target=served.run, daemon=True)
        thread.start()
        with urllib.request.urlopen(served.address + "login", timeout=20) as answer:
            cookies.add(answer.headers["Set-Cookie"].split("=")[0])
        served.close()
        thread.join(10)
    assert len(cookies) == 2
