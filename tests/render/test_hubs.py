"""A thesis with many reasons: every arrow has a place of its own where it lands."""

import re
from itertools import combinations
from math import dist

import pytest

from argmap.model import ArgumentMap
from argmap.render import to_svg
from tests.render.drawings import SVG, nodes, of, parsed


def hub(reasons: int, *, has_sides: bool = False) -> ArgumentMap:
    m = ArgumentMap(f"{reasons} reasons")
    sides = ("for", "against") if has_sides else (None, None)
    thesis = m.claim("The school should start at nine", side=sides[0])
    for number in range(reasons):
        reason = m.claim(
            f"It is so for reason {number}" + ", which is a long one" * (number % 3), side=sides[number % 2]
        )
        (m.rebut if number % 2 else m.support)(reason, thesis)
    return m


@pytest.mark.parametrize("style", ["auto", "argdown", "cards"])
@pytest.mark.parametrize("has_sides", [False, True])
@pytest.mark.parametrize("reasons", [30, 60])
def test_no_arrow_heads_lie_on_each_other(engine, style, has_sides, reasons):
    root = parsed(to_svg(hub(reasons, has_sides=has_sides), style=style, engine=engine))
    edges = [group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("edge")]
    heads = [re.findall(r"(-?[\d.]+),(-?[\d.]+)", of(next(edge.iter(f"{SVG}polygon")), "points")) for edge in edges]
    tips = [(float(points[1][0]), float(points[1][1])) for points in heads]
    assert len(tips) == reasons
    assert min(dist(one, other) for one, other in combinations(tips, 2)) > 6


def test_heads_stand_in_the_order_of_the_reasons(engine):
    root = parsed(to_svg(hub(30), style="cards", engine=engine))
    heights = {}
    for node in nodes(root):
        frame = of(next(node.iter(f"{SVG}path")), "d")
        heights[of(node, "data-id")] = float(re.findall(r",(-?[\d.]+)", frame)[0])
    tips = {}
    for edge in root.iter(f"{SVG}g"):
        if edge.get("class", "").startswith("edge"):
            points = of(next(edge.iter(f"{SVG}polygon")), "points").split()
            tips[of(edge, "data-from")] = float(points[1].split(",")[1])
    assert sorted(tips, key=tips.__getitem__) == sorted(tips, key=heights.__getitem__)
