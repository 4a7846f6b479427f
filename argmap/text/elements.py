"""Elements: a claim or an argument with its wording, tags and data, and the relations below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Edit, Span
from argmap.model.records import Role
from argmap.text import tokens as t
from argmap.text.faults import fault
from argmap.text.nodes import Element, InferenceLine, Node
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

Above = Element | InferenceLine

REFERENCES = (t.CLAIM_REFERENCE, t.ARGUMENT_REFERENCE)
DEFINITIONS = (t.CLAIM_DEFINITION, t.ARGUMENT_DEFINITION)
_END: t.Token = (-1, 0, 0)


class Elements:
    """Takes elements from a list of tokens; each method gets the index of a token and returns the next one.

    Attributes:
        nodes: What was taken so far.
        diagnostics: What was wrong.
    """

    def __init__(self, text: str, scan: t.Scan) -> None:
        self.text = text
        self.scan = scan
        self.tokens = scan.tokens
        self.count = len(scan.tokens)
        self.nodes: list[Node] = []
        self.diagnostics: list[Diagnostic] = []

    def report(
        self,
        code: str,
        start: int,
        end: int,
        *,
        edits: tuple[Edit, ...] = (),
        related: tuple[tuple[Span, str], ...] = (),
        **words: object,
    ) -> None:
        """Note a fault; see `faults.FAULTS`."""
        self.diagnostics.append(fault(code, start, end, edits=edits, related=related, **words))

    def kind(self, i: int) -> int:
        """Return the kind of token `i`, or -1 behind the last one."""
        return self.tokens[i][0] if i < self.count else -1

    def shown(self, token: t.Token) -> str:
        """Return the words of a token, short enough for a message."""
        return shorten(self.text[token[1] : token[2]], 40)

    # Wordings -----------------------------------------------------------------------------------------------

    def words(self, i: int, content: list[t.Token], data: list[t.Token], *, quiet: bool = False) -> int:
        """Take a wording and the data behind it; `quiet` says nothing of titles inside it."""
        tokens, count = self.tokens, self.count
        while i < count:
            token = tokens[i]
            kind = token[0]
            if kind <= t.LAST_CONTENT:
                if data and kind != t.NEWLINE:
                    self.braces_as_text(i, content, data)
                content.append(token)
                i += 1
                continue
            if kind == t.DATA:
                i = self.data(i, data)
                if data and self.kind(i) <= t.LAST_CONTENT and tokens[i - 1][0] == t.NEWLINE:
                    break  # text on the line below the data: a paragraph without its empty line
                continue
            if kind == t.STRAY:
                self.report("stray-backslash", token[1], token[2])
            elif kind == t.FRONT_MATTER:
                self.report("front-matter-not-at-start", token[1], token[2])
            elif kind <= t.ARGUMENT_REFERENCE and (content or data) and self.inside(i):
                marked = bool(content) and content[-1][1] in self.scan.open_marks
                if not quiet and not marked:  # a mark that opens right before a title is the fault
                    self.title_in_text(token)
            else:
                break
            # As text it takes the blank behind it with it, as other text does.
            blank = self.text[token[2] : token[2] + 1] in (" ", "\t")
            content.append((t.TEXT, token[1], token[2] + 1 if blank else token[2]))
            i += 1
        return i

    def inside(self, i: int) -> bool:
        """Whether the title at token `i` stands inside a wording, and does not start an element of its own."""
        if self.tokens[i - 1][0] != t.NEWLINE:
            return True
        return self.tokens[i][0] in REFERENCES and self.kind(i + 1) in (t.TEXT, t.ESCAPE, t.SHORTCODE, t.OPEN)

    def data(self, i: int, data: list[t.Token]) -> int:
        """Take a block of data, and the line break behind it."""
        token = self.tokens[i]
        if data:
            self.report("second-data", token[1], token[2])
        data.append(token)
        return i + 2 if self.kind(i + 1) == t.NEWLINE else i + 1

    def braces_as_text(self, i: int, content: list[t.Token], data: list[t.Token]) -> None:
        """Data with text behind them are read as text, braces and all."""
        content.extend((t.TEXT, brace[1], brace[2]) for brace in data)
        self.report("text-after-data", data[-1][1], data[-1][2], words=self.shown(data[-1]))
        if self.tokens[i][1] > data[-1][2]:
            content.append((t.TEXT, data[-1][2], self.tokens[i][1]))
        data.clear()

    def title_in_text(self, token: t.Token) -> None:
        """Say that a title stands inside a wording."""
        words = self.shown(token).rstrip(":")
        mend = "@" if token[0] in REFERENCES else "\\"
        self.report(
            "title-in-text",
            token[1],
            token[2],
            edits=(Edit(Span(token[1], token[1]), mend),),
            words=words,
            bracket=words[:1],
        )

    # One element --------------------------------------------------------------------------------------------

    def element(self, i: int, parent: Above | None, sign: str, role: Role) -> tuple[Element, int]:
        """Take the claim or argument at token `i`, without the relations below it."""
        token = self.tokens[i] if i < self.count else _END
        kind = token[0]
        if kind == t.NEWLINE and sign and t.CLAIM_DEFINITION <= self.kind(i + 1) <= t.ARGUMENT_REFERENCE:
            i += 1
            token = self.tokens[i]
            kind = token[0]
            self.report("target-on-next-line", token[1], token[2], sign=sign, words=self.shown(token))
        if kind in REFERENCES:
            return self.reference(i, parent, sign, role)
        content: list[t.Token] = []
        data: list[t.Token] = []
        title: str | None = None
        start = token[1]
        if kind in DEFINITIONS:
            title = self.text[token[1] + 1 : token[2] - 2]
            i = self.words(i + 1, content, data)
            if not _has_text(content):
                self.report("definition-without-text", token[1], token[2], words=self.shown(token))
            end = token[2]
        else:
            i = self.words(i, content, data)
            if not _has_text(content):
                return self.nothing(i, content, data, parent, sign, role)
            first = next(part for part in content if part[0] != t.NEWLINE)
            start = end = first[1]
            if first[0] == t.TEXT and self.text[start] in "[<" and role is not Role.LISTED:
                self.report("title-never-closed", start, start + 1, bracket=self.text[start])
        if content:
            end = max(end, _end(content))
        if data:
            end = max(end, _end(data))
        element = Element(kind == t.ARGUMENT_DEFINITION, title, content, (), data, start, end, parent, sign, role)
        self.nodes.append(element)
        return element, i

    def reference(self, i: int, parent: Above | None, sign: str, role: Role) -> tuple[Element, int]:
        """Take `[title]` or `<title>`, with tags and data."""
        token = self.tokens[i]
        kind, start, end = token[0], token[1], token[2]
        tags: list[t.Token] = []
        data: list[t.Token] = []
        i += 1
        while self.kind(i) == t.TAG:
            tags.append(self.tokens[i])
            i += 1
        if 0 <= self.kind(i) < t.NEWLINE or (i < self.count and self.kind(i) in (t.STRAY, t.FRONT_MATTER)):
            return self.text_after_reference(i, token, parent, sign, role)
        if self.kind(i) == t.NEWLINE:
            i += 1
        while self.kind(i) == t.DATA:
            i = self.data(i, data)
        if data and 0 <= self.kind(i) < t.NEWLINE and self.tokens[i - 1][0] == t.DATA:
            self.report("text-after-data", data[-1][1], data[-1][2], words=self.shown(data[-1]))
            while self.kind(i) == t.TAG:
                tags.append(self.tokens[i])
                i += 1
            if 0 <= self.kind(i) < t.NEWLINE:
                return self.mention(i, token, data, parent, sign, role)
        element = Element(
            kind == t.ARGUMENT_REFERENCE,
            self.text[start + 1 : end - 1],
            None,
            tags,
            data,
            start,
            max(end, _end(tags), _end(data)),
            parent,
            sign,
            role,
        )
        self.nodes.append(element)
        return element, i

    def text_after_reference(
        self, i: int, token: t.Token, parent: Above | None, sign: str, role: Role
    ) -> tuple[Element, int]:
        """Say that text stands behind the reference `token`, and take both as a sentence."""
        self.report(
            "text-after-reference",
            self.tokens[i][1],
            self.tokens[i][2],
            related=((Span(token[1], token[2]), "the reference"),),
            words=self.shown(token),
        )
        return self.mention(i, token, [], parent, sign, role)

    def mention(
        self, i: int, token: t.Token, data: list[t.Token], parent: Above | None, sign: str, role: Role
    ) -> tuple[Element, int]:
        """`[A] and more` is read as a sentence that mentions A."""
        kind = t.CLAIM_MENTION if token[0] == t.CLAIM_REFERENCE else t.ARGUMENT_MENTION
        content: list[t.Token] = [(kind, token[1], token[2])]
        if self.tokens[i][1] > token[2]:
            content.append((t.TEXT, token[2], self.tokens[i][1]))
        i = self.words(i, content, [], quiet=True)
        element = Element(False, None, content, (), data, token[1], _end(content), parent, sign, role)
        self.nodes.append(element)
        return element, i

    def nothing(
        self,
        i: int,
        content: list[t.Token],
        data: list[t.Token],
        parent: Above | None,
        sign: str,
        role: Role,
    ) -> tuple[Element, int]:
        """Say that no claim or argument stands where one is needed; braces that stand there are kept as text."""
        anchor = i - 1 - len(content) - len(data)
        while anchor > 0 and self.tokens[anchor][0] <= t.LAST_CONTENT:
            anchor -= 1
        mark = self.tokens[anchor] if anchor >= 0 else _END
        here = content[0] if content else data[0] if data else self.tokens[i] if i < self.count else mark
        if data:
            self.report("data-without-element", data[0][1], data[0][2])
        elif sign:
            self.report("relation-without-target", mark[1], mark[2], sign=sign)
        elif role in (Role.LISTED, Role.PREMISE):
            self.report("missing-text", mark[1], mark[2], words=self.shown(mark))
        kept: list[t.Token] = [(t.TEXT, brace[1], brace[2]) for brace in data]
        element = Element(False, None, kept, (), (), here[1], max(here[1], _end(kept)), parent, sign, None)
        if kept:
            element.role = role
            self.nodes.append(element)
        return element, i

    # Relations ----------------------------------------------------------------------------------------------

    def relations(self, i: int, root: Above, base: int) -> int:
        """Take the relations below `root`; a stack of columns says which element each belongs to.

        Args:
            i: The index of the first token that may be a relation's sign.
            root: What stands above.
            base: The column that a relation must exceed.
        """
        tokens, count, text = self.tokens, self.count, self.text
        levels: list[tuple[int, Above]] = []
        last = root
        while i < count:
            token = tokens[i]
            if token[0] != t.SIGN:
                break
            column: int = token[3]  # type: ignore[misc]
            if column > (levels[-1][0] if levels else base):
                levels.append((column, last))
            elif not levels or column < levels[-1][0]:
                self.dedent(token, column, levels, root, base)
            parent = levels[-1][1]
            sign = text[token[1] : token[2]]
            i += 1
            follower = tokens[i] if i < count else _END
            if follower[0] in REFERENCES and i + 1 < count:
                # The plainest line of all, `+ [title]`, without a detour.
                nxt = tokens[i + 1][0]
                after = tokens[i + 2][0] if i + 2 < count else t.EMPTY
                if nxt == t.EMPTY or (nxt == t.NEWLINE and after > t.NEWLINE and after != t.DATA):
                    start, end = follower[1], follower[2]
                    last = Element(
                        follower[0] == t.ARGUMENT_REFERENCE,
                        text[start + 1 : end - 1],
                        None,
                        (),
                        (),
                        start,
                        end,
                        parent,
                        sign,
                        Role.RELATION,
                    )
                    self.nodes.append(last)
                    i += 1 if nxt == t.EMPTY else 2
                    if sign == "><" or type(parent) is InferenceLine:
                        self.check_relation(token, last)
                    continue
            last, i = self.element(i, parent, sign, Role.RELATION)
            self.check_relation(token, last)
        return i

    def dedent(self, token: t.Token, column: int, levels: list[tuple[int, Above]], root: Above, base: int) -> None:
        """Close the levels to the right of `column`; where no level has it, say so and open one."""
        left: tuple[int, Above] = (column, root)
        known = [level for level, _ in levels]
        while levels and column < levels[-1][0]:
            left = levels.pop()
        sign = self.text[token[1] : token[2]]
        if not levels and column <= base:
            self.report(
                "relation-not-indented",
                token[1],
                token[2],
                edits=(Edit(Span(token[1], token[1]), " " * (base - column + 2)),),
                sign=sign,
            )
            levels.append((column, root))
        elif not levels or column > levels[-1][0]:
            self.report(
                "dedent-below-first-level" if not levels else "dedent-between-levels",
                token[1],
                token[2],
                sign=sign,
                column=column,
                levels=" and ".join(map(str, known)),
                read=levels[-1][0] if levels else left[0],
            )
            if not levels:
                levels.append((column, left[1]))

    def check_relation(self, token: t.Token, element: Element) -> None:
        """Say where the sign `token` may not stand before `element`."""
        if element.sign == "><" and element.is_argument:
            self.report("contradiction-with-argument", element.start, element.end)
        elif type(element.parent) is InferenceLine and element.sign not in ("<_", "_"):
            self.report("relation-below-inference", token[1], token[2], sign=element.sign)


def _has_text(content: Sequence[t.Token]) -> bool:
    for part in content:  # noqa: SIM110  # called for each wording; a generator would cost three times as much
        if part[0] != t.NEWLINE:
            return True
    return False


def _end(parts: Sequence[t.Token]) -> int:
    """Where the last part ends that is not a line break."""
    for part in reversed(parts):
        if part[0] != t.NEWLINE:
            return part[2]
    return -1
