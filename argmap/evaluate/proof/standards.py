"""Standards of proof: how much has to speak for a claim, set against what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.errors import ArgmapError, UnknownNameError, nearest_or_all


@dataclass(frozen=True, slots=True)
class Constants:
    """The constants of the two strict standards, each from 0 to 1.

    The values by default are those that Gordon, Prakken and Walton's model is usually shown with: 0.4, 0.3 and 0.2. The
    program Carneades 4 asks for a gap of more than 0.5, and for counterweights below 0.3.

    Attributes:
        alpha: What the heaviest reason must exceed, for clear and convincing evidence.
        beta: By how much more than this it must outweigh the heaviest objection.
        gamma: What the heaviest objection must stay below, for proof beyond reasonable doubt.

    Raises:
        ArgmapError: If one of them is not a number from 0 to 1.
    """

    alpha: float = 0.4
    beta: float = 0.3
    gamma: float = 0.2

    def __post_init__(self) -> None:
        for name in ("alpha", "beta", "gamma"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                raise ArgmapError(f"{name} must be a number from 0 to 1, not {value!r}.")


Heaviest = float | None
"""The weight of the heaviest argument that applies; None where none does."""


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard of proof.

    Attributes:
        name: Its name.
        meaning: What it asks for, in a sentence.
        holds: Whether it is met, by the weights of the heaviest reason and of the heaviest objection that apply. More
            reasons never do harm, nor do fewer objections.
    """

    name: str
    meaning: str
    holds: Callable[[Heaviest, Heaviest, Constants], bool]


def _preponderance(pro: Heaviest, con: Heaviest, _: Constants) -> bool:
    return pro is not None and pro > (con or 0)


def _convincing(pro: Heaviest, con: Heaviest, given: Constants) -> bool:
    # The gap of two weights with a few decimals should not depend on how a computer rounds them.
    return pro is not None and pro > given.alpha and round(pro - (con or 0), 12) > given.beta


def _beyond_doubt(pro: Heaviest, con: Heaviest, given: Constants) -> bool:
    return _convincing(pro, con, given) and (con or 0) < given.gamma


STANDARDS = {
    standard.name: standard
    for standard in (
        Standard("scintilla", "Some reason applies.", lambda pro, _con, _: pro is not None),
        Standard("preponderance", "The heaviest reason outweighs the heaviest objection.", _preponderance),
        Standard(
            "clear-and-convincing",
            "The heaviest reason is strong, and outweighs the heaviest objection by far.",
            _convincing,
        ),
        Standard(
            "beyond-reasonable-doubt",
            "The heaviest reason is strong, and every objection that applies is weak.",
            _beyond_doubt,
        ),
        Standard(
            "dialectical-validity",
            "Some reason applies, and no objection does.",
            lambda pro, con, _: pro is not None and con is None,
        ),
    )
}
"""The standards by name, the four of the law from the easiest to the hardest.

Gordon, Prakken and Walton, "The Carneades model of argument and burden of proof", Artificial Intelligence 171, 2007;
Gordon and Walton, "Proof burdens and standards", in Argumentation in Artificial Intelligence, 2009.
"""

_SHORT = {
    "se": "scintilla",
    "scintilla-of-evidence": "scintilla",
    "pe": "preponderance",
    "preponderance-of-evidence": "preponderance",
    "preponderance-of-the-evidence": "preponderance",
    "cce": "clear-and-convincing",
    "clear-and-convincing-evidence": "clear-and-convincing",
    "brd": "beyond-reasonable-doubt",
    "dv": "dialectical-validity",
}


def standard_named(name: str) -> Standard:
    """Return a standard of proof by its name, in any case and with spaces or hyphens, or by its usual letters.

    Raises:
        UnknownNameError: If there is no such standard.

    Example:
        >>> standard_named("PE").name, standard_named("Beyond reasonable doubt").name
        ('preponderance', 'beyond-reasonable-doubt')
    """
    name = str(name)[:100]
    word = "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
    found = STANDARDS.get(_SHORT.get(word, word))
    if found is None:
        hint = nearest_or_all(word, [*STANDARDS, *_SHORT], list(STANDARDS))
        raise UnknownNameError(f"There is no standard of proof called {name!r}.{hint}")
    return found
