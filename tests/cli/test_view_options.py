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


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize("option", [["--theme", "dark"], ["--style", "tree"], ["--engine", "bundled"]])
def test_an_outline_takes_no_looks(run, folder, kind, option):
    (folder / "rain.argdown").write_text(PLAIN)
    result = run("render", "rain.argdown", "--format", kind, "-o", "-", *option)
    assert result.exit_code == 2
    said = f"Leave {option[0]} out here: it is for pictures, and {kind} is an outline in words."
    assert said in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("setting", "same"),
    [
        ("selection.selectedTags=[shine]", {"selection": {"selectedTags": ["shine"]}}),
        ("selection.excludeDisconnected=true", {"selection": {"excludeDisconnected": True}}),
        ("map.statementLabelMode=title", {"map": {"statementLabelMode": "title"}}),
        ("group.groupDepth=2", {"group": {"groupDepth": 2}}),
        ("group.sections={More: {isGroup: true}}", {"group": {"sections": {"More": {"isGroup": True}}}}),
        ("model.explodeArguments=true", {"model": {"explodeArguments": True}}),
        ("color.tagColors.rain=#1b9e77", {"color": {"tagColors": {"rain": "#1b9e77"}}}),
        ("color.statementColors={Rain: '#1b9e77'}", {"color": {"statementColors": {"Rain": "#1b9e77"}}}),
        ("color.colorScheme=iwanthue-red-roses", {"color": {"colorScheme": "iwanthue-red-roses"}}),
    ],
)
def test_a_setting_means_on_the_command_line_what_it_means_in_the_front_matter(run, folder, setting, same):
    steps = "(1) Drops fall.\n(2) They are many.\n----\n(3) It pours.\n----\n(4) [Rain]\n"
    more = f"[Moon]: The moon shines.\n\n<Drops>\n\n{steps}"
    plain = PLAIN.replace("[Sun]: The sun shines.", "[Sun]: The sun shines. #shine") + f"\n{more}"
    (folder / "plain.argdown").write_text(plain)
    (folder / "set.argdown").write_text(f"===\n{json.dumps(same)}\n===\n\n{plain}")
    by_option = run("render", "plain.argdown", "--format", "dot", "-o", "-", "--set", setting)
    by_text = run("render", "set.argdown", "--format", "dot", "-o", "-")
    assert by_option.exit_code == by_text.exit_code == 0, by_option.stderr + by_text.stderr
    assert by_option.stdout == by_text.stdout
    assert by_option.stdout != run("render", "plain.argdown", "--format", "dot", "-o", "-").stdout


def test_a_setting_wins_over_the_front_matter_and_an_option_over_the_setting(run, folder):
    (folder / "rain.argdown").write_text(TEXT.replace("[shine]", "[rain]"))
    given = ("render", "rain.argdown", "--format", "txt", "-o", "-", "--set", "selection.selectedTags=[]")
    assert "It rains" in run("render", "rain.argdown", "--format", "txt", "-o", "-").stdout
    assert "The sun shines" not in run("render", "rain.argdown", "--format", "txt", "-o", "-").stdout
    assert "The sun shines" in run(*given).stdout
    assert "The sun shines" not in run(*given, "--side", "wet").stdout


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("colr.tagColors=1", "There is no setting 'colr.tagColors'. Did you mean 'color.tagColors'?"),
        ("map.addTags=true", "There is no setting 'map.addTags'. Use one of: map.statementLabelMode, "),
        ("group=1", "There is no setting 'group'. Use one of: group.groupDepth, "),
        (
            "group.groupDepth",
            "Write a setting as NAME=VALUE, such as color.colorizeByTag=true, not 'group.groupDepth'.",
        ),
        ("group.groupDepth=[", "The value of group.groupDepth cannot be read:"),
        ("group.groupDepth=two", "The setting group.groupDepth is a whole number from 0 on, not 'two'."),
        ("selection.selectedTags=[ran]", "which is not there. Did you mean 'rain'?"),
        ("color.tagColors.rain=reddish", "which is no colour such as '#1b9e77'."),
    ],
)
def test_a_setting_that_cannot_be_used_is_told(run, folder, setting, said):
    (folder / "rain.argdown").write_text(PLAIN)
    result = run("render", "rain.argdown", "--format", "dot", "-o", "-", "--set", setting)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
