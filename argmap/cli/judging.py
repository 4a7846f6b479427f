"""How a debate is weighed, for every command that does: the options, and the judgement that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.errors import ArgmapError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.evaluate import Verdicts
    from argmap.evaluate.strength.strengths import Strengths
    from argmap.model import ArgumentMap

Command = TypeVar("Command", bound="Callable[..., Any]")

SUPPORT = click.option(
    "--support",
    metavar="READING",
    default="necessary",
    show_default=True,
    help="What supports do: necessary (a claim needs one of its reasons), deductive (who accepts a reason accepts "
    "the claim), evidential (only what goes back to a source stands) or none.",
)
AUDIENCE = click.option(
    "--audience",
    metavar="RANKING",
    help="Whom to ask: a ranking of values, such as 'safety>privacy', or the name of an audience of the debate. "
    "An attack on what the audience prefers fails.",
)
TIME_LIMIT = click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="Leave undecided what is not found out by then.",
)
_OPTIONS = (
    SUPPORT,
    AUDIENCE,
    click.option(
        "--structured",
        is_flag=True,
        help="Look inside arguments: at strict and defeasible steps, and at kinds of premises.",
    ),
    click.option(
        "--ordering",
        metavar="NAME",
        help="Look inside arguments, and compare them by their weights: last-link or weakest-link.",
    ),
    click.option(
        "--lifting",
        metavar="NAME",
        default="elitist",
        show_default=True,
        help="With --ordering: elitist (sets of weights are compared by the least) or democratic (by the greatest).",
    ),
    click.option(
        "--weights",
        metavar="WHICH",
        default="uniform",
        show_default=True,
        help="For strengths: what they begin with, uniform, declared, votes or sources.",
    ),
    TIME_LIMIT,
)
_FIELDS = ("support", "audience", "structured", "ordering", "lifting", "weights", "time_limit")


def judging_options(command: Command) -> Command:
    """Give a command the options; they come as one dict, `judging`, for `judged`."""
    from functools import wraps

    @wraps(command)
    def with_judging(**given: Any) -> Any:
        judging = {name: given.pop(name) for name in _FIELDS}
        return command(**given, judging=judging)

    made: Any = with_judging
    for option in reversed(_OPTIONS):
        made = option(made)
    return made  # type: ignore[no-any-return]


def judged(m: ArgumentMap, semantics: str, judging: dict[str, Any]) -> Verdicts | Strengths:
    """Return the verdicts on a map, or its strengths where the semantics is a gradual one.

    Raises:
        UnknownNameError: If there is no such semantics, reading of support, audience, or kind of weights.
        ArgmapError: If an option was given that this semantics does not hear.
    """
    if is_gradual(semantics):
        unheard = [name for name in ("audience", "structured", "ordering") if judging[name]]
        if judging["support"] != "necessary":
            unheard.append("support")
        if unheard:
            raise ArgmapError(
                f"--{unheard[0]} goes with a semantics that gives verdicts, such as grounded, not with {semantics}."
            )
        return m.strengths(semantics, weights=judging["weights"])  # type: ignore[no-any-return]
    return m.evaluate(semantics, **verdict_options(judging))  # type: ignore[no-any-return]


def verdict_options(judging: dict[str, Any]) -> dict[str, Any]:
    """Return the options of `argmap.evaluate.evaluate` among those that were given.

    Raises:
        ArgmapError: If weights were given: verdicts begin with none.
    """
    if judging["weights"] != "uniform":
        raise ArgmapError("--weights goes with a semantics that gives strengths, such as --semantics quadratic-energy.")
    return {name: value for name, value in judging.items() if name != "weights" and value is not None}


def is_gradual(semantics: str) -> bool:
    """Whether a semantics gives strengths, rather than verdicts.

    Raises:
        UnknownNameError: If there is no such semantics, of either sort.
    """
    from argmap.evaluate.dung.semantics import SEMANTICS, semantics_named
    from argmap.evaluate.gradual import SEMANTICS as GRADUAL
    from argmap.evaluate.gradual import named

    for is_it, find in ((False, semantics_named), (True, named)):
        try:
            find(semantics)
        except UnknownNameError:
            continue
        return is_it
    known = [*(each.name for each in SEMANTICS), *GRADUAL]
    hint = nearest(semantics, known) or f" Use one of: {', '.join(known)}."
    raise UnknownNameError(f"There is no semantics called {semantics!r}.{hint}")
