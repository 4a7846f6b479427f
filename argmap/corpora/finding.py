"""Which files a name, a folder or a pattern stands for."""
# Names stay as they were typed; pathlib would make "-" of "./-".
# ruff: noqa: PTH100, PTH110, PTH112, PTH113, PTH118, PTH119, PTH207

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.table import Format


@dataclass(frozen=True, slots=True)
class Found:
    """A file to work on.

    Attributes:
        path: The file, as it was named.
        place: Its path below the folder that was given, or its name alone: where its output goes in a folder.
    """

    path: str
    place: str


class Skipped(NamedTuple):
    """A file in a folder that is no input, and why: the end of a sentence."""

    path: str
    why: str


class Missing(NamedTuple):
    """A name that stands for no file, and why: a sentence."""

    path: str
    why: str


def find(
    given: Iterable[str],
    *,
    endings: tuple[str, ...] = (),
    leave_out: str | None = None,
    goal: Format | None = None,
    origin: Format | None = None,
    recursive: bool = True,
) -> Iterator[Found | Skipped | Missing]:
    """Yield the files that names stand for, each once, and what they do not stand for.

    A folder stands for the files in it and below it whose names have one of the endings, in the order of the
    alphabet, those of a folder before those of the folders in it; names that begin with a dot or an underscore are
    left out, and so is what has an ending that any file may have, such as ``.txt``, and does not look like a debate.
    Links to folders are not followed. A file beside the Argdown text that it was probably written from is skipped, and
    so is what is in the format `goal` already. A name with ``*``, ``?`` or ``[`` that is not there is a pattern for
    files; ``**`` goes through folders. Of files that belong together, such as two tables, one stands for both.

    Args:
        given: Names of files and folders, and patterns.
        endings: The endings of the files to find in folders; by default those of all formats that are read.
        leave_out: A folder not to look into, because outputs go there.
        goal: The format that the files are to be written in, if any.
        origin: The format that they are in, if that is known.
        recursive: Whether to look into the folders in a folder.

    Complexity:
        O(n log n) in the files; memory for the names in one folder, and, where several names are given, for all.

    Example:
        >>> list(find(["no-such-debate.argdown"]))
        [Missing(path='no-such-debate.argdown', why="There is no file 'no-such-debate.argdown'.")]
    """
    from argmap.files.opening import missing_file
    from argmap.formats.table import suffixes

    names = list(given)
    sought = f"file in this folder that ends in {joined(endings, 'or')}"
    if origin is not None:
        endings, sought = (*origin.suffixes, *origin.also), f"file of the format {origin.name} in this folder"
    elif not endings:
        endings, sought = suffixes(), "debate in this folder that argmap reads; `argmap formats` lists the endings"
    leave_out = None if leave_out is None else os.path.realpath(leave_out)
    seen: set[str] | None = set() if len(names) > 1 else None  # of one name, no file is found twice
    with_owner = _with_owner(names, origin)
    for name in names:
        if os.path.isdir(name):
            some = _in_folder(name, endings, leave_out, goal, origin, recursive=recursive)
            problem = f"There is no {sought}."
        elif os.path.lexists(name):
            some, problem = iter([Found(name, os.path.basename(name))]), ""
        elif glob.has_magic(name):
            some, problem = _like(name), "No file has a name like this."
        else:
            some, problem = iter(()), missing_file(name, endings)
        is_empty = True
        for each in some:
            is_empty = False
            if seen is not None and isinstance(each, Found):
                whole = os.path.abspath(each.path)
                if whole in seen:
                    continue
                seen.add(whole)
            if each.path not in with_owner:
                yield each
        if is_empty:
            yield Missing(name, problem)


def _with_owner(names: Iterable[str], origin: Format | None) -> set[str]:
    """Return the files that names and patterns stand for along with the files that they belong to."""
    from argmap.formats.table import owner

    paths: list[str] = []
    for name in names:
        if os.path.lexists(name):
            paths.append(name)
        elif glob.has_magic(name):
            paths += [each.path for each in _like(name)]
    if len(paths) < 2:
        return set()
    named = {os.path.abspath(path) for path in paths}
    return {path for path in paths if (found := owner(path, origin)) and os.path.abspath(found) in named}


def _in_folder(
    folder: str,
    endings: tuple[str, ...],
    leave_out: str | None,
    goal: Format | None,
    origin: Format | None,
    *,
    recursive: bool,
) -> Iterator[Found | Skipped | Missing]:
    from argmap.formats.table import is_debate

    waiting = [folder]
    while waiting:
        here = waiting.pop()
        files: list[str] = []
        folders: list[str] = []
        odd: list[str] = []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "_")):
                        continue
                    is_link = entry.is_symlink()
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.name)
                    elif entry.name.casefold().endswith(endings) and not (is_link and os.path.isdir(entry.path)):
                        # A link that leads nowhere is told when it is read; a pipe would be waited for without end.
                        is_dead = is_link and not os.path.exists(entry.path)
                        is_read = is_dead or entry.is_file(follow_symlinks=False) or os.path.isfile(entry.path)
                        (files if is_read else odd).append(entry.name)
        except OSError as error:
            yield Missing(here, f"This folder cannot be read: {error.strerror}.")
            continue
        for name in sorted(odd):
            yield Skipped(os.path.join(here, name), "it is a pipe or a device")
        for name in sorted(files):
            path = os.path.join(here, name)
            if not is_debate(path, origin):
                continue
            why = _why_skipped(path, goal)
            yield Found(path, os.path.relpath(path, folder)) if why is None else Skipped(path, why)
        if recursive:
            paths = (os.path.join(here, name) for name in sorted(folders, reverse=True))
            waiting += [path for path in paths if leave_out is None or os.path.realpath(path) != leave_out]


def _why_skipped(path: str, goal: Format | None) -> str | None:
    """Return why a file in a folder is no input, if it is none."""
    from argmap.formats.table import format_named, format_of_path, stem

    if goal is not None and format_of_path(path) == goal:
        return f"it is {goal.title} already"
    of_text = format_named("argdown").suffixes
    if path.casefold().endswith(of_text):
        return None
    # Outputs are called debate.json, and debate.argdown.json where the first was taken.
    bare = stem(path)
    texts = [bare, *(bare + ending for ending in of_text)]
    text = next((each for each in texts if each.casefold().endswith(of_text) and os.path.isfile(each)), None)
    return None if text is None else f"{text} stands beside it"


def _like(pattern: str) -> Iterator[Found]:
    for path in sorted(glob.glob(pattern, recursive=True)):
        if not os.path.isdir(path):
            yield Found(path, os.path.basename(path))
