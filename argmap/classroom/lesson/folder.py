"""The folder of a lesson: written beside its place first, then put into it; nothing of anybody else is lost."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Self

from argmap.errors import WriteError

if TYPE_CHECKING:
    from types import TracebackType

MANIFEST = ".argmap-lesson.json"
"""The file that lists what of a folder is of a lesson, with a hash of each file."""


class Folder:
    """A folder that is filled as a whole; for a `with` statement, at whose end all files are put into their places.

    Args:
        place: The folder.
        force: Whether a folder that holds other things is written into, and files that were changed are replaced.

    Raises:
        WriteError: The folder holds other things than a lesson, or files of a lesson that were changed since, and
            `force` is not given; or it cannot be written to.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as around:
        ...     with Folder(Path(around, "lesson")) as made:
        ...         made.put("a/b.txt", b"It rains.")
        ...     Path(around, "lesson", "a", "b.txt").read_text()
        'It rains.'
    """

    def __init__(self, place: Path, *, force: bool = False) -> None:
        self._place = place
        self._old = _allowed(place, force=force)
        parent = place.absolute().parent
        try:
            parent.mkdir(parents=True, exist_ok=True)
            self._new = parent / f".argmap-{secrets.token_hex(8)}.tmp"
            self._new.mkdir()
        except OSError as error:
            raise WriteError(f"The folder {str(place)!r} cannot be made: {error.strerror}.") from error

    def __enter__(self) -> Self:
        return self

    def path(self, name: str) -> Path:
        """Return where a file of the folder is to be written, and make the folders it lies in."""
        path = self._new / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def put(self, name: str, data: bytes) -> None:
        """Write a file of the folder."""
        self.path(name).write_bytes(data)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._settle()
        except OSError as failed:
            raise WriteError(f"The folder {str(self._place)!r} cannot be written: {failed.strerror}.") from failed
        finally:
            shutil.rmtree(self._new, ignore_errors=True)

    def _settle(self) -> None:
        files = sorted(path.relative_to(self._new).as_posix() for path in self._new.rglob("*") if path.is_file())
        listed = {name: _hash(self._new / name) for name in files}
        self.put(MANIFEST, json.dumps({"files": listed}, indent=1, sort_keys=True).encode())
        if not self._place.exists():
            self._new.rename(self._place)
            return
        for name in (*files, MANIFEST):
            target = self._place / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._new / name).replace(target)
        for name in sorted(self._old - set(files), reverse=True):
            old = self._place / name
            old.unlink(missing_ok=True)
            if old.parent != self._place and not any(old.parent.iterdir()):
                old.parent.rmdir()


def _allowed(place: Path, *, force: bool) -> set[str]:
    """Return the files of the lesson that is there already."""
    shown = repr(str(place))
    try:
        if not place.exists():
            return set()
        if not place.is_dir():
            raise WriteError(f"{shown} is a file; a lesson needs a folder.")
        known = _known(place)
        if known is None:
            if any(place.iterdir()) and not force:
                raise WriteError(
                    f"The folder {shown} holds other things than a lesson, so nothing is written into it. Name another "
                    f"folder, or add --force (force=True in Python) to put the lesson among them."
                )
            return set()
        changed = [name for name, given in known.items() if (place / name).is_file() and _hash(place / name) != given]
        if changed and not force:
            others = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            raise WriteError(
                f"{changed[0]!r}{others} in {shown} was changed since the lesson was written, and would be lost. "
                f"Move it elsewhere, name another folder, or add --force (force=True in Python) to replace it."
            )
    except OSError as error:
        raise WriteError(f"The folder {shown} cannot be looked into: {error.strerror}.") from error
    return set(known)


def _known(place: Path) -> dict[str, str] | None:
    """Return the hashes of the files that the manifest lists; None where there is none that can be used."""
    try:
        read = json.loads((place / MANIFEST).read_text("utf-8"))
        files = read["files"]
        found = {str(name): str(given) for name, given in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    # What leads out of the folder is none of a lesson, whoever wrote it down.
    return {name: given for name, given in found.items() if _is_inside(name)}


def _is_inside(name: str) -> bool:
    path = Path(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
