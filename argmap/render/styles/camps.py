"""Two camps that face each other: the first side on the left, the second on the right, what they argue about between.

Each half of the picture is a debate of its own, read outwards from the middle: first the reasons of a camp, on a ground
in its colour, then what the other side answers to them, then the replies. An answer stands beside what it answers and
not with the camp that gives it: with the answers at home in their camps, every one of them is a line across the whole
picture, and in the debate over open models some twenty such lines hide what they answer. So a reader still sees who
speaks, each column of answers has a ground and a heading of its own, in the colour of the side that gives them.

A third side stands below the first, a fourth below the second. What has no side stands in the middle if it is about
both camps, else beside what it acts on, without a ground. In a map that names no sides, what speaks against the thesis
in the end stands on the left and what speaks for it on the right. Frames round sections are not drawn.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from argmap.language import Words
from argmap.render.style import Attributes, Style, tied
from argmap.render.styles.camp_places import FOR, LEFT, MIDDLE, camps_of, keep_camps
from argmap.render.typesetting import cell, set_text, table
from argmap.view import Diagram, EdgeKind, Group, NodeKind, with_legend

if TYPE_CHECKING:
    from collections.abc import Iterator

    import graphviz

    from argmap.render.scene import Scene
    from argmap.render.theme import Theme
    from argmap.view import Edge, Node

_TURNS = "answers", "replies"  # words of picture.word
_ASIDE = "against", "for"
MOST_TURNS = 20
"""How many grounds stand beside each other in one half; Graphviz takes long over thousands of them."""


class Camps(Style):
    """The style `camps`."""

    def arrange(self, diagram: Diagram) -> Diagram:
        """Return the diagram with a group for each camp, and for what it answers to the others."""
        camps = camps_of(diagram)
        words = Words(diagram.language)
        names = diagram.sides if camps.has_sides else tuple(words.say(f"picture.word.{key}") for key in _ASIDE)
        titles = diagram.side_titles if camps.has_sides else ("", "")
        groups: dict[str, Group] = {}
        nodes = []
        for node in diagram.nodes:
            spot = camps.spots[node.id]
            name = None
            if spot.half != MIDDLE and spot.side is not None and spot.turn < MOST_TURNS:
                name = f"{'left' if spot.half == LEFT else 'right'} {spot.turn} {spot.side}"
                side = names[spot.side]
                title = titles[spot.side] if spot.turn == 0 and titles[spot.side : spot.side + 1] else ""
                groups.setdefault(name, Group(name, _heading(side, spot.turn, title, words), side=side))
            acts = node.acts
            if not camps.has_sides and not node.is_thesis:
                # Without sides, colours tell what a node does; here, what it does to the thesis in the end.
                acts = EdgeKind.SUPPORT if spot.side == FOR else EdgeKind.ATTACK
            nodes.append(replace(node, group=name, acts=acts))
        arranged = with_legend(replace(diagram, nodes=tuple(nodes), groups=tuple(groups.values())))
        keep_camps(arranged, camps)  # groups and colours move nothing
        return arranged

    def fit(self, theme: Theme, diagram: Diagram) -> Theme:
        """Return the look with cards that are wide where columns are high, and narrow where they are many.

        So a large map keeps the shape of a screen or of a page on its side.
        """
        rows: Counter[int] = Counter()
        columns = self.columns(diagram)
        for node in diagram.nodes:
            if node.kind is not NodeKind.JUNCTION:
                rows[columns[node.id]] += len(node.cells) or 1
        highest = max(rows.values(), default=0)
        if highest >= 3 * len(rows):
            return replace(theme, cell_width=theme.cell_width * 4 / 3)
        return replace(theme, cell_width=theme.cell_width * 3 / 4) if highest <= len(rows) else theme

    def columns(self, diagram: Diagram) -> dict[str, int]:
        """Return the columns, as they follow from the sides; the keys stand in the order from top to bottom."""
        camps = camps_of(diagram)
        return {name: camps.columns[name] for name in camps.order}

    def stands_upright(self, diagram: Diagram) -> bool:  # noqa: ARG002
        """Return that it lies: the camps are to the left and right of each other."""
        return False

    def graph_attributes(self, scene: Scene) -> Attributes:
        """Return the direction in which columns are counted, and that their order is kept inside of groups."""
        half = any(column % 2 for column in scene.columns.values())  # junctions have columns of their own
        return {
            "rankdir": "LR",
            "nodesep": f"{0.15 * scene.theme.scale:g}",
            "ranksep": f"{(0.28 if half else 0.55) * scene.theme.scale + scene.room / (2 if half else 1):g}",
            "remincross": "false",
        }

    def box(self, node: Node, scene: Scene) -> Attributes:
        """Return the attributes of a claim: white where it stands on a ground of its own colour."""
        attributes = super().box(node, scene)
        if node.group is not None and not scene.diagram.sides and attributes["fillcolor"] == scene.tone(node).tint:
            attributes["fillcolor"] = scene.theme.light.cell
        return attributes

    def group_attributes(self, group: Group, scene: Scene) -> Attributes:
        """Return the pale ground of a camp, with its name in its colour."""
        theme, sides = scene.theme, scene.diagram.sides
        if group.side in sides:
            number = sides.index(group.side)
            (line, frame), ground = theme.side(number), theme.camp(number)
        else:
            line, frame = theme.tone(EdgeKind.SUPPORT if group.side == "for" else EdgeKind.ATTACK)
            ground = frame
        name, _, title = group.title.partition(": ")
        name = name.upper() if theme.shouts_sides else name
        words = [set_text(name, theme.thesis_size, line, 30, theme.title_limit, bold=True)]
        if title:
            words.append(set_text(title, theme.size, line, 20, theme.title_limit))
        rows = [cell(one.markup(), align="left", balign="left", width=ceil(one.width)) for one in words]
        return {
            "style": "rounded,filled",
            "color": frame,
            "penwidth": "1.5",
            "fillcolor": ground,
            "margin": f"{theme.scaled(12)}",
            "label": f"<{table(rows, cellpadding=1)}>",
            "labeljust": "l",
        }

    def edge_attributes(self, edge: Edge, scene: Scene) -> Attributes:
        """Return the attributes of an edge; those on a level have no say in what stands above what."""
        attributes = super().edge_attributes(edge, scene)
        attributes.pop("constraint", None)
        if scene.columns[edge.source] == scene.columns[edge.target]:
            attributes["constraint"] = "false"
        return attributes

    def ends(self, edge: Edge, scene: Scene) -> tuple[str, str]:
        """Return where an edge is tied: on the sides that face each other, and on a level on the one to the middle."""
        source, target = scene.source(edge), scene.target(edge)
        here, there = scene.columns[source.id], scene.columns[target.id]
        leaving = self.port(source, edge.source_anchor, None)
        is_beside = self.keeps_from_title(edge, scene)
        arriving = scene.landings.get(edge) or self.port(target, edge.target_anchor, None if is_beside else "bar")
        out, into = ("e", "w") if here < there else ("w", "e")
        if here == there:
            out = into = "e" if here > 0 else "w"
        if source.kind is NodeKind.JUNCTION or (here == there and not leaving):
            out = ""
        names = scene.names
        side = into if arriving or is_beside else ""
        return tied(names[source.id], leaving, out), tied(names[target.id], arriving, side)

    def add_ranks(self, graph: graphviz.Digraph, scene: Scene) -> None:
        """Pin every node to its column and, in it, below the one before."""
        found: dict[int, list[str]] = {}
        for name, column in scene.columns.items():
            found.setdefault(column, []).append(name)
        is_fine = any(column % 2 for column in found)
        tied = {tuple(sorted((scene.columns[edge.source], scene.columns[edge.target]))) for edge in scene.diagram.edges}
        before: int | None = None
        names, write = scene.names, graph.body.append
        for column in sorted(found):
            write("\t{\n\t\trank=same\n")
            for name in found[column]:
                write(f"\t\t{names[name]}\n")
            for one, other in _stacked([scene.nodes[name] for name in found[column]]):
                # Theses keep close to each other, with room for what is between them.
                close = "minlen=5 style=invis weight=10" if one.is_thesis and other.is_thesis else "style=invis"
                write(f"\t\t{names[one.id]} -> {names[other.id]} [{close}]\n")
            write("\t}\n")
            if before is not None and (before, column) not in tied:
                ends = names[found[before][0]], names[found[column][0]]
                length = (column - before) if is_fine else (column - before) // 2
                write(f"\t{ends[0]} -> {ends[1]} [minlen={length} style=invis weight=0]\n")
            before = column


def _stacked(column: list[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield pairs of nodes on a level whose edge puts each below the one before it.

    Outside of groups, an edge on a level points down; Graphviz turns round what is inside of them.
    """
    for one, other in pairwise(column):
        yield (one, other) if one.group is None or one.group != other.group else (other, one)


def _heading(side: str, turn: int, title: str, words: Words) -> str:
    """Return the words on a ground: whose it is, and what it holds."""
    if turn:
        title = words.say(f"picture.word.{_TURNS[min(turn, len(_TURNS)) - 1]}")
    side = side.replace(": ", " ")
    return words.say("picture.says", what=side, text=title) if title and title != side else side


STYLE = Camps()
