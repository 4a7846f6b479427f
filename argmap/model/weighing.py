"""Calls of a map that weigh it: which claims stand, how strong they are, and why."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from argmap.model.container import Container

if TYPE_CHECKING:
    from argmap.model.records import Argument, Claim


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

    def why(self, claim: str | Claim | Argument, semantics: str = "grounded", **options: Any) -> Any:
        """Return why a claim or argument stands, falls, or stays undecided, as `argmap.Reasons`: print it.

        Args:
            claim: The claim or argument, or its id.
            semantics: A semantics that rests on complete sets, such as ``grounded``, ``preferred`` or ``stable``.
            **options: As for `argmap.evaluate.why`: ``support``, ``depth``, ``time_limit`` ...

        Raises:
            UnknownNameError: If there is no such claim, argument, semantics or reading of support.
            ArgmapError: If the semantics rests on no complete sets.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.relate(m.claim("The sun shines"), "attack", m.claim("It rains", title="Rain"))
            >>> print(m.why("Rain"))
            “Rain” falls: “The sun shines” attacks it, and stands.
              “The sun shines” stands: nothing in the map speaks against it.
        """
        return import_module("argmap.evaluate.reasons.why").why(self, claim, semantics, **options)
