"""`argmap fmt`."""

import json
import stat
import sys

import pytest

UNTIDY = "[A]:   one\n\n\n\n[B]: two   \n     -    [A]"
TIDY = "[A]: one\n\n[B]: two\n  - [A]\n"
WRONG = "[A]:   one *x\n"


def test_in_place(run, folder):
    path = folder / "a.argdown"
    path.write_text(UNTIDY)
    path.chmod(0o640)
    result = run("fmt", "a.argdown")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Laid out: a.argdown (4 lines)\n")
    assert path.read_bytes() == TIDY.encode()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    before = path.stat().st_mtime_ns
    result = run("fmt", "a.argdown")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert path.stat().st_mtime_ns == before


def test_a_filter(run):
    result = run("fmt", "-", text=UNTIDY)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TIDY, "")


@pytest.mark.parametrize("text", [WRONG.encode(), "[A]:   Grüße\n".encode("latin-1"), b"\xef\xbb\xbf" + WRONG.encode()])
def test_a_filter_gives_back_what_has_errors(run, text):
    result = run("fmt", "-", text=text)
    assert result.exit_code == 1
    assert result.stdout_bytes == text
    assert result.stderr.startswith("<stdin>:1:")


def test_check_writes_nothing(run, folder):
    (folder / "a.argdown").write_text(UNTIDY)
    (folder / "b.argdown").write_text(TIDY)
    result = run("fmt", "--check", "b.argdown")
    assert (result.exit_code, result.output) == (0, "")
    result = run("fmt", "--check", "a.argdown", "b.argdown")
    assert result.exit_code == 1
    assert result.stderr == "Not in order: a.argdown (4 lines)\n2 files: 1 not in order, 1 in order already.\n"
    assert (folder / "a.argdown").read_text() == UNTIDY
    result = run("fmt", "--check", "-", text=UNTIDY)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "Not in order: <stdin> (4 lines)\n")


def test_diff_is_a_patch(run, folder):
    (folder / "a.argdown").write_text(UNTIDY)
    result = run("fmt", "--diff", "a.argdown")
    assert result.exit_code == 0
    assert result.stdout == (
        "--- a.argdown\n"
        "+++ a.argdown\n"
        "@@ -1,6 +1,4 @@\n"
        "-[A]:   one\n"
        "+[A]: one\n"
        " \n"
        "-\n"
        "-\n"
        "-[B]: two   \n"
        "-     -    [A]\n"
        "\\ No newline at end of file\n"
        "+[B]: two\n"
        "+  - [A]\n"
    )
    assert (folder / "a.argdown").read_text() == UNTIDY
    assert run("fmt", "--diff", "--check", "a.argdown").exit_code == 1
    assert run("fmt", "--diff", "-", text=TIDY).stdout == ""


def test_a_file_with_errors_is_left_alone_and_stops_no_other(run, folder):
    (folder / "a.argdown").write_text(WRONG)
    (folder / "b.argdown").write_text(UNTIDY)
    result = run("fmt", "a.argdown", "nowhere.argdown", "b.argdown")
    assert result.exit_code == 2
    assert (folder / "a.argdown").read_text() == WRONG
    assert (folder / "b.argdown").read_text() == TIDY
    assert "nowhere.argdown: error: There is no file" in result.stderr
    assert "2 files: 1 laid out, 1 with errors, left alone.\n" in result.stderr


def test_another_encoding_becomes_utf_8(run, folder):
    (folder / "a.argdown").write_text(TIDY, encoding="utf-16")
    (folder / "b.argdown").write_text(TIDY, encoding="utf-8-sig")
    result = run("fmt", ".")
    assert "a.argdown (its encoding)" in result.stderr
    assert (folder / "a.argdown").read_bytes() == (folder / "b.argdown").read_bytes() == TIDY.encode()


def test_a_folder_holds_more_than_argdown(run, folder):
    (folder / "a.json").write_text("{}")
    (folder / "b.argdown").write_text(TIDY)
    assert run("fmt", ".").output == ""
    assert (folder / "a.json").read_text() == "{}"


def test_for_programs(run, folder):
    (folder / "a.argdown").write_text(UNTIDY)
    (folder / "b.argdown").write_text(WRONG)
    result = run("fmt", "--check", "--json", "a.argdown", "b.argdown")
    assert result.exit_code == 1
    first, second = json.loads(result.stdout)["files"]
    assert first == {"input": "a.argdown", "diagnostics": [], "changed": True}
    assert [item["code"] for item in second["diagnostics"]] == ["unclosed-italic"]
    assert run("fmt", "--json", "--diff", "a.argdown").exit_code == 2
    assert run("fmt", "--json", "-", text=UNTIDY).exit_code == 2
    assert json.loads(run("fmt", "--json", "--check", "-", text=UNTIDY).stdout)["files"][0]["changed"]


def test_a_file_that_may_not_be_written(run, folder, monkeypatch):
    (folder / "a.argdown").write_text(UNTIDY)
    monkeypatch.setattr("os.access", lambda *_args: False)
    result = run("fmt", "a.argdown")
    assert result.exit_code == 1
    assert "may not be written to" in result.stderr
    assert (folder / "a.argdown").read_text() == UNTIDY


def test_includes_stay_as_they_are(run, folder):
    (folder / "a.argdown").write_text("[A]:   one\n\n@include(b.argdown)\n")
    result = run("fmt", "a.argdown")
    assert (result.exit_code, result.stderr) == (0, "Laid out: a.argdown (1 line)\n")
    assert (folder / "a.argdown").read_text() == "[A]: one\n\n@include(b.argdown)\n"


def test_a_file_that_may_not_be_read_stops_no_other(run, folder, monkeypatch):
    for name in ("a.argdown", "b.argdown"):
        (folder / name).write_text(UNTIDY)
    ordinary = open

    def refuse(path, *words, **options):
        if path == "a.argdown":
            raise PermissionError(13, "Permission denied")
        return ordinary(path, *words, **options)

    monkeypatch.setattr("builtins.open", refuse)
    result = run("fmt", "a.argdown", "b.argdown")
    assert result.exit_code == 1
    assert "a.argdown: error: 'a.argdown' cannot be read: Permission denied." in result.stderr
    assert (folder / "b.argdown").read_text() == TIDY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[A]: one\r\n\r\n[B]: two\r\n  - [A]\n", "line ends: CRLF and LF to "),
        ("[A]: one\r\r[B]: two\r  - [A]\r", "line ends: CR to LF"),
        ("[A]:   one\r\r[B]: two\r  - [A]\r", "1 line, line ends: CR to LF"),
    ],
)
def test_line_ends_are_named(run, folder, text, words):
    (folder / "a.argdown").write_bytes(text.encode())
    for option in ("--diff", "--check"):
        result = run("fmt", option, "a.argdown")
        assert f"Not in order: a.argdown ({words}" in result.stderr


def test_a_program_sees_what_is_left_alone(run, folder):
    (folder / "a.argdown").write_text(WRONG)
    (each,) = json.loads(run("fmt", "--json", "a.argdown").stdout)["files"]
    assert each["changed"] is False
    assert "left alone" in each["error"]
