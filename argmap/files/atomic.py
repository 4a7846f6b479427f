"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def write_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Put `data` into the file at `path`, so that nobody ever sees half of it.

    The bytes go to a new file in the same folder, are brought to the disk, and take the place of the old file in
    one step. A file that was there keeps its permissions; a link is followed. What is no file, such as a pipe,
    is written to directly.

    Raises:
        WriteError: The file cannot be written; what stood there is still there.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_atomically(Path(folder, "a.txt"), b"all of it")
        ...     Path(folder, "a.txt").read_bytes()
        b'all of it'
    """
    write_together([(path, (data,))])


def write_together(files: Iterable[tuple[str | os.PathLike[str], Iterable[bytes]]]) -> None:
    r"""Put files that belong together into their places; each as `write_atomically` does.

    All are on the disk before the first takes its place, so that a full disk does not leave old and new side by side.

    Args:
        files: The path of each, and what it is to hold, in parts: they are written as they come, and never held at
            once. Whatever is raised while they are made, what stood there is still there.

    Raises:
        WriteError: One cannot be written; what stood there is still there.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     write_together([(Path(folder, "a.txt"), (f"line {number}\n".encode() for number in (1, 2)))])
        ...     Path(folder, "a.txt").read_text()
        'line 1\nline 2\n'
    """
    staged: list[_Staged] = []
    try:
        for path, parts in files:
            shown = os.fsdecode(path)
            with _telling(shown):
                staged.append(_stage(shown, path, parts))
        for each in staged:
            with _telling(each.shown):
                if each.new is None:
                    each.target.write_bytes(each.data)
                else:
                    each.new.replace(each.target)
    finally:
        for each in staged:
            if each.new is not None:
                each.new.unlink(missing_ok=True)


@contextmanager
def _telling(shown: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise WriteError(f"{shown!r} cannot be written: {_what_is_missing(shown)}.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WriteError(f"{shown!r} cannot be written: {reason}.") from error


def _what_is_missing(shown: str) -> str:
    """Return why there is no file to write to: its folder, or that of the file a link leads to, is not there."""
    given = os.path.dirname(shown)  # noqa: PTH120  # as it was given
    for folder in (given, os.path.dirname(os.path.realpath(shown)) if os.path.islink(shown) else ""):  # noqa: PTH114, PTH120
        if folder and not os.path.isdir(folder):  # noqa: PTH112  # never raises
            return f"there is no folder {folder!r}; make it first"
    return f"the folder {given or os.curdir!r} takes no new files"


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


class _Staged(NamedTuple):
    """What is to take the place of a file, in a new one; what is no file, such as a pipe, gets its data in its turn."""

    shown: str
    target: Path
    data: bytes
    new: Path | None


def _stage(shown: str, path: str | os.PathLike[str], parts: Iterable[bytes]) -> _Staged:
    """Bring the bytes to the disk, in a new file beside the one whose place it is to take."""
    given, target = Path(os.fsdecode(path)), Path(os.path.realpath(path))
    mode = _mode(given)
    if mode is not None and stat.S_ISDIR(mode):
        raise WriteError(f"{shown!r} is a folder; give the name of a file in it.")
    if mode is not None and not os.access(given, os.W_OK):
        raise WriteError(f"{shown!r} may not be written to; what stood there is still there.")
    if mode is not None and not stat.S_ISREG(mode):
        return _Staged(shown, given, b"".join(parts), None)  # where /dev/stdout leads to, a pipe has no name
    # A name of its own and not one made from the target's, which may be as long as names can be.
    new = target.parent / f".argmap-{secrets.token_hex(8)}.tmp"
    # The system takes the umask away from these permissions, as for any new file.
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123  # it takes the handle
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(stat.S_IMODE(mode))
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return _Staged(shown, target, b"", new)
