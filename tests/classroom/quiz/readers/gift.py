"""GIFT as Moodle reads it: escaped signs become others first, then blocks are parted at blank lines."""

from __future__ import annotations

import re

from tests.classroom.quiz.readers import Seen, paragraphs, whole

_HELD = {sign: chr(0xE000 + place) for place, sign in enumerate("\\:#={}~")}


def read(data: bytes) -> list[Seen]:
    text = re.sub(r"\\([\\:#={}~])", lambda found: _HELD[found[1]], data.decode())
    blocks = [block for block in re.split(r"\n[ \t]*\n", text) if block.strip()]
    assert blocks[0].startswith("$CATEGORY: $course$/top/")
    return [_question(block) for block in blocks[1:]]


def _question(block: str) -> Seen:
    comment, rest = block.split("\n", 1)
    (name, _) = re.fullmatch(r"// \[id:([^\]]+)\]( \[tag:[^\]]+\])*", comment).groups()
    title, stem, body = re.fullmatch(r"::(.*?)::(.*)\{\n(.*)\}\s*", rest, re.DOTALL).groups()
    assert "{" not in stem + body
    assert "}" not in stem + body
    assert title
    answers, _, why = body.partition("####")
    parts = re.findall(r"([=~])([^=~]*)", answers)
    assert parts
    if " -> " in parts[0][1]:
        pairs = [text.split("->", 1) for sign, text in parts if sign == "="]
        found = [(whole(_rich(left)), _plain(right)) for left, right in pairs]
    else:
        assert [sign for sign, _ in parts].count("=") == 1
        found = [(whole(_rich(text)), sign == "=") for sign, text in parts]
    return Seen(name, paragraphs(_rich(stem)), tuple(found), whole(_rich(why)))


def _rich(text: str) -> str:
    text = text.strip()
    assert text.startswith("[html]"), text
    return _plain(text.removeprefix("[html]"))


def _plain(text: str) -> str:
    for sign, held in _HELD.items():
        text = text.replace(held, sign)
    return text.strip()
