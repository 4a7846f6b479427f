"""Which box does this speak against?"""

from __future__ import annotations

import pytest

import argmap
from argmap.classroom.exercises import NoMaterialError


def test_the_key_gives_back_the_map_and_another_answer_does_not() -> None:
    made = argmap.datasets.school_uniforms().exercise("which_box")
    assert made.apply() == made.map
    (task,) = made.tasks
    wrong = next(option for option in task.options if option not in task.answers)
    changed = made.apply([wrong])
    assert changed != made.map
    assert len(changed.relations) == len(made.map.relations)
    assert made.score([wrong]) == (False,)
    assert made.score([task.answers[0].lower()]) == (True,)


def test_a_map_without_objections_says_what_it_lacks() -> None:
    m = argmap.ArgumentMap("Rain")
    m.support("The street is wet", m.claim("It rains"))
    with pytest.raises(NoMaterialError, match="no objection that speaks against exactly one box"):
        m.exercise("which_box")
