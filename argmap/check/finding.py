"""What a rule finds: a place, a sentence, perhaps a fix."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.source import Source

if TYPE_CHECKING:
    from argmap.source import Place


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of the text that together mend what was found.

    Attributes:
        title: What it does, as an order: `Remove the second relation`.
        edits: The edits; none overlaps another.
        is_safe: Whether the meaning of the map stays what its author meant. An unsafe fix is applied only when a
            person asks for it.
    """

    title: str
    edits: tuple[Edit, ...]
    is_safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    r"""Something that a rule found.

    Attributes:
        code: The code of the rule, such as ``STR104``.
        name: The name of the rule, such as ``isolated-claim``.
        severity: How much it matters.
        message: One or two whole sentences: what was found, and what to do.
        span: Its place in the text; None for a map that was not read from text.
        about: The id of the claim, argument or section it is about; None for the map as a whole.
        related: Other places that belong to it, each with a word on why.
        fix: What mends it, where that is known.
        source: The text; None for a map that was not read from text.

    Example:
        >>> import argmap
        >>> finding = argmap.parse("[A]: It rains.\n  + [A]\n").map.check().findings[0]
        >>> str(finding.place), finding.code, finding.name
        ('<text>:2:5', 'STR108', 'self-relation')
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span | None = None
    about: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    fix: Fix | None = None
    source: Source | None = field(default=None, repr=False, compare=False)

    @property
    def family(self) -> str:
        """The three letters its code begins with."""
        return self.code[:3]

    @property
    def place(self) -> Place | None:
        """The file, line and column where it starts; None for a map that was not read from text."""
        return None if self.source is None or self.span is None else self.source.place(self.span.start)

    def diagnostic(self) -> Diagnostic:
        """Return it in the form in which readers report what is wrong with a text."""
        return Diagnostic(
            code=self.name,
            message=self.message,
            span=self.span or Span(0, 0),
            severity=self.severity,
            related=self.related,
            edits=self.fix.edits if self.fix else (),
        )
