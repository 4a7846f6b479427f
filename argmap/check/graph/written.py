"""Which element stands above which in the text: the relations as their author wrote them.

In a map, an argument that is spelt out acts through its conclusion. Rules on what the author drew need to know whether
a line was written below the argument or below that conclusion.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.check.subject import Subject
    from argmap.diagnostics import Span
    from argmap.model.records import Relation

_BEFORE = re.compile(r"[ \t]*(?P<sign><\+|\+>|<-|->|><|<_|_>|[+\-_])?")


class Line(NamedTuple):
    """A relation as it stands in the text.

    Attributes:
        parent: The id of the claim or argument above.
        parent_start: Where that one starts, at the place at which the relation hangs on it.
        child: The id of the claim or argument on the line.
    """

    parent: str
    parent_start: int
    child: str


def lines(subject: Subject) -> Mapping[int, Line]:
    r"""Return the relations of the text by the offset at which their element starts.

    Args:
        subject: What is checked; use ``subject.shared(lines)``. Empty for a map that was not read from text.

    Complexity:
        Linear in the number of occurrences, but for sorting them.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + <Air>: Cars foul the air.\n    - [Electric]: Some do not.\n").map
        >>> [(line.parent, line.child) for line in lines(Subject(m)).values()]
        [('Ban', 'Air'), ('Air', 'Electric')]
    """
    if subject.source is None:
        return {}
    text, m = subject.source.text, subject.map
    starts = [(one.span.start, record.id) for record in m for one in record.occurrences]
    starts += [(step.span.start, argument.id) for argument in m.arguments for step in argument.steps if step.span]
    starts.sort()
    found: dict[int, Line] = {}
    above: list[tuple[int, int, str]] = []  # column, start and id of the elements that are open
    for start, name in starts:
        line_start = text.rfind("\n", 0, start) + 1
        line_start = max(line_start, text.rfind("\r", line_start, start) + 1)
        match = _BEFORE.match(text, line_start, start)
        if match is None or match["sign"] is None:
            above = [(-1, start, name)]
            continue
        column = match.start("sign") - line_start
        while above and above[-1][0] >= column:
            above.pop()
        if above:
            found[start] = Line(above[-1][2], above[-1][1], name)
        above.append((column, start, name))
    return found


def writers(relation: Relation, subject: Subject) -> Iterator[tuple[str, Span | None]]:
    """Yield what the text, at each place of a relation, writes as its source: a claim, or an argument that infers it.

    Args:
        relation: The relation.
        subject: What is checked.
    """
    if isinstance(subject.map[relation.source], Argument) or not relation.spans:
        yield relation.source, relation.spans[0] if relation.spans else None
        return
    known = subject.shared(lines)
    for span in relation.spans:
        line = known.get(span.start)
        if line is None:
            yield relation.source, span
        else:
            yield line.parent if line.child == relation.target else line.child, span
