"""LOG108."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from annotated_types import Gt

from argmap.check.finding import Fix
from argmap.check.rule import Found, rule
from argmap.diagnostics import Edit, Severity
from argmap.model.records import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.model.records import Argument, Claim

_PERCENT = re.compile(r"(\d{1,2}|100)(?:[.,](\d+))?[ \t]*%\Z")


@dataclass(frozen=True, slots=True)
class Options:
    """What weights there may be."""

    greatest_weight: Annotated[float, Gt(0)] = 1.0


@rule("LOG108", Severity.ERROR, options=Options)
def weight_out_of_range(subject: Subject, options: Options) -> Iterator[Found]:
    """A weight or probability is not a number within its range.

    ## What it does

    Reads `weight` and `probability` in the inline data of claims and arguments, and in the data of relations. Both are
    numbers from 0 to 1, unless an option sets another scale for weights.

    ## Why it matters

    A weight says how strong a reason is before anything is said against it, and a probability how likely a claim is.
    Both are shares: 0 is nothing and 1 is all there can be. A number outside the scale, or a word, is no use for
    calculation: whatever is worked out from it is wrong or missing.

    ## Flagged

    ```argdown
    [Rain]: It rains tomorrow.
      {probability: 70%}  // finding: LOG108

    [Wind]: The wind is strong tomorrow.
      {weight: 7}  // finding: LOG108
      + [Rain]
    ```

    ## Accepted

    ```argdown
    [Rain]: It rains tomorrow.
      {probability: 0.7, weight: 1}
    ```

    A map may have a scale of its own:

    ```argdown
    ===
    check: {rules: {weight-out-of-range: {greatest-weight: 10}}}
    ===

    [Wind]: The wind is strong tomorrow.
      {weight: 7}
    ```

    ## How it is fixed

    Per cent are turned into a number from 0 to 1.

    ## Options

    - `greatest-weight`: the number that stands for the greatest weight (default 1).
    """
    m = subject.map
    for record in (*m.claims, *m.arguments, *m.relations):
        if record.data:
            for key, greatest in (("weight", options.greatest_weight), ("probability", 1.0)):
                if key in record.data and not _fits(record.data[key], greatest):
                    yield _found(subject, record, key, greatest)


def _fits(value: Any, greatest: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= greatest


def _found(subject: Subject, record: Claim | Argument | Relation, key: str, greatest: float) -> Found:
    value = record.data[key]
    of = "a relation" if isinstance(record, Relation) else subject.name(record)
    shown = f"from 0 to {greatest:g}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        size = f"{value:.6g}" if abs(value) < 1e15 else "very large"
        wrong = f"The {key} of {of} is {size}. Write a number {shown}."
    else:
        wrong = f"The {key} of {of} is not a number. Write one {shown}, without quotation marks or a unit."
    if isinstance(record, Relation):
        return Found(record, wrong)
    span = subject.places.of_data(record, key, value if isinstance(value, str) else None)
    percent = _PERCENT.match(value) if isinstance(value, str) else None
    fix = None
    if percent is not None and span is not None and subject.source is not None:
        number = float(f"{percent[1]}.{percent[2] or 0}") / 100 * greatest
        said = subject.source.text[span.start : span.end]
        before = subject.source.text[: span.start].rstrip(" \t")
        is_clear = subject.places.has_once(record, said)
        if said == value and is_clear and number <= greatest and before.endswith(":"):
            fix = Fix("Write it as a number", (Edit(span, f"{number:.6g}"),), is_safe=True)
    return Found(record, wrong, span, fix=fix)
