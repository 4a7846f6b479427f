"""`argmap show`."""

import json

import pytest

TEXT = "[Rain]: It rains.\n  - [Sun]: The sun shines.\n"
SHOWN = """\
{name}
2 claims, 0 arguments, 1 relation.
− speaks against

[Rain] It rains.
  − [Sun] The sun shines.
"""


def test_a_file(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("show", "rain.argdown")
    assert (result.exit_code, result.stdout, result.stderr) == (0, SHOWN.format(name="rain.argdown"), "")


def test_standard_input(run):
    assert run("show", "-", text=TEXT).stdout == SHOWN.format(name="<stdin>")


def test_json_is_read_too(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    assert run("convert", "rain.argdown", "-o", "rain.json").exit_code == 0
    assert run("show", "rain.json").stdout == SHOWN.format(name="rain.json")
    assert run("show", "-", text=(folder / "rain.json").read_bytes()).stdout == SHOWN.format(name="<stdin>")


def test_several_files_and_one_that_is_bad(run, folder):
    for name in ("a.argdown", "c.argdown"):
        (folder / name).write_text(TEXT)
    (folder / "b.argdown").write_bytes(b"\0")
    result = run("show", ".")
    assert result.exit_code == 1
    assert result.stdout == "\n".join(SHOWN.format(name=f"./{name}") for name in ("a.argdown", "c.argdown"))
    assert "b.argdown: error: " in result.stderr


def test_what_is_wrong_is_told_and_the_rest_is_shown(run, folder):
    (folder / "a.argdown").write_text("[A]: *one\n\n[B]: two\n")
    result = run("show", "a.argdown")
    assert result.exit_code == 1
    assert "[B] two" in result.stdout
    assert result.stderr.startswith("a.argdown:1:6: error: ")


def test_for_programs(run, folder):
    (folder / "rain.argdown").write_text(TEXT)
    result = run("show", "--json", "rain.argdown", "-", text="[A]: one")
    facts = json.loads(result.stdout)
    assert [each["input"] for each in facts["files"]] == ["rain.argdown", "<stdin>"]
    assert [line["id"] for line in facts["files"][0]["outline"]] == ["Rain", "Sun"]


@pytest.mark.parametrize("width", ["30", "60"])
def test_a_width(run, width):
    result = run("show", "-", "--width", width, text="[A]: " + "word " * 50)
    assert max(map(len, result.stdout.splitlines()[3:])) <= int(width)


def test_a_hostile_text_moves_no_cursor(run):
    result = run(
        "show", "-", text='===\ntitle: "\\e[2J"\n===\n\n[A\x1b]: \x1b[31m \u202e {side: "\\a"}\n  - <\x9b>: \x07\n'
    )
    assert not set(result.stdout + result.stderr) & set("\x1b\x07\x9b\u202e")
    assert "\\x1b[31m" in result.stdout


def test_an_empty_text(run):
    result = run("show", "-", text="")
    assert result.exit_code == 0
    assert "warning" in result.stderr
    assert result.stdout == "<stdin>\n0 claims, 0 arguments, 0 relations.\n"


def test_the_flagship(run, folder):
    import argmap
    from tests.cli import GOLDEN
    from tests.golden import check_golden

    result = run("show", str(argmap.datasets.path("wet_street")), "--width", "70")
    check_golden(GOLDEN / "show-wet-street.txt", result.stdout)


def test_a_program_sees_which_file_failed_and_why(run, folder):
    (folder / "bin.argdown").write_bytes(b"\0")
    (folder / "bad.json").write_text("{,")
    (folder / "rain.argdown").write_text(TEXT)
    result = run("show", "--json", "bin.argdown", "bad.json", "rain.argdown", "no.argdown")
    assert (result.exit_code, result.stderr) == (2, "")
    missing, binary, bad, rain = json.loads(result.stdout)["files"]
    assert missing["error"] == "There is no file 'no.argdown'."
    assert "is not text" in binary["error"]
    assert "Nothing of it can be used" in bad["error"]
    assert bad["diagnostics"][0]["line"] == 1
    assert "error" not in rain
    assert rain["claims"] == 2


def test_no_short_help_is_cut(run):
    assert "..." not in run("--help").stdout.partition("Commands:")[2]
