"""The first step of reading: text to tokens.

Argdown's tokens depend on what stands before them: relation signs, headings, numbers and list marks count only at
the start of a line, a closing ``*`` only where one is open, hyphens mean something else inside an inference line.
The official lexer tries some forty patterns at each place; this one looks at the character and asks only what can
begin there, with the same outcome, and it remembers where the next ``]:``, ``}`` ... stands, so that a text full of
unclosed brackets costs linear time too.
"""

from __future__ import annotations

from argmap.text import patterns as p
from argmap.text.patterns import Finder, LineEnds
from argmap.text.tokens import (
    ARGUMENT_DEFINITION,
    ARGUMENT_MENTION,
    ARGUMENT_REFERENCE,
    CLAIM_DEFINITION,
    CLAIM_MENTION,
    CLAIM_REFERENCE,
    CLOSE,
    DATA,
    EMPTY,
    ESCAPE,
    FRONT_MATTER,
    HEADING,
    INFERENCE,
    LINK,
    NEWLINE,
    NUMBER,
    OPEN,
    ORDERED,
    SHORTCODE,
    SIGN,
    STRAY,
    TAG,
    TEXT,
    UNORDERED,
    Inference,
    Scan,
    Token,
)


def scan(text: str, start: int = 0) -> Scan:
    """Cut `text` into tokens, from offset `start` on.

    Complexity: O(n) time and space in the length of the text.
    """
    return _Scanner(text).run(start)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.size = len(text)
        self.tokens: list[Token] = []
        self.comments: list[tuple[int, int]] = []
        self.inferences: dict[int, Inference] = {}
        self.kept_urls: list[tuple[int, int]] = []
        self.open_marks: dict[int, str] = {}
        self.unclosed: list[tuple[int, str]] = []
        self.oddities: list[tuple[str, int, int]] = []
        self.marks: list[tuple[str, int]] = []  # open bold and italic marks: the marker and where it stands
        self.line_end = LineEnds(text)
        self.find = {needle: Finder(text, needle) for needle in ("]", "]:", ">", ">:", ")", "-->", "*/", "===")}
        self.data_from = self.data_stop = -1  # the data run looked at last, and where it must end
        self.data_close = -1

    def run(self, pos: int) -> Scan:
        text, size, tokens = self.text, self.size, self.tokens
        append = tokens.append
        next_token = p.NEXT.match
        line_start = True
        after_empty = False  # the last token is an EMPTY
        while pos < size:
            if line_start:
                found = p.SIMPLE_RELATION.match(text, pos)
                if found is not None:
                    end = found.end()
                    sign_start = found.end(1)
                    append((SIGN, sign_start, found.end(2), sign_start - pos))
                    if found.start(3) >= 0:
                        append((CLAIM_REFERENCE, found.start(3), found.end(3)))
                        blank = found.end(3)
                    else:
                        append((ARGUMENT_REFERENCE, found.start(4), found.end(4)))
                        blank = found.end(4)
                    after_empty = found.start(5) >= 0
                    append((EMPTY if after_empty else NEWLINE, blank, end))
                    if self.marks:
                        self.drop_marks()
                    pos = end
                    continue
                found = p.SIMPLE_DEFINITION.match(text, pos)
                if found is not None:
                    end = found.end()
                    append((CLAIM_DEFINITION, pos, found.end(1)))
                    append((TEXT, found.start(2), found.end(2)))
                    after_empty = found.start(3) >= 0
                    append((EMPTY if after_empty else NEWLINE, found.end(2), end))
                    if self.marks:
                        self.drop_marks()
                    pos = end
                    continue
                moved = self.at_line_start(pos)
                if moved >= 0:
                    pos = moved
                    line_start = after_empty = False
                    continue
            found = next_token(text, pos)
            assert found is not None  # the last alternative matches anything
            kind = found.lastindex
            end = found.end()
            if kind == 1:
                append((TEXT, pos, end))
                line_start = after_empty = False
            elif kind == 3 or (kind == 2 and after_empty):
                if kind == 2:  # a second empty line in a row (after a comment) counts as a line break
                    end = p.NEWLINE.match(text, pos).end()  # type: ignore[union-attr]
                append((NEWLINE, pos, end))
                line_start = True
                after_empty = False
            elif kind == 2:
                if self.marks:
                    self.drop_marks()
                append((EMPTY, pos, end))
                line_start = after_empty = True
            elif kind == 4:
                pass  # blanks between tokens are dropped; at the start of a line it is still the start
            else:
                count = len(tokens)
                end = self.special(pos, line_start, after_empty)
                if len(tokens) != count:
                    line_start = after_empty = False
            pos = end
        if self.marks:
            self.drop_marks()
        if tokens and tokens[-1][0] == EMPTY:
            tokens.pop()
        return Scan(
            tokens, self.comments, self.inferences, self.kept_urls, self.open_marks, self.unclosed, self.oddities
        )

    def drop_marks(self) -> None:
        """At the end of a wording, the marks that are open are plain text."""
        seen: set[str] = set()
        for marker, start in self.marks:
            if marker[0] not in seen and ("comment-never-closed", start - 1, start + 1) not in self.oddities[-1:]:
                seen.add(marker[0])
                self.unclosed.append((start, marker))
        self.open_marks.update((start, marker) for marker, start in self.marks)
        self.marks.clear()

    def at_line_start(self, pos: int) -> int:
        """Take a token that counts only here; return where it ends, or -1."""
        text = self.text
        found = p.INFERENCE_START.match(text, pos)
        if found is not None:
            # Behind an empty line the official lexer takes the first hyphen for an attack, which is never valid there.
            self.drop_marks()
            return self.inference(pos, found.end())
        found = p.LINE_START.match(text, pos)
        if found is None:
            return -1
        kind = (0, 0, SIGN, NUMBER, ORDERED, UNORDERED, HEADING)[found.lastindex or 0]
        start, end = found.end(1) if kind != HEADING else pos, found.end()
        if kind == SIGN:
            self.tokens.append((SIGN, start, end, start - pos))
        elif kind in (ORDERED, UNORDERED):
            self.tokens.append((kind, start, end, start - pos + 1))
        else:
            self.tokens.append((kind, start, end))
        if self.marks:
            self.drop_marks()
        return end

    def special(self, pos: int, line_start: bool, after_empty: bool) -> int:
        """Take what begins with a character that may be more than text; return where it ends."""
        text = self.text
        char = text[pos]
        if char == "[":
            return self.bracket(pos)
        if char == "<":
            if text.startswith("<!--", pos):
                end = self.comment(pos, "-->", 4, line_start, after_empty)
                if end >= 0:
                    return end
            return self.angle(pos)
        if char in "*_":
            return self.mark(pos, char)
        if char in ".:":
            found = p.SHORTCODE.match(text, pos)
            if found is not None:
                return self.take(SHORTCODE, pos, found.end())
            return self.plain(pos)
        if char == "#":
            return self.tag(pos)
        if char == "@":
            return self.mention(pos)
        if char == "{":
            end = self.data_end(pos)
            if end < 0:
                self.oddities.append(("brace-never-closed", pos, pos + 1))
                return self.plain(pos)
            self.drop_marks()
            return self.take(DATA, pos, end)
        if char == "\\":
            found = p.ESCAPE.match(text, pos)
            return self.take(ESCAPE, pos, found.end()) if found else self.take(STRAY, pos, pos + 1)
        if char == "/":
            return self.slash(pos, line_start, after_empty)
        if char == "=" and text.startswith("===", pos):
            return self.front_matter(pos)
        return self.plain(pos)

    def take(self, kind: int, start: int, end: int) -> int:
        self.tokens.append((kind, start, end))
        return end

    def plain(self, pos: int) -> int:
        end = p.SIGN_AND_BLANK.match(self.text, pos).end()  # type: ignore[union-attr]
        return self.take(TEXT, pos, end)

    def bracket(self, pos: int) -> int:
        text, find = self.text, self.find
        first = find["]"](pos + 1)
        if first > pos + 1 and text.startswith("(", first + 1):
            close = find[")"](first + 2)
            if first + 2 < close < self.size:
                return self.take(LINK, pos, self.past_blank(close + 1))
        line_end = self.line_end(pos)
        colon = find["]:"](pos + 2)
        if colon < line_end:
            return self.take(CLAIM_DEFINITION, pos, colon + 2)
        if text[pos + 1 : pos + 2] not in ("", "-") and line_end > pos + 1:
            close = find["]"](pos + 2)
            if close < line_end:
                return self.take(CLAIM_REFERENCE, pos, close + 1)
        return self.plain(pos)

    def angle(self, pos: int) -> int:
        find = self.find
        line_end = self.line_end(pos)
        colon = find[">:"](pos + 2)
        if colon < line_end:
            return self.take(ARGUMENT_DEFINITION, pos, colon + 2)
        if self.text[pos + 1 : pos + 2] not in ("", "-") and line_end > pos + 1:
            close = find[">"](pos + 2)
            if close < line_end:
                return self.take(ARGUMENT_REFERENCE, pos, close + 1)
        return self.plain(pos)

    def mention(self, pos: int) -> int:
        opening = self.text[pos + 1 : pos + 2]
        if opening in ("[", "<"):
            close = self.find["]" if opening == "[" else ">"](pos + 3)
            if close < self.line_end(pos):
                kind = CLAIM_MENTION if opening == "[" else ARGUMENT_MENTION
                return self.take(kind, pos, self.past_blank(close + 1))
        return self.plain(pos)

    def tag(self, pos: int) -> int:
        if self.text.startswith("(", pos + 1):
            close = self.find[")"](pos + 2)
            if pos + 2 < close < self.size:
                return self.take(TAG, pos, self.past_blank(close + 1))
        found = p.TAG_WORD.match(self.text, pos)
        return self.take(TAG, pos, found.end()) if found else self.plain(pos)

    def past_blank(self, pos: int) -> int:
        return pos + 1 if self.text[pos : pos + 1] in (" ", "\t") else pos

    def mark(self, pos: int, char: str) -> int:
        """Bold and italic: a closing mark of the kind opened last, else an opening one, else text."""
        text = self.text
        double = text.startswith(char * 2, pos)
        if self.marks and self.tokens:
            marker = self.marks[-1][0]
            if marker[0] == char and (len(marker) == 1 or double):
                found = p.CLOSABLE.match(text, pos + len(marker))
                if found is not None:
                    self.marks.pop()
                    return self.take(CLOSE, pos, found.end())
        if double and p.NOT_SPACE.match(text, pos + 2):
            marker = char * 2
        elif p.NOT_SPACE.match(text, pos + 1):
            marker = char
        else:
            return self.plain(pos)
        self.marks.append((marker, pos))
        return self.take(OPEN, pos, pos + len(marker))

    def data_end(self, pos: int) -> int:
        """Return where the inline data that begin at `pos` end, or -1 where the brace is only a brace.

        They reach to the last closing brace before one that more text follows. All braces before the same stop
        have the same answer, so it is worked out once.
        """
        text = self.text
        if not self.data_from <= pos < self.data_stop:
            found = p.DATA_STOP.search(text, pos + 1)
            stop = found.start() if found else self.size
            self.data_from, self.data_stop = pos, stop
            limit = stop + 1
            while True:
                close = text.rfind("}", pos + 1, limit)
                if close < 0 or not p.DATA_GOES_ON.match(text, close + 1):
                    break
                limit = close
            self.data_close = close
        return self.data_close + 1 if self.data_close > pos else -1

    def front_matter(self, pos: int) -> int:
        opened = p.EQUALS.match(self.text, pos).end()  # type: ignore[union-attr]
        close = self.find["==="](opened)
        if close < self.size:
            return self.take(FRONT_MATTER, pos, p.EQUALS.match(self.text, close).end())  # type: ignore[union-attr]
        if opened - pos >= 6:  # opened and closed by one run
            return self.take(FRONT_MATTER, pos, opened)
        if not self.tokens:
            self.oddities.append(("front-matter-never-closed", pos, opened))
        return self.take(TEXT, pos, p.WORDS.match(self.text, pos).end())  # type: ignore[union-attr]

    def slash(self, pos: int, line_start: bool, after_empty: bool) -> int:
        text = self.text
        if text.startswith("/*", pos):
            end = self.comment(pos, "*/", 2, line_start, after_empty)
        elif text.startswith("//", pos):
            rest = p.URL_REST.match(text, pos)
            if rest is not None and text[pos - 1 : pos] == ":" and p.URL_SCHEME.search(text, max(0, pos - 24), pos):
                self.kept_urls.append((pos, rest.end()))
                return self.take(TEXT, pos, p.URL_GAP.match(text, rest.end()).end())  # type: ignore[union-attr]
            stop = p.BREAK.search(text, pos)
            end = -1
            if stop is not None and stop.group() in ("\n", "\r") and stop.group():
                end = self.past_comment(pos, stop.start(), line_start, after_empty)
        else:
            end = -1
        return end if end >= 0 else self.plain(pos)

    def comment(self, pos: int, closing: str, opened: int, line_start: bool, after_empty: bool) -> int:
        close = self.find[closing](pos + opened)
        if close >= self.size:
            self.oddities.append(("comment-never-closed", pos, pos + opened))
            return -1
        return self.past_comment(pos, close + len(closing), line_start, after_empty)

    def past_comment(self, start: int, end: int, line_start: bool, after_empty: bool) -> int:
        """Note a comment, and skip the line breaks that belong to it."""
        self.comments.append((start, end))
        if after_empty:
            return p.COMMENT_TAIL.match(self.text, end).end()  # type: ignore[union-attr]
        if line_start and self.tokens:
            found = p.COMMENT_ONE_BREAK.match(self.text, end)
            return found.end() if found else end
        return end

    def inference(self, start: int, pos: int) -> int:
        """Take a whole inference line or block: `----` or `-- rule, rule {data} --`."""
        text, size = self.text, self.size
        rules: list[list[Token]] = []
        current: list[Token] = []
        data: Token | None = None
        stage = 0  # 0 before the rules, 1 in them, 2 after them, 3 after the data, 4 after a break behind these
        breaks = 0
        tokens = self.tokens
        noted = len(self.comments), len(self.kept_urls), len(self.oddities)
        while pos < size:
            found = p.INSIDE_INFERENCE.match(text, pos)
            assert found is not None  # the last alternative matches anything
            kind, end = found.lastindex, found.end()
            if kind == 2:
                if rules or current:
                    rules.append(current)
                if rules and not all(rules):
                    break
                self.inferences[start] = Inference(rules, data, closed=True)
                return self.take(INFERENCE, start, end)
            if kind == 4:
                breaks += 1
                if stage == 1:
                    stage = 2
                elif (stage == 0 and breaks > 1) or stage in (2, 4):
                    break
                elif stage == 3:
                    stage = 4
            elif kind == 5:
                pass
            elif kind == 3:
                if stage != 1 or not current:
                    break
                rules.append(current)
                current = []
            else:
                kept = len(tokens)
                if kind == 1:
                    tokens.append((TEXT, pos, end))
                else:
                    end = self.inside_inference(pos)
                taken = tokens[kept:]
                del tokens[kept:]
                if taken and taken[0][0] == DATA:
                    if stage > 2 or data is not None:
                        break
                    data = taken[0]
                    stage = 3
                elif taken:
                    if stage > 1:
                        break
                    stage = 1
                    current.extend(taken)
            pos = end
        # What was noted on the way is met again when these lines are read as what they are.
        for notes, count in zip((self.comments, self.kept_urls, self.oddities), noted, strict=True):
            del notes[count:]  # type: ignore[attr-defined]
        return self.broken_inference(start)

    def inside_inference(self, pos: int) -> int:
        text = self.text
        char = text[pos]
        if char in "<\\.:{/":
            if char == "<" and not text.startswith("<!--", pos):
                return self.plain(pos)
            if char == "<":
                end = self.comment(pos, "-->", 4, False, False)
                return end if end >= 0 else self.plain(pos)
            return self.special(pos, False, False)
        return self.plain(pos)

    def broken_inference(self, start: int) -> int:
        """An inference line that is not closed as it must be: keep its first line, and go on below."""
        end = self.line_end(start)
        first = p.INFERENCE_START.match(self.text, start).end()  # type: ignore[union-attr]
        words = self.text[first:end].strip(" \t-")
        at = self.text.find(words, first) if words else first
        rule: list[list[Token]] = [[(TEXT, at, at + len(words))]] if words else []
        self.inferences[start] = Inference(rule, None, closed=False)
        return self.take(INFERENCE, start, end)
