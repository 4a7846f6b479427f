"""Who answers whom, and why something does not stand: what rules on the state of a debate share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import word
from argmap.check.speeches import Speech, Speeches, with_premises
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.speeches import Speech
    from argmap.check.subject import Subject
    from argmap.model.records import Relation

Node = Claim | Argument

SETTLED = frozenset({"conceded", "outweighed", "withdrawn"})
"""Words under ``status`` that answer an objection without a reply to it."""


def is_settled(record: Node) -> bool:
    """Whether nothing has to answer a claim or argument any more: it is conceded, outweighed or withdrawn."""
    return word(record, "status") in SETTLED


def against(subject: Subject) -> Mapping[str, list[tuple[str, Relation]]]:
    """Return for each id what speaks against it: the id of the source, and the relation. For `subject.shared`."""
    found: dict[str, list[tuple[str, Relation]]] = {}
    for relation in subject.map.relations:
        if relation.kind.is_negative:
            found.setdefault(relation.target, []).append((relation.source, relation))
            if relation.kind.is_symmetric:
                found.setdefault(relation.source, []).append((relation.target, relation))
    return found


def replies(subject: Subject, record: Node) -> list[tuple[str, Relation]]:
    """Return what speaks against a claim or argument, or against a claim that the argument rests on."""
    table = subject.shared(against)
    return [each for part in with_premises(subject.map, record) for each in table.get(part, ())]


def unanswered(subject: Subject) -> Mapping[str, Node]:
    """Return the objections that nothing answers, by id, without those that are settled. For `subject.shared`."""
    return {record.id: record for record in subject.map.unanswered() if not is_settled(record)}


def dropped(subject: Subject) -> Mapping[str, Speech]:
    """Return what the other side left unanswered, by id, with the first speech in which it could have answered.

    Without what is settled. For `subject.shared`.
    """
    speeches = subject.shared(Speeches)
    new = {point.id for point, _ in subject.shared(new_points)}  # which may not be brought, and need no answer
    found = {}
    for point in speeches.points:
        side = speeches.side_of(point.id)
        due = speeches.next_against(speeches.of(point)[0], side) if side is not None else None
        if due is None or is_settled(point) or point.id in new:
            continue
        if all(speeches.side_of(source) == side for source, _ in replies(subject, point)):
            found[point.id] = due
    return found


def unanswered_outside(subject: Subject) -> frozenset[str]:
    """Return the ids of the objections that nothing answers and that no side made in a speech. For `subject.shared`.

    Whether one that was made in a speech should have been answered is for `dropped-argument` to tell.
    """
    speeches = subject.shared(Speeches)
    return frozenset(
        name
        for name, record in subject.shared(unanswered).items()
        if not speeches.of(record) or speeches.side_of(name) is None
    )


def thesis_line(subject: Subject) -> frozenset[str]:
    """Return the ids of the theses and of all that speaks for them, directly or through reasons. For `subject.shared`.

    What speaks for an objection is not on the line, and a thesis that is marked as rejected has none.
    """
    index = subject.index
    rows = [index.edges[name] for name in ("support", "entails", "conclusion", "intermediate", "premise")]
    drawn = index.edges["intermediate"]
    waiting = [index.position[thesis.id] for thesis in subject.theses if word(thesis, "status") != "rejected"]
    seen = set(waiting)
    while waiting:
        place = waiting.pop()
        behind = [other for row in rows for other in row.sources(place)]
        if place >= index.claim_count:
            behind += drawn.targets(place)
        for other in behind:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(index.ids[place] for place in seen)


def standing(subject: Subject, names: list[str]) -> list[str]:
    """Return those of the ids that stand."""
    return [name for name in names if subject.labelling.get(name) == "in"]


def why_out(subject: Subject, record: Node) -> str:
    """Return in words what defeats a claim or argument: the end of a sentence that begins with its name.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> from argmap.evaluate import grounded
        >>> m = argmap.datasets.load("wet_street")
        >>> subject = Subject(m, labelling=grounded)
        >>> why_out(subject, m["Wet street"]), why_out(subject, m["Rain"])
        ('is defeated by <Street cleaner>', 'is defeated by [No rain]')
    """
    attackers = standing(subject, [source for source, _ in subject.shared(against).get(record.id, ())])
    if attackers:
        return f"is defeated by {subject.name(subject.map[attackers[0]])}"
    if isinstance(record, Argument):
        for part in with_premises(subject.map, record)[1:]:
            if record.is_reconstructed and subject.labelling.get(part) == "out":
                claim = subject.map[part]
                attackers = standing(subject, [source for source, _ in subject.shared(against).get(part, ())])
                by = f", which {subject.name(subject.map[attackers[0]])} defeats" if attackers else ""
                return f"rests on {subject.name(claim)}{by or ', which does not stand'}"
        return "does not stand"
    arguments = subject.map.arguments_for(record)
    if arguments:
        return f"has no argument left that stands: {subject.name(arguments[0])} {why_out(subject, arguments[0])}"
    return "does not stand"


def new_points(subject: Subject) -> tuple[tuple[Node, Speech], ...]:
    """Return what is new in speeches that may bring no new arguments, each with its speech. For `subject.shared`."""
    speeches = subject.shared(Speeches)
    closed = [speech for speech in speeches.all if not speech.may_introduce]
    theses = {thesis.id for thesis in subject.theses}
    found = []
    for speech in closed:
        old = _resting_on_earlier(subject, speech.place, theses)
        found += [(each, speech) for each in speeches.points if speeches.of(each)[0] is speech and each.id not in old]
    return tuple(found)


def _resting_on_earlier(subject: Subject, place: int, theses: set[str]) -> set[str]:
    """Return the ids of all that bears on something said before a speech; what bears on a thesis only does not."""
    speeches = subject.shared(Speeches)
    seen = set()
    for record in subject.map:
        speech = speeches.first(record.id)
        if speech is not None and speech.place < place and record.id not in theses:
            seen.add(record.id)
    index = subject.index
    waiting = [index.position[name] for name in seen]
    drawn = index.edges["intermediate"]
    while waiting:
        position = waiting.pop()
        behind = [other for row in index.edges.values() for other in row.sources(position)]
        for other in (*behind, *drawn.targets(position)):
            name = index.ids[other]
            if name not in seen and name not in theses:
                seen.add(name)
                waiting.append(other)
    return seen
