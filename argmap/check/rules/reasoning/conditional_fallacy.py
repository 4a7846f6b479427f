"""REA121."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.formulas.checked import checked_formulas
from argmap.check.graph.inferences import inferences, place_of_step
from argmap.check.rule import Found, rule
from argmap.check.words.conditional import Conditional, Part, conditional, whole
from argmap.diagnostics import Severity
from argmap.schemes import known as known_scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.graph.inferences import Inference
    from argmap.check.subject import Subject

_BACKWARDS = frozenset({"evidence_to_hypothesis", "best_explanation", "sign"})


@rule("REA121", Severity.WARNING)
def conditional_fallacy(subject: Subject) -> Iterator[Found]:
    """An argument runs backwards through an if.

    ## What it does

    Takes premises of the form *if A, then B* apart, and looks for two patterns: another premise says B, and the
    conclusion says A (affirming the consequent); or another premise denies A, and the conclusion denies B (denying
    the antecedent). Steps that say that they go back from evidence, by the scheme `evidence_to_hypothesis`,
    `best_explanation` or `sign`, are left alone, and so are conditionals with *only if*, and steps in which every
    claim has a formula: these are the matter of `formally-invalid`.

    ## Why it matters

    If it rains, the street is wet. But a wet street does not show that it rained: someone may have washed a car. An
    *if* leads one way only. If you mean that B is a good sign of A, say so and ask for other explanations of B; if
    you mean that B happens only with A, write *only if*.

    ## Flagged

    ```argdown
    <Wet>: The street tells.

    (1) If it rained last night, the street is wet.
    (2) The street is wet.
    ----  // finding: REA121
    (3) It rained last night.
    ```

    ```argdown
    <Dry>: The sky tells.

    (1) The match is cancelled if the pitch is flooded.
    (2) The pitch is not flooded.
    ----  // finding: REA121
    (3) The match is not cancelled.
    ```

    ## Accepted

    ```argdown
    <Forwards>: The sky tells.

    (1) If it rained last night, the street is wet.
    (2) It rained last night.
    ----
    (3) The street is wet.
    ```

    ```argdown
    <Back, and right>: The street tells.

    (1) If it rained last night, the street is wet.
    (2) The street is not wet.
    ----
    (3) It did not rain last night.
    ```

    Here, *only* turns the condition round:

    ```argdown
    <Only then>: The street tells.

    (1) The street is only wet if it rained last night.
    (2) The street is wet.
    ----
    (3) It rained last night.
    ```

    Evidence that makes something likely, and does not prove it:

    ```argdown
    <Sign>: The street tells.

    (1) If it rained last night, the street is wet.
    (2) The street is wet.
    -- Evidence to hypothesis --
    (3) It rained last night.
    ```

    Formulas say more exactly what is meant, here that it goes both ways:

    ```argdown
    <Both ways>: The street tells.

    (1) If it rained last night, the street is wet. {formula: "rain <-> wet"}
    (2) The street is wet. {formula: "wet"}
    ----
    (3) It rained last night. {formula: "rain"}
    ```
    """
    formulas = subject.shared(checked_formulas).formulas
    for inference in subject.shared(inferences):
        if len(inference.premises) < 2 or subject.language is None or not inference.conclusion.text:
            continue
        if not any("ifs" in subject.words(claim).lists for claim in inference.premises) or _is_open(inference):
            continue
        if formulas and all(claim.id in formulas for claim in (*inference.premises, inference.conclusion)):
            continue  # see formally-invalid
        fault = _fault(inference, subject)
        if fault is not None:
            name = subject.name(inference.argument)
            if fault == "consequent":
                message = (
                    f"Does {name} go backwards through an if? From what follows it draws the condition. Ask what else "
                    f"could lead to it, or write only if."
                )
            else:
                message = (
                    f"Does {name} go backwards through an if? It denies the condition, and so denies what follows. Ask "
                    f"what else could lead to it, or write only if."
                )
            yield Found(inference.argument, message, place_of_step(inference, subject))


def _is_open(inference: Inference) -> bool:
    names = [*(inference.step.rules if inference.step is not None else ()), inference.argument.scheme or ""]
    schemes = [known_scheme(name) for name in names]
    return any(scheme is not None and scheme.id in _BACKWARDS for scheme in schemes)


def _fault(inference: Inference, subject: Subject) -> str | None:
    """Return which of the two patterns an inference has; none if it is sound in one of the two good ones."""
    ifs: list[Conditional] = []
    rest: list[Part] = []
    for claim in inference.premises:
        parts = conditional(claim, subject)
        if parts is not None:
            ifs.append(parts)
        elif "conditionals" not in subject.words(claim).lists:
            rest.append(whole(claim, subject))
    conclusion = whole(inference.conclusion, subject)
    for condition, consequence in ifs:
        if conclusion.says(consequence) and any(each.says(condition) for each in rest):
            return None
        if conclusion.denies(condition) and any(each.denies(consequence) for each in rest):
            return None
    for condition, consequence in ifs:
        if conclusion.says(condition) and any(each.says(consequence) for each in rest):
            return "consequent"
        if conclusion.denies(consequence) and any(each.denies(condition) for each in rest):
            return "antecedent"
    return None
