"""By what the marks of a picture were found: a sentence that stands in it, as its verdicts may change with that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.evaluate.judgement import Measure
    from argmap.language import Words
    from argmap.view.diagram import Cell, Node
    from argmap.view.view import View

Value = TypeVar("Value")

_USUAL = "necessary"


class Judged(dict[str, Value], Generic[Value]):
    """What a view says of claims and arguments, by id.

    Attributes:
        measure: By what it was found, where that is known.
    """

    def __init__(self, found: Mapping[str, Value], measure: Measure | None = None) -> None:
        super().__init__(found)
        self.measure = measure


def measure_in_words(view: View, nodes: tuple[Node, ...], words: Words) -> str:
    """Return by what the marks were found that are seen in a picture, in sentences; empty where nobody knows.

    Args:
        view: What is drawn.
        nodes: All that is drawn.
        words: The words of the picture.

    Example:
        >>> import argmap
        >>> from argmap.view import diagram_of
        >>> m = argmap.ArgumentMap()
        >>> _ = m.rebut("It leaks", m.claim("The gate holds"))
        >>> diagram_of(m, m.view(status=m.evaluate("preferred"))).judged
        'Verdicts by the preferred semantics.'
    """
    boxes: list[Node | Cell] = [*nodes, *(one for node in nodes for one in node.cells)]
    told = []
    for given, is_seen in (
        (view.status, any(box.status for box in boxes)),
        (view.strength, any(box.strength is not None for box in boxes)),
    ):
        measure = getattr(given, "measure", None)
        if measure is not None and is_seen:
            told.append(_sentence(measure, words))
    return " ".join(told)


def _sentence(measure: Measure, words: Words) -> str:
    parts = [words.say(f"picture.measure.{measure.sort}", name=measure.name)]
    if measure.audience:
        parts.append(words.say("picture.measure.audience", name=measure.audience))
    if measure.support and measure.support != _USUAL:
        parts.append(words.say(f"picture.measure.support-{measure.support}"))
    return f"{', '.join(parts)}."
