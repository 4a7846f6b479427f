"""The style that suits a map, by its size and shape.

The rules, in the order in which they are tried:

1. More than 300 boxes: `argdown`, which leaves out the insides of arguments.
2. One argument, the parts of which its author has named (grounds, warrant ...): `toulmin`.
3. At least two sides that put forward most of what is said, columns that are no fewer boxes high than there are
   columns, and at most 100 boxes: `camps`. A debate of few words on long threads would be a strip. So would a large
   one, for every turn of it has a column of its own, and what answers something turns ago is a curve across all that
   lies between. In a made-up debate of 120 boxes the lines are two and a half times as long as in `cards`, 36 of them
   longer than 1,000 points where `cards` has 8, and the picture is three and a half times as wide as it is high.
4. One root, everything else acts on exactly one thing, no linked premises, no sides: `tree`.
5. Else `cards`. So is a map that is drawn with frames round its sections, which `camps` and `tree` have no place for.

Whether a picture stands or lies, its style says, by `argmap.render.form` if it has no reason of its own.
"""

from __future__ import annotations

from collections import Counter

from argmap.render.style import Style
from argmap.view import Diagram, NodeKind

LARGE = 300
"""The most boxes that are drawn with what is inside of them."""
CROWDED = "argdown"
"""The style of diagrams with more."""
CROWD = 8
"""The fewest boxes that make camps."""
MOST_IN_CAMPS = 100
"""The most boxes that do."""


class Auto(Style):
    """The style `auto`, which draws nothing itself: it names another."""

    def suited(self, diagram: Diagram) -> Style:
        """Return the style that suits `diagram`."""
        from argmap.render.styles import style_named

        return style_named(choose(diagram))

    def suited_to_many(self, boxes: int) -> Style | None:
        """Return the style for very many boxes, which is the same for all diagrams."""
        from argmap.render.styles import style_named

        return style_named(CROWDED) if boxes > LARGE else None


def choose(diagram: Diagram) -> str:
    """Return the name of the style that suits `diagram`, by the rules at the top of this module. Linear.

    Example:
        >>> import argmap
        >>> from argmap.view import diagram_of
        >>> choose(diagram_of(argmap.datasets.open_vs_closed()))
        'camps'
    """
    boxes = [node for node in diagram.nodes if node.kind is not NodeKind.JUNCTION]
    arguments = [node for node in boxes if node.blocks]
    named = any(node.role or any(cell.role for cell in node.cells) for node in boxes)
    if len(boxes) > LARGE:
        return CROWDED
    if len(arguments) == 1 and named:
        return "toulmin"
    if diagram.groups:
        return "cards"
    if CROWD <= len(boxes) <= MOST_IN_CAMPS and _has_camps(diagram):
        return "camps"
    return "tree" if _is_tree(diagram) else "cards"


def _has_camps(diagram: Diagram) -> bool:
    from argmap.render.styles.camp_places import camps_of

    boxes = [node for node in diagram.nodes if node.kind is not NodeKind.JUNCTION]
    sides = Counter(node.side for node in boxes if node.side in diagram.sides)
    if len(sides) < 2 or 2 * sides.total() <= len(boxes):
        return False
    columns = camps_of(diagram).columns
    rows: Counter[int] = Counter()
    for node in boxes:
        rows[columns[node.id]] += 1 + len(node.cells)  # a title, and the claims below it
    return max(rows.values()) >= len(rows)


def _is_tree(diagram: Diagram) -> bool:
    if any(len(block.premises) > 1 for node in diagram.nodes for block in node.blocks):
        return False
    if any(node.side for node in diagram.nodes) or any(edge.has_two_heads for edge in diagram.edges):
        return False
    acting = Counter(edge.source for edge in diagram.edges)
    roots = [node.id for node in diagram.nodes if node.id not in acting]
    if len(diagram.nodes) < 2 or len(roots) != 1 or max(acting.values(), default=0) > 1:
        return False
    # Each node but one acts on one thing: a tree, unless some of them go in a circle.
    answers: dict[str, list[str]] = {}
    for edge in diagram.edges:
        answers.setdefault(edge.target, []).append(edge.source)
    reached = list(roots)
    for name in reached:
        reached.extend(answers.get(name, ()))
    return len(reached) == len(diagram.nodes)


STYLE = Auto()
