"""Titles that are a slip of the pen for another title of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_words import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.check.subject import Node, Subject


def mistyped(subject: Subject) -> Mapping[str, str]:
    r"""Return the claims and arguments that are only named, by id, with the title that was meant; for `Subject.shared`.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Pool]: The town needs a pool.\n\n[Swim]: Swimming is healthy.\n  +> [Pol]\n").map
        >>> dict(mistyped(Subject(m)))
        {'Pol': 'Pool'}
    """
    m = subject.map
    found = dict(_slips(m.claims, [claim for claim in m.claims if not claim.text]))
    empty = [argument for argument in m.arguments if not argument.steps and not argument.text.strip()]
    found.update(_slips(m.arguments, empty))
    return found


def _slips(records: Iterable[Node], empty: Sequence[Node]) -> Iterator[tuple[str, str]]:
    if not empty:
        return
    without = {record.id for record in empty}
    titles = Names([record.title for record in records if record.title and record.id not in without])
    for record in empty:
        meant = titles.meant(record.title or "")
        if meant is not None:
            yield record.id, meant
