"""The parts of the SVG that Graphviz draws, each written anew: harmless, named and fitted, in one way through its text.

Graphviz writes some attributes of a graph into its SVG as they stand. So nothing of it is kept but what is on a short
list of harmless elements and attributes, with values of the form that is known of each; the words of a text are
escaped anew. What is written has no other source: a tag that is not known is passed over, and with it its insides.
"""

from __future__ import annotations

import html
import re
import string
from typing import TYPE_CHECKING, NamedTuple

from argmap.render.arial import REGULAR
from argmap.render.bidi import AS_BEFORE, FROM_RIGHT
from argmap.render.engine import EngineError
from argmap.render.fitting import told_length
from argmap.render.mark_shapes import mark_shape
from argmap.render.signs import Key, dashes
from argmap.render.svg_written import element, escaped, values_of
from argmap.render.text_width import text_width
from argmap.render.typesetting import MARK, UNFIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.render.naming import Names
    from argmap.render.scene import Scene
    from argmap.view import Cell, Edge, Node


_NUMBERS = ("x", "y", "cx", "cy", "rx", "ry", "font-size", "stroke-width", "fill-opacity", "stroke-opacity")
_WORDS = ("viewBox", "width", "height", "transform", "points", "d", "stroke-dasharray", "text-anchor", "font-weight")
_PLAIN_SIGNS = f"{string.ascii_letters}{string.digits}_-+.,%() ".encode()  # no quotes, colons, slashes, signs of markup
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+").fullmatch
_NUMBER = r"-?\d{1,9}(?:\.\d{1,9})?"


def _is_plain(value: str) -> bool:
    return not value.encode().translate(None, _PLAIN_SIGNS)


_ATTRIBUTES: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(_NUMBERS, re.compile(_NUMBER, re.ASCII).fullmatch),
    **dict.fromkeys(_WORDS, _is_plain),
    "fill": _COLOUR,
    "stroke": _COLOUR,
    "text-decoration": re.compile("line-through|underline").fullmatch,
    "font-style": re.compile("italic").fullmatch,
}
"""The attributes that are kept, each with what its value has to pass."""
_ATTRIBUTE = re.compile(r"\s([\w:-]+)=\"([^\"<]*)\"", re.ASCII)
_PLACES = "x", "y", "d", "points", "cx"
_TAG = re.compile(
    r"<(?:"
    r"(text|path|polygon|polyline|ellipse)"  # what is drawn:
    r"((?: [fstx][\w:-]+=\"[^\"<>]*\")*+)"  # its look; few are different, and no place begins so
    rf"( x=\"{_NUMBER}\" y=\"{_NUMBER}\"| (?:d|points|cx)=\"[MC0-9., -]*\")?"  # its own place, in a form without harm
    r"([^<>]*+)"  # the rest of its look
    r">(?:(?<=/>)|([^<]*+)</text>)"  # its words
    r"|g(?: id=\"([\w-]*)\")?(?: class=\"([^\"<]*)\")?(?: transform=\"([^\"<]*)\")?>"  # the beginning of a group
    r"|(/g>))",  # its end
    re.ASCII,
)
_ROOT = re.compile(r"<svg([^<>]*)>")
_UNSEEN = ("none", "transparent")
_BROKEN = {"5,2": "dashed", "1,5": "dotted"}  # as Graphviz writes them; it sets dots too far apart


class _Look(NamedTuple):
    """How the attributes of shapes or texts that look alike are written before and after their place."""

    before: str
    after: str
    size: float
    is_bold: bool
    is_seen: bool


class _Group:
    """A group of the drawing that is not at its end yet: how it begins, what is in it, and what it stands for."""

    __slots__ = (
        "begin", "edge", "ground", "has_sign", "is_frame", "is_heading", "is_mark", "line", "node", "parts", "run",
    )  # fmt: skip

    def __init__(self, begin: str, node: Node | None = None, edge: Edge | None = None, *, is_mark: bool = False):
        self.begin, self.node, self.edge, self.is_mark = begin, node, edge, is_mark
        self.parts: list[str] = []
        self.line, self.has_sign, self.is_heading = "", False, False
        self.is_frame, self.ground = False, ""
        self.run: tuple[_Look, str, float] | None = None  # the text before, its height, and where it ends

    def written(self) -> str:
        return f"{self.begin}{''.join(self.parts)}</g>\n"


class Redrawing:
    """A drawing of Graphviz, written anew. Linear.

    Args:
        drawn: The SVG that Graphviz made.
        scene: What was drawn.
        names: How the groups of the picture begin.

    Attributes:
        size: The attributes of the whole: how large it is.
        parts: How the group that holds all begins, and what is in it; nodes last, in the order of the diagram.
        lines: For each edge with a sign its line, as the ``d`` of an SVG path; the sign itself is left out.

    Raises:
        EngineError: If `drawn` is no SVG, or holds no picture.
    """

    def __init__(self, drawn: str, scene: Scene, names: Names) -> None:
        self._scene, self._theme, self._prefix = scene, scene.theme, names.prefix
        self._is_by_table = "(graphviz-pure)" in drawn[:1000]
        self._names = names
        self._key = Key(scene.diagram, scene.theme)
        self._looks: dict[tuple[str, str, str, bool], _Look] = {}
        nodes, edges = scene.diagram.nodes, scene.diagram.edges
        self._nodes = {scene.names[node.id]: node for node in nodes}
        self._edges = {f"e{index}": edge for index, edge in enumerate(edges)}
        self._has_runs = any(node.ranges or (node.blocks and any(one.ranges for one in node.cells)) for node in nodes)
        self._shapes: list[str] = []  # those that were put in the place of texts
        self._cells: dict[str, Cell] = {}
        self._titles: list[str] = []  # of frames
        self.lines: list[tuple[str, Edge]] = []
        root = _ROOT.search(drawn)
        found = self._read(drawn, root.end()) if root else None
        if root is None or found is None:
            raise EngineError("Graphviz wrote an SVG that is not well-formed; try engine='bundled'.")
        if not found:
            raise EngineError("Graphviz wrote an SVG without a picture in it; try engine='bundled'.")
        self.size = _kept(root[1])
        self.parts = found

    @property
    def looks(self) -> str:
        """The looks that occur, as they are written: all colours of the drawing are in them."""
        return " ".join(
            [*self._shapes, *(f"{look.before} {look.after}" for look in self._looks.values() if look.is_seen)]
        )

    def _read(self, drawn: str, start: int) -> list[str] | None:
        """Return the parts of the picture; None where they have no end."""
        graph: _Group | None = None
        nodes: dict[str, str] = {}
        open_groups: list[_Group] = []
        group: _Group | None = None
        for name, before, place, after, words, group_id, sort, transform, end in _TAG.findall(drawn, start):
            if name and group is not None:
                if name == "text":
                    self._add_text(group, before, place, after, words)
                else:
                    self._add_shape(group, name, before, place, after)
            elif name:
                continue  # nothing is drawn outside of the picture
            elif not end:
                if group is not None:
                    open_groups.append(group)
                    group = self._group(group, group_id, sort, len(open_groups))
                elif graph is None:
                    graph = group = _Group(self._begin_of_graph(transform))
                    graph.is_heading = True
            elif group is None:
                return None
            elif not open_groups:
                group = None
            else:
                outer = open_groups.pop()
                if group.node is not None and outer is graph:
                    nodes[group.node.id] = group.written()
                else:
                    if group.edge is not None and group.has_sign and group.line:
                        self.lines.append((group.line, group.edge))
                    if group.is_frame:
                        self._lift_title(group)
                    outer.parts.append(group.written())
                group = outer
        last = drawn[drawn.rindex("<") :].rstrip()
        if group is not None or last != "</svg>":
            return None if graph is not None or not last.endswith("/>") else []
        if graph is None:
            return []
        # They are read in the order of the diagram; titles of frames lie above lines, which would cross them out.
        drawn_last = [nodes[node.id] for node in self._scene.diagram.nodes if node.id in nodes]
        return [graph.begin, *graph.parts, *self._titles, *drawn_last]

    def _begin_of_graph(self, transform: str) -> str:
        given = {"transform": transform} if transform and _is_plain(transform) else {}
        return f"<g{values_of(given | {'id': f'{self._prefix}-graph', 'class': 'graph'})}>\n"

    def _group(self, outer: _Group, name: str, sort: str, depth: int) -> _Group:
        """Return the group that begins in `outer`, with the names of what it stands for."""
        node = self._nodes.get(name) if depth == 1 else None
        if node is not None:
            self._cells = {f"a_{one.anchor}": one for one in node.cells} if node.blocks else {}
            return _Group(self._names.node(node), node)
        edge = self._edges.get(name) if depth == 1 else None
        if edge is not None:
            return _Group(self._names.edge(name), edge=edge)
        if name.startswith(f"a_{MARK}"):
            return _Group(f'<g class="mark {name[len(MARK) + 2 :]}" aria-hidden="true">', outer.node, is_mark=True)
        if outer.node is not None and name in self._cells:
            return _Group(self._names.cell(outer.node, self._cells[name]), outer.node)
        named = f' id="{self._prefix}-{name}"' if name else ""
        inner = _Group(f'<g{named} class="cluster">\n' if sort == "cluster" else f"<g{named}>", outer.node)
        inner.is_frame = sort == "cluster"
        return inner

    def _add_shape(self, group: _Group, name: str, before: str, place: str, after: str) -> None:
        key = "shape", before, after, bool(place)
        look = self._looks.get(key) or self._look(*key)
        if not look.is_seen:
            return
        if name == "path" and not group.line and group.edge:
            group.line = place[4:-1]
        if group.is_frame:
            group.ground = _kept(f"{look.before}{look.after}").get("fill", "")
        group.run = None
        group.parts.append(f"<{name}{look.before}{place}{look.after} />\n")

    def _lift_title(self, frame: _Group) -> None:
        """Take the title out of a frame, to be drawn later, on a piece of its ground."""
        for line in [part for part in frame.parts if part.startswith("<text")]:
            frame.parts.remove(line)
            end = line.index(">")
            look, words = _kept(line[:end]), html.unescape(line[end + 1 : line.rindex("<")])
            size, x, y = (float(look.get(name, "0")) for name in ("font-size", "x", "y"))
            width = text_width(words, bold=look.get("font-weight") == "bold") * size
            left = x - width * {"middle": 0.5, "end": 1.0}.get(look.get("text-anchor", ""), 0.0) - 2
            top, low, right = y - 0.85 * size, y + 0.25 * size, left + width + 4
            ground = frame.ground if frame.ground not in ("", *_UNSEEN) else self._theme.light.page
            d = f"M{left:.2f},{top:.2f}H{right:.2f}V{low:.2f}H{left:.2f}Z"
            self._titles.append(f"{element('path', {'fill': ground, 'stroke': 'none', 'd': d})}{line}")

    def _add_text(self, group: _Group, before: str, place: str, after: str, line: str) -> None:
        if not line.isprintable() or "&" in line:
            line = UNFIT.sub("", html.unescape(line))
        if not line or line.isspace():
            if group.run:  # the space between two runs
                look, y, end = group.run
                group.run = look, y, end + len(line) * text_width(" ") * look.size
            return
        if group.edge is not None:
            group.has_sign = True
            return
        if group.is_mark or (group.is_heading and self._key.is_unfinished):
            given = _kept(f"{before}{place}{after}")
            drawn = mark_shape(line.strip(), given) if group.is_mark else self._key.sample(line, given)
            if drawn is not None:
                self._shapes.append(drawn)
                group.parts.append(drawn)
                return
        key = "text", before, after, bool(place)
        look = self._looks.get(key) or self._look(*key)
        if self._has_runs and not group.is_heading and look.size > self._theme.small:
            # Only what a claim says is set in runs; numbers, sides, badges and the key stand beside each other.
            place, line = self._run(group, look, place, line)
            if not line:
                return
        if line.isascii() or not line.startswith(FROM_RIGHT):
            told = told_length(line, look.size, bold=look.is_bold)
            line = escaped(line)
            group.parts.append(f"<text{look.before}{place}{look.after}{told}>{line}</text>\n")
            return
        given = _kept(f"{look.before}{place}{look.after}")
        if self._is_by_table and given.get("text-anchor") == "start":
            right = float(given.get("x", "0")) + _width_by_table(line) * look.size
            given |= {"x": f"{right:.2f}", "text-anchor": "end"}
        group.parts.append(element("text", given, escaped(f"{line}{AS_BEFORE}")))

    def _run(self, group: _Group, look: _Look, place: str, line: str) -> tuple[str, str]:
        """Return the place and the words of a text, which may go on from the one before it, only set in another way.

        Graphviz draws each run of a line as a text by itself, at a place that rests on its own measure of the others.
        """
        words, before = line.strip(" "), group.run
        given = _kept(place)
        x, y = float(given.get("x", "0")), given.get("y", "0")
        if before and before[0] is not look and before[0].size == look.size and before[1] == y:
            x = before[2]
        space = text_width(" ") * look.size
        x += (len(line) - len(line.lstrip(" "))) * space
        width = text_width(words, bold=look.is_bold) * look.size if words else 0.0
        group.run = look, y, x + width + (len(line.rstrip(" ")) < len(line) and bool(words)) * space
        return f' x="{x:.2f}" y="{y}"' if x != float(given.get("x", "0")) else place, words

    def _look(self, sort: str, before: str, after: str, is_placed: bool) -> _Look:
        """Return what is kept of the attributes before and after a place, and keep it."""
        first = _kept(before)
        rest = {name: value for name, value in _kept(after).items() if name not in first}
        kept = first | rest
        for part in (first, rest):
            style = _BROKEN.get(part.get("stroke-dasharray", ""))
            if style:
                part["stroke-dasharray"] = dashes(style, self._theme) or "none"
            for name in _PLACES if is_placed else ():
                part.pop(name, None)
        is_seen = sort == "text" or kept.get("stroke") not in _UNSEEN or kept.get("fill", "none") not in _UNSEEN
        size, is_bold = float(kept.get("font-size", "0")), kept.get("font-weight") == "bold"
        look = self._looks[sort, before, after, is_placed] = _Look(
            values_of(first), values_of(rest), size, is_bold=is_bold, is_seen=is_seen
        )
        return look


def _kept(written: str) -> dict[str, str]:
    """Return the attributes that are on the list, with values that pass."""
    kept = {}
    for name, value in _ATTRIBUTE.findall(written):
        passes = _ATTRIBUTES.get(name)
        if passes and passes(value):
            kept[name] = value.lower() if passes is _COLOUR else value
    return kept


def _width_by_table(line: str) -> float:
    """Return how wide the bundled Graphviz takes a line to be, in em: every byte outside ASCII as a space."""
    return sum(REGULAR.get(sign, 0.0) if sign.isascii() else 0.278 * len(sign.encode()) for sign in line)
