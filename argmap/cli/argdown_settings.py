"""``--set``: a setting of Argdown from the command line, which wins over the same one in the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from argmap.errors import UnknownNameError, nearest_or_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap
    from argmap.view import View


def set_in(m: ArgumentMap, given: Sequence[str]) -> None:
    """Lay settings over those of the front matter of a map, as if they stood there.

    Args:
        m: The map; its data are changed.
        given: Each a name, an equals sign and a value in YAML, such as ``color.colorizeByTag=true``.

    Raises:
        click.UsageError: If there is no such setting, or its value cannot be read.
    """
    from argmap.view.settings import SETTINGS

    for one in given:
        name, sign, words = one.partition("=")
        if not sign:
            raise click.UsageError(f"Write a setting as NAME=VALUE, such as color.colorizeByTag=true, not {one!r}.")
        path = name.strip().split(".", 2)
        if ".".join(path[:2]) not in SETTINGS:
            beside = [known for known in SETTINGS if known.startswith(f"{path[0]}.")]
            meant = nearest_or_all(".".join(path[:2]), list(SETTINGS), beside or list(SETTINGS))
            raise click.UsageError(f"There is no setting {name.strip()!r}.{meant}")
        place: dict[str, Any] = m.data
        for key in path[:-1]:
            inside = place.get(key)
            place[key] = dict(inside) if isinstance(inside, dict) else {}
            place = place[key]
        place[path[-1]] = _value(name, words)


def check_used(view: View, given: Sequence[str]) -> None:
    """See that the settings that were given could be used.

    Raises:
        UnknownNameError: If one could not, for it names something that is not there, or is not of its form.
    """
    for one in given:
        path = one.partition("=")[0].strip().split(".", 2)
        for note in view.notes:
            if note.startswith(f"The setting {'.'.join(path[:2])} "):
                raise UnknownNameError(note)


def _value(name: str, words: str) -> Any:
    if words.strip().startswith("#"):  # a colour; to YAML it is a comment
        return words.strip()
    from argmap.text.yaml_data import load

    loaded = load(words)
    if loaded.problems:
        raise click.UsageError(f"The value of {name.strip()} cannot be read: {loaded.problems[0].message}")
    return loaded.value
