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

    def strengths(self, semantics: Any = "quadratic-energy", **options: Any) -> Any:
        """Return how strong each claim and argument is, from 0 to 1, as `argmap.Strengths`.

        Args:
            semantics: A gradual semantics, such as ``quadratic-energy``, ``df-quad`` or ``euler``.
            **options: As for `argmap.evaluate.strength.strengths.strengths`: ``weights``, ``method``, ``tolerance`` ...

        Raises:
            UnknownNameError: If there is no such semantics or kind of weights.
            ModelError: If the method is none, or a number is out of its range.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.relate(m.claim("It leaks"), "attack", m.claim("A gate keeps them out", title="Gate"))
            >>> m.strengths()["Gate"]
            0.4
        """
        return import_module("argmap.evaluate.strength.strengths").strengths(self, semantics, **options)

    def influence(self, thesis: str | Claim | Argument, semantics: Any = "quadratic-energy", **options: Any) -> Any:
        """Return how much each claim and argument has to do with the strength of a thesis, as `argmap.Influence`.

        Args:
            thesis: The claim or argument in question.
            semantics: A gradual semantics.
            **options: As for `argmap.evaluate.strength.influence.influence`: ``by``, ``weights`` ...

        Raises:
            UnknownNameError: If the thesis is not in the map, or there is no such semantics, way or kind of weights.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> gate = m.claim("A gate keeps them out", title="Gate")
            >>> _ = m.relate(m.claim("It leaks", title="Leak"), "attack", gate)
            >>> print(m.influence(gate))
            Without 'Leak', 'Gate' would rise by 0.100, from 0.400 to 0.500.
        """
        return import_module("argmap.evaluate.strength.influence").influence(self, thesis, semantics, **options)

    def audiences(self, thesis: Any = None, semantics: str = "preferred", **options: Any) -> Any:
        """Return what all audiences make of the map, as `argmap.evaluate.AudienceVerdicts`.

        Args:
            thesis: A claim or argument, or several, or their ids; everything by default.
            semantics: ``preferred`` or another semantics of abstract argumentation.
            **options: As for `argmap.evaluate.audiences.verdicts.audiences`: ``support``.

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
        return import_module("argmap.evaluate.audiences.verdicts").audiences(self, thesis, semantics, **options)

    def proof(self, standard: str = "preponderance", **options: Any) -> Any:
        """Return which claims are proved, in the way of Carneades, as `argmap.evaluate.ProofVerdicts`.

        Args:
            standard: The standard of proof of claims whose data name none: ``scintilla``, ``preponderance``,
                ``clear-and-convincing``, ``beyond-reasonable-doubt`` or ``dialectical-validity``.
            **options: As for `argmap.evaluate.proof.verdicts.proof`: ``weight``, ``alpha``, ``beta``, ``gamma``.

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
        return import_module("argmap.evaluate.proof.verdicts").proof(self, standard, **options)

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

    def what_if(self, semantics: str = "grounded", **suppositions: Any) -> Any:
        """Return what would become of the verdicts if something were withdrawn or rebutted, as `argmap.WhatIf`.

        The map is not changed.

        Args:
            semantics: A semantics of abstract argumentation, such as ``grounded`` or ``preferred``.
            **suppositions: As for `argmap.evaluate.what_if`: ``remove``, ``rebut``, ``accept`` (ids or records, one or
                several), and ``support``, ``time_limit`` ...

        Raises:
            UnknownNameError: If there is no such claim, argument, semantics or reading of support.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.relate(m.claim("The sun shines", title="Sun"), "attack", m.claim("It rains", title="Rain"))
            >>> print(m.what_if(remove="Sun"))
            Suppose that “Sun” is withdrawn.
            Then “Rain” stands; it fell before.
        """
        return import_module("argmap.evaluate.reasons.what_if").what_if(self, semantics, **suppositions)

    def critical(self, thesis: str | Claim | Argument | None = None, **options: Any) -> Any:
        """Return the smallest sets whose withdrawal or rebuttal would flip a verdict, as `argmap.Critical`: print it.

        Args:
            thesis: The claim or argument; by default the thesis of the map, if it has only one.
            **options: As for `argmap.evaluate.critical`: ``semantics``, ``how``, ``to``, ``most``, ``time_limit`` ...

        Raises:
            UnknownNameError: If there is no such claim, argument, semantics, way, verdict or reading of support.
            ArgmapError: If the map has not exactly one thesis and none is named, or the semantics rests on no complete
                sets.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.relate(m.claim("The sun shines", title="Sun"), "attack", m.claim("It rains", title="Rain"))
            >>> print(m.critical("Rain"))
            “Rain” falls. If this is withdrawn, that changes:
              “Sun”; then it stands.
            There is no other way.
        """
        return import_module("argmap.evaluate.reasons.critical").critical(self, thesis, **options)

    def camps(self, semantics: str = "preferred", **options: Any) -> Any:
        """Return the positions that one can hold on the debate, and where they part, as `argmap.Camps`: print it.

        Args:
            semantics: A semantics that rests on complete sets, such as ``preferred`` or ``stable``.
            **options: As for `argmap.evaluate.camps`: ``most``, ``support``, ``time_limit`` ...

        Raises:
            UnknownNameError: If there is no such semantics or reading of support.
            ArgmapError: If the semantics rests on no complete sets.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.relate(m.claim("Open", title="Open"), "contradictory", m.claim("Closed", title="Closed"))
            >>> [camp.held for camp in m.camps()]
            [('Open',), ('Closed',)]
        """
        return import_module("argmap.evaluate.reasons.camps").camps(self, semantics, **options)
