"""The map as a reader meets it: each place opens on its words, by mouse and by keyboard, and names do not lie over each other."""

from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rashomon.model.entity import Entity, Mention
from rashomon.model.record import Record
from rashomon.publish.page import render

HOSTILE = '"><img src=x onerror=alert(1)></text>'
HERE = ((-8.5, 54.25, "city"), (-8.1, 54.4, "exact"), (-7.2, 53.1, "region"), (-6.3, 53.3, "city"), (-9.0, 53.3, "city"), (-8.0, 53.2, "country"))  # fmt: skip


@pytest.fixture(scope="session")
def placed(demo_record: Record, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo's page as if its places lay in a land that the map has."""
    report = demo_record.reports[0]
    words = [(at, at + 6) for at in range(0, 6 * len(HERE), 6)]
    places = tuple(
        Entity(id=f"place-{k}", kind="place", name=HOSTILE if k == 4 else f"Harbour No. {k}", aliases=(), mentions=(Mention(report=report.id, start=a, end=b),), lon=x, lat=y, precision=kind, country="IE")
        for k, ((x, y, kind), (a, b)) in enumerate(zip(HERE, words, strict=True))
    )  # fmt: skip
    story = msgspec.structs.replace(demo_record.stories[0], places=("place-0", "place-1", "place-5"))
    others = tuple(entity for entity in demo_record.entities if entity.kind not in ("place", "facility"))
    record = msgspec.structs.replace(
        demo_record, entities=(*others, *places), stories=(story, *demo_record.stories[1:])
    )
    file: Path = tmp_path_factory.mktemp("map") / "map.html"
    file.write_text(render(record), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("width", [390, 1440])
def test_a_dot_opens_the_words_of_its_place(opened: Any, placed: str, demo_record: Record, width: int) -> None:
    page = opened(placed, width=width)
    page.locator("#places svg.map g[data-place=place-0] .dot").click()
    panel = page.locator("#places .pla")
    assert panel.locator("h3").inner_text() == "Harbour No. 0"
    assert panel.locator("mark.fo").first.inner_text().strip() == demo_record.reports[0].text[:6].strip()


def test_by_keyboard_the_table_does_what_the_map_does(opened: Any, placed: str) -> None:
    page = opened(placed)
    button = page.locator("#places tbody button").first
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.matches('.pla h3')")
    page.keyboard.press("Escape")
    assert page.locator("#places .pla").is_hidden()
    assert page.evaluate("document.activeElement.dataset.place") == button.get_attribute("data-place")


def test_its_address_opens_the_same_place(opened: Any, placed: str) -> None:
    page = opened(placed)
    page.locator("#places tbody button").first.click()
    assert page.url.endswith("#places/place-0")
    assert opened(page.url).locator("#places .pla h3").inner_text() == "Harbour No. 0"


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_name_lies_over_another(opened: Any, placed: str, width: int) -> None:
    page = opened(placed, width=width)
    boxes = page.eval_on_selector_all(
        "#places svg.map text", "all => all.map(each => each.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) > 4
    for a, b in combinations(boxes, 2):
        apart = (
            a["right"] <= b["left"]
            or b["right"] <= a["left"]
            or a["bottom"] - 3 <= b["top"]
            or b["bottom"] - 3 <= a["top"]
        )
        assert apart, (a, b)


def test_where_it_happened_is_told_from_what_is_named_and_by_how_exactly(opened: Any, placed: str) -> None:
    page = opened(placed)
    kinds = {each: page.locator(f"#places svg.map [data-place={each}]").first.get_attribute("class") for each in ("place-0", "place-1", "place-2", "place-5")}  # fmt: skip
    assert kinds == {
        "place-0": "pl own city",
        "place-1": "pl own exact",
        "place-2": "pl named region",
        "place-5": "land own",
    }


def test_a_narrower_window_draws_the_map_anew(opened: Any, placed: str) -> None:
    page = opened(placed)
    wide = page.locator("#places svg.map").first.get_attribute("viewBox")
    page.set_viewport_size({"width": 500, "height": 900})
    page.wait_for_function(
        "wide => document.querySelector('#places svg.map').getAttribute('viewBox') !== wide", arg=wide
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_on_the_map(opened: Any, placed: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing: `make test-browser` adds it.")  # fmt: skip
    page = opened(placed, color_scheme=scheme)
    page.locator("#places tbody button").first.click()
    found = axe.Axe().run(page, context="#places").response["violations"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found if each["impact"] in ("serious", "critical")] == []  # fmt: skip


def test_a_hostile_name_is_a_name(opened: Any, placed: str) -> None:
    page = opened(placed)
    assert page.locator("#places img").count() == 0
    page.locator("#places button[data-place=place-4]").click()
    assert page.locator("#places .pla h3").inner_text() == HOSTILE
