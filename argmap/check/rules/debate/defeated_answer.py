"""DIA207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.dialectic import is_settled, replies, thesis_line, why_out
from argmap.check.rule import Found, Needs, rule
from argmap.check.speeches import speaks_against
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("DIA207", Severity.INFO, needs=Needs.EVALUATION, profiles=("debate", "strict"))
def defeated_answer(subject: Subject) -> Iterator[Found]:
    """An objection on the line of a thesis has answers, but none of them stands.

    ## What it does

    Looks at the objections to a thesis, to reasons for it and to their premises that are answered. If the objection
    stands in the grounded reading, every answer to it is defeated.

    ## Why it matters

    The line of the thesis looks defended, and is not: someone has answered the answer. The next reply is due here.

    ## Flagged

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.  // finding: DIA207
          - <Shorter lesson>: The last lesson gets shorter.
              - <Timetable>: The length of lessons is fixed by law.
    ```

    ## Accepted

    ```argdown
    [Longer break]: The lunch break should be longer.
      - <Later home>: Pupils get home later.
          - <Shorter lesson>: The last lesson gets shorter.
    ```
    """
    line, seen = subject.shared(thesis_line), set()
    for relation in subject.map.relations:
        key = relation.source
        if not speaks_against(relation.kind) or relation.target not in line or key in seen:
            continue
        seen.add(key)
        objection = subject.map[key]
        if subject.labelling.get(key) != "in" or is_settled(objection):
            continue
        answers = [subject.map[source] for source, _ in replies(subject, objection) if source != key]
        if answers and all(subject.labelling.get(answer.id) == "out" for answer in answers):
            yield Found(
                objection,
                f"No answer to {subject.name(objection)} stands: {subject.name(answers[0])} "
                f"{why_out(subject, answers[0])}. Answer that, or find another answer.",
            )
