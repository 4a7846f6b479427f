"""CFG105."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("CFG105", Severity.WARNING, needs=Needs.REPORT)
def unusable_setting(subject: Subject) -> Iterator[Found]:
    """A setting in the front matter cannot be used.

    ## What it does

    Looks at what stands under `check` in the front matter: `profile`, `select`, `extend-select`, `ignore`, and `rules`
    with the options of rules. What is not known, or cannot have the value that is given, is not used.

    ## Why it matters

    A setting that is not used looks as if it were. Whoever sets the task "six claims each" under a wrong name believes
    that the map was checked for it.

    ## Flagged

    ```argdown
    ===
    check:
      profil: strict  # finding: CFG105
    ===

    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.
    ```

    ```argdown
    ===
    check: strict  # finding: CFG105
    ===

    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.
    ```

    ## Accepted

    ```argdown
    ===
    check: {profile: draft, ignore: [CLS]}
    ===

    [Uniforms]: Pupils should wear uniforms.
      + [Equality]: Uniforms hide who has money.
    ```
    """
    for key, problem in subject.settings_problems:
        yield Found(None, problem, subject.places.of_data(None, "check", None if key == "check" else key))
