"""Argdown from any map: the text that a careful writer would have written for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.naming import plain_data, whole
from argmap.model.records import Argument, Claim, RangeKind, Section
from argmap.text import extras
from argmap.text.printing_layout import Block, Line, arrange
from argmap.text.printing_marks import write_tag
from argmap.text.printing_names import Names
from argmap.text.printing_notes import notes
from argmap.text.printing_places import is_worded
from argmap.text.printing_text import Written, write_rule, write_wording
from argmap.text.printing_yaml import flow, front_matter, spread
from argmap.text.reader import parse
from argmap.text.settings import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model import ArgumentMap

WIDTH = 100
"""How long a line with inline data may be; longer data go to lines of their own."""


def print_map(m: ArgumentMap, *, width: int = WIDTH) -> str:
    r"""Return a map as Argdown text.

    Reading the text gives an equal map, without errors or warnings, and printing that gives the same text. What
    Argdown has no sign for (an entailment where arguments are not strict, the data of a relation, an name that is no
    title ...) is noted in the front matter under ``argmap``; see `argmap.text.extras`. A map that was read from a text
    keeps the order of the text. Halves of surrogate pairs, which no file can hold, become U+FFFD; and a map without
    any claim, argument or section makes a text that is read with a warning, because it says nothing.

    Args:
        m: The map.
        width: How long lines of data may be, in characters, where they can be broken.

    Raises:
        ModelError: Data of the map were changed to hold what no file can, such as an object.

    Complexity:
        O(n log n) in the size of the map; the text is read once, to see what it does not say.

    Example:
        >>> import argmap
        >>> m = argmap.ArgumentMap("Rain")
        >>> rain = m.claim("It rained last night.", title="Rain")
        >>> wet = m.support(["The street is wet.", "Rain makes streets wet."], rain, title="Wet street")
        >>> cleaner = m.undercut("The street cleaner came by.", wet)
        >>> print(print_map(m))
        ===
        title: Rain
        ===
        <BLANKLINE>
        [Rain]: It rained last night.
        <BLANKLINE>
        <Wet street>
        <BLANKLINE>
        (1) The street is wet.
        (2) Rain makes streets wet.
        ----
          <_ <A1>
            + The street cleaner came by.
        (3) [Rain]
        <BLANKLINE>
    """
    data = plain_data(m.data, "data of the map")
    printer = _Printer(m, data, width)
    body = printer.body()
    front: dict[str, Any] = {"title": m.title} if m.title else {}
    front.update((key, value) for key, value in data.items() if key not in ("title", extras.KEY))
    noted = printer.notes(_document(front, body, width))
    if noted:
        front[extras.KEY] = noted
    return _document(front, body, width)


def _document(front: Mapping[str, Any], body: str, width: int) -> str:
    head = f"===\n{front_matter(front, width)}===\n" if front else ""
    return f"{head}\n{body}" if head and body else head or body


class _Printer:
    def __init__(self, m: ArgumentMap, data: Mapping[str, Any], width: int) -> None:
        self.map = m
        self.settings = settings_of(data)
        self.width = width
        self.blocks = list(arrange(m, self.settings))
        self.names = Names(m, self.blocks)

    def body(self) -> str:
        texts = (self.heading(each) if isinstance(each, Section) else self.block(each) for each in self.blocks)
        return whole("\n".join(text for text in texts if text))

    def notes(self, text: str) -> dict[str, Any]:
        """What the text, read again, does not say of the map."""
        read = parse(text).map
        headings = [each.id for each in self.blocks if isinstance(each, Section)]
        sections = {each.id: name for each, name in zip(read.sections, headings, strict=False)}
        return notes(self.map, read, *self.names.read_ids(read.arguments), sections)

    # Blocks: each a text with a line end behind every line ----------------------------------------------------

    def heading(self, section: Section) -> str:
        written = self.wording(section, tags=section.tags)
        # A backslash and a blank stand for no words at all.
        head = f"{'#' * section.level} {written.text or chr(92) + ' '}"
        return self.with_data(head, section.data, 2, written)

    def block(self, block: Block) -> str:
        if block.tags:
            return f"{self.reference(block.lines[0].record)}{_tags(block.tags)}\n"
        lines = [self.inference(each) if each.step is not None else self.element(each) for each in block.lines]
        return "".join(lines)

    def inference(self, line: Line) -> str:
        assert isinstance(line.record, Argument)
        assert line.step is not None
        step = line.record.steps[line.step]
        rules = [write_rule(rule, self.settings.shortcodes) for rule in step.rules]
        inside = ", ".join(rule for rule in rules if rule is not None)
        if step.data:
            inside = f"{inside} {flow(step.data)}".strip()
        return f"-- {inside} --\n" if inside else "----\n"

    def element(self, line: Line) -> str:
        record = line.record
        head = " " * line.indent + (f"{line.mark} " if line.mark else "")
        hang = len(head) or 2
        if line.wording is not None:
            written = self.wording(record.wordings[line.wording])
            return f"{head}{self.reference(record)}: {written.text}\n" if written.text else ""
        if not line.is_main:
            return f"{head}{self.reference(record)}\n"
        if not is_worded(record):
            if isinstance(record, Argument) and record.id not in self.names.arguments:
                return ""  # its structure says all there is
            return self.with_data(f"{head}{self.reference(record)}{_tags(record.tags)}", record.data, hang)
        is_bare = isinstance(record, Claim) and record.id not in self.names.claims
        written = self.wording(record, tags=record.tags, line_start=is_bare and not head)
        title = "" if is_bare else f"{self.reference(record)}: "
        return self.with_data(f"{head}{title}{written.text}", record.data, hang, written)

    def reference(self, record: Claim | Argument) -> str:
        if isinstance(record, Claim):
            return f"[{self.names.claims[record.id]}]"
        return f"<{self.names.arguments[record.id]}>"

    def wording(self, wording: Any, *, tags: Sequence[str] = (), line_start: bool = False) -> Written:
        text = wording.title if isinstance(wording, Section) else wording.text
        ranges, codes = wording.ranges, self.settings.shortcodes
        if self.settings.keep_tags:
            return write_wording(text, ranges, codes, line_start=line_start)
        # The reader takes tags out of the text, so all can stand behind it.
        ranges = [each for each in ranges if each.kind is not RangeKind.TAG]
        return write_wording(text, ranges, codes, line_start=line_start, tail=_tags(tags))

    def with_data(self, head: str, data: Mapping[str, Any], hang: int, written: Written | None = None) -> str:
        """Put data behind a line where they fit, else below it, `hang` blanks in."""
        if not data:
            return f"{head}\n"
        line = flow(data)
        fits = len(head) + 1 + len(line) <= self.width
        if written is None:
            # Behind a reference, `]:` and `>:` would make a definition of it.
            fits = fits and "]:" not in line and ">:" not in line
        elif written.is_open:
            fits = fits and ">" not in line
        if fits:
            return f"{head} {line}\n"
        return f"{head}\n{' ' * hang}{spread(data, hang, self.width)}\n"


def _tags(tags: Iterable[str]) -> str:
    return "".join(f" {tag}" for tag in map(write_tag, tags) if tag is not None)
