"""STR103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR103", Severity.ERROR)
def missing_main_claim(subject: Subject) -> Iterator[Found]:
    """No claim is the main claim: everything speaks for or against something else.

    ## What it does

    Asks whether the front matter names a thesis, or some claim or argument speaks neither for nor against anything
    further. A map has none if all its reasons go round in circles.

    ## Why it matters

    A debate is about something. The claim it is about stands at the end of all chains of reasons, so if every claim is
    only a reason for another one, nobody can say what the reasons are for.

    ## Flagged

    ```argdown
    [Trust]: We trust the coach.  // finding: STR103
      + [Wins]: The team wins.
        + [Trust]
    ```

    ## Accepted

    ```argdown
    [Keep]: The coach should stay.
      + [Wins]: The team wins.
    ```

    The circle has a way out in the front matter:

    ```argdown
    ===
    thesis: Trust
    ===

    [Trust]: We trust the coach.
      - [Rumours]: There are rumours about the coach.
        - [Trust]
    ```
    """
    m = subject.map
    if subject.theses or not (m.claims or m.arguments) or m.roots():
        return
    # What acts on nothing but itself is a main claim with another fault.
    acting = {relation.source for relation in m.relations if relation.source != relation.target}
    acting.update(name for argument in m.arguments for step in argument.steps for name in (*step.premises, argument.id))
    acting.update(step.conclusion for argument in m.arguments for step in argument.steps[:-1])
    if all(relation.source in acting for relation in m.relations if relation.source == relation.target):
        yield Found(
            None,
            "Every claim of this map speaks for or against another one, so there is no main claim. Write it down, "
            "or name it "
            "in the front matter: thesis: its title.",
        )
