"""BAL109."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.data_values import listed
from argmap.check.rule import PROFILES, Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("BAL109", Severity.INFO, profiles=tuple(sorted(PROFILES.keys() - {"draft"})))
def missing_perspective(subject: Subject) -> Iterator[Found]:
    """Somebody who is concerned has no say.

    ## What it does

    Compares the list `perspectives` in the front matter, of those whom the question concerns, with what claims and
    arguments say under `perspective` in their inline data (one word or several). Without the list nothing is found.

    ## Why it matters

    Before a debate begins, ask: whom will the decision touch? Some of them are easily forgotten, as they are not in the
    room. A list of them, made first, shows whose view is still missing.

    ## Flagged

    ```argdown
    ===
    title: Should the school have a shop?
    perspectives: [pupils, teachers, neighbours]  # finding: BAL109
    ===

    [Shop]: The school should have a shop.
      + [Hunger]: Hungry pupils cannot follow a lesson.
        {perspective: pupils}
      - [Rubbish]: Someone has to watch over the rubbish.
        {perspective: teachers}
    ```

    ## Accepted

    ```argdown
    ===
    title: Should the school have a shop?
    perspectives: [pupils, teachers, neighbours]
    ===

    [Shop]: The school should have a shop.
      + [Hunger]: Hungry pupils cannot follow a lesson.
        {perspective: pupils}
      - [Rubbish]: Rubbish lies about.
        {perspective: [teachers, neighbours]}
    ```
    """
    wanted = listed(subject.data.get("perspectives"))
    if not wanted:
        return
    used = {
        word.casefold()
        for record in subject.map
        if "perspective" in record.data
        for word in listed(record.data["perspective"])
    }
    for name in wanted:
        if name.casefold() not in used:
            yield Found(
                None,
                f"No claim is put from the perspective {name!r}. Add one, with {{perspective: {name}}} behind it.",
                subject.places.of_data(None, "perspectives", name),
            )
