"""The edit script in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.classroom.comparing.edits import Edit, EditKind
from argmap.wording import shorten

if TYPE_CHECKING:
    from argmap.classroom.comparing.comparison import Comparison
    from argmap.language import Words

LONGEST = 90
"""So many letters of a text are told; what is longer is cut between words."""


class Teller:
    """Tells edits of a comparison.

    Args:
        comparison: The comparison.
        words: The words of a language.
    """

    def __init__(self, comparison: Comparison, words: Words) -> None:
        self._comparison = comparison
        self._words = words

    def name(self, box: int, *, longest: int = LONGEST) -> str:
        """Return what to call a box, in quotation marks: by its card, else as the pupil's map or the key has it."""
        here = self._comparison.boxes[box]
        node = here.pupil or here.key
        assert node is not None
        if here.code and here.key is not None:
            return quoted(f"{here.code}: {here.key.text or here.key.id}", self._words, longest)
        return quoted(node.text or node.title or node.id, self._words, longest)

    def names(self, boxes: tuple[int, ...]) -> str:
        """Return several boxes as a list."""
        return self.listed([self.name(box) for box in boxes])

    def listed(self, parts: list[str]) -> str:
        """Return parts of a sentence as a list."""
        if len(parts) < 2:
            return "".join(parts)
        return self._words.say("compare.list", first=", ".join(parts[:-1]), last=parts[-1])

    def given(self, edit: Edit) -> dict[str, object]:
        """Return what sentences about an edit may name."""
        bearing = "" if edit.bearing is None else f"-{edit.bearing.value}"
        where = edit.target if edit.to is None else edit.to
        return {
            "n": len(edit.boxes),
            "box": self.names(edit.boxes),
            "first": self.name(edit.boxes[0]),
            "last": self.name(edit.boxes[-1]),
            "target": "" if edit.target is None else self.name(edit.target),
            "to": "" if where is None else self.name(where),
            "does": "" if not bearing else self._words.say(f"compare.does{bearing}", n=len(edit.boxes)),
            "text": quoted(edit.text, self._words, 2 * LONGEST),
            "kept": quoted(edit.kept, self._words, 2 * LONGEST),
            "all": self.names(self.together(edit)),
        }

    def together(self, edit: Edit) -> tuple[int, ...]:
        """Return what is to be linked by an edit, or no longer linked."""
        groups = edit.linked if edit.kind is not EditKind.UNLINK else edit.unlinked
        return tuple(sorted(groups[0].members)) if groups else edit.boxes

    def sentence(self, edit: Edit) -> str:
        """Return what is to be done, as one or two sentences."""
        given = self.given(edit)
        said = [self._words.say(f"compare.edit.{self.variant(edit)}", **given)]
        if edit.kind in (EditKind.ADD, EditKind.SPLIT):
            if edit.linked:
                said.append(self._words.say("compare.edit.joins", **given))
            below = tuple(sorted({line.source for line in edit.drawn if line.target == edit.boxes[-1]}))
            if below:
                said.append(
                    self._words.say("compare.edit.below", n=len(below), box=given["last"], below=self.names(below))
                )
        return " ".join(said)

    def variant(self, edit: Edit) -> str:
        """Return the name of the words for an edit: its kind, and how it differs from others of the kind."""
        kind = edit.kind
        if kind in (EditKind.FLIP, EditKind.UNDERCUT) and edit.bearing is not None:
            return f"{kind.value}-{edit.bearing.value}"
        if kind is EditKind.ADD and edit.to is None:
            return "add-claim-alone"
        if kind is EditKind.MAIN_CLAIM and all(self._comparison.boxes[box].pupil is None for box in edit.boxes):
            return "main-claim-missing"
        if kind is EditKind.UNLINK and edit.linked:
            return "unlink-from"
        if kind is EditKind.MOVE and any(
            other.kind in (EditKind.FLIP, EditKind.UNDERCUT)
            and other.target == edit.to
            and not set(other.boxes).isdisjoint(edit.boxes)
            for other in self._comparison.edits
        ):
            return "move-only"  # how it is to bear on that, the other edit says
        return kind.value


def quoted(text: str, words: Words, longest: int = LONGEST) -> str:
    """Return a text in quotation marks and in one line, without the full stop at its end: it stands in a sentence.

    Example:
        >>> from argmap.language import Words
        >>> quoted("It rains.", Words("en"))
        '“It rains”'
    """
    line = shorten(text, longest)
    if line.endswith(".") and not line.endswith("..") and len(line) > 1:
        line = line[:-1]
    return words.say("quoted", text=line)
