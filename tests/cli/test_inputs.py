"""Which files a command works on."""

from pathlib import Path

import click
import pytest

from argmap.cli.inputs import find_inputs
from argmap.cli.outputs import is_folder, place_outputs
from argmap.cli.reporter import Reporter

TREE = [
    "b.argdown",
    "a.ad",
    "C.JSON",
    "notes.md",
    "_partial.argdown",
    ".hidden.argdown",
    "sub/d.argdown",
    "sub/_no.argdown",
    "_skipped/e.argdown",
    ".git/f.argdown",
    "out/g.argdown",
]


@pytest.fixture(autouse=True)
def _tree(folder):
    for name in TREE:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("[A]: one\n")


def found(*given, **options):
    reporter = Reporter()
    return [Path(each.path).as_posix() for each in find_inputs(given, reporter, **options)], reporter.exit_code


def test_a_folder_in_the_order_of_the_alphabet():
    assert found(".") == (["C.JSON", "a.ad", "b.argdown", "out/g.argdown", "sub/d.argdown"], 0)
    assert found(".", endings=(".argdown",), leave_out="out") == (["b.argdown", "sub/d.argdown"], 0)


def test_what_is_named_is_taken_whatever_its_name():
    assert found("_partial.argdown", "notes.md", ".hidden.argdown") == (
        ["_partial.argdown", "notes.md", ".hidden.argdown"],
        0,
    )


def test_each_once(folder):
    assert found("b.argdown", "./b.argdown", str(folder / "b.argdown"), "b*", "-", "-") == (["b.argdown", "-"], 0)


def test_files_that_belong_together_are_one_input(folder):
    for name in ("t.csv", "t.edges.csv", "e.ann", "e.txt"):
        (folder / name).write_text("id,text\n")
    assert found("e.ann", "e.txt", "t.csv", "t.edges.csv", "-") == (["e.ann", "t.csv", "-"], 0)
    assert found("t.edges.csv", "e.txt") == (["t.edges.csv", "e.txt"], 0)


def test_patterns():
    # A pattern takes what it says, as in a shell: names with an underscore too, hidden ones not.
    assert found("*.a*") == (["_partial.argdown", "a.ad", "b.argdown"], 0)
    assert found("[a-z]*/**/*.argdown") == (["out/g.argdown", "sub/_no.argdown", "sub/d.argdown"], 0)
    assert found("s*") == ([], 2)


def test_links_to_folders_are_not_followed(folder):
    try:
        (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert found("sub") == (["sub/d.argdown"], 0)


def test_one_that_is_missing_stops_no_other():
    assert found("nowhere", "b.argdown") == (["b.argdown"], 2)


def outputs(given, out, ending=".svg"):
    inputs = find_inputs(given, Reporter(), leave_out=out)
    into_folder = is_folder(out, given, inputs)
    return [Path(path).as_posix() for path in place_outputs(inputs, out, ending, into_folder=into_folder)]


def test_places_of_outputs():
    assert outputs(["b.argdown"], None) == ["b.svg"]
    assert outputs(["sub/d.argdown"], None) == ["sub/d.svg"]
    assert outputs(["sub/d.argdown"], "x.svg") == ["x.svg"]
    assert outputs(["sub/d.argdown"], "out") == ["out/d.svg"]
    assert outputs(["sub/d.argdown"], "new/") == ["new/d.svg"]
    assert outputs(["sub/d.argdown", "b.argdown"], "new") == ["new/d.svg", "new/b.svg"]
    assert outputs(["sub"], "new") == ["new/d.svg"]
    assert outputs(["."], "new")[-1] == "new/sub/d.svg"
    assert outputs(["-"], None) == ["-"]
    assert outputs(["-"], "out") == ["out/debate.svg"]


def test_two_of_one_name(folder):
    (folder / "sub" / "d.ad").write_text("[A]: one\n")
    assert outputs(["sub"], "new") == ["new/d.svg", "new/d.argdown.svg"]
    assert outputs(["sub"], None) == ["sub/d.svg", "sub/d.argdown.svg"]


def test_those_of_one_name_keep_their_folders(folder):
    for name in ("class/ann/map.argdown", "class/bob/map.argdown", "class/cy/map.ad"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("[A]: one\n")
    both = ["new/ann/map.svg", "new/bob/map.svg"]
    assert outputs(["class/ann/map.argdown", "class/bob/map.argdown", "b.argdown"], "new") == [*both, "new/b.svg"]
    assert outputs(["class/ann", "class/bob/"], "new") == both
    assert outputs(["class/*/map.a*"], "new") == [*both, "new/map.svg"]
    assert outputs(["class"], "new") == [*both, "new/cy/map.svg"]


def test_several_files_do_not_go_into_one(folder):
    for given in (["b.argdown", "a.ad"], ["sub"], ["b.argdown", "nowhere"]):
        with pytest.raises(click.UsageError, match=r"need a folder to go into, and 'x.svg' is called like a file"):
            outputs(given, "x.svg")
    assert outputs(["sub"], "x.svg/") == ["x.svg/d.svg"]
    (folder / "v1.2").mkdir()
    assert outputs(["sub"], "v1.2") == ["v1.2/d.svg"]
    with pytest.raises(click.UsageError, match="'notes' is called like a file|notes"):
        (folder / "notes").write_text("x")
        outputs(["sub"], "notes")


FILE = "b.argdown"
NAMING_A_FILE = {
    "render": ["render", "nowhere"],
    "render --before": ["render", FILE, "--before", "nowhere", "-o", "x.svg"],
    "check": ["check", "nowhere"],
    "check --config": ["check", FILE, "--config", "nowhere"],
    "compare": ["compare", "nowhere", FILE],
    "compare KEY": ["compare", FILE, "nowhere"],
    "compare --cards": ["compare", FILE, FILE, "--cards", "nowhere"],
    "convert": ["convert", "nowhere", "--to", "json"],
    "diff": ["diff", "nowhere", FILE],
    "diff AFTER": ["diff", FILE, "nowhere"],
    "evaluate": ["evaluate", "nowhere"],
    "exercise": ["exercise", "nowhere", "cards", "--json"],
    "exercise --reading": ["exercise", FILE, "text-to-map", "--reading", "nowhere", "--json"],
    "flow": ["flow", "nowhere", "-o", "x.html"],
    "fmt": ["fmt", "nowhere"],
    "lesson": ["lesson", "nowhere"],
    "merge": ["merge", FILE, "nowhere", "-o", "x.argdown"],
    "merge --base": ["merge", FILE, FILE, "--base", "nowhere", "-o", "x.argdown"],
    "quiz": ["quiz", "nowhere"],
    "schemes --for": ["schemes", "--for", "nowhere"],
    "solve -f": ["solve", "-p", "SE-GR", "-f", "nowhere"],
    "stats": ["stats", "nowhere"],
    "whatif": ["whatif", "nowhere", "--remove", "A"],
    "why": ["why", "nowhere", "A"],
}


@pytest.mark.parametrize("words", NAMING_A_FILE.values(), ids=NAMING_A_FILE.keys())
def test_a_file_that_is_not_there_is_a_wrong_use_wherever_it_is_named(run, words):
    result = run(*words)
    assert result.exit_code == 2
    assert "There is no file 'nowhere'." in result.stderr + result.stdout


def test_a_debate_to_compare_with_that_cannot_be_read_is_a_problem(run, folder):
    (folder / "odd.argdown").write_bytes(b"\0\0")
    result = run("render", FILE, "--before", "odd.argdown", "-o", "x.svg")
    assert result.exit_code == 1
    assert "odd.argdown" in result.stderr
