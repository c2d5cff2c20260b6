"""A record of several stories as a folder: an index, and a page for each story."""

import base64
import gzip
import json
import re

import msgspec
import pytest

from rashomon.model.record import Record
from rashomon.publish import folder
from rashomon.verify import verify


@pytest.fixture
def two(record: Record) -> Record:
    """The ferry's record, and beside it a story of which only the Courier tells."""
    (ferry,) = record.stories
    strike = msgspec.structs.replace(
        ferry, id="strike", title="<b>Strike</b> at the yard", reports=("courier",), start=None, end=None, places=()
    )
    return msgspec.structs.replace(record, stories=(strike, ferry))


def packed(page: str) -> Record:
    (data,) = re.findall(r'id="record">(.*?)</script>', page, re.S)
    return msgspec.json.decode(gzip.decompress(base64.b64decode(data)), type=Record)


def test_the_index_comes_first_then_a_file_for_each_story_the_largest_first(two: Record) -> None:
    assert [name for name, _ in folder.files(two)] == ["index.html", "story.html", "strike.html"]


def test_the_index_links_each_story_and_its_disputes(two: Record) -> None:
    index = dict(folder.files(two))["index.html"]
    assert '<a href="story.html"><bdi>Ferry burns off Port Velm</bdi></a>' in index
    assert '<a href="story.html#finding">How many people were injured?</a>' in index
    assert "3 March 2031 – 4 March 2031" in index and "Port Velm" in index and "undated" in index
    assert "2 reports → 2 outlets → 2 text origins · 1 finding" in index


def test_the_index_lists_what_could_not_be_read(two: Record) -> None:
    assert "<b>broken.pdf</b> The file is empty." in dict(folder.files(two))["index.html"]


def test_a_title_is_text_in_the_index(two: Record) -> None:
    index = dict(folder.files(two))["index.html"]
    assert "<b>Strike</b>" not in index and "&lt;b&gt;Strike&lt;/b&gt; at the yard" in index
    assert "<script" not in index


def test_a_storys_page_has_its_own_reports_alone_and_leads_back(two: Record) -> None:
    page = dict(folder.files(two))["strike.html"]
    assert [report.id for report in packed(page).reports] == ["courier"]
    assert '<a class="desk" href="index.html">All stories</a>' in page


def test_each_page_holds_a_record_that_verifies(demo_record: Record) -> None:
    pages = [page for name, page in folder.files(demo_record) if name != "index.html"]
    assert pages
    for page in pages:
        assert verify(json.loads(msgspec.json.encode(packed(page)))) == []
