"""What a person reads who does something wrong: one golden file for all of it."""

import argmap
from tests.cli import GOLDEN
from tests.golden import check_golden

NATIVE = '{"format": "argmap", "version": 1, "claims": [{"id": "A", "text": 3}, {"idd": "B"}]}'
CASES = {
    "a missing file": ["show", "debat.argdown"],
    "a missing folder": ["show", "nowhere/debate.argdown"],
    "a folder without debates": ["show", "empty"],
    "a pattern that fits nothing": ["show", "*.ad"],
    "what is not text": ["show", "picture.argdown"],
    "another encoding": ["fmt", "--check", "latin.argdown"],
    "errors of several kinds": ["show", "debate.argdown"],
    "a long line": ["show", "long.argdown"],
    "places in an included file": ["show", "whole.argdown"],
    "JSON that is broken": ["show", "broken.json"],
    "JSON that is no map": ["show", "wrong.json"],
    "JSON of something else": ["show", "package.json"],
    "an output without a folder": ["convert", "good.argdown", "-o", "nowhere/x.json"],
    "no command of this name": ["rendr", "debate.argdown"],
    "no option of this name": ["render", "--thme", "default", "debate.argdown"],
    "no format of this name": ["convert", "good.argdown", "--to", "jsonn"],
    "no argument": ["render"],
}


def test_messages(run, folder):
    (folder / "empty").mkdir()
    (folder / "good.argdown").write_text("[A]: one\n")
    (folder / "picture.argdown").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (folder / "latin.argdown").write_bytes("[Grüße]: Öl *x\n".encode("latin-1"))
    (folder / "debate.argdown").write_text(
        "[Kept]: A thesis that is kept.\n"
        "  + <Reason>: A *reason.\n"
        "\t\t- [漢字]: 漢字 **漢字\n"
        "\n"
        "(1) [P]: A premise.\n"
        "---\n"
        "(2) [C]: A conclusion.\n"
        "\n"
        "#\n"
        "\n"
        "See @[Kepd].\n"
    )
    (folder / "long.argdown").write_text("[A]: " + "word " * 60 + "*here " + "word " * 60)
    (folder / "whole.argdown").write_text(
        "[A]: one\n\n@include(part.argdown)\n\n@include(nowhere.argdown)\n\n[B]: *two\n"
    )
    (folder / "part.argdown").write_text("\n[C]: three *x\n")
    (folder / "broken.json").write_text(NATIVE[:-20])
    (folder / "wrong.json").write_text(NATIVE)
    (folder / "package.json").write_text('{\n  "name": "x"\n}\n')
    parts = []
    for name, words in CASES.items():
        result = run(*words)
        assert result.exit_code in (1, 2), name
        parts.append(f"# {name}\n$ argmap {' '.join(words)}\n{result.stderr}exit code {result.exit_code}\n")
    check_golden(GOLDEN / "messages.txt", "\n".join(parts))


def test_the_debates_that_come_with_argmap_give_no_message(run):
    for name in argmap.datasets.names():
        result = run("show", str(argmap.datasets.path(name)))
        assert (result.exit_code, result.stderr) == (0, "")
