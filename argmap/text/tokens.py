"""What a text is cut into: the kinds of tokens, and what a scan finds.

A token is a tuple `(kind, start, end)`; relation signs and list marks carry a fourth item, their column. White
space between tokens is in no token. Comments are listed apart.
"""

from __future__ import annotations

from typing import NamedTuple

# Kinds of tokens. Plain integers: an enum member costs a look-up in every comparison of a hot loop.
TEXT, ESCAPE, SHORTCODE, LINK, TAG, CLAIM_MENTION, ARGUMENT_MENTION, OPEN, CLOSE, NEWLINE = range(10)
CLAIM_DEFINITION, CLAIM_REFERENCE, ARGUMENT_DEFINITION, ARGUMENT_REFERENCE = range(10, 14)
DATA, FRONT_MATTER, STRAY, EMPTY = range(14, 18)
SIGN, HEADING, NUMBER, ORDERED, UNORDERED, INFERENCE = range(18, 24)

LAST_CONTENT = NEWLINE
"""Kinds up to this one are the content of a wording."""

Token = tuple[int, int, int] | tuple[int, int, int, int]


class Scan(NamedTuple):
    """What `scan` found.

    Attributes:
        tokens: In the order of the text.
        comments: The stretches that are comments.
        inferences: For the start of each INFERENCE token: its rules (lists of tokens), its data token or None, and
            whether it was closed.
        kept_urls: Addresses that stand bare in the text; the official reader takes their `//` for a comment.
        open_marks: Where bold or italic marks start that are never closed, and what the marks are.
        unclosed: The same, without those that stand behind another of their kind in the same wording.
        oddities: What looks like the start of something that never ends: a name of a fault, and the place.
    """

    tokens: list[Token]
    comments: list[tuple[int, int]]
    inferences: dict[int, Inference]
    kept_urls: list[tuple[int, int]]
    open_marks: dict[int, str]
    unclosed: list[tuple[int, str]]
    oddities: list[tuple[str, int, int]]


class Inference(NamedTuple):
    """The inside of an inference line."""

    rules: list[list[Token]]
    data: Token | None
    closed: bool
