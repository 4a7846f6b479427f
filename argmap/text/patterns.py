"""The patterns of Argdown's tokens, and searches that remember their last answer."""

from __future__ import annotations

import re

# JavaScript's idea of white space and of "any character but a line end", which the language is defined by.
SPACE = r"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
LINE_ENDS = "\n\r\u2028\u2029"

SIGN = r"\+>|->|<?\+|<?-|><|_>|<_|_(?=[" + SPACE + "])"
INDENT = r"[ '\t]*"
LINE_START = re.compile(rf"({INDENT})(?:({SIGN})|\([0-9]+\)()|[0-9]+\.(?=[{SPACE}])()|\*(?=[{SPACE}])())|\#+\x20()")
INFERENCE_START = re.compile(rf"{INDENT}--")

# A stretch of plain text: what no token but text can begin or break. A sign swallows one blank behind it, and a
# second blank is dropped, so a sign before two blanks (or before ===) is left to the slow way.
ONE_BLANK = r"(?:[ \t](?![ \t]|===)|(?![ \t]|===))"
PLAIN = (
    r"(?!===)(?:[^\\@#*_\[\],.:;</>\-\r\n(){} \t][^\\@#*_\[\],.:;</>\-\r\n(){}]*+"
    rf"|(?:[,;()\]}}>\-]|/(?![/*])){ONE_BLANK}"
    r"|[.:](?:[ \t](?![ \t]|===)|(?=[\r\n])))++"
)
NEXT = re.compile(rf"({PLAIN})|((?:[ \t]*+(?:\r\n|\n)){{2,}})|([ \t]*+(?:\r\n|\n|\r))|([ \t]+)|([\s\S])")
SIMPLE_RELATION = re.compile(
    rf"({INDENT})({SIGN})[ \t]*(?:(\[[^-\[\]\n\r\u2028\u2029][^\[\]\n\r\u2028\u2029]*\])"
    r"|(<[^-<>\n\r\u2028\u2029!][^<>\n\r\u2028\u2029]*>))(?:((?:[ \t]*(?:\r\n|\n)){2,})|[ \t]*(?:\r\n|\n))"
)
SIMPLE_DEFINITION = re.compile(
    rf"(\[[^-\[\]\n\r\u2028\u2029][^\[\]\n\r\u2028\u2029]*\]:)[ \t]*({PLAIN})"
    r"(?:((?:[ \t]*(?:\r\n|\n)){2,})|[ \t]*(?:\r\n|\n))"
)
NEWLINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
EQUALS = re.compile(r"=+")
WORDS = re.compile(r"[^\\@#*_\[\],.:;</>\-\r\n(){}]+")
COMMENT_TAIL = re.compile(r"(?:[ \t]*\r\n|\n|\r)*")
COMMENT_ONE_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?![ \t]*(?:\r\n|\n|\r))")
SHORTCODE = re.compile(rf"\.[^{SPACE}]+?\.[ \t]?|:[^{SPACE}]+?:[ \t]?")
# The official lexer counts half characters: behind half an emoji, plain text goes on, blanks and all.
ESCAPE = re.compile(rf"\\(?:[\U00010000-\U0010ffff][^\\@#*_\[\],.:;</>\-\r\n(){{}}]*|[^{LINE_ENDS}] *)")
TAG_WORD = re.compile(r"#[a-zA-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+[ \t]?")
SIGN_AND_BLANK = re.compile(r"[\s\S][ \t]?")
NOT_SPACE = re.compile(rf"(?![{SPACE}])[\s\S]|\Z")
CLOSABLE = re.compile(r"[ \t]|(?=[\n\r)}_.,!?;:\-*])|\Z")
DATA_STOP = re.compile(rf"\}}[{SPACE}][^,}}]|\r(?!\n)|[\u2028\u2029]")
DATA_GOES_ON = re.compile(rf"[{SPACE}]*[,}}]")
URL_REST = re.compile(r"//[^\s*\[\]<>{}()\"'][^\s*\[\]<>{}()\"'\\]*")
URL_GAP = re.compile(r"(?:[ \t]+(?![ \t\r\n]|===))?")
URL_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:\Z")
BREAK = re.compile(rf"[{LINE_ENDS}]|\Z")

INSIDE_INFERENCE = re.compile(
    r"((?:[^\\@#*_\[\],.:;</>\-\r\n(){} \t][^\\@#*_\[\],.:;</>\-\r\n(){}]*))"
    r"|(-{2,})|(,)|([ \t]*(?:\r\n|\n|\r))|([ \t]+)|([\s\S])"
)


class Finder:
    """`text.find` that remembers its last answer: all searches for one needle together cost linear time."""

    __slots__ = ("_at", "_from", "_needle", "_text")

    def __init__(self, text: str, needle: str) -> None:
        self._text = text
        self._needle = needle
        self._from = self._at = -1

    def __call__(self, start: int) -> int:
        """Return where the next one stands at or behind `start`; the length of the text where none does."""
        if not self._from <= start <= self._at:
            at = self._text.find(self._needle, start)
            self._from = start
            self._at = at if at >= 0 else len(self._text)
        return self._at


class LineEnds:
    """The next line end, remembered in the same way."""

    __slots__ = ("_at", "_from", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._from = self._at = -1

    def __call__(self, start: int) -> int:
        """Return where the next one stands at or behind `start`; the length of the text where none does."""
        if not self._from <= start <= self._at:
            found = BREAK.search(self._text, start)
            self._from = start
            self._at = found.start() if found else len(self._text)
        return self._at
