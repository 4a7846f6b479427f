"""A map as a forest: every claim once below what it speaks for or against, and a pointer wherever else it belongs.

This is what Kialo, and lists of pros and cons in documents, can show. Each thesis is a root, as in the style `tree` of
pictures: what answers several things stands in full as near to a thesis as can be, circles are cut by pointers.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from argmap.model import ArgumentMap

PRO, CON = "Pro", "Con"

_POSITION = re.compile(r"[0-9]+(?:\.[0-9]+)*")


@dataclass(slots=True)
class Line:
    """One line of a forest.

    Attributes:
        record: The id of the claim or argument.
        stance: `PRO` or `CON`, towards the line it stands below; None for a root.
        depth: 0 for a root.
        number: Its position, such as ``1.2.3``.
        see: Whether it only points to the line that tells the record in full.
    """

    record: str
    stance: str | None = None
    depth: int = 0
    number: str = ""
    see: bool = False


@dataclass(slots=True)
class Forest:
    """The lines of a map.

    Attributes:
        lines: From top to bottom.
        home: For each record, the position of the line that tells it in full.
        alias: For each argument without a line, the premise whose line stands for it.
    """

    lines: list[Line]
    home: dict[str, str]
    alias: dict[str, str]


def forest(m: ArgumentMap, deepest: int) -> Forest:
    """Return a map as a forest.

    A claim whose id is its position already keeps it, so that a file that is read and written stays as it was.

    Args:
        m: The map.
        deepest: How deep lines may lie; what is deeper becomes a root of its own, with a pointer at its place.

    Complexity:
        Linear, but for the numbers of deep lines, which are as long as they are deep.
    """
    return _Growth(m, deepest).grown()


@dataclass(slots=True)
class _Growth:
    m: ArgumentMap
    deepest: int
    alias: dict[str, str] = field(default_factory=dict)
    branches: dict[str, dict[tuple[str, str], None]] = field(default_factory=dict)
    below: dict[str, list[Line]] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)  # of each record that has its place
    roots: list[Line] = field(default_factory=list)
    queue: deque[str] = field(default_factory=deque)
    late: deque[tuple[str, Line]] = field(default_factory=deque)
    too_deep: deque[str] = field(default_factory=deque)

    def grown(self) -> Forest:
        self._branch()
        acting = {child for found in self.branches.values() for child, _ in found}
        nodes = [record.id for record in self.m if record.id not in self.alias]
        named = _named(self.m)
        roots = [name for name in nodes if name in named or name not in acting]
        roots.sort(key=lambda name: (name not in named, not (name in self.branches or _POSITION.fullmatch(name))))
        homes = self._kept()
        for name in roots:
            self._plant(name)
        self._grow(homes)
        for name in nodes:  # what goes in a circle
            if name not in self.depth:
                self._plant(name)
                self._grow(homes)
        return self._numbered()

    def _branch(self) -> None:
        for argument in self.m.arguments:
            if len(argument.steps) == 1 and len(argument.premises) == 1 and not argument.text:
                self.alias[argument.id] = argument.premises[0]
        for argument in self.m.arguments:
            for number, step in enumerate(argument.steps, 1):
                is_last = number == len(argument.steps)
                parent = step.conclusion
                if is_last and argument.id not in self.alias:
                    self._add(parent, argument.id, PRO)
                    parent = argument.id
                for premise in step.premises:
                    self._add(parent, premise, PRO)
                if not is_last:
                    self._add(argument.id, step.conclusion, PRO)
        excluding = []
        for relation in self.m.relations:
            source, target = (self.alias.get(end, end) for end in (relation.source, relation.target))
            if relation.kind.is_symmetric:
                excluding.append((source, target))
            else:
                self._add(target, source, CON if relation.kind.is_negative else PRO)
        if excluding:
            self._exclude(excluding)

    def _exclude(self, pairs: list[tuple[str, str]]) -> None:
        """Put one of two that exclude each other below the other one: below a thesis, else below the earlier one."""
        acting = {child for found in self.branches.values() for child, _ in found}
        order = {record.id: number for number, record in enumerate(self.m)}
        named = _named(self.m)
        for source, target in pairs:
            upper, lower = sorted((source, target), key=lambda name: (name not in named, name in acting, order[name]))
            self._add(upper, lower, CON)

    def _add(self, parent: str, child: str, stance: str) -> None:
        self.branches.setdefault(parent, {})[child, stance] = None

    def _kept(self) -> dict[str, tuple[str, int]]:
        """Return for each record whose id is a position it can have below another: which one, and at which place."""
        kept = {}
        for parent, found in self.branches.items():
            for place, (child, _) in enumerate(found, 1):
                if child.endswith(f".{place}") and child == f"{parent}.{place}":
                    kept[child] = (parent, place)
        return kept

    def _plant(self, name: str) -> None:
        if name not in self.depth:
            self.depth[name] = 0
            self.roots.append(Line(name))
            self.queue.append(name)

    def _grow(self, homes: dict[str, tuple[str, int]]) -> None:
        while True:
            if self.queue:
                parent = self.queue.popleft()
                depth = self.depth[parent] + 1
                lines = self.below[parent] = []
                for place, (child, stance) in enumerate(self.branches.get(parent, ()), 1):
                    line = Line(child, stance, depth, see=True)
                    lines.append(line)
                    if child in self.depth:
                        continue
                    if depth > self.deepest:
                        self.too_deep.append(child)
                    elif homes.get(child, (parent, place)) == (parent, place):
                        self._settle(line)
                    else:
                        self.late.append((child, line))
            elif self.late:
                child, line = self.late.popleft()
                if child not in self.depth:
                    self._settle(line)
            elif self.too_deep:
                self._plant(self.too_deep.popleft())
            else:
                return

    def _settle(self, line: Line) -> None:
        line.see = False
        self.depth[line.record] = line.depth
        self.queue.append(line.record)

    def _numbered(self) -> Forest:
        lines: list[Line] = []
        home: dict[str, str] = {}
        for number, root in enumerate(self.roots, 1):
            root.number = str(number)
            stack = [root]
            while stack:
                line = stack.pop()
                lines.append(line)
                if line.see:
                    continue
                home[line.record] = line.number
                below = self.below.get(line.record, ())
                for place, child in enumerate(below, 1):
                    child.number = f"{line.number}.{place}"
                stack.extend(reversed(below))
        return Forest(lines, home, self.alias)


def _named(m: ArgumentMap) -> set[str]:
    """Return the ids of the theses that the front matter names."""
    given = m.data.get("thesis")
    return {each for each in (given if isinstance(given, list) else [given]) if isinstance(each, str) and each in m}
