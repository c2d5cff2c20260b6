"""The stream's truth is true: what it says was taken stands in both reports."""

import difflib
import itertools
import json
from collections import Counter
from pathlib import Path

import make_stream
import numpy as np
import pytest
from stream import WAYS, Block, Settings, blocks

from rashomon.fetch import FetchSettings, open_inputs
from rashomon.model.report import RawPage
from rashomon.text.segment import sentences

SMALL = Settings(seed=7, block=300, archive=100)
N = 1100


@pytest.fixture(scope="module")
def made() -> list[Block]:
    return list(blocks(N, SMALL))


@pytest.fixture(scope="module")
def texts(made: list[Block]) -> list[str]:
    return [text for block in made for text in block.texts]


def _taken(made: list[Block], texts: list[str]) -> list[tuple[int, str, int, str, int, str]]:
    """Copy (counted over all blocks), way, number and words of the derived, number and words of the origin; a row for each passage."""
    rows, before = [], 0
    for block in made:
        for of, (a, b), (c, d) in zip(block.of.tolist(), block.there.tolist(), block.here.tolist(), strict=True):
            x, y = int(block.derived[of]), int(block.origin[of])
            rows.append((before + of, WAYS[block.way[of]], x, texts[x][a:b], y, texts[y][c:d]))
        before += len(block.derived)
    return rows


def test_each_passage_is_a_sentence_in_both_reports(made: list[Block], texts: list[str]) -> None:
    for _, _, derived, there, origin, here in _taken(made, texts):
        assert derived != origin
        for words in (there, here):
            assert words == words.strip() and words[-1] in '."' and (words[0].isupper() or words[0] in '"0123456789')


def test_what_was_not_edited_is_equal_to_the_letter(made: list[Block], texts: list[str]) -> None:
    plain = [(there, here) for _, way, _, there, _, here in _taken(made, texts) if "edited" not in way]
    assert len(plain) > 3000
    assert all(there == here for there, here in plain)


@pytest.mark.parametrize(("way", "share"), [("edited15", 0.85), ("lifted edited", 0.85), ("edited30", 0.70)])
def test_what_was_edited_keeps_so_many_words(made: list[Block], texts: list[str], way: str, share: float) -> None:
    kept = [
        sum(block.size for block in difflib.SequenceMatcher(None, here.split(), there.split()).get_matching_blocks())
        / len(here.split())
        for _, how, _, there, _, here in _taken(made, texts)
        if how == way
    ]
    assert abs(np.mean(kept) - share) < 0.04


def test_lifted_are_one_to_three_sentences_and_a_merged_report_has_two_origins(
    made: list[Block], texts: list[str]
) -> None:
    taken = Counter((copy, way) for copy, way, *_ in _taken(made, texts))
    assert {size for (_, way), size in taken.items() if way.startswith("lifted")} == {1, 2, 3}
    merged = Counter(int(block.derived[i]) for block in made for i in np.flatnonzero(block.way == WAYS.index("merged")))
    assert Counter(merged.values()).most_common(1)[0][0] == 2
    assert len({copy for copy, *_ in _taken(made, texts)}) == sum(len(block.derived) for block in made)


def test_about_two_thirds_are_copies_of_every_kind_and_some_are_copies_of_copies(made: list[Block]) -> None:
    derived = {int(i) for block in made for i in block.derived}
    assert 0.6 < len(derived) / N < 0.7
    assert {WAYS[i] for block in made for i in block.way} == set(WAYS)
    origins = [int(i) for block in made for i in block.origin]
    assert 0.2 < sum(i in derived for i in origins) / len(origins) < 0.6
    assert any(int(b.origin[i]) < b.first for b in made for i in range(len(b.origin))), "none from an earlier block"


def test_a_root_is_one_sentence_wherever_it_stands(made: list[Block], texts: list[str]) -> None:
    where: dict[int, set[int]] = {}
    for block in made:
        for report, root in zip(block.report.tolist(), block.root.tolist(), strict=True):
            where.setdefault(root, set()).add(report)
    wanted = {(x, y) for _, _, x, _, y, _ in _taken(made, texts)}
    sharing = {pair for reports in where.values() for pair in itertools.permutations(reports, 2)}
    assert wanted <= sharing


def test_own_sentences_are_nobody_elses(made: list[Block], texts: list[str]) -> None:
    found: dict[str, set[int]] = {}
    for block in made:
        for report, root, (start, end) in zip(
            block.report.tolist(), block.root.tolist(), block.span.tolist(), strict=True
        ):
            found.setdefault(texts[report][start:end], set()).add(root)
    assert all(len(roots) == 1 for roots in found.values())


def test_what_stands_between_the_sentences_is_an_outlets_line(made: list[Block], texts: list[str]) -> None:
    lines: Counter[str] = Counter()
    for block in made:
        for report in range(block.first, block.first + len(block.texts)):
            spans = block.span[block.report == report]
            rest, at = [], 0
            for start, end in [*spans.tolist(), [len(texts[report])] * 2]:
                rest += [texts[report][at:start].strip()]
                at = end
            lines.update(line for line in rest if line)
    assert all(
        line.split()[0] in {"Sign", "Listen", "More", "Send", "This", "Support"} or " is published by " in line
        for line in lines
    )
    assert max(lines.values()) > 5, "a line shared by many reports"


def test_the_same_seed_gives_the_same_stream_and_a_shorter_one_is_its_beginning(
    made: list[Block], texts: list[str]
) -> None:
    again = list(blocks(700, SMALL))
    assert [text for block in again for text in block.texts] == texts[:700]
    assert all((b.derived < 700).all() and (b.origin < 700).all() and (b.report < 700).all() for b in again)
    other = next(blocks(300, Settings(seed=8, block=300)))
    assert not set(other.texts) & set(texts)


def test_the_vocabulary_is_a_languages(texts: list[str]) -> None:
    words = Counter(word.strip('.,"') for text in texts for word in text.split())
    assert len(words) > 20_000
    assert words.most_common(1)[0][0] == "the"
    assert 300 < sum(words.values()) / N < 400


def test_our_sentences_are_the_streams(made: list[Block]) -> None:
    block = made[0]
    told = {(int(r), *map(int, span)) for r, span in zip(block.report, block.span, strict=True)}
    seen = {(i, *span) for i, text in enumerate(block.texts) for span in sentences(text)}
    assert len(told & seen) > 0.95 * len(told)


def test_rows_are_read_as_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["make_stream.py", "-n", "40", "-o", str(tmp_path)])
    make_stream.main()
    pages = list(open_inputs([str(tmp_path / "reports.jsonl")], FetchSettings()))
    assert len(pages) == 40 and all(isinstance(page, RawPage) for page in pages)
    truth = [json.loads(row) for row in (tmp_path / "truth.jsonl").read_text().splitlines()]
    rows = {row["id"]: row for row in map(json.loads, (tmp_path / "reports.jsonl").read_text().splitlines())}
    assert truth and all({row["derived"], row["origin"]} <= rows.keys() and row["passages"] for row in truth)
