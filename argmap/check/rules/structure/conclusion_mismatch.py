"""STR202."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.graph.grounding import grounding
from argmap.check.graph.written import writers
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Span
from argmap.model.records import Argument, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("STR202")
def conclusion_mismatch(subject: Subject) -> Iterator[Found]:
    """The conclusion of an argument is not the claim that the argument is said to support.

    ## What it does

    Looks for arguments with premises and a conclusion that are drawn as a support of a claim, although they conclude
    another claim, which does not lead to the first one either: no argument uses it as a premise on the way there, and
    no relation joins the two. Several arguments that repeat the supported claim word for word, without its title, are
    one finding.

    ## Why it matters

    A sketch says which claim an argument speaks for. The conclusion says what it really proves, and often that is
    something close by. Whoever accepts every premise may then still doubt the claim, so the last step is missing or the
    arrow leads to the wrong place.

    ## Flagged

    ```argdown
    [Free buses]: Buses should be free for pupils.
      + <Crowds>  // finding: STR202

    <Crowds>: Free buses are full.

    (1) [Full]: Buses that cost nothing are full.
    (2) [More]: Full buses show that more pupils ride.
    ----
    (3) [Riders]: Free buses bring more riders.
    ```

    The conclusion has the words of the claim, and yet it is another claim, because it has no title:

    ```argdown
    [Free buses]: Buses should be free for pupils.
      + <Fairness>

    <Fairness>: A fare keeps some pupils at home.

    (1) A fare keeps some pupils at home.
    (2) No pupil should be kept at home.
    ----
    (3) Buses should be free for pupils.  // finding: STR202
    ```

    ## Accepted

    ```argdown
    [Free buses]: Buses should be free for pupils.
      + <Fairness>

    <Fairness>: A fare keeps some pupils at home.

    (1) [Fares exclude]: A fare keeps some pupils at home.
    (2) [Nobody out]: No pupil should be kept at home.
    ----
    (3) [Free buses]
    ```

    The conclusion leads to the claim by a relation of its own:

    ```argdown
    [Free buses]: Buses should be free for pupils.
      + <Crowds>

    <Crowds>: Free buses are full.

    (1) [Full]: Buses that cost nothing are full.
    (2) [More]: Full buses show that more pupils ride.
    ----
    (3) [Riders]: Free buses bring more riders.
      +> [Free buses]
    ```

    ## How it is fixed

    Where the words are the same, the title of the claim is put before the conclusion.

    ## References

    - https://github.com/argdown/argdown/issues/593
    """
    if not any(argument.steps for argument in subject.map.arguments):
        return
    found = subject.shared(grounding)
    alike: dict[str, list[tuple[Argument, Claim]]] = {}
    for relation in found.drawn:
        target = subject.map[relation.target]
        if relation.kind.is_negative or not isinstance(target, Claim):
            continue
        places: dict[str, Span | None] = {}
        for name, span in writers(relation, subject):
            places.setdefault(name, span)
        for name, span in places.items():
            argument = subject.map[name]
            assert isinstance(argument, Argument)  # `drawn` holds arguments that are spelt out
            concluded = argument.conclusion
            assert concluded is not None
            if any(step.conclusion == target.id for step in argument.steps):
                continue
            conclusion = subject.map[concluded]
            assert isinstance(conclusion, Claim)
            if found.bears_on(concluded, {target.id}):
                continue
            if found.same_words(conclusion, [target.id]) is not None:
                alike.setdefault(target.id, []).append((argument, conclusion))
                continue
            there = subject.places.in_argument(argument, concluded)
            hint = (
                f"{subject.name(target)} is one of its premises: turn the relation round."
                if target.id in argument.premises
                else f"Write {subject.name(target)} as the last line of {subject.name(argument)}, or say how "
                f"{subject.name(conclusion)} bears on it."
            )
            yield Found(
                argument,
                f"{subject.name(argument)} is drawn as a support of {subject.name(target)}, but it concludes "
                f"{subject.name(conclusion)}. {hint}",
                span,
                () if there is None else ((there, "its conclusion"),),
            )
    for name, pairs in alike.items():
        yield _same_words(subject, subject.map[name], pairs)


def _same_words(subject: Subject, target: object, pairs: list[tuple[Argument, Claim]]) -> Found:
    assert isinstance(target, Claim)
    spans = [subject.places.in_argument(argument, conclusion.id) for argument, conclusion in pairs]
    argument = pairs[0][0]
    more = len(pairs) - 1
    others = "" if not more else " So does one more argument." if more == 1 else f" So do {more:,} more arguments."
    if target.title:
        what = f"Write [{target.title}] at the conclusion to make the two one claim."
    else:
        what = "Give both the same title to make them one claim."
    fix = None
    if target.title and subject.source is not None and not any(conclusion.title for _, conclusion in pairs):
        starts = [one.span.start for _, conclusion in pairs for one in conclusion.occurrences]
        edits = tuple(Edit(Span(start, start), f"[{target.title}]: ") for start in starts)
        fix = Fix("Put the title of the claim before the conclusion", edits, is_safe=True)
    return Found(
        argument,
        f"{subject.name(argument)} concludes the words of {subject.name(target)}, but as another claim.{others} {what}",
        spans[0],
        tuple((span, "another conclusion with these words") for span in spans[1:] if span is not None),
        fix,
    )
