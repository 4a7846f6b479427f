"""Who says what when, where the map does not say it: points dealt out to the speeches of a format.

- What a side says for its own thesis, or against that of the other side, is its case. A case is dealt in the order of
  the map, evenly, to those speeches of its side that set a case out.
- An answer comes in the next speech of its side that is to answer and may.
- A reason for a point comes with the point; or, from the other side, in its next speech.
- Answers for which no speech is left are not on the flow, and are told.

A point that names its speech stands there. Every choice follows the order of the map alone.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.classroom.rounds.entries import Entry, Line
from argmap.classroom.rounds.points import points_of
from argmap.classroom.rounds.sides import other
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.classroom.rounds.formats import Format, Speech
    from argmap.classroom.rounds.points import Bond, Point, Points
    from argmap.language import Words
    from argmap.model import ArgumentMap

_NAMED = 3
"""How many points a note names."""


class _Root(NamedTuple):
    """A point of a case: its bond to a thesis, or None, and the side whose case it is."""

    point: str
    bond: Bond | None
    side: str


def deal(
    m: ArgumentMap,
    format: Format,  # noqa: A002
    roles: dict[str, str],
    words: Words,
) -> tuple[tuple[tuple[str, Point], ...], tuple[Line, ...], tuple[str, ...]]:
    """Return the theses with their sides, the lines of argument, and what is to be told."""
    return _Dealer(points_of(m), format, roles, words).dealt()


class _Dealer:
    def __init__(self, found: Points, format: Format, roles: dict[str, str], words: Words) -> None:  # noqa: A002
        self._found, self._format, self._roles, self._words = found, format, roles, words
        self._order = {speech.code: place for place, speech in enumerate(format.columns)}
        self._said = {name: self._known(point) for name, point in found.points.items()}
        self._acting: dict[str, list[Bond]] = {}
        for bond in found.bonds:
            self._acting.setdefault(bond.target, []).append(bond)
        self._placed: dict[str, Entry] = {}
        self._late: list[str] = []

    def dealt(self) -> tuple[tuple[tuple[str, Point], ...], tuple[Line, ...], tuple[str, ...]]:
        holders = self._holders()
        roots = list(self._roots(holders))
        columns = self._columns_of(roots)
        lines = [line for root in roots for line in self._line(root, columns[root.point])]
        # What bears on no thesis of the round is on it only if somebody said it there, or if there is no thesis at all.
        for name, point in self._found.points.items():
            if name not in self._placed and name not in self._late and (self._said[name] or not self._found.theses):
                side = self._side(point, self._format.sides[0])
                if self._said[name]:
                    side = self._speech(self._said[name][0]).side
                lines += self._line(_Root(name, None, side), self._case(side)[:1])
        theses = tuple((holders[name], thesis) for name, thesis in self._found.theses.items() if name in holders)
        return theses, tuple(lines), tuple(self._notes())

    def _holders(self) -> dict[str, str]:
        """Return the side of each thesis that has one."""
        theses, first = self._found.theses, self._format.sides[0]
        found = {name: self._roles[t.camp] for name, t in theses.items() if t.camp in self._roles and t.camp}
        if theses and not found:
            found[next(iter(theses))] = first
        for bond in self._found.bonds:
            for one, two in ((bond.source, bond.target), (bond.target, bond.source)):
                if bond.kind.is_negative and one in found and two in theses and theses[two].camp is None:
                    found.setdefault(two, other(found[one], self._format))
        return {name: found[name] for name in theses if name in found}

    def _roots(self, holders: dict[str, str]) -> Iterator[_Root]:
        taken = set()
        found = []
        for thesis, side in holders.items():
            for bond in self._acting.get(thesis, ()):
                if bond.source in self._found.points and bond.source not in taken:
                    taken.add(bond.source)
                    meant = other(side, self._format) if bond.kind.is_negative else side
                    point = self._found.points[bond.source]
                    found.append(_Root(bond.source, bond, self._side(point, meant)))
        order = {name: place for place, name in enumerate(self._found.points)}
        found.sort(key=lambda root: (self._format.sides.index(root.side), order[root.point]))
        yield from found

    def _columns_of(self, roots: list[_Root]) -> dict[str, list[str]]:
        """Return the speech of each point of a case that names none: evenly, in order."""
        found: dict[str, list[str]] = {root.point: [] for root in roots}
        for side in self._format.sides:
            dealt = [root.point for root in roots if root.side == side and not self._said[root.point]]
            cases = self._case(side)
            for place, name in enumerate(dealt):
                found[name] = [cases[place * len(cases) // max(len(dealt), len(cases))]]
        return found

    def _line(self, root: _Root, columns: list[str]) -> Iterator[Line]:
        """Yield the line of argument that starts with a point, unless that has its place already."""
        if root.point in self._placed:
            return
        entries: list[Entry] = []
        waiting: list[tuple[str, Bond | None, Entry | None, int, list[str]]] = [
            (root.point, root.bond, None, 0, columns)
        ]
        while waiting:
            name, bond, parent, depth, given = waiting.pop()
            entry = self._entry(name, bond, parent, depth, given, root.side)
            if entry is None:
                continue
            entries.append(entry)
            if entry.is_again:
                continue
            self._placed[name] = entry
            acts = [act for act in self._acting.get(name, ()) if act.source in self._found.points]
            waiting += [(act.source, act, entry, depth + 1, []) for act in reversed(acts)]
        yield Line(root.side, tuple(entries))

    def _entry(
        self, name: str, bond: Bond | None, parent: Entry | None, depth: int, given: list[str], side: str
    ) -> Entry | None:
        point = self._found.points[name]
        is_against = bond is not None and bond.kind.is_negative
        if parent is not None:
            side = self._side(point, other(parent.side, self._format) if is_against else parent.side)
        at = {
            "kind": "" if bond is None else bond.kind.value,
            "target": 0 if parent is None else parent.number,
            "thesis": bond.target if bond is not None and parent is None else "",
            "part": self._found.labels.get(bond.part, "") if bond is not None else "",
            "depth": depth,
        }
        before = self._placed.get(name)
        if before is not None:
            return Entry(before.number, point, before.side, before.speeches, is_again=True, **at)  # type: ignore[arg-type]
        speeches = self._said[name] or tuple(given)
        if not speeches and parent is not None:
            speeches = self._next(parent, side)
        if not speeches:
            self._late.append(name)
            return None
        return Entry(len(self._placed) + 1, point, side, speeches, **at)  # type: ignore[arg-type]

    def _next(self, parent: Entry, side: str) -> tuple[str, ...]:
        """Return the speech for what is said on a point by a side."""
        if side == parent.side:
            return parent.speeches[:1]
        for speech in self._format.columns[self._order[parent.speeches[0]] + 1 :]:
            if speech.side == side and speech.answers and speech.new != "none":
                return (speech.code,)
        return ()

    def _case(self, side: str) -> list[str]:
        return [speech.code for speech in self._format.columns if speech.case and speech.side == side]

    def _side(self, point: Point, meant: str) -> str:
        return self._roles.get(point.camp or "", meant)

    def _speech(self, code: str) -> Speech:
        return self._format.columns[self._order[code]]

    def _known(self, point: Point) -> tuple[str, ...]:
        """Return the codes of the speeches that a point names and the format has, in their order."""
        found = {speech.code for name in point.speeches if (speech := self._format.speech_named(name))}
        return tuple(sorted(found, key=self._order.__getitem__))

    def _notes(self) -> Iterator[str]:
        everything = (*self._found.points.values(), *self._found.theses.values())
        unknown = Counter(name for p in everything for name in p.speeches if not self._format.speech_named(name))
        codes = [speech.code for speech in self._format.columns]
        if unknown:
            yield self._say("unknown", names=self._first(list(unknown)), format=self._format.id, codes=", ".join(codes))
        for entry in self._placed.values():
            speech = self._speech(entry.speeches[0])
            if speech.side != entry.side:
                side = self._words.say(f"round.sides.{entry.side}")
                yield self._say("otherSide", name=self._first([_name(entry.point)]), side=side, code=speech.code)
        late = self._too_late()
        if late:
            yield self._say("late", names=self._some(late))
        gone = set(late)
        left = [name for name in self._found.points if name not in self._placed and name not in gone]
        if left:
            yield self._say("left", names=self._some(left))

    def _say(self, key: str, **given: object) -> str:
        return self._words.say(f"round.notes.{key}", **given)

    def _too_late(self) -> list[str]:
        """Return what found no speech, and what bears on nothing else."""
        found = dict.fromkeys(name for name in self._late if name not in self._placed)
        waiting = list(found)
        while waiting:
            for bond in self._acting.get(waiting.pop(), ()):
                name = bond.source
                if name in self._found.points and name not in self._placed and name not in found:
                    found[name] = None
                    waiting.append(name)
        return list(found)

    def _some(self, names: list[str]) -> str:
        return self._first([_name(self._found.points[name]) for name in names])

    def _first(self, names: list[str]) -> str:
        """Return the first of some names, and how many more there are."""
        shown = ", ".join(self._words.say("quoted", text=name) for name in names[:_NAMED])
        more = len(names) - _NAMED
        return self._say("more", first=shown, n=f"{more:,}") if more > 0 else shown


def _name(point: Point) -> str:
    return shorten(point.title or point.text, 60)
