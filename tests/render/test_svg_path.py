import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.svg_path import outline_of, path_segments
from argmap.render.svg_walk import matrix_of, moved


def ends(d: str) -> list[tuple[float, ...]]:
    return [tuple(round(part, 6) for part in segment.points[-1]) for segment in path_segments(d) if segment.points]


@pytest.mark.parametrize(
    ("d", "expected"),
    [
        ("M1,2L3,4", [(1, 2), (3, 4)]),
        ("m1 2 3 4 5 6", [(1, 2), (4, 6), (9, 12)]),
        ("M1 1h2v3H0V0z", [(1, 1), (3, 1), (3, 4), (0, 4), (0, 0)]),
        ("M1 1l2 0zl1 1", [(1, 1), (3, 1), (2, 2)]),  # after z, from where the path began
        ("M0 0c1 1 2 1 3 0s2-1 3 0", [(0, 0), (3, 0), (6, 0)]),
        ("M0 0q1 1 2 0t2 0", [(0, 0), (2, 0), (4, 0)]),
        ("M0 0a5 5 0 0 1 10 0", [(0, 0), (5, -5), (10, 0)]),
        ("L1 1", []),
        ("M1", []),
        ("", []),
    ],
)
def test_paths_go_where_they_say(d, expected):
    assert ends(d) == expected


def test_a_smooth_curve_goes_on_as_the_one_before():
    *_, last = path_segments("M0 0C0 2 2 2 2 0S4-2 4 0")
    assert last.points == ((2, -2), (4, -2), (4, 0))


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_an_arc_keeps_to_its_circle(flags):
    start, *curves = path_segments(f"M3 0A5 5 0 {flags} -3 0")
    above, below = ([_distance(centre, *pair) for pair in zip([start, *curves], curves, strict=False)]
                    for centre in ((0, 4), (0, -4)))  # fmt: skip
    assert pytest.approx([5] * len(curves), rel=1e-3) in (above, below)
    assert len(curves) == (4 if flags[0] == "1" else 1)


def _distance(centre, begin, curve):
    """Return how far the middle of a curve is from a point."""
    a, (b, c, d) = begin.points[-1], curve.points
    return math.dist(centre, [(a[i] + 3 * b[i] + 3 * c[i] + d[i]) / 8 for i in (0, 1)])


def test_shapes_have_outlines():
    box = outline_of(ET.fromstring('<rect x="1" y="2" width="3" height="4" rx="9"/>'))
    assert [part.sign for part in box] == list("mlclclclch")
    assert outline_of(ET.fromstring('<circle r="0"/>')) == []
    assert outline_of(ET.fromstring("<image/>")) == []


def test_transforms_follow_one_another():
    assert moved(matrix_of("scale(2 3) rotate(90) translate(1 0)"), 0, 0) == pytest.approx((0, 3))
    assert moved(matrix_of("rotate(180 5 5)"), 0, 0) == pytest.approx((10, 10))
    assert moved(matrix_of("matrix(1 0 0 1 5 6) skewX(45)"), 0, 1) == pytest.approx((6, 7))


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.-+e, ", max_size=60))
def test_any_path_is_read(d):
    for segment in path_segments(d):
        assert all(math.isfinite(part) for point in segment.points for part in point)
