"""Who wrote what: the authors of claims and arguments, by inline data ``author``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim

    Node = Claim | Argument


def authors(subject: Subject) -> Mapping[str, list[Node]]:
    """Return the claims and arguments of each author, in the order of the map; what has no author is left out.

    Args:
        subject: What is checked; use ``subject.shared(authors)``.

    Example:
        >>> import argmap
        >>> from argmap.check.subject import Subject
        >>> m = argmap.ArgumentMap()
        >>> _ = m.claim("Rain.", data={"author": "Ada"}), m.claim("Sun.", data={"author": ["Ben", "Ada"]})
        >>> {name: len(some) for name, some in authors(Subject(m)).items()}
        {'Ada': 2, 'Ben': 1}
    """
    found: dict[str, list[Node]] = {}
    for record in subject.map:
        if "author" in record.data:
            for name in listed(record.data["author"]):
                found.setdefault(name, []).append(record)
    return found
