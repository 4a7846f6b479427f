"""What is particular to each kind."""

from __future__ import annotations

import pytest

import argmap
from argmap.classroom.exercises import KINDS, LEVELS, NoMaterialError, exercise, exercises, lesson_set
from argmap.classroom.exercises.boxes import boxes_of
from argmap.classroom.exercises.faults import FAULTS
from argmap.classroom.exercises.placing import read, said
from argmap.classroom.exercises.quoting import sentences_of
from argmap.classroom.sheets import Cards
from argmap.errors import ArgmapError, UnknownNameError
from argmap.language import Words
from tests.classroom.lesson.debates import eight, sixty


@pytest.fixture(scope="module")
def uniforms() -> argmap.ArgumentMap:
    return argmap.datasets.school_uniforms()


@pytest.mark.parametrize("name", [name for name, _ in FAULTS])
def test_each_fault_is_found_by_its_rule_and_gone_once_it_is_mended(name: str, uniforms: argmap.ArgumentMap) -> None:
    made = uniforms.exercise("spot_the_flaw", fault=name, seed=1)
    box, what, _ = made.answers
    found = made.given.check(select=("STR", "WRD", "REA", "LOG")).findings
    assert [finding.name for finding in found].count(name) == 1
    assert box[0] in {claim.id for claim in made.given.claims}
    faulty = made.apply([])
    assert name in {finding.name for finding in faulty.check(select=("STR", "WRD", "REA", "LOG")).findings}
    assert made.apply([box, what]) == made.map
    other = next(option for option in made.tasks[1].options if (option,) != what)
    assert made.apply([box, other]) == faulty


def test_what_follows_is_what_the_evaluation_says() -> None:
    m = argmap.ArgumentMap()
    wet, rain, home = m.claim("The street is wet."), m.claim("It rains."), m.claim("We stay at home.")
    dark, bed = m.claim("It is dark."), m.claim("We go to bed.")
    m.support([wet], rain)
    m.support([rain], home)
    m.support([dark], bed)
    m.relate(home, "attack", bed)
    m.relate(dark, "support", home)
    made = m.exercise("what_follows", level="17-19")
    code = made.facts["codes"]
    for task in made.tasks:
        fallen = {
            change.id for change in made.given.what_if(remove=code[task.about[0]]).changes if change.after == "rejected"
        }
        assert set(task.answers) == fallen & set(code.values())
        assert not set(task.options) - set(code.values())


def test_the_stronger_box_is_stronger_by_every_way_to_weigh() -> None:
    made = argmap.datasets.open_vs_closed().exercise("rank_by_strength", seed=5)
    for semantics in ("quadratic-energy", "euler", "df-quad"):
        strengths = made.given.strengths(semantics)
        for task in made.tasks:
            weak = next(option for option in task.options if option not in task.answers)
            assert strengths[task.answers[0][:2]] > strengths[weak[:2]] + 0.07


def test_hints_name_words_that_nothing_else_has(uniforms: argmap.ArgumentMap) -> None:
    made = uniforms.exercise("hidden_premise", seed=1, hints=True)
    assert any(task.hint for task in made.tasks)
    bare = uniforms.exercise("hidden_premise", seed=1, hints=False)
    assert not any(task.hint for task in bare.tasks)
    assert bare.difficulty > made.difficulty or bare.difficulty == 5
    assert bare.answers == made.answers


def test_free_answers_are_for_a_person_to_judge(uniforms: argmap.ArgumentMap) -> None:
    made = uniforms.exercise("blanks", word_bank=False, seed=1)
    assert made.score(["Something else."]) == (None, *[False] * (len(made.tasks) - 1))
    assert made.score([made.answers[0][0].upper()])[0] is True


def test_blanks_by_rule(uniforms: argmap.ArgumentMap) -> None:
    rebuttals = uniforms.exercise("blanks", rule="rebuttals", seed=1)
    assert {task.about[0] for task in rebuttals.tasks} <= {"Shoes tell", "Swap shop"}
    premises = {name for argument in uniforms.arguments for name in argument.premises}
    linked = uniforms.exercise("blanks", rule="co-premises", seed=1)
    assert {task.about[0] for task in linked.tasks} <= premises
    assert len(uniforms.exercise("blanks", share=0.0, seed=1).tasks) == 1
    with pytest.raises(ArgmapError, match="give a number from 0 to 1"):
        uniforms.exercise("blanks", share=1.5)
    with pytest.raises(UnknownNameError, match="Did you mean 'rebuttals'"):
        uniforms.exercise("blanks", rule="rebutals")


def test_a_list_says_that_not_all_of_it_is_needed_only_where_something_is_left_over() -> None:
    spare, exact = (made.exercise("blanks", seed=1, level="14-16", word_bank=True) for made in (sixty(), eight()))
    assert len(spare.tasks[0].options) > len(spare.tasks)
    assert any("Not everything in the list" in line for line in spare.instructions)
    assert len(exact.tasks[0].options) == len(exact.tasks)
    assert not any("Not everything in the list" in line for line in exact.instructions)


def test_a_question_about_a_sentence_ends_with_it() -> None:
    for kind, ending in (("which_box", "”"), ("what_follows", "”?")):
        for task in argmap.datasets.open_vs_closed().exercise(kind, seed=1).tasks:
            assert task.prompt.endswith(ending)


def test_cards_have_connectors_and_tell_nothing(uniforms: argmap.ArgumentMap) -> None:
    made = uniforms.exercise("cards", seed=1)
    cards = next(block for block in made.sheet().blocks if isinstance(block, Cards)).cards
    part = boxes_of(made.map)
    assert len(cards) == len(part.boxes) + len(part.links)
    assert [card.corner for card in cards if card.corner] == sorted(made.facts["codes"].values())
    assert not any(card.back for card in cards)


def test_what_cards_do_is_said_and_read_again() -> None:
    for name in argmap.datasets.names():
        part = boxes_of(argmap.datasets.load(name))
        codes = {box.id: f"K{place}" for place, box in enumerate(part.boxes)}
        for link in part.links:
            line = said(link, link.sources[0], codes, Words("en"))
            found = read(line, link.sources[0], codes, Words("en"))
            assert found is not None
            assert found.meaning == link.meaning
    assert read("", "a", {"a": "K1"}, Words("en")) is None
    assert read("because", "a", {"a": "K1"}, Words("en")) is None
    assert read("because K1", "a", {"a": "K1"}, Words("en")) is None


def test_a_text_is_told_in_sentences_of_one_claim_each(uniforms: argmap.ArgumentMap) -> None:
    made = uniforms.exercise("text_to_map", seed=1)
    lines = [line for _, line in made.facts["text"]]
    assert len(lines) == len(made.given.claims)
    assert all(line.endswith(claim.text) for line, claim in zip(lines, made.given.claims, strict=True))


def test_a_reading_that_the_map_quotes_is_numbered() -> None:
    reading = "# Rain\n\nNobody knows. The street was wet at six. So it had rained. Wet streets come from rain."
    m = argmap.ArgumentMap(data={"sources": {"r": {"title": "Rain"}}})

    def quoted(text: str, quote: str) -> argmap.Claim:
        return m.claim(text, data={"cites": {"source": "r", "quote": quote}})

    rain = quoted("Rain fell.", "it had rained")
    wet, rule = quoted("The street is wet.", "The street was wet"), quoted("Rain wets.", "Wet streets come from rain.")
    m.support([wet], rain)
    m.support([rule], rain)
    made = m.exercise("text_to_map", reading=reading)
    assert made.facts["text"] == [
        ["1", "The street was wet at six."],
        ["2", "So it had rained."],
        ["3", "Wet streets come from rain."],
    ]
    assert made.apply() == made.map
    assert sentences_of("## A\n\n", "en") == []
    with pytest.raises(NoMaterialError, match="Fewer than three claims of this map that belong together quote"):
        m.exercise("text_to_map", reading="Another text.")


def test_the_flagship_goes_with_its_reading() -> None:
    reading = argmap.datasets.reading("open_vs_closed")
    made = argmap.datasets.open_vs_closed().exercise("text_to_map", seed=1, reading=reading)
    numbered = [line for number, line in made.facts["text"] if number]
    assert len(numbered) == len(made.tasks) > 5
    assert all(line in " ".join(reading.split()) for line in numbered)
    assert len(made.facts["text"]) < 36
    assert made.apply() == made.map


def test_the_other_side_is_the_one_that_is_named(uniforms: argmap.ArgumentMap) -> None:
    made = uniforms.exercise("steelman", side="for")
    assert made.answers[0] == ("Our school should have a uniform.",)
    assert made.facts["mine"] == "Our school should not have a uniform."
    with pytest.raises(UnknownNameError, match="There is no side|has no side 'fur'. Did you mean 'for'"):
        uniforms.exercise("steelman", side="fur")


def test_the_case_of_an_argument_of_two_steps_has_what_the_first_one_starts_from() -> None:
    m = argmap.ArgumentMap()
    stay, go = m.claim("Stay at home", side="stay"), m.claim("Go out", side="go")
    chain = m.argument(premises=[m.claim("It rains")], conclusion=m.claim("It is wet"))
    m.step(chain, [], stay)
    m.support("It is mild", go)
    made = m.exercise("steelman", side="stay")
    assert made.apply() == made.map
    assert "It rains" in [claim.text for claim in made.apply().claims]


def test_a_lesson_fits_into_its_time_and_goes_from_easy_to_hard() -> None:
    m = argmap.datasets.open_vs_closed()
    for minutes in (20, 45, 90):
        found = lesson_set(m, minutes=minutes, seed=2)
        assert 0 < sum(each.minutes for each in found) <= minutes * 0.8
        assert [each.difficulty for each in found] == sorted(each.difficulty for each in found)
        assert len({each.kind for each in found}) == len(found)
    assert lesson_set(m, minutes=45, seed=2) == lesson_set(m, minutes=45, seed=2)
    assert lesson_set(argmap.ArgumentMap()) == ()
    with pytest.raises(UnknownNameError, match="There is no level"):
        lesson_set(m, level="old")


def test_exercises_says_what_a_map_lacks() -> None:
    offers = exercises(argmap.ArgumentMap())
    assert [offer.kind for offer in offers] == list(KINDS)
    assert all(offer.why_not.endswith(".") and offer.trains.endswith((".", "?")) for offer in offers)
    with pytest.raises(UnknownNameError, match="have no option 'bank'"):
        exercise(argmap.datasets.wet_street(), "blanks", bank=True)


@pytest.mark.parametrize("language", ["de", "tlh"])
def test_a_language_without_words_for_exercises_is_english(language: str) -> None:
    m = argmap.datasets.wet_street()
    m.data["language"] = language
    made = m.exercise("blanks")
    assert made.title == "Fill in the blanks"
    with pytest.raises(UnknownNameError, match="There are no words in the language 'tlh'"):
        m.exercise("blanks", language="tlh")
    assert LEVELS["14-16"].has_help
