"""The nodes and edges of a diagram before they are made: what has to be known of them to tell which are drawn.

A large map has thousands, of which a few hundred are drawn; a sketch costs a fifth of what a node or an edge costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.view.diagram import Change, EdgeKind, NodeKind


class Sketch(NamedTuple):
    """A node of a diagram before it is made: all that has to be known of it to tell whether it is drawn.

    Attributes:
        id: The name that it will have.
        kind: What it will stand for.
        is_thesis: Whether it is a claim that the map is about.
    """

    id: str
    kind: NodeKind
    is_thesis: bool = False


class Line(NamedTuple):
    """An edge of a diagram before it is made: its fields are those of `Edge`, but for the colour."""

    source: str
    target: str
    kind: EdgeKind
    source_anchor: str | None = None
    target_anchor: str | None = None
    ends_in_junction: bool = False
    starts_in_junction: bool = False
    is_mutual: bool = False
    strength: float | None = None
    change: Change | None = None

    @property
    def has_two_heads(self) -> bool:
        """Whether it points at both of its ends."""
        return self.is_mutual or self.kind.is_symmetric
