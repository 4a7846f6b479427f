"""Laws that hold between semantics, and between frameworks."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate.dung import SEMANTICS, Framework

LETTERS = "abcdefg"
few = settings(max_examples=40, deadline=None)
every_semantics = st.sampled_from(SEMANTICS)


@st.composite
def frameworks(draw, letters=LETTERS):
    names = draw(st.lists(st.sampled_from(letters), unique=True, max_size=len(letters)))
    if not names:
        return Framework()
    name = st.sampled_from(names)
    return Framework(names, draw(st.lists(st.tuples(name, name), max_size=14)))


def found(framework, code):
    return set(framework.extensions(code))


def common(framework, code):
    return frozenset(framework).intersection(*found(framework, code))


CHAINS = ["ST SST PR CO AD CF", "ST STG NA CF", "ST STG2 CF2 NA", "ID CO", "EAG CO", "GR CO"]


@few
@given(frameworks())
@pytest.mark.parametrize("chain", CHAINS)
def test_extensions_of_one_are_extensions_of_the_next(chain, framework):
    sets = [found(framework, code) for code in chain.split()]
    for narrow, wide in pairwise(sets):
        assert narrow <= wide


@few
@given(frameworks())
def test_grounded_ideal_eager_grow(framework):
    (grounded,), (ideal,), (eager,) = (found(framework, code) for code in ("GR", "ID", "EAG"))
    assert grounded == common(framework, "CO")
    assert grounded <= ideal <= eager
    assert ideal <= common(framework, "PR")
    assert eager <= common(framework, "SST")
    assert grounded <= common(framework, "CF2")
    assert grounded <= common(framework, "STG2")


@few
@given(frameworks())
def test_stable_ones_are_the_semi_stable_and_the_stage_ones(framework):
    stable = found(framework, "ST")
    if stable:
        assert stable == found(framework, "SST") == found(framework, "STG")
        assert framework.why_no_stable().value == ()
    else:
        assert framework.why_no_stable().value


@few
@given(frameworks())
def test_without_cycles_there_is_one_extension(framework):
    order = {name: place for place, name in enumerate(framework)}
    framework = Framework(framework, [pair for pair in framework.attacks if order[pair[0]] < order[pair[1]]])
    codes = ("GR", "CO", "PR", "ST", "SST", "STG", "CF2", "STG2", "ID", "EAG")
    assert len(set.union(*(found(framework, code) for code in codes))) == 1


@few
@given(frameworks())
def test_where_attacks_are_mutual_naive_is_preferred_is_stable(framework):
    pairs = [pair for pair in framework.attacks if pair[0] != pair[1]]
    framework = Framework(framework, pairs + [(target, source) for source, target in pairs])
    assert found(framework, "NA") == found(framework, "PR") == found(framework, "ST")


@few
@given(frameworks())
def test_credulous_acceptance_is_the_same_for_admissible_complete_preferred(framework):
    answers = {framework.accepted(code, "credulous").value for code in ("AD", "CO", "PR")}
    assert len(answers) == 1


@few
@given(frameworks(), every_semantics)
def test_an_isolated_argument_joins_every_extension(framework, semantics):
    more = Framework([*framework, "new"], framework.attacks)
    expected = {extension | {"new"} for extension in found(framework, semantics)}
    if semantics.code in {"CF", "AD"}:
        expected |= found(framework, semantics)
    assert found(more, semantics) == expected


@few
@given(frameworks(LETTERS[:4]), frameworks("stuv"), every_semantics)
def test_extensions_of_two_side_by_side_are_one_of_each(left, right, semantics):
    both = Framework([*left, *right], [*left.attacks, *right.attacks])
    pairs = {one | other for one in found(left, semantics) for other in found(right, semantics)}
    assert found(both, semantics) == pairs
    assert both.count(semantics).value == len(pairs)


@few
@given(frameworks(), every_semantics, st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(framework, semantics, chance):
    names = list(framework)
    chance.shuffle(names)
    other = Framework([f"new {name}" for name in names], [(f"new {a}", f"new {b}") for a, b in framework.attacks])
    renamed = {frozenset(f"new {name}" for name in extension) for extension in found(framework, semantics)}
    assert found(other, semantics) == renamed


@few
@given(frameworks(), st.sampled_from([one for one in SEMANTICS if one.extends_grounded]))
def test_the_grounded_extension_can_be_set_aside(framework, semantics):
    (grounded,) = found(framework, "GR")
    gone = grounded | {target for source, target in framework.attacks if source in grounded}
    rest = Framework(
        [name for name in framework if name not in gone], [pair for pair in framework.attacks if not gone & set(pair)]
    )
    assert found(framework, semantics) == {grounded | extension for extension in found(rest, semantics)}


@few
@given(frameworks(), every_semantics)
def test_labellings_follow_the_definition(framework, semantics):
    for extension, labelling in zip(framework.extensions(semantics), framework.labellings(semantics), strict=True):
        beaten = {target for source, target in framework.attacks if source in extension}
        assert set(labelling.accepted) == extension
        assert set(labelling.rejected) == beaten - extension
        assert set(labelling.undecided) == set(framework) - extension - beaten
        assert list(labelling) == list(framework)


@few
@given(frameworks())
def test_a_core_without_stable_extension_is_one_and_minimal(framework):
    core = framework.why_no_stable().value
    grounded = framework.extension("GR").value
    beaten = {target for source, target in framework.attacks if source in grounded}
    attackers = {name: set(framework.attackers(name)) - beaten for name in framework}

    def can_be_settled(names):
        return any(all(name in one or attackers[name] & one for name in names) for one in found(framework, "CF"))

    if core:
        assert not can_be_settled(core)
        assert all(can_be_settled(set(core) - {name}) for name in core)


def test_the_laws_that_are_said_to_hold_and_do_not():
    """Counter-examples, so that nobody adds them above."""
    chain = Framework("abc", [("a", "b"), ("b", "c")])
    assert not found(chain, "GR").issubset({reduce(frozenset.intersection, found(chain, "NA"))})
