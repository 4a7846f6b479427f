"""How a debate is weighed, for every command that does: the options, and the judgement that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.errors import UnknownNameError, nearest_or_all

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
        help="Where weights come from: uniform (for strengths, as long as nothing else is said), declared (for "
        "--ordering), votes or sources.",
    ),
    TIME_LIMIT,
)
_PLAIN = {
    "support": "necessary",
    "audience": None,
    "structured": False,
    "ordering": None,
    "lifting": "elitist",
    "weights": None,
    "time_limit": None,
}
"""The options by the name of their parameter, each with what it is where nobody asks for it."""


def judging_options(command: Command) -> Command:
    """Give a command the options; they come as one dict, `judging`, for `judged`."""
    from functools import wraps

    @wraps(command)
    def with_judging(**given: Any) -> Any:
        judging = {name: given.pop(name) for name in _PLAIN}
        return command(**given, judging=judging)

    made: Any = with_judging
    for option in reversed(_OPTIONS):
        made = option(made)
    return made  # type: ignore[no-any-return]


def judged(m: ArgumentMap, semantics: str, judging: dict[str, Any]) -> Verdicts | Strengths:
    """Return the verdicts on a map, or its strengths where the semantics is a gradual one.

    Raises:
        UnknownNameError: If there is no such semantics, reading of support, audience, or kind of weights.
        click.UsageError: If an option is given that would change nothing.
    """
    if is_gradual(semantics):
        refuse_idle(judging, f"the {semantics} semantics gives strengths", "weights")
        return m.strengths(semantics, weights=judging["weights"] or "uniform")  # type: ignore[no-any-return]
    return m.evaluate(semantics, **verdict_options(judging))  # type: ignore[no-any-return]


def verdict_options(judging: dict[str, Any]) -> dict[str, Any]:
    """Return the options of `argmap.evaluate.evaluate` among those that were given.

    Raises:
        click.UsageError: If an option is given that would change nothing.
    """
    of_verdicts = ("support", "audience", "structured", "ordering")
    if judging["ordering"] is None:
        refuse_idle(judging | {"weights": None}, "it goes with --ordering", *of_verdicts)
        refuse_idle(judging, "weights are for strengths and for --ordering", *of_verdicts)
    return {name: value for name, value in judging.items() if value is not None}


def refuse_idle(judging: dict[str, Any], why: str, *used: str) -> None:
    """Refuse an option that would change nothing, so that nobody believes it did.

    Args:
        judging: The options that were given.
        why: Why it would change nothing.
        *used: The options that change something. A time limit does no harm anywhere.

    Raises:
        click.UsageError: If there is one.
    """
    for name, plain in _PLAIN.items():
        if name not in (*used, "time_limit") and judging[name] != plain:
            raise click.UsageError(f"Leave --{name} out here: {why}.")


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
    hint = nearest_or_all(semantics, known)
    raise UnknownNameError(f"There is no semantics called {semantics!r}.{hint}")
