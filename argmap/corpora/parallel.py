"""Calling a function for many things at once, in processes or on any executor, with the answers in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar
from uuid import uuid4

from argmap.errors import ArgmapError
from argmap.memory import swept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_CHUNK = 16
"""How many things are sent at once: one task costs about as much as reading one small file."""
_HEAVY = 1_000_000
"""Things of this weight in all, for files bytes, are sent without waiting for more."""
_SWEPT = 4
"""After so many chunks a worker collects garbage, see `argmap.memory.swept`."""
_chunks_done = count(1)
_UNKNOWN = 32  # workers that an executor is taken to have that does not say
_MOST_ON_WINDOWS = 61  # what it can wait for at once


class Lost(NamedTuple):
    """What there is instead of an answer where none came back, and why: a sentence."""

    why: str


class _Unusable(NamedTuple):
    """What a worker answers that cannot load the function."""

    why: str


class Submitting(Protocol):
    """What is needed of an executor: a method `submit` that returns futures with a method `result`."""

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> Any:
        """Begin to call a function."""
        ...


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    function: Callable[[Item], Answer],
    items: Iterable[Item],
    *,
    executor: Submitting | None = None,
    jobs: int = 1,
    weight: Callable[[Item], int] | None = None,
) -> Iterator[tuple[Item, Answer | Lost]]:
    """Yield each thing with the answer of a function, in the order of the things, as soon as it is there.

    Things are drawn only a little ahead of the answers that are taken: memory is bounded, however many there are.
    Where a worker dies, what was under way is done again, one thing alone in the pool at a time; one that brings its
    worker down once more is `Lost`, and so is one whose answer cannot be sent. A pool of processes that is broken is
    replaced by a new one of argmap's own. Left early, or by an interrupt, the processes end at once.

    Args:
        function: What to call; it is expected not to raise. For processes it must be one that can be pickled.
        items: The things; they are sent to the workers.
        executor: Anything with `submit`, as `concurrent.futures` has it. It is not shut down.
        jobs: Without an executor, how many processes to start, 1 for none and 0 for one a core; with one, how many
            workers it has, if it does not say so itself.
        weight: The weight of a thing; heavy ones are sent alone.

    Raises:
        ArgmapError: `jobs` is negative, the executor is none, the function cannot be sent to processes, or they cannot
            be started.
    """
    if not isinstance(jobs, int) or jobs < 0:
        raise ArgmapError(f"The number of jobs is 1 or more, or 0 for one on each processor core; not {jobs!r}.")
    if executor is not None and not hasattr(executor, "submit"):
        sort = type(executor).__name__
        raise ArgmapError(
            f"An executor has a method submit, as a pool of threads has; an object of type {sort} has none."
        )
    if executor is None and jobs == 1:
        for item in swept(items):
            yield item, function(item)
        return
    with _Workers(function, executor, jobs or cores()) as workers:
        chunks = _chunks(items, workers.count, weight)
        waiting = workers.waiting
        while True:
            while len(waiting) <= 2 * workers.count:
                chunk = next(chunks, None)
                if chunk is None:
                    break
                waiting.append((chunk, workers.submit(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                answers = _checked(future.result())
            except ArgmapError:
                raise
            except BrokenExecutor:
                # Any of those under way may have done it.
                settled = [(chunk, None), *((other, _settled(under_way)) for other, under_way in waiting)]
                waiting.clear()
                workers.renew()
                for some, answers_of_some in settled:
                    if answers_of_some is None:
                        yield from _one_by_one(some, workers)
                    else:
                        yield from zip(some, answers_of_some, strict=True)
            except Exception:  # whatever a cluster raises when it loses work
                yield from _one_by_one(chunk, workers)
            else:
                yield from zip(chunk, answers, strict=True)


def _chunks(items: Iterable[Item], workers: int, weight: Callable[[Item], int] | None) -> Iterator[tuple[Item, ...]]:
    """Yield things in portions: small at first, so that a few things keep all workers busy."""
    some: list[Item] = []
    total = made = 0
    for item in items:
        some.append(item)
        total += weight(item) if weight else 0
        if len(some) >= min(_CHUNK, 1 + made // workers) or total >= _HEAVY:
            yield tuple(some)
            some, total, made = [], 0, made + 1
    if some:
        yield tuple(some)


def _one_by_one(chunk: tuple[Item, ...], workers: _Workers) -> Iterator[tuple[Item, Any]]:
    for item in chunk:
        try:
            yield item, _checked(workers.submit((item,)).result())[0]
        except ArgmapError:
            raise
        except BrokenExecutor:
            workers.renew()
            yield item, Lost("The process that worked on it ended; it may have needed more memory than there is.")
        except Exception as error:
            yield item, Lost(f"No answer came back for it: {type(error).__name__}: {error}")


def _settled(future: Any) -> list[Any] | None:
    try:
        return _checked(future.result())
    except ArgmapError:
        raise
    except Exception:
        return None


def _checked(answers: list[Any] | _Unusable) -> list[Any]:
    if isinstance(answers, _Unusable):
        raise ArgmapError(answers.why)
    return answers


class _Workers:
    """Those who work: an executor that was given, or processes."""

    def __init__(self, function: Callable[[Any], Any], executor: Submitting | None, jobs: int) -> None:
        self._function = function
        self._given = executor
        self._own: ProcessPoolExecutor | None = None
        self._run, self._number = uuid4().hex, 0
        self.waiting: deque[tuple[tuple[Any, ...], Any]] = deque()
        known = getattr(executor, "_max_workers", None)
        if executor is not None and jobs == 1:
            jobs = known if isinstance(known, int) else _UNKNOWN
        self.count = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs

    def __enter__(self) -> _Workers:
        if self._given is None:
            self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._own is not None:
            self._end(self._own, at_once=kind is not None)
            return
        for _, future in self.waiting:
            if hasattr(future, "cancel"):
                future.cancel()

    def submit(self, chunk: tuple[Any, ...]) -> Any:
        """Begin to work on some things."""
        # A cluster may take two equal calls for one; the number tells them apart.
        self._number += 1
        name = f"{self._run}-{self._number}"
        try:
            if self._own is not None:
                return self._own.submit(_work, self._pickled, chunk, name)
            assert self._given is not None
            return self._given.submit(_work, self._function, chunk, name)
        except BrokenExecutor as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed

    def renew(self) -> None:
        """Take new processes in place of those that are broken."""
        if self._own is not None:
            self._end(self._own, at_once=True)
        self._start()

    def _start(self) -> None:
        if getattr(multiprocessing.current_process(), "_inheriting", False):
            # This process is a worker that runs the main script of its parent, which reads a corpus as it is run.
            raise SystemExit(1)
        try:
            self._pickled = pickle.dumps(self._function)
        except Exception as error:
            raise ArgmapError(
                f"This function cannot be sent to other processes ({error}). Define it with `def` at the top of a "
                "module, or use a pool of threads, or jobs=1."
            ) from error
        # spawn is the one method that is safe beside threads, and the same on every system.
        self._own = ProcessPoolExecutor(self.count, multiprocessing.get_context("spawn"), initializer=_begin)
        try:
            with _interrupts_held():
                probe = self._own.submit(os.getpid)
            probe.result()
        except BrokenExecutor:
            self._end(self._own, at_once=True)
            raise ArgmapError(
                "The processes of workers cannot be started. In a script, put what reads the corpus below the line "
                "`if __name__ == '__main__':`, as Python runs the script once more in each of them."
            ) from None
        except BaseException:
            self._end(self._own, at_once=True)
            raise

    def _end(self, pool: ProcessPoolExecutor, *, at_once: bool) -> None:
        self._own = None
        if at_once:
            for process in list((pool._processes or {}).values()):  # noqa: SLF001  # public from 3.14 on
                process.terminate()
        pool.shutdown()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait while a block starts processes; these never hear of it, as it is for their parent to end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Make this process a worker that leaves interrupts to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(function: bytes | Callable[[Item], Answer], chunk: tuple[Item, ...], _name: str) -> list[Answer] | _Unusable:
    """Answer for some things, in a worker."""
    call: Any = function
    if isinstance(function, bytes):
        try:
            call = _loaded(function)
        except Exception as error:
            return _Unusable(
                f"The other processes do not find this function ({error}). Define it in a module that can be imported: "
                "one from a notebook or a prompt cannot be."
            )
    if next(_chunks_done) % _SWEPT == 0:
        gc.collect()
    return [call(item) for item in chunk]


@lru_cache(maxsize=1)
def _loaded(function: bytes) -> Any:
    return pickle.loads(function)  # noqa: S301  # it comes from the process that started this one
