"""Which claims are proved, and by which standard of proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.errors import ArgmapError
from argmap.evaluate.judgement import Measure, Statuses
from argmap.evaluate.proof.burdens import Basis, Burdens, Load
from argmap.evaluate.proof.proving import prove
from argmap.evaluate.proof.standards import Constants, standard_named
from argmap.evaluate.verdicts import OF_LABEL
from argmap.model.status import Status

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Weight:
    """What weighs for or against a claim.

    Attributes:
        name: The id of a claim or argument, or the name of a step such as ``Safety, step 1``.
        weight: From 0 to 1.
        status: *Accepted* if it applies, *rejected* if it does not.
    """

    name: str
    weight: float
    status: Status


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a claim is proved.

    Attributes:
        claim: The id of the claim.
        status: Whether it holds.
        standard: The name of its standard of proof.
        basis: On what grounds this is decided; only for `Basis.PROOF` does the standard count.
        pros: What speaks for it, the heaviest first.
        cons: What speaks against it, the heaviest first.
    """

    claim: str
    status: Status
    standard: str
    basis: Basis
    pros: tuple[Weight, ...]
    cons: tuple[Weight, ...]

    @property
    def pro(self) -> Weight | None:
        """The heaviest reason that applies."""
        return next((each for each in self.pros if each.status is Status.ACCEPTED), None)

    @property
    def con(self) -> Weight | None:
        """The heaviest objection that applies."""
        return next((each for each in self.cons if each.status is Status.ACCEPTED), None)

    @property
    def is_met(self) -> bool | None:
        """Whether the standard is met; None while this is open, or where no proof is asked for."""
        if self.basis is not Basis.PROOF or self.status is Status.UNDECIDED:
            return None
        return self.status is Status.ACCEPTED

    def __str__(self) -> str:
        start = f'"{self.claim}" is {self.status}'
        if self.basis in (Basis.GRANTED, Basis.DENIED):
            return f"{start}, as its author says."
        if self.basis is Basis.PRESUMED:
            if self.status is Status.ACCEPTED:
                return f"{start}: it is presumed, and no objection to it applies."
            if self.status is Status.REJECTED:
                return f"{start}: it has no reason, and {_shown(self.con)} speaks against it."
            return f"{start}: it has no reason, and whether an objection to it applies is open."
        if self.status is Status.UNDECIDED:
            return f"{start}: whether its reasons and objections apply is open. Its standard is {self.standard}."
        verdict = "met" if self.is_met else "not met"
        reason = f"{_shown(self.pro)} speaks for it" if self.pro else "no reason applies"
        objection = (
            f"{_shown(self.con)}{'' if self.pro else ' speaks'} against it" if self.con else "no objection applies"
        )
        return f"{start}: {reason}, {objection}. The standard {self.standard} is {verdict}."


def _shown(weight: Weight | None) -> str:
    return "something" if weight is None else f'"{weight.name}" ({weight.weight:g})'


@dataclass(frozen=True, slots=True, repr=False)
class ProofVerdicts(Statuses):
    """Whether each claim of a map is proved and each argument applies, by its id, in the order of the map.

    Attributes:
        statuses: The status of each claim and argument. An argument that applies is *accepted*.
        proofs: What the status of each claim comes from.
        standard: The standard of claims that name none.
        constants: The constants of the strict standards.
        notes: What could not be used as it is written, in sentences.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> guilty = m.claim("She did it", title="Guilty")
        >>> _ = m.support("A witness saw it", guilty, title="Seen", data={"weight": 0.8})
        >>> _ = m.rebut("A friend says otherwise", guilty, title="Alibi", data={"weight": 0.3})
        >>> print(m.proof().proofs["Guilty"])
        "Guilty" is accepted: "Seen" (0.8) speaks for it, "Alibi" (0.3) against it. The standard preponderance is met.
        >>> m.proof("beyond-reasonable-doubt")["Guilty"]
        <Status.REJECTED: 'rejected'>
    """

    statuses: Mapping[str, Status]
    proofs: Mapping[str, Proof]
    standard: str
    constants: Constants
    notes: tuple[str, ...] = ()

    @property
    def measure(self) -> Measure:
        """By what they were found."""
        return Measure("standard", self.standard)

    def _found(self) -> Mapping[str, Status]:
        return self.statuses

    def to_data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "standard": self.standard,
            "alpha": self.constants.alpha,
            "beta": self.constants.beta,
            "gamma": self.constants.gamma,
            "statuses": {name: str(status) for name, status in self.statuses.items()},
            "proofs": {
                name: {
                    "standard": proof.standard,
                    "basis": str(proof.basis),
                    "pros": [_data(each) for each in proof.pros],
                    "cons": [_data(each) for each in proof.cons],
                }
                for name, proof in self.proofs.items()
            },
            "notes": list(self.notes),
        }

    def __repr__(self) -> str:
        return f"<ProofVerdicts ({self.standard}): {self._counts()}>"


def _data(weight: Weight) -> dict[str, Any]:
    return {"name": weight.name, "weight": weight.weight, "status": str(weight.status)}


def proof(
    m: ArgumentMap,
    standard: str = "preponderance",
    *,
    weight: float = 0.5,
    alpha: float = 0.4,
    beta: float = 0.3,
    gamma: float = 0.2,
) -> ProofVerdicts:
    """Return which claims of a map are proved, in the way of Carneades.

    * A claim with reasons holds if it meets its standard of proof: ``standard`` in its data, else the one given here.
      Reasons are the arguments that conclude it and what supports it. Objections are what attacks it, and the reasons
      of claims that it excludes (contrary and contradictory ones). Only those that apply count, and of these only the
      heaviest one on each side.
    * An argument applies if all its premises hold and no *exception* does: what undercuts it or attacks it as a whole.
      Where other arguments support it, one of them has to apply.
    * A claim without reasons is presumed: it holds unless an objection applies. If its data say ``premise:
      assumption``, it holds only while nobody questions it: any objection, good or not, asks for a proof. With
      ``premise: axiom`` it holds in any case.
    * What the author says of a claim counts: it holds with ``status: accepted`` or ``conceded``, it does not with
      ``rejected`` or ``withdrawn``, and with ``disputed`` or ``questioned`` it has to be proved.
    * A reason or objection weighs what ``weight`` says in the data of the relation or step, else of the argument or
      claim that it comes from.

    For maps without circles, this is the model of Gordon, Prakken and Walton ("The Carneades model of argument and
    burden of proof", Artificial Intelligence 171, 2007), whose standards and names are in `standards`.
    Whatever hangs on itself, for or against, and cannot be settled from outside stays undecided (Gordon and Walton,
    "Formalizing balancing arguments", COMMA 2016, label claims in, out and undecided, too).

    Args:
        m: The map.
        standard: The standard of claims that name none.
        weight: The weight of reasons and objections that have none, from 0 to 1.
        alpha: What the heaviest reason must exceed for clear and convincing evidence.
        beta: By how much more than this it must outweigh the heaviest objection.
        gamma: What the heaviest objection must stay below for proof beyond reasonable doubt.

    Raises:
        UnknownNameError: If there is no such standard.
        ArgmapError: If a weight or constant is not a number from 0 to 1.

    Complexity:
        Linear in the map, but for sorting what speaks for and against each claim, and for claims that exclude each
        other, which share their reasons.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap()
        >>> _ = m.support("It is cheap", m.claim("Buy it", title="Buy"), title="Cheap")
        >>> _ = m.undercut("It breaks soon", "Cheap", title="Breaks")
        >>> print(proof(m).proofs["Buy"])
        "Buy" is rejected: no reason applies, no objection applies. The standard preponderance is not met.
    """
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 1:
        raise ArgmapError(f"The weight of what has none must be a number from 0 to 1, not {weight!r}.")
    constants = Constants(alpha, beta, gamma)
    default = standard_named(standard)
    burdens = Burdens(m, default, float(weight))
    labels = [OF_LABEL[label] for label in prove(burdens, constants)]

    def weights(loads: list[Load]) -> tuple[Weight, ...]:
        heaviest = sorted(dict.fromkeys(loads), key=lambda load: -load.weight)
        return tuple(Weight(burdens.names[load.position], load.weight, labels[load.position]) for load in heaviest)

    return ProofVerdicts(
        dict(zip(burdens.ids, labels, strict=False)),
        {
            burdens.ids[place]: Proof(
                burdens.ids[place],
                labels[place],
                burden.standard.name,
                burden.basis,
                weights(burden.pros),
                weights(burden.cons),
            )
            for place, burden in burdens.claims.items()
        },
        default.name,
        constants,
        tuple(burdens.notes),
    )
