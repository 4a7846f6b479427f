"""STR116."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from annotated_types import Ge

from argmap.check.graph.levels import levels
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_LENGTHS = {
    # kind of edge: how many levels its source stands below its target
    "premise": 0,
    "conclusion": 1,
    "intermediate": 0,
    "support": 1,
    "attack": 1,
    "undercut": 1,
    "entails": 1,
}


@dataclass(frozen=True)
class Options:
    """How deep a map may be."""

    most: Annotated[int, Ge(1)] = 8


@rule("STR116", Severity.INFO, options=Options)
def too_deep(subject: Subject, options: Options) -> Iterator[Found]:
    """A chain of reasons is so long that its end is far from what the debate is about.

    ## What it does

    Counts the levels from each claim and argument to the nearest one that speaks for or against nothing further: a
    relation is one level, and so is an argument with its premises. Of the map, it names the record that lies deepest.

    ## Why it matters

    Far down a chain nobody remembers what the reasons are for, and each step adds some doubt. A long branch is mostly a
    debate of its own that deserves a map of its own.

    ## Flagged

    ```argdown
    ===
    check: {rules: {too-deep: {most: 2}}}
    ===

    [Trees]: The square needs trees.
      + [Shade]: Trees give shade.
        - [Winter]: Nobody needs shade in winter.
          - [Summer]: The square is full only in summer.  // finding: STR116
    ```

    ## Accepted

    ```argdown
    [Trees]: The square needs trees.
      + [Shade]: Trees give shade.
        - [Winter]: Nobody needs shade in winter.
          - [Summer]: The square is full only in summer.
    ```

    ## Options

    - `most`: how many levels a record may lie below (default 8).
    """
    index = subject.index
    starts = (index.position[record.id] for record in (*subject.theses, *subject.map.roots()))
    edges = [(index.edges[name], length) for name, length in _LENGTHS.items()]
    depth = levels(len(index.ids), starts, edges)
    deepest = max(depth, default=0)
    if deepest > options.most:
        record = subject.map[index.ids[depth.index(deepest)]]
        deep = sum(1 for each in depth if each > options.most)
        others = f", and {deep - 1:,} more lie below level {options.most:,}" if deep > 1 else ""
        yield Found(
            record,
            f"{subject.name(record)} lies {deepest:,} levels below what the debate is about{others}. Make the branch "
            "a map of its own, or leave steps out.",
        )
