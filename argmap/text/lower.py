"""The third step of reading: the tree becomes a map.

Titles are resolved, occurrences gathered, data merged, and relations put where Argdown says they belong: an argument
whose premises and conclusion are spelt out acts through its conclusion, and is undercut at its last inference.
Inside, claims are numbered from 0 and arguments from -1 downwards; ids come last, when all titles are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Span
from argmap.errors import nearest
from argmap.model import ArgumentMap
from argmap.model.bulk import open_form
from argmap.model.records import (
    NOTHING,
    Occurrence,
    Relation,
    RelationKind,
    Role,
    Section,
    Step,
)
from argmap.text import extras, inline, yaml_data
from argmap.text import tokens as t
from argmap.text.data import Data
from argmap.text.drafts import Draft
from argmap.text.faults import fault
from argmap.text.naming import ids_of
from argmap.text.nodes import Element, Heading, InferenceLine, Structure, Tree
from argmap.text.settings import Settings, settings_of
from argmap.text.settling import Written, settle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Diagnostic
    from argmap.source import Source

_ACTS = {
    # sign: what it means, and whether the element above acts on the one below (else the other way round)
    "+": (RelationKind.SUPPORT, False),
    "<+": (RelationKind.SUPPORT, False),
    "-": (RelationKind.ATTACK, False),
    "<-": (RelationKind.ATTACK, False),
    "_": (RelationKind.UNDERCUT, False),
    "<_": (RelationKind.UNDERCUT, False),
    "+>": (RelationKind.SUPPORT, True),
    "->": (RelationKind.ATTACK, True),
    "_>": (RelationKind.UNDERCUT, True),
    "><": (RelationKind.CONTRADICTORY, True),
}
_MOST_HINTS = 10
"""How many unknown mentions are compared with the known titles: that costs time for each."""

_OpenOccurrence, _OpenRelation = open_form(Occurrence), open_form(Relation)
_new: Any = tuple.__new__


def lower(source: Source, scan: t.Scan, tree: Tree) -> tuple[ArgumentMap, list[Diagnostic]]:
    """Turn the tree of `source` into a map; return it with what was found wrong on the way.

    Complexity: O(n) in the number of elements and relations.
    """
    return _Lowerer(source, scan, tree).run()


class _Lowerer:
    def __init__(self, source: Source, scan: t.Scan, tree: Tree) -> None:
        self.source = source
        self.text = source.text
        self.scan = scan
        self.tree = tree
        self.diagnostics: list[Diagnostic] = []
        self.settings = Settings()
        self.claims: list[Draft] = []
        self.arguments: list[Draft] = []  # number n is at -n - 1
        self.claim_numbers: dict[str, int] = {}
        self.argument_numbers: dict[str, int] = {}
        self.sections: list[Section] = []
        self.section: Section | None = None
        self.open_sections: list[Section] = []
        self.relations: list[Written] = []
        self.structures: list[tuple[Draft, Structure]] = []
        self.opened: list[Element] = []
        self.copies: dict[int, int] = {}  # for an argument with several structures, the number to try next
        self.mentions: list[tuple[str, bool, Span]] = []
        self.data = Data(self.text, self.report)

    def report(self, code: str, start: int, end: int, **words: Any) -> None:
        self.diagnostics.append(fault(code, start, end, **words))

    def run(self) -> tuple[ArgumentMap, list[Diagnostic]]:
        front = self.data.front_matter(self.tree.front_matter)
        self.settings = settings_of(front)
        for node in self.tree.nodes:
            kind = type(node)
            if kind is Element:
                self.element(node)  # type: ignore[arg-type]
            elif kind is Heading:
                self.heading(node)  # type: ignore[arg-type]
            elif kind is Structure:
                self.open_structure(node)  # type: ignore[arg-type]
        self.close()
        for draft, structure in self.structures:
            self.close_structure(draft, structure)
        relations = settle(
            self.relations,
            [[step[:2] for step in draft.steps] for draft in self.arguments],
            strict=self.settings.strict,
            transform=self.settings.transform,
        )
        claim_ids, argument_ids = ids_of(self.claims, self.arguments)
        title = front.pop("title", "")
        noted = front.pop(extras.KEY, None)
        result = ArgumentMap.from_records(
            title=title if isinstance(title, str) else str(title),
            data=front,
            sections=self.sections,
            claims=[draft.claim(name) for draft, name in zip(self.claims, claim_ids, strict=True)],
            arguments=[
                draft.argument(name, self.steps(draft, claim_ids))
                for draft, name in zip(self.arguments, argument_ids, strict=True)
            ],
            relations=[
                _relation(
                    kind,
                    claim_ids[s] if s >= 0 else argument_ids[-s - 1],
                    claim_ids[g] if g >= 0 else argument_ids[-g - 1],
                    step,
                    NOTHING,
                    tuple(spans),
                )
                for (kind, s, g, step), spans in relations.items()
            ],
            source=self.source,
        )
        self.check_mentions()
        if noted is not None:
            result = self.extras(noted, result)
        return result, self.diagnostics

    def extras(self, noted: Any, result: ArgumentMap) -> ArgumentMap:
        """Add what the front matter notes because Argdown has no sign for it."""
        result, problems = extras.apply(noted, result)
        token = self.tree.front_matter
        assert token is not None  # the notes stand in it
        at = self.text.find(f"{extras.KEY}:", token[1], token[2])
        start, end = (at, at + len(extras.KEY)) if at >= 0 else (token[1], token[2])
        for problem in problems:
            self.report("unusable-note", start, end, **problem._asdict())
        return result

    # Nodes --------------------------------------------------------------------------------------------------

    def wording(self, content: list[t.Token]) -> inline.Wording:
        settings = self.settings
        words = inline.wording(
            self.text, content, self.scan.open_marks, settings.shortcodes, keep_tags=settings.keep_tags
        )
        for token in words.broken_links:
            self.report("link-over-lines", token[1], token[2])
        for token in words.empty_marks:
            mark = self.text[token[1] : token[2]].strip()
            self.report("empty-mark", token[1], token[2], mark=mark * 2, escaped="\\" + "\\".join(mark * 2))
        for token in words.lost_backslashes:
            self.report("backslash-lost", token[1], token[1] + 2, words=self.text[token[1] : token[1] + 2])
        for token in words.glued_shortcodes:
            self.report("shortcode-in-word", token[1], token[2], words=self.text[token[1] : token[2]].strip())
        if words.ranges:
            for token in content:
                # A reference that is read as a mention has its fault already.
                if token[0] in (t.CLAIM_MENTION, t.ARGUMENT_MENTION) and self.text[token[1]] == "@":
                    name = inline.mention_title(self.text[token[1] : token[2]])
                    self.mentions.append((name, token[0] == t.ARGUMENT_MENTION, Span(token[1], token[2])))
        return words

    def heading(self, node: Heading) -> None:
        self.close()
        words = self.wording(node.content)
        while self.open_sections and self.open_sections[-1].level >= node.level:
            self.open_sections.pop()
        section = Section(
            id=f"s{len(self.sections) + 1}",
            title=words.text,
            level=node.level,
            parent=self.open_sections[-1].id if self.open_sections else None,
            ranges=words.ranges,
            tags=words.tags,
            data=self.data.inline(node.data),
            span=node.span,
        )
        self.sections.append(section)
        self.open_sections.append(section)
        self.section = section

    def draft(self, title: str | None, is_argument: bool) -> int:
        """Return the number of the claim or argument with this title; a new one for None."""
        if is_argument:
            number = self.argument_numbers.get(title, 0) if title is not None else 0
            if not number:
                self.arguments.append(Draft(title, -len(self.arguments) - 1))
                number = -len(self.arguments)
                if title is not None:
                    self.argument_numbers[title] = number
            return number
        found = self.claim_numbers.get(title) if title is not None else None
        if found is None:
            found = len(self.claims)
            self.claims.append(Draft(title, found))
            if title is not None:
                self.claim_numbers[title] = found
        return found

    def element(self, node: Element) -> None:
        """Begin an element; it is complete when what stands below it is, and joins its claim or argument then."""
        opened = self.opened
        while opened and opened[-1] is not node.parent:
            self.join(opened.pop())
        opened.append(node)
        number = node.number = self.draft(node.title, node.is_argument)
        if node.parent is not None:
            self.relation(node, number)

    def close(self) -> None:
        """Complete the elements that are open."""
        while self.opened:
            self.join(self.opened.pop())

    def join(self, node: Element) -> None:
        """Add an occurrence, with its words, tags and data, to its claim or argument."""
        number = node.number
        draft = self.claims[number] if number >= 0 else self.arguments[-number - 1]
        section = self.section.id if self.section is not None else None
        role = Role.DESCRIPTION if node.is_argument else node.role
        data = self.data.inline(node.data) if node.data else NOTHING
        is_reference = node.content is None
        if is_reference and not node.tags:
            occurrence = _OpenOccurrence(role, _new(Span, (node.start, node.end)), None, (), (), data, section)
        else:
            if is_reference:
                tags = dict.fromkeys(inline.tag_name(self.text[a:b]) for _, a, b, *_ in node.tags)
                words = inline.Wording("", (), tuple(tags))
            else:
                words = self.wording(node.content)  # type: ignore[arg-type]
            occurrence = _OpenOccurrence(
                role,
                Span(node.start, node.end),
                None if is_reference else words.text,
                words.ranges,
                words.tags,
                data,
                section,
            )
            if words.tags:
                draft.tags = tuple(dict.fromkeys(draft.tags + words.tags))
        occurrence.__class__ = Occurrence
        draft.occurrences.append(occurrence)
        if data:
            draft.data = yaml_data.merge(draft.data, data) if draft.data else data
        grouped = data.get("isInGroup") if data else None
        if grouped is True or (not is_reference and grouped is None and draft.section is None):
            draft.section = section

    def relation(self, node: Element, number: int) -> None:
        parent = node.parent
        kind, downwards = _ACTS[node.sign]
        step: int | None = None
        if type(parent) is InferenceLine:
            above = parent.number
            if kind is RelationKind.UNDERCUT and not downwards:
                step = parent.step
        else:
            assert isinstance(parent, Element)
            if parent.role is None:
                return  # nothing stands above; the tree has said so
            above = parent.number
            if kind is RelationKind.UNDERCUT and not downwards and parent.inference is not None:
                above, step = parent.inference.number, parent.inference.step
        source, target = (above, number) if downwards else (number, above)
        self.relations.append((kind, source, target, step, _new(Span, (node.start, node.end))))

    def open_structure(self, node: Structure) -> None:
        self.close()
        number = self.draft(None, True) if node.argument is None else node.argument.number
        draft = self.arguments[-number - 1]
        if draft.structure is not None:
            self.report(
                "second-structure",
                node.start,
                node.end,
                related=((Span(draft.structure.start, draft.structure.end), "the first structure"),),
                words=draft.title,
            )
            title = draft.title
            count = self.copies.get(number, 2)
            while f"{title} ({count})" in self.argument_numbers:
                count += 1
            self.copies[number] = count + 1
            number = self.draft(f"{title} ({count})", True)
            draft = self.arguments[-number - 1]
        draft.structure = node
        draft.span = Span(node.start, node.end)
        if self.section is not None:
            draft.section = self.section.id
        step = 0
        for k, line in enumerate(node.lines):
            if isinstance(line, InferenceLine):
                line.number = number
                if k + 1 < len(node.lines) and isinstance(node.lines[k + 1], Element):
                    line.step = step
                    step += 1
        self.structures.append((draft, node))

    def close_structure(self, draft: Draft, node: Structure) -> None:
        premises: list[int] = []
        line: InferenceLine | None = None
        for item in node.lines:
            if isinstance(item, InferenceLine):
                line = item
            elif line is not None:
                draft.steps.append((tuple(premises), item.number, line))
                premises, line = [], None
            else:
                premises.append(item.number)
        if premises and draft.steps:
            # Premises behind the last conclusion: kept with the last inference.
            listed, conclusion, at = draft.steps[-1]
            draft.steps[-1] = (listed + tuple(premises), conclusion, at)
        elif premises:
            for premise, item in zip(premises, node.lines, strict=False):
                self.relations.append((RelationKind.SUPPORT, premise, draft.number, None, Span(item.start, item.end)))

    # Records ------------------------------------------------------------------------------------------------

    def steps(self, draft: Draft, claim_ids: list[str]) -> tuple[Step, ...]:
        return tuple(
            Step(
                tuple(claim_ids[premise] for premise in premises),
                claim_ids[conclusion],
                *self.inference(line),
                Span(line.start, line.end),
            )
            for premises, conclusion, line in draft.steps
        )

    def inference(self, line: InferenceLine) -> tuple[tuple[str, ...], Mapping[str, Any]]:
        inside = self.scan.inferences[line.start]
        rules = tuple(inline.wording(self.text, rule, {}, self.settings.shortcodes).text for rule in inside.rules)
        return rules, self.data.inline([inside.data]) if inside.data is not None else NOTHING

    def check_mentions(self) -> None:
        hints = _MOST_HINTS
        for title, is_argument, span in self.mentions:
            known = self.argument_numbers if is_argument else self.claim_numbers
            if title in known:
                continue
            self.report(
                "unknown-mention",
                span.start,
                span.end,
                words=f"<{title}>" if is_argument else f"[{title}]",
                what="an argument" if is_argument else "a statement",
                nearest=nearest(title, list(known)) if hints > 0 else "",
            )
            hints -= 1


def _relation(*values: Any) -> Relation:
    record = _OpenRelation(*values)
    record.__class__ = Relation
    return record  # type: ignore[no-any-return]
