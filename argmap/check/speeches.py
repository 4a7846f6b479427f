"""The speeches of a debate: their order, whose they are, and what was said in which.

The front matter lists them in order under ``speeches``. Each entry is an id, or a mapping with ``id``, ``side``,
``speaker`` (an id of ``participants``), ``new: false`` for a speech that may bring no new arguments, and
``answers: false`` for one that need not answer yet. Without a list,
they come in the order in which the text names them.

A claim or argument names its speech in its inline data, ``speech: Ada 1``. One that is named again later, with the
later speech in the data there, was taken up again in it; a list of speeches says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.check.data_values import listed
from argmap.model.records import Argument, Claim, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model import ArgumentMap

Node = Claim | Argument


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech.

    Attributes:
        id: Its name, as inline data give it.
        place: Its place in the order, from 0.
        side: The camp of its speaker, or None.
        speaker: The id of the participant who gives it, else what the front matter says, or None.
        is_side_given: Whether the front matter says the side, of the speech or of its speaker. Else it is the side
            that everything said in it has.
        may_introduce: Whether it may bring new arguments.
        must_answer: Whether it is expected to answer what was said before: all but the first speech of each side.
    """

    id: str
    place: int
    side: str | None = None
    speaker: str | None = None
    is_side_given: bool = False
    may_introduce: bool = True
    must_answer: bool = True


class Speeches:
    """The speeches of one map; made once for all rules by `subject.shared(Speeches)`.

    Attributes:
        all: The speeches in order.
        is_declared: Whether the front matter lists them.
        unknown: What names a speech that is not in that list, with the name.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.datasets.load("phones_in_class")
        >>> for speech in Subject(m).shared(Speeches).all:
        ...     print(speech.place, speech.id, speech.side, speech.must_answer)
        0 Ada 1 ban False
        1 Ben 1 allow False
        2 Cem 2 ban True
        3 Dia 2 allow True
    """

    def __init__(self, subject: Subject) -> None:
        self._map = subject.map
        said = {record.id: names for record in self._map if (names := _said(record))}
        order = list(_listed(subject.data.get("speeches")))
        self.is_declared = bool(order)
        if not order:
            order = [(name, {}) for name in _in_text_order(self._map, said)]
        self.all = tuple(_made(order, self._map, self._sides_heard(said)))
        by_name = {speech.id: speech for speech in self.all}
        self.unknown = tuple((self._map[key], name) for key in said for name in said[key] if name not in by_name)
        self._of: dict[str, tuple[Speech, ...]] = {}
        for key, names in said.items():
            known = {by_name[name] for name in names if name in by_name}
            if known:
                self._of[key] = tuple(sorted(known, key=lambda speech: speech.place))
        self._first = {key: speeches[0] for key, speeches in self._of.items()}
        self._inherit()
        self._next = _next_two(self.all)
        self.points: tuple[Node, ...] = self._points({thesis.id for thesis in subject.theses}) if said else ()
        """What has to be answered: what speaks for a thesis or against the other side, and was said in a speech."""

    def of(self, record: Node) -> tuple[Speech, ...]:
        """Return the speeches that a claim or argument names, in order."""
        return self._of.get(record.id, ())

    def first(self, name: str) -> Speech | None:
        """Return the speech in which something was said first; for a claim without, that of an argument it stands in.

        Args:
            name: The id of a claim or argument.
        """
        return self._first.get(name)

    def side_of(self, name: str) -> str | None:
        """Return the side of a claim or argument: its own, else that of its speech.

        Args:
            name: The id of a claim or argument.
        """
        side = self._map[name].side
        if side is None and name in self._first:
            return self._first[name].side
        return side

    def next_against(self, speech: Speech, side: str | None) -> Speech | None:
        """Return the first speech after another that is to answer, and is not of a side."""
        for other in self._next[speech.place]:
            if other.side != side:
                return other
        return None

    def _points(self, theses: set[str]) -> tuple[Node, ...]:
        found, wrong = set(), set()
        for relation in self._map.relations:
            if self._is_early(relation):
                wrong.add(relation.source)
            if not self._is_own_goal(relation):
                if relation.kind.is_negative or relation.target in theses:
                    found.add(relation.source)
                if relation.kind.is_symmetric:
                    found.add(relation.target)
        concluding = (each for each in self._map.arguments if each.conclusion in theses or each.conclusion in found)
        found.update([argument.id for argument in concluding])
        wrong.update(theses, (key for key in self._of if not self._is_told_right(key)))
        return tuple(self._map[key] for key in self._of if key in found and key not in wrong)

    def _is_own_goal(self, relation: Relation) -> bool:
        """Whether a side speaks against itself: nobody else has to answer that."""
        side = self._map[relation.source].side
        return speaks_against(relation.kind) and side is not None and side == self._map[relation.target].side

    def _is_early(self, relation: Relation) -> bool:
        """Whether something is answered that was said only later."""
        if not relation.kind.is_negative or relation.kind.is_symmetric:
            return False
        point = self._first.get(relation.target)
        return point is not None and self._first.get(relation.source, _LAST).place < point.place

    def _is_told_right(self, name: str) -> bool:
        """Whether it may have been said when its data say so: not in a speech of the other side."""
        speech, side = self._first[name], self._map[name].side
        return not speech.is_side_given or side is None or side == speech.side

    def _sides_heard(self, said: Mapping[str, tuple[str, ...]]) -> Mapping[str, set[str]]:
        """Return for each speech the sides of what is first said in it."""
        found: dict[str, set[str]] = {}
        for key, names in said.items():
            side = self._map[key].side
            if side is not None:
                found.setdefault(names[0], set()).add(side)
        return found

    def _inherit(self) -> None:
        for argument in self._map.arguments:
            speech = self._first.get(argument.id)
            if speech is None:
                continue
            for step in argument.steps:
                for claim in (*step.premises, step.conclusion):
                    if claim not in self._of and speech.place < self._first.get(claim, _LAST).place:
                        self._first[claim] = speech


_LAST = Speech("", 1 << 60)


def with_premises(m: ArgumentMap, record: Node) -> tuple[str, ...]:
    """Return the ids of a claim or argument and, for an argument, of its premises and what it draws on the way."""
    if isinstance(record, Claim):
        return (record.id,)
    passed = (step.conclusion for step in record.steps[:-1])
    return (record.id, *(claim.id for claim in m.premises(record)), *passed)


def supporters(m: ArgumentMap, record: Node) -> Iterator[Node]:
    """Yield what speaks for a claim or argument, or for a claim that an argument rests on."""
    for part in with_premises(m, record):
        yield from (other for other in m.supports_of(part) if other.id != record.id)


def extensions(speeches: Speeches, m: ArgumentMap, point: Node) -> Iterator[tuple[Speech, Node]]:
    """Yield the later speeches in which the side of a point came back to it, each with what came back to it.

    That is the point itself where it is named again, else something that supports it.
    """
    first, side = speeches.first(point.id), speeches.side_of(point.id)
    if first is None:
        return
    for speech in speeches.of(point)[1:]:
        if speech.side is None or speech.side == side:
            yield speech, point
    for other in supporters(m, point):
        later = speeches.first(other.id)
        if later is not None and later.place > first.place and speeches.side_of(other.id) == side:
            yield later, other


def speaks_against(kind: RelationKind) -> bool:
    """Whether a relation is an objection, and no mere opposition of two claims."""
    return kind in (RelationKind.ATTACK, RelationKind.UNDERCUT)


def _said(record: Node) -> tuple[str, ...]:
    """Return the speeches that the data of a record name, at all places at which it stands, in their order."""
    last = listed(record.data.get("speech"))
    if not last:
        return ()
    stated = [listed(each.data.get("speech")) for each in record.occurrences if "speech" in each.data]
    if not stated or stated[-1] != last:  # the data were changed after the text was read
        return last
    return tuple(dict.fromkeys(name for names in stated for name in names))


def _in_text_order(m: ArgumentMap, said: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    places: list[tuple[int, str]] = []
    late = len(m.source.text) if m.source is not None else 0
    for key, names in said.items():
        spans = [one.span.start for one in m[key].occurrences if "speech" in one.data] or [late]
        # A list of speeches stands at one place; a speech named at each place stands there.
        places += [(spans[min(number, len(spans) - 1)], name) for number, name in enumerate(names)]
    places.sort(key=lambda each: each[0])
    return iter(dict.fromkeys(name for _, name in places))


def _listed(given: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    seen = set()
    for entry in given if isinstance(given, list) else ():
        known = entry if isinstance(entry, Mapping) else {}
        for name in listed(known.get("id") if known else entry)[:1]:
            if name not in seen:
                seen.add(name)
                yield name, known


def _made(
    order: list[tuple[str, Mapping[str, Any]]], m: ArgumentMap, heard: Mapping[str, set[str]]
) -> Iterator[Speech]:
    people = {name.casefold(): person for person in m.participants for name in (person.name, person.id) if name}
    began: set[str | None] = set()
    for place, (name, known) in enumerate(order):
        given = next(iter(listed(known.get("speaker"))), None)
        # "Ada 1" is a speech of Ada.
        person = people.get((given or name).casefold()) or people.get(name.rpartition(" ")[0].casefold())
        side = next(iter(listed(known.get("side"))), None)
        if side is None and person is not None:
            side = next(iter(listed(person.data.get("side"))), None)
        is_given = side is not None
        if side is None and len(heard.get(name, ())) == 1:
            (side,) = heard[name]
        answers = known.get("answers")
        yield Speech(
            name,
            place,
            side,
            person.id if person is not None else given,
            is_side_given=is_given,
            may_introduce=known.get("new") is not False,
            must_answer=answers if isinstance(answers, bool) else side in began,
        )
        began.add(side)


def _next_two(speeches: tuple[Speech, ...]) -> list[tuple[Speech, ...]]:
    """Return for each speech the next that is to answer, and the next after that of yet another side."""
    found: list[tuple[Speech, ...]] = [()] * len(speeches)
    following: tuple[Speech, ...] = ()
    for speech in reversed(speeches):
        found[speech.place] = following
        if speech.must_answer and speech.side is not None:
            following = (speech, *(other for other in following if other.side != speech.side))[:2]
    return found
