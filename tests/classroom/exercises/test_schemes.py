"""Name the scheme, and answer the critical question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import language
from argmap.classroom.exercises import Exercise, NoMaterialError
from argmap.classroom.exercises.scheme_arguments import told
from argmap.classroom.sheets.markdown import markdown_of
from argmap.language import catalogue
from argmap.schemes import known, scheme_named, schemes

KINDS = ("name_the_scheme", "critical_question")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", argmap.datasets.names())
@pytest.mark.parametrize("seed", range(3))
def test_the_key_gives_back_the_map_and_no_other_answer_does(kind: str, name: str, seed: int) -> None:
    m = argmap.datasets.load(name)
    before = m.to_json()
    made = m.exercise(kind, seed=seed)
    assert made == m.exercise(kind, seed=seed)
    assert m.to_json() == before
    assert Exercise.from_data(made.to_data()) == made
    assert made.apply() == made.map
    assert made.apply([]) != made.map
    for place, task in enumerate(made.tasks):
        assert made.score({place: task.answers})[place] is True
        for option in set(task.options) - set(task.answers):
            answers = [*made.answers[:place], (option,), *made.answers[place + 1 :]]
            assert made.apply(answers) != made.map
            assert made.score(answers)[place] is False


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_given_names_no_scheme_and_the_sheet_no_answer(kind: str) -> None:
    made = argmap.datasets.open_vs_closed().exercise(kind, seed=2)
    assert all(argument.scheme is None and not argument.data for argument in made.given.arguments)
    assert {claim.id for claim in made.given.claims} == {f"C{n}" for n in range(1, len(made.given.claims) + 1)}
    assert all(argument.title is None for argument in made.given.arguments)
    pupils, teachers = markdown_of(made.sheet()), markdown_of(made.key())
    assert "☑" not in pupils
    assert all(task.why not in pupils for task in made.tasks if task.why)
    assert teachers.count("☑") == sum(bool(task.options) for task in made.tasks)
    for task in made.tasks:
        assert all(answer in teachers for answer in task.answers)
    for argument in made.map.arguments:
        assert known(argument.scheme or "") is not None


NEAR = {
    "practical": {"practical", "causal"},
    "causal": {"causal", "practical", "evidence"},
    "evidence": {"evidence", "causal"},
}
"""Families that overlap: “Will something keep the effect from happening?” is a good question about consequences, too."""


def test_wrong_options_are_of_other_families_and_the_right_one_is_there_once() -> None:
    names = {scheme.name: scheme for scheme in schemes()}
    m = argmap.datasets.open_vs_closed()
    for seed in range(8):
        for task in m.exercise("name_the_scheme", seed=seed).tasks:
            right = names[task.answers[0]]
            others = [names[option] for option in task.options if option != right.name]
            assert len(others) == 3
            assert not {other.family for other in others} & NEAR.get(right.family, {right.family})
            assert m[task.about[0]].scheme == right.id
        questions = m.exercise("critical_question", seed=seed).tasks[::2]
        for task in questions:
            own = scheme_named(m[task.about[0]].scheme or "")
            near = [
                each.text
                for scheme in schemes()
                if scheme.family in NEAR.get(own.family, {own.family}) and scheme.id != own.id
                for each in scheme.questions
            ]
            assert not set(task.options) & set(near) - {each.text for each in own.questions}
            assert [option in [each.text for each in own.questions] for option in task.options].count(True) == 1


def test_the_key_has_what_the_map_answers() -> None:
    m = argmap.parse(
        "[Fluoride]: Fluoride protects teeth.\n  + <Dentist>\n\n<Dentist>: Our dentist says so.\n"
        "  {scheme: expert_opinion}\n  + [Studies]\n\n[Studies]: The dentist cites three large studies.\n"
        "  {answers: evidence}\n"
    ).map
    which, answer = m.exercise("critical_question").tasks
    assert which.answers == ("Does E base the statement on evidence?",)
    assert answer.answers == ("The dentist cites three large studies.",)
    assert answer.is_right("Anything else") is None


def test_the_young_get_a_table_of_the_schemes() -> None:
    m = argmap.datasets.open_vs_closed()
    assert m.exercise("name_the_scheme", level="11-13").facts["table"]
    assert m.exercise("name_the_scheme", level="17-19").facts["table"] == []
    assert m.exercise("name_the_scheme", level="17-19", table=True).facts["table"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_without_schemes_says_what_it_lacks(kind: str) -> None:
    m = argmap.ArgumentMap("Rain")
    rain = m.support("The street is wet", m.claim("It rains"))
    with pytest.raises(NoMaterialError, match="says which scheme it follows"):
        m.exercise(kind)
    m.bind(rain, "sign")
    assert len(m.exercise(kind).map.arguments) == 1


def test_steps_on_the_way_stay_in_the_map() -> None:
    m = argmap.parse(
        "<A> {scheme: sign}\n\n(1) Smoke rises.\n----\n(2) There is fire.\n(3) Fire is hot.\n----\n(4) It is hot there."
    ).map
    made = m.exercise("name_the_scheme")
    assert len(made.map.claims) == 4
    assert made.apply() == made.map


def test_it_is_said_in_the_language_of_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    english = catalogue("en")
    table = {"schemes": {"sign": {"name": "ngiS", "question": {"strength": "?htgnerts", "rival": "?lavir"}}}}
    monkeypatch.setattr(language, "catalogue", lambda code: table if code == "de" else english)
    m = argmap.datasets.wet_street()
    m.data["language"] = "de"
    made = m.exercise("name_the_scheme")
    assert made.tasks[0].answers == ("ngiS",)
    assert made.apply() == made.map
    asked = m.exercise("critical_question")
    assert asked.tasks[0].answers[0] in ("?htgnerts", "?lavir")
    assert asked.apply() == asked.map


words = st.text(max_size=30)


@given(st.lists(words, min_size=1, max_size=3), words, words, st.sampled_from([each.id for each in schemes()]))
def test_any_words_make_an_exercise_or_say_why_not(reasons: list[str], end: str, title: str, scheme: str) -> None:
    m = argmap.ArgumentMap(title)
    claims = [m.claim(reason or "x") for reason in reasons]
    m.argument(title=title or None, premises=claims, conclusion=m.claim(end or "y"), scheme=scheme)
    for kind in KINDS:
        if told(m):
            made = m.exercise(kind)
            assert made.apply() == made.map
            assert made.sheet("large")
            assert made.key()
        else:
            with pytest.raises(NoMaterialError):
                m.exercise(kind)
