"""In a picture of changes, a word on a line stands beside its sign and hides no box."""

import re
import xml.etree.ElementTree as ET

import pytest

import argmap
from argmap.render import to_svg
from tests.render.drawings import SVG, nodes, of, parsed

BEFORE = """[Uniforms]: Pupils should wear uniforms.
  + <Equality>: A uniform hides who has money.
  - <Expression>: Clothes show who you are.
"""
AFTER = """[Uniforms]: Pupils should wear uniforms at school.
  + <Equality>: A uniform hides who has money.
    - <Shoes>: Shoes and phones still show it.
  - <Cost>: Uniforms cost money.
"""


def bounds(shape: ET.Element) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a shape of straight lines or of a path."""
    written = shape.get("points") or of(shape, "d")
    steps = re.fullmatch(r"M([-\d.]+),([-\d.]+)H([-\d.]+)V([-\d.]+)H[-\d.]+Z", written)
    if steps:
        left, top, right, bottom = map(float, steps.groups())
        return left, top, right, bottom
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", written)]
    xs, ys = sorted(numbers[::2]), sorted(numbers[1::2])
    return xs[0], ys[0], xs[-1], ys[-1]


@pytest.mark.parametrize("style", ["camps", "cards", "junctions", "tree", "argdown"])
def test_words_on_lines_hide_no_box(style):
    before, after = argmap.parse(BEFORE).map, argmap.parse(AFTER).map
    root = parsed(to_svg(after, style=style, view=after.view(before=before)))
    signs = next(group for group in root.iter(f"{SVG}g") if group.get("class") == "signs")
    notes = [bounds(path) for path in signs.iter(f"{SVG}path")]
    shapes = [
        bounds(next(shape for shape in node.iter() if shape.get("points") or shape.get("d"))) for node in nodes(root)
    ]
    assert len(notes) == 3
    assert len(shapes) == 5
    for left, top, right, bottom in notes:
        for west, north, east, south in shapes:
            assert right < west or left > east or bottom < north or top > south
