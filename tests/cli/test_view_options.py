"""The options that say what is drawn. What a view does is tested in tests/view."""

import json
import xml.etree.ElementTree as ET

import pytest

from argmap.cli import view_options
from argmap.view import Label, Statements
from argmap.view.view import KINDS, MARKS

TEXT = """\
===
selection: {selectedTags: [shine]}
===

# Weather

[Rain]: It rains. #rain {side: wet}
  - [Sun]: The sun shines. {side: dry}
    - [Cloud]: There are clouds. {side: wet}

## More

<Wet>: The street is wet.
  +> [Rain]
"""
PLAIN = TEXT.split("===\n\n")[1]


@pytest.fixture
def draw(run, folder):
    (folder / "rain.argdown").write_text(PLAIN)

    def drawn(*options: str) -> set[str]:
        result = run("render", "rain.argdown", "--format", "dot", "-o", "-", *options)
        assert result.exit_code == 0, result.stderr
        words = {
            "Rain": "It rains.",
            "Sun": "The sun shines.",
            "Cloud": "There are clouds.",
            "Wet": "The street is wet.",
        }
        return {name for name, text in words.items() if f">{name}<" in result.stdout or text in result.stdout}

    return drawn


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"Rain", "Sun", "Cloud", "Wet"}),
        (["--section", "More"], {"Wet"}),
        (["--tag", "rain"], {"Rain"}),
        (["--side", "dry"], {"Sun", "Wet"}),
        (["--side", "dry", "--side", "wet"], {"Rain", "Sun", "Cloud", "Wet"}),
        (["--kind", "argument"], {"Wet"}),
        (["--around", "Cloud"], {"Cloud", "Sun"}),
        (["--around", "Cloud", "--distance", "2"], {"Cloud", "Sun", "Rain"}),
        (["--depth", "0"], {"Rain"}),
        (["--fold", "Sun"], {"Rain", "Sun", "Wet"}),
        (["--exclude", "Sun", "--connected"], {"Rain", "Wet"}),
        (["--exclude", "Sun", "--connected", "--include", "Cloud"], {"Rain", "Wet", "Cloud"}),
        (["--argdown-view", "--steps", "show"], {"Rain", "Sun", "Cloud", "Wet"}),
    ],
)
def test_options_choose(draw, options, expected):
    assert draw(*options) == expected


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--section", "Mroe"], "There is no section 'Mroe' in this map. Did you mean 'More'?"),
        (["--tag", "rian"], "There is no tag 'rian' in this map. Did you mean 'rain'?"),
        (["--around", "Clod"], "There is no claim or argument 'Clod' in this map. Did you mean 'Cloud'?"),
        (["--kind", "atack"], "'atack' is none. Did you mean 'attack'?"),
        (["--steps", "hid"], "'hid' is none. Did you mean 'hide'?"),
        (["--depth", "-1"], "-1"),
        (["--before", "nowhere.argdown"], "nowhere.argdown"),
    ],
)
def test_wrong_uses(run, folder, options, sentence):
    (folder / "rain.argdown").write_text(PLAIN)
    result = run("render", "rain.argdown", *options)
    assert result.exit_code != 0
    assert sentence in result.stderr
    assert not (folder / "rain.svg").exists()


def test_settings_that_cannot_be_used_are_told(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    note = "The setting selection.selectedTags names the tag 'shine', which is not there."
    result = run("render", "rain.argdown")
    assert result.exit_code == 0
    assert f"rain.argdown: warning: {note}" in result.stderr
    result = run("render", "rain.argdown", "--json")
    assert json.loads(result.stdout)["files"][0]["notes"] == [note]


def test_findings_and_an_earlier_version(run, folder):
    (folder / "old.argdown").write_text(PLAIN.replace("It rains.", "It pours."))
    (folder / "rain.argdown").write_text(PLAIN + "\n[Snow]: It *snows.\n")
    assert run("render", "rain.argdown", "--findings", "--show", "sides", "--before", "old.argdown").exit_code == 1
    assert "snows" in " ".join(ET.fromstring((folder / "rain.svg").read_bytes()).itertext())


def test_the_help_has_a_heading_for_them(run):
    told = run("render", "--help").stdout
    assert told.index("What is drawn:") < told.index("--section SECTION") < told.index("--before FILE")
    assert told.index("--json") < told.index("What is drawn:")


def test_the_command_line_knows_the_words_that_a_view_knows():
    """They stand in both places, because help is written without loading what draws."""
    assert set(view_options._STATEMENTS) == set(Statements)
    assert view_options._MARKS == MARKS
    assert set(view_options._KINDS) == set(KINDS)
    assert set(view_options._LABELS) == set(Label) - {Label.HIDE_UNTITLED}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--audience", "safety"],
            "Leave --audience out here: it says how a debate is weighed, and without --evaluate",
        ),
        (["--support", "none"], "Leave --support out here"),
        (["--distance", "2"], "Leave --distance out here: it goes with --around, which is not there."),
        (["--page", "a4"], "Leave --page out here: it is for pdf, and this draws dot."),
        (["--scale", "2"], "Leave --scale out here: it is for png, and this draws dot."),
        (["--width", "200"], "Leave --width out here: it is for png, and this draws dot."),
        (["--relayout"], "Leave --relayout out here: it is for html, and this draws dot."),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(run, folder, options, said):
    (folder / "rain.argdown").write_text(PLAIN)
    result = run("render", "rain.argdown", "--format", "dot", "-o", "-", *options)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
