"""Reading one mapping of settings from front matter; what cannot be used is noted in a whole sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class Settings:
    """The settings under one key of the front matter.

    Args:
        data: The front matter.
        key: The key.
        notes: Where notes go.
        known: The settings that there are; empty where others know them.
        shown_as: What to call the key in notes.
    """

    def __init__(
        self, data: Mapping[str, Any], key: str, notes: list[str], known: Sequence[str] = (), shown_as: str = ""
    ) -> None:
        given = data.get(key)
        self.notes = notes
        self._prefix = f"{shown_as} " if shown_as else f"{key}."
        self._data: Mapping[str, Any] = given if isinstance(given, dict) else {}
        if given is not None and not isinstance(given, dict):
            notes.append(f"The setting {key} is no list of settings with a key each; it is left alone.")
        if known:
            for name in self._data:
                if name not in known:
                    self.note(f"{name} is not known.{nearest(str(name), list(known))}")

    def note(self, words: str) -> None:
        """Note what is wrong with a setting; `words` begin with its name."""
        self.notes.append(f"The setting {self._prefix}{words}")

    def get(self, key: str) -> Any:
        """Return what is set, as it is."""
        return self._data.get(key)

    def flag(self, key: str) -> bool | None:
        """Return a setting that is true or false; None where it is not set."""
        given = self.get(key)
        if given is None or isinstance(given, bool):
            return given
        self.note(f"{key} is true or false, not {_shown(given)}.")
        return None

    def number(self, key: str) -> int | None:
        """Return a setting that is a whole number from 0 on; None where it is not set."""
        given = self.get(key)
        if given is None or (isinstance(given, int) and not isinstance(given, bool) and given >= 0):
            return given
        self.note(f"{key} is a whole number from 0 on, not {_shown(given)}.")
        return None

    def word(self, key: str, known: Sequence[str]) -> str | None:
        """Return a setting that is one of a few words; None where it is not set."""
        given = self.get(key)
        if given is None or given in known:
            return given  # type: ignore[no-any-return]
        hint = nearest(str(given)[:100], known) or f" It is one of: {', '.join(known)}."
        self.note(f"{key} cannot be {_shown(given)}.{hint}")
        return None

    def items(self, key: str) -> list[Any] | None:
        """Return a setting that is a list; None where it is not set."""
        given = self.get(key)
        if given is None or isinstance(given, list):
            return given
        self.note(f"{key} is a list, not {_shown(given)}.")
        return None

    def mapping(self, key: str) -> dict[str, Any] | None:
        """Return a setting that is a mapping; None where it is not set."""
        given = self.get(key)
        if given is None or isinstance(given, dict):
            return given
        self.note(f"{key} has a value for each name, and is not {_shown(given)}.")
        return None

    def names(self, key: str, known: Collection[str] | None, sort: str) -> tuple[str, ...] | None:
        """Return a setting that lists names, without those that are not `known`; None where it is not set."""
        given = self.get(key)
        given = [given] if isinstance(given, str) else self.items(key)
        if given is None:
            return None
        found = []
        for name in given:
            name = str(name) if isinstance(name, int | float) else name
            if isinstance(name, str) and (known is None or name in known):
                found.append(name)
            elif isinstance(name, str):
                hint = nearest(name[:100], list(known or ()))
                self.note(f"{key} names the {sort} {_shown(name)}, which is not there.{hint}")
            else:
                self.note(f"{key} lists {_shown(name)}, which is no {sort}.")
        return tuple(dict.fromkeys(found))


def _shown(given: object) -> str:
    words = repr(given)
    return words if len(words) <= 60 else f"{words[:57]}..."
