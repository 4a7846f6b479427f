"""How near a pupil's map is to a key: measures, each from 0 to 1, or a sentence that says why there is no number.

`claim_recall`: which share of the claims of the key the pupil has. `claim_precision`: which share of the pupil's claims
the key has. `claim_f1`: the harmonic mean of the two. `relation_f1`: the F1 of lines, whatever they say;
`relation_f1_labelled`: the same where support, attack and undercut count; a line of which an end is in one map alone
counts as one that the other map has not. `sign_accuracy`: of the lines that both have, the share that speaks for or
against as in the key. `level_accuracy`: of the shared claims that bear on something in the key, the share of those that
bear on the same thing in the pupil's map; one that bears on something further up counts half. `grouping_f1`: the F1 of
pairs of shared reasons for the same thing that are linked and not separate. `main_claim`: 1 if a main claim of the key
is a main claim of the pupil's map, else 0. `path_agreement`: for each line of one map between shared claims, 1 over the
length of the shortest way between its ends in the other map, 0 where there is none; the mean over each map, and over
both (after Kirschner, Eckle-Kohler and Gurevych, "Linking the thoughts", 2nd Workshop on Argumentation Mining, 2015):
a step that is left out costs half. `edit_similarity`: 1 less the number of boxes, lines and links that one map alone
has, over all that both have; a line that bears otherwise counts once. `claim_f1`, `relation_f1`,
`relation_f1_labelled`, `grouping_f1`, `path_agreement` and `edit_similarity` are the same whichever of two maps is
taken for the key.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from argmap.classroom.comparing.shape import distances, parents_of
from argmap.corpora.coefficients import Score, f1_of_sizes, mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from argmap.classroom.comparing.edits import Graph
    from argmap.classroom.comparing.shape import Group, Line


def measure(pupil: Graph, key: Graph) -> dict[str, Score]:
    """Return all measures of a pupil's map against a key by name, see `MEASURES`.

    Args:
        pupil: The pupil's map; boxes with the same number are the same.
        key: The key.

    Complexity:
        Linear in the boxes and lines, but for `path_agreement` and `level_accuracy`, which look for ways from each box:
        the product of boxes and lines at worst.
    """
    return {name: function(pupil, key) for name, function in MEASURES.items()}


def edit_similarity(pupil: Graph, key: Graph) -> Score:
    """Return how little has to be done to make one map the other; see the top of this module."""
    size = sum(len(graph.texts) + len(graph.lines) + len(graph.groups) for graph in (pupil, key))
    if not size:
        return Score(1.0)
    apart = len(pupil.texts.keys() ^ key.texts.keys()) + len(pupil.groups ^ key.groups)
    ours, theirs = pupil.lines - key.lines, key.lines - pupil.lines
    apart += len(ours) + len(theirs) - len({line.ends for line in ours} & {line.ends for line in theirs})
    return Score(1 - apart / size)


def _claim_recall(pupil: Graph, key: Graph) -> Score:
    return _share(len(pupil.texts.keys() & key.texts.keys()), len(key.texts), "The key is empty.")


def _claim_precision(pupil: Graph, key: Graph) -> Score:
    return _share(len(pupil.texts.keys() & key.texts.keys()), len(pupil.texts), "The pupil's map is empty.")


def _claim_f1(pupil: Graph, key: Graph) -> Score:
    if not pupil.texts and not key.texts:
        return Score(reason="Both maps are empty.")
    return f1_of_sizes(len(pupil.texts.keys() & key.texts.keys()), len(pupil.texts), len(key.texts))


def _relation_f1(pupil: Graph, key: Graph) -> Score:
    ours, theirs = ({line.ends for line in graph.lines} for graph in (pupil, key))
    return f1_of_sizes(len(ours & theirs), len(ours), len(theirs))


def _relation_f1_labelled(pupil: Graph, key: Graph) -> Score:
    return f1_of_sizes(len(pupil.lines & key.lines), len(pupil.lines), len(key.lines))


def _sign_accuracy(pupil: Graph, key: Graph) -> Score:
    ours, theirs = (_signs(graph.lines) for graph in (pupil, key))
    both = ours.keys() & theirs.keys()
    return _share(sum(ours[ends] == theirs[ends] for ends in both), len(both), "There is no line that both maps have.")


def _signs(lines: Iterable[Line]) -> dict[tuple[int, int], set[bool]]:
    found: dict[tuple[int, int], set[bool]] = {}
    for line in lines:
        found.setdefault(line.ends, set()).add(line.bearing.is_negative)
    return found


def _level_accuracy(pupil: Graph, key: Graph) -> Score:
    ours, theirs = parents_of(pupil.lines), parents_of(key.lines)
    reached = 0.0
    number = 0
    for box in pupil.texts:
        if box not in theirs:
            continue
        number += 1
        own = set(ours.get(box, ()))
        if own.intersection(theirs[box]):
            reached += 1
        elif own and any(each in own for each, _ in distances(box, theirs)):
            reached += 0.5
    return _share(reached, number, "No claim that both maps have bears on anything in the key.")


def _grouping_f1(pupil: Graph, key: Graph) -> Score:
    ours, theirs = ({line.ends for line in graph.lines} for graph in (pupil, key))
    both = ours & theirs
    found = [_linked(graph.groups, both) for graph in (pupil, key)]
    if not any(found):
        return Score(reason="No reasons that both maps have are linked in either.")
    return f1_of_sizes(len(found[0] & found[1]), len(found[0]), len(found[1]))


def _linked(groups: Iterable[Group], lines: set[tuple[int, int]]) -> set[tuple[int, int, int]]:
    return {
        (*pair, group.target)
        for group in groups
        for pair in combinations(sorted(each for each in group.members if (each, group.target) in lines), 2)
    }


def _main_claim(pupil: Graph, key: Graph) -> Score:
    if not key.mains:
        return Score(reason="The key has no main claim.")
    return Score(float(bool(pupil.mains & key.mains)))


def _path_agreement(pupil: Graph, key: Graph) -> Score:
    return mean([_paths(pupil, key), _paths(key, pupil)])


def _paths(of: Graph, through: Graph) -> Score:
    parents = parents_of(through.lines)
    wanted: dict[int, set[int]] = {}
    for line in of.lines:
        if line.source in through.texts and line.target in through.texts and line.source != line.target:
            wanted.setdefault(line.source, set()).add(line.target)
    if not wanted:
        return Score(reason="There is no line between claims that both maps have.")
    total = 0.0
    for source, targets in wanted.items():
        left = set(targets)
        for box, steps in distances(source, parents):
            if box in left:
                total += 1 / steps
                left.discard(box)
                if not left:
                    break
    return Score(total / sum(map(len, wanted.values())))


def _share(part: float, whole: int, reason: str) -> Score:
    return Score(part / whole) if whole else Score(reason=reason)


MEASURES: Mapping[str, Callable[[Graph, Graph], Score]] = {
    "main_claim": _main_claim,
    "claim_recall": _claim_recall,
    "claim_precision": _claim_precision,
    "claim_f1": _claim_f1,
    "relation_f1": _relation_f1,
    "relation_f1_labelled": _relation_f1_labelled,
    "level_accuracy": _level_accuracy,
    "sign_accuracy": _sign_accuracy,
    "grouping_f1": _grouping_f1,
    "path_agreement": _path_agreement,
    "edit_similarity": edit_similarity,
}
"""The measures by name, in the order in which they are told."""
