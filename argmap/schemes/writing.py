"""How an argument that follows a scheme is written in Argdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.schemes.scheme import Scheme


def in_argdown(scheme: Scheme, title: str = "Argument") -> str:
    """Return an argument in Argdown that has the sentences of a scheme, to be replaced by one's own.

    Args:
        scheme: The scheme, in any language.
        title: The title of the argument, without ``<`` and ``>``.

    Example:
        >>> from argmap.schemes import scheme_named
        >>> print(in_argdown(scheme_named("sign"), "Smoke"))
        <Smoke>
          {scheme: sign}
        <BLANKLINE>
        (1) A is observed here.
        (2) A is generally a sign of B.
        ----
        (3) B is the case here.
    """
    lines = [f"<{title}>", f"  {{scheme: {scheme.id}}}", ""]
    lines += [f"({number}) {premise}" for number, premise in enumerate(scheme.premises, 1)]
    return "\n".join([*lines, "----", f"({len(scheme.premises) + 1}) {scheme.conclusion}"])
