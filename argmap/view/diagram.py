"""What is drawn of a map, as plain data: boxes, cards, arrows and groups, before any drawing is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """What a node of a diagram stands for."""

    CLAIM = "claim"
    """One claim, in a box of its own."""
    ARGUMENT = "argument"
    """One argument, as a card: its title, and its premises or its gist."""
    JUNCTION = "junction"
    """An argument that is drawn as a plain arrow; the point on that arrow at which others aim."""


class EdgeKind(StrEnum):
    """What an edge of a diagram says."""

    SUPPORT = "support"
    ENTAILS = "entails"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"
    PREMISE = "premise"
    """The claim is a premise of the card; it has a box of its own because it plays other parts as well."""

    @property
    def is_symmetric(self) -> bool:
        """Whether the edge reads the same from both ends."""
        return self in (EdgeKind.CONTRARY, EdgeKind.CONTRADICTORY)


@dataclass(frozen=True, slots=True)
class Cell:
    """One claim inside a card.

    Attributes:
        anchor: The name by which edges of this card are tied to the cell; unique in the card.
        claim: The id of the claim.
        text: Its wording.
        title: Its title, or None.
        number: Its number in the card, from 1.
        side: The side that puts it forward, or None.
        is_elsewhere: Whether the claim has a box of its own or a cell in another card; an edge leads there.
    """

    anchor: str
    claim: str
    text: str
    title: str | None
    number: int
    side: str | None = None
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One inference of a card.

    Attributes:
        anchor: The name by which edges are tied to the inference itself.
        premises: The claims from which it infers.
        conclusion: What it infers, when that is shown in the card: each intermediate conclusion, and a main
            conclusion that does nothing but act for its argument.
        rules: The names of the inference rules; the scheme of the argument where its last inference names none.
    """

    anchor: str
    premises: tuple[Cell, ...]
    conclusion: Cell | None = None
    rules: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The premises, then the conclusion if it is shown."""
        return self.premises if self.conclusion is None else (*self.premises, self.conclusion)


@dataclass(frozen=True, slots=True)
class Node:
    """A box, a card or a junction.

    Attributes:
        id: The id of the claim or argument.
        kind: What it stands for.
        title: The title, or None.
        text: The wording of a claim, the gist of an argument; may be empty.
        blocks: The inferences of a card, in order.
        side: The side that puts it forward, or None.
        is_thesis: Whether it is a claim that the map is about: others act on it, and it acts on none.
        acts: What it does to others, when it does only one thing (`SUPPORT`, `ATTACK` or `UNDERCUT`).
        group: The id of the group it is drawn in, or None.
    """

    id: str
    kind: NodeKind
    title: str | None = None
    text: str = ""
    blocks: tuple[Block, ...] = ()
    side: str | None = None
    is_thesis: bool = False
    acts: EdgeKind | None = None
    group: str | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All claims in the card, in order."""
        return tuple(cell for block in self.blocks for cell in block.cells)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow or a line between two nodes.

    Attributes:
        source: The id of the node where it starts.
        target: The id of the node where it ends.
        kind: What it says.
        source_anchor: The cell or inference of the source where it starts; None for the node itself.
        target_anchor: The cell or inference of the target where it ends; None for the node itself.
        ends_in_junction: Whether it is the first half of an arrow that has a junction on it.
        starts_in_junction: Whether it is the second half of such an arrow.
        is_mutual: Whether the target does the same to the source.
    """

    source: str
    target: str
    kind: EdgeKind
    source_anchor: str | None = None
    target_anchor: str | None = None
    ends_in_junction: bool = False
    starts_in_junction: bool = False
    is_mutual: bool = False

    @property
    def has_two_heads(self) -> bool:
        """Whether it points at both of its ends."""
        return self.is_mutual or self.kind.is_symmetric


@dataclass(frozen=True, slots=True)
class Group:
    """A frame round some nodes.

    Attributes:
        id: Its name in the diagram.
        title: The words on the frame.
        parent: The id of the group it lies in, or None.
    """

    id: str
    title: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the key.

    Attributes:
        sign: What is explained: an edge kind, ``thesis``, ``card``, or ``side``.
        words: What it means.
        side: For ``side``, the name of the side.
        is_mutual: For an edge kind, whether the edges that point both ways are explained.
    """

    sign: str
    words: str
    side: str | None = None
    is_mutual: bool = False


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture before it is drawn.

    Attributes:
        title: The title of the map; may be empty.
        description: A few sentences that say in words what the picture shows.
        nodes: Claims first, then arguments, in the order of the map.
        edges: In the order of the map.
        groups: Outer ones before those inside them.
        sides: The sides of the map, in order.
        legend: What the signs in this diagram mean; only signs that occur in it.
    """

    title: str = ""
    description: str = ""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    sides: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
