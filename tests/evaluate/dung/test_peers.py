"""The engine against two other solvers, on frameworks too large for the definitions."""

from __future__ import annotations

import importlib
import random

import pytest

from argmap.evaluate.dung import Framework

pygarg = pytest.importorskip("pygarg.dung.solver")
pytest.importorskip("py_arg")

PY_ARG = {
    "AD": "admissible_sets",
    "CO": "complete_extensions",
    "PR": "preferred_extensions",
    "ST": "stable_extensions",
    "SST": "semistable_extensions",
    "GR": "grounded_extension",
    "ID": "ideal_extension",
    "EAG": "eager_extension",
}


def at_random(seed: int, largest: int, density: float) -> Framework:
    chance = random.Random(seed)
    names = [f"a{number}" for number in range(chance.randint(2, largest))]
    chosen = [(a, b) for a in names for b in names if chance.random() < density / len(names)]
    return Framework(names, chosen)


def by_py_arg(framework: Framework, code: str) -> set[frozenset[str]]:
    classes = importlib.import_module("py_arg.abstract_argumentation_classes.abstract_argumentation_framework")
    argument = importlib.import_module("py_arg.abstract_argumentation_classes.argument").Argument
    defeat = importlib.import_module("py_arg.abstract_argumentation_classes.defeat").Defeat
    things = {name: argument(name) for name in framework}
    peer = classes.AbstractArgumentationFramework(
        "", list(things.values()), [defeat(things[a], things[b]) for a, b in framework.attacks]
    )
    module = importlib.import_module(f"py_arg.algorithms.semantics.get_{PY_ARG[code]}")
    found = getattr(module, f"get_{PY_ARG[code]}")(peer)
    if code == "GR":  # one set where the others give sets of sets
        found = [found]
    return {frozenset(member.name for member in extension) for extension in found}


@pytest.mark.parametrize("code", PY_ARG)
@pytest.mark.parametrize("seed", range(6))
def test_py_arg_finds_the_same_extensions(code, seed):
    framework = at_random(seed, 11, 1.7)
    assert set(framework.extensions(code)) == by_py_arg(framework, code)


@pytest.mark.parametrize("code", ["AD", "CO", "PR", "ST", "SST", "GR", "ID"])
@pytest.mark.parametrize("seed", range(8))
def test_pygarg_finds_the_same_extensions(code, seed):
    framework = at_random(seed, 14 if code == "AD" else 60, 2.4)
    peer = pygarg.extension_enumeration(list(framework), [list(pair) for pair in framework.attacks], code)
    assert set(framework.extensions(code)) == {frozenset(extension) for extension in peer}


@pytest.mark.parametrize("code", ["CO", "PR", "ST", "SST", "ID"])
@pytest.mark.parametrize("seed", range(20, 24))
def test_pygarg_decides_alike(code, seed):
    framework = at_random(seed, 60, 2.2)
    arguments, attacks = list(framework), [list(pair) for pair in framework.attacks]
    some = framework.accepted(code, "credulous").value
    each = framework.accepted(code, "sceptical").value
    for argument in arguments[::9]:
        holds = pygarg.credulous_acceptability(arguments, attacks, argument, code)[0]
        assert framework.accepts(argument, code, "credulous").value is holds
        assert (argument in some) is holds
        holds = pygarg.skeptical_acceptability(arguments, attacks, argument, code)[0]
        assert framework.accepts(argument, code, "sceptical").value is holds
        assert (argument in each) is holds
