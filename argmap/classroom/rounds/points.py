"""A map as points and what they do to each other: what debaters write on a flow.

A point is an argument with its premises in it, or a claim that is no part of an argument. What is done to a premise is
done to the point that it belongs to.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.check.data_values import entries
from argmap.check.subject import Subject
from argmap.model.naming import one_line
from argmap.model.records import Argument, RelationKind
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import ArgumentMap
    from argmap.model.records import Claim

    Node = Claim | Argument

MOST = 2000
"""How many letters of a text a flow holds: as many as fit in a cell that one can still read."""
_LABEL = 80
"""How many letters of a part are told."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point on a flow, or a thesis.

    Attributes:
        id: The id of its claim or argument.
        is_argument: Whether it is an argument.
        title: Its heading; may be empty.
        text: Its words on one line: its own, or those of its premises where it has none.
        camp: The side that the map gives it, or None.
        speeches: The speeches that it names, as they were written.
        is_conceded: Whether the other side granted it.
    """

    id: str
    is_argument: bool
    title: str
    text: str
    camp: str | None
    speeches: tuple[str, ...]
    is_conceded: bool


class Bond(NamedTuple):
    """What one point does to another.

    Attributes:
        source: The id of the point that acts.
        target: The id of the point, or thesis, that is acted on.
        kind: What it does.
        part: The id of what is meant, where that is a part of the target and not the target itself.
    """

    source: str
    target: str
    kind: RelationKind
    part: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a map.

    Attributes:
        theses: What the debate is about, by id.
        points: All others, by id, in the order of the map.
        bonds: What they do; each pair once.
        labels: What to call the parts of points, by id, where it is to be told which part is meant.
    """

    theses: dict[str, Point]
    points: dict[str, Point]
    bonds: tuple[Bond, ...]
    labels: dict[str, str]


def points_of(m: ArgumentMap) -> Points:
    """Return the points of a map. Linear in the map.

    Example:
        >>> import argmap
        >>> found = points_of(argmap.datasets.school_uniforms())
        >>> list(found.theses), list(found.points)
        (['Uniform', 'No uniform'], ['Same for all', 'Quiet mornings', 'Own style', 'One more cost', 'Shoes tell', \
'Swap shop'])
        >>> [(bond.source, str(bond.kind), bond.target, bond.part) for bond in found.bonds if bond.part]
        [('Shoes tell', 'attack', 'Same for all', 'Uniform hides money'), ('Swap shop', 'attack', 'One more cost', \
'Uniforms cost')]
    """
    theses = {record.id for record in Subject(m).theses}
    home = _homes(m, theses)
    points: dict[str, Point] = {}
    main: dict[str, Point] = {}
    for record in m:
        if home[record.id] == record.id:
            (main if record.id in theses else points)[record.id] = _point(m, record)
    bonds: dict[tuple[str, str], Bond] = {}
    for bond in _bonds(m):
        source, target = home[bond.source], home[bond.target]
        if source != target:
            part = bond.target if target != bond.target else ""
            bonds.setdefault((source, target), Bond(source, target, bond.kind, part))
    at, labels = main | points, {}
    for bond in bonds.values():
        if bond.part:
            label = label_of(m[bond.part].title or m[bond.part].text)
            # Of a point that says nothing else, the part is all that can be meant.
            if label != at[bond.target].text:
                labels[bond.part] = shorten(label, _LABEL)
    return Points(main, points, tuple(bonds.values()), labels)


def label_of(text: str) -> str:
    r"""Return a text on one line, without what no document can hold, and cut where it is very long.

    Example:
        >>> label_of("It\n rains.\x00")
        'It rains.'
    """
    line = one_line(text)
    if not line.isprintable():
        line = " ".join("".join(sign for sign in line if not _is_unfit(sign)).split())
    return shorten(line, MOST)


def labelled(title: str, text: str) -> str:
    """Return a title and a text as one.

    Example:
        >>> labelled("Rain", "It rains."), labelled("Rain?", "It rains."), labelled("", "It rains.")
        ('Rain: It rains.', 'Rain? It rains.', 'It rains.')
    """
    if not (title and text):
        return title or text
    return f"{leading(title)} {text}"


def leading(title: str) -> str:
    """Return a title as it stands before a text: with a colon, where it has no sign at its end.

    Example:
        >>> leading("Rain"), leading("Rain?"), leading("")
        ('Rain:', 'Rain?', '')
    """
    return title if title[-1:] in ("", *".:;!?…") else f"{title}:"


def _is_unfit(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Zl", "Zp") or sign in "\ufeff\ufffe\uffff"


def _homes(m: ArgumentMap, theses: set[str]) -> dict[str, str]:
    """Return for each claim and argument the point that it belongs to: an argument, or itself."""
    home = {record.id: record.id for record in m}
    drawn: dict[str, list[str]] = {}
    for argument in m.arguments:
        if argument.conclusion is not None:
            drawn.setdefault(argument.conclusion, []).append(argument.id)
    for argument in m.arguments:
        parts = [claim.id for claim in m.premises(argument)] if argument.steps or not argument.text else []
        parts += [step.conclusion for step in argument.steps[:-1]]
        for part in parts:
            if home[part] == part and part not in theses:
                home[part] = argument.id
    for claim, arguments in drawn.items():
        if home[claim] == claim and claim not in theses and len(arguments) == 1:
            home[claim] = arguments[0]
    return home


def _bonds(m: ArgumentMap) -> Iterator[Bond]:
    for argument in m.arguments:
        if argument.conclusion is not None:
            yield Bond(argument.id, argument.conclusion, RelationKind.SUPPORT)
    for relation in m.relations:
        yield Bond(relation.source, relation.target, relation.kind)


def _point(m: ArgumentMap, record: Node) -> Point:
    text = record.text
    if not text and isinstance(record, Argument):
        text = "; ".join(claim.text for claim in m.premises(record) if claim.text)
    spoken = [entries(each.data.get("speech")) for each in record.occurrences if "speech" in each.data]
    last = entries(record.data.get("speech"))
    # The data hold the speech that was named last; the places where it stands hold all of them.
    speeches = [name for names in spoken for name in names] if spoken and spoken[-1] == last else last
    return Point(
        record.id,
        isinstance(record, Argument),
        label_of(record.title or ("" if text else record.id)),
        label_of(text),
        record.side,
        tuple(dict.fromkeys(speeches)),
        record.data.get("status") == "conceded",
    )
