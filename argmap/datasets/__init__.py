"""The debates that come with argmap: the flagship on open and closed AI models, and small ones to teach with.

A dataset is one Argdown file in this folder, and its name is the name of the file. A reading is a Markdown
file of the same name: the text that the map quotes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from argmap.model import ArgumentMap

__all__ = [
    "load",
    "names",
    "open_vs_closed",
    "path",
    "phones_in_class",
    "reading",
    "school_uniforms",
    "wet_street",
]

_FOLDER = Path(__file__).parent


def names() -> tuple[str, ...]:
    """Return the names of the datasets, in the order of the alphabet.

    Example:
        >>> names()
        ('open_vs_closed', 'phones_in_class', 'school_uniforms', 'wet_street')
    """
    return _with_ending(".argdown")


def path(name: str) -> Path:
    """Return the path of the Argdown file of a dataset.

    Args:
        name: One of `names()`.

    Raises:
        UnknownNameError: There is no dataset of that name; the message offers the nearest one.

    Example:
        >>> path("open_vs_closed").name
        'open_vs_closed.argdown'
        >>> path("wet_streets")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no dataset 'wet_streets'. Did you mean 'wet_street'? ...
    """
    known = names()
    if name not in known:
        listed = ", ".join(known)
        raise UnknownNameError(f"There is no dataset {name!r}.{nearest(name, known)} The datasets are: {listed}.")
    return _FOLDER / f"{name}.argdown"


def load(name: str) -> ArgumentMap:
    """Read a dataset. Every call reads the file anew, so that the map is yours to change.

    Args:
        name: One of `names()`.

    Raises:
        UnknownNameError: There is no dataset of that name.
        ReadError: The file has errors, which means that it was changed after argmap was installed.

    Example:
        >>> load("wet_street")
        <ArgumentMap 'Did it rain last night?': 6 claims, 4 arguments, 3 relations>
    """
    from argmap.text import parse

    file = path(name)
    return parse(file.read_text(encoding="utf-8"), name=str(file)).raise_for_errors()


def reading(name: str) -> str:
    """Return the reading that goes with a dataset: a Markdown text, which the map quotes word for word.

    Args:
        name: A dataset that has a reading.

    Raises:
        UnknownNameError: There is no dataset of that name, or it has no reading.

    Example:
        >>> reading("open_vs_closed").splitlines()[0]
        '# Open or closed?'
    """
    file = path(name).with_suffix(".md")
    if not file.exists():
        listed = ", ".join(_with_ending(".md"))
        raise UnknownNameError(f"The dataset {name!r} has no reading. The datasets with a reading are: {listed}.")
    return file.read_text(encoding="utf-8")


def open_vs_closed() -> ArgumentMap:
    """Return the flagship debate: should powerful AI models be open or closed?

    Two positions that contradict each other, five reasons for each, the answers of each side to the other,
    a dispute about a date, a dispute about motives, and a position in between. Claims and arguments carry
    sides, values, schemes and quotations from the reading; see `reading`.

    Example:
        >>> m = open_vs_closed()
        >>> m
        <ArgumentMap 'Should powerful AI models be open or closed?': 80 claims, 39 arguments, 39 relations>
        >>> m["Keep closed"].text
        'A powerful AI model should stay behind a controlled service.'
    """
    return load("open_vs_closed")


def phones_in_class() -> ArgumentMap:
    """Return a small debate with speakers and weights: should phones be banned in class?

    Example:
        >>> phones_in_class()["Ban"].data["speech"]
        'Ada 1'
    """
    return load("phones_in_class")


def school_uniforms() -> ArgumentMap:
    """Return a small map of linked and convergent reasons: should our school have a uniform?

    Example:
        >>> school_uniforms()["Same for all"].premises
        ('Clothes show money', 'Uniform hides money', 'Hide money at school')
    """
    return load("school_uniforms")


def wet_street() -> ArgumentMap:
    """Return a tiny map with a rebuttal, an undercut and an undermining attack: did it rain last night?

    Example:
        >>> [relation.kind.value for relation in wet_street().relations]
        ['undercut', 'contradictory', 'attack']
    """
    return load("wet_street")


def _with_ending(ending: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _FOLDER.glob(f"*{ending}")))
