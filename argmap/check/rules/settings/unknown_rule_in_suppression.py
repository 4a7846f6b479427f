"""CFG102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.registry import all_rules
from argmap.check.rule import FAMILIES, Found, Needs, rule
from argmap.diagnostics import Edit, Severity
from argmap.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject

_HINTS = 100
"""For how many different names the nearest rule is looked up."""


@rule("CFG102", Severity.WARNING, needs=Needs.REPORT)
def unknown_rule_in_suppression(subject: Subject) -> Iterator[Found]:
    """A comment suppresses a rule that there is not.

    ## What it does

    Looks for names between the brackets of comments such as `// argmap: ignore[STR108] reason` that are neither the
    code nor the name of a rule, nor a family of rules.

    ## Why it matters

    A name with a slip of the pen suppresses nothing. The author believes that the matter is settled, while the finding
    stays in every report.

    ## Flagged

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.  // argmap: ignore[self-realtion] I know. // finding: CFG102
    ```

    ## Accepted

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.  // argmap: ignore[missing-label, CLS] I know.
    ```

    ## How it is fixed

    The nearest name is put in; whether it is the one that was meant is for the author to say.
    """
    if subject.suppressions is None:
        return
    names: list[str] = []
    hints: dict[str, str] = {}
    for each in subject.suppressions.found:
        for name, span, codes in each.names:
            if codes:
                continue
            names = names or [spelt for one in all_rules() for spelt in (one.name, one.code)] + list(FAMILIES)
            if name not in hints:
                hints[name] = nearest(name, names) if len(hints) < _HINTS else ""
            hint = hints[name]
            near = hint.split("'")[1] if hint else None
            yield Found(
                None,
                f"There is no rule {name!r} to suppress.{hint or ' Write the code or name that the report shows.'}",
                span,
                fix=None if near is None else Fix(f"Write {near}", (Edit(span, near),)),
            )
