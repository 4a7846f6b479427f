"""YAML as Argdown uses it: front matter and inline data, read safely.

The rules are those of YAML 1.2's core schema (`yes` is a word, `0o17` is a number), the result is plain
JSON-like data with words as keys, and nothing in the text can make it deep, huge or executable: the parser's
events are put together here, without recursion, within limits.
"""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

from argmap.model.naming import DEPTH_LIMIT

MAX_DEPTH = DEPTH_LIMIT + 6
"""How deep data may be nested: as deep as in a map, and six levels for notes in the front matter around them."""
MAX_NODES = 100_000
"""How many values aliases may stand for in one block; without them, there are no more than characters."""

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_INTEGER = re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)\Z")
_FLOAT = re.compile(r"(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLOCK_START = re.compile(r"\{[ \t]*\r?\n")
_BLOCK_END = re.compile(r"\}\s*\Z")
_STANDARD = "tag:yaml.org,2002:"


class Problem(NamedTuple):
    """What is wrong with a block: a sentence, and the offset in the block."""

    message: str
    offset: int


class Loaded(NamedTuple):
    """A value and what was wrong; where something was wrong the value holds what could be read.

    Attributes:
        value: What was read.
        problems: What was wrong.
        plain_keys: The keys with a colon in them that stand without quotation marks.
        end: Where the outermost mapping or list ends; what stands behind it is a comment to YAML.
    """

    value: Any
    problems: list[Problem]
    plain_keys: frozenset[str] = frozenset()
    end: int = 0


def load_inline(block: str) -> Loaded:
    """Read inline data, braces and all; a line break behind the first brace makes it block style.

    Example:
        >>> load_inline("{side: open, values: [access, privacy]}").value
        {'side': 'open', 'values': ['access', 'privacy']}
    """
    start = _BLOCK_START.match(block)
    if start is None:
        return load(block, DEPTH_LIMIT)
    value, problems, plain_keys, _ = load(_BLOCK_END.sub("", block[start.end() :]), DEPTH_LIMIT)
    shifted = [Problem(message, offset + start.end()) for message, offset in problems]
    return Loaded(value, shifted, plain_keys, len(block))


def load(text: str, deepest: int = MAX_DEPTH, notes: str = "") -> Loaded:
    """Read one YAML document.

    Args:
        text: The document.
        deepest: How deep its data may be nested.
        notes: The key of the document whose value may be nested `MAX_DEPTH` deep all the same.

    Complexity: O(n) in the length of the text.
    """
    import yaml

    text = _SURROGATES.sub("\ufffd", text)
    fast = getattr(yaml, "CLoader", None)
    if fast is not None:
        builder = _Builder(deepest, notes)
        if _feed(builder, text, fast) is None:
            return builder.loaded()
    # The fast parser knows YAML 1.1 only, and refuses `{a:[1]}`; the other one decides, and words the fault.
    builder = _Builder(deepest, notes)
    problem = _feed(builder, text, yaml.Loader)
    if problem is not None:
        builder.problems.append(problem)
    return builder.loaded()


def _feed(builder: _Builder, text: str, loader: Any) -> Problem | None:
    import yaml

    try:
        for event in yaml.parse(text, Loader=loader):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "they cannot be read"
        offset = mark.index if mark else getattr(error, "position", 0)
        return Problem(f"These data are not valid YAML: {reason}.", offset)
    return None


class _Open:
    """A mapping or a list that is not complete yet."""

    __slots__ = ("anchor", "has_key", "height", "key", "seen", "size", "value")

    def __init__(self, value: dict[str, Any] | list[Any], anchor: str | None) -> None:
        self.value = value
        self.anchor = anchor
        self.key: Any = None
        self.has_key = False
        self.seen: set[str] = set()
        self.size = self.height = 1


class _Builder:
    def __init__(self, deepest: int, notes: str) -> None:
        self.deepest = deepest
        self.notes = notes
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int, int]] = {}  # with size and height
        self.problems: list[Problem] = []
        self.root: Any = None
        self.documents = 0
        self.copies = 0
        self.plain_keys: list[str] = []
        self.end = 0

    def take(self, event: Any) -> bool:
        """Use one event of the parser; False means: stop here."""
        name = type(event).__name__
        offset = event.start_mark.index
        if name == "ScalarEvent":
            value = self.scalar(event, offset)
            if not event.style and ":" in event.value and self.stack and not self.stack[-1].has_key:
                self.plain_keys.append(event.value)
            if event.anchor:
                self.anchors[event.anchor] = (value, 1, 0)
            return self.put(value, 1, 0, offset, merge=event.value == "<<" and not event.style)
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            if self.is_too_deep(1, offset):
                return False
            self.tag(event, offset)
            self.stack.append(_Open({} if name == "MappingStartEvent" else [], event.anchor))
            return True
        if name in ("MappingEndEvent", "SequenceEndEvent"):
            done = self.stack.pop()
            if not self.stack:
                self.end = event.end_mark.index
            if done.anchor:
                self.anchors[done.anchor] = (done.value, done.size, done.height)
            return self.put(done.value, done.size, done.height, offset)
        if name == "AliasEvent":
            if event.anchor not in self.anchors:
                self.problems.append(Problem(f"The alias *{event.anchor} has no anchor above it.", offset))
                return self.put(None, 1, 0, offset)
            value, size, height = self.anchors[event.anchor]
            if self.is_too_deep(height, offset):
                return False
            self.copies += size
            if self.copies > MAX_NODES:
                self.problems.append(
                    Problem(f"The aliases in these data stand for more than {MAX_NODES:,} values.", offset)
                )
                return False
            return self.put(value, size, height, offset)
        if name == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                self.problems.append(Problem("A block of data holds one YAML document, not several.", offset))
                return False
        return True

    def is_too_deep(self, height: int, offset: int) -> bool:
        """Whether a value of this height would lie too deep here, which is said."""
        has_notes = bool(self.notes and self.stack and self.stack[0].key == self.notes)
        most = MAX_DEPTH if has_notes else self.deepest
        # What is merged into a mapping takes no level of its own.
        merged = bool(self.stack and self.stack[-1].has_key and self.stack[-1].key is _MERGE)
        if len(self.stack) + height - merged <= most:
            return False
        self.problems.append(Problem(f"These data are nested deeper than {most} levels.", offset))
        return True

    def scalar(self, event: Any, offset: int) -> Any:
        tag = self.tag(event, offset)
        if tag == "str" or (tag is None and not event.implicit[0]):
            return event.value
        return _resolve(event.value)

    def tag(self, event: Any, offset: int) -> str | None:
        tag: str | None = event.tag
        if tag is None or tag == "!":
            return None if tag is None else "str"
        if tag.startswith(_STANDARD):
            return tag[len(_STANDARD) :]
        self.problems.append(Problem(f"The YAML tag {tag} is not known. Remove it.", offset))
        return None

    def put(self, value: Any, size: int, height: int, offset: int, *, merge: bool = False) -> bool:
        if not self.stack:
            self.root = value
            return True
        top = self.stack[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        if isinstance(top.value, list):
            top.value.append(value)
        elif not top.has_key:
            top.key, top.has_key = (_MERGE if merge else _key(value)), True
        else:
            self.entry(top, value, offset)
            top.has_key = False
        return True

    def entry(self, top: _Open, value: Any, offset: int) -> None:
        assert isinstance(top.value, dict)
        if top.key is _MERGE:
            for other in value if isinstance(value, list) else [value]:
                if isinstance(other, dict):
                    for key, inner in other.items():
                        top.value.setdefault(key, inner)
                else:
                    self.problems.append(Problem("A merge << needs a mapping behind it.", offset))
            return
        if top.key in top.seen:
            self.problems.append(Problem(f"The key {top.key!r} stands here twice. Keep one of them.", offset))
        top.seen.add(top.key)
        top.value[top.key] = value

    def loaded(self) -> Loaded:
        return Loaded(self.result(), self.problems, frozenset(self.plain_keys), self.end)

    def result(self) -> Any:
        """The root; where reading stopped early, what was there by then."""
        while self.stack:
            done = self.stack.pop()
            if self.stack:
                if self.stack[-1].has_key or isinstance(self.stack[-1].value, list):
                    self.put(done.value, 0, 0, 0)
            else:
                self.root = done.value
        return self.root


_MERGE = object()


def _key(value: Any) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _resolve(text: str) -> Any:
    """A plain scalar by YAML 1.2's core schema. Dates stay the words that were written."""
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _INTEGER.match(text) and len(text) <= 400:
        digits = text.lstrip("+-")
        base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2], 10)
        integer = int(digits if base == 10 else digits[2:], base)
        return -integer if text[0] == "-" else integer
    if _FLOAT.match(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def merge(old: Any, new: Any) -> Any:
    """Lay `new` over `old`: mappings key by key, lists item by item, else the new value.

    Example:
        >>> merge({"a": 1, "b": {"c": 2}}, {"b": {"d": 3}})
        {'a': 1, 'b': {'c': 2, 'd': 3}}
    """
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: merge(old[key], value) if key in old else value for key, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return [merge(left, right) for left, right in zip(old, new, strict=False)] + (
            old[len(new) :] or new[len(old) :]
        )
    return new
