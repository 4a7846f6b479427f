"""REA112."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import schemes_in_use
from argmap.check.graph.questions import questions
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.model.records import Argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_RIVALS = frozenset({"third_factor", "reverse", "chance"})


@rule("REA112", Severity.INFO, profiles=("strict", "analysis"))
def cause_without_rival(subject: Subject) -> Iterator[Found]:
    """An argument goes from a correlation to a cause, and no other cause is looked at.

    ## What it does

    Looks at arguments with the scheme `correlation_to_cause`. One is reported when nothing speaks against it or its
    conclusion, and nothing answers one of the questions `third_factor`, `reverse` and `chance`.

    ## Why it matters

    Two things can go together because one causes the other, or the other way round, or because something third causes
    both, or by chance. Ice cream and sunburn rise together, and the cause of both is the sun. Only when the rivals
    have been looked at does the correlation say much.

    ## Flagged

    ```argdown
    [Music]: Playing an instrument makes pupils better at mathematics.
      + <Marks>

    <Marks>: Pupils who play an instrument have better marks in mathematics.  // finding: REA112
      {scheme: correlation_to_cause}
    ```

    ## Accepted

    ```argdown
    [Music]: Playing an instrument makes pupils better at mathematics.
      + <Marks>

    <Marks>: Pupils who play an instrument have better marks in mathematics.
      {scheme: correlation_to_cause}
      - <Homes>

    <Homes>: Families with money pay for music lessons and for extra lessons in mathematics.
      {asks: third_factor}
    ```

    ## References

    Critical questions of the scheme *Correlation to cause*.
    """
    causal = [name for name, scheme in subject.shared(schemes_in_use).items() if scheme.id == "correlation_to_cause"]
    if not causal:
        return
    attacked = {relation.target for relation in subject.map.relations if relation.kind.is_negative}
    asked = subject.shared(questions)
    for name in causal:
        argument = subject.map[name]
        conclusion = argument.conclusion if isinstance(argument, Argument) else None
        met = any(each.question.word in _RIVALS and (each.askers or each.is_answered) for each in asked[name])
        if not met and name not in attacked and conclusion not in attacked:
            yield Found(
                argument,
                f"{subject.name(argument)} goes from a correlation to a cause. Could something else cause both, could "
                f"the effect be the cause, or could it be chance? Add the strongest rival, and answer it.",
            )
