"""Maps and frameworks that nobody would write are weighed, or refused in a sentence that names what is wrong."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.errors import ArgmapError
from argmap.evaluate import flip
from argmap.evaluate.gradual import SEMANTICS as GRADUAL
from tests.maps import maps, texts, values

if TYPE_CHECKING:
    from collections.abc import Callable

SEMANTICS = [
    "grounded",
    "complete",
    "preferred",
    "stable",
    "semi-stable",
    "ideal",
    "eager",
    "cf2",
    "stage2",
    "naive",
    "x",
]
SUPPORT = ["necessary", "deductive", "evidential", "none", "x"]
WEIGHTS = ["uniform", "declared", "votes", "sources", "x"]
STANDARDS = [
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    "dialectical-validity",
    "x",
]
NAMED = [
    "weight", "probability", "votes", "values", "value", "premise", "inference", "standard", "status", "cites", "quality",
]  # fmt: skip
given_values = st.one_of(
    values,
    st.sampled_from(
        [
            1e308, 5e-324, -0.0, -1, 2, 10**400, True, "0.5", "50%", [[[]]], "a > b", "a>b>a", ["a", ["b", None]],
            {"for": 1, "against": 2}, {"for": 10**400, "against": -1}, {"for": "x"}, {"for": 0, "against": 0}, list(range(500)),
            "axiom", "assumption", "ordinary", "strict", "defeasible", "accepted", "rejected", "disputed", "preponderance",
        ]
    ),
)  # fmt: skip
datas = st.dictionaries(st.sampled_from(NAMED), given_values, max_size=4)
fronts = st.dictionaries(
    st.sampled_from(["audiences", "values", "sources", "weights", "standard"]),
    st.one_of(
        given_values,
        st.lists(given_values, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(["a", "b"]), texts), given_values, max_size=3),
    ),
    max_size=3,
)
FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def hostile_maps(draw: st.DrawFn) -> argmap.ArgumentMap:
    """Maps whose data are of every type where weighing looks for something."""
    m = draw(maps(max_claims=4))
    m.data.update(draw(fronts))
    for record in list(m):
        if draw(st.booleans()):
            m.replace(record, data=draw(datas))
    return m


def answers(ask: Callable[..., Any], *given: Any, **options: Any) -> bool:
    """Ask, look at the answer in every form, and return whether there is one: nothing but an ArgmapError stands instead."""
    try:
        found = ask(*given, **options)
        assert isinstance(f"{found}{found!r}", str)
        if hasattr(found, "to_data"):
            json.dumps(found.to_data(), allow_nan=False)
    except ArgmapError as error:
        return not str(error)
    return True


@FEW
@given(m=hostile_maps(), data=st.data())
def test_verdicts(m, data):
    semantics = data.draw(st.sampled_from(SEMANTICS))
    support = data.draw(st.sampled_from(SUPPORT))
    assert answers(lambda: m.evaluate(semantics, support=support)) is (
        semantics not in ("naive", "x") and support != "x"
    )
    answers(lambda: m.evaluate(semantics, audience=data.draw(st.sampled_from(["a > b", "a>b>a", "a", "", ">", "x"]))))
    for ordering in (None, "last-link", "weakest-link"):
        answers(m.evaluate, semantics, structured=True, ordering=ordering)
    answers(lambda: m.camps(semantics))
    answers(lambda: m.audiences())
    answers(lambda: flip(m, next(iter(m), "x"), "a > b"))


@FEW
@given(m=hostile_maps(), semantics=st.sampled_from(list(GRADUAL)), weights=st.sampled_from(WEIGHTS))
def test_numbers(m, semantics, weights):
    if answers(lambda: m.strengths(semantics, weights=weights)):
        assert all(0 <= each <= 1 for each in m.strengths(semantics, weights=weights).values())
    for by in ("removal", "gradient"):
        for record in list(m)[:2]:
            answers(m.influence, record, semantics, by=by, weights=weights)
    for standard in STANDARDS:
        assert answers(m.proof, standard) is (standard != "x")


@FEW
@given(m=hostile_maps(), semantics=st.sampled_from(SEMANTICS), data=st.data())
def test_reasons(m, semantics, data):
    for record in list(m)[:2]:
        answers(m.why, record, semantics)
        answers(m.critical, record, semantics=semantics, how=data.draw(st.sampled_from(["remove", "rebut"])))
        supposed = data.draw(st.sampled_from(["remove", "rebut", "accept"]))
        answers(m.what_if, semantics, **{supposed: [record]})


@pytest.mark.parametrize("wrong", ["nope", "", "\u202eX", "[A", "\ud800", None, 3, 1.5, b"A", object(), [None]])
def test_wrong_names(wrong):
    m = argmap.ArgumentMap()
    m.claim("It rains", title="A")
    asked = [
        lambda: m.why(wrong),
        lambda: m.influence(wrong),
        lambda: m.what_if(remove=wrong),
        lambda: m.what_if(rebut=[wrong]),
        lambda: m.evaluate(wrong),
        lambda: m.evaluate(support=wrong),
        lambda: m.strengths(wrong),
        lambda: m.strengths(weights=wrong),
        lambda: m.proof(wrong),
        lambda: m.camps(wrong),
    ]
    if wrong is not None:  # which stands for all, and for the thesis
        asked += [lambda: m.audiences(wrong), lambda: m.critical(wrong)]
    for ask in asked:
        with pytest.raises(ArgmapError):
            str(ask())


def chain(kind: str, count: int) -> argmap.ArgumentMap:
    m = argmap.ArgumentMap()
    before = m.claim("0", title="c0")
    for number in range(1, count):
        claim = m.claim(str(number), title=f"c{number}")
        if kind == "argument":
            m.support(claim, before)
        else:
            m.relate(claim, kind, before)
        before = claim
    return m


@pytest.mark.parametrize("kind", ["support", "attack", "contradictory", "argument"])
def test_deep_chains(kind):
    m = chain(kind, 1_000)
    # A contradiction of two is undecided, and costs positions without end.
    semantics = "grounded" if kind == "contradictory" else "preferred"
    for ask in (
        lambda: m.evaluate(semantics, time_limit=2),
        lambda: m.evaluate(structured=True),
        lambda: m.strengths(),
        lambda: m.influence("c0", by="gradient"),
        lambda: m.proof(),
        lambda: m.why("c0", semantics, time_limit=2),
        lambda: m.what_if(semantics, remove="c999", time_limit=2),
    ):
        assert answers(ask)


def test_a_huge_circle_is_told_at_once():
    m = chain("attack", 1_000)
    m.relate("c0", "attack", "c999")
    told = m.why("c1")
    assert "undecided" in str(told)
    assert len({id(step.circle) for step in told.steps}) == 1  # not a copy of it for everything on it


def test_each_claim_of_a_long_chain_flips_its_end_and_is_found_in_the_order_of_the_map():
    m = chain("support", 1_000)
    found = m.critical("c0", most=5, time_limit=None)
    assert [each.ids for each in found] == [(f"c{number}",) for number in range(1, 6)]


def test_a_hub_with_many_attackers():
    m = argmap.ArgumentMap()
    hub = m.claim("It stands", title="c0")
    for number in range(1_000):
        m.relate(m.claim(str(number), title=f"a{number}"), "attack", hub)
    assert m.evaluate("preferred").rejected == ("c0",)
    assert m.proof().rejected == ("c0",)
    assert len(m.strengths()) == 1_001
    assert len(m.influence("c0", by="gradient")) == 1_000
    assert answers(lambda: m.why("c0"))
    assert not m.critical("c0", time_limit=0.2).sets


PIECES = [
    "p af ", "3", "\n", "\r\n", "\r", "1 2\n", "2 1\n", "+1 2\n", "01 02\n", "# 1 rain\n", "# 2 a b\n", "#\n", "%", " % c\n",
    "arg(a).", "arg(b).\n", "att(a,b).", "att(", "arg(", ")", ".", ",", "'a b'", "a b\n", "a\nb\n#\na b\n", "\ufeff", "\x00",
    "٣", "１", "1000000000000", "9" * 30, "-1 2\n", "1.0 2\n", "1 2 3\n", "p af 2\n", "p af 1000000000000\n", "\u2028", "\x85",
    "\x0c", "日本", "\ud800", "\u00a0", "p af +3\n", "0 1\n",
]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(
    text=st.one_of(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.text(max_size=30)),
    form=st.sampled_from([None, "iccma", "apx", "tgf"]),
)
def test_frameworks(text, form):
    said: list[str] = []
    raw = io.BytesIO(text.encode("utf-8", "surrogatepass"))
    for read in (lambda: argmap.Framework.parse(text, form), lambda: argmap.Framework.read(raw, form)):
        try:
            framework = read()
        except ArgmapError as error:
            said.append(str(error))
            continue
        for other in ("iccma", "apx", "tgf"):
            out = io.StringIO()
            framework.write(out, other)
            again = argmap.Framework.parse(out.getvalue(), other)
            assert again.sources.tolist() == framework.sources.tolist()
            assert again.targets.tolist() == framework.targets.tolist()
            assert len(again) == len(framework)
    assert all(said)


@settings(max_examples=40, deadline=None)
@given(names=st.lists(st.one_of(texts, st.text(max_size=6)), unique=True, max_size=5), data=st.data())
def test_frameworks_with_any_names_are_written_and_read(names, data):
    try:
        ends = st.tuples(st.sampled_from(names), st.sampled_from(names)) if names else None
        framework = argmap.Framework(names, [] if ends is None else data.draw(st.lists(ends, max_size=4)))
    except ArgmapError:
        return
    for form in ("iccma", "apx", "tgf"):
        out = io.BytesIO()
        renamed = framework.write(out, form)
        again = argmap.Framework.parse(out.getvalue().decode(), form)
        assert list(again.arguments) == [renamed.get(name, name) for name in framework.arguments]
