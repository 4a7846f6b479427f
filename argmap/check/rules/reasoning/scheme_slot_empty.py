"""REA108."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.graph.inferences import inferences, place_of_step
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity
from argmap.schemes import known as known_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.graph.inferences import Inference
    from argmap.check.subject import Subject
    from argmap.schemes import Scheme


@rule("REA108", Severity.WARNING, profiles=("strict", "analysis"))
def scheme_slot_empty(subject: Subject) -> Iterator[Found]:
    """An argument has fewer premises than its scheme.

    ## What it does

    Counts the premises of each step whose inference line names a scheme, and of the last step of an argument with a
    `scheme` in its data. It reports a step with fewer premises than the scheme has, and lists those of the scheme;
    of steps of one argument with the same scheme, the first.
    Premises that are left out on purpose count if data of the inference line or the argument name them under
    `implicit`: a sentence, or a list of sentences.

    ## Why it matters

    A scheme is a form to fill in. An argument from an example needs two premises: that the example is as it is said
    to be, and that it is typical. Whoever writes only the first hides the one that others will ask about.

    ## Flagged

    ```argdown
    <My street>: Speed humps work.

    (1) [Humps]: Since our street has speed humps, cars are slower there.
    -- Example --  // finding: REA108
    (2) [Work]: Speed humps make cars slower.
    ```

    ## Accepted

    ```argdown
    <My street>: Speed humps work.

    (1) [Humps]: Since our street has speed humps, cars are slower there.
    (2) [Typical]: Our street is like most streets in town.
    -- Example --
    (3) [Work]: Speed humps make cars slower.
    ```

    The second premise is left out on purpose:

    ```argdown
    <My street>: Speed humps work.

    (1) [Humps]: Since our street has speed humps, cars are slower there.
    -- Example {implicit: "Our street is like most streets in town."} --
    (2) [Work]: Speed humps make cars slower.
    ```

    ## References

    Douglas Walton, Chris Reed and Fabrizio Macagno, Argumentation Schemes, 2008; `argmap.schemes` lists them.
    """
    told = set()
    for inference in subject.shared(inferences):
        scheme = _scheme(inference)
        if scheme is None or inference.step is None:
            continue
        if len(inference.premises) + _implicit(inference) < len(scheme.premises):
            # In a chain of like steps, one says what the others need.
            if (inference.argument.id, scheme.id) in told:
                continue
            told.add((inference.argument.id, scheme.id))
            yield Found(
                inference.argument,
                f"{subject.name(inference.argument)} follows the scheme {scheme.name} and has "
                f"{len(inference.premises)} of its {len(scheme.premises)} premises. The scheme has these: "
                f"{' '.join(scheme.premises)}",
                place_of_step(inference, subject),
            )


def _scheme(inference: Inference) -> Scheme | None:
    if inference.step is not None:
        for name in inference.step.rules:
            scheme = known_scheme(name)
            if scheme is not None:
                return scheme
    own = inference.argument.scheme
    # An inference line that names a rule says how this step goes; the scheme is then said of the whole.
    if own is None or not inference.is_last or (inference.step is not None and inference.step.rules):
        return None
    return known_scheme(own)


def _implicit(inference: Inference) -> int:
    count = 0
    for data in (inference.argument.data, {} if inference.step is None else inference.step.data):
        given = data.get("implicit")
        count += len(given) if isinstance(given, list) else int(isinstance(given, str))
    return count
