"""CLS202."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@dataclass(frozen=True)
class Options:
    """The task."""

    of: Literal["nothing", "leaves", "claims"] = "nothing"


@rule("CLS202", Severity.INFO, options=Options, profiles=("classroom",))
def missing_source_per_claim(subject: Subject, options: Options) -> Iterator[Found]:
    """A claim cites no source, though the task asks for one.

    ## What it does

    Looks for claims, and for arguments that are not spelt out, without `cites` in their inline data: all of them, or
    those that nothing supports (leaves). The thesis needs none. Nothing is found until the teacher sets the task in
    the options.

    ## Why it matters

    A chain of reasons must end somewhere. Where it ends, a reader asks how you know: from a text, from numbers, from
    what you saw yourself?

    ## Flagged

    ```argdown
    ===
    title: Should we bring our own cups?
    sources: {bins: Our count of the bins in May}
    check: {rules: {missing-source-per-claim: {of: leaves}}}
    ===

    [Cups]: We should bring our own cups.
      + [Waste]: There is less waste.
        + [Bins]: Half of the waste are cups.
          {cites: bins}
      + [Cost]: Paper cups cost money.  // finding: CLS202
      - <Clean>: Paper cups are cleaner.  // finding: CLS202
    ```

    ## Accepted

    ```argdown
    ===
    title: Should we bring our own cups?
    sources: {bins: Our count of the bins in May, till: The bill of the canteen}
    check: {rules: {missing-source-per-claim: {of: leaves}}}
    ===

    [Cups]: We should bring our own cups.
      + [Waste]: There is less waste.
        + [Bins]: Half of the waste are cups.
          {cites: bins}
      + [Cost]: Paper cups cost money.
        {cites: till}
    ```

    ## Options

    - `of`: which claims are to cite a source: `nothing`, `leaves` or `claims` (default nothing).
    """
    if options.of == "nothing":
        return
    theses = {thesis.id for thesis in subject.theses}
    index = subject.index
    supports = [index.edges[name] for name in ("support", "entails", "conclusion", "intermediate")]
    for claim in subject.statements:
        if claim.data.get("cites") or not claim.text or claim.id in theses:
            continue
        at = index.position[claim.id]
        if options.of == "leaves" and any(edges.in_offsets[at] < edges.in_offsets[at + 1] for edges in supports):
            continue
        yield Found(
            claim, f"{subject.name(claim)} cites no source. Say how you know it, with {{cites: ...}} behind it."
        )
