"""The journal: whatever was done to its file, what it says is true, and it can go on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.corpora.journal import Journal
from argmap.errors import WriteError
from argmap.files.noting import ABSENT, noting_reads, print_of

NAMES = ("a", "b", "c")


def filled(path: Path) -> bytes:
    with Journal(str(path)) as journal:
        for number, name in enumerate(NAMES):
            journal.add(name, "how", {}, {"number": number, "text": "Grüße\ud800\n"})
    return path.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("journal") / "done"
    return path, filled(path)


def test_wherever_it_was_torn_it_goes_on(whole) -> None:
    path, data = whole
    for cut in range(len(data) + 1):
        path.write_bytes(data[:cut])
        lines = data[:cut].count(b"\n") - 1
        with Journal(str(path)) as journal:
            found = [journal.find(name, "how") for name in NAMES]
            # A line is whole without its end, too.
            assert [each is not None for each in found[: max(lines, 0)]] == [True] * max(lines, 0)
            assert found[lines + 1 :] == [None] * len(found[lines + 1 :])
            journal.add("d", "how", {}, "new")
        with Journal(str(path)) as journal:
            assert journal.find("d", "how") == "new"
            assert [journal.find(name, "how") for name in NAMES] == found


@given(st.data())
def test_what_is_damaged_counts_as_not_written(whole, data) -> None:
    path, written = whole
    head = written.index(b"\n") + 1
    at = data.draw(st.integers(head, len(written) - 1))
    sign = data.draw(st.integers(0, 255).filter(lambda sign: sign != written[at]))
    path.write_bytes(written[:at] + bytes([sign]) + written[at + 1 :])
    with Journal(str(path)) as journal:
        for number, name in enumerate(NAMES):
            assert journal.find(name, "how") in (None, {"number": number, "text": "Grüße\ud800\n"})
        journal.add("d", "how", {}, "new")
        assert journal.find("d", "how") == "new"


@pytest.mark.parametrize("line", ["[]", "[1, 2]", '["x", {}]', "{}", "null", "[" * 100_000, "[[1], 2]", "\xff"])
def test_lines_that_somebody_else_wrote(tmp_path: Path, line: str) -> None:
    filled(tmp_path / "done")
    with (tmp_path / "done").open("a", encoding="latin-1") as file:
        file.write(line + "\n")
    with Journal(str(tmp_path / "done")) as journal:
        assert journal.find("a", "how") is not None


@pytest.mark.parametrize("held", [{}, {"name": 1, "how": "x", "reads": {}, "result": 1}, {"name": "a"}, [1], None])
def test_a_line_with_a_right_print_and_nothing_of_use(tmp_path: Path, held) -> None:
    filled(tmp_path / "done")
    body = json.dumps(held)
    with (tmp_path / "done").open("a") as file:
        file.write(f'["{print_of(body.encode())}", {body}]\n')
    with Journal(str(tmp_path / "done")) as journal:
        assert journal.find("a", "how") is not None


def test_what_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    debate = tmp_path / "debate.argdown"
    debate.write_text("[A]: one\n")
    with pytest.raises(WriteError, match="is no journal, and is left alone"):
        Journal(str(debate))
    assert debate.read_text() == "[A]: one\n"
    with pytest.raises(WriteError, match="cannot be opened: Is a directory"):
        Journal(str(tmp_path))
    with pytest.raises(WriteError, match="cannot be opened: No such file"):
        Journal(str(tmp_path / "no" / "done"))


def test_only_what_has_not_changed_is_done(tmp_path: Path) -> None:
    from argmap.files.opening import read_bytes

    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    with noting_reads() as reads:
        assert read_bytes(str(one)) == b"1"
        with pytest.raises(Exception, match="There is no file"):
            read_bytes(str(other))
    assert reads == {str(one): print_of(b"1"), str(other): ABSENT}
    with Journal(str(tmp_path / "done")) as journal:
        journal.add("x", "how", reads, 1)
        assert journal.find("x", "how") == 1
        other.write_bytes(b"2")
        assert journal.find("x", "how") is None
        other.unlink()
        one.write_bytes(b"1")
        assert journal.find("x", "how") == 1
        one.write_bytes(b"3")
        assert journal.find("x", "how") is None
        journal.add("x", "how", {}, 2)
        assert journal.find("x", "how") == 2
        assert journal.find("x", "otherwise") is None
