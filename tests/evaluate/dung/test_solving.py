"""What questions and answers are like: laziness, time limits, reasons, witnesses, names."""

from __future__ import annotations

import pickle
import random
from itertools import islice

import numpy as np
import pytest

from argmap.errors import ModelError, UnknownNameError
from argmap.evaluate.dung import SEMANTICS, Framework, semantics_named
from argmap.evaluate.dung.answers import Answer


def quarrels(count: int) -> Framework:
    """Pairs that attack each other, so that there are 2 to the power of `count` preferred extensions."""
    even, odd = np.arange(0, 2 * count, 2), np.arange(1, 2 * count, 2)
    names = [f"{side}{number}" for number in range(count) for side in ("yes", "no")]
    return Framework.from_positions(names, np.concatenate((even, odd)), np.concatenate((odd, even)))


def hard(size: int = 400, seed: int = 1) -> Framework:
    """A random framework about which nothing is easy."""
    chance = random.Random(seed)
    names = [str(number) for number in range(size)]
    return Framework(names, [(a, b) for a in names for b in names if a != b and chance.random() < 0.03])


@pytest.mark.parametrize("code", ["CO", "PR", "ST", "SST", "STG", "CF", "NA", "AD", "CF2", "STG2"])
def test_the_first_extensions_do_not_wait_for_the_others(code):
    found = quarrels(40).extensions(code)
    first = list(islice(found, 3))
    assert len(set(first)) == 3
    assert not found.is_complete
    found.close()
    assert list(found) == []
    assert not found.is_complete


@pytest.mark.parametrize(
    ("code", "each"), [("PR", 2), ("ST", 2), ("STG", 2), ("CF2", 2), ("NA", 2), ("CO", 3), ("CF", 3)]
)
def test_parts_are_counted_apart(code, each):
    answer = quarrels(40).count(code)
    assert answer.value == each**40
    assert answer.is_known


def test_a_chain_of_quarrels_is_counted_lazily_by_cf2():
    size = 60
    pairs = [(f"a{n}", f"b{n}") for n in range(size)]
    links = [(f"b{n}", f"a{n + 1}") for n in range(size - 1)]
    names = [name for pair in pairs for name in pair]
    framework = Framework(names, [*pairs, *[(b, a) for a, b in pairs], *links])
    # After b comes only b; after a either: one for each place where the b begin.
    assert framework.count("CF2").value == size + 1


@pytest.mark.parametrize("semantics", SEMANTICS, ids=str)
def test_the_empty_framework_has_one_empty_extension(semantics):
    nothing = Framework()
    assert list(nothing.extensions(semantics)) == [frozenset()]
    assert nothing.count(semantics).value == 1


@pytest.mark.parametrize("semantics", SEMANTICS, ids=str)
def test_the_same_extensions_in_the_same_order_each_time(semantics):
    framework = hard(14)
    assert list(framework.extensions(semantics)) == list(hard(14).extensions(semantics, time_limit=60))


@pytest.mark.parametrize("semantics", SEMANTICS, ids=str)
def test_when_time_is_up_what_is_known_is_said(semantics):
    framework = hard()
    found = framework.extensions(semantics, time_limit=0)
    if semantics.code == "GR":
        assert len(list(found)) <= 1
        return
    assert len(list(found)) <= 1
    assert not found.is_complete
    assert found.reason == "Time ran out before all were found."
    number = framework.count(semantics, time_limit=0.2 if semantics.code in {"CO", "AD"} else 0)
    assert number.value >= 0
    for mode in ("credulous", "sceptical"):
        answer = framework.accepts("7", semantics, mode, time_limit=0)
        if not answer.is_known:
            assert answer.value is None
            assert answer.reason.startswith("Time ran out.")
            with pytest.raises(ModelError, match="not known"):
                bool(answer)
        names = framework.accepted(semantics, mode, time_limit=0)
        assert names.value <= set(framework)
    one = framework.extension(semantics, time_limit=0)
    assert one.is_known or one.value is None


def test_a_count_that_runs_out_of_time_is_a_lower_bound():
    chance = random.Random(3)
    names = [str(number) for number in range(120)]
    pairs = [(a, b) for a in names for b in names if a < b and chance.random() < 0.02]
    answer = Framework(names, [*pairs, *[(b, a) for a, b in pairs]]).count("CO", time_limit=0.3)
    assert not answer.is_known
    assert answer.value > 10
    assert answer.reason == "Time ran out. There are at least as many."


def test_with_no_stable_extension_everything_is_accepted_by_all_of_them():
    framework = Framework("abcd", [("a", "b"), ("b", "c"), ("c", "a")])
    answer = framework.accepts("d", "stable", "sceptical")
    assert answer.value is True
    assert "only as there is none" in answer.reason
    assert framework.accepts("d", "stable", "credulous").value is False
    assert framework.accepted("stable", "sceptical").value == set("abcd")
    assert framework.accepted("stable", "credulous").value == frozenset()
    assert framework.extension("stable").value is None
    found = framework.extensions("stable")
    assert list(found) == []
    assert found.is_complete
    assert "why_no_stable" in found.reason


@pytest.mark.parametrize(
    ("arguments", "attacks", "core", "words"),
    [
        ("a", "aa", "a", "'a' attacks itself, and nothing else attacks it."),
        ("ab", "aa ba bb", "a", "'a' attacks itself, and nothing that can be accepted attacks it."),
        ("abc", "ab bc ca", "abc", "'a', 'b' and 'c' attack each other in a circle of odd length."),
        ("abcde", "ab bc cd de ea", "abcde", "attack each other in a circle of odd length."),
        ("abc", "aa ac ba cb", "ac", "no set without conflict holds or attacks every one of 'a' and 'c'."),
    ],
)
def test_why_there_is_no_stable_extension(arguments, attacks, core, words):
    framework = Framework(arguments, [(pair[0], pair[1]) for pair in attacks.split()])
    answer = framework.why_no_stable()
    assert answer.value == tuple(core)
    assert answer.reason.endswith(words)


def test_sentences():
    framework = Framework("abcd", [("a", "b"), ("c", "d"), ("d", "c")])
    reasons = [
        framework.accepts(name, semantics, mode).reason
        for name, semantics, mode in [
            ("a", "preferred", "sceptical"),
            ("b", "admissible", "credulous"),
            ("c", "complete", "sceptical"),
            ("c", "ideal", "credulous"),
            ("c", "eager", "sceptical"),
            ("c", "stable", "credulous"),
            ("a", "admissible", "sceptical"),
        ]
    ]
    assert reasons == [
        "Every preferred extension holds 'a'. It is in the grounded extension.",
        "No admissible extension holds 'b'. The grounded extension attacks it.",
        "A complete extension is without 'c'. The grounded extension, the smallest of them, is without it.",
        "The ideal extension is without 'c'.",
        "The eager extension is without 'c'.",
        "A stable extension holds 'c'.",
        "An admissible extension is without 'a'. The empty set is one.",
    ]
    assert framework.count("preferred").reason == "There are 2 preferred extensions."
    assert framework.count("grounded").reason == "There is 1 grounded extension."
    assert framework.extension("grounded").reason == "It is the grounded extension."
    assert framework.extension("eager").reason == "It is the eager extension."
    assert framework.extension("admissible").reason == "It is an admissible extension."


def test_answers_stand_in_an_if_only_where_they_are_yes_or_no():
    framework = Framework("ab", [("a", "b")])
    assert framework.accepts("a")
    assert not framework.accepts("b")
    for answer in (framework.count("PR"), framework.extension("PR"), framework.accepted()):
        with pytest.raises(ModelError, match="value"):
            bool(answer)


def test_answers_can_be_pickled_and_compared():
    answer = quarrels(2).accepts("yes0", "preferred", "credulous")
    copy = pickle.loads(pickle.dumps(answer))
    assert copy == answer
    assert copy.witness == answer.witness
    assert "yes0" in copy.witness
    assert answer == Answer(True, True, answer.reason)


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Semi-Stable", "SST"),
        ("semistable", "SST"),
        ("sst", "SST"),
        ("CF-2", "CF2"),
        ("conflict free", "CF"),
        ("ID", "ID"),
    ],
)
def test_names_of_semantics_are_forgiving(spelling, code):
    assert semantics_named(spelling).code == code


def test_every_semantics_is_described():
    assert len(SEMANTICS) == 13
    for semantics in SEMANTICS:
        assert semantics.meaning.endswith(".")
        assert semantics.source
        assert semantics_named(semantics.name) is semantics_named(semantics.code) is semantics_named(semantics)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda f: f.extensions("prefered"), "Did you mean 'preferred'?"),
        (lambda f: f.count("xyz"), "There are conflict-free, naive"),
        (lambda f: f.accepts("reign"), "Did you mean 'rain'?"),
        (lambda f: f.accepts("rain", "preferred", "credulos"), "Did you mean 'credulous'?"),
        (lambda f: f.accepted(mode="all"), "sceptically if all do"),
        (lambda f: f.labelling(["snow"]), "no argument 'snow'"),
    ],
)
def test_what_is_misspelt_is_named(ask, words):
    framework = Framework(["rain"])
    with pytest.raises(UnknownNameError) as caught:
        ask(framework)
    assert words in str(caught.value)


def test_a_chain_of_many_levels_and_a_wide_one_agree():
    size = 100_001
    chain = Framework.from_positions([str(n) for n in range(size)], np.arange(size - 1), np.arange(1, size))
    assert chain.grounded == list(range(0, size, 2))
    for code in ("PR", "CF2", "ST"):
        assert len(chain.extension(code).value) == len(chain.grounded)
    # One thousand chains side by side: rounds of array operations.
    starts = np.arange(20_000)
    starts = starts[starts % 20 != 19]
    combs = Framework.from_positions([str(n) for n in range(20_000)], starts, starts + 1)
    assert combs.grounded == [number for number in range(20_000) if number % 20 % 2 == 0]


def test_a_long_chain_of_circles_needs_no_recursion():
    size = 3_000
    pairs = [(f"a{n}", f"b{n}") for n in range(size)]
    names = [name for pair in pairs for name in pair]
    links = [(f"b{n}", f"a{n + 1}") for n in range(size - 1)]
    framework = Framework(names, [*pairs, *[(b, a) for a, b in pairs], *links])
    for code in ("CF2", "STG2", "PR", "ST"):
        assert len(framework.extension(code).value) == size
    assert framework.accepts(f"a{size - 1}", "CF2", "credulous").value
    assert not framework.accepts(f"a{size - 1}", "PR", "sceptical").value
