"""From a picture to a tree in plain text: each thesis, below it what speaks for and against it.

It is written from the diagram itself, before a style arranges it, and without a layout. Colours and frames have no
place in it; what stands elsewhere already is named, with "see above" or "see below", and not told twice. The tree is
drawn with the box characters of Unicode and the file is UTF-8; there is no form of it in ASCII alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.cells import cells, visible, wrap
from argmap.language import Words
from argmap.view import NodeKind
from argmap.view.outline import SIGNS, outline
from argmap.view.remarks import words_of_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.render.picture import Picture
    from argmap.view import Diagram
    from argmap.view.outline import OutlineLine

WIDTH = 80
"""The most cells of a line."""

_DEEPEST = 12  # levels that are indented; deeper ones are numbered, or there would be no room for words
_BRACKETS = {NodeKind.CLAIM: ("[", "]"), NodeKind.GROUP: ("{", "}")}


def draw(picture: Picture) -> bytes:
    """Return the bytes of the text file of a picture, in UTF-8."""
    return "".join(f"{line}\n" for line in tree(picture.diagram)).encode()


def tree(diagram: Diagram, width: int = WIDTH) -> Iterator[str]:
    r"""Yield the lines of a diagram as a tree. Linear.

    Args:
        diagram: What is told.
        width: The most cells of a line; 20 at least is used.

    Example:
        >>> import argmap
        >>> from argmap.view import diagram_of
        >>> m = argmap.ArgumentMap("Rain")
        >>> _ = m.rebut(m.claim("The forecast says sun"), m.claim("It will rain", title="Rain"))
        >>> print("\n".join(tree(diagram_of(m))))
        Rain
        <BLANKLINE>
        − attacks
        <BLANKLINE>
        [Rain] It will rain
        └─ − The forecast says sun
    """
    width = max(width, 20)
    words = Words(diagram.language)
    lines = list(outline(diagram))
    yield from wrap(_flat(diagram.title) or words.say("picture.title"), width)
    about = [_flat(note) for note in (diagram.judged, *diagram.notes) if note]
    if diagram.sides:
        about.append(words.say("picture.sides", names=_flat("; ".join(diagram.named_sides.values()))))
    key = _key(lines, words, width)
    if about or key:
        yield ""
    for part in about:
        yield from wrap(part, width)
    yield from key
    for line, before, after in zip(lines, *_stems([line.depth for line in lines]), strict=True):
        if not line.depth:
            yield ""
        yield from _set(line, words, before, after, width)


def _key(lines: list[OutlineLine], words: Words, width: int) -> list[str]:
    """Return what the signs in an outline mean."""
    used = {line.edge.kind for line in lines if line.edge}
    meanings: dict[str, list[str]] = {}
    for kind, sign in SIGNS.items():
        if kind in used:
            meanings.setdefault(sign, []).append(words.say(f"picture.does.{kind}"))
    packed: list[str] = []
    between = f" {words.say('picture.told.or')} "
    for sign, deeds in meanings.items():
        entry = f"{sign} {between.join(deeds)}"
        if packed and len(packed[-1]) + 3 + len(entry) <= width:
            packed[-1] += f"   {entry}"
        else:
            packed += wrap(entry, width)
    return packed


def _stems(depths: Sequence[int]) -> tuple[list[str], list[str]]:
    """Return what stands before the first line of each entry, and before its other lines.

    Entries are gone through from the last to the first, for then it is known which of them has another below it.
    """
    shown = [min(depth, _DEEPEST) for depth in depths]
    first, other = [""] * len(shown), [""] * len(shown)
    more: list[bool] = []  # for each level, whether another entry of the same branch follows
    below = 0
    for index in range(len(shown) - 1, -1, -1):
        depth = shown[index]
        more += [False] * (depth + 1 - len(more))
        trunk = "".join("│  " if more[level] else "   " for level in range(1, depth))
        if depth:
            first[index] = trunk + ("├─ " if more[depth] else "└─ ")
            trunk += "│  " if more[depth] else "   "
        other[index] = trunk + ("│  " if below > depth else "")
        more[depth] = True
        del more[depth + 1 :]
        below = depth
    return first, other


def _set(line: OutlineLine, words: Words, before: str, after: str, width: int) -> Iterator[str]:
    """Yield one entry of the outline as lines of text."""
    level = f"[{words.say('picture.told.level', n=line.depth)}] " if line.depth > _DEEPEST else ""
    head = f"{level}{_sign(line)}"
    entry = _entry(line, words)
    room = max(width - cells(before), 10)
    # The other lines hang under the words, unless that leaves too little room for them.
    hang = min(cells(head), room // 2)
    stem = after + " " * (cells(before) + hang - cells(after))
    pieces = wrap(entry, max(width - cells(before) - hang, 10), first=max(cells(head) - hang, 0))
    yield before + head + pieces[0]
    yield from (stem + piece for piece in pieces[1:])


def _sign(line: OutlineLine) -> str:
    if line.cell is not None and line.edge is None:
        return f"({line.cell.number}) "
    return f"{SIGNS[line.edge.kind]} " if line.edge else ""


def _entry(line: OutlineLine, words: Words) -> str:
    """Return the words of an entry: its name in brackets, its text, and in round brackets what else is to be said."""
    if line.block is not None:
        rules = _flat(", ".join(line.block.rules))
        return f"-- {rules} --" if rules else "----"
    title, text, said = words_of_line(line, words)
    name = _flat(title)
    if name and line.cell is None:
        left, right = _BRACKETS.get(line.node.kind, ("<", ">"))
        name = f"{left}{name}{right}"
    elif name:
        name = f"[{name}]"
    if line.edge is not None and line.edge.strength is not None and not line.see:
        deed, strength = words.say(f"picture.does.{line.edge.kind}"), f"{line.edge.strength:.2f}"
        said.insert(0, words.say("picture.told.deed-strength", deed=deed, strength=strength))
    marks = f"({_flat('; '.join(said))})" if said else ""
    number = line.node.number if line.cell is None else ""
    return " ".join(part for part in (_flat(number), name, _flat(text), marks) if part)


def _flat(text: str) -> str:
    """Return a text in one line, with nothing in it that a terminal would obey."""
    return visible(" ".join(text.split()))
