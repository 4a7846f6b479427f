"""A corpus: bad files are entries, results come in order, workers may die, and nothing is drawn far ahead."""

from __future__ import annotations

import gc
import multiprocessing
import os
import subprocess
import sys
import threading
import weakref
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.corpora.parallel import Lost, in_order
from argmap.errors import ArgmapError, ReadError, UnknownNameError
from argmap.memory import collection_paused
from tests.corpora import work

DIED = "The process that worked on it ended; it may have needed more memory than there is."


def test_a_bad_file_is_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("[A]: It *rains.\n")
    (tmp_path / "b.json").write_text('{"format": "argmap", "version": 1, "claims": [{}]}')
    (tmp_path / "c.argdown").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "d.argdown").write_text("[A]: one\n")
    entries = list(argmap.corpus([tmp_path, "no-such-debate.argdown"]))
    assert [entry.place for entry in entries] == [
        "a.argdown",
        "b.json",
        "c.argdown",
        "d.argdown",
        "no-such-debate.argdown",
    ]
    assert [entry.map is not None for entry in entries] == [True, False, False, True, False]
    assert [entry.error is None for entry in entries] == [True, False, False, True, False]
    assert [item.code for item in entries[0].diagnostics] == ["unclosed-italic"]
    assert "claims[0].id" in str(entries[1].error)
    assert entries[1].diagnostics
    assert "is not text" in str(entries[2].error)
    assert entries[4].error == "There is no file 'no-such-debate.argdown'."


def test_a_bug_in_a_reader_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.formats import native

    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "b.argdown").write_text("[A]: one\n")

    def broken(opened: object) -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr(native, "read", broken)
    one, other = argmap.corpus(tmp_path)
    assert one.error.startswith("argmap has a bug here: RuntimeError: no luck (test_reading.py:")
    assert other.map is not None


def test_it_is_read_anew_each_time_and_counts_without_reading(tmp_path: Path) -> None:
    corpus = argmap.corpus(tmp_path)
    (tmp_path / "a.argdown").write_bytes(b"\0\0\0")
    assert len(corpus) == 1
    assert corpus
    (tmp_path / "b.argdown").write_text("[A]: one\n")
    assert len(corpus) == len(list(corpus)) == 2


def test_folders_in_folders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.argdown").write_text("[A]: one\n")
    (tmp_path / "b.argdown").write_text("[A]: one\n")
    assert [entry.place for entry in argmap.corpus(tmp_path)] == ["b.argdown", os.path.join("in", "a.argdown")]
    assert [entry.place for entry in argmap.corpus(tmp_path, recursive=False)] == ["b.argdown"]


def test_a_format_for_all(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[A]: one\n")
    [entry] = argmap.corpus(tmp_path / "a.json", format="argdown")
    assert [claim.id for claim in entry.map.claims] == ["A"]
    with pytest.raises(UnknownNameError, match="Did you mean 'argdown'"):
        argmap.corpus(tmp_path, format="argdwn")


def test_the_package_does_not_hide_the_function() -> None:
    import argmap.corpora

    assert argmap.corpus is argmap.corpora.corpus
    assert callable(argmap.corpus)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_in_the_order_of_the_files(write, jobs: int) -> None:
    results = list(argmap.corpus(write(60)).map(work.claims, jobs=jobs))
    assert [result.place for result in results] == [f"{number:03}.argdown" for number in range(60)]
    assert [result.value for result in results] == [1 + number % 5 for number in range(60)]


def test_other_processes_do_the_work(write) -> None:
    results = [result.value for result in argmap.corpus(write(40)).map(work.process, jobs=2)]
    assert len(set(results)) == 2
    assert os.getpid() not in results


def test_any_executor(write) -> None:
    corpus = argmap.corpus(write(30))
    expected = list(corpus.map(work.claims))
    with ThreadPoolExecutor(3) as threads:
        assert list(corpus.map(work.claims, executor=threads)) == expected
        assert list(corpus.map(lambda entry: len(entry.map.claims), executor=threads)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_function_that_raises_costs_one_file(write, jobs: int) -> None:
    results = list(argmap.corpus(write(6)).map(work.raise_at_odd, jobs=jobs))
    assert [result.error for result in results] == [None, "The function raised ValueError: an odd one"] * 3


def test_workers_that_die_cost_their_files(write) -> None:
    results = list(argmap.corpus(write(80, bombs=(3, 4, 60))).map(work.die_of_bombs, jobs=2))
    assert len(results) == 80
    assert {result.place: result.error for result in results if result.error} == {
        "003bomb.argdown": DIED,
        "004bomb.argdown": DIED,
        "060bomb.argdown": DIED,
    }
    assert [result.place[:3] for result in results] == [f"{number:03}" for number in range(80)]


def test_a_pool_that_breaks_is_replaced(write) -> None:
    corpus = argmap.corpus(write(40, bombs=(20,)))
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        results = list(corpus.map(work.die_of_bombs, executor=pool))
    assert [result.place for result in results if result.error] == ["020bomb.argdown"]
    assert len(results) == 40


def test_an_answer_that_cannot_be_sent_costs_one_file(write) -> None:
    results = list(argmap.corpus(write(5)).map(work.unsendable, jobs=2))
    assert [result.error is None for result in results] == [True, False, True, True, True]
    assert "not this one" in str(results[1].error)


def test_functions_that_cannot_be_sent(write) -> None:
    corpus = argmap.corpus(write(3))
    with pytest.raises(ArgmapError, match="Define it with `def` at the top of a module"):
        list(corpus.map(lambda entry: 1, jobs=2))
    with pytest.raises(ArgmapError, match="not -1"):
        list(corpus.map(work.claims, jobs=-1))
    with pytest.raises(ArgmapError, match=r"not '2'\.$"):
        list(corpus.map(work.claims, jobs="2"))


SCRIPT = """
import argmap
def claims(entry):
    return len(entry.map.claims)
print(*[result.value for result in argmap.corpus({folder!r}).map(claims, jobs=2)])
"""


def test_a_script_without_a_guard_is_told_what_to_do(write, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(folder=str(write(3))))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "put what reads the corpus below the line `if __name__ == '__main__':`" in done.stderr
    assert done.stderr.count("Traceback") == 1
    script.write_text(script.read_text().replace("print", "if __name__ == '__main__':\n    print"))
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("1 2 3\n", "")


class Slow:
    """An executor of two workers that counts what is under way; a future is worked on when it is asked for."""

    _max_workers = 2

    def __init__(self) -> None:
        self.waiting = self.most = 0

    def submit(self, function, /, *arguments):
        self.waiting += len(arguments[1])
        self.most = max(self.most, self.waiting)
        executor = self

        class Later:
            def result(self):
                executor.waiting -= len(arguments[1])
                return function(*arguments)

        return Later()


def test_only_a_little_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "collect", lambda: 0)  # each worker collects what it leaves; here it is all one process
    drawn = 0

    def items():
        nonlocal drawn
        for number in range(1000):
            drawn += 1
            yield number

    executor = Slow()
    most = 0
    for taken, (item, answer) in enumerate(in_order(str, items(), executor=executor)):
        assert answer == str(item) == str(taken)
        most = max(most, drawn - taken)
    assert executor.most <= 5 * 16
    assert most <= 6 * 16 + 1


def test_heavy_things_go_alone() -> None:
    executor = Slow()
    found = list(in_order(str, range(50), executor=executor, weight=lambda _: 2_000_000))
    assert len(found) == 50
    assert executor.most == 5


class Losing:
    """A cluster that loses every third task; and always the one for number 7."""

    def __init__(self) -> None:
        self.tasks = 0

    def submit(self, function, /, *arguments):
        self.tasks += 1
        future: Future[object] = Future()
        if self.tasks % 3 == 0 or 7 in arguments[1]:
            future.set_exception(OSError("a machine is gone"))
        else:
            future.set_result(function(*arguments))
        return future


def test_what_a_cluster_loses_is_tried_once_more_alone() -> None:
    executor = Losing()
    found = dict(in_order(str, range(20), executor=executor, weight=lambda _: 2_000_000))
    lost = [item for item, answer in found.items() if isinstance(answer, Lost)]
    assert 7 in lost
    assert list(found) == list(range(20))
    assert found[7] == Lost("No answer came back for it: OSError: a machine is gone")
    assert len(lost) < 8  # each lost once was tried again


def test_left_early_the_processes_end(write) -> None:
    before = set(multiprocessing.active_children())
    results = argmap.corpus(write(200)).map(work.process, jobs=2)
    next(results)
    started = set(multiprocessing.active_children()) - before
    assert len(started) == 2
    results.close()
    assert not started & set(multiprocessing.active_children())
    assert all(not process.is_alive() for process in started)


def test_no_thread_is_left(write) -> None:
    before = threading.active_count()
    list(argmap.corpus(write(20)).map(work.claims, jobs=2))
    assert threading.active_count() == before


PARENT = """
import os, sys, time
import argmap
from tests.corpora import work
if __name__ == "__main__":
    results = argmap.corpus(sys.argv[1]).map(work.process, jobs=2)
    print(next(results).value, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it is about POSIX")
def test_workers_do_not_outlive_a_parent_that_is_killed(write, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, script, write(200)], stdout=subprocess.PIPE, text=True, env=environment
    ) as parent:
        assert parent.stdout.readline()
        parent.kill()
        # Workers hold the other end of the pipe: reading ends when all are gone.
        assert parent.stdout.read() == ""


class Ring:
    def __init__(self) -> None:
        self.me = self


def test_what_holds_itself_does_not_pile_up() -> None:
    alive: weakref.WeakSet[Ring] = weakref.WeakSet()

    def make(_: int) -> int:
        with collection_paused():
            alive.add(Ring())
        return len(alive)

    assert all(isinstance(answer, int) and answer <= 64 for _, answer in in_order(make, range(1000)))


def test_a_format_that_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.formats import table

    monkeypatch.setattr(table, "_TABLE", (*table._TABLE, table.Format("out", "a picture", (".out",), "x", reads=False)))
    with pytest.raises(ReadError, match="argmap writes a picture, and does not read it"):
        argmap.corpus(".", format="out")


@pytest.mark.parametrize("paths", [None, 3, [None], {"a": 1, 2: 3}])
def test_what_is_no_path(paths: Any) -> None:
    with pytest.raises(argmap.ReadError, match=r"Give the path of a file or a folder, or several; an object of type"):
        argmap.corpus(paths)


def test_what_is_no_executor() -> None:
    executor: Any = 3
    with pytest.raises(argmap.ArgmapError, match="An executor has a method submit, .* type int has none"):
        list(argmap.corpus([]).map(len, executor=executor))
