"""The grounded labelling, and what follows from accepting some arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.evaluate.dung.graph import rows_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from argmap.evaluate.dung.framework import Framework

UNDECIDED, IN, OUT = 0, 1, 2

_WIDE = 200
"""From how many arguments on a round of array operations is cheaper than taking them one by one."""


def labels_from(framework: Framework, accepted: Iterable[int] = ()) -> NDArray[np.int8]:
    """Return what is in, out and undecided if some arguments are accepted, by position.

    With none accepted, these are the labels of the grounded extension; with an admissible set, of the smallest complete
    extension that holds it. Linear in the attacks (Modgil and Caminada, "Proof theories and algorithms for abstract
    argumentation frameworks", 2009): in rounds over all arguments newly accepted while they are many, and one by one
    from when they are few, since a long chain has as many rounds as arguments.

    Args:
        framework: Whose arguments.
        accepted: The positions of an admissible set.
    """
    labels = np.zeros(len(framework), np.int8)
    attacked = framework.attacked_by
    standing = np.bincount(framework.targets, minlength=len(framework))  # how many attackers are not out yet
    labels[standing == 0] = IN
    labels[list(accepted)] = IN
    fresh = np.flatnonzero(labels == IN)
    while len(fresh) >= _WIDE:
        beaten = rows_of_all(attacked, fresh)
        beaten = np.unique(beaten[labels[beaten] == UNDECIDED])
        labels[beaten] = OUT
        touched = rows_of_all(attacked, beaten)
        standing -= np.bincount(touched, minlength=len(labels))
        touched = np.unique(touched)
        fresh = touched[(standing[touched] == 0) & (labels[touched] == UNDECIDED)]
        labels[fresh] = IN
    if not len(fresh):
        return labels
    return _one_by_one(framework, labels, standing, fresh.tolist())


def _one_by_one(
    framework: Framework, labels: NDArray[np.int8], standing: NDArray[np.int64], todo: list[int]
) -> NDArray[np.int8]:
    offsets, ends = framework.attacked_by.offsets.tolist(), framework.attacked_by.ends.tolist()
    label, left = bytearray(labels.tobytes()), standing.tolist()
    while todo:
        winner = todo.pop()
        for beaten in ends[offsets[winner] : offsets[winner + 1]]:
            if label[beaten]:
                continue
            label[beaten] = OUT
            for saved in ends[offsets[beaten] : offsets[beaten + 1]]:
                left[saved] -= 1
                if not left[saved] and not label[saved]:
                    label[saved] = IN
                    todo.append(saved)
    return np.frombuffer(bytes(label), np.int8)
