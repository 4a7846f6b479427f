"""Hypothesis strategies for edits of maps, as people make them: `edits(m)`, and what each of them touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, RelationKind
from tests.maps import data, tags

KINDS = (
    "add", "add untitled", "reword", "remove", "flip", "re-aim", "relate", "unrelate", "premise", "data", "tag",
    "retitle", "move", "section", "setting",
)  # fmt: skip


@dataclass(frozen=True)
class Edit:
    """A change that can be made in any copy of a map.

    Attributes:
        kind: One of `KINDS`.
        make: Makes it in a map.
        touches: The ids of claims and arguments, and other things, that it is about.
    """

    kind: str
    make: Callable[[ArgumentMap], object] = field(repr=False)
    touches: frozenset[str]

    def __call__(self, m: ArgumentMap) -> ArgumentMap:
        """Return a copy of a map in which it was made."""
        made = m.copy()
        self.make(made)
        return made


@st.composite
def edits(
    draw: st.DrawFn, m: ArgumentMap, mark: str = "here", kinds: tuple[str, ...] = KINDS, *, is_other: bool = False
) -> Edit:
    """An edit of a map.

    Args:
        m: The map.
        mark: Stands in the words and titles that are new, so that those of two people differ.
        kinds: What may be drawn.
        is_other: Whether to take words that are nothing like those taken otherwise.
    """
    nodes = [record.id for record in m]
    relations = list(m.relations)
    spelt_out = [argument.id for argument in m.arguments if argument.steps]
    kind = draw(st.sampled_from(kinds))
    words = f"{draw(st.sampled_from(_OTHER if is_other else _WORDS))} {mark}".strip()
    if kind in ("reword", "remove", "relate", "data", "tag", "retitle", "move") and not nodes:
        kind = "add"
    if kind in ("flip", "re-aim", "unrelate") and not relations:
        kind = "setting"
    if kind == "premise" and not spelt_out:
        kind = "setting"
    if kind == "add":
        return Edit(kind, lambda n: n.claim(words, title=f"New {mark}"), frozenset())
    if kind == "add untitled":
        return Edit(kind, lambda n: n.claim(words), frozenset())
    if kind == "section":
        return Edit(kind, lambda n: n.section(f"Part {mark}"), frozenset({"sections"}))
    if kind == "setting":
        return Edit(kind, lambda n: n.data.update({"setting": words}), frozenset({"setting"}))
    if kind == "premise":
        name = draw(st.sampled_from(spelt_out))
        return Edit(kind, lambda n: _add_premise(n, name, words), frozenset({name}))
    if kind in ("flip", "re-aim", "unrelate"):
        relation = draw(st.sampled_from(relations))
        ends = frozenset({relation.source, relation.target})
        if kind == "flip":
            other = RelationKind.SUPPORT if relation.kind.is_negative else RelationKind.ATTACK
            return Edit(kind, lambda n: n.replace(relation, kind=other, step=None), ends)
        if kind == "re-aim":
            target = draw(st.sampled_from(nodes))
            return Edit(kind, lambda n: n.replace(relation, target=target, step=None), ends | {target})
        return Edit(kind, lambda n: n.remove(relation), ends)
    name = draw(st.sampled_from(nodes))
    if kind == "relate":
        end = draw(st.sampled_from(nodes))
        sort = draw(st.sampled_from(list(RelationKind)))
        return Edit(kind, lambda n: n.relate(name, sort, end), frozenset({name, end}))
    if kind == "remove":
        gone = {record.id for record in m.copy().remove(name) if hasattr(record, "id")}
        near = {end for each in m.relations for end in (each.source, each.target) if {each.source, each.target} & gone}
        used = {each for one in m.arguments for each in (*one.premises, one.conclusion or "") if one.id in gone}
        return Edit(kind, lambda n: n.remove(name), frozenset(gone | near | used))
    changes = {
        "reword": {"text": words},
        "data": {"data": draw(data) | {"side": words}},
        "tag": {"tags": [*m[name].tags, draw(tags)]},
        "retitle": {"id": f"Title {mark}", "title": f"Title {mark}"},
        "move": {"section": draw(st.sampled_from([None, *m.sections]))},
    }[kind]
    return Edit(kind, lambda n: n.replace(name, **changes), frozenset({name}))


_OTHER = (
    "Lunch should be free for everybody",
    "Der Unterricht beginnt zu früh",
    "給食は無料であるべきだ",
    "[x] <y>: +1",
)
_WORDS = (
    "Phones distract pupils in class", "Some pupils need a phone to call home", "A ban costs nothing at all",
    "Teachers lose time with every ring", "Handys stören", "授業中は電話を使わない", "It isn't so", "#a [b] {c: d}",
)  # fmt: skip


def _add_premise(m: ArgumentMap, name: str, words: str) -> None:
    argument = m[name]
    assert isinstance(argument, Argument)
    premise = m.claim(words)
    first = argument.steps[0]
    m.replace(name, steps=[replace(first, premises=(*first.premises, premise.id)), *argument.steps[1:]])
