"""CFG104."""

from __future__ import annotations

from collections import Counter
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

    Looks for comments that suppress findings and have no words behind the brackets. An `enable` needs none,
    and a comment that suppresses nothing is left to `unused-suppression`.

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
    if subject.suppressions is None:
        return
    # What suppresses nothing is to go, with or without a reason: see unused-suppression.
    idle = Counter(id(each) for each, _, _, codes in subject.suppressions.unused() if codes <= subject.asked)
    for each in subject.suppressions.found:
        if idle[id(each)] < len(each.names) and each.sort != "enable" and not each.reason:
            yield Found(
                None, "This comment does not say why it suppresses. Write the reason behind the bracket.", each.span
            )
