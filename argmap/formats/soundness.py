"""What records from outside may say that no map can hold: places outside of a text, and names of what is not there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argmap.formats.keeping import Facet
from argmap.model.naming import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from argmap.model import Argument, Range, Step

    Lose = Callable[[str, str, str], None]


def inside(text: str, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the ranges that lie in a text and are not empty, with targets that a file can hold.

    Example:
        >>> from argmap.model import Range, RangeKind
        >>> inside("rain", (Range(RangeKind.BOLD, 0, 4), Range(RangeKind.BOLD, 2, 5)))
        (Range(kind=<RangeKind.BOLD: 'bold'>, start=0, end=4, target=None),)
    """
    return tuple(
        each if each.target is None or each.target.isascii() else replace(each, target=whole(each.target))
        for each in ranges
        if 0 <= each.start < each.end <= len(text)
    )


def drop_unknown_sections(records: dict[str, Any], sections: Container[str], lose: Lose) -> None:
    """Take records, by their ids, out of sections that are not there; each is a loss."""
    for name, record in records.items():
        if record.section is not None and record.section not in sections:
            lose(Facet.SECTION, name, f"There is no section {record.section[:60]!r}.")
            records[name] = replace(record, section=None)


def drop_unknown_claims(arguments: dict[str, Argument], claims: Container[str], lose: Lose) -> None:
    """Leave premises out that are not there, and steps whose conclusion is not; for each argument that is a loss."""
    for name, argument in arguments.items():
        for step in argument.steps:
            if step.conclusion not in claims:
                break
            for premise in step.premises:
                if premise not in claims:
                    break
            else:
                continue
            break
        else:
            continue  # all are there, as nearly always
        steps = tuple(_known(step, claims) for step in argument.steps if step.conclusion in claims)
        if steps != argument.steps:
            lose("the parts of its inferences", name, "They name claims that are not there.")
            arguments[name] = replace(argument, steps=steps)


def _known(step: Step, claims: Container[str]) -> Step:
    if all(premise in claims for premise in step.premises):
        return step
    return replace(step, premises=tuple(premise for premise in step.premises if premise in claims))
