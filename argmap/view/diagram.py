"""What is drawn of a map, as plain data: boxes, cards, arrows and groups, before any drawing is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from argmap.language import Words
from argmap.model.records import Range
from argmap.model.status import Status


class NodeKind(StrEnum):
    """What a node of a diagram stands for."""

    CLAIM = "claim"
    """One claim, in a box of its own."""
    ARGUMENT = "argument"
    """One argument, as a card: its title, and its premises or its gist."""
    JUNCTION = "junction"
    """A point at which arrows meet: on the arrow of a folded argument, or where linked premises come together."""
    GROUP = "group"
    """A closed group: one box that stands for all that is in it."""
    INFERENCE = "inference"
    """An inference with its name, drawn as a node of its own (the RA-node of AIF)."""
    CONFLICT = "conflict"
    """A conflict drawn as a node of its own (the CA-node of AIF)."""

    is_meeting: bool
    """Whether it is a point on the way from premises to what they do, and no claim or argument to read."""

    def __init__(self, name: str) -> None:
        self.is_meeting = name in ("junction", "inference", "conflict")


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

    is_symmetric: bool
    """Whether the edge reads the same from both ends."""

    def __init__(self, name: str) -> None:
        self.is_symmetric = name in ("contrary", "contradictory")


class Label(StrEnum):
    """Which words of a claim or argument are written in its box."""

    BOTH = "both"
    """The title, and the text below it."""
    TITLE = "title"
    """The title; where there is none, the text."""
    TEXT = "text"
    """The text; where there is none, the title."""
    HIDE_UNTITLED = "hide-untitled"
    """As `BOTH`, in Argdown's words: a title that nobody gave is not written. argmap makes up none."""
    NONE = "none"
    """No words at all."""


class Change(StrEnum):
    """What became of something between two maps; what stayed as it was has none of these."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


ROLES = ("Claim", "Grounds", "Warrant", "Backing", "Qualifier", "Rebuttal")
"""The parts that a claim or argument can play in an argument (Toulmin, *The Uses of Argument*, 1958)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a checker says of a claim or argument.

    Attributes:
        severity: ``error``, ``warning`` or ``info``.
        message: A whole sentence.
        code: The name of the rule; may be empty.
    """

    severity: str
    message: str
    code: str = ""


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
        status: Whether the claim stands, or None where the picture does not say.
        strength: How strong it is, from 0 to 1, or None.
        findings: What a checker says of it.
        change: What became of it, or None.
        label: Which of its words are written.
        role: The part that its author gives it in its argument, as for a node.
        ranges: The bold, italic and linked stretches of `text`, and others that are not drawn.
    """

    anchor: str
    claim: str
    text: str
    title: str | None
    number: int
    side: str | None = None
    is_elsewhere: bool = False
    status: Status | None = None
    strength: float | None = None
    findings: tuple[Finding, ...] = ()
    change: Change | None = None
    label: Label = Label.BOTH
    role: str = ""
    ranges: tuple[Range, ...] = ()


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
        id: Its name in the diagram: the id of the claim or argument, unless a style draws that more than once.
        kind: What it stands for.
        title: The title, or None.
        text: The wording of a claim, the gist of an argument; may be empty.
        blocks: The inferences of a card, in order.
        side: The side that puts it forward, or None.
        is_thesis: Whether it is a claim that the map is about: others act on it, and it acts on none.
        acts: What it does to others, when it does only one thing (`SUPPORT`, `ATTACK` or `UNDERCUT`).
        group: The id of the group it is drawn in, or None.
        record: The id of the claim or argument in the map, where `id` is another one; see `of`.
        role: A word above the text for the part it plays: one of `ROLES` where its author gives one, or what a
            style gives (``PRO`` ...). `ROLES` are written in the language of the diagram.
        number: Its number in the map, such as ``1.2.1``; empty for none.
        status: Whether it stands, or None where the picture does not say.
        strength: How strong it is, from 0 to 1, or None.
        values: The values that it promotes and that the picture shows.
        tags: The tags that the picture shows.
        findings: What a checker says of it.
        change: What became of it, or None.
        hidden: How many claims and arguments are folded away into it.
        colour: The colour of its ground, ``#rrggbb``, where a setting gives one.
        label: Which of its words are written.
        qualifier: For an argument, how surely its conclusion follows, in a word of its author (``presumably``).
        ranges: The bold, italic and linked stretches of `text`, and others that are not drawn.
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
    record: str | None = None
    role: str = ""
    number: str = ""
    status: Status | None = None
    strength: float | None = None
    values: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    change: Change | None = None
    hidden: int = 0
    colour: str | None = None
    label: Label = Label.BOTH
    qualifier: str = ""
    ranges: tuple[Range, ...] = ()

    @property
    def of(self) -> str:
        """The id of the claim, argument or group in the map that it stands for."""
        return self.id if self.record is None else self.record

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All claims in the card, in order."""
        return tuple([cell for block in self.blocks for cell in block.cells]) if self.blocks else ()


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
        strength: How strong it is, from 0 to 1, or None.
        change: What became of it, or None.
        colour: The colour of its line, ``#rrggbb``, where a setting gives one.
    """

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
    colour: str | None = None

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
        side: The side whose camp it is, or None.
        colour: The colour of its ground, ``#rrggbb``, where a setting gives one.
    """

    id: str
    title: str
    parent: str | None = None
    side: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the key.

    Attributes:
        sign: What is explained: an edge kind, ``thesis``, ``card``, ``side``, ``status``, ``change``, ``finding``,
            ``strength``, ``hidden``, ``colour``, or what a style adds.
        words: What it means.
        side: For ``side``, the name of the side; for ``status``, ``change``, ``finding`` and ``colour``, which one.
        is_mutual: For an edge kind, whether the edges that point both ways are explained.
    """

    sign: str
    words: str
    side: str | None = None
    is_mutual: bool = False


class Part(str):
    r"""The sentence that a diagram shows a part of a map, among its notes; it also tells how much, for programs.

    Attributes:
        shown: How many claims and arguments are shown.
        all: How many there are.

    Example:
        >>> import argmap
        >>> from argmap.view import View, diagram_of
        >>> m = argmap.parse("[Rain]: It rains.\n  - [Sun]: The sun shines.").map
        >>> (note,) = diagram_of(m, View(depth=0)).notes
        >>> note.shown, note.all
        (1, 2)
    """

    shown: int
    all: int

    @classmethod
    def of(cls, sentence: str, shown: int, every: int) -> Self:
        """Return the sentence with the numbers."""
        part = cls(sentence)
        part.shown, part.all = shown, every
        return part


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
        side_titles: The words for each side, in the order of `sides`.
        notes: What the viewer has to know of the picture itself, in whole sentences: that it is folded, for example.
        language: The code of the language that the key and the descriptions are in, one of `argmap.language`.
        judged: By what the verdicts and strengths in it were found, in whole sentences; empty where nobody knows.
    """

    title: str = ""
    description: str = ""
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    sides: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    side_titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str = "en"
    judged: str = ""

    @property
    def named_sides(self) -> dict[str, str]:
        """For each side its name, and behind it the words for it where they say more.

        Example:
            >>> Diagram(sides=("pro", "con"), side_titles=("Build it", "con")).named_sides
            {'pro': 'pro: Build it', 'con': 'con'}
        """
        titles = dict(zip(self.sides, self.side_titles, strict=False))
        says = Words(self.language).say
        more = {
            side: says("picture.says", what=side, text=title)
            for side, title in titles.items()
            if title not in ("", side)
        }
        return {side: more.get(side, side) for side in self.sides}
