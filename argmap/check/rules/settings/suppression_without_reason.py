"""CFG104."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("CFG104", Severity.INFO, needs=Needs.REPORT)
def suppression_without_reason(subject: Subject) -> Iterator[Found]:
    """A finding is suppressed, and nobody says why.

    ## What it does

    Looks for comments that suppress findings and have no words behind the brackets. An `enable` needs none.

    ## Why it matters

    Whoever reads the map later, perhaps its author, must know why the finding does not count here. A reason can be
    checked and, when things change, dropped. Without one the comment stays for ever, as nobody dares to remove it.

    ## Flagged

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: They hide who has money.  // argmap: ignore[CLS112] // finding: CFG104
    ```

    ## Accepted

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: They hide who has money.  // argmap: ignore[CLS112] The class knows it by its first words.
    ```
    """
    for each in () if subject.suppressions is None else subject.suppressions.found:
        if each.sort != "enable" and not each.reason:
            yield Found(
                None, f"This comment does not say why it has {each.sort}. Write the reason behind ].", each.span
            )
