"""The thirteen semantics: what each asks of a set of arguments, its code in the ICCMA competitions, and its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.errors import UnknownNameError, nearest
from argmap.wording import joined

Mode = Literal["credulous", "sceptical"]


@dataclass(frozen=True, slots=True)
class Semantics:
    """A definition of which sets of arguments, called extensions, can be accepted together.

    Attributes:
        name: Its full name.
        code: Its code in the International Competition on Computational Models of Argumentation.
        meaning: What it asks of a set, in a sentence.
        source: The paper that defined it.
        is_unique: Whether every framework has exactly one extension.
        extends_grounded: Whether every extension holds the grounded one and is settled by the rest apart from it.
        is_directional: Whether what becomes of an argument depends only on what it can be reached from.
    """

    name: str
    code: str
    meaning: str
    source: str
    is_unique: bool = False
    extends_grounded: bool = False
    is_directional: bool = False

    def __str__(self) -> str:
        return self.name


_DUNG = (
    "Dung, On the acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic programming and "
    "n-person games, Artificial Intelligence 77, 1995"
)
_VERHEIJ = "Verheij, Two approaches to dialectical argumentation: admissible sets and argumentation stages, NAIC 1996"

SEMANTICS: tuple[Semantics, ...] = (
    Semantics("conflict-free", "CF", "No member attacks a member.", _DUNG),
    Semantics(
        "naive",
        "NA",
        "No member attacks a member, and nothing can be added without a conflict.",
        "Bondarenko, Dung, Kowalski and Toni, An abstract, argumentation-theoretic approach to default reasoning, "
        "Artificial Intelligence 93, 1997",
    ),
    Semantics(
        "admissible",
        "AD",
        "No member attacks a member, and the set strikes back at whatever attacks a member.",
        _DUNG,
        is_directional=True,
    ),
    Semantics(
        "complete",
        "CO",
        "An admissible set that holds every argument it defends.",
        _DUNG,
        extends_grounded=True,
        is_directional=True,
    ),
    Semantics(
        "grounded",
        "GR",
        "Only what nobody can reasonably deny: the smallest complete set.",
        _DUNG,
        is_unique=True,
        extends_grounded=True,
        is_directional=True,
    ),
    Semantics(
        "preferred",
        "PR",
        "An admissible set to which nothing can be added: a standpoint taken as far as it goes.",
        _DUNG,
        extends_grounded=True,
        is_directional=True,
    ),
    Semantics(
        "stable",
        "ST",
        "No member attacks a member, and every argument outside is attacked by one; there may be no such set.",
        _DUNG,
        extends_grounded=True,
    ),
    Semantics(
        "semi-stable",
        "SST",
        "A complete set that leaves as little as possible undecided.",
        f"{_VERHEIJ}; Caminada, Semi-stable semantics, COMMA 2006",
        extends_grounded=True,
    ),
    Semantics(
        "stage",
        "STG",
        "No member attacks a member, and as little as possible is neither a member nor attacked by one.",
        _VERHEIJ,
    ),
    Semantics(
        "ideal",
        "ID",
        "The largest admissible set on which all preferred sets agree.",
        "Dung, Mancarella and Toni, Computing ideal sceptical argumentation, Artificial Intelligence 171, 2007",
        is_unique=True,
        extends_grounded=True,
        is_directional=True,
    ),
    Semantics(
        "eager",
        "EAG",
        "The largest admissible set on which all semi-stable sets agree.",
        "Caminada, Comparing two unique extension semantics for formal argumentation: ideal and eager, BNAIC 2007",
        is_unique=True,
        extends_grounded=True,
    ),
    Semantics(
        "cf2",
        "CF2",
        "Circle of attacks by circle, a largest set without conflict, once what earlier choices attack is gone.",
        "Baroni, Giacomin and Guida, SCC-recursiveness: a general schema for argumentation semantics, "
        "Artificial Intelligence 168, 2005",
        extends_grounded=True,
        is_directional=True,
    ),
    Semantics(
        "stage2",
        "STG2",
        "Circle of attacks by circle, a stage set, once what earlier choices attack is gone.",
        "Dvořák and Gaggl, Stage semantics and the SCC-recursive schema for argumentation semantics, "
        "Journal of Logic and Computation 26, 2016",
        extends_grounded=True,
        is_directional=True,
    ),
)
"""All semantics, from the weakest demands to the more intricate."""


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


_NAMED = {_folded(spelling): semantics for semantics in SEMANTICS for spelling in (semantics.name, semantics.code)}
_MODES: dict[str, Mode] = {
    "credulous": "credulous",
    "dc": "credulous",
    "sceptical": "sceptical",
    "skeptical": "sceptical",
    "ds": "sceptical",
}


def semantics_named(name: str | Semantics) -> Semantics:
    """Return the semantics of a name or code; capital letters, hyphens and spaces do not matter.

    Raises:
        UnknownNameError: If there is none of this name.

    Example:
        >>> semantics_named("SemiStable").code
        'SST'
        >>> semantics_named("pr").meaning
        'An admissible set to which nothing can be added: a standpoint taken as far as it goes.'
        >>> semantics_named("prefered")
        Traceback (most recent call last):
            ...
        argmap.errors.UnknownNameError: There is no semantics called 'prefered'. Did you mean 'preferred'?
    """
    if isinstance(name, Semantics):
        return name
    found = _NAMED.get(_folded(str(name)))
    if found is None:
        names = [semantics.name for semantics in SEMANTICS]
        hint = nearest(str(name), names) or f" There are {joined(names)}."
        raise UnknownNameError(f"There is no semantics called {str(name)!r}.{hint}")
    return found


def mode_named(name: str) -> Mode:
    """Return the mode of acceptance of a name: `credulous`, by some extension, or `sceptical`, by all.

    Raises:
        UnknownNameError: If there is none of this name.
    """
    found = _MODES.get(_folded(str(name)))
    if found is None:
        hint = nearest(str(name), ("credulous", "sceptical"))
        raise UnknownNameError(
            f"There is no mode of acceptance called {str(name)!r}.{hint}"
            " An argument is accepted credulously if some extension holds it, sceptically if all do."
        )
    return found
