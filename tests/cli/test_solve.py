"""`argmap solve`."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from argmap.cli import solve as command
from argmap.cli.problems import TASKS, problems
from argmap.evaluate.dung import Framework

# 1 and 2 attack each other, and both attack 3, which attacks 4. 5 attacks itself.
AF = "p af 4\n# 1 hawk\n# 2 dove\n# 3 war is near\n# 4 peace\n1 2\n2 1\n1 3\n2 3\n3 4\n"
LIAR = "p af 1\n1 1\n"


@pytest.fixture(autouse=True)
def _file(folder):
    (folder / "net.af").write_text(AF)
    (folder / "liar.af").write_text(LIAR)
    (folder / "net.apx").write_text("arg(hawk). arg(dove). att(hawk,dove). att(dove,hawk).")
    (folder / "net.tgf").write_text("h the hawk\nd the dove\n#\nh d\nd h\n")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("-p DC-PR -f net.af -a 1", "YES\nw 1 4\n"),
        ("-p DC-PR -f net.af -a 3", "NO\n"),
        ("-p DS-PR -f net.af -a 4", "YES\n"),
        ("-p DS-PR -f net.af -a 1", "NO\nw 2 4\n"),
        ("-p DS-ST -f liar.af -a 1", "YES\n"),  # there is no stable extension without it
        ("-p DC-ST -f liar.af -a 1", "NO\n"),
        ("-p DS-GR -f net.af -a 4", "NO\nw\n"),
        ("-p SE-GR -f net.af", "w\n"),
        ("-p SE-ST -f liar.af", "NO\n"),
        ("-p EE-ST -f liar.af", "[]\n"),
        ("-p EE-PR -f liar.af", "[[]]\n"),
        ("-p CE-ST -f liar.af", "0\n"),
        ("-p CE-PR -f net.af", "2\n"),
        ("-p CE-CF -f net.af", "7\n"),
        ("-p ce-semi-stable -f net.af", "2\n"),
        ("-p DC-PR -f net.apx -a dove", "YES\nw dove\n"),
        ("-p DC-PR -f net.apx -fo APX -a dove", "YES\nw dove\n"),
        ("-p DC-PR -f net.tgf -a d", "YES\nw d\n"),
        ("-p DC-PR -f net.af -a dove --names", "YES\nw dove peace\n"),
        ("--formats", "[iccma,apx,tgf]\n"),
    ],
)
def test_answers(run, words, printed):
    result = run("solve", *words.split())
    assert (result.stdout, result.stderr, result.exit_code) == (printed, "", 0)


def test_names_of_several_words_are_one_word(run):
    assert run("solve", "-p", "DC-PR", "-f", "net.tgf", "-a", "the dove", "--names").stdout == 'YES\nw "the dove"\n'


def test_all_extensions(run):
    printed = run("solve", "-p", "EE-PR", "-f", "net.af").stdout
    assert printed in ("[[1,4],[2,4]]\n", "[[2,4],[1,4]]\n")
    assert run("solve", "-p", "EE-PR", "-f", "net.af").stdout == printed


def test_alone_it_tells_its_name_version_and_authors(run):
    result = run("solve")
    assert re.fullmatch(r"argmap [0-9.]+\S*\nThe argmap developers\n", result.stdout)
    assert result.exit_code == 0


def test_every_problem_is_listed_and_answered(run):
    listed = run("solve", "--problems").stdout.strip()
    assert listed == f"[{','.join(map(str, problems()))}]"
    assert len(problems()) == len(TASKS) * 13
    for problem in listed[1:-1].split(","):
        words = ["-a", "1"] if problem[0] == "D" else []
        result = run("solve", "-p", problem, "-f", "net.af", *words)
        assert result.exit_code == 0, problem
        assert re.fullmatch(r"(YES|NO|w|[0-9]+|\[.*\])(\n?w?( [0-9])*\n)*\n?", result.stdout), (problem, result.stdout)


@pytest.mark.parametrize("semantics", ["CO", "PR", "ST", "SST", "STG", "ID"])
def test_a_witness_fits_its_question(run, semantics):
    framework = Framework.parse(AF.replace("#", "# "), "iccma")
    extensions = {
        frozenset(str(framework.position(name) + 1) for name in each) for each in framework.extensions(semantics)
    }
    for number in "1234":
        yes = run("solve", "-p", f"DC-{semantics}", "-f", "net.af", "-a", number).stdout.splitlines()
        no = run("solve", "-p", f"DS-{semantics}", "-f", "net.af", "-a", number).stdout.splitlines()
        assert (yes[0] == "YES") == any(number in each for each in extensions)
        assert (no[0] == "YES") == all(number in each for each in extensions)
        if yes[0] == "YES":
            assert number in yes[1].split()[1:]
            assert frozenset(yes[1].split()[1:]) in extensions
        if no[0] == "NO":
            assert number not in no[1].split()[1:]
            assert frozenset(no[1].split()[1:]) in extensions


def test_standard_input(run):
    assert run("solve", "-p", "SE-ST", "-f", "-", text="arg(b). arg(a). att(a,b).").stdout == "w a\n"
    result = run("solve", "-p", "SE-ST", "-f", "-", text="p af 1\n1 2\n")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("<stdin>:2:3: error: There is no argument 2")


def test_json(run):
    facts = json.loads(run("solve", "-p", "DS-PR", "-f", "net.af", "-a", "1", "--json").stdout)
    assert facts.pop("reason")
    assert facts == {
        "problem": "DS-PR",
        "semantics": "preferred",
        "file": "net.af",
        "arguments": 4,
        "attacks": 5,
        "argument": "1",
        "is_known": True,
        "accepted": False,
        "witness": ["2", "4"],
    }
    facts = json.loads(run("solve", "-p", "SE-ST", "-f", "liar.af", "--json").stdout)
    assert facts["extension"] is None
    assert "no stable extension" in facts["reason"]
    assert json.loads(run("solve", "-p", "CE-PR", "-f", "net.af", "--json").stdout)["count"] == 2
    assert len(json.loads(run("solve", "-p", "EE-PR", "-f", "net.af", "--json").stdout)["extensions"]) == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("-p DS-PRR -f net.af -a 1", "There is no problem 'DS-PRR'. Did you mean 'DS-PR'?"),
        ("-p DS-prefered -f net.af -a 1", "There is no problem 'DS-prefered'. Did you mean 'DS-preferred'?"),
        ("-p XX -f net.af", "A problem is one of DC, DS, SE, EE, CE, a dash, and one of CF,"),
        ("-p DS-PR -f net.af", "DS-PR asks about an argument; name it with -a."),
        ("-p SE-PR -f net.af -a 1", "SE-PR asks about no argument"),
        ("-p DS-PR -f net.af -a 9", "'9' is no argument of this framework. The arguments are '1', '2', '3' ..."),
        ("-p DS-PR -f net.af -a hawk", "'hawk' is no argument of this framework. With --names it is one."),
        ("-p DS-PR -f net.apx -a hawkk", "Did you mean 'hawk'?"),
        ("-p DS-PR -a 1", "Name the problem with -p and the file with -f"),
        ("-f net.af", "Name the problem with -p and the file with -f"),
        ("-p SE-PR -f net.af -fo apxx", "There is no format 'apxx' of frameworks. Did you mean 'apx'?"),
        ("-p SE-PR -f net.af --time-limit -1", "-1"),
    ],
)
def test_wrong_uses(run, words, sentence):
    result = run("solve", *words.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in " ".join(result.stderr.split())


def test_files_that_cannot_be_read(run, folder):
    result = run("solve", "-p", "SE-PR", "-f", "nett.af")
    assert (result.exit_code, result.stderr) == (
        2,
        "nett.af: error: There is no file 'nett.af'. Did you mean 'net.af'?\n",
    )
    (folder / "bad.af").write_text("p af 2\n1 2\n1\n")
    result = run("solve", "-p", "SE-PR", "-f", "bad.af")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "bad.af:3:1: error: This line has one number; an attack has two, attacker and target. Write one attack a line.\n"
        "    3 | 1\n      | ^\n"
    )
    facts = json.loads(run("solve", "-p", "SE-PR", "-f", "bad.af", "--json").stdout)
    assert facts["diagnostics"][0]["line"] == 3
    assert facts["error"].startswith("bad.af:3:1: This line has one number")
    (folder / "bad.af").write_bytes(b"p af 1\n# caf\xe9\n")
    result = run("solve", "-p", "SE-PR", "-f", "bad.af")
    assert result.exit_code == 1
    assert "bad.af:2:6: The byte 0xE9 here is not UTF-8" in result.stderr


def many(count: int) -> str:
    """So many pairs of arguments that attack each other."""
    attacks = "".join(f"{2 * k + 1} {2 * k + 2}\n{2 * k + 2} {2 * k + 1}\n" for k in range(count))
    return f"p af {2 * count}\n{attacks}"


def test_time_runs_out(run, folder):
    (folder / "many.af").write_text(many(60))
    result = run("solve", "-p", "EE-PR", "-f", "many.af", "--time-limit", "0.3")
    assert result.exit_code == command.OUT_OF_TIME
    assert result.stdout.startswith("[[") or result.stdout == "[\n"
    assert not result.stdout.endswith("]]\n")
    found = result.stdout.count("[") - 1
    assert result.stderr == (
        f"Time ran out after 0.3 seconds; {found:,} extensions are known so far: the list has no end. "
        "Give it more with --time-limit.\n"
    )
    result = run("solve", "-p", "EE-PR", "-f", "many.af", "--time-limit", "0.3", "--json")
    facts = json.loads(result.stdout)
    assert result.exit_code == command.OUT_OF_TIME
    assert facts["is_known"] is False
    assert f"{len(facts['extensions']):,} extensions are known so far. " in result.stderr


class Unknown(Framework):
    """A framework of which nothing is found out in time."""

    def accepts(self, *words, **options):
        return super().accepts(*words, **options).__class__(None, is_known=False, reason="Time ran out.")

    def extension(self, *words, **options):
        return super().extension(*words, **options).__class__(None, is_known=False, reason="Time ran out.")

    def count(self, *words, **options):
        return super().count(*words, **options).__class__(7, is_known=False, reason="Time ran out.")


@pytest.mark.parametrize(
    ("words", "known", "fact"),
    [
        ("-p DC-PR -a 1", "it is not known whether the argument is accepted", ("accepted", None)),
        ("-p SE-PR", "no extension is known", ("extension", None)),
        ("-p CE-PR", "there are at least 7 extensions", ("at_least", 7)),
    ],
)
def test_what_is_known_when_time_runs_out(run, monkeypatch, words, known, fact):
    monkeypatch.setattr("argmap.evaluate.dung.Framework", Unknown)
    result = run("solve", "-f", "net.af", "--time-limit", "1", *words.split())
    assert (result.exit_code, result.stdout) == (124, "")
    assert result.stderr == f"Time ran out after 1 second; {known}. Give it more with --time-limit.\n"
    facts = json.loads(run("solve", "-f", "net.af", "--time-limit", "1", "--json", *words.split()).stdout)
    assert (facts["is_known"], facts[fact[0]]) == (False, fact[1])


def test_a_terminal_sees_how_many_there_are_so_far_and_a_pipe_nothing(run, folder, monkeypatch):
    (folder / "many.af").write_text(many(11))
    assert run("solve", "-p", "EE-PR", "-f", "many.af").stderr == ""
    monkeypatch.setattr(command, "is_terminal", lambda stream: stream is sys.stderr)
    assert run("solve", "-p", "EE-PR", "-f", "many.af").stderr == (
        "\r1,000 extensions\r2,000 extensions\r2,048 extensions\n"
    )


def test_the_names_of_arguments_move_no_cursor(run, folder):
    (folder / "bell.apx").write_text("arg(a\x1b[2J).")
    assert run("solve", "-p", "SE-PR", "-f", "bell.apx").stdout == 'w "a\\u001b[2J"\n'


def test_a_reader_that_goes_away_is_no_bug(folder):
    (folder / "many.af").write_text(many(14))
    words = [sys.executable, "-m", "argmap", "solve", "-p", "EE-PR", "-f", "many.af"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.read(10).startswith(b"[[")
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 141


def test_ctrl_c_while_the_solver_searches_is_no_bug(run, monkeypatch):
    def interrupted(solver, assumptions=(), **options):
        raise RuntimeError("Caught keyboard interrupt")  # what python-sat makes of it

    monkeypatch.setattr("pysat.solvers.Minisat22.solve_limited", interrupted)
    result = run("solve", "-p", "SE-ST", "-f", "net.af")
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")


def test_solving_loads_no_more_than_it_needs(folder):
    script = (
        "import sys\nfrom argmap.cli.app import run\n"
        "run(['solve', '-p', 'DC-PR', '-f', 'net.af', '-a', '1'])\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "numpy" in loaded
    assert not loaded & {
        "pydantic",
        "networkx",
        "yaml",
        "argmap.render",
        "argmap.text",
        "argmap.formats",
        "argmap.check",
    }


def test_help_loads_no_numpy():
    script = "import sys\nfrom argmap.cli.app import run\nrun(['solve', '--help'])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "numpy" not in done.stdout.splitlines()[-1].split()
