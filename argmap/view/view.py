"""`View`: what of a map is drawn and how it is put together, apart from how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from argmap.model.map import ArgumentMap
from argmap.view.diagram import Finding, Label, Status


class Statements(StrEnum):
    """Which claims have a box of their own, in the words of Argdown's `statementSelectionMode`."""

    ALL = "all"
    TOP_LEVEL = "top-level"
    WITH_TITLE = "with-title"
    WITH_RELATIONS = "with-relations"
    NOT_USED_IN_ARGUMENT = "not-used-in-argument"
    WITH_MORE_THAN_ONE_RELATION = "with-more-than-one-relation"


class Steps(StrEnum):
    """What is shown of the insides of an argument."""

    SHOW = "show"
    """Its premises and conclusions on the way."""
    HIDE = "hide"
    """Its title and gist alone."""
    EXPLODE = "explode"
    """Each of its inferences as an argument of its own, as Argdown's `explodeArguments` does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of a map is drawn, and how it is put together; a value that can be kept and passed on.

    Without a word it shows all of a map.

    Attributes:
        sections: Only what lies in these sections (ids or titles), or inside them; empty for all.
        without_section: With `sections`, also what lies in none.
        tags: Only what has one of these tags; empty for all.
        without_tag: With `tags`, also what has none.
        sides: Only what these camps put forward, and what no camp does; empty for all.
        kinds: Only these sorts: ``claim``, ``argument``, and kinds of relations; empty for all.
        include: Claims and arguments (ids) that are drawn whatever else is asked, where nothing excludes them.
        exclude: Claims and arguments (ids) that are not drawn.
        statements: Which claims have a box of their own. None: those that no card holds.
        disconnected: Whether what is tied to nothing is drawn.
        is_in_map: Whether ``isInMap: false`` in the data of a claim or argument keeps it out.
        around: Only what is at most `distance` relations away from one of these (ids); empty for all.
        distance: How far away, in relations; at least 0.
        depth: Only what is at most so many relations away from a thesis, from 0; what is left out is counted on the
            box at which it would stand. None for all.
        fold: The claims and arguments (ids) below which nothing is drawn; what is left out is counted on them.
        arrows: Whether an argument that has nothing of its own to show (no title, no gist, one premise) is an arrow.
        steps: What is shown of the insides of arguments.
        group: How many of the deepest levels of sections are drawn as frames. 0 draws none, except for a section
            whose data say ``isGroup: true``; one whose data say ``isGroup: false`` is never a frame.
        closed: The sections (ids or titles) that are drawn as one box each; so are those whose data say
            ``isClosed: true``.
        claim_label: Which words of a claim are written.
        argument_label: Which words of an argument are written.
        numbers: Whether claims and arguments are numbered (1, 1.1, 1.2 ...) as they answer each other.
        show: The marks that are shown of ``sides``, ``values``, ``tags``, ``status``, ``strength``, ``findings``.
        status: Whether claims and arguments stand, by id; else their inline data ``status``.
        strength: How strong they are, from 0 to 1, by id; else their inline data ``strength``.
        findings: What a checker says, by id.
        before: The map to compare with: what was added, removed or changed since is marked.
    """

    sections: tuple[str, ...] = ()
    without_section: bool = False
    tags: tuple[str, ...] = ()
    without_tag: bool = False
    sides: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    statements: Statements | None = None
    disconnected: bool = True
    is_in_map: bool = True
    around: tuple[str, ...] = ()
    distance: int = 1
    depth: int | None = None
    fold: tuple[str, ...] = ()
    arrows: bool = True
    steps: Steps = Steps.SHOW
    group: int = 0
    closed: tuple[str, ...] = ()
    claim_label: Label = Label.BOTH
    argument_label: Label = Label.BOTH
    numbers: bool = False
    show: tuple[str, ...] = ("sides",)
    status: Mapping[str, Status] = field(default_factory=dict)
    strength: Mapping[str, float] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    before: ArgumentMap | None = None

    @classmethod
    def of(cls, m: ArgumentMap, **options: Any) -> Self:  # noqa: ARG003 - the settings of its front matter come
        """Return the view that is asked for, and where nothing is asked, the one that the map asks for.

        Args:
            m: The map, whose front matter may hold Argdown's settings.
            **options: Fields of a view; each wins over what the map says. A list is as good as a tuple.
        """
        given: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in options.items()
        }
        return cls(**given)
