"""What the words of Carneades mean in a map, for its reader and its writer alike."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from argmap.schemes import is_default, scheme_from, scheme_to

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.model import Step

CARNEADES = "carneades"
"""The key, in data, of what only Carneades has words for."""

BASIC_SCHEMES = ("linked", "convergent", "cumulative", "factorized")
"""The schemes that Carneades knows without a definition."""

STANDARDS = {"PE": "preponderance", "CCE": "clear-and-convincing", "BRD": "beyond-reasonable-doubt"}
"""Its proof standards, and what they are called in the data of claims."""

GRANTED = ("accepted", "conceded")
_ARGUMENT = ("conclusion", "premises", "scheme", "undercutter", "weight")
_STATEMENT = ("text", "assumed")


def standard_from(given: object) -> str | None:
    """Return what a proof standard of Carneades is called in the data of a claim.

    Example:
        >>> standard_from("BRD"), standard_from("brd"), standard_from("best guess")
        ('beyond-reasonable-doubt', 'beyond-reasonable-doubt', None)
    """
    return STANDARDS.get(given.upper()) if isinstance(given, str) else None


def standard_to(given: object) -> str | None:
    """Return the letters of a proof standard that a claim names; None if Carneades has none for it."""
    word = given.strip().casefold() if isinstance(given, str) else ""
    return next((letters for letters, name in STANDARDS.items() if word in (name, letters.casefold())), None)


def is_granted(data: Mapping[str, Any]) -> bool:
    """Whether the data of a claim say that it is accepted."""
    return _word(data, "status") in GRANTED or _word(data, "premise") == "axiom"


def _word(data: Mapping[str, Any], key: str) -> str:
    given = data.get(key)
    return given.strip().casefold() if isinstance(given, str) else ""


@lru_cache(maxsize=1024)
def scheme_in_map(name: str) -> str | None:
    """Return what the data of an argument say of a scheme: our id where it leads back to the name, else the name."""
    if is_default(CARNEADES, name) and name == "linked":
        return None
    own = scheme_from(CARNEADES, name)
    back = scheme_to(CARNEADES, own) if own is not None else None
    return own if back is not None and back.name == name else name


def scheme_in_file(given: object, defined: Collection[str]) -> str | None:
    """Return the name under which a scheme can stand in a file that defines some; None if it cannot.

    Carneades refuses a file that names a scheme without a definition.
    """
    if not isinstance(given, str) or not given:
        return None
    if given in defined:
        return given
    name = _scheme_to(given)
    return name if name in defined else None


@lru_cache(maxsize=1024)
def _scheme_to(given: str) -> str | None:
    found = scheme_to(CARNEADES, given)
    return None if found is None else found.name


def constants(schemes: object) -> dict[str, float]:
    """Return the weight of each scheme that always weighs the same, of a list or a mapping of schemes."""
    found = {}
    for name, scheme in named_schemes(schemes).items():
        weight = scheme.get("weight")
        constant = weight.get("constant") if isinstance(weight, Mapping) else None
        if is_number(constant):
            found[name] = cast("float", constant)
    return found


def named_schemes(schemes: object) -> dict[str, Mapping[str, Any]]:
    """Return the schemes of a list of mappings with an id each, or of a mapping, by their names."""
    if isinstance(schemes, Mapping):
        pairs = [(str(name), scheme) for name, scheme in schemes.items()]
    else:
        listed = schemes if isinstance(schemes, list) else []
        pairs = [(str(each.get("id")), each) for each in listed if isinstance(each, Mapping)]
    return {name: scheme if isinstance(scheme, Mapping) else {} for name, scheme in pairs}


def is_number(given: object) -> bool:
    """Whether something is a number, and no truth value."""
    return isinstance(given, int | float) and not isinstance(given, bool)


def claim_data(
    statement: object, *, is_assumed: bool, is_presumed: bool, is_concluded: bool, standard: str | None
) -> dict[str, Any]:
    """Return the data that a claim has because of what a file says."""
    data: dict[str, Any] = {}
    if is_assumed and not is_presumed:
        data["status"] = "accepted"
    elif not is_assumed and not is_concluded:
        data["status"] = "disputed"
    if standard is not None:
        data["standard"] = standard
    if isinstance(statement, Mapping):
        rest = {key: value for key, value in statement.items() if key not in _STATEMENT}
        if rest:
            data[CARNEADES] = rest
    return data


def argument_data(
    argument: Mapping[str, Any], weights: Mapping[str, float], factorized: float | None = None
) -> dict[str, Any]:
    """Return the data that an argument has because of what a file says.

    Args:
        argument: Its mapping in the file.
        weights: The constants of schemes.
        factorized: Its weight if it is a factorized argument, see `factorized_weights`.
    """
    data: dict[str, Any] = {}
    name = argument.get("scheme")
    if isinstance(name, str) and name:
        scheme = scheme_in_map(name)
        if scheme is not None:
            data["scheme"] = scheme
        if name in weights:
            data["weight"] = weights[name]
        elif factorized is not None:
            data["weight"] = factorized
    if is_number(argument.get("weight")):
        data["weight"] = argument["weight"]
    rest = {key: value for key, value in argument.items() if key not in _ARGUMENT}
    if "weight" in argument and not is_number(argument["weight"]):
        rest["weight"] = argument["weight"]
    premises = argument.get("premises")
    if isinstance(premises, Mapping) and premises:
        rest["roles"] = list(premises)
    if rest:
        data[CARNEADES] = rest
    return data


def factorized_weights(arguments: Mapping[str, Any], issues: Mapping[str, Any]) -> dict[str, float]:
    """Return the weights of factorized arguments, by their names: how many of the premises of an issue each has.

    Carneades counts the premises of all arguments for all positions of the issue that the argument is about.

    Example:
        >>> one = {"scheme": "factorized", "premises": ["hot"], "conclusion": "rest"}
        >>> two = {"scheme": "factorized", "premises": ["hot", "rain"], "conclusion": "jog"}
        >>> factorized_weights({"one": one, "two": two}, {"i": {"positions": ["jog", "rest"]}})
        {'one': 0.5, 'two': 1.0}
    """
    entries = {name: entry for name, entry in arguments.items() if isinstance(entry, Mapping)}
    factorized = {name: entry for name, entry in entries.items() if entry.get("scheme") == "factorized"}
    if not factorized:
        return {}
    issue_of: dict[str, str] = {}
    for name, issue in issues.items():
        positions = issue.get("positions") if isinstance(issue, Mapping) else None
        issue_of |= {each.replace(" ", ""): name for each in positions or () if isinstance(each, str)}
    counted: dict[str, set[str]] = {}
    for entry in entries.values():
        counted.setdefault(_issue(entry, issue_of), set()).update(_premise_names(entry))
    found = {}
    for name, entry in factorized.items():
        issue_name, premises = _issue(entry, issue_of), _premise_names(entry)
        if issue_name and premises:
            found[name] = len(premises) / len(counted[issue_name])
    return found


def _issue(argument: Mapping[str, Any], issue_of: Mapping[str, str]) -> str:
    conclusion = argument.get("conclusion")
    return issue_of.get(conclusion.replace(" ", ""), "") if isinstance(conclusion, str) else ""


def _premise_names(argument: Mapping[str, Any]) -> set[str]:
    given = argument.get("premises")
    listed = given.values() if isinstance(given, Mapping) else given if isinstance(given, list) else [given]
    return {each.replace(" ", "") for each in listed if isinstance(each, str)}


def last_premises(steps: Sequence[Step]) -> list[str]:
    """Return the premises of an argument of some steps in a file: those of its last step, and what led there."""
    return list(dict.fromkeys((*steps[-1].premises, *(step.conclusion for step in steps[:-1]))))
