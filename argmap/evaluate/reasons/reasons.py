"""`Reasons`: why a claim or argument stands, falls, or stays undecided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.evaluate.reasons.drawable import Drawable
from argmap.evaluate.reasons.talk import Step
from argmap.evaluate.verdicts import Verdicts
from argmap.model import ArgumentMap
from argmap.model.status import Status

INDENT = 2
"""How many blanks a sentence stands deeper than the one that it explains."""


@dataclass(frozen=True, slots=True, repr=False)
class Reasons(Drawable):
    """Why a claim or argument stands, falls, or stays undecided. Printed, it is a talk: each line explains one above.

    Attributes:
        claim: The id of the claim or argument.
        status: Its status.
        semantics: The full name of the semantics.
        support: How support relations were read.
        lines: Each sentence with its depth, from 0.
        steps: The same for programs: each says by which clause of the definition something stands or falls.
        statuses: The statuses of what the sentences are about, by id.
        defence: The ids of what stands in the first explanation, and carries it.
        defeats: The ids of what brings something down in it.
        attacks: The attacks by which it does: pairs of ids, or of an id and the name of a step.
        is_complete: Whether everything is told, and was found out in time.
        map: The map.
        audience: Who judged: the name of an audience, or a ranking of values; empty for nobody in particular.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> gate = m.claim("A gate keeps them out", title="Gate")
        >>> futile = m.rebut("Bad actors find a way", gate, title="Futile")
        >>> _ = m.undercut("How easy it is still matters", futile, title="Ease")
        >>> print(m.why("Gate"))
        “Gate” stands: “Futile” attacks it, but falls.
          “Futile” falls: “Ease” undercuts it, and stands.
            “Ease” stands: “How easy it is still matters” speaks for it, and stands; nothing attacks it.
              “How easy it is still matters” stands: nothing in the map speaks against it.
    """

    claim: str
    status: Status
    semantics: str
    support: str
    lines: tuple[tuple[int, str], ...]
    steps: tuple[Step, ...]
    statuses: Mapping[str, Status]
    defence: tuple[str, ...] = ()
    defeats: tuple[str, ...] = ()
    attacks: tuple[tuple[str, str], ...] = ()
    is_complete: bool = True
    map: ArgumentMap | None = field(default=None, compare=False)
    audience: str = field(default="", compare=False)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences, without their depths."""
        return tuple(sentence for _, sentence in self.lines)

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data, as `argmap why --json` prints it."""
        return {
            "claim": self.claim,
            "status": str(self.status),
            "semantics": self.semantics,
            "support": self.support,
            "sentences": [{"depth": depth, "sentence": sentence} for depth, sentence in self.lines],
            "steps": [step.to_data() for step in self.steps],
            "statuses": {name: str(status) for name, status in self.statuses.items()},
            "defence": list(self.defence),
            "defeats": list(self.defeats),
            "attacks": [list(pair) for pair in self.attacks],
            "is_complete": self.is_complete,
        }

    def view(self, **options: Any) -> Any:
        """Return a view of the map that shows what the sentences are about, each with its status.

        Args:
            **options: Fields of `argmap.View`; they win over what the reasons ask for.

        Example:
            >>> import argmap
            >>> m = argmap.ArgumentMap()
            >>> _ = m.rebut("Bad actors find a way", m.claim("A gate works", title="Gate"), title="Futile")
            >>> m.why("Futile").view().around
            ('C1', 'Futile')
        """
        assert self.map is not None
        verdicts = Verdicts(self.statuses, self.semantics, self.support, audience=self.audience)
        shown = {"around": tuple(self.statuses), "distance": 0, "status": verdicts, "arrows": False}
        return self.map.view(**(shown | options))

    def __str__(self) -> str:
        return "\n".join(f"{' ' * (INDENT * depth)}{sentence}" for depth, sentence in self.lines)

    def __repr__(self) -> str:
        return f"<Reasons ({self.semantics}): {self.claim!r} is {self.status}, in {len(self.lines)} sentences>"

    def _repr_markdown_(self) -> str:
        """Return the talk as a nested list, for notebooks."""
        return "\n".join(f"{' ' * (4 * depth)}- {_plain(sentence)}" for depth, sentence in self.lines)


def _plain(sentence: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#&$|~" else sign for sign in sentence)
