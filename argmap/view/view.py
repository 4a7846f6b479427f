"""`View`: what of a map is drawn and how it is put together, apart from how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, Self, TypeVar

from argmap.errors import ArgmapError, UnknownNameError, nearest
from argmap.model.map import ArgumentMap
from argmap.model.records import RelationKind
from argmap.model.status import Status
from argmap.view.colours import Colours
from argmap.view.diagram import Finding, Label
from argmap.view.measure import Judged

Word = TypeVar("Word", bound=StrEnum)

MARKS = ("sides", "values", "tags", "status", "strength", "findings")
"""The marks that a picture can show, in the words of `View.show`."""
SORTS = ("claim", "argument")
KINDS = (*SORTS, *(kind.value for kind in RelationKind))
"""The sorts of records and relations that a picture can be kept to, in the words of `View.kinds`."""


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
    EXPLODE_HIDDEN = "explode-hidden"
    """Each of its inferences as an argument of its own, by title and gist alone."""

    @property
    def are_shown(self) -> bool:
        """Whether premises and conclusions are drawn in the cards."""
        return self in (Steps.SHOW, Steps.EXPLODE)

    @property
    def are_exploded(self) -> bool:
        """Whether each inference is an argument of its own."""
        return self in (Steps.EXPLODE, Steps.EXPLODE_HIDDEN)


@dataclass(frozen=True, slots=True)
class Frame:
    """A group that a view makes, in place of the sections of the map.

    Attributes:
        title: The words on it.
        members: The claims and arguments (ids) that lie in it, and in none of the frames inside it.
        parent: The place in `View.regroup` of the frame it lies in, which comes before it; None for none.
        tags: Its tags, for its colour.
        is_closed: Whether it is drawn as one box.
    """

    title: str
    members: tuple[str, ...] = ()
    parent: int | None = None
    tags: tuple[str, ...] = ()
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of a map is drawn, and how it is put together; a value that can be kept and passed on.

    Without a word it shows all of a map. Where a field takes several names, a list or one name alone is as good as
    a tuple, and a record as good as its id.

    Attributes:
        sections: Only what lies in these sections (ids or titles); empty for all.
        inside: Whether what lies in sections inside `sections` is drawn, too.
        without_section: With `sections`, also what lies in none.
        tags: Only what has one of these tags; empty for all.
        without_tag: With `tags`, also what has none.
        sides: Only what these camps put forward, and what no camp does; empty for all.
        kinds: Only these sorts of records (``claim``, ``argument``) and only these kinds of relations (``support``,
            ``attack`` ...); where none of the one or the other is named, all of them. An argument that is spelt out
            supports its conclusion.
        include: Claims and arguments (ids) that `statements` and `disconnected` do not leave out.
        exclude: Claims and arguments (ids) that are not drawn. A claim that an argument rests on is still seen
            inside its card.
        statements: Which claims have a box of their own; the others are seen inside cards alone. None: those that
            no card holds.
        disconnected: Whether what is tied to nothing is drawn.
        is_in_map: Whether ``isInMap`` in the data of a claim or argument is heard: false keeps it out, true keeps
            it in.
        around: Only what is at most `distance` relations away from one of these (ids); empty for all.
        distance: How far away, in relations; at least 0.
        depth: Only what is at most so many relations away from a thesis, from 0; what is left out is counted on the
            box at which it would stand. None for all.
        fold: The claims and arguments (ids) below which nothing is drawn; what is left out is counted on them.
        arrows: Whether an argument that has nothing of its own to show (no title, no gist, one premise) is an arrow.
            An arrow is drawn where both of its ends are.
        steps: What is shown of the insides of arguments.
        group: How many of the deepest levels of sections are drawn as frames. 0 draws none, except for a section
            whose data say ``isGroup: true``; one whose data say ``isGroup: false`` is never a frame.
        frames: For a section (id or title), whether it is a frame, whatever its data and its level say.
        is_group: Whether ``isGroup`` in the data of sections is heard.
        closed: The sections (ids or titles) that are drawn as one box each; so are those whose data say
            ``isClosed: true``.
        opened: The sections (ids or titles) that are not, whatever their data say.
        is_closed: Whether ``isClosed`` in the data of sections is heard.
        regroup: Frames in place of the sections of the map; an outer one comes before those inside it.
        claim_label: Which words of a claim are written.
        argument_label: Which words of an argument are written.
        numbers: Whether claims and arguments are numbered (1, 1.1, 1.2 ...) as they answer each other.
        show: The marks that are shown of ``sides``, ``values``, ``tags``, ``status``, ``strength``, ``findings``.
        status: Whether claims and arguments stand, by id; else their inline data ``status``. Where it is what
            `argmap.evaluate` returns, the picture says by which semantics, and for whom.
        strength: How strong they are, from 0 to 1, by id; else their inline data ``strength``.
        findings: What a checker says: an `argmap.Report`, or findings by id.
        before: The map to compare with: what was added, removed or changed since is marked.
        colours: The colours that settings give to boxes, frames and arrows.
        notes: What of the settings in the front matter could not be used, in whole sentences.

    Raises:
        ArgmapError: If a number is out of its range.
        UnknownNameError: If a word is none that the field knows; the message offers the nearest. Names of the map
            are looked up when it is drawn.

    Example:
        >>> View(depth=2, tags="safety", steps="hide").steps
        <Steps.HIDE: 'hide'>
        >>> View(distance=-1)
        Traceback (most recent call last):
            ...
        argmap.errors.ArgmapError: The distance of a view is a whole number from 0 on, not -1.
    """

    sections: tuple[str, ...] = ()
    inside: bool = True
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
    frames: Mapping[str, bool] = field(default_factory=dict)
    is_group: bool = True
    closed: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    is_closed: bool = True
    regroup: tuple[Frame, ...] = ()
    claim_label: Label = Label.BOTH
    argument_label: Label = Label.BOTH
    numbers: bool = False
    show: tuple[str, ...] = ("sides",)
    status: Mapping[str, Status] = field(default_factory=dict)
    strength: Mapping[str, float] = field(default_factory=dict)
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    before: ArgumentMap | None = None
    colours: Colours = field(default_factory=Colours)
    notes: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Check what was given, and bring it into the form that the fields promise."""

        def settle(name: str, change: Callable[[Any], Any]) -> None:
            object.__setattr__(self, name, change(getattr(self, name)))

        for one in fields(self):
            if one.name != "regroup" and isinstance(one.default, tuple):
                settle(one.name, _names)
        settle("regroup", tuple)
        for number in ("distance", "group"):
            _check_number(number, getattr(self, number))
        if self.depth is not None:
            _check_number("depth", self.depth)
        settle("steps", lambda given: _word(Steps, given, "way to show steps"))
        if self.statements is not None:
            settle("statements", lambda given: _word(Statements, given, "choice of statements"))
        for name in ("claim_label", "argument_label"):
            settle(name, lambda given: _word(Label, given, "label"))
            settle(name, lambda label: Label.BOTH if label is Label.HIDE_UNTITLED else label)
        for name in self.kinds:
            _check_known(name, KINDS, "kind")
        for name in self.show:
            _check_known(name, MARKS, "mark")
        settle("status", lambda given: _judged(given, lambda _, one: _word(Status, one, "status")))
        settle("strength", lambda given: _judged(given, _strength))
        settle("findings", _findings)
        _check_sort("before", self.before, (ArgumentMap, type(None)), "an ArgumentMap, such as argmap.read gives it")
        _check_sort("colours", self.colours, (Colours,), "Colours")
        for place, frame in enumerate(self.regroup):
            _check_sort("regroup", frame, (Frame,), "a list of Frames")
            if frame.parent is not None and not 0 <= frame.parent < place:
                raise ArgmapError(f"The frame {frame.title!r} lies in one that does not come before it in `regroup`.")

    @classmethod
    def of(cls, m: ArgumentMap, defaults: View | None = None, /, **options: Any) -> Self:
        """Return the view that is asked for, and where nothing is asked, the one that the map asks for. Linear.

        The front matter of a map may hold Argdown's settings (``selection``, ``map``, ``group``, ``color`` and
        ``model.explodeArguments``). One that cannot be used is left alone, and `notes` says so.

        Args:
            m: The map.
            defaults: What counts where neither the options nor the map say anything, such as
                `argmap.view.ARGDOWN`; without it, `View()`.
            **options: Fields of a view; each wins over what the map says. Where `status`, `strength` or `findings`
                are given and `show` is not, they are shown.

        Raises:
            UnknownNameError: If there is no such field; the message offers the nearest.
            ArgmapError: If a value does not fit its field.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap(data={"group": {"groupDepth": 1}, "map": {"statementLabelMode": "title"}})
            >>> view = View.of(m, group=2)
            >>> view.group, view.claim_label
            (2, <Label.TITLE: 'title'>)
        """
        from argmap.view.settings import settings_of

        base = defaults or View()
        known = [one.name for one in fields(cls)]
        for name in options:
            if name not in known:
                raise UnknownNameError(f"A view has no field {name!r}.{nearest(name, known)}")
        given = {one.name: getattr(base, one.name) for one in fields(cls)}
        given |= settings_of(m, base, options)
        shown = [name for name in ("status", "strength", "findings") if options.get(name)]
        if shown and "show" not in options:
            options["show"] = tuple(dict.fromkeys((*given["show"], *shown)))
        return cls(**(given | options))


def id_of(given: Any) -> str:
    """Return the id of a record, or the name that was given.

    Raises:
        ArgmapError: If it is neither.
    """
    name = given if isinstance(given, str) else getattr(given, "id", None)
    if not isinstance(name, str):
        raise ArgmapError(f"A view names claims, sections, tags and sides by words, not by {given!r}.")
    return name


def _names(given: Any) -> tuple[str, ...]:
    if isinstance(given, str) or hasattr(given, "id") or not isinstance(given, Iterable):
        return (id_of(given),)
    return tuple(dict.fromkeys(map(id_of, given)))


def _judged(given: Any, change: Callable[[str, Any], Any]) -> Judged[Any]:
    found = {id_of(key): change(id_of(key), one) for key, one in given.items()}
    return Judged(found, getattr(given, "measure", None))


def _findings(given: Any) -> dict[str, tuple[Finding, ...]]:
    by_record = given.by_record() if hasattr(given, "by_record") else given
    return {id_of(key): tuple(map(_finding, some)) for key, some in by_record.items()}


def _finding(given: Any) -> Finding:
    """Return what a report says of a record as a picture marks it."""
    if isinstance(given, Finding):
        return given
    if not hasattr(given, "severity"):
        raise ArgmapError(f"The findings of a view are a report, or Findings by id, not {given!r}.")
    return Finding(str(given.severity), given.message, given.name)


def _check_sort(name: str, given: object, sorts: tuple[type, ...], what: str) -> None:
    if not isinstance(given, sorts):
        raise ArgmapError(f"The field {name} of a view is {what}, not {given!r}.")


def _check_number(name: str, given: object) -> None:
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise ArgmapError(f"The {name} of a view is a whole number from 0 on, not {given!r}.")


def _strength(name: str, given: object) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= 1:
        raise ArgmapError(f"The strength of {name!r} is a number from 0 to 1, not {given!r}.")
    return float(given)


def _word(words: type[Word], given: object, what: str) -> Word:
    _check_known(given, [word.value for word in words], what)
    return words(str(given))


def _check_known(given: object, known: Iterable[str], what: str) -> None:
    known = list(known)
    if given not in known:
        raise UnknownNameError(
            f"There is no {what} {given!r}.{nearest(str(given), known)} It is one of: {', '.join(known)}."
        )
