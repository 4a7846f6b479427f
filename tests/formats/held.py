"""What a format writes, as a person finds it: what is not told to be lost is there when it is read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.formats import Given
from argmap.formats.keeping import Facet
from argmap.formats.naming import MAP, label
from argmap.model import Argument, Relation
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.formats import Written


class InMemory(Given):
    """Files that were written, as if they were read from a disk."""

    def __init__(self, written: Written) -> None:
        super().__init__(Source(written.text.removeprefix("\ufeff"), "text"))
        self.files = written.beside

    def beside(self, ending):
        text = self.files.get(ending)
        return None if text is None else Given(Source(text, f"text{ending}"))


def assert_held(m, written, back):
    """Assert that each record of a map that no loss names is in the map that came back, and as it was."""
    named = {loss.where for loss in written.losses}
    new = {loss.where: loss.kept_as for loss in written.losses if loss.what == Facet.ID}
    if MAP not in named:
        assert (back.title, back.data) == (m.title, m.data)
    for record in m:
        if label(m, record) not in named:
            assert back.get(record.id) == _renamed(m, record, new)
    for section in m.sections:
        assert label(m, section) in named or section in list(back.sections)
    there = {(r.kind, r.source, r.target, r.step): r for r in back.relations}
    for relation in m.relations:
        if label(m, relation) not in named:
            ends = [new.get(label(m, end), end) for end in (relation.source, relation.target)]
            ways = [ends, ends[::-1]] if relation.kind.is_symmetric else [ends]
            found = [there.get((relation.kind, *way, relation.step)) for way in ways]
            assert any(isinstance(each, Relation) and each.data == relation.data for each in found), relation


def _renamed(m, record, new):
    """A record whose claims have the ids that losses say they got."""
    if not isinstance(record, Argument):
        return record

    def name(claim):
        return new.get(label(m, claim), claim)

    steps = [
        replace(step, premises=tuple(map(name, step.premises)), conclusion=name(step.conclusion))
        for step in record.steps
    ]
    return replace(record, steps=tuple(steps))
