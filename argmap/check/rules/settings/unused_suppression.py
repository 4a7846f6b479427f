"""CFG101."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.check.finding import Fix
from argmap.check.rule import Found, Needs, rule
from argmap.diagnostics import Edit, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.check.subject import Subject
    from argmap.check.suppression import Suppression

_NOTHING_ELSE = re.compile(r"[\s/*<>!#-]*\Z")
_BLANKS = re.compile(r"[ \t]*")


@rule("CFG101", Severity.WARNING, needs=Needs.REPORT)
def unused_suppression(subject: Subject) -> Iterator[Found]:
    """A comment suppresses a finding that there is not.

    ## What it does

    Looks for names of rules in comments such as `// argmap: ignore[STR108] reason` that suppressed nothing, and for
    `enable` comments that end nothing. Only rules that were asked count: what another profile would find is not known.
    A family counts as unused only if all of its rules were asked.

    ## Why it matters

    A comment that suppresses nothing is either out of date or in the wrong place. Left standing, it will hide the next
    mistake that is made there. Whoever reads the map also wonders what is wrong with a line that is right.

    ## Flagged

    ```argdown
    ===
    check: {extend-select: [self-relation]}
    ===

    [Uniforms]: Pupils should wear uniforms.
      // argmap: ignore[self-relation] It was copied from the board. // finding: CFG101
      + [Equality]: Uniforms hide who has money.
    ```

    ```argdown
    [Uniforms]: Pupils should wear uniforms.
    // argmap: enable[self-relation] // finding: CFG101
    ```

    ## Accepted

    A comment that suppresses something, and one for a rule that was not asked:

    ```argdown
    ===
    check: {extend-select: [self-relation]}
    ===

    [Uniforms]: Pupils should wear uniforms.
      // argmap: ignore[self-relation] The next lesson is about this mistake.
      + [Uniforms]
      + [Equality]: Uniforms hide who has money.  // argmap: ignore[CLS112] The class knows it.
    ```

    ## How it is fixed

    The name is removed, and with the last name the comment.
    """
    if subject.suppressions is None or subject.source is None:
        return
    own = unused_suppression.code
    for each, name, span, codes in subject.suppressions.unused():
        if each.sort == "enable":
            message = f"This comment enables {name}, which is not disabled above it. Remove the name."
        elif own not in codes and codes <= subject.asked:
            message = f"There is no finding of {name} that this comment could suppress. Remove the name."
        else:
            continue
        fix = Fix("Remove what is not used", (Edit(_removed(subject.source.text, each, span), ""),), is_safe=True)
        yield Found(None, message, span, fix=fix)


def _removed(text: str, suppression: Suppression, name: Span) -> Span:
    """Return the stretch to remove, so that a name is gone and the map stays what it was."""
    spans = [span for _, span, _ in suppression.names]
    if len(spans) > 1:
        at = spans.index(name)
        return Span(name.start, spans[1].start) if at == 0 else Span(spans[at - 1].end, name.end)
    span, comment = suppression.span, suppression.comment
    if not _NOTHING_ELSE.match(text[comment.start : span.start]) or not _NOTHING_ELSE.match(
        text[span.end : comment.end]
    ):
        return span  # the comment says something else besides
    start = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
    before = comment.start - len(text[start : comment.start]) + len(text[start : comment.start].rstrip(" \t"))
    match = _BLANKS.match(text, comment.end)
    behind = comment.end if match is None else match.end()
    ends_line = behind == len(text) or text[behind] in "\r\n"
    if before == start:
        if not ends_line:
            return Span(comment.start, behind)  # it stands before something: keep what that is indented by
        return Span(start, behind + (2 if text[behind : behind + 2] == "\r\n" else 1 if behind < len(text) else 0))
    return Span(before, behind) if ends_line else Span(before if behind > comment.end else comment.start, comment.end)
