"""A way for things to be, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.wording import joined

if TYPE_CHECKING:
    from argmap.check.formulas.encoding import Key
    from argmap.check.formulas.theory import Model

_MOST = 12
"""How many facts are told."""


def in_words(model: Model) -> str:
    """Return a model as words that go between `with` and a comma.

    Example:
        >>> from argmap.check.formulas.theory import Model
        >>> in_words(Model(0, {("rain", ()): True, ("wet", ()): False}, {}))
        'rain true and wet false'
        >>> in_words(Model(2, {("human", (0,)): True, ("human", (1,)): False, ("wise", (1,)): False}, {("ann", ()): 1}))
        'two things 1 and 2, where ann is 2, human holds of 1, and wise holds of nothing'
    """
    if not model.size:
        return _listed([f"{name} {'true' if is_true else 'false'}" for (name, _), is_true in model.sentences.items()])
    facts = [f"{_applied(key)} is {thing + 1}" for key, thing in model.things.items()] if model.size > 1 else []
    holds: dict[str, list[str]] = {}
    for (name, things), is_true in model.sentences.items():
        if not things:
            facts.append(f"{name} is {'true' if is_true else 'false'}")
        else:
            holds.setdefault(name, [])
            if is_true:
                shown = ", ".join(str(thing + 1) for thing in things)
                holds[name].append(f"({shown})" if len(things) > 1 else shown)
    if model.size == 1:
        facts += [f"{name} {'holds' if of else 'does not hold'} of it" for name, of in holds.items()]
    else:
        facts += [f"{name} holds of {_listed(of) if of else 'nothing'}" for name, of in holds.items()]
    world = ("a single thing", "two things 1 and 2", "three things 1, 2 and 3")[model.size - 1]
    return f"{world}, where {_listed(facts, comma=True)}" if facts else f"{world} in the world"


def _applied(key: Key) -> str:
    name, things = key
    return f"{name}({', '.join(str(thing + 1) for thing in things)})" if things else name


def _listed(words: list[str], *, comma: bool = False) -> str:
    if len(words) > _MOST:
        words = [*words[: _MOST - 1], f"{len(words) - _MOST + 1} more"]
    if not words:
        return "things as they may"
    if comma and len(words) > 2:
        words = [*words[:-2], f"{words[-2]},", words[-1]]
    return joined(words)
