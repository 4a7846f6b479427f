"""A language file can say all that the schemes say; what it leaves out is said in English."""

import pytest

from argmap import language, parse
from argmap.language import catalogue
from argmap.schemes import FAMILIES, QuestionKind, said, said_family, said_kind, said_question, scheme_named, schemes

BACKWARDS = {
    "schemes": {
        "families": {"evidence": "ecnedive"},
        "follows": "{scheme} :{argument}",
        "kinds": {"exception": {"name": "noitpecxe"}},
        "sign": {
            "name": "ngiS",
            "premise": {"2": ".B fo ngis a si A"},
            "conclusion": ".B",
            "question": {"rival": "?lavir"},
        },
    }
}


@pytest.fixture
def made_up(monkeypatch):
    """A language in which a few things are said backwards, under the code `de`."""
    english = catalogue("en")
    monkeypatch.setattr(language, "catalogue", lambda code: BACKWARDS if code == "de" else english)
    return "de"


def test_a_scheme_is_said_as_far_as_the_language_goes(made_up):
    english = scheme_named("sign")
    sign = said(english, made_up)
    assert (sign.id, sign.family, sign.source, sign.aliases) == (
        english.id,
        english.family,
        english.source,
        english.aliases,
    )
    assert sign.name == "ngiS"
    assert sign.premises == (english.premises[0], ".B fo ngis a si A")
    assert sign.conclusion == ".B"
    assert [question.text for question in sign.questions] == [english.questions[0].text, "?lavir"]
    assert [question.kind for question in sign.questions] == [question.kind for question in english.questions]
    assert said_question(english.question("rival"), made_up).text == "?lavir"
    assert said(scheme_named("waste"), made_up) == scheme_named("waste")


def test_families_and_kinds_are_said(made_up):
    assert said_family("evidence", made_up) == "ecnedive"
    assert said_family("causal", made_up) == FAMILIES["causal"]
    assert said_kind(QuestionKind.EXCEPTION, made_up)[0] == "noitpecxe"
    assert said_kind(QuestionKind.EXCEPTION, made_up)[1] == said_kind(QuestionKind.EXCEPTION, "en")[1]


def test_the_map_decides_the_language_unless_it_is_asked_otherwise(made_up):
    m = parse("===\nlanguage: de\n===\n\n<Smoke>: Smoke rises. {scheme: sign}").map
    assert m.open_questions().lines[0] == (0, "ngiS :“Smoke”")
    assert m.open_questions(language="en").lines[0] == (0, "“Smoke” follows the scheme Sign.")
    assert m.binding("Smoke").scheme.name == "ngiS"
    assert m.binding("Smoke", language="en").scheme.name == "Sign"


@pytest.mark.parametrize("scheme", schemes(), ids=lambda scheme: scheme.id)
def test_the_words_about_schemes_and_the_words_of_schemes_do_not_share_a_key(scheme):
    assert scheme.id not in catalogue("en")["schemes"]
    assert said(scheme, "en") == scheme
    assert said(scheme, "no such language") == scheme


@pytest.mark.parametrize("code", language.languages())
def test_a_translation_of_a_scheme_says_what_there_is(code):
    table = catalogue(code).get("schemes", {})
    for scheme in schemes():
        own = table.get(scheme.id, {})
        assert set(own) <= {"name", "conclusion", "premise", "question"}
        assert set(own.get("premise", {})) <= {str(number) for number in range(1, len(scheme.premises) + 1)}
        assert set(own.get("question", {})) <= {question.word for question in scheme.questions}
