"""A thesis with many reasons: every arrow has a place of its own where it lands, and a lane of its own before."""

import re
from dataclasses import replace
from itertools import combinations
from math import dist

import pytest

from argmap.model import ArgumentMap
from argmap.render import to_svg
from argmap.render.curves import Line
from argmap.render.lanes import _Box, _on_a_trunk, _Wire
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


@pytest.mark.parametrize("style", ["auto", "argdown", "cards", "tree", "junctions", "aif", "toulmin"])
@pytest.mark.parametrize("has_sides", [False, True])
@pytest.mark.parametrize("reasons", [30, 60])
def test_no_arrow_heads_lie_on_each_other(engine, style, has_sides, reasons):
    root = parsed(to_svg(hub(reasons, has_sides=has_sides), style=style, engine=engine))
    edges = [group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("edge")]
    heads = [re.findall(r"(-?[\d.]+),(-?[\d.]+)", of(next(edge.iter(f"{SVG}polygon")), "points")) for edge in edges]
    tips = [(float(points[1][0]), float(points[1][1])) for points in heads]
    if style == "aif":  # half of the lines lead into the inferences and conflicts
        into = [(of(edge, "data-kind") == "premise") for edge in edges]
        tips = [tip for tip, is_into in zip(tips, into, strict=True) if not is_into]
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


def lines_of(root) -> dict[str, list[tuple[float, float]]]:
    """Return the corners of every line, by the id of what it comes from."""
    lines = {}
    for edge in root.iter(f"{SVG}g"):
        if edge.get("class", "").startswith("edge"):
            line = Line(of(next(edge.iter(f"{SVG}path")), "d"))
            steps = int(line.length) + 1
            lines[of(edge, "data-from")] = [line.at(line.length * step / steps) for step in range(steps + 1)]
    return lines


def boxes_of(root) -> dict[str, tuple[float, float, float, float]]:
    boxes = {}
    for node in nodes(root):
        points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", of(next(node.iter(f"{SVG}path")), "d"))
        across, down = zip(*[(float(x), float(y)) for x, y in points], strict=True)
        boxes[of(node, "data-id")] = min(across), min(down), max(across), max(down)
    return boxes


def too_near(lines, least: float = 1.5) -> set[frozenset[str]]:
    """Return the pairs of lines that come nearer to each other than lanes may lie."""
    cells: dict[tuple[int, int], list[tuple[str, tuple[float, float]]]] = {}
    pairs = set()
    for name, line in lines.items():
        for point in line:
            column, row = (round(part / least) for part in point)
            near = [one for x in (-1, 0, 1) for y in (-1, 0, 1) for one in cells.get((column + x, row + y), ())]
            pairs |= {frozenset((name, other)) for other, there in near if other != name and dist(point, there) < least}
            cells.setdefault((column, row), []).append((name, point))
    return pairs


@pytest.mark.parametrize("style", ["cards", "junctions", "argdown", "camps"])
@pytest.mark.parametrize("reasons", [24, 60])
def test_lines_to_a_hub_can_be_told_apart(engine, style, reasons):
    root = parsed(to_svg(hub(reasons), style=style, engine=engine))
    lines = lines_of(root)
    assert len(lines) == reasons
    assert not too_near(lines)


def test_lines_to_a_hub_keep_out_of_what_stands_between(engine):
    m = hub(30)
    thesis = m["C1"]
    for number in range(4):
        answer = m.claim(f"Answer {number}")
        m.rebut(answer, m[f"C{number * 5 + 2}"])
        m.support(m.claim(f"Backing {number}"), answer)
        m.support(m[answer.id], thesis)
    m.support(m.claim("Buses are late"), m.claim("Buses should be free, and go to every school of the town"))
    root = parsed(to_svg(m, style="cards", engine=engine))
    boxes = boxes_of(root)
    for name, line in lines_of(root).items():
        for other, (left, top, right, bottom) in boxes.items():
            if other not in (name, thesis.id):
                inside = [1 for x, y in line[3:-3] if left + 2 < x < right - 2 and top + 2 < y < bottom - 2]
                assert not inside or name.startswith("Answer"), (name, other)


def test_heads_of_lines_on_lanes_are_level():
    root = parsed(to_svg(hub(60), style="cards", engine="bundled"))
    for edge in root.iter(f"{SVG}g"):
        if edge.get("class", "").startswith("edge"):
            points = of(next(edge.iter(f"{SVG}polygon")), "points").split()
            heights = sorted(float(point.split(",")[1]) for point in points[:3])
            assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1], abs=0.05)
            end = of(next(edge.iter(f"{SVG}path")), "d").split()[-1]
            assert float(end.split(",")[1]) == pytest.approx(heights[1], abs=0.05)


def objections(count: int = 24) -> ArgumentMap:
    m = ArgumentMap()
    air = m.support("Cars stay outside of it", m.claim("Close the centre"), title="Air")
    for number in range(count):
        m.rebut(f"Objection number {number}", air, title=f"A{number}")
    return m


@pytest.mark.parametrize("style", ["cards", "argdown", "tree", "camps", "junctions", "aif", "toulmin"])
def test_heads_at_an_argument_do_not_lie_on_each_other(engine, style):
    root = parsed(to_svg(objections(), style=style, engine=engine))
    edges = [group for group in root.iter(f"{SVG}g") if group.get("data-kind") == "attack"]
    tips = []
    for edge in edges:
        head, end = of(next(edge.iter(f"{SVG}polygon")), "points"), of(next(edge.iter(f"{SVG}path")), "d").split()[-1]
        foot = [float(part) for part in end.split(",")]
        points = [[float(part) for part in point.split(",")] for point in head.split()]
        tips.append(max(points, key=lambda point: dist(point, foot)))
    assert len(tips) == 24
    assert min(dist(*pair) for pair in combinations(tips, 2)) > 6


def test_the_bar_of_a_crowded_box_of_a_tree_is_as_high_as_the_box():
    root = parsed(to_svg(objections(), style="tree", engine="bundled"))
    box = next(node for node in nodes(root) if of(node, "data-id") == "Air")
    heights = []
    for shape in (*box.iter(f"{SVG}polygon"), *box.iter(f"{SVG}path")):
        rows = [float(y) for _, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape.get("points") or shape.get("d") or "")]
        heights.append(max(rows) - min(rows))
    bar, *_ = sorted(heights, reverse=True)[1:]
    assert max(heights) - bar < 8
    base = [float(of(text, "y")) for text in box.iter(f"{SVG}text")]
    assert max(base) - min(base) < 60


@pytest.mark.parametrize("title", ["", "בתי ספר"])
@pytest.mark.parametrize("style", ["junctions", "aif", "toulmin"])
def test_lines_to_a_crowded_point_with_a_name_have_lanes(engine, style, title):
    m = objections()
    m.title = title
    root = parsed(to_svg(m, style=style, engine=engine))
    for group in list(root):
        for edge in [part for part in group if part.get("data-kind") == "premise"]:
            group.remove(edge)
    answers = {name: line for name, line in lines_of(root).items() if re.fullmatch(r"A\d+", name)}
    assert len(answers) == 24
    near = too_near(answers)  # the line that its premise stands in the way of, at most
    assert not near or frozenset.intersection(*near)


def undercuts() -> ArgumentMap:
    m = ArgumentMap()
    air = m.rebut("Cars stay outside of it", m.claim("Keep the centre open"), title="Air")
    for number in range(24):
        m.undercut(f"Objection number {number}", air)
    return m


@pytest.mark.parametrize(("make", "kind"), [(objections, "attack"), (undercuts, "undercut")])
def test_heads_end_on_the_rim_of_an_ellipse_and_of_a_diamond(engine, make, kind):
    root = parsed(to_svg(make(), style="aif", engine=engine))
    node = max(nodes(root), key=lambda node: of(node, "data-id") == "Air")
    ellipse = node.find(f".//{SVG}ellipse")
    if ellipse is not None:
        x, y, half, high = (float(of(ellipse, name)) for name in ("cx", "cy", "rx", "ry"))
        power = 2
    else:
        corners = re.findall(r"(-?[\d.]+),(-?[\d.]+)", of(next(node.iter(f"{SVG}polygon")), "points"))
        across, down = zip(*[(float(x), float(y)) for x, y in corners], strict=True)
        x, y = (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
        half, high, power = max(across) - x, max(down) - y, 1
    edges = [edge for edge in root.iter(f"{SVG}g") if edge.get("data-kind") == kind]
    assert len(edges) == 24
    for edge in edges:
        points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", of(next(edge.iter(f"{SVG}polygon")), "points"))
        tip = min((float(x), float(y)) for x, y in points)
        assert (abs(tip[0] - x) / half) ** power + (abs(tip[1] - y) / high) ** power == pytest.approx(1, abs=0.05)


def premises(count: int, title: str = "Schools") -> ArgumentMap:
    m = ArgumentMap(title)
    told = [m.claim(f"Pupils of school {number} slept longer" + " and well" * (number % 2)) for number in range(count)]
    m.support(told, m.claim("The school should start at nine"), title="Study")
    return m


def along(root) -> list[list[tuple[float, float]]]:
    """Return the corners of the lines of premises."""
    lines = []
    for edge in root.iter(f"{SVG}g"):
        if edge.get("data-kind") == "premise":
            line = Line(of(next(edge.iter(f"{SVG}path")), "d"))
            lines.append([line.at(line.length * step / 200) for step in range(201)])
    return lines


@pytest.mark.parametrize("style", ["junctions", "aif", "toulmin"])
@pytest.mark.parametrize("title", ["Schools", "בתי ספר"])
def test_lines_of_many_premises_share_a_trunk(engine, style, title):
    root = parsed(to_svg(premises(20, title), style=style, engine=engine))
    lines = along(root)
    assert len(lines) == 20
    assert max(dist(one[-1], other[-1]) for one, other in combinations(lines, 2)) < 1  # they end at one place
    for line in lines:  # each is level, goes along the trunk, and is level again
        (x, y), (end, level) = line[0], line[-1]
        trunks = [across for across, height in line if min(y, level) + 8 < height < max(y, level) - 8]
        assert all(min(x, end) < across < max(x, end) for across in trunks)
        assert not trunks or max(trunks) - min(trunks) < 0.1
    for node in nodes(root):
        shapes = " ".join(part.get("d") or part.get("points") or "" for part in node.iter())
        corners = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shapes)]
        if corners:
            (left, right), (top, bottom) = ((min(part), max(part)) for part in zip(*corners, strict=True))
            inside = [
                1 for line in lines for x, y in line[2:-2] if left + 1 < x < right - 1 and top + 1 < y < bottom - 1
            ]
            assert not inside


def test_few_premises_have_lines_of_their_own():
    lines = along(parsed(to_svg(premises(8), style="junctions", engine="bundled")))
    assert len({round(line[100][0]) for line in lines}) > 1


def test_where_something_stands_in_the_way_there_is_no_trunk():
    box, wire = _Box(0, 0, 10, 10), _Wire("e0", ("n1", "n0"), "", 1, False, (60, 50), (11, 5), (11, 5), (10, 5))
    path = '<path fill="none" d="M60,50C40,50 20,5 11,5"/>'
    wires = [replace(wire, text=path)]
    assert _on_a_trunk(wires, {"n0": box, "n1": _Box(60, 40, 90, 60)})
    assert not _on_a_trunk(wires, {"n0": box, "n1": _Box(60, 40, 90, 60), "n2": _Box(30, 20, 50, 30)})
    assert not _on_a_trunk([*wires, replace(wires[0], side=-1)], {"n0": box})
