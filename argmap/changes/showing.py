"""A merged map as it is drawn: what is in conflict says in its own words who says what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.changes.conflict import ConflictKind
from argmap.changes.marking import TAG
from argmap.language import Words
from argmap.model import RangeKind

if TYPE_CHECKING:
    from argmap.changes.merging import Merged
    from argmap.model import ArgumentMap


def shown_in(merged: Merged) -> tuple[ArgumentMap, dict[str, list[str]]]:
    """Return a copy of a merged map for drawing, and the sentences on the conflicts of each claim and argument. Linear.

    Where a wording is in conflict, all of them stand in the box, each behind the name of the map that has it.

    Example:
        >>> import argmap
        >>> one, other = argmap.parse("[Rain]: It rains a lot.").map, argmap.parse("[Rain]: It rains now.").map
        >>> m, sentences = shown_in(argmap.merge(one, other, names=["Ada", "Ben"]))
        >>> m["Rain"].text
        'Ada: It rains a lot. / Ben: It rains now. #conflict'
        >>> sentences
        {'Rain': ['[Rain] is worded differently. Ada: It rains a lot. Ben: It rains now.']}
    """
    m = merged.map.copy()
    sentences: dict[str, list[str]] = {}
    for conflict in merged.conflicts:
        words = Words(conflict.code)
        told = [words.say("changes.conflict.says", who=who, what=what) for who, what in conflict.says]
        for name in (conflict.id, *conflict.others):
            if name in m:
                sentences.setdefault(name, []).append(" ".join([conflict.message, *told]))
        record = m.get(conflict.id)
        if conflict.kind is ConflictKind.REWORDED and record is not None:
            text = f"{' / '.join(told)} #{TAG}"
            made = m.replace(record, text=text)
            start = len(made.text) - len(TAG) - 1
            tag = next((each for each in record.ranges if each.kind is RangeKind.TAG and each.target == TAG), None)
            if tag is not None:
                m.replace(made, ranges=[replace(tag, start=start, end=len(made.text))])
    return m, sentences
