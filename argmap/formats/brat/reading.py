"""From the lines and the text to a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Severity
from argmap.formats.brat.lines import Link, Other, Span, lines_of
from argmap.formats.brat.placing import SOURCE, title_of
from argmap.formats.brat.planning import Plan
from argmap.formats.companions import companion
from argmap.formats.draft import Draft
from argmap.memory import collection_paused
from argmap.model import RelationKind, Wording

if TYPE_CHECKING:
    from argmap.formats.given import Given
    from argmap.text.reader import ParseResult

_KINDS = {
    **dict.fromkeys(("supports", "support"), RelationKind.SUPPORT),
    **dict.fromkeys(("attacks", "attack"), RelationKind.ATTACK),
}
_STANCES = {"for": RelationKind.SUPPORT, "against": RelationKind.ATTACK}
_NAMED = 2_000
"""Among more ids than this no nearest one is looked for."""


def read(given: Given) -> ParseResult:
    """Return the map of the lines in a file and of the text beside it; the lines alone will do."""
    with collection_paused():
        return _Reading(given).result()


class _Reading:
    """What the lines say, so far."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.draft = Draft(given)
        self.text = self._text()
        self.spans: dict[str, Span] = {}
        self.links: list[Link] = []
        self.others: list[str] = []
        self._take()
        # All that restates the thesis is one claim.
        self.major = [span for span in self.spans.values() if span.type.casefold() == "majorclaim"]
        self.names = {name: name for name in self.spans}
        self.names.update((span.id, self.major[0].id) for span in self.major)

    def _text(self) -> str | None:
        draft = self.draft
        beside, name, problem_with_it = companion(self.given, ".txt")
        if problem_with_it:
            draft.fault(0, "bad-companion", problem_with_it)
            return None
        if beside is not None and beside.path is not None and beside.path == self.given.path:
            beside, name = None, ""  # these lines have the ending of a text themselves
        if beside is None:
            what = f"There is no file {name!r}" if name else "There is no file with the ending .txt"
            draft.warn(0, "no-text", f"{what}, the text that these lines are about; their places are kept as they are.")
            return None
        for problem in beside.problems:
            place = beside.source.place(problem.span.start)
            draft.fault(0, problem.code, f"{place}: {problem.message}", problem.severity)
        return self._with_ends(beside.text)

    def _with_ends(self, text: str) -> str:
        """Return the text with the line ends that the places count: some programs turn one into two on the way."""
        if "\r\n" not in text:
            return text
        spans = [line for line in lines_of(self.given.text) if isinstance(line, Span)]
        other = text.replace("\r\n", "\n")
        if _fitting(other, spans) <= _fitting(text, spans):
            return text
        message = "The text has the line ends of Windows, and these places count one sign for each; so they are read."
        self.draft.fault(0, "line-ends", message, Severity.INFO)
        return other

    def _take(self) -> None:
        draft, seen = self.draft, set()
        for line in lines_of(self.given.text):
            if isinstance(line, Other):
                if line.is_known:
                    self.others.append(line.text)
                else:
                    message = f"{line.text[:60]!r} is no line of BRAT that can be read, so it is left out."
                    hint = " A span is T1, a tab, its type, two numbers, a tab and its words."
                    draft.fault(line.start, "bad-line", message + (hint if line.text[0] == "T" else ""))
            elif line.id in seen:
                message = f"The id {line.id[:60]!r} is used further up already, so this line is left out."
                draft.fault(line.start, "id-twice", message)
            else:
                seen.add(line.id)
                if isinstance(line, Span):
                    self.spans[line.id] = line
                    self._check(line)
                else:
                    self.links.append(line)

    def _check(self, span: Span) -> None:
        """Say where a span and the text do not go together."""
        if any(start >= end for start, end in span.ends):
            self.draft.warn(span.start, "bad-span", f"{span.id[:60]} ends where it starts, or before.")
        elif self.text is not None and span.ends[-1][1] > len(self.text):
            message = f"{span.id[:60]} ends at {span.ends[-1][1]:,}, and the text has {len(self.text):,} characters."
            self.draft.warn(span.start, "bad-span", message)
        elif self.text is not None:
            words = " ".join(self.text[start:end] for start, end in span.ends)
            if words != span.text and self.draft.words(words) != self.draft.words(span.text):
                shown = self.draft.words(words)[:40]
                message = f"The text has {shown!r} at the place of {span.id[:60]}; the words of this line count."
                self.draft.warn(span.start, "other-words", message)

    # -- the map -----------------------------------------------------------------------------------------------

    def result(self) -> ParseResult:
        """Return the map: without data, if argmap would write these two files from it; else with all there is."""
        relations, kept = self._relations()
        full = self._fill(self.draft, relations, is_plain=False)
        source = {"title": full.title} if full.title else {}
        full.data["sources"] = {SOURCE: source if self.text is None else {**source, "text": self.text}}
        if self.major and (thesis := full.id_of(self.major[0].id)) is not None:
            full.data["thesis"] = thesis
        block: dict[str, Any] = {"lines": self.others} if self.others else {}
        if block:
            full.data["brat"] = block
        found = full.result()
        if kept != Plan(found.map).links:
            block["links"] = {name: list(link) for name, link in kept.items()}
            found.map.data["brat"] = dict(full.clean(block, "the map"))
        if self._may_be_plain():
            plain = self._fill(Draft(self.given), relations, is_plain=True).result().map
            if Plan(plain).files == Plan(found.map).files:
                return found._replace(map=plain)
        return found

    def _may_be_plain(self) -> bool:
        """Whether the text may be a title and a paragraph for each span, by its length."""
        if self.text is None or self.others:
            return False
        title = self._title()
        spoken = sum(len(self.draft.words(span.text)) + 1 for span in self.spans.values())
        return len(self.text) == spoken + (len(title) + 2 if title else 0)

    def _title(self) -> str:
        return "" if self.text is None else title_of(self.text, [span.ends for span in self.spans.values()])

    def _fill(self, draft: Draft, relations: list[tuple[RelationKind, str, str]], *, is_plain: bool) -> Draft:
        draft.title = self._title()
        self._claims(draft, is_plain=is_plain)
        for kind, source, target in relations:
            draft.relation(kind, draft.id_of(source) or "", draft.id_of(target) or "")
        return draft

    def _claims(self, draft: Draft, *, is_plain: bool) -> None:
        for span in self.spans.values():
            if self.names[span.id] != span.id:
                continue
            same = self.major if self.major and span is self.major[0] else [span]
            data = None
            if not is_plain:
                cites = [
                    {
                        "source": SOURCE,
                        "start": each.ends[0][0],
                        "end": each.ends[-1][1],
                        **({"spans": [list(ends) for ends in each.ends]} if len(each.ends) > 1 else {}),
                        **({"id": each.id} if each is not span else {}),
                    }
                    for each in same
                ]
                data = {"role": span.type, "cites": cites}
            wordings = tuple(Wording(draft.words(each.text)) for each in same[1:])
            draft.claim(span.id, span.text, data=data, wordings=wordings)

    def _relations(self) -> tuple[list[tuple[RelationKind, str, str]], dict[str, tuple[str, str, str]]]:
        """Return the relations, and the lines they come from, by their ids."""
        found: dict[tuple[RelationKind, str, str], None] = {}
        kept: dict[str, tuple[str, str, str]] = {}
        for link in self.links:
            relation = self._stance(link) if link.id[0] == "A" else self._relation(link)
            if relation is None:
                continue
            if relation in found:
                message = f"The line {link.id[:60]} says what another says already; it is left out."
                self.draft.warn(link.start, "twice", message)
                continue
            found[relation] = None
            kept[link.id] = (link.word, link.source, link.target)
        return list(found), kept

    def _stance(self, link: Link) -> tuple[RelationKind, str, str] | None:
        kind = _STANCES.get(link.target.casefold())
        if link.word.casefold() != "stance" or kind is None:
            self._keep(link, f"{link.word} {link.target}".strip(), " A stance is For or Against.")
            return None
        if link.source not in self.spans:
            self._missing(link, link.source)
            return None
        if not self.major or self.names[link.source] == self.major[0].id:
            lacking = "there is no MajorClaim" if not self.major else f"{link.source} is a MajorClaim itself"
            message = (
                f"The stance of {link.source[:60]} is one to the thesis, and {lacking}; the line is kept as it is."
            )
            self.draft.warn(link.start, "no-thesis", message)
            self.others.append(_line_of(link))
            return None
        return kind, self.names[link.source], self.major[0].id

    def _relation(self, link: Link) -> tuple[RelationKind, str, str] | None:
        kind = _KINDS.get(link.word.casefold())
        if kind is None:
            self._keep(link, link.word, " Relations are supports and attacks.")
            return None
        for end in (link.source, link.target):
            if end not in self.spans:
                self._missing(link, end)
                return None
        return kind, self.names[link.source], self.names[link.target]

    def _keep(self, link: Link, word: str, hint: str) -> None:
        message = f"The map has no word for {word[:60]!r}, so the line {link.id[:60]} is kept as it is.{hint}"
        self.draft.warn(link.start, "other-line", message)
        self.others.append(_line_of(link))

    def _missing(self, link: Link, name: str) -> None:
        known = self.spans if len(self.spans) <= _NAMED else ()
        self.draft.dangling(link.start, f"The line {link.id[:60]}", name, known)


def _fitting(text: str, spans: list[Span]) -> int:
    """Return how many spans have their words at their places in a text."""
    return sum(" ".join(text[start:end] for start, end in span.ends) == span.text for span in spans)


def _line_of(link: Link) -> str:
    if link.id[0] == "A":
        return f"{link.id}\t{link.word} {link.source} {link.target}".rstrip()
    return f"{link.id}\t{link.word} Arg1:{link.source} Arg2:{link.target}\t"
