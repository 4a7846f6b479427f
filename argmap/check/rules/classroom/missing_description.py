"""CLS111."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.check.rule import Found, rule
from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject


@rule("CLS111", Severity.WARNING, profiles=("classroom", "strict"))
def missing_description(subject: Subject) -> Iterator[Found]:
    """The map has no title or no abstract to describe its picture.

    ## What it does

    Looks for `title` and `abstract` in the front matter.

    ## Why it matters

    People who cannot see the picture hear its title and abstract instead. The others gain as well: two sentences on
    what the debate is about show whether the author knows it.

    ## Flagged

    ```argdown
    [Ramp]: The school needs a ramp. // finding: CLS111
      + [Wheelchairs]: Nobody can enter it in a wheelchair.
    ```

    ```argdown
    ===
    title: Does the school need a ramp?  # finding: CLS111
    ===

    [Ramp]: The school needs a ramp.
      + [Wheelchairs]: Nobody can enter it in a wheelchair.
    ```

    ## Accepted

    ```argdown
    ===
    title: Does the school need a ramp?
    abstract: Two reasons for a ramp at the main door, and what it would cost.
    ===

    [Ramp]: The school needs a ramp.
      + [Wheelchairs]: Nobody can enter it in a wheelchair.
    ```
    """
    if next(iter(subject.map), None) is None:
        return  # nothing to describe
    has_title = bool(subject.map.title)
    abstract = subject.data.get("abstract")
    has_abstract = isinstance(abstract, str) and bool(abstract.strip())
    if not has_title or not has_abstract:
        missing = "title" if has_abstract else "abstract" if has_title else "title and no abstract"
        yield Found(
            None,
            f"This map has no {missing}, so readers who cannot see its picture learn little of it. Write "
            f"{'one' if has_title or has_abstract else 'both'} in the front matter.",
        )
