"""Maps as abstract frameworks: against the definitions, for every reading of support."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import ArgmapError, UnknownNameError
from argmap.evaluate import evaluate, framework
from argmap.evaluate.framework import translate
from argmap.evaluate.grounded import grounded_labels
from argmap.evaluate.network import SUPPORTS, network_of
from argmap.model import ArgumentMap
from argmap.text import parse
from tests.evaluate.definition import Definition, tangles

MOST_NODES = 12
"""The definition tries all sets of claims and steps."""
readings = st.sampled_from(list(SUPPORTS))


def with_sources(m: ArgumentMap, cited: set[int]) -> ArgumentMap:
    for number, record in enumerate(list(m)):
        if number in cited:
            m.replace(record, data={"cites": "report"})
    return m


maps = st.builds(with_sources, tangles(), st.sets(st.integers(0, 6), max_size=3))


@given(maps, readings)
def test_the_grounded_labels_are_those_of_the_definition(m, support):
    network = network_of(m, support=support)
    labels = dict(zip(network.ids, grounded_labels(network), strict=False))
    assert labels == Definition(m, support).grounded()


@settings(max_examples=60)
@given(maps, readings)
def test_the_framework_has_the_complete_labellings_of_the_definition(m, support):
    by_definition = Definition(m, support)
    assume(len(by_definition.needs) <= MOST_NODES)
    found = translate(m, support=support)
    labellings = [found.labels(extension) for extension in found.framework.extensions("complete")]
    expected = [by_definition.labels(*each) for each in by_definition.complete()]
    assert sorted(map(repr, labellings)) == sorted(map(repr, expected))


@settings(max_examples=60)
@given(
    maps, readings, st.sampled_from(["grounded", "preferred", "stable", "semi-stable", "complete", "ideal", "eager"])
)
def test_verdicts_are_those_of_the_definition(m, support, semantics):
    by_definition = Definition(m, support)
    assume(len(by_definition.needs) <= MOST_NODES)
    complete = by_definition.complete()  # each: what is in, what is not out
    every = set(by_definition.needs)
    settled = [least | (every - most) for least, most in complete]

    def largest(sets):
        return [number for number, one in enumerate(sets) if not any(one < other for other in sets)]

    def below_all(numbers):  # the largest complete labelling on which all of these agree
        common = [
            number
            for number, (least, most) in enumerate(complete)
            if all(least <= complete[other][0] and complete[other][1] <= most for other in numbers)
        ]
        return [max(common, key=lambda number: len(settled[number]))]

    preferred = largest([least for least, _ in complete])
    semi_stable = largest(settled)
    chosen = {
        "complete": list(range(len(complete))),
        "grounded": [min(range(len(complete)), key=lambda number: len(settled[number]))],
        "preferred": preferred,
        "semi-stable": semi_stable,
        "stable": [number for number, one in enumerate(settled) if one == every],
        "ideal": below_all(preferred),
        "eager": below_all(semi_stable),
    }[semantics]
    labels = [by_definition.labels(*complete[number]) for number in chosen]
    verdicts = evaluate(m, semantics, support=support)
    assert verdicts.is_complete
    for name, status in verdicts.items():
        said = {each[name] for each in labels}
        assert (name in verdicts.possible) == ("in" in said)
        assert status == {"in": "accepted", "out": "rejected"}.get(said.pop() if len(said) == 1 else "", "undecided")


def test_what_supports_deductively_falls_with_what_it_supports():
    m = parse("[A]: One.\n  + [B]: Two.\n      + [C]: Three.\n  - [D]: Four.").map
    assert m.evaluate(support="deductive").rejected == ("A", "B", "C")
    assert m.evaluate(support="necessary").rejected == ("A",)
    assert m.evaluate(support="none").rejected == ("A",)


def test_whatever_supports_each_other_deductively_stands_or_falls_together():
    m = parse("[A]: One.\n  + [B]: Two.\n      + [A]").map
    assert m.evaluate(support="deductive").accepted == ("A", "B")
    m.rebut("Three", "B")
    assert m.evaluate(support="deductive").rejected == ("A", "B")


def test_only_what_goes_back_to_a_source_stands_with_evidence():
    text = "[A]: One.\n  + [B]: Two.\n  + [C]: Three. {cites: report}\n\n[D]: Four.\n  - [B]\n  - [E]: Five. {cites: report}"
    verdicts = parse(text).map.evaluate(support="evidential")
    assert verdicts.accepted == ("A", "C", "E")
    assert verdicts.notes == ("2 claims or arguments have neither a reason nor a source.",)
    assert parse("[A]: One.").map.evaluate(support="evidential").accepted == ("A",)


def test_linked_premises_are_all_needed_and_convergent_reasons_are_each_enough():
    text = "<X>\n\n(1) [P]: One.\n(2) [Q]: Two.\n----\n(3) [C]: Three.\n\n<Y>\n\n(1) [R]: Four.\n----\n(2) [C]"
    m = parse(text).map
    m.rebut("No", "Q")
    assert m.evaluate()["X"] == "rejected"
    assert m.evaluate()["C"] == "accepted"
    m.rebut("No, either", "R")
    assert m.evaluate()["C"] == "rejected"


def test_unknown_names_get_the_nearest():
    m = ArgumentMap()
    with pytest.raises(UnknownNameError, match="Did you mean 'necessary'"):
        m.evaluate(support="neccessary")
    with pytest.raises(UnknownNameError, match="no reading of support called None"):
        m.evaluate(support=None)
    with pytest.raises(UnknownNameError, match="Did you mean 'preferred'"):
        m.evaluate("prefered")
    with pytest.raises(UnknownNameError, match="Did you mean 'Gate'"):
        parse("[Gate]: One.").map.evaluate()["Gates"]


def test_names_that_look_like_wants_do_not_clash():
    m = parse("[A]: One.\n  - [B]: Two.").map
    m.claim("Three", title="¬A")
    found = translate(m)
    assert len(set(found.framework.arguments)) == len(found.framework)
    assert m.evaluate("preferred").accepted == ("B", "¬A")


def test_names_that_look_like_steps_do_not_clash():
    m = parse("<X>\n\n(1) [P]: One.\n----\n(2) [Q]: Two.\n----\n(3) [R]: Three.").map
    m.rebut(m.claim("Four", title="X, step 1"), "P")
    network = network_of(m)
    assert len(set(network.names)) == len(network)
    assert [(step.about, str(step.rule)) for step in m.why("X").steps][:2] == [
        ("X", "wanting"),
        ("X, step 1′", "wanting"),
    ]


def test_a_circle_too_large_to_copy_is_refused(monkeypatch):
    monkeypatch.setattr(framework, "MOST_COPIES", 3)
    m = parse("[A]: One.\n  + [B]: Two.\n      + [A]\n  + [C]: Three.\n      >< [D]: Four.").map
    with pytest.raises(ArgmapError, match="support each other in a circle, beginning with 'A'"):
        m.evaluate("preferred")
    assert m.evaluate().undecided == ("A", "B", "C", "D")


def test_many_circles_are_refused_together(monkeypatch):
    monkeypatch.setattr(framework, "MOST_COPIES", 7)
    one = "[A{0}]: One.\n  + [B{0}]: Two.\n      + [A{0}]\n  + [C{0}]: Three.\n      >< [D{0}]: Four."
    m = parse("\n\n".join(map(one.format, (1, 2)))).map
    with pytest.raises(ArgmapError, match="2 claims .* beginning with 'A.', and others in 1 more circle. Only"):
        m.evaluate("preferred")


def test_where_there_is_no_extension_nothing_is_accepted_and_the_verdict_says_why():
    m = ArgumentMap()
    liar = m.claim("This sentence is false", title="Liar")
    m.relate(liar, "attack", liar)
    verdicts = m.evaluate("stable")
    assert verdicts.undecided == ("Liar",)
    assert "no stable" in " ".join(verdicts.notes)


def test_an_empty_map():
    assert list(argmap.ArgumentMap().evaluate("preferred")) == []


@given(maps, readings, st.sampled_from(["preferred", "stable", "semi-stable", "ideal", "cf2", "stage2"]))
def test_where_time_is_out_at_once_nothing_is_said_that_more_time_would_take_back(m, support, semantics):
    early = evaluate(m, semantics, support=support, time_limit=0)
    late = evaluate(m, semantics, support=support)
    assert early.possible <= late.possible
    for name, status in early.items():
        assert status == late[name] or (status == "undecided" and not early.is_complete)


def test_no_stable_extension_is_known_of_before_time_is_out():
    m = ArgumentMap()
    liar = m.claim("This sentence is false", title="Liar")
    m.relate(liar, "attack", liar)
    m.claim("It rains", title="Rain")
    verdicts = m.evaluate("stable", time_limit=0)
    assert (verdicts.accepted, verdicts.possible, verdicts.is_complete) == ((), frozenset(), False)
