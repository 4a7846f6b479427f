"""A comparison as names, numbers and sentences, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.classroom.comparing.bands import band
from argmap.classroom.comparing.telling import Teller

if TYPE_CHECKING:
    from argmap.classroom.comparing.comparison import Comparison


def comparison_as_data(comparison: Comparison, level: int) -> dict[str, Any]:
    """Return all of a comparison; see `Comparison.to_data`."""
    teller = Teller(comparison, comparison.words)

    def named(box: int | None) -> dict[str, str | None] | None:
        if box is None:
            return None
        here = comparison.boxes[box]
        return {side: None if node is None else node.id for side, node in (("pupil", here.pupil), ("key", here.key))}

    start, goal = comparison.start.texts, comparison.goal.texts
    return {
        "key": comparison.number,
        "similarities": list(comparison.similarities),
        "matched_by": comparison.way,
        "scores": {name: score.to_data() | {"band": band(score)} for name, score in comparison.scores.items()},
        "profile": {name: score.to_data() for name, score in comparison.profile.items()},
        "matched": [{**(named(box) or {}), "likeness": comparison.boxes[box].likeness} for box in goal if box in start],
        "missing": [here.id for box in goal if box not in start and (here := comparison.boxes[box].key)],
        "own": [here.id for box in start if box not in goal and (here := comparison.boxes[box].pupil)],
        "edits": [
            {
                "kind": edit.kind.value,
                "boxes": [named(box) for box in edit.boxes],
                "target": named(edit.target),
                "to": named(edit.to),
                "bearing": edit.bearing and edit.bearing.value,
                "text": teller.sentence(edit),
            }
            for edit in comparison.edits
        ],
        "feedback": comparison.hints(level).to_data(),
    }
