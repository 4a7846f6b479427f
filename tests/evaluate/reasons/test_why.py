"""`why`: every explanation holds by the definitions, and says what it says in the words that were agreed on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import datasets
from argmap.errors import ArgmapError, UnknownNameError
from argmap.evaluate.network import SUPPORTS, network_of
from argmap.model import ArgumentMap
from tests.evaluate.definition import tangles
from tests.evaluate.reasons import GOLDEN
from tests.evaluate.reasons.verifier import Defined, verify
from tests.golden import check_golden
from tests.maps import maps
from tests.test_public_api import loaded_by

readings = st.sampled_from(sorted(SUPPORTS))
everything = {"depth": 10_000, "most": 100_000}


@settings(max_examples=60)
@given(st.one_of(maps(), tangles()), readings, st.data())
def test_grounded_reasons_hold_by_the_definition(m, support, data):
    if not len(m):
        return
    name = data.draw(st.sampled_from([record.id for record in m]))
    reasons = m.why(name, support=support, **everything)
    assert reasons.status == m.evaluate(support=support)[name]
    assert reasons.is_complete
    verify(m, reasons)
    held, beaten = Defined(network_of(m, support=support)).grounded()
    for step in reasons.steps:
        assert step.status == (
            "accepted" if step.about in held else "rejected" if step.about in beaten else "undecided"
        )


@settings(max_examples=80)
@given(
    tangles(),
    readings,
    st.sampled_from(["preferred", "stable", "complete", "semi-stable", "ideal", "eager"]),
    st.data(),
)
def test_other_reasons_hold_by_the_definition(m, support, semantics, data):
    name = data.draw(st.sampled_from([record.id for record in m]))
    reasons = m.why(name, semantics, support=support, **everything)
    assert reasons.status == m.evaluate(semantics, support=support)[name]
    if reasons.steps:
        verify(m, reasons)
    else:
        assert semantics == "stable"


@settings(max_examples=30)
@given(st.one_of(maps(), tangles()), st.integers(0, 2), st.data())
def test_what_is_cut_is_counted(m, depth, data):
    if not len(m):
        return
    name = data.draw(st.sampled_from([record.id for record in m]))
    whole, part = m.why(name, **everything), m.why(name, depth=depth)
    assert (part.status, part.defence, part.attacks) == (whole.status, whole.defence, whole.attacks)
    assert max(depth for depth, _ in part.lines) <= depth
    assert part.is_complete == (len(part.steps) == len(whole.steps))
    if not part.is_complete:
        left = len(whole.steps) - len(part.steps)
        assert part.sentences[-1].startswith(f"{left:,} more step")
    verify(m, part, is_whole=False)


def flagship() -> ArgumentMap:
    m = datasets.load("open_vs_closed")
    return m.subgraph(["Safety", "Bad actors will find a way", "How easy should it be?"])


@pytest.mark.parametrize(
    ("name", "claim", "semantics"),
    [
        ("safety", "Safety", "grounded"),
        ("gate-not-worth-it", "Gate not worth it", "grounded"),
        ("keep-closed", "Keep closed", "grounded"),
        ("keep-closed-preferred", "Keep closed", "preferred"),
        ("leaked-soon-preferred", "Leaked soon", "preferred"),
        ("leaked-soon", "Leaked soon", "grounded"),
        ("staged-release-preferred", "Staged release", "preferred"),
    ],
)
def test_sentences_about_the_flagship(name, claim, semantics):
    m = flagship() if semantics == "grounded" and claim in flagship() else datasets.load("open_vs_closed")
    check_golden(GOLDEN / f"{name}.txt", f"{m.why(claim, semantics)}\n")


@pytest.mark.parametrize(
    ("argdown", "claim", "words"),
    [
        ("[A]: One.", "A", "“A” stands: nothing in the map speaks against it."),
        ("[A]: One.\n  - [A]", "A", "“A” is undecided: it attacks itself, and nothing else settles it."),
        (
            "[A]: One.\n  - [B]: Two.",
            "A",
            "“A” falls: “B” attacks it, and stands.\n  “B” stands: nothing in the map speaks against it.",
        ),
        ("[A]: One.\n  + [A]", "A", "“A” falls: it would be its own reason."),
        (
            "<X>\n\n(1) [P]: One.\n----\n(2) [C]: Two.\n\n<Y>\n\n(1) [C]\n----\n(2) [P]",
            "P",
            "“P”, “C”, “X” and “Y” fall: they only hold one another up.",
        ),
        (
            "<X>\n\n(1) [P]: One.\n----\n(2) [C]: Two.\n\n<Y>\n\n(1) [C]\n----\n(2) [P]\n  + [Z]: Z.\n    - [Q]: Q.",
            "C",
            "“P”, “C”, “X” and “Y” fall: they only hold one another up, for what else would hold them up, “Z”, falls.\n"
            "  “Z” falls: “Q” attacks it, and stands.\n    “Q” stands: nothing in the map speaks against it.",
        ),
        (
            "[A]: One.\n  - [B]: Two.\n    - [C]: Three.\n      - [A]",
            "A",
            "“A” is undecided: “A” attacks “C”, which attacks “B”, which attacks “A”: nobody breaks this circle.",
        ),
        (
            "[A]: One.\n  + <X>: Two.\n    - [B]: Three.\n      >< [C]: Four.",
            "A",
            "“A” is undecided: “X” speaks for it, and is undecided.\n"
            "  “X” is undecided: “B” attacks it, and is undecided.\n"
            "    “B” is undecided: it and “C” contradict each other, and nothing decides between them.",
        ),
    ],
)  # fmt: skip
def test_sentences(argdown, claim, words):
    assert str(argmap.parse(argdown).map.why(claim)) == words


def test_names_that_two_share_are_told_apart():
    m = ArgumentMap()
    m.relate(m.claim("It rains."), "attack", m.claim("It rains."))
    assert m.why("C2").sentences == (
        "“It rains” (C2) falls: “It rains” (C1) attacks it, and stands.",
        "“It rains” (C1) stands: nothing in the map speaks against it.",
    )


def test_a_long_chain_is_cut_and_told_to_the_end():
    m = ArgumentMap()
    claims = [m.claim(f"Claim {number}") for number in range(3001)]
    for attacker, target in zip(claims[1:], claims, strict=False):
        m.relate(attacker, "attack", target)
    part = m.why(claims[0])
    assert len(part.lines) == 10
    assert part.sentences[-1].startswith("2,992 more steps that this rests on are left out, “Claim 9” among them")
    assert len(m.why(claims[0], depth=4000, most=4000).steps) == 3001


def test_many_attackers_are_counted():
    m = ArgumentMap()
    target = m.claim("Target")
    judge = m.claim("Judge")
    for number in range(400):
        attacker = m.claim(f"Attacker {number}")
        m.relate(attacker, "attack", target)
        m.relate(judge, "attack", attacker)
    reasons = m.why(target)
    assert "and 394 more attack it, but all fall" in reasons.sentences[0]
    assert len(reasons.lines) <= 202
    assert not reasons.is_complete


def test_no_stable_position_is_said_to_be():
    m = argmap.parse("[A]: One.\n  - [A]").map
    reasons = m.why("A", "stable")
    assert reasons.status == "undecided"
    assert reasons.sentences[0] == "There is no stable position, so none says anything of “A”."


def test_time_limits_are_told():
    reasons = datasets.load("open_vs_closed").why("Keep closed", "preferred", time_limit=0)
    assert not reasons.is_complete
    assert reasons.sentences[0].startswith("Time ran out")


def test_wrong_calls():
    m = flagship()
    with pytest.raises(UnknownNameError, match="Did you mean 'Safety'"):
        m.why("Safty")
    with pytest.raises(UnknownNameError, match="Did you mean 'preferred'"):
        m.why("Safety", "prefered")
    with pytest.raises(ArgmapError, match="gives no reasons"):
        m.why("Safety", "stage")
    with pytest.raises(ArgmapError, match="depth"):
        m.why("Safety", depth=-1)


def test_the_picture_shows_what_the_sentences_are_about(tmp_path):
    m = datasets.load("open_vs_closed")
    reasons = m.why("Safety")
    view = reasons.view()
    assert view.status["Bad actors will find a way"] == "rejected"
    assert view.status["Safety"] == "accepted"
    assert "Monopoly" not in view.status
    picture = reasons.render(tmp_path / "why.svg").read_text(encoding="utf-8")
    assert "Bad actors will find a way" in picture
    assert "Monopoly" not in picture


def test_plain_data_and_markdown():
    reasons = flagship().why("Gate works")
    data = reasons.to_data()
    assert data["status"] == "accepted"
    assert data["steps"][0]["attackers"] == ["Gate stops nobody"]
    assert data["attacks"] == [["Ease matters", "Bad actors will find a way, step 1"]]
    assert reasons._repr_markdown_().splitlines()[1].startswith("    - “Gate stops nobody” falls")


def test_grounded_reasons_need_no_numpy():
    code = (
        "import argmap; m = argmap.ArgumentMap(); m.claim('It rains'); m.why('C1'); m.what_if(); m.critical('C1').sets"
    )
    assert not loaded_by(code) & {"numpy", "networkx"}


@pytest.mark.parametrize("semantics", ["grounded", "preferred"])
def test_an_audience_is_heard(semantics):
    m = datasets.load("open_vs_closed")
    audience = "access > safety > innovation"
    verdicts = m.evaluate(semantics, audience=audience)
    for name in ("Gate works", "Keep closed", "Release weights", "Safety", "Gate like a lock", "Leaked soon"):
        reasons = m.why(name, semantics, audience=audience, **everything)
        assert reasons.status == verdicts[name]
        verify(m, reasons, audience=audience)
    assert m.what_if(semantics, audience=audience).before == verdicts
    assert m.critical("Keep closed", semantics=semantics, audience=audience).status == verdicts["Keep closed"]
    camps = m.camps(semantics, audience=audience)
    assert camps.shared == verdicts.accepted


def test_attacks_that_fail_are_told():
    m = ArgumentMap()
    gate = m.claim("A gate works", title="Gate", data={"values": "safety"})
    m.relate(m.claim("It costs time", title="Cost", data={"values": "ease"}), "attack", gate)
    assert str(m.why(gate, audience="safety > ease")) == "“Gate” stands: what attacks it does not succeed."
    assert m.why(gate, audience="ease > safety").status == "rejected"
