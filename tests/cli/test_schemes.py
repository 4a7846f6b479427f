"""`argmap schemes`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from argmap import language, parse
from argmap.language import catalogue
from argmap.schemes import FAMILIES, in_argdown, schemes

Run = Callable[..., Result]

DEBATE = """
[Fluoride]: Fluoride in water protects teeth.
  + <Dentist>
  - <Rights>
  - <Odd>

<Dentist> {scheme: expert_opinion, roles: {Says so: 3}}
  - <Paid>

(1) [Says so]: Dr Meyer says that it does.
(2) She is a specialist.
----
(3) [Fluoride]

<Paid>: The dentist is paid by a maker of toothpaste. {asks: trust}

<Rights>: Freedom is a value that speaks against it.

<Odd>: Hm. {scheme: house rule}
"""


@pytest.fixture
def debate(folder: Path) -> str:
    (folder / "debate.argdown").write_text(DEBATE, encoding="utf-8")
    return "debate.argdown"


def test_the_list_has_all(run: Run) -> None:
    done = run("schemes")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    for family, about in FAMILIES.items():
        assert f"{family}: {about}" in lines
    for scheme in schemes():
        assert any(line.startswith(f"  {scheme.id} ") and scheme.name in line for line in lines)
    assert lines[-1] == "40 schemes with 140 critical questions. One as a card: argmap schemes expert_opinion"
    assert max(map(len, lines)) <= 100
    some = run("schemes", "--family", "causal").stdout
    assert "cause_to_effect" in some
    assert "2 schemes with 8 critical questions." in some


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_a_card_has_all_of_a_scheme(run: Run, scheme) -> None:
    told = " ".join(run("schemes", scheme.name).stdout.split())
    for part in (scheme.id, *scheme.premises, scheme.conclusion, scheme.source, *scheme.aliases):
        assert part in told
    for question in scheme.questions:
        assert f"{question.word} {question.kind} {question.text}" in told
    assert " ".join(in_argdown(scheme).split()) in told


def test_what_a_card_shows_in_argdown_can_be_read(run: Run) -> None:
    shown = run("schemes", "waste").stdout.partition("In Argdown\n")[2]
    assert parse("\n".join(line[2:] for line in shown.splitlines())).map["Argument"].scheme == "waste"


def test_names_that_are_misspelt_bring_the_nearest(run: Run) -> None:
    done = run("schemes", "expert_opinon")
    assert done.exit_code == 2
    assert "Did you mean 'expert_opinion'?" in done.stderr
    assert "To list all: argmap schemes" in run("schemes", "zzzz").stderr
    assert "Did you mean 'causal'?" in run("schemes", "--family", "casual").stderr
    assert "Use one of: en" in run("schemes", "--language", "tlh").stderr
    assert run("schemes", "sign", "--find", "expert").exit_code == 2
    assert run("schemes", "--family", "causal", "--find", "expert").exit_code == 2


def test_words_find_schemes(run: Run) -> None:
    assert run("schemes", "--find", "sunk cost").stdout.startswith("  waste  Waste")
    done = run("schemes", "--find", "zzzz")
    assert done.exit_code == 1
    assert done.stderr == "No scheme has the words 'zzzz'. To list all: argmap schemes\n"
    assert run("schemes", "--find", "").exit_code == 1


def test_json(run: Run) -> None:
    assert json.loads(run("schemes", "--json").stdout) == [scheme.to_data() for scheme in schemes()]
    assert [each["id"] for each in json.loads(run("schemes", "sign", "waste", "--json").stdout)] == ["sign", "waste"]
    assert json.loads(run("schemes", "--find", "zzzz", "--json").stdout) == []


def test_the_arguments_of_a_debate(run: Run, debate: str) -> None:
    assert run("schemes", "--for", debate).stdout == (
        "“Dentist” follows the scheme Expert opinion.\n"
        "  1. E is an expert in the field F.\n"
        "    “She is a specialist.” (proposed)\n"
        "  2. The claim A belongs to the field F.\n"
        "    missing\n"
        "  3. E says that A is true.\n"
        "    “Says so”\n"
        "  One premise of the scheme is missing.\n"
        "  Open questions\n"
        "    Is E unreliable, paid or biased on this point? (expert_opinion.trust)\n"
        "      Asked by “Paid” and not answered yet. Whoever put the argument forward owes an answer.\n"
        "    Does E base the statement on evidence? (expert_opinion.evidence)\n"
        "      Not answered yet. Whoever put the argument forward owes an answer.\n"
        "\n"
        "“Rights” names no scheme.\n"
        "  Value may fit. “Freedom is” appeals to a value. “speaks against” says what a value speaks for or against.\n"
        "\n"
        "“Odd” names the scheme “house rule”, which is not one of argmap's.\n"
        "  Nothing in the wording points to a scheme.\n"
        "\n"
        "“Paid” names no scheme.\n"
        "  Bias may fit. “paid by” says that somebody may take sides.\n"
    )


def test_one_argument_of_a_debate(run: Run, debate: str) -> None:
    done = run("schemes", "--for", debate, "Rights", "--json")
    (told,) = json.loads(done.stdout)["files"][0]["arguments"]
    assert told["argument"] == "Rights"
    assert told["suggestions"][0]["scheme"] == "values"
    assert "binding" not in told
    (told,) = json.loads(run("schemes", "--for", debate, "Dentist", "--json").stdout)["files"][0]["arguments"]
    assert told["binding"]["premises"][2]["how"] == "decided"
    assert [each["state"] for each in told["binding"]["questions"]].count("asked") == 1
    done = run("schemes", "--for", debate, "Dentits")
    assert done.exit_code == 2
    assert "Did you mean 'Dentist'?" in done.stderr
    assert "is a claim" in run("schemes", "--for", debate, "Fluoride").stderr
    assert run("schemes", "--for", "nowhere.argdown").exit_code == 2


def test_a_debate_from_a_pipe_and_one_without_arguments(run: Run) -> None:
    assert "Nothing in the wording" in run("schemes", "--for", "-", text="<A>: Hm.").stdout
    assert run("schemes", "--for", "-", text="[A]: Hm.").stdout == "The debate has no arguments.\n"
    assert (
        "For this language there is no list of words"
        in run("schemes", "--for", "-", text="===\nlanguage: nl\n===\n\n<A>: Tja.").stdout
    )


def test_another_language(run: Run, debate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    english = catalogue("en")
    made_up = {"schemes": {"conclusion": "OS", "expert_opinion": {"name": "Trepxe", "premise": {"1": "E si."}}}}
    monkeypatch.setattr(language, "catalogue", lambda code: made_up if code == "de" else english)
    card = run("schemes", "expert opinion", "--language", "de").stdout
    assert card.startswith("Trepxe (expert_opinion)")
    assert "\nOS\n" in card
    assert "(1) E si." in card
    told = run("schemes", "--for", debate, "Dentist", "--language", "de").stdout
    assert told.startswith("“Dentist” follows the scheme Trepxe.\n  1. E si.\n")


def test_hostile_words_do_not_reach_the_terminal(run: Run) -> None:
    text = "<A\x1b[31m\u202eB>: According to Dr \x1b[31mX it is so, for example.\n"
    done = run("schemes", "--for", "-", text=text)
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\x1b" not in run("schemes", "--find", "\x1b[31m").stderr
