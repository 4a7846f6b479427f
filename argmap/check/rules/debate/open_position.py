"""DIA204."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import against
from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity
from argmap.model.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA204", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def open_position(subject: Subject) -> Iterator[Found]:
    """A thesis stays undecided because of a doubt further away.

    ## What it does

    Looks for theses that are undecided in the grounded reading because of something further away: a reason or an
    objection that is itself in doubt. Where two claims only contradict each other, `stand-off` says so.

    ## Why it matters

    A doubt far down can hold up the whole debate. Settle it, and the thesis is settled; often that is one question of
    fact that someone can look up.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.  // finding: DIA204
      - <Later home>: Pupils get home later.

    [Bus at three]: The bus goes at three.
      - [Bus at four]
      -> <Later home>

    [Bus at four]: The bus goes at four.
      - [Bus at three]
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.

    [Bus at three]: The bus goes at three.
      -> <Later home>
    ```
    """
    table = subject.shared(against)
    pairs = {(source, target) for target, sources in table.items() for source, _ in sources}
    for thesis in subject.theses:
        if subject.labelling.get(thesis.id) != "undecided":
            continue
        sources = [source for source, _ in table.get(thesis.id, ()) if subject.labelling.get(source) == "undecided"]
        if any((thesis.id, source) in pairs for source in sources):
            continue
        doubts = [subject.map[source] for source in sources]
        if not doubts and isinstance(thesis, Claim):
            arguments = subject.map.arguments_for(thesis)
            doubts += [each for each in arguments if subject.labelling.get(each.id) == "undecided"]
        because = f" because {subject.name(doubts[0])} is undecided itself" if doubts else ""
        yield Found(
            thesis,
            f"The thesis {subject.name(thesis)} stays undecided{because}. Find what would settle it, and add that.",
            related=tuple((span, "what is in doubt") for span in map(subject.places.of, doubts) if span),
        )
