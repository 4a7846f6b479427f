"""BAL110."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.check.listed import listed
from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

Stasis = Literal["fact", "definition", "value", "policy"]
_ASK = {
    "fact": "Ask what is so",
    "definition": "Ask what the words mean",
    "value": "Ask what is good or bad about it",
    "policy": "Ask what should be done",
}
# What should be done depends on how things are and on what matters; what is good, on how things are.
_RESTS_ON: dict[str, tuple[str, ...]] = {"policy": ("fact", "value"), "value": ("fact",)}


@dataclass(frozen=True)
class Options:
    """Which questions a debate needs."""

    needed: tuple[Stasis, ...] = ()


@rule("BAL110", Severity.INFO, options=Options, profiles=("strict", "debate", "classroom"))
def missing_stasis(subject: Subject, options: Options) -> Iterator[Found]:
    """A kind of question that the debate needs is not asked.

    ## What it does

    Reads what kind of question claims answer, where they say so under `stasis` in their inline data: `fact` (is it
    so?), `definition` (what is it?), `value` (is it good or bad?) or `policy` (what should be done?). A thesis on
    policy needs claims on facts and on values, one on values needs claims on facts. A map in which fewer than two
    claims besides the thesis have a `stasis` is left alone.

    ## Why it matters

    People often talk past each other because one speaks of facts and the other of what matters. The old name for the
    kind of question at issue is stasis. What should be done does not follow from facts alone, nor from values alone.

    ## Flagged

    ```argdown
    ===
    title: Should our town build a skate park?  # finding: BAL110
    ===

    [Build]: Our town should build a skate park.
      {stasis: policy}
      + [Many]: Two hundred young people here own a board.
        {stasis: fact}
      - [Noise]: Boards can be heard from a hundred metres away.
        {stasis: fact}
    ```

    ## Accepted

    ```argdown
    [Build]: Our town should build a skate park.
      {stasis: policy}
      + [Many]: Two hundred young people here own a board.
        {stasis: fact}
      - [Quiet]: Quiet evenings matter more than sport.
        {stasis: value}
    ```

    ## Options

    - `needed`: the kinds of questions that the debate needs, whatever its thesis is (default: by the thesis).
    """
    theses = {thesis.id for thesis in subject.theses}
    counts: Counter[str] = Counter()
    asked: set[str] = set()
    for record in subject.map:
        if "stasis" in record.data:
            kinds = listed(record.data["stasis"])
            if record.id in theses:
                asked.update(kinds)
            else:
                counts.update(kinds)
    if sum(counts.values()) < 2:
        return
    needed: tuple[str, ...] = options.needed or tuple(
        dict.fromkeys(kind for each in sorted(asked) for kind in _RESTS_ON.get(each, ()))
    )
    for kind in needed:
        if not counts[kind] and (kind not in asked or not options.needed):
            yield Found(None, f"No claim of this debate is on {kind}. {_ASK[kind]}, and add what each side says to it.")
