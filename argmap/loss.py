"""What a format or a map could not hold, as a value: nothing is lost in silence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a file of some format, or a map read from one, does not hold as it was.

    Attributes:
        what: The thing, in a few words, one or many: ``the data``, ``3 comments``.
        where: The record or the place it belongs to, as a person finds it: ``[Safety] attacks [Release]``.
        why: A whole sentence on the reason.
        kept_as: What stands there instead; empty when nothing does.
        holder: What does not hold it: a ``file`` that was written, or a ``map`` that was read.

    Example:
        >>> print(Loss("the weight", "[A]", "The format knows no weights.", "a note"))
        [A]: The file keeps the weight as a note. The format knows no weights.
    """

    what: str
    where: str
    why: str
    kept_as: str = ""
    holder: str = "file"

    @property
    def sentence(self) -> str:
        """What becomes of it, and why, without the place."""
        fate = f"keeps {self.what} as {self.kept_as}" if self.kept_as else f"leaves out {self.what}"
        return f"The {self.holder} {fate}. {self.why}"

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}"
