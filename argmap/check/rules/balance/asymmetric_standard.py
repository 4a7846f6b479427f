"""BAL111."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.graph.stances import called, stances
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """What counts as one standard for one side only."""

    least_arguments: Annotated[int, Ge(1)] = 2


@rule("BAL111", Severity.INFO, options=Options, profiles=("strict", "debate"))
def asymmetric_standard(subject: Subject, options: Options) -> Iterator[Found]:
    """Arguments of one kind are questioned on one side only.

    ## What it does

    Looks at arguments that follow the same scheme (inline data `scheme`) on different sides. It finds a scheme of which
    all arguments of one side are attacked or undercut, themselves or in a premise, and none of the other side.

    ## Why it matters

    If an expert may be doubted when she speaks for one side, the same questions are fair when an expert speaks for the
    other. To ask them of one side only is a double standard, and it is easily overlooked.

    ## Flagged

    ```argdown
    [Ban]: The town should ban fireworks.

    <Doctor>: The doctor says that fireworks maim.
      {scheme: expert_opinion}  // finding: BAL111
      +> [Ban]
      - <Old>: Her numbers are old.

    <Vet>: The vet says that animals panic.
      {scheme: expert_opinion}
      +> [Ban]
      - <One clinic>: He speaks of one clinic.

    <Economist>: An economist says that the ban costs work.
      {scheme: expert_opinion}
      -> [Ban]

    <Historian>: A historian says that the custom is old.
      {scheme: expert_opinion}
      -> [Ban]
    ```

    ## Accepted

    ```argdown
    [Ban]: The town should ban fireworks.

    <Doctor>: The doctor says that fireworks maim.
      {scheme: expert_opinion}
      +> [Ban]
      - <Old>: Her numbers are old.

    <Vet>: The vet says that animals panic.
      {scheme: expert_opinion}
      +> [Ban]
      - <One clinic>: He speaks of one clinic.

    <Economist>: An economist says that the ban costs work.
      {scheme: expert_opinion}
      -> [Ban]
      - <Paid>: He works for the makers.

    <Historian>: A historian says that the custom is old.
      {scheme: expert_opinion}
      -> [Ban]
    ```

    ## Options

    - `least-arguments`: how many arguments of the scheme each of the two sides must have (default 2).
    """
    side_of = subject.shared(stances)
    attacked: set[str] | None = None
    # Scheme: side: the arguments that are challenged, and those that are not.
    found: dict[str, dict[str, tuple[list[str], list[str]]]] = {}
    for argument in subject.map.arguments:
        scheme, side = argument.scheme, side_of.get(argument.id)
        if scheme is None or side is None:
            continue
        if attacked is None:
            attacked = {each.target for each in subject.map.relations if each.kind in ("attack", "undercut")}
        is_challenged = argument.id in attacked or not attacked.isdisjoint(argument.premises)
        found.setdefault(scheme, {}).setdefault(side, ([], []))[not is_challenged].append(argument.id)
    for scheme, sides in found.items():
        least = options.least_arguments
        spared = next((side for side, (some, rest) in sides.items() if not some and len(rest) >= least), None)
        for side, (challenged, unchallenged) in sides.items():
            if spared is not None and not unchallenged and len(challenged) >= least:
                first = subject.map[sides[spared][1][0]]
                span = subject.places.of(first)
                yield Found(
                    subject.map[challenged[0]],
                    f"All {len(challenged):,} arguments {called(subject, side)} with the scheme {scheme!r} are "
                    f"questioned, and none {called(subject, spared)}. Ask the same questions of both.",
                    subject.places.of_data(subject.map[challenged[0]], "scheme"),
                    () if span is None else ((span, "an argument of the same scheme that nobody questions"),),
                )
