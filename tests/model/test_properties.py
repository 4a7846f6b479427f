"""What holds of every map, however it was built and changed."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from argmap.errors import ModelError, UnknownNameError
from argmap.model import Argument, ArgumentMap, RelationKind, Step
from argmap.model.incidence import Incidence
from argmap.model.integrity import faults
from tests import maps as strategies
from tests.maps import maps


def pickled(m: ArgumentMap) -> ArgumentMap:
    return pickle.loads(pickle.dumps(m))  # type: ignore[no-any-return]


def everything(record: Any) -> Any:
    """The fields of a record and of the records in it, also those that do not count when two are compared."""
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {field.name: everything(getattr(record, field.name)) for field in dataclasses.fields(record)}
    if isinstance(record, tuple):
        return [everything(item) for item in record]
    return record


def all_of(m: ArgumentMap) -> object:
    """All that a map holds, with the order."""
    return (
        m.title,
        m.data,
        [(type(record), everything(record)) for record in m],
        [everything(relation) for relation in m.relations],
        [everything(section) for section in m.sections],
    )


def tables(links: Incidence) -> object:
    names = ("relations", "premise_in", "inferred_in", "carried_in")
    return [{key: set(held) for key, held in getattr(links, name).items() if held} for name in names]


def check(m: ArgumentMap) -> None:
    assert list(faults(m.data, list(m.claims), list(m.arguments), list(m.relations), list(m.sections))) == []
    for relation in m.relations:
        source, target = m[relation.source], m[relation.target]
        assert not (isinstance(source, Argument) and source.steps)
        hit = isinstance(target, Argument) and bool(target.steps)
        assert (relation.step is not None) == (hit and relation.kind is RelationKind.UNDERCUT)
        assert not (hit and relation.kind.is_symmetric)
    assert tables(m._links()) == tables(Incidence(m.arguments, m.relations))
    assert all(m[record.id] is record for record in m)


@given(maps())
def test_maps_are_whole(m):
    check(m)
    assert m == m.copy()
    assert len(m) == len(list(m)) == len(m.claims) + len(m.arguments)


@given(maps())
def test_json_keeps_everything(m):
    text = m.to_json()
    again = ArgumentMap.from_json(text)
    assert all_of(again) == all_of(m)
    assert again.to_json() == text
    assert ArgumentMap.from_json(m.to_json(indent=None).encode()) == m


@given(maps())
def test_networkx_keeps_everything(m):
    again = ArgumentMap.from_networkx(m.to_networkx())
    assert all_of(again) == all_of(m)


@given(maps())
def test_pickles_and_copies_keep_everything(m):
    for again in (pickled(m), copy.copy(m), copy.deepcopy(m)):
        assert again == m
        assert [record.id for record in again] == [record.id for record in m]
    assert all_of(pickled(m)) == all_of(m)


@given(maps(), st.data())
def test_a_subgraph_is_whole(m, data):
    chosen = data.draw(st.sets(st.sampled_from([record.id for record in m]))) if len(m) else set()
    part = m.subgraph(chosen)
    check(part)
    assert chosen <= {record.id for record in part}
    assert all(m[record.id] == record for record in part)
    assert all(relation in m.relations for relation in part.relations)
    brought = {record.id for record in part} - chosen
    used = {
        claim
        for name in chosen & {a.id for a in m.arguments}
        for s in m[name].steps
        for claim in (*s.premises, s.conclusion)
    }
    assert brought == used - chosen
    inside = {relation for relation in m.relations if relation.source in part and relation.target in part}
    assert set(part.relations) == inside


class Editor(RuleBasedStateMachine):
    """Any calls in any order leave a map whole and never give an id twice."""

    records = Bundle("records")
    relations = Bundle("relations")
    sections = Bundle("sections")

    def __init__(self):
        super().__init__()
        self.m = ArgumentMap()
        self.given: set[str] = set()
        self.now: set[str] = set()
        self.given_sections: set[str] = set()

    def tried(self, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Make the call; if it is refused, nothing has changed."""
        before = self.m.copy()
        try:
            return call(*args, **kwargs)
        except (ModelError, UnknownNameError):
            assert self.m == before
            assert [r.id for r in self.m] == [r.id for r in before]
            return None

    @rule(target=sections, title=strategies.titles, level=st.integers(1, 3), parent=st.none() | sections)
    def section(self, title, level, parent):
        made = self.tried(self.m.section, title, level=level, parent=parent)
        if made is None:
            return multiple()
        assert made.id not in self.given_sections
        self.given_sections.add(made.id)
        return made

    @rule(target=records, title=st.none() | strategies.titles, section=st.none() | sections)
    def claim(self, title, section):
        return self.tried(self.m.claim, "x", title=title, section=section) or multiple()

    @rule(
        target=records,
        title=st.none() | strategies.titles,
        premises=st.lists(records, max_size=2),
        end=st.none() | records,
    )
    def argument(self, title, premises, end):
        return self.tried(self.m.argument, title=title, premises=premises, conclusion=end) or multiple()

    @rule(target=records, name=strategies.titles, is_claim=st.booleans())
    def named(self, name, is_claim):
        return self.tried(self.m.claim if is_claim else self.m.argument, id=name) or multiple()

    @rule(argument=records, premises=st.lists(records, max_size=2), end=records)
    def step(self, argument, premises, end):
        self.tried(self.m.step, argument, premises, end)

    @rule(
        target=records,
        sources=st.lists(records | st.just("a sentence"), max_size=2),
        end=records,
        call=st.sampled_from(["support", "rebut", "undercut"]),
    )
    def reasons(self, sources, end, call):
        return self.tried(getattr(self.m, call), sources, end) or multiple()

    @rule(
        target=relations,
        source=records,
        kind=st.sampled_from(RelationKind),
        end=records,
        step=st.none() | st.integers(0, 1),
        data=st.none() | st.just({"a": 1}),
    )
    def relate(self, source, kind, end, step, data):
        return self.tried(self.m.relate, source, kind, end, step=step, data=data) or multiple()

    @rule(item=records)
    def remove(self, item):
        gone = self.tried(self.m.remove, item)
        assert gone is None or all(record not in self.m for record in gone)

    @rule(item=consumes(relations))
    def remove_relation(self, item):
        self.tried(self.m.remove, item)

    @rule(item=consumes(sections))
    def remove_section(self, item):
        self.tried(self.m.remove, item)

    @rule(target=records, item=records, name=strategies.titles)
    def rename(self, item, name):
        return self.tried(self.m.replace, item, id=name) or multiple()

    @rule(item=records, text=strategies.texts, section=st.none() | sections)
    def change(self, item, text, section):
        self.tried(self.m.replace, item, text=text, section=section)

    @rule(item=records, premises=st.lists(records, max_size=2), ends=st.lists(records, max_size=3))
    def replace_steps(self, item, premises, ends):
        ids = tuple(premise.id for premise in premises)
        self.tried(self.m.replace, item, steps=[Step(ids, end.id) for end in ends])

    @rule(item=relations, kind=st.sampled_from(RelationKind), source=records, end=records)
    def replace_relation(self, item, kind, source, end):
        self.tried(self.m.replace, item, kind=kind, source=source, target=end)

    @rule(item=sections, parent=st.none() | sections, level=st.integers(1, 3))
    def replace_section(self, item, parent, level):
        self.tried(self.m.replace, item, parent=parent, level=level)

    @invariant()
    def is_whole(self):
        check(self.m)
        index = self.m.index()
        assert index.ids == tuple(record.id for record in self.m)
        fresh = {record.id for record in self.m} - self.now
        assert not fresh & self.given
        self.given |= fresh
        self.now = {record.id for record in self.m}

    def teardown(self):
        assert all_of(ArgumentMap.from_json(self.m.to_json())) == all_of(self.m)
        assert all_of(ArgumentMap.from_networkx(self.m.to_networkx())) == all_of(self.m)
        assert all_of(pickled(self.m)) == all_of(self.m)


TestEditor = Editor.TestCase
TestEditor.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
