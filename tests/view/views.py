"""A Hypothesis strategy for views of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from argmap.view import Frame, Label, Statements, Status, Steps, View
from argmap.view.view import KINDS, MARKS

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def _some(known: list[str], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    names = st.sampled_from(known) if known else st.nothing()
    return st.lists(names, max_size=most, unique=True).map(tuple) if known else st.just(())


def views(m: ArgumentMap, **fixed: Any) -> st.SearchStrategy[View]:
    """Views of `m` with any fields; those in `fixed` are as given."""
    ids = [record.id for record in m]
    sections = [name for section in m.sections for name in (section.id, section.title)]
    fields: dict[str, st.SearchStrategy[Any]] = {
        "sections": _some(sections),
        "tags": _some(list(m.tags)),
        "sides": _some(list(m.sides)),
        "kinds": _some(list(KINDS), 3),
        "include": _some(ids),
        "exclude": _some(ids),
        "statements": st.none() | st.sampled_from(Statements),
        "around": _some(ids),
        "distance": st.integers(0, 3),
        "depth": st.none() | st.integers(0, 3),
        "fold": _some(ids),
        "steps": st.sampled_from(Steps),
        "group": st.integers(0, 3),
        "closed": _some(sections),
        "opened": _some(sections),
        "claim_label": st.sampled_from(Label),
        "show": _some(list(MARKS), 6),
        "status": st.dictionaries(st.sampled_from(ids), st.sampled_from(Status), max_size=2) if ids else st.just({}),
    }
    for name in ("inside", "without_section", "without_tag", "disconnected", "is_in_map", "arrows", "numbers"):
        fields[name] = st.booleans()
    return st.fixed_dictionaries({}, optional=fields).map(lambda given: View(**(given | fixed)))


def regrouped(m: ArgumentMap) -> st.SearchStrategy[tuple[Frame, ...]]:
    """Frames for a map, some of them in each other."""
    ids = [record.id for record in m]
    one = st.tuples(_some(ids, 4), st.booleans(), st.booleans())
    return st.lists(one, max_size=4).map(
        lambda given: tuple(
            Frame(f"Frame {place}", members, place - 1 if place and is_inner else None, (), is_closed)
            for place, (members, is_inner, is_closed) in enumerate(given)
        )
    )
