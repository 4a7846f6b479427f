"""REA113."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences, reasons
from argmap.check.rule import Found, rule
from argmap.check.words.patterns import patterns
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Node, Subject
    from argmap.check.words.patterns import Pattern


@rule("REA113", Severity.INFO)
def either_or(subject: Subject) -> Iterator[Found]:
    """A reason leaves only two options.

    ## What it does

    Looks for reasons with *either ... or*, *only two options*, *the only alternative* and the like. A pair that
    leaves nothing out (*either ... or not*) is left alone, and so is a reason beside which another premise says that
    there is no other option. An argument with the scheme `alternatives` is left to its critical questions.

    ## Why it matters

    Where somebody offers two ways, there is often a third, or a bit of both. It is not wrong to rule options out; but
    then the reader has to be told why these are all there are.

    ## Flagged

    ```argdown
    [Build]: The town should build a new road.
      + [Choice]: Either we build a new road, or the old one stays jammed for ever.  // finding: REA113
    ```

    ## Accepted

    ```argdown
    <Road>: There is one way out.

    (1) Either the town widens the road or it builds a tunnel.
    (2) There is no other option that the ground allows.
    (3) The town cannot pay for a tunnel.
    ----
    (4) The town should widen the road.
    ```

    Nothing is left out here:

    ```argdown
    [Insure]: Every cyclist should be insured.
      + [Certain]: Either you have an accident or you do not, and you never know before.
    ```

    ## References

    Critical questions of the scheme *Alternatives*.
    """
    if subject.language is None:
        return
    closed: frozenset[str] | None = None
    for pattern in _found(subject):
        if closed is None:
            closed = subject.shared(_exhausted)
        if pattern.record.id not in closed:
            yield Found(
                pattern.record,
                f'{subject.name(pattern.record)} leaves two options ("{pattern.words}"). '
                f"Are they all there are, and could both hold? Name the others, or add a premise that says why there "
                f"are none.",
                pattern.span,
            )


def _found(subject: Subject) -> Iterator[Pattern]:
    for pattern in patterns(subject, "either", "alternatives"):
        words = subject.words(pattern.record)
        rest = [end for start, end in words.hits("or") if start > pattern.first]
        after = words.tokens[rest[0] :] if rest else []
        denies = any(start >= rest[0] for start, _ in words.hits("negators")) if rest else True
        if rest and not (denies and len(after) <= 8):
            yield pattern
    yield from patterns(subject, "only-two", "alternatives")


def _exhausted(subject: Subject) -> frozenset[str]:
    """What stands beside a premise that says there is no other option, or says so itself."""
    said = {record.id for record, _ in subject.hits("exhaustive", arguments=True)}
    found = set(said & subject.shared(reasons))
    for inference in subject.shared(inferences):
        names: list[Node] = [*inference.premises, inference.argument]
        if any(each.id in said for each in names):
            found.update(each.id for each in names)
    return frozenset(found)
