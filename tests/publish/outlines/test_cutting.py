"""Rings cut to a box, lines thinned, and room for a name."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.outlines.cutting import Box, cut, thinned, widest

POINTS = st.lists(st.tuples(st.floats(-100, 100), st.floats(-100, 100)), min_size=3, max_size=30)
BOX = Box(-40, -30, 50, 20)


@given(POINTS)
def test_what_is_cut_lies_in_the_box(ring: list[tuple[float, float]]) -> None:
    assert all(BOX.grown(1e-6, 1e-6).holds(point) for point in cut(ring, BOX))


def test_a_ring_inside_stays_whole_and_one_outside_goes() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert sorted(cut(square, BOX)) == sorted(square)
    assert cut([(x + 500, y) for x, y in square], BOX) == []


def test_a_box_in_the_middle_of_a_country_is_all_land() -> None:
    assert set(cut([(-999.0, -999.0), (999.0, -999.0), (999.0, 999.0), (-999.0, 999.0)], BOX)) == {
        (-40, -30), (50, -30), (50, 20), (-40, 20),
    }  # fmt: skip


@given(POINTS)
def test_a_thinned_line_keeps_its_ends_and_only_its_own_points(line: list[tuple[float, float]]) -> None:
    kept = thinned(line, lambda point: 5.0)
    assert kept[0] == line[0] and kept[-1] == line[-1] and set(kept) <= set(line)


def test_a_border_walked_the_other_way_is_thinned_to_the_same_points() -> None:
    line = [(float(k), float(k * k % 17)) for k in range(60)]
    assert thinned(line, lambda point: 4.0) == thinned(line[::-1], lambda point: 4.0)[::-1]


def test_a_name_stands_where_the_area_is_widest() -> None:
    flask = [
        (40.0, 0.0),
        (60.0, 0.0),
        (60.0, 50.0),
        (100.0, 60.0),
        (100.0, 100.0),
        (0.0, 100.0),
        (0.0, 60.0),
        (40.0, 50.0),
    ]
    best, *others = widest([flask])
    (x, y), room = best
    assert x == 50 and y > 55 and room > 90
    assert len({height for (_, height), _ in (best, *others)}) == 3
    assert widest([]) == []
