"""The nodes of the tree that a text is read into, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Span
from argmap.model.records import Role
from argmap.text.tokens import Token

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic


@dataclass(slots=True, eq=False)
class Heading:
    """A heading: its level, the tokens of its words and of its data."""

    level: int
    content: list[Token]
    data: list[Token]
    span: Span


@dataclass(slots=True, eq=False)
class InferenceLine:
    """The line between premises and conclusion.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        number: Set by the third step: the argument it belongs to.
        step: Which step of the argument it is, from 0; None where it leads to no conclusion.
    """

    start: int
    end: int
    number: int = 0
    step: int | None = None


@dataclass(slots=True, eq=False)
class Element:
    """A claim or an argument where it stands.

    Attributes:
        is_argument: Whether it is an argument.
        title: Its title; None where it has only text.
        content: The tokens of its wording; None for a reference.
        tags: The tags behind a reference.
        data: The tokens of its inline data.
        start: Where it starts.
        end: Where it ends, without the relations below it.
        parent: What its relation belongs to; None for an element that stands for itself.
        sign: The sign of that relation.
        role: The part it plays there; None where nothing stands where something should.
        inference: In a premise-conclusion structure, the inference line above it, which undercuts aim at.
        number: Set by the third step: which claim or argument it is.
    """

    is_argument: bool
    title: str | None
    content: list[Token] | None
    tags: list[Token] | tuple[()]
    data: list[Token] | tuple[()]
    start: int
    end: int
    parent: Element | InferenceLine | None
    sign: str
    role: Role | None
    inference: InferenceLine | None = None
    number: int = 0


@dataclass(slots=True, eq=False)
class Structure:
    """Opens a premise-conclusion structure; its numbered elements and inference lines follow.

    Attributes:
        argument: The argument it spells out; None where none stands right before it.
        start: Where it starts.
        end: Where it ends.
        lines: Its numbered elements and inference lines in order.
    """

    argument: Element | None
    start: int
    end: int
    lines: list[Element | InferenceLine] = field(default_factory=list)


Node = Heading | Element | Structure | InferenceLine


class Tree(NamedTuple):
    """What `grow` made: nodes in the order of the text, the front matter's token, and what was wrong."""

    nodes: list[Node]
    front_matter: Token | None
    diagnostics: list[Diagnostic]
