"""From edges to inferences and relations: what meets in a node, and which claims an argument goes from and to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.naming import MAP
from argmap.model import RelationKind, Step
from argmap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.formats.draft import Draft
    from argmap.formats.graphml.elements import Document, Edge, Node

_MEETINGS = frozenset({"inference", "conflict", "rephrase", "junction", "issue", "unread"})


class _Inference:
    """An argument while its edges are gathered: by the numbers of its steps, what is premise and conclusion."""

    __slots__ = ("conclusions", "fields", "key", "name", "premises", "text")

    def __init__(self, name: str, key: str, text: str, fields: dict[str, Any]) -> None:
        self.name = name
        self.key = key
        self.text = text
        self.fields = fields
        self.premises: dict[int, list[tuple[float, str]]] = {}
        self.conclusions: dict[int, list[tuple[str, tuple[str, ...], dict[str, Any]]]] = {}


class _Meeting:
    """A node where edges meet that is no claim: what comes in, and what goes out."""

    __slots__ = ("incoming", "kind", "label", "name", "outgoing")

    def __init__(self, name: str, kind: str, label: str) -> None:
        self.name = name
        self.kind = kind
        self.label = label
        self.incoming: list[tuple[str, RelationKind | str | None]] = []
        self.outgoing: list[tuple[str, RelationKind | str | None]] = []


class Structure:
    """The edges of a document, until all are known."""

    def __init__(self, document: Document, draft: Draft) -> None:
        self._document = document
        self._draft = draft
        self._kinds: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._inferences: dict[str, _Inference] = {}
        self._meetings: dict[str, _Meeting] = {}
        self._relations: list[tuple[RelationKind, str, str, int | None, dict[str, Any] | None]] = []
        self._left = 0

    # -- nodes -------------------------------------------------------------------------------------------------

    @property
    def names(self) -> Iterable[str]:
        """What the file calls its nodes."""
        return self._kinds

    def knows(self, name: str) -> bool:
        """Whether there is a node of this id."""
        return name in self._kinds

    def is_meeting(self, source: str, target: str) -> bool:
        """Whether an edge has an end where edges meet that is no claim and no argument with words for its parts."""
        return self._kinds[source] in _MEETINGS or self._kinds[target] in _MEETINGS

    def note(self, name: str, kind: str, node: Node | None = None, label: str = "") -> None:
        """Note a node that becomes no claim and no argument."""
        self._kinds[name] = kind
        if node is not None:
            self._meetings[name] = _Meeting(name, kind, label)

    def place(self, name: str, key: str) -> None:
        """Note a claim that is in the draft."""
        self._kinds[name] = "claim"
        self._ids[name] = key

    def argument(self, name: str, key: str, text: str, fields: dict[str, Any], *, is_guessed: bool) -> None:
        """Note an argument; `is_guessed` where edges to it are premises without saying so."""
        self._kinds[name] = "inference" if is_guessed else "argument"
        self._inferences[name] = _Inference(name, key, text, fields)
        if is_guessed:
            self._meetings[name] = _Meeting(name, "inference", "")

    # -- edges -------------------------------------------------------------------------------------------------

    def relate(self, kind: RelationKind, edge: Edge, step: int | None, data: dict[str, Any]) -> None:
        """Note a relation."""
        self._relate(kind, edge.source, edge.target, step, data)

    def _relate(
        self, kind: RelationKind, source: str, target: str, step: int | None = None, data: dict[str, Any] | None = None
    ) -> None:
        self._relations.append((kind, source, target, step, data))

    def infer(
        self, part: str, edge: Edge, step: int, position: int | None, rules: tuple[str, ...], data: dict[str, Any]
    ) -> None:
        """Note a premise or a conclusion of an argument."""
        claim, argument = (edge.source, edge.target) if part == "premise" else (edge.target, edge.source)
        found = self._inferences.get(argument)
        if found is None or self._kinds[claim] != "claim":
            ends = "from a claim to an argument" if part == "premise" else "from an argument to a claim"
            message = f"A {part} goes {ends}, and this edge does not; it is read as a support."
            self._draft.fault(self._document.span(edge.at), f"no-{part}", message)
            self._relate(RelationKind.SUPPORT, edge.source, edge.target)
        elif part == "premise":
            order = float("inf") if position is None else position
            found.premises.setdefault(step, []).append((order, claim))
        else:
            found.conclusions.setdefault(step, []).append((claim, rules, data))

    def meet(self, edge: Edge, kind: RelationKind | str | None) -> None:
        """Note an edge with an end where edges meet."""
        if edge.target in self._meetings:
            self._meetings[edge.target].incoming.append((edge.source, kind))
        if edge.source in self._meetings:
            self._meetings[edge.source].outgoing.append((edge.target, kind))

    # -- the whole ---------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Put arguments and relations into the draft."""
        unread: dict[str, int] = {}
        for meeting in self._meetings.values():
            if meeting.kind == "inference":
                self._infer(meeting)
            elif meeting.kind == "conflict":
                self._conflict(meeting)
            elif meeting.kind == "junction":
                self._junction(meeting)
            elif meeting.kind == "issue" and len(meeting.incoming) == 2:
                self._relate(RelationKind.CONTRARY, meeting.incoming[0][0], meeting.incoming[1][0])
            else:
                unread[meeting.kind] = unread.get(meeting.kind, 0) + 1
        for inference in self._inferences.values():
            self._put(inference)
        for acts, source, target, step, data in self._relations:
            if source in self._ids and target in self._ids:
                self._draft.relation(acts, self._ids[source], self._ids[target], step=step, data=data)
            else:
                self._left += 1
        for kind, count in unread.items():
            sort = {"unread": "dialogue node", "rephrase": "rephrasing", "issue": "issue"}[kind]
            self._draft.lose(counted(count, sort), MAP, "It has no place in a map that is read from a picture.")
        if self._left:
            what = counted(self._left, "edge")
            self._draft.lose(what, MAP, "Each of them has an end that is a group, or a node that is not read.")

    def _infer(self, meeting: _Meeting) -> None:
        """Take the edges of an inference for its premises and its conclusion."""
        inference = self._inferences[meeting.name]
        for source, kind in meeting.incoming:
            if isinstance(kind, RelationKind) and kind.is_negative:
                self._relate(kind, source, meeting.name)
            elif self._kinds[source] == "claim":
                inference.premises.setdefault(0, []).append((float("inf"), source))
            elif source not in self._meetings:
                self._relate(RelationKind.SUPPORT, source, meeting.name)
        for target, kind in meeting.outgoing:
            if self._kinds[target] == "claim" and not (isinstance(kind, RelationKind) and kind.is_negative):
                inference.conclusions.setdefault(0, []).append((target, (), {}))
            elif self._kinds[target] != "conflict":
                acts = kind if isinstance(kind, RelationKind) else RelationKind.SUPPORT
                self._relate(acts, meeting.name, target)

    def _conflict(self, meeting: _Meeting) -> None:
        """Make a relation of a conflict between two, and an argument of any other."""
        sources = [source for source, _ in meeting.incoming]
        targets = [target for target, _ in meeting.outgoing]
        is_simple = len(sources) == 1 and targets and all(name not in self._meetings or
                    self._kinds[name] == "inference" for name in (*sources, *targets))  # fmt: skip
        if is_simple:
            for target in targets:
                self._relate(self._attack_on(target), sources[0], target)
            return
        name = meeting.name
        self._ids[name] = self._draft.argument(name, meeting.label)
        for source in sources:
            if self._kinds[source] != "conflict":
                self._relate(RelationKind.SUPPORT, source, name)
        for target in targets:
            self._relate(self._attack_on(target), name, target)

    def _attack_on(self, target: str) -> RelationKind:
        return RelationKind.UNDERCUT if self._kinds[target] in ("inference", "conflict") else RelationKind.ATTACK

    def _junction(self, meeting: _Meeting) -> None:
        for target, kind in meeting.outgoing:
            for source, other in meeting.incoming:
                found = kind if isinstance(kind, RelationKind) else other
                self._relate(found if isinstance(found, RelationKind) else RelationKind.SUPPORT, source, target)

    def _put(self, inference: _Inference) -> None:
        steps: list[Step] = []
        loose: list[str] = []
        for number in sorted({*inference.premises, *inference.conclusions}):
            listed = sorted(inference.premises.get(number, ()), key=lambda pair: pair[0])
            premises = tuple(self._ids[claim] for _, claim in listed)
            drawn = inference.conclusions.get(number, [])
            for claim, rules, data in drawn:
                steps.append(Step(premises, self._ids[claim], rules, self._draft.clean(data, inference.name)))
            if not drawn:
                loose += (claim for _, claim in listed)
        made = self._draft.argument(inference.key, inference.text, steps=steps, **inference.fields)
        self._ids[inference.name] = made
        for claim in loose:
            self._relate(RelationKind.SUPPORT, claim, inference.name)
