"""Words that often go with a weak pattern of argument: where they are used as a reason, for rules that then ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.graph.inferences import inferences, reasons, schemes_in_use
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.subject import Node, Subject
    from argmap.diagnostics import Span


class Pattern(NamedTuple):
    """Words of a list, where they are used as a reason.

    Attributes:
        record: The claim, or the argument whose gist has them.
        words: The words as they are written.
        span: Their place.
        first: The number of their first word in the text.
        end: The number of the word behind them.
    """

    record: Node
    words: str
    span: Span | None
    first: int
    end: int


def patterns(subject: Subject, name: str, *schemes: str, alone: bool = False) -> Iterator[Pattern]:
    """Yield each reason that has words of a list, once.

    Args:
        subject: What is checked.
        name: The list.
        *schemes: Schemes (ids) that say openly what the words hint at: an argument that declares one is left to
            the critical questions of its scheme.
        alone: Whether only reasons count that have no other premise beside them.
    """
    used = None
    for record, hits in subject.hits(name, arguments=True):
        if used is None:
            used = subject.shared(reasons)
        if record.id not in used or (schemes and _declares(record, schemes, subject)):
            continue
        if alone and record.id in subject.shared(_accompanied):
            continue
        first, end = hits[0]
        places = subject.words(record).places()
        start, stop = places[first][0], places[end - 1][1]
        yield Pattern(record, record.text[start:stop], subject.places.of_words(record, start, stop), first, end)


def _declares(record: Node, schemes: tuple[str, ...], subject: Subject) -> bool:
    known = subject.shared(schemes_in_use)
    names = [record.id] if isinstance(record, Argument) else subject.shared(_arguments_with).get(record.id, [])
    return any(known[name].id in schemes for name in names if name in known)


def _arguments_with(subject: Subject) -> Mapping[str, list[str]]:
    """The arguments in which each claim is a premise."""
    found: dict[str, list[str]] = {}
    for inference in subject.shared(inferences):
        for claim in inference.premises:
            found.setdefault(claim.id, []).append(inference.argument.id)
    return found


def _accompanied(subject: Subject) -> frozenset[str]:
    """What has other premises beside it: premises of several, and arguments that are spelt out with several."""
    found: set[str] = set()
    for inference in subject.shared(inferences):
        if len(inference.premises) > 1:
            found.add(inference.argument.id)
            found.update(claim.id for claim in inference.premises)
    return frozenset(found)
