"""The records of a map: frozen values that an `ArgumentMap` holds.

A record names other records by id, never by reference, so that it can be copied, compared, pickled and
written down on its own. What a record was read from (its occurrences and spans) does not count when two are
compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from argmap.diagnostics import Span


class _Nothing(dict[str, Any]):
    """An empty dict that stays empty; pickles and copies to itself."""

    def _refuse(self, *_args: object, **_kwargs: object) -> Any:
        raise TypeError("The data of a record is read-only; use ArgumentMap.replace(record, data={...}).")

    __setitem__ = __ior__ = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]  # a default of a dataclass field must be hashable
        return 0

    def __reduce__(self) -> str:
        return "NOTHING"


NOTHING: Mapping[str, Any] = _Nothing()
"""The inline data of a record that has none; shared, and read-only."""


class RelationKind(StrEnum):
    """What one claim or argument does to another."""

    SUPPORT = "support"
    """Speaks for it."""
    ATTACK = "attack"
    """Speaks against it (a rebuttal, or an undermining attack on a premise)."""
    UNDERCUT = "undercut"
    """Speaks against the inference of an argument, and leaves its premises and conclusion alone."""
    CONTRARY = "contrary"
    """Both cannot be true; both may be false. Symmetric."""
    CONTRADICTORY = "contradictory"
    """Exactly one of the two is true. Symmetric."""
    ENTAILS = "entails"
    """If the source is true, so is the target."""

    is_symmetric: bool
    """Whether the relation reads the same from both ends."""
    is_negative: bool
    """Whether the source speaks against the target."""

    def __init__(self, name: str) -> None:
        self.is_symmetric = name in ("contrary", "contradictory")
        self.is_negative = name not in ("support", "entails")


class Role(StrEnum):
    """The part that one occurrence of a claim or an argument plays where it stands in the text."""

    TOP_LEVEL = "top-level-statement"
    RELATION = "relation-statement"
    PREMISE = "premise"
    INTERMEDIATE = "intermediary-conclusion"
    CONCLUSION = "main-conclusion"
    DESCRIPTION = "argument-description"
    LISTED = "list-item"


class RangeKind(StrEnum):
    """What a stretch of a wording is marked as."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    TAG = "tag"
    CLAIM_MENTION = "statement-mention"
    ARGUMENT_MENTION = "argument-mention"


@dataclass(frozen=True, slots=True)
class Range:
    """A marked stretch `text[start:end]` of a wording, in code points.

    Attributes:
        kind: Bold, italic, a link, a tag or a mention.
        start: Where it starts.
        end: Where it ends (exclusive).
        target: The address of a link, the name of a tag, the title that is mentioned; else None.
    """

    kind: RangeKind
    start: int
    end: int
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a claim or an argument is put."""

    text: str
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place in a text where a claim or an argument stands.

    Attributes:
        role: The part it plays there.
        span: The place in the source: the element itself, without the relations below it.
        text: Its wording there; None where it is only referred to by title.
        ranges: The marked stretches of `text`.
        tags: The tags written there.
        data: The inline data written there.
        section: The id of the section it stands in.
    """

    role: Role
    span: Span
    text: str | None = None
    ranges: tuple[Range, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, Any] = NOTHING
    section: str | None = None

    @property
    def is_reference(self) -> bool:
        """Whether it only names the claim or argument."""
        return self.text is None


@dataclass(frozen=True, slots=True)
class Claim:
    """One declarative sentence that can be true or false.

    Attributes:
        id: Its name in the map: the title where there is one, else ``C1``, ``C2`` ...
        text: Its wording; empty while it is only referred to.
        title: A short heading; None for an untitled claim.
        ranges: The marked stretches of `text`.
        wordings: Other wordings of the same claim, in the order they were given.
        tags: Its tags, each once, in order.
        data: Its inline data, merged from all its occurrences (the last one wins).
        section: The id of the section it belongs to, or None.
        occurrences: Where it stands in the text it was read from; none for a claim made in Python.
    """

    id: str
    text: str = ""
    title: str | None = field(default=None, compare=False)
    ranges: tuple[Range, ...] = ()
    wordings: tuple[Wording, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)
    section: str | None = None
    occurrences: tuple[Occurrence, ...] = field(default=(), compare=False, repr=False)

    @property
    def side(self) -> str | None:
        """The camp that puts the claim forward (inline data ``side``)."""
        return _word(self.data, "side")


@dataclass(frozen=True, slots=True)
class Step:
    """One inference inside an argument.

    Attributes:
        premises: The ids of the claims listed for this step, in order.
        conclusion: The id of the claim inferred.
        rules: The inference rules named on the inference line.
        data: The inline data of the inference line.
        span: The place of the inference line in the source.
    """

    premises: tuple[str, ...]
    conclusion: str
    rules: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Argument:
    """A named inference: from premises to a conclusion, or so far only a gist of one.

    Attributes:
        id: Its name in the map: the title where there is one, else ``A1``, ``A2`` ...
        text: Its gist; empty where there is none.
        title: A short heading; None for an untitled argument.
        steps: Its inferences in order; empty while it is only sketched. The last one draws the main
            conclusion, the ones before draw intermediate conclusions.
        ranges: The marked stretches of `text`.
        wordings: Other wordings of its gist.
        tags: Its tags, each once, in order.
        data: Its inline data, merged from all its occurrences.
        section: The id of the section it belongs to, or None.
        occurrences: Where it stands in the text it was read from.
        span: The place of its premise-conclusion structure in the source.
    """

    id: str
    text: str = ""
    title: str | None = field(default=None, compare=False)
    steps: tuple[Step, ...] = ()
    ranges: tuple[Range, ...] = ()
    wordings: tuple[Wording, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)
    section: str | None = None
    occurrences: tuple[Occurrence, ...] = field(default=(), compare=False, repr=False)
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_reconstructed(self) -> bool:
        """Whether its premises and conclusion are spelt out."""
        return bool(self.steps)

    @property
    def premises(self) -> tuple[str, ...]:
        """The ids of all claims listed as premises, in order."""
        return tuple(premise for step in self.steps for premise in step.premises)

    @property
    def chained_steps(self) -> tuple[Step, ...]:
        """The steps, each with all that it starts from, once: what the step before it concludes, then its premises.

        Example:
            >>> Argument("A", steps=(Step(("C1",), "C2"), Step(("C3",), "C4"))).chained_steps[-1].premises
            ('C2', 'C3')
        """
        before: tuple[str, ...] = ()
        found = []
        for step in self.steps:
            found.append(replace(step, premises=tuple(dict.fromkeys((*before, *step.premises)))))
            before = (step.conclusion,)
        return tuple(found)

    @property
    def conclusion(self) -> str | None:
        """The id of the main conclusion; None while the argument is only sketched."""
        return self.steps[-1].conclusion if self.steps else None

    @property
    def side(self) -> str | None:
        """The camp that puts the argument forward (inline data ``side``)."""
        return _word(self.data, "side")

    @property
    def scheme(self) -> str | None:
        """The argumentation scheme it follows (inline data ``scheme``)."""
        return _word(self.data, "scheme")


@dataclass(frozen=True, slots=True)
class Relation:
    """One claim or argument supporting, attacking, undercutting ... another.

    Attributes:
        kind: What the source does to the target.
        source: The id of the claim or argument that acts.
        target: The id of the claim or argument that is acted on.
        step: For an undercut of a reconstructed argument, which of its steps (from 0) is attacked; else None.
        data: Data of the relation itself (weights, sources); text in Argdown has no place for it.
        spans: Where it stands in the text it was read from.
    """

    kind: RelationKind
    source: str
    target: str
    step: int | None = None
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)
    spans: tuple[Span, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        id: ``s1``, ``s2`` ... in the order of the text.
        title: The words of the heading.
        level: 1 for ``#``, 2 for ``##`` ...
        parent: The id of the section it lies in, or None.
        ranges: The marked stretches of `title`.
        tags: Its tags.
        data: Its inline data (``isGroup``, ``isClosed``, ``color`` ...).
        span: The place of the heading in the source.
    """

    id: str
    title: str
    level: int = 1
    parent: str | None = None
    ranges: tuple[Range, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that claims can cite; listed under ``sources`` in the front matter.

    Attributes:
        id: Its name in citations.
        title: The title of the document.
        data: Everything else known of it (author, date, url, path ...).
    """

    id: str
    title: str = ""
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source that backs a claim; inline data ``cites``.

    Attributes:
        source: The id of the source.
        quote: The words cited, or None.
        data: Everything else known of the place (page, paragraph, date ...).
    """

    source: str
    quote: str | None = None
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone who speaks in the debate; listed under ``participants`` in the front matter."""

    id: str
    name: str = ""
    data: Mapping[str, Any] = field(default=NOTHING, hash=False)


def _word(data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is None or type(value) is str:
        return value  # as nearly always; the rest asks for longer
    return None if isinstance(value, dict | list) else str(value)
