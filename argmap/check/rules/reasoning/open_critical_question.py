"""REA109."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.check.graph.inferences import schemes_in_use
from argmap.check.graph.questions import questions
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.schemes import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """Options of the rule."""

    assumptions: bool = True


@rule("REA109", Severity.INFO, profiles=("analysis", "debate"), options=Options)
def open_critical_question(subject: Subject, options: Options) -> Iterator[Found]:
    """A critical question of an argument's scheme has no answer yet.

    ## What it does

    Goes through the critical questions of each argument with a `scheme`, or whose last inference line names one. An
    objection *asks* a question if its data say so, and whatever meets it *answers* it by its data:

    - `asks: expert_opinion.trust` on a claim or argument that attacks or undercuts the argument, or attacks one of
      its premises;
    - `answers: expert_opinion.trust` on one of its premises, on a claim or argument that supports it or a premise, on
      one that speaks against whatever asks, or on the argument itself.

    The word behind the full stop is enough, and a list names several. Asked questions are also answered by any attack
    on what asks them. A question about an *assumption* is open from the start; one about a *premise* or an
    *exception* only once it is asked.

    ## Why it matters

    A scheme makes a conclusion plausible, not certain, and its critical questions are where it can break. To ask them
    of your own arguments before somebody else does is the best preparation for a debate.

    ## Flagged

    ```argdown
    [Fluoride]: Fluoride in water protects teeth.
      + <Dentist>

    <Dentist>: Our dentist says that it does.  // finding: REA109
      {scheme: expert_opinion, answers: evidence}
      - <Paid>

    <Paid>: The dentist is paid by a maker of toothpaste.
      {asks: trust}
    ```

    ## Accepted

    ```argdown
    [Fluoride]: Fluoride in water protects teeth.
      + <Dentist>

    <Dentist>: Our dentist says that it does.
      {scheme: expert_opinion}
      + [Studies]
      - <Paid>

    [Studies]: The dentist cites three large studies.
      {answers: expert_opinion.evidence}

    <Paid>: The dentist is paid by a maker of toothpaste.
      {asks: trust}
      - [Not any more]: The contract with the maker ended years ago.
    ```

    ## Options

    - `assumptions`: whether questions about assumptions are open before anybody asks them (default true).

    ## References

    Douglas Walton, Chris Reed and Fabrizio Macagno, Argumentation Schemes, 2008. The three kinds of questions are
    those of Gordon, Prakken and Walton, The Carneades model of argument and burden of proof, Artificial Intelligence
    171 (2007).
    """
    known = subject.shared(schemes_in_use)
    for name, some in subject.shared(questions).items():
        still = [
            each
            for each in some
            if each.is_open and (each.askers or (options.assumptions and each.question.kind is QuestionKind.ASSUMPTION))
        ]
        if still:
            # What was asked comes first.
            still.sort(key=lambda each: not each.askers)
            argument, scheme = subject.map[name], known[name]
            more = f" {len(still) - 3} more are open." if len(still) > 3 else ""
            asked = " ".join(f"{each.question.text} ({each.question.word})" for each in still[:3])
            related = []
            for each in still:
                for asker in each.askers:
                    place = subject.places.of(asker)
                    if place is not None:
                        related.append((place, f"this asks it ({each.question.word})"))
            yield Found(
                argument,
                f"Ask of {subject.name(argument)}, which follows the scheme {scheme.name} "
                f'("{scheme.conclusion}"): {asked}{more} Answer with a claim that has '
                f"`answers: {still[0].question.id}` in its data.",
                related=tuple(related),
            )
