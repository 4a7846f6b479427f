"""An argument fills in its scheme: what is decided stays, what is not is proposed, what is missing is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.check.roles import How
from argmap.errors import ModelError, UnknownNameError
from argmap.schemes import scheme_named, schemes


@pytest.fixture
def m():
    m = argmap.ArgumentMap()
    reasons = [
        m.claim("That Dr Meyer says so is on record", title="Says so"),
        m.claim("She is a specialist"),
        m.claim("It rains", title="Rain"),
    ]
    m.support(reasons, m.claim("Fluoride protects teeth", title="Fluoride"), title="Dentist")
    return m


def test_a_decision_is_written_into_the_data_and_comes_back_from_argdown(m):
    bound = m.bind("Dentist", "authority", {"Says so": 3, m.claims[1]: 1})
    assert m["Dentist"].scheme == "expert_opinion"
    assert m["Dentist"].data["roles"] == {"Says so": 3, "She is a specialist": 1}
    assert [slot.how for slot in bound.slots] == [How.DECIDED, How.ORDER, How.DECIDED]
    again = argmap.parse(m.to_argdown()).map
    assert not argmap.parse(m.to_argdown()).diagnostics
    assert [(slot.how, [again[name].text for name in slot.claims]) for slot in again.binding("Dentist").slots] == [
        (slot.how, [m[name].text for name in slot.claims]) for slot in bound.slots
    ]


def test_what_nobody_decided_is_proposed_and_not_written(m):
    bound = m.bind(m["Dentist"], scheme_named("expert opinion"))
    assert "roles" not in m["Dentist"].data
    assert [(slot.number, slot.claims, str(slot.how)) for slot in bound.slots] == [
        (1, (m.claims[1].id,), "likeness"),
        (2, ("Rain",), "order"),
        (3, ("Says so",), "likeness"),
    ]
    assert m.bind("Dentist", "expert_opinion", bound.roles).roles == bound.roles
    assert all(slot.how is How.DECIDED for slot in m.binding("Dentist").slots)


def test_another_scheme_takes_the_old_roles_out(m):
    m.bind("Dentist", "expert opinion", {"Says so": 3})
    assert m.bind("Dentist", "expert opinion").roles["Says so"] == 3
    m.bind("Dentist", "sign")
    assert dict(m["Dentist"].data) == {"scheme": "sign"}
    m.bind("Dentist", "sign", {"Rain": 1})
    m.bind("Dentist", "sign", {})
    assert dict(m["Dentist"].data) == {"scheme": "sign"}


def test_what_is_missing_and_what_is_too_much(m):
    m.bind("Dentist", "sign", {"Rain": 1, "Says so": 1})
    bound = m.binding("Dentist")
    assert bound.slots[0].claims == ("Says so", "Rain")
    assert bound.is_complete
    m.bind("Dentist", "correlation")
    assert len(m.binding("Dentist").unused) == 2
    assert "Plays no part in the scheme" in str(m.binding("Dentist"))
    sketch = m.argument("It is known", title="Known", data={"scheme": "sign"})
    bound = m.binding(sketch)
    assert bound.missing == scheme_named("sign").premises
    assert str(bound).endswith("2 premises of the scheme are missing.")
    assert repr(bound) == "<Binding of 'Known' to sign: 0 of 2 premises>"
    assert len(bound.questions) == 2


def test_a_premise_left_out_on_purpose_is_there():
    m = argmap.parse(
        "<Street>\n\n(1) [Humps]: Since our street has speed humps, cars are slower there.\n"
        '-- Example {implicit: "Our street is typical of the town."} --\n(2) Speed humps make cars slower.'
    ).map
    bound = m.binding("Street")
    assert bound.is_complete
    assert [slot.unsaid for slot in bound.slots] == [(), ("Our street is typical of the town.",)]
    assert "(left out on purpose)" in str(bound)


def test_the_step_that_names_the_scheme_counts():
    m = argmap.parse(
        "<A>\n\n(1) Smoke rises.\n(2) Smoke is a sign of fire.\n-- Sign --\n(3) There is fire.\n(4) Fire is hot.\n"
        "-- Modus ponens --\n(5) It is hot there.\n\n<B> {scheme: sign}\n\n(1) One.\n----\n(2) Two.\n(3) Three.\n----\n"
        "(4) Four."
    ).map
    # The last step names no scheme that is known, so the argument has none; said of the whole, all premises count.
    with pytest.raises(ModelError, match="names no scheme"):
        m.binding("A")
    assert [m[name].text for name in m.bind("A", "sign").roles] == ["Smoke rises.", "Smoke is a sign of fire."]
    assert [m[name].text for name in m.binding("B").roles] == ["One.", "Three."]


def test_claims_with_the_same_words_are_told_apart():
    m = argmap.ArgumentMap()
    reasons = [m.claim("It is so"), m.claim("It is so"), m.claim("B", title="C1")]
    argument = m.support(reasons, m.claim("So"))
    bound = m.bind(argument.id, "expert opinion", {reasons[0]: 3, reasons[1]: 2, reasons[2]: 1})
    assert bound.roles == {reasons[0].id: 3, reasons[1].id: 2, reasons[2].id: 1}


def test_mistakes_are_told_with_what_is_near(m):
    with pytest.raises(UnknownNameError, match="Did you mean 'expert_opinion'"):
        m.bind("Dentist", "expert_opinon")
    with pytest.raises(UnknownNameError, match="Did you mean 'Dentist'"):
        m.bind("Dentits", "sign")
    with pytest.raises(UnknownNameError, match="Did you mean 'Says so'"):
        m.bind("Dentist", "sign", {"Say so": 1})
    with pytest.raises(UnknownNameError, match="is no premise of the argument"):
        m.bind("Dentist", "sign", {"Fluoride": 1})
    for number in (0, 3, True, "1"):
        with pytest.raises(ModelError, match="1: A is observed here"):
            m.bind("Dentist", "sign", {"Rain": number})
    with pytest.raises(ModelError, match="is a claim"):
        m.bind("Rain", "sign")
    with pytest.raises(ModelError, match="names no scheme"):
        m.binding("Dentist")
    m.replace("Dentist", scheme="house rule")
    with pytest.raises(UnknownNameError, match="no scheme 'house rule'"):
        m.binding("Dentist")
    assert "roles" not in m["Dentist"].data


@pytest.mark.parametrize("name", argmap.datasets.names())
def test_every_premise_of_the_datasets_plays_or_is_left(name):
    m = argmap.datasets.load(name)
    for argument in m.arguments:
        if argument.scheme is None:
            continue
        bound = m.binding(argument)
        assert set(bound.roles) | set(bound.unused) <= {*argument.premises, *(s.conclusion for s in argument.steps)}
        assert not set(bound.roles) & set(bound.unused)
        assert [slot.premise for slot in bound.slots] == list(bound.scheme.premises)
        assert json.dumps(bound.to_data())


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=5,
)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.sampled_from([each.id for each in schemes()]), values)
def test_any_claims_and_any_data_can_be_bound(texts, scheme, roles):
    m = argmap.ArgumentMap()
    argument = m.support([m.claim(text or "x") for text in texts], m.claim("So"))
    m.replace(argument, data={"scheme": scheme, "roles": roles, "implicit": roles})
    bound = m.binding(argument.id)
    assert str(bound)
    assert {*bound.roles, *bound.unused} == {claim.id for claim in m.premises(argument.id)}
    decided = m.bind(argument.id, scheme, bound.roles)
    assert decided.roles == bound.roles
