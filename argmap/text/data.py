"""The data of a text: what stands in YAML in the front matter and in braces, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model.naming import DEPTH_LIMIT
from argmap.model.records import NOTHING
from argmap.text import extras, yaml_data
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from argmap.text.tokens import Token


class Data:
    """The data of a text.

    Args:
        text: The text.
        report: What takes a fault: its code, its start and end, and its words.
    """

    def __init__(self, text: str, report: Callable[..., None]) -> None:
        self._text = text
        self._report = report

    def front_matter(self, token: Token | None) -> dict[str, Any]:
        """Return the data of the whole debate; none where there is no front matter."""
        if token is None:
            return {}
        block = self._text[token[1] : token[2]]
        inner = block.strip(block[0])
        lead = len(block) - len(block.lstrip(block[0]))
        return dict(self._mapping(yaml_data.load(inner, DEPTH_LIMIT, extras.KEY), token, lead, "front matter"))

    def inline(self, blocks: list[Token] | tuple[()]) -> Mapping[str, Any]:
        """Return the data of an element, where those in later braces count for more."""
        result: Mapping[str, Any] = NOTHING
        for token in blocks:
            loaded = yaml_data.load_inline(self._text[token[1] : token[2]])
            behind = token[1] + loaded.end
            if not loaded.problems and behind < token[2]:
                words = shorten(self._text[behind : token[2]], 40)
                self._report("comment-in-data", behind, token[2], words=words)
            value = self._mapping(loaded, token, 0, "data")
            result = yaml_data.merge(result, value) if result else value
        return result

    def _mapping(self, loaded: yaml_data.Loaded, token: Token, lead: int, what: str) -> Mapping[str, Any]:
        for message, offset in loaded.problems[:1]:
            at = min(token[1] + lead + offset, token[2] - 1)
            self._report("bad-yaml", at, at + 1, reason=message, what=what)
        if isinstance(loaded.value, dict):
            for key, value in loaded.value.items():
                if value is None and key in loaded.plain_keys and not loaded.problems:
                    self._report("key-without-blank", token[1], token[2], words=key, spaced=key.replace(":", ": ", 1))
            return loaded.value
        if loaded.value is not None and not loaded.problems:
            kind = "a list" if isinstance(loaded.value, list) else "a single value"
            self._report("data-not-a-mapping", token[1], token[2], what=what, kind=kind)
        return NOTHING
