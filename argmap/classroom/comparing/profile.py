"""What can be said of a map without a key: how deep and broad it is, how even, how much of it is sourced and answered.

`boxes` and `lines`: how many there are. `depth`: how many steps the farthest box is from a main claim. `breadth`: the
most boxes that are equally far from one. `leaf_ratio`: the share of boxes on which nothing bears. `sourced_leaf_ratio`:
of these, the share that cites a source. `balance`: of the boxes that speak for and against the main claim in the end,
the fewer over the more; 1 is even, 0 one-sided. `answered`: of the boxes that are attacked or undercut, the share for
which something answers: attacks or undercuts what attacks it. `questions`: of the critical questions that the schemes
of the map make due, the share that is answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.questions import questions
from argmap.check.subject import Subject
from argmap.classroom.comparing.shape import shape_of
from argmap.corpora.coefficients import Score

if TYPE_CHECKING:
    from argmap.classroom.comparing.shape import Shape
    from argmap.model import ArgumentMap

PROFILE = (
    "boxes",
    "lines",
    "depth",
    "breadth",
    "leaf_ratio",
    "sourced_leaf_ratio",
    "balance",
    "answered",
    "questions",
)
"""The figures by name. The first four are counts, the others shares from 0 to 1."""


def profile(m: ArgumentMap) -> dict[str, Score]:
    r"""Return what can be said of a map without a key, by name, see `PROFILE`. Linear in the map.

    Example:
        >>> import argmap
        >>> m = argmap.parse("[Ban]: Ban cars.\n  + [Air]: They foul the air.\n    - [New]: New ones do not.").map
        >>> figures = profile(m)
        >>> print(figures["depth"].value, figures["balance"], figures["answered"], figures["questions"])
        2 1.000 0.000 There are no critical questions that ask for an answer.
    """
    return profile_of(shape_of(m), Subject(m))


def profile_of(shape: Shape, subject: Subject) -> dict[str, Score]:
    """Return the same for a map of which the shape is known."""
    sources: dict[int, list[tuple[int, bool]]] = {}
    for line in shape.lines:
        sources.setdefault(line.target, []).append((line.source, line.bearing.is_negative))
    leaves = [number for number in range(len(shape.nodes)) if number not in sources]
    levels, stances = _levels(shape, sources)
    against = sum(is_against for is_against in stances.values())
    sides = (against, len(stances) - against)
    attackers: dict[int, list[int]] = {}
    for line in shape.lines:
        if line.bearing.is_negative:
            attackers.setdefault(line.target, []).append(line.source)
            if line in shape.mutual:
                attackers.setdefault(line.source, []).append(line.target)
    answered = sum(any(each in attackers for each in some) for some in attackers.values())
    asked = [each for some in subject.shared(questions).values() for each in some if each.is_open or each.is_answered]
    return {
        "boxes": Score(len(shape.nodes)),
        "lines": Score(len(shape.lines)),
        "depth": Score(max(len(levels) - 1, 0)),
        "breadth": Score(max(levels, default=0)),
        "leaf_ratio": _share(len(leaves), len(shape.nodes), "The map is empty."),
        "sourced_leaf_ratio": _share(sum(each in shape.sourced for each in leaves), len(leaves), "Nothing is a leaf."),
        "balance": _share(min(sides), max(sides), "Nothing speaks for or against a main claim."),
        "answered": _share(answered, len(attackers), "Nothing is attacked."),
        "questions": _share(
            sum(each.is_answered for each in asked),
            len(asked),
            "There are no critical questions that ask for an answer.",
        ),
    }


def growth(before: ArgumentMap, after: ArgumentMap) -> dict[str, tuple[Score, Score]]:
    r"""Return the profile of an earlier and of a later version of a map, figure by figure.

    Example:
        >>> import argmap
        >>> first = argmap.parse("[Ban]: Ban cars.").map
        >>> second = argmap.parse("[Ban]: Ban cars.\n  + [Air]: They foul the air.").map
        >>> [score.value for score in growth(first, second)["boxes"]]
        [1, 2]
    """
    later = profile(after)
    return {name: (score, later[name]) for name, score in profile(before).items()}


def _levels(shape: Shape, sources: dict[int, list[tuple[int, bool]]]) -> tuple[list[int], dict[int, bool]]:
    """Return how many boxes are how far from a main claim; and of what is not one, whether it speaks against it."""
    seen = dict.fromkeys(shape.mains, False)
    level, sizes = list(shape.mains), []
    while level:
        sizes.append(len(level))
        above, level = level, []
        for target in above:
            for source, is_negative in sources.get(target, ()):
                if source not in seen:
                    seen[source] = seen[target] != is_negative
                    level.append(source)
    return sizes, {box: is_against for box, is_against in seen.items() if box not in shape.mains}


def _share(part: int, whole: int, reason: str) -> Score:
    return Score(part / whole) if whole else Score(reason=reason)
