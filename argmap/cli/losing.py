"""What is lost when debates are converted: one by one where there is little, counted in groups where there is much."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.cells import visible
from argmap.diagnostics import Severity
from argmap.wording import begins, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.cli.reporter import Reporter
    from argmap.loss import Loss

LISTED = 20
"""How many losses of a single file are told one by one."""
_GROUPS = 30


class Kind(NamedTuple):
    """Losses that are alike, and how many there are; JSON can hold it."""

    what: str
    why: str
    kept_as: str
    holder: str
    number: int = 1


def kinds_of(losses: Iterable[Loss]) -> list[Kind]:
    """Return the kinds of some losses; how many records or places have them, and not which.

    Example:
        >>> from argmap.loss import Loss
        >>> kinds_of([Loss("the tags", "[A]", "No tags."), Loss("the tags", "[B]", "No tags.")])
        [Kind(what='the tags', why='No tags.', kept_as='', holder='file', number=2)]
    """
    found = Counter(
        (loss.what, loss.why, "another" if loss.what == "the id" else loss.kept_as, loss.holder) for loss in losses
    )
    return [Kind(*key, number) for key, number in found.items()]


def tell_losses(
    losses: Sequence[Loss],
    reporter: Reporter,
    *,
    is_one: bool,
    is_kept: bool,
    severity: Severity = Severity.WARNING,
    are_placed: bool = False,
) -> None:
    """Tell the losses of the present file: those of a single one up to a number; a program gets them all."""
    shown = losses if is_kept else losses[:LISTED] if is_one else ()
    reporter.losses(shown, severity, are_placed=are_placed)


def summary(files: Sequence[Sequence[Kind]]) -> Iterator[str]:
    """Yield lines that count the losses of several files, the most frequent first.

    Args:
        files: The kinds of the losses of each file.

    Example:
        >>> one = [Kind("the tags", "Kialo knows no tags.", "", "file", 11)]
        >>> for line in summary([one, one, []]):
        ...     print(line)
        Lost in 2 of 3 files:
          the tags: 22 times in 2 files. Kialo knows no tags.
    """
    times: Counter[Kind] = Counter()
    places: Counter[Kind] = Counter()
    for kinds in files:
        for kind in kinds:
            alike = kind._replace(number=1)
            times[alike] += kind.number
            places[alike] += 1
    if not times:
        return
    touched = sum(bool(kinds) for kinds in files)
    where = f" in {touched:,} of {counted(len(files), 'file')}" if len(files) > 1 else ""
    yield f"Lost{where}:"
    ordered = sorted(times, key=lambda kind: (-times[kind], kind))
    for kind in ordered[:_GROUPS]:
        within = f" in {counted(places[kind], 'file')}" if len(files) > 1 else ""
        fate = f", kept as {kind.kept_as}" if kind.kept_as else ""
        of_map = ", when it was read" if kind.holder == "map" else ""
        number = counted(times[kind], "time")
        yield f"  {visible(kind.what)}{visible(fate)}{of_map}: {number}{within}. {begins(visible(kind.why))}"
    if len(ordered) > _GROUPS:
        yield f"  and {counted(len(ordered) - _GROUPS, 'more kind')} of losses."
