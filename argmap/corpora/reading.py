"""Many maps, one after the other or in parallel: a corpus is read as it is gone through, and nothing of it is kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from argmap.corpora.finding import Found, Missing, find
from argmap.diagnostics import Diagnostic
from argmap.errors import ArgmapError, ReadError, bug_sentence
from argmap.formats import Loss, read_result
from argmap.formats.table import format_named
from argmap.memory import swept
from argmap.model import ArgumentMap

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from argmap.corpora.parallel import Submitting

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a corpus.

    Attributes:
        path: The file.
        place: Its path below the folder that was given, or its name alone.
        map: The debate in it; None where nothing could be read.
        diagnostics: What there is to say about its text.
        losses: What of the file the map does not hold.
        error: Why there is no map: a sentence; None where there is one.
    """

    path: str
    place: str
    map: ArgumentMap | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    losses: tuple[Loss, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What came of one file of a corpus.

    Attributes:
        path: The file.
        place: Its path below the folder that was given, or its name alone.
        value: What the function returned; None where nothing came of the file.
        error: Why nothing came of it: a sentence; None where something did.
    """

    path: str
    place: str
    value: T | None = None
    error: str | None = None


class Corpus:
    """Files with debates, to be gone through as often as one likes; made by `argmap.corpus`.

    Each time, the files are found and read anew, one by one, and nothing is kept: memory is that of the largest map
    and of the names in one folder. `len` finds the files, and reads none.

    Attributes:
        paths: The names and patterns that were given.
        format: The name of the format of all files; None where each file tells its own.
        recursive: Whether the folders in a folder are looked into.
    """

    def __init__(self, paths: Iterable[str], *, format: str | None = None, recursive: bool = True) -> None:  # noqa: A002
        self.paths = tuple(paths)
        self.format = format
        self.recursive = recursive

    def __iter__(self) -> Iterator[Entry]:
        for each in swept(self._found()):
            yield _entry(each, self.format)

    def __len__(self) -> int:
        return sum(1 for _ in self._found())

    def __bool__(self) -> bool:
        return next(self._found(), None) is not None

    def __repr__(self) -> str:
        return f"<Corpus of {', '.join(self.paths)}>"

    def map(
        self, function: Callable[[Entry], T], *, executor: Submitting | None = None, jobs: int = 1
    ) -> Generator[Result[T], None, None]:
        """Yield what a function makes of each file that can be read, in the order of the files, as soon as it is there.

        The files are read where the function is called, in the workers; only their names are sent there, and what the
        function returns comes back. Files are sent only a little ahead of the results that are taken. One bad file
        stops nothing: where it cannot be read, where the function raises, or where a worker dies of it (then it is
        tried once more, alone), its result says so.

        Args:
            function: What to call with each `Entry` that has a map. For processes it must be defined at the top of a
                module.
            executor: Who does the work: anything with the `submit` of `concurrent.futures`, such as a pool of threads
                or ``Client.get_executor()`` of Dask. It is not shut down. Workers on other machines need the same
                files under the same names. A pool that breaks is replaced by processes of argmap's own.
            jobs: Without an executor, how many processes to start: 1 for none, 0 for one on each processor core. With
                one, how many workers it has, where it does not say so itself.

        Raises:
            ArgmapError: `jobs` is negative, the executor is none, the function cannot be sent to processes, or they
                cannot be started.

        Example:
            >>> import argmap, pathlib, tempfile
            >>> def claims(entry):
            ...     return len(entry.map.claims)
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     _ = pathlib.Path(folder, "rain.argdown").write_text("[Rain]: It rains.")
            ...     _ = pathlib.Path(folder, "sun.json").write_text("[]")
            ...     for result in argmap.corpus(folder).map(claims):
            ...         print(result.place, result.value, result.error is None)
            rain.argdown 1 True
            sun.json None False
        """
        from argmap.corpora.parallel import Lost, in_order

        work = partial(_apply, function, format=self.format)
        for each, answer in in_order(work, self._found(), executor=executor, jobs=jobs, weight=_size):
            yield Result(each.path, _place(each), None, answer.why) if isinstance(answer, Lost) else answer

    def _found(self) -> Iterator[Found | Missing]:
        for each in find(self.paths, recursive=self.recursive):
            if isinstance(each, Found | Missing):
                yield each


def corpus(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    format: str | None = None,  # noqa: A002  # the word users know
    recursive: bool = True,
) -> Corpus:
    r"""Return many maps as one value, which reads them one by one while it is gone through.

    A folder stands for all files in it and below it that argmap reads, in the order of the alphabet; see
    `argmap.corpora.find`. A file that cannot be read is an `Entry` with an error, and stops nothing.

    Args:
        paths: A file, a folder, a pattern such as ``debates/**/*.argdown``, or several.
        format: The name of the format of all files; by default each file tells its own, as for `argmap.read`.
        recursive: Whether to look into the folders in a folder.

    Raises:
        UnknownNameError: There is no such format.
        ReadError: argmap writes it and does not read it; or `paths` holds what is no path.

    Example:
        >>> import argmap, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = pathlib.Path(folder, "rain.argdown").write_text("[Rain]: It rains.\n  - [Sun]: The sun shines.")
        ...     _ = pathlib.Path(folder, "odd.json").write_text("[1, 2, 3]")
        ...     for entry in argmap.corpus(folder):
        ...         print(entry.place, entry.map, entry.error is None)
        odd.json None False
        rain.argdown <ArgumentMap '': 2 claims, 0 arguments, 1 relation> True
    """
    if format is not None:
        chosen = format_named(format)
        if not chosen.reads:
            raise ReadError(f"argmap writes {chosen.title}, and does not read it.")
    try:
        names = [os.fsdecode(each) for each in ([paths] if isinstance(paths, str | bytes | os.PathLike) else paths)]
    except TypeError as error:
        raise ReadError(
            f"Give the path of a file or a folder, or several; an object of type {type(paths).__name__} is none."
        ) from error
    return Corpus(names, format=format, recursive=recursive)


def _entry(found: Found | Missing, format: str | None) -> Entry:  # noqa: A002
    if isinstance(found, Missing):
        return Entry(found.path, _place(found), error=found.why)
    try:
        result = read_result(found.path, format)
        losses = tuple(getattr(result, "losses", ()))
        if result.errors and result.map == ArgumentMap():
            result.raise_for_errors()
    except ReadError as error:
        return Entry(found.path, found.place, diagnostics=error.diagnostics, error=str(error))
    except Exception as error:  # a bug in a reader costs one file
        return Entry(found.path, found.place, error=bug_sentence(error))
    return Entry(found.path, found.place, result.map, result.diagnostics, losses)


def _apply(
    function: Callable[[Entry], T],
    found: Found | Missing,
    *,
    format: str | None,  # noqa: A002
) -> Result[T]:
    entry = _entry(found, format)
    if entry.map is None:
        return Result(entry.path, entry.place, None, entry.error)
    try:
        return Result(entry.path, entry.place, function(entry))
    except ArgmapError as error:
        return Result(entry.path, entry.place, None, str(error))
    except Exception as error:  # of the function that was given
        return Result(entry.path, entry.place, None, f"The function raised {type(error).__name__}: {error}")


def _place(found: Found | Missing) -> str:
    return found.place if isinstance(found, Found) else os.path.basename(found.path)  # noqa: PTH119


def _size(found: Found | Missing) -> int:
    try:
        return os.stat(found.path).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0
