"""What inputs a call may name, and what becomes of the bad ones."""

import gzip
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from rashomon.fetch import FetchSettings, open_files, open_inputs
from rashomon.model.problem import Rejected
from rashomon.model.report import RawPage


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def opened(*inputs: str, **settings: int) -> list[RawPage | Rejected]:
    return list(open_inputs(inputs, FetchSettings(**settings)))


def sources(pages: list[RawPage | Rejected]) -> list[str]:
    return [("! " if isinstance(page, Rejected) else "") + page.source for page in pages]


def zipped(path: str, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def test_a_file_keeps_its_bytes(here: Path) -> None:
    (here / "a.txt").write_bytes(b"The bridge fell.\n")
    (page,) = opened("a.txt")
    assert page == RawPage(source="a.txt", media="text", content=b"The bridge fell.\n")


def test_a_folder_is_read_through_in_order_and_hidden_files_are_left_out(here: Path) -> None:
    for name in ("d/b.txt", "d/a.html", "d/.hidden.txt", "d/sub/c.md", "d/.git/x.txt"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("Words.")
    assert sources(opened("d")) == ["d/a.html", "d/b.txt", "d/sub/c.md"]
    assert sources(opened("d/*.txt", "d/b.txt")) == ["d/b.txt"]  # each file once


def test_rows_go_by_their_id_else_by_their_line(here: Path) -> None:
    rows = [
        {"id": "x", "text": "One."},
        {"text": "Two."},
        {"id": "x", "text": "Three."},
        {"id": 7, "html": "<p>Four.</p>"},
    ]
    (here / "r.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    assert sources(opened("r.jsonl")) == ["r.jsonl#x", "r.jsonl#2", "r.jsonl#x#2", "r.jsonl#7"]


def test_a_bad_row_is_rejected_and_the_others_are_read(here: Path) -> None:
    (here / "r.jsonl").write_text(
        '{"text": "One."}\n{broken\n{"title": "No text"}\n[1]\n{"text": "Five."}\n' + "x" * 5000
    )
    pages = opened("r.jsonl", max_line=1000)
    assert sources(pages) == ["r.jsonl#1", "! r.jsonl#2", "! r.jsonl#3", "! r.jsonl#4", "r.jsonl#5", "! r.jsonl#6"]
    assert all("r.jsonl, row" in page.error for page in pages if isinstance(page, Rejected))


def test_a_row_brings_its_fields(here: Path) -> None:
    row = {"text": "Words.", "title": " A title ", "published": "2021-03-04", "bylines": ["Ada Holm"], "outlet": None}
    (here / "r.json").write_text(json.dumps([row]))
    (page,) = opened("r.json")
    assert isinstance(page, RawPage)
    assert (page.row.title, page.row.published, page.row.bylines, page.row.outlet) == (
        "A title",
        "2021-03-04",
        ("Ada Holm",),
        None,
    )


@pytest.mark.parametrize("name", ["r.csv", "r.csv.gz", "r.tsv", "r.jsonl.gz", "r.json.gz"])
def test_row_files_of_every_kind(here: Path, name: str) -> None:
    mark = "\t" if ".tsv" in name else ","
    content = (
        f'id{mark}text\na{mark}"Two\nlines, one row."\n'
        if "sv" in name
        else '{"id": "a", "text": "Two\\nlines, one row."}'
    )
    (here / name).write_bytes(gzip.compress(content.encode()) if name.endswith("gz") else content.encode())
    (page,) = opened(name)
    assert isinstance(page, RawPage)
    assert (page.source, page.text) == (f"{name}#a", "Two\nlines, one row.")


def test_a_zip_gives_what_it_holds(here: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", "Deep.")
    rows = b'{"id": "r1", "text": "Row."}\n'
    zipped("a.zip", {"b/one.html": b"<p>One.</p>", "a.jsonl": rows, ".DS_Store": b"x", "in.zip": inner.getvalue()})
    assert sources(opened("a.zip")) == ["a.zip#a.jsonl#r1", "a.zip#b/one.html", "a.zip#in.zip#deep.txt"]


def test_bad_members_are_rejected_one_by_one(here: Path) -> None:
    zipped(
        "a.zip",
        {
            "../../up.txt": b"Up.",
            "/root.txt": b"Root.",
            "bomb.txt": b"0" * 2_000_000,
            "good.txt": b"Good.",
            "x.exe": b"MZ",
        },
    )
    pages = opened("a.zip", ratio_from=1_000)
    assert sources(pages) == [
        "! a.zip#../../up.txt",
        "! a.zip#/root.txt",
        "! a.zip#bomb.txt",
        "a.zip#good.txt",
        "! a.zip#x.exe",
    ]


def test_nesting_is_bounded(here: Path) -> None:
    content = b"Deep."
    name = "x.txt"
    for _ in range(5):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, content)
        content, name = packed.getvalue(), "x.zip"
    (here / "x.zip").write_bytes(content)
    (page,) = opened("x.zip")
    assert isinstance(page, Rejected)
    assert "Unpack the outer" in page.error


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b" \n", "empty"),
        ("broken.zip", b"PK\x03\x04 and no more", "broken"),
        ("cut.jsonl.gz", gzip.compress(b'{"text": "Words."}\n' * 9)[:30], "broken"),
        ("list.json", b"[{]", "not JSON"),
        ("empty.jsonl", b"", "no rows"),
        ("t.csv", b"a,b\n1,2\n", "`text`"),
        ("paper.pdf", b"%PDF", "cannot be read yet"),
        ("tool.exe", b"MZ", "not read"),
        ("https://example.org/a", None, "cannot be read yet"),
    ],
)
def test_what_cannot_be_read_is_named_in_a_plain_sentence(
    here: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (here / name).write_bytes(content)
    (here / "good.txt").write_text("Good.")
    *_, rejected, good = opened(name, "good.txt")
    assert isinstance(rejected, Rejected)
    assert says in rejected.error
    assert name in rejected.error
    assert rejected.error.endswith(".")
    assert good.source == "good.txt"


def test_sizes_are_bounded(here: Path) -> None:
    (here / "long.txt").write_text("x" * 2000)
    (page,) = opened("long.txt", max_page=1000)
    assert isinstance(page, Rejected)


def test_a_pipe_in_a_folder_never_blocks(here: Path) -> None:
    (here / "d").mkdir()
    os.mkfifo(here / "d" / "pipe.txt")
    (here / "d" / "a.txt").write_text("Words.")
    assert sources(opened("d")) == ["d/a.txt"]
    assert sources(opened("d/pipe.txt")) == ["! d/pipe.txt"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"The bridge fell.", ["-"]),
        (b"<!DOCTYPE html><p>It fell.", ["-"]),
        (b'{"id": "a", "text": "One."}\n{"text": "Two."}\n', ["-#a", "-#2"]),
        (b"", ["! -"]),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: bytes, found: list[str]) -> None:
    assert sources(list(open_inputs(["-"], stdin=io.BytesIO(content)))) == found


def test_rows_before_a_break_are_read(here: Path) -> None:
    packed = gzip.compress(b"".join(b'{"id": "%d", "text": "Words."}\n' % n for n in range(9)))
    (here / "cut.jsonl.gz").write_bytes(packed[:-8] + bytes(8))
    *rows, rejected = opened("cut.jsonl.gz")
    assert [row.source for row in rows] == [f"cut.jsonl.gz#{n}" for n in range(9)]
    assert isinstance(rejected, Rejected)
    assert "broken behind row 9" in rejected.error


def test_packed_rows_are_known_by_their_content(here: Path) -> None:
    (here / "rows.jsonl").write_bytes(gzip.compress(b'{"id": "a", "text": "Words."}\n'))
    assert [page.source for page in opened("rows.jsonl")] == ["rows.jsonl#a"]


def test_what_unpacks_to_far_more_than_text_does_is_rejected(here: Path) -> None:
    (here / "bomb.jsonl.gz").write_bytes(gzip.compress(b"\n" * 100_000))
    (page,) = opened("bomb.jsonl.gz", ratio_from=1_000, max_ratio=50)
    assert isinstance(page, Rejected)
    assert "unpacks to far more" in page.error


def test_rows_in_utf_16(here: Path) -> None:
    (here / "rows.jsonl").write_bytes('{"id": "a", "text": "Wörds."}\n'.encode("utf-16"))
    (page,) = opened("rows.jsonl")
    assert isinstance(page, RawPage)
    assert page.text == "Wörds."


def test_names_that_are_no_text_are_made_readable(here: Path) -> None:
    (here / "rows.jsonl").write_text(
        '{"id": "\\ud800", "text": "Words."}\n{"id": "a\\nb\\u0000c", "text": "Words."}\n'
        f'{{"id": "{"x" * 5_000}", "text": "Words."}}\n'
    )
    sources = [page.source for page in opened("rows.jsonl")]
    assert sources[:2] == ["rows.jsonl#?", "rows.jsonl#a b c"]
    assert len(sources[2]) < 300


def test_an_archive_without_files_is_rejected(here: Path) -> None:
    with zipfile.ZipFile(here / "none.zip", "w"):
        pass
    (page,) = opened("none.zip")
    assert isinstance(page, Rejected)
    assert "holds no files" in page.error


def test_lone_surrogates_of_broken_json_are_replaced(tmp_path: Path) -> None:
    """Nothing could write them, and one such row stopped all that were added with it."""
    (tmp_path / "r.jsonl").write_text('{"id": "1", "text": "A mill burned \\udfff in Velm."}\n')
    (page,) = open_inputs([str(tmp_path / "r.jsonl")])
    assert isinstance(page, RawPage)
    assert page.text == "A mill burned ? in Velm."


def test_files_that_are_open_already_are_read_by_their_names() -> None:
    given = [
        ("a.txt", io.BytesIO(b"A barge sank off Tarn.")),
        ("rows.jsonl", io.BytesIO(b'{"id": "x", "text": "A mill burned."}\n')),
        ("a.txt", io.BytesIO(b"Another barge sank off Tarn.")),
        ("scan.pdf", io.BytesIO(b"%PDF")),
    ]
    found = list(open_files(given))
    assert [page.source for page in found] == ["a.txt", "rows.jsonl#x", "a.txt#2", "scan.pdf"]
    assert isinstance(found[3], Rejected) and "cannot be read yet" in found[3].error
