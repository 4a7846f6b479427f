"""All rules: those in the files of `argmap.check.rules`, and those that plugins bring."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from typing import TYPE_CHECKING

import argmap.check.rules  # noqa: F401  # loaded later, it would hide the function `rules` of argmap.check
from argmap.check.reading import reading_rules
from argmap.check.rule import FAMILIES, PROFILES, Rule
from argmap.errors import ArgmapError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

_ROOM = "argmap.check.rules"
PLUGINS = "argmap.rules"
"""The group of entry points by which packages bring rules: each names a `Rule`, or a module that holds some."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return all rules, in the order of their codes.

    Raises:
        ArgmapError: If two rules share a code or a name, or a plugin cannot be loaded.

    Example:
        >>> all_rules()[0].family in FAMILIES
        True
    """
    found = sorted([*reading_rules(), *_own(), *_brought()], key=lambda each: each.code)
    seen: dict[str, Rule] = {}
    for each in found:
        for name in (each.code, each.name, *each.aliases):
            other = seen.setdefault(name, each)
            if other is not each:
                raise ArgmapError(
                    f"Two rules are called {name}: {other.code} {other.name} and {each.code} {each.name}. Remove the "
                    f"plugin that brings one of them."
                )
    return tuple(found)


def rule_named(name: str) -> Rule:
    """Return the rule with this code or name; small and capital letters are the same.

    Raises:
        UnknownNameError: If there is no such rule.

    Example:
        >>> rule_named("str108").name
        'self-relation'
    """
    table = _table()
    found = table.get(name.casefold())
    if found is None:
        hint = nearest(name, [spelt for each in all_rules() for spelt in (each.name, each.code)])
        raise UnknownNameError(f"There is no rule {name!r}.{hint or ' `argmap rule --all` lists them.'}")
    return found


def rules_named(names: Iterable[str]) -> frozenset[str]:
    """Return the codes of the rules that these codes, names, families and beginnings of codes stand for.

    Args:
        names: ``STR104``, ``isolated-claim``, ``STR``, ``STR1``, ``structure``, ``all`` or a profile.

    Raises:
        UnknownNameError: If a name stands for no rule.

    Example:
        >>> rules_named(["self-relation"])
        frozenset({'STR108'})
    """
    found: set[str] = set()
    for name in names:
        folded = name.strip().casefold()
        if folded == "all":
            found.update(each.code for each in all_rules())
            continue
        if folded in PROFILES:
            found.update(each.code for each in all_rules() if folded in each.profiles)
            continue
        titles = {title.casefold(): family for family, title in FAMILIES.items()}
        start = titles.get(folded, folded.upper())
        some = [each.code for each in all_rules() if each.code.startswith(start)] if len(start) >= 3 else []
        if not some and name.isalpha() and folded not in _table():
            groups = nearest(name, [*FAMILIES, *FAMILIES.values(), *PROFILES])
            if groups:
                raise UnknownNameError(f"There is no rule or family {name!r}.{groups}")
        found.update(some or [rule_named(name).code])
    return frozenset(found)


def _own() -> Iterator[Rule]:
    for module in _modules(files(_ROOM), _ROOM):
        yield from _in_module(module)


def _modules(folder: Traversable, name: str) -> Iterator[str]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.name.startswith("_"):
            continue
        if each.is_dir():
            yield from _modules(each, f"{name}.{each.name}")
        elif each.name.endswith(".py"):
            yield f"{name}.{each.name.removesuffix('.py')}"


def _in_module(name: str) -> Iterator[Rule]:
    for value in vars(import_module(name)).values():
        if isinstance(value, Rule):
            yield value


def _brought() -> Iterator[Rule]:
    for entry in entry_points(group=PLUGINS):
        try:
            value = entry.load()
        except Exception as error:
            raise ArgmapError(
                f"The plugin {entry.name} ({entry.value}) cannot be loaded: {type(error).__name__}: {error}. Mend or "
                f"uninstall it."
            ) from error
        if isinstance(value, Rule):
            yield value
        else:
            yield from (each for each in vars(value).values() if isinstance(each, Rule))


@cache
def _table() -> Mapping[str, Rule]:
    return {name.casefold(): each for each in all_rules() for name in (each.code, each.name, *each.aliases)}
