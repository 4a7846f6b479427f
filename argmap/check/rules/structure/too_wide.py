"""STR115."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_SIGNS = (("reasons for", ("support", "entails", "conclusion")), ("objections to", ("attack",)))


@dataclass(frozen=True)
class Options:
    """How wide a map may be."""

    most: Annotated[int, Ge(1)] = 7


@rule("STR115", Severity.INFO, options=Options)
def too_wide(subject: Subject, options: Options) -> Iterator[Found]:
    """A claim has more reasons or more objections than a reader can keep in mind.

    ## What it does

    Counts what directly supports a claim or argument, and what directly attacks it.

    ## Why it matters

    Nobody weighs a dozen reasons at once. If some of them make the same point in different ways, one claim that sums
    them up makes the map easier to read, and it shows how many different points there really are.

    ## Flagged

    ```argdown
    ===
    check: {rules: {too-wide: {most: 2}}}
    ===

    [Night train]: The town needs a night train.  // finding: STR115
      + [Sleep]: Travelling at night loses no day.
      + [Planes]: A night train replaces flights.
      + [Hotels]: A night on the train costs no hotel.
    ```

    ## Accepted

    ```argdown
    [Night train]: The town needs a night train.
      + [Sleep]: Travelling at night loses no day.
      + [Planes]: A night train replaces flights.
      - [Noise]: Trains are loud at night.
    ```

    ## Options

    - `most`: how many reasons, or objections, one claim may have (default 7).
    """
    index = subject.index
    for words, names in _SIGNS:
        counts = [0] * len(index.ids)
        for name in names:
            offsets = index.edges[name].in_offsets
            for at in range(len(counts)):
                counts[at] += offsets[at + 1] - offsets[at]
        for at, most in enumerate(counts):
            # An argument may support its own conclusion as well; it counts once.
            count = most if most <= options.most else len({s for name in names for s in index.edges[name].sources(at)})
            if count > options.most:
                record = subject.map[index.ids[at]]
                yield Found(
                    record,
                    f"There are {count:,} {words} {subject.name(record)}, more than {options.most:,}. Gather those "
                    "that make one point under a claim that sums them up.",
                )
