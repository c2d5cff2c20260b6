"""The page stands alone, holds its record once and unharmed, and lets nothing of a report run."""

import base64
import gzip
import re
from html.parser import HTMLParser

import msgspec

from rashomon.model.record import Record
from rashomon.publish import page
from rashomon.publish.codebooks import written

SECTIONS = (
    "head",
    "matrix",
    "figures",
    "days",
    "course",
    "lineage",
    "wording",
    "statements",
    "places",
    "gaps",
    "reports",
)


class Elements(HTMLParser):
    """Start tags with their attributes, and the text of each script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] == "script" and data.strip():
            self.scripts.append(data)


def embedded(text: str) -> str:
    (data,) = re.findall(r'<script type="application/gzip" id="record">(.*?)</script>', text, re.S)
    return str(data)


def unpacked(text: str) -> bytes:
    return gzip.decompress(base64.b64decode(embedded(text), validate=True))


def test_every_section_has_its_place(record: Record) -> None:
    ids = {attributes.get("id") for _, attributes in Elements(page.render(record)).tags}
    assert ids >= set(SECTIONS)


def test_how_it_came_about_stands_after_the_days_and_in_the_list_of_sections(record: Record) -> None:
    text = page.render(record)
    assert page.SCRIPTS.index("course") == page.SCRIPTS.index("days") + 1 and "course" in page.STYLES
    assert text.index('<section id="days"') < text.index('<section id="course"') < text.index('<section id="lineage"')
    assert "course: 'Course'" in text and "course: drawCourse" in text


def test_each_kind_of_link_has_a_heading_in_how_it_came_about() -> None:
    room = page.read("js", "course.js")
    kinds = ("cause", "request", "decision", "purpose", "condition", "part")
    assert all(re.search(rf"\['[A-Z][^']+', '{kind}'\]", room) for kind in kinds)


def test_how_it_came_about_is_left_out_where_no_report_tells_it() -> None:
    assert "byId('course').hidden = !told.length" in page.read("js", "course.js")


def test_the_embedded_record_is_the_record(record: Record) -> None:
    assert msgspec.json.decode(unpacked(page.render(record)), type=Record) == record


def test_nothing_in_the_embedded_record_can_end_its_script(record: Record) -> None:
    assert re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", embedded(page.render(record)))


def test_the_rows_of_codebooks_lie_in_the_page_as_the_program_writes_them(record: Record) -> None:
    (data,) = re.findall(r'id="rows">(.*?)</script>', page.render(record), re.S)
    rows = msgspec.json.decode(gzip.decompress(base64.b64decode(data, validate=True)))
    assert rows == {form: written(record, form).decode() for form in page.ROWS}


def test_a_hostile_title_makes_no_element(record: Record) -> None:
    story = msgspec.structs.replace(record.stories[0], title="</title><img src=x onerror=alert(1)>")
    tags = Elements(page.render(msgspec.structs.replace(record, stories=(story,)))).tags
    assert not [tag for tag, attributes in tags if tag == "img" or any(name.startswith("on") for name in attributes)]


def test_a_title_that_turns_its_words_turns_no_others(record: Record) -> None:
    assert page.render(record).count("<bdi>${story.title}</bdi>") == 2


def test_the_policy_names_the_one_script_that_runs(record: Record) -> None:
    found = Elements(page.render(record))
    (policy,) = [a["content"] for tag, a in found.tags if a.get("http-equiv") == "Content-Security-Policy"]
    _, data, script = found.scripts
    assert policy is not None and f"script-src '{page.digest(script)}'" in policy
    assert "default-src 'none'" in policy and data == embedded(page.render(record))


def test_the_policy_names_the_one_style_and_no_style_stands_in_an_attribute(record: Record) -> None:
    text = page.render(record)
    assert f"style-src '{page.digest(page.style())}'" in text and f"<style>{page.style()}</style>" in text
    assert not [room for room in page.SCRIPTS if re.search(r"""[\s"']style=""", page.read("js", f"{room}.js"))]


def test_a_page_on_disk_knows_no_desk(record: Record) -> None:
    assert "data-desk" not in page.render(record).split("<body>")[0]


def test_a_desk_stands_at_the_start_of_its_links(record: Record) -> None:
    tags = Elements(page.render(record, desk="/de&sk")).tags
    assert dict(tags)["html"]["data-desk"] == "/de&sk"
    assert ("a", {"href": "/de&sk/"}) in tags


def test_a_served_page_has_nothing_inline_but_the_packed_record(record: Record) -> None:
    found = Elements(page.linked(record, desk="", style_at="/page.css?1", script_at="/page.js?1"))
    assert ("link", {"rel": "stylesheet", "href": "/page.css?1"}) in found.tags
    assert ("script", {"src": "/page.js?1", "defer": None}) in found.tags
    assert found.scripts == [page.embedded_rows(record), embedded(page.render(record))]
    assert not [tag for tag, attributes in found.tags if tag == "style" or "style" in attributes]


def test_nothing_is_fetched(record: Record) -> None:
    text = page.render(record).replace(embedded(page.render(record)), "")
    assert not re.findall(r"""(?:src|href|action)\s*=\s*["']?https?:|@import|url\((?!["']?(?:data:|#))""", text)


def test_the_same_record_gives_the_same_page(record: Record) -> None:
    assert page.render(record) == page.render(record)


def test_the_fonts_are_small_and_free() -> None:
    files = list((page.ROOM / "fonts").glob("*.woff2"))
    assert {file.stem for file in files} == {font.file for font in page.FONTS}
    assert sum(file.stat().st_size for file in files) * 4 / 3 < 450_000
    assert "SIL OPEN FONT LICENSE" in (page.ROOM / "fonts" / "OFL.txt").read_text()


def test_each_room_of_style_and_script_is_used() -> None:
    assert {file.stem for file in (page.ROOM / "js").glob("*.js")} == set(page.SCRIPTS)
    assert {file.stem for file in (page.ROOM / "css").glob("*.css")} == set(page.STYLES)


def test_a_record_without_reports_still_has_a_page(nothing: Record) -> None:
    assert "<title>No report was read" in page.render(nothing)


def test_its_foot_says_in_words_when_the_record_was_made(record: Record) -> None:
    assert "made 5 March 2031, 00:00 UTC from 2 reports" in page.render(record)


def test_a_page_without_a_located_place_carries_no_outlines(record: Record) -> None:
    assert 'id="outlines"' not in page.render(record)


def test_the_outlines_lie_packed_beside_the_record(record: Record) -> None:
    port = msgspec.structs.replace(record.entities[0], lat=54.0, lon=8.0, precision="city", country="DE")
    text = page.render(msgspec.structs.replace(record, entities=(port,)))
    (data,) = re.findall(r'<script type="application/gzip" id="outlines">([A-Za-z0-9+/]+={0,2})</script>', text)
    sheet = msgspec.json.decode(gzip.decompress(base64.b64decode(data)))["story"]
    assert sheet["at"] == {"port": [0, 0]} and sheet["source"].startswith("Natural Earth 4.1.0")
