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

    def audiences(self, thesis: Any = None, semantics: str = "preferred", **options: Any) -> Any:
        """Return what all audiences make of the map, as `argmap.evaluate.AudienceVerdicts`.

        Args:
            thesis: The id of a claim or argument, or ids; everything by default.
            semantics: ``preferred`` or another semantics of abstract argumentation.
            **options: As for `argmap.evaluate.audience_verdicts.audiences`: ``support``.

        Raises:
            UnknownNameError: If there is no such claim, argument, semantics or reading of support.
            ArgmapError: If too many values matter to try all their rankings.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> gate = m.claim("A gate keeps them out", title="Gate", data={"values": "safety"})
            >>> _ = m.rebut("Everyone has to wait", gate, title="Wait", data={"values": "access"})
            >>> print(m.audiences("Gate"))
            "Gate" is accepted by whoever ranks safety above access (1 of 2 rankings).
        """
        return import_module("argmap.evaluate.audience_verdicts").audiences(self, thesis, semantics, **options)

    def proof(self, standard: str = "preponderance", **options: Any) -> Any:
        """Return which claims are proved, in the way of Carneades, as `argmap.evaluate.ProofVerdicts`.

        Args:
            standard: The standard of proof of claims whose data name none: ``scintilla``, ``preponderance``,
                ``clear-and-convincing``, ``beyond-reasonable-doubt`` or ``dialectical-validity``.
            **options: As for `argmap.evaluate.proof.proof`: ``weight``, ``alpha``, ``beta``, ``gamma``.

        Raises:
            UnknownNameError: If there is no such standard.
            ArgmapError: If a weight or constant is not a number from 0 to 1.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.support("It is cheap", m.claim("Buy it", title="Buy"), title="Cheap")
            >>> m.proof("preponderance")["Buy"]
            <Status.ACCEPTED: 'accepted'>
        """
        return import_module("argmap.evaluate.proof").proof(self, standard, **options)
