"""Calls of a map that weigh it: which claims stand, how strong they are, and why."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from argmap.model.container import Container


class Weighing(Container):
    """The calls that weigh a map; a base of `ArgumentMap`, not used by itself.

    What they return comes from `argmap.evaluate`, a layer above this one, which is imported at the first call.
    """

    def evaluate(self, semantics: str = "grounded", **options: Any) -> Any:
        """Return which claims and arguments stand, as `argmap.Verdicts`.

        Args:
            semantics: A semantics of abstract argumentation, such as ``grounded``, ``preferred`` or ``stable``.
            **options: As for `argmap.evaluate.evaluate`: ``support``, ``time_limit`` ...

        Raises:
            UnknownNameError: If there is no such semantics or reading of support.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.rebut("Bad actors find a way", m.claim("A gate keeps them out", title="Gate"))
            >>> m.evaluate()["Gate"]
            <Status.REJECTED: 'rejected'>
        """
        return import_module("argmap.evaluate.evaluating").evaluate(self, semantics, **options)
