"""Claims and arguments that are named and say nothing, often because a title was misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.check.words.slips import Names
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.check.subject import Subject

Node = Claim | Argument


class Unsaid(NamedTuple):
    """What is named and says nothing.

    Attributes:
        meant: The id of each such claim and argument, and the one that says something and has nearly its title, or
            None.
        misspelt: The ids of those with such a near miss, and of the near misses. How they lie apart in the map only
            follows from the slip of the pen.
    """

    meant: Mapping[str, Node | None]
    misspelt: frozenset[str]


def unsaid(subject: Subject) -> Unsaid:
    r"""Return what is named and says nothing.

    Claims without a text, and arguments without a gist, without premises and a conclusion, and without a reason. Where
    more than half of the claims, or of the arguments, have a title only, that is a sketch: there, only those with a
    near miss are taken.

    Args:
        subject: What is checked; use ``subject.shared(unsaid)``.

    Complexity:
        Linear in the number of letters in titles.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Buses]: Buses help.\n  - [Cots]\n  + [Air]: Clean air.\n\n[Cost]: Money.\n").map
        >>> {name: record.id for name, record in unsaid(Subject(m)).meant.items()}
        {'Cots': 'Cost'}
    """
    m = subject.map
    claims = [claim for claim in m.claims if not claim.text]
    arguments = [argument for argument in m.arguments if not argument.steps and not argument.text.strip()]
    meant: dict[str, Node | None] = {}
    if claims:
        said: list[Node] = [claim for claim in m.claims if claim.text]
        meant |= _meant(claims, said)
    if arguments:
        reasons = {relation.target for relation in m.relations if not relation.kind.is_negative}
        found = _meant(arguments, [each for each in m.arguments if each.steps or each.text])
        meant |= {name: other for name, other in found.items() if name not in reasons}
    slips = {name: other.id for name, other in meant.items() if other is not None}
    return Unsaid(meant, frozenset(slips) | frozenset(slips.values()))


def _meant(empty: Sequence[Node], said: Sequence[Node]) -> dict[str, Node | None]:
    is_sketch = len(empty) > len(said)
    named = {record.title: record for record in reversed(said) if record.title}
    titles = Names([record.title for record in said if record.title])
    found = {record.id: named.get(titles.meant(record.title or "") or "") for record in empty}
    return {name: other for name, other in found.items() if other is not None or not is_sketch}
