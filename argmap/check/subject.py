"""What is checked: a map, and what rules need to know of it, each found once and shared by all."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.check.editing import removing
from argmap.check.places import Places
from argmap.check.words.alike import alike
from argmap.check.words.language import Language, language, tokens_of
from argmap.check.words.words import Words, parts
from argmap.model.records import Argument, Claim, RangeKind
from argmap.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from argmap.check.finding import Fix
    from argmap.check.suppression import Suppressions
    from argmap.model import ArgumentMap
    from argmap.model.index import MapIndex
    from argmap.model.records import Relation
    from argmap.source import Source

Node = Claim | Argument
T = TypeVar("T")


class Subject:
    """What rules are asked about.

    Attributes:
        map: The debate.
        source: The text it was read from, or None.
        data: The front matter.
        suppressions: What the comments suppress; for rules that read the report.
        settings_problems: What of the settings in the front matter could not be used, a key and a sentence each; for
            rules that read the report.
        asked: The codes of the rules that were asked; for rules that read the report.
        today: The day of the check, for rules on dates.
        folder: The folder that files named in the map are relative to, or None.
    """

    def __init__(
        self,
        m: ArgumentMap,
        *,
        labelling: Callable[[ArgumentMap], Mapping[str, str]] | None = None,
        suppressions: Suppressions | None = None,
        today: date | None = None,
        folder: str | None = None,
    ) -> None:
        self.map = m
        self.source: Source | None = m.source
        self.data: dict[str, Any] = m.data
        self.settings_problems: list[tuple[str, str]] = []
        self.asked: frozenset[str] = frozenset()
        self.suppressions = suppressions
        self.folder = folder
        self._today = today
        self._labelling = labelling
        self._shared: dict[Callable[[Subject], Any], Any] = {}
        self._words: dict[str, Words] = {}

    def shared(self, make: Callable[[Subject], T]) -> T:
        """Return `make(subject)`, made once for all rules that ask for it.

        Args:
            make: A function of a module, which stands for what it makes.

        Example:
            >>> import argmap
            >>> subject = Subject(argmap.ArgumentMap())
            >>> subject.shared(id) == subject.shared(id)
            True
        """
        if make not in self._shared:
            self._shared[make] = make(self)
        found: T = self._shared[make]
        return found

    # -- the map ---------------------------------------------------------------------------------------------

    @cached_property
    def index(self) -> MapIndex:
        """The map as integers."""
        return self.map.index()

    @cached_property
    def places(self) -> Places:
        """Where the records of the map stand in the text."""
        return Places(self.map)

    @cached_property
    def theses(self) -> tuple[Node, ...]:
        """The main claims.

        Those that the front matter names under ``thesis`` (an id or a list of ids); else the claims and arguments that
        speak neither for nor against anything further and of which something is said.
        """
        given = self.data.get("thesis")
        named = [
            self.map[str(each)] for each in (given if isinstance(given, list) else [given]) if str(each) in self.map
        ]
        if named:
            return tuple(named)
        return tuple(record for record in self.map.roots() if self.map.neighbours(record))

    @cached_property
    def labelling(self) -> Mapping[str, str]:
        """For each claim and argument whether it stands: ``in``, ``out`` or ``undecided`` (grounded semantics).

        Empty where nobody handed an evaluation in.
        """
        return {} if self._labelling is None else self._labelling(self.map)

    @property
    def is_evaluated(self) -> bool:
        """Whether an evaluation was handed in."""
        return self._labelling is not None

    @property
    def today(self) -> date:
        """The day of the check."""
        from datetime import date

        return self._today or date.today()  # the date of the person who checks

    def name(self, record: Node) -> str:
        r"""Return what to call a claim or argument in a message: its title, else its first words.

        Example:
            >>> import argmap
            >>> m = argmap.parse("[Rain]: It rains.\n\nThe street that leads to the harbour is wet today.").map
            >>> [Subject(m).name(claim) for claim in m.claims]
            ['[Rain]', '"The street that leads to the harbour is …"']
        """
        title = record.title or ("" if record.text else record.id)
        if title:
            return f"[{title}]" if isinstance(record, Claim) else f"<{title}>"
        words = " ".join(record.text.split())
        if words.endswith(".") and not words.endswith(".."):
            words = words[:-1]  # a message has full stops of its own
        return f'"{shorten(words, 44)}"'

    def removing(self, relation: Relation, which: int | None = None) -> Fix | None:
        """Return the fix that removes a relation from the text; see `editing.removing`."""
        return removing(relation, self.source, self.places, which=which)

    # -- words -----------------------------------------------------------------------------------------------

    @cached_property
    def language(self) -> Language | None:
        """The language of the map, by ``language`` or ``lang`` in the front matter; English by default.

        None where argmap has no words of that language: then rules on words find nothing.
        """
        return language(self.map.language)

    @cached_property
    def glossary(self) -> Mapping[str, Any]:
        """The terms under ``glossary`` in the front matter, each with its meaning or a mapping of what is known."""
        given = self.data.get("glossary")
        return {str(term): known for term, known in given.items()} if isinstance(given, dict) else {}

    @cached_property
    def synonyms(self) -> Mapping[str, str]:
        """Stem to the stem that stands for it, by the lists under ``synonyms`` in the front matter.

        There, each list holds words that mean the same in this debate; of several words, all but stop words count.
        """
        found: dict[str, str] = {}
        same: dict[str, list[str]] = {}  # a stem that stands for others: all that it stands for
        tongue = self.language
        given = self.data.get("synonyms")
        if tongue is None or not isinstance(given, list):
            return found
        for group in given:
            listed = group if isinstance(group, list) else ()
            words = parts(token for each in listed if isinstance(each, str) for token in tokens_of(each))
            heads = dict.fromkeys(found.get(stem, stem) for word in words if (stem := tongue.matter[word]))
            # Lists with a word in common are one. The longest swallows the others, so that each moves seldom.
            head = max(heads, key=lambda each: len(same.get(each, ())), default="")
            if heads:
                found[head] = head
            for other in heads:
                if other == head:
                    continue
                moved = same.pop(other, [other])
                same.setdefault(head, [head]).extend(moved)
                found.update(dict.fromkeys(moved, head))
        return found

    def words(self, record: Node) -> Words:
        """Return the words of a claim, or of the gist of an argument, without its tags; found once."""
        found = self._words.get(record.id)
        if found is None:
            found = self._words[record.id] = Words(_untagged(record), self.language, self.synonyms)
        return found

    def hits(self, name: str, *, arguments: bool = False) -> Iterator[tuple[Node, list[tuple[int, int]]]]:
        """Yield each statement in whose words a list has entries, with where they stand (tokens of `Words`).

        Args:
            name: A list of the language's file.
            arguments: Whether gists of arguments that are spelt out are asked as well.
        """
        for record, hits in self._hits.get(name, ()):
            if arguments or isinstance(record, Claim) or not record.steps:
                yield record, hits

    @cached_property
    def statements(self) -> tuple[Node, ...]:
        """What the map puts forward: its claims, and its arguments that are not spelt out, by their gists."""
        return (*self.map.claims, *(argument for argument in self.map.arguments if not argument.steps))

    @cached_property
    def _hits(self) -> Mapping[str, list[tuple[Node, list[tuple[int, int]]]]]:
        found: dict[str, list[tuple[Node, list[tuple[int, int]]]]] = {}
        if self.language is not None:
            for record in self.map:
                for name, hits in self.words(record).lists.items():
                    found.setdefault(name, []).append((record, hits))
        return found

    @cached_property
    def alike(self) -> tuple[tuple[Claim, Claim], ...]:
        """Pairs of claims of which the words, negations left out, are nearly the same; see `alike.alike`."""
        tongue = self.language
        if tongue is None:
            return ()
        negators = frozenset(tongue.stem(word) for word in tongue.words_in("negators"))
        claims = [claim for claim in self.map.claims if claim.text]
        pairs = alike([self.words(claim).stems - negators for claim in claims])
        return tuple((claims[a], claims[b]) for a, b in sorted(pairs, key=lambda pair: (pair[1], pair[0])))


def _untagged(record: Node) -> str:
    """Return the text of a record with blanks for its tags, so that places in it hold."""
    text = record.text
    for each in record.ranges:
        if each.kind is RangeKind.TAG:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text
