"""CFG103."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("CFG103", Severity.WARNING, needs=Needs.REPORT)
def unreadable_suppression(subject: Subject) -> Iterator[Found]:
    """A comment to argmap cannot be read.

    ## What it does

    Looks for comments that begin with `argmap:` and are no whole order. The orders are `ignore[...]` for a line,
    `disable[...]` and `enable[...]` for a stretch of lines, and `ignore-file[...]`; between the brackets stand the
    rules that are meant.

    ## Why it matters

    A comment that names no rule would hide everything, also the mistakes that nobody knows of yet. So there is no such
    comment, and one that cannot be read hides nothing.

    ## Flagged

    ```argdown
    [Uniforms]: Pupils should wear uniforms.  // argmap: ignore // finding: CFG103
      + [Equality]: Uniforms hide who has money.  // argmap: ignroe[CLS112] I know. // finding: CFG103
      + [Morning]: Uniforms save time.  // argmap: ignore[CLS112 // finding: CFG103
    ```

    ## Accepted

    A comment that speaks about argmap is no order:

    ```argdown
    // argmap: the program that draws this map
    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.  // argmap: ignore[CLS112] I know.
    ```
    """
    for span, problem in () if subject.suppressions is None else subject.suppressions.unreadable:
        yield Found(None, problem, span)
