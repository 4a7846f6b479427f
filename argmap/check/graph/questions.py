"""The critical questions of the schemes in a map: which are asked, which are answered, which are open.

A claim or argument asks a question by inline data ``asks``, and answers one by ``answers``: the id of a question, or
its last word where the argument it bears on has one scheme, or a list of these. It bears on an argument that it
supports, attacks or undercuts, of which it is a premise, or of which it supports or attacks a claim; what answers may
as well bear on what asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.data_values import entries
from argmap.check.graph.inferences import schemes_in_use
from argmap.model.records import Argument, RelationKind
from argmap.schemes import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.subject import Node, Subject
    from argmap.schemes import CriticalQuestion

KEYS = ("asks", "answers")


class Asked(NamedTuple):
    """A critical question of an argument.

    Attributes:
        question: The question.
        askers: What asks it.
        answers: What says that it answers it.
        is_met: Whether something speaks against each claim or argument that asks it.
    """

    question: CriticalQuestion
    askers: tuple[Node, ...]
    answers: tuple[Node, ...]
    is_met: bool

    @property
    def is_answered(self) -> bool:
        """Whether something answers it, or speaks against all that asks it."""
        return self.is_met or bool(self.answers)

    @property
    def is_open(self) -> bool:
        """Whether an answer is due: an assumption owes one at once, any other question once it is asked."""
        due = bool(self.askers) or self.question.kind is QuestionKind.ASSUMPTION
        return due and not self.is_answered


def questions(subject: Subject) -> Mapping[str, tuple[Asked, ...]]:
    """Return the critical questions of each argument with a scheme argmap knows, by the id of the argument.

    To be called as ``subject.shared(questions)``. Linear.
    """
    known = subject.shared(schemes_in_use)
    if not known:
        return {}
    bearing = subject.shared(arguments_borne_on)
    rejected = _rejected(subject) if bearing else frozenset()
    asked: dict[tuple[str, str], list[Node]] = {}
    answered: dict[tuple[str, str], list[Node]] = {}
    for name, arguments in bearing.items():
        record = subject.map[name]
        for argument in arguments:
            if argument in known:
                for key, into in (("asks", asked), ("answers", answered)):
                    for word in dict.fromkeys(entries(record.data.get(key))):
                        into.setdefault((argument, _full(word, known[argument].id)), []).append(record)
    found = {}
    for argument, scheme in known.items():
        some = []
        for question in scheme.questions:
            askers = tuple(asked.get((argument, question.id), ()))
            is_met = bool(askers) and all(_parts(asker).intersection(rejected) for asker in askers)
            some.append(Asked(question, askers, tuple(answered.get((argument, question.id), ())), is_met))
        found[argument] = tuple(some)
    return found


def arguments_borne_on(subject: Subject) -> Mapping[str, tuple[str, ...]]:
    """Return, for each claim and argument that asks or answers, the ids of the arguments it bears on.

    To be called as ``subject.shared(arguments_borne_on)``. Linear.
    """
    m = subject.map
    speakers = {record.id: record for record in m if any(key in record.data for key in KEYS)}
    if not speakers:
        return {}
    targets: dict[str, list[str]] = {}
    for relation in m.relations:
        targets.setdefault(relation.source, []).append(relation.target)
        if relation.kind.is_symmetric:
            targets.setdefault(relation.target, []).append(relation.source)
    # The arguments of which each claim is a part; an argument is its own.
    holders: dict[str, list[str]] = {}
    for relation in m.relations:
        if relation.kind is RelationKind.SUPPORT and isinstance(m[relation.target], Argument):
            holders.setdefault(relation.source, []).append(relation.target)
    for argument in m.arguments:
        for step in argument.steps:
            for name in (*step.premises, step.conclusion):
                holders.setdefault(name, []).append(argument.id)
        holders.setdefault(argument.id, []).append(argument.id)
    near: dict[str, dict[str, None]] = {}
    for name, record in speakers.items():
        found: dict[str, None] = dict.fromkeys(holders.get(name, ()))
        for source in _sources(record):
            for target in targets.get(source, ()):
                found.update(dict.fromkeys(holders.get(target, ())))
        near[name] = found
    result = {}
    for name, record in speakers.items():
        found = dict(near[name])
        for source in _sources(record):
            for target in targets.get(source, ()):
                for speaker in (target, *holders.get(target, ())):
                    if speaker in near and "asks" in speakers[speaker].data:
                        found.update(near[speaker])
        result[name] = tuple(found)
    return result


def _sources(record: Node) -> Iterator[str]:
    """Yield from where the relations of a record start: those of a spelt-out argument start at its conclusion."""
    yield record.id
    if isinstance(record, Argument) and record.conclusion is not None:
        yield record.conclusion


def _parts(record: Node) -> set[str]:
    found = {record.id}
    if isinstance(record, Argument):
        found.update(record.premises)
        found.update(step.conclusion for step in record.steps)
    return found


def _rejected(subject: Subject) -> frozenset[str]:
    return frozenset(relation.target for relation in subject.map.relations if relation.kind.is_negative)


def _full(word: str, scheme: str) -> str:
    return word if "." in word else f"{scheme}.{word}"
