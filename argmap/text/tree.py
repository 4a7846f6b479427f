"""The second step of reading: tokens to a tree, with one diagnostic for one fault.

The tree is a flat list in the order of the text: headings, elements (a claim or an argument where it stands, each
with the element above it), and the marks of premise-conclusion structures. Which element a relation belongs to
follows from its column, so a stack of columns is all the nesting there is, at any depth.
"""

from __future__ import annotations

import re

from argmap.diagnostics import Edit, Span
from argmap.model.records import Role
from argmap.text import tokens as t
from argmap.text.elements import DEFINITIONS, REFERENCES, Above, Elements
from argmap.text.nodes import Element, Heading, InferenceLine, Structure, Tree

_TAG_BEFORE = re.compile(r"#\S*\Z")
_HYPHEN_FRONT = re.compile(r"---+[ \t]*\r?\n[\s\S]*?\n---+(?=[ \t]*\r?\n)")


def grow(text: str, scan: t.Scan) -> Tree:
    """Arrange the tokens of `text` as a tree.

    Complexity: O(n) in the number of tokens, at any depth of nesting.
    """
    return _Grower(text, scan).run()


class _Grower(Elements):
    """Blocks: what stands between empty lines."""

    def __init__(self, text: str, scan: t.Scan) -> None:
        super().__init__(text, scan)
        self.argument: Element | None = None  # the argument whose structure may come next

    def run(self) -> Tree:
        tokens, count = self.tokens, self.count
        i, front_matter = self.front()
        while i < count:
            kind = tokens[i][0]
            if kind == t.EMPTY:
                i += 1
            elif kind == t.NEWLINE and self.behind_breaks(i) != i:
                i = self.behind_breaks(i)
                if i < count and tokens[i][0] != t.EMPTY:
                    self.report("stray-line-break", tokens[i][1], tokens[i][2])
            elif kind == t.NUMBER or (kind == t.INFERENCE and self.kind(i + 2) == t.NUMBER):
                i = self.structure(i)
            elif kind == t.HEADING:
                i = self.heading(i)
            elif kind in (t.ORDERED, t.UNORDERED):
                i = self.listing(i)
            elif kind == t.SIGN:
                i = self.orphans(i)
            elif kind == t.INFERENCE:
                self.report("inference-outside-structure", *tokens[i][1:3], words=self.shown(tokens[i]))
                i += 2 if self.kind(i + 1) == t.NEWLINE else 1
            else:
                i = self.paragraph(i)
        self.open_marks()
        return Tree(self.nodes, front_matter, self.diagnostics)

    def behind_breaks(self, i: int) -> int:
        """Return the index behind the line breaks at `i` where no wording follows them, else `i`.

        A block that begins with line breaks comes of white space behind a comment.
        """
        behind = i
        while self.kind(behind) == t.NEWLINE:
            behind += 1
        return i if 0 <= self.kind(behind) < t.NEWLINE else behind

    def front(self) -> tuple[int, t.Token | None]:
        """Take the line breaks and the front matter that a document may start with."""
        i = 1 if self.kind(0) == t.NEWLINE else 0
        if self.kind(i) == t.EMPTY:
            i += 1
        front_matter: t.Token
        if self.kind(i) == t.INFERENCE and (found := _HYPHEN_FRONT.match(self.text, self.tokens[i][1])):
            # Front matter between hyphens, as other tools write it: say so, and use it.
            front_matter = (t.FRONT_MATTER, found.start(), found.end())
            self.report("front-matter-with-hyphens", *self.tokens[i][1:3])
            while i < self.count and self.tokens[i][1] < found.end():
                i += 1
        elif self.kind(i) == t.FRONT_MATTER:
            front_matter = self.tokens[i]
            i += 1
        else:
            return i, None
        if self.kind(i) == t.NEWLINE:
            i += 1
        if self.kind(i) == t.EMPTY:
            i += 1
        elif i < self.count:
            self.report(
                "front-matter-needs-empty-line",
                *self.tokens[i][1:3],
                edits=(self.empty_line(front_matter[2], i),),
            )
        if i >= self.count:
            self.report("nothing-after-front-matter", *front_matter[1:3])
        return i, front_matter

    def heading(self, i: int) -> int:
        mark = self.tokens[i]
        content: list[t.Token] = []
        data: list[t.Token] = []
        i = self.words(i + 1, content, data)
        words = [part for part in content if part[0] != t.NEWLINE]
        if not words:
            self.report("heading-without-text", mark[1], mark[2])
        end = max(part[2] for part in (mark, *words, *data))
        self.nodes.append(Heading(mark[2] - mark[1] - 1, content, data, Span(mark[1], end)))
        self.argument = None
        return self.follow(i)

    def paragraph(self, i: int) -> int:
        """An element that stands for itself, with the relations below it."""
        if self.kind(i) == t.TAG and not self.text.startswith("#(", self.tokens[i][1]):
            self.report("heading-without-blank", *self.tokens[i][1:3], words=self.shown(self.tokens[i]))
        element, i = self.element(i, None, "", Role.TOP_LEVEL)
        i = self.relations(i, element, 0)
        self.argument = element if element.is_argument else None
        return self.follow(i)

    def listing(self, i: int) -> int:
        first = self.tokens[i]
        column: int = first[3]  # type: ignore[misc]
        number = self.text[first[1] : first[2]]
        if first[0] == t.ORDERED and len(number) > 3:
            self.report("number-read-as-list", first[1], first[2], words=number, escaped=number[:-1] + "\\.")
        while self.kind(i) in (t.ORDERED, t.UNORDERED):
            mark = self.tokens[i]
            if mark[3] != column:  # type: ignore[misc]
                self.report("nested-list", mark[1], mark[2])
            elif mark[0] != first[0]:
                self.report("mixed-list", mark[1], mark[2])
            element, i = self.element(i + 1, None, "", Role.LISTED)
            i = self.relations(i, element, column)
        self.argument = None
        return self.follow(i)

    def orphans(self, i: int) -> int:
        """Relations with nothing above them in their block; they are kept with the element before it, if any."""
        token = self.tokens[i]
        self.report("relation-without-parent", token[1], token[2], sign=self.text[token[1] : token[2]])
        last = self.nodes[-1] if self.nodes else None
        while isinstance(last, Element) and isinstance(last.parent, Element):
            last = last.parent
        if isinstance(last, Element) and last.role is not None:
            return self.follow(self.relations(i, last, -1))
        element, i = self.element(i + 1, None, "", Role.TOP_LEVEL)
        return self.follow(self.relations(i, element, token[3]))  # type: ignore[misc]

    def follow(self, i: int) -> int:
        """Behind a block comes an empty line or the end; anything else should have had an empty line above."""
        kind = self.kind(i)
        if kind in (-1, t.EMPTY, t.SIGN, t.INFERENCE):
            return i  # signs and inferences have a fault of their own
        if kind == t.HEADING:
            what = "A heading"
        elif kind == t.NUMBER:
            what = "A premise-conclusion structure"
        elif kind in (t.ORDERED, t.UNORDERED):
            what = "A list"
        elif kind in DEFINITIONS or kind in REFERENCES:
            what = f"{self.shown(self.tokens[i])} starts a new element and"
        else:
            what = "This text"
        before = self.tokens[i - 1]
        self.report("missing-empty-line", *self.tokens[i][1:3], edits=(self.empty_line(before[2], i),), what=what)
        return i

    def empty_line(self, at: int, i: int) -> Edit:
        """The edit that puts an empty line at a place before a token, also where both stand on one line."""
        is_apart = self.text.find("\n", max(0, at - 1), self.tokens[i][1]) >= 0
        return Edit(Span(at, at), "\n" if is_apart else "\n\n")

    # Premise-conclusion structures --------------------------------------------------------------------------

    def structure(self, i: int) -> int:
        structure = Structure(self.argument, *self.tokens[i][1:3])
        self.argument = None
        self.nodes.append(structure)
        lines = structure.lines
        faults = len(self.diagnostics)
        inference: InferenceLine | None = None
        while i < self.count:
            token = self.tokens[i]
            if token[0] == t.INFERENCE:
                inference, i = self.inference(i)
                lines.append(inference)
                i = self.relations(i, inference, 0)
                structure.end = max(structure.end, token[2])
            elif token[0] == t.NUMBER or self.unnumbered(i, lines, inference):
                i = self.numbered(i if token[0] != t.NUMBER else i + 1, structure, inference)
            elif self.torn(i, lines, inference):
                empty = self.text.index("\n", token[1]) + 1
                self.report("empty-line-in-structure", empty, token[2], edits=(Edit(Span(empty, token[2]), ""),))
                i += 1
            else:
                break
        self.check_structure(structure, clean=len(self.diagnostics) == faults)
        return self.follow(i)

    def numbered(self, i: int, structure: Structure, inference: InferenceLine | None) -> int:
        """Take a premise or a conclusion, and what stands below it."""
        lines = structure.lines
        element, i = self.element(i, None, "", Role.PREMISE)
        if element.is_argument:
            self.report("argument-as-premise", element.start, element.end, words=element.title)
            element.is_argument = False
        if element.role is not None:
            element.inference = inference
            if inference is not None and lines[-1] is inference:
                element.role = Role.INTERMEDIATE
            lines.append(element)
        i = self.relations(i, element, 0)
        structure.end = max(structure.end, element.end)
        return i

    def unnumbered(self, i: int, lines: list[Above], inference: InferenceLine | None) -> bool:
        """Whether a line without its number follows an inference; it is taken for the conclusion."""
        if inference is None or lines[-1] is not inference or self.kind(i) > t.CLAIM_REFERENCE:
            return False
        self.report("line-without-number", *self.tokens[i][1:3])
        return True

    def torn(self, i: int, lines: list[Above], inference: InferenceLine | None) -> bool:
        """Whether an empty line tears the structure apart: a part is missing here, and follows below."""
        if self.kind(i) != t.EMPTY or not lines:
            return False
        if inference is None:
            return self.kind(i + 1) in (t.NUMBER, t.INFERENCE)
        return lines[-1] is inference and self.kind(i + 1) == t.NUMBER

    def inference(self, i: int) -> tuple[InferenceLine, int]:
        token = self.tokens[i]
        if not self.scan.inferences[token[1]].closed:
            self.report("inference-not-closed", token[1], token[2])
        line = InferenceLine(token[1], token[2])
        self.nodes.append(line)
        i += 1
        if i < self.count and self.kind(i) not in (t.NEWLINE, t.EMPTY):
            start = self.tokens[i][1]
            while i < self.count and self.kind(i) not in (t.NEWLINE, t.EMPTY):
                i += 1
            self.report("text-after-inference", start, self.tokens[i - 1][2])
        return line, i + 1 if self.kind(i) == t.NEWLINE else i

    def check_structure(self, structure: Structure, *, clean: bool) -> None:
        """Premises, then an inference line, then a conclusion, as often as there are steps.

        Where a line of the structure is at fault already, what that makes of the whole is not said as well.
        """
        lines = structure.lines
        conclusions: list[Element] = []
        faults: list[tuple[str, Above]] = []
        inferences = [line for line in lines if isinstance(line, InferenceLine)]
        for line, following in zip(lines, [*lines[1:], None], strict=False):
            if isinstance(line, InferenceLine):
                if isinstance(following, Element):
                    conclusions.append(following)
                else:
                    faults.append(("inference-without-conclusion", line))
        if conclusions:
            conclusions[-1].role = Role.CONCLUSION
            extra = lines[lines.index(conclusions[-1]) + 1 :]
            if extra and isinstance(extra[0], Element):
                faults.append(("premise-without-inference", extra[0]))
        if inferences and lines[0] is inferences[0]:
            faults.append(("structure-without-premise", inferences[0]))
        if clean:
            for code, at in faults:
                self.report(code, at.start, at.end)
            if not inferences:
                self.report("structure-without-inference", structure.start, structure.end)

    def open_marks(self) -> None:
        """Bold and italic marks that are never closed."""
        for start, mark in self.scan.unclosed:
            escaped = "\\" + "\\".join(mark)
            # The name of a tag swallows the backslash.
            is_tag = _TAG_BEFORE.search(self.text, max(0, start - 80), start) is not None
            self.report(
                "unclosed-bold" if len(mark) == 2 else "unclosed-italic",
                start,
                start + len(mark),
                edits=() if is_tag else (Edit(Span(start, start + len(mark)), escaped),),
                mark=mark,
                escaped=escaped,
            )
