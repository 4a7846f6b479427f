"""A pupil's map beside the key that it is nearest to: what is the same, and what is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from argmap.classroom.comparing.edits import Edit, Graph
from argmap.classroom.comparing.matching import Prepared
from argmap.classroom.comparing.measures import measure
from argmap.classroom.comparing.profile import profile_of
from argmap.classroom.comparing.script import script
from argmap.classroom.comparing.shape import Shape
from argmap.corpora.pairing import Way
from argmap.errors import UnknownNameError, nearest_or_all
from argmap.language import Words
from argmap.model import Argument, ArgumentMap, Claim

if TYPE_CHECKING:
    from argmap.classroom.comparing.hints import Feedback
    from argmap.classroom.sheets.blocks import Sheet
    from argmap.corpora.coefficients import Score


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a pupil's map, of the key, or of both.

    Attributes:
        pupil: What stands for it in the pupil's map; None where it is missing.
        key: What stands for it in the key; None where it is the pupil's own.
        likeness: How alike the words of the two are, from 0 to 1; 0 where one is missing.
        code: The code of its card; empty where there are no cards.
    """

    pupil: Claim | Argument | None = None
    key: Claim | Argument | None = None
    likeness: float = 0.0
    code: str = ""


@dataclass(frozen=True)
class Comparison:
    """How a pupil's map stands to a key.

    Attributes:
        pupil: The pupil's map.
        key: The key that it is nearest to.
        number: Which of the keys that is, from 0.
        way: By what boxes were matched: ``id``, ``span`` or ``text``.
        boxes: The boxes of both maps, by number: those of the key in its order, then those of the pupil's map in its
            order; one that both have stands at its place in the key, and `start` has that number for it.
        start: The pupil's map as a graph of these numbers.
        goal: The key as such a graph.
        merged: For boxes of the pupil's that say a part of what one box of the key says, the box that says the rest.
        split: For boxes of the key that say a part of what one box of the pupil's says, that box.
        similarities: The edit similarity with each of the keys.
    """

    pupil: ArgumentMap
    key: ArgumentMap
    number: int
    way: Way
    boxes: tuple[Box, ...]
    start: Graph
    goal: Graph
    merged: Mapping[int, int] = field(default_factory=dict)
    split: Mapping[int, int] = field(default_factory=dict)
    similarities: tuple[float, ...] = ()
    shape: Shape | None = field(default=None, repr=False)
    """The pupil's map as it was compared."""

    def __repr__(self) -> str:
        shared = len(self.start.texts.keys() & self.goal.texts.keys())
        return f"<Comparison: {shared} of {len(self.goal.texts)} claims, {len(self.edits)} edits>"

    def __getitem__(self, measure: str) -> Score:
        if measure not in self.scores:
            raise UnknownNameError(f"There is no measure {measure!r}.{nearest_or_all(measure, list(self.scores))}")
        return self.scores[measure]

    @cached_property
    def scores(self) -> dict[str, Score]:
        """All measures by name, see `argmap.classroom.comparing.measures`; each from 0 to 1, and none is a grade."""
        return measure(self.start, self.goal)

    @cached_property
    def profile(self) -> dict[str, Score]:
        """What can be said of the pupil's map without a key, see `argmap.classroom.comparing.profile`."""
        prepared = Prepared(self.pupil)
        return profile_of(prepared.shape, prepared.subject)

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What is to be done to the pupil's map so that it becomes the key, in the order in which it is done."""
        names_main = bool(self.goal.mains) and not self.start.mains & self.goal.mains
        return script(self.start, self.goal, merged=self.merged, split=self.split, names_main=names_main)

    @property
    def is_perfect(self) -> bool:
        """Whether there is nothing to be done."""
        return not self.edits

    @property
    def language(self) -> str:
        """The code of the language of the maps; English where they do not say."""
        for m in (self.pupil, self.key):
            given = m.data.get("language", m.data.get("lang"))
            if isinstance(given, str):
                return given
        return "en"

    @property
    def words(self) -> Words:
        """The words of that language."""
        return Words.of(self.language)

    def hints(self, level: int = 1, *, most: int = 3, words: Words | None = None) -> Feedback:
        """Return what to say to the pupil: what is right, and what to think about next.

        What comes first is what the map stands on: structure, then what is linked, then signs, wording, sources; in
        each, what is there before what is missing, and what is nearest to the main claim.

        Args:
            level: 1 for a question, 2 for a hint, 3 for what is to be done. A question tells nothing of what the key
                says and the pupil's map does not.
            most: How many hints, from 1 to 3.
            words: The words of a language; by default that of the maps.

        Raises:
            ArgmapError: There is no such level, or more than three are asked for.
        """
        from argmap.classroom.comparing.hints import feedback

        return feedback(self, level, most=most, words=words or self.words)

    def told(self, words: Words | None = None) -> tuple[str, ...]:
        """Return the edit script in plain words, a sentence for each edit."""
        from argmap.classroom.comparing.telling import Teller

        teller = Teller(self, words or self.words)
        return tuple(teller.sentence(edit) for edit in self.edits)

    def report(self, level: int = 2, *, name: str = "", words: Words | None = None) -> Sheet:
        """Return what to give back to the pupil, as a printed sheet; its key has all of it, for the teacher.

        Args:
            level: That of the hints, see `hints`.
            name: Whose map it is; by default its title.
            words: The words of a language; by default that of the maps.
        """
        from argmap.classroom.comparing.report import report

        return report(self, level, name=name, words=words or self.words)

    def to_data(self, level: int = 1) -> dict[str, Any]:
        """Return all of it for programs: names, numbers and sentences."""
        from argmap.classroom.comparing.as_data import comparison_as_data

        return comparison_as_data(self, level)
