"""Which of some names a misspelt one was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 60
"""Of longer names only those are found that differ in case."""
_MOST = 20
"""How many names with one form in common are compared."""


class Names:
    """Names among which to find the one that a word is a slip of the pen for.

    Two words differ by one slip only if leaving out at most one letter in each makes them equal, so it is enough to
    compare words that have such a form in common (Garbe, "1000x faster spelling correction", 2012).

    Args:
        names: The names.

    Complexity:
        To make, linear in the number of letters, times the length of a name; to ask, as for one name.

    Example:
        >>> names = Names(["side", "values", "subTitle", "Reason 2"])
        >>> names.meant("sdie"), names.meant("sub-title"), names.meant("size"), names.meant("Reason 3")
        ('side', 'subTitle', None, None)
    """

    def __init__(self, names: Iterable[str]) -> None:
        listed = dict.fromkeys(names)
        self.names = frozenset(listed)
        self._forms: dict[str, list[tuple[str, str]]] = {}  # each with the names as they are, and folded
        for name in listed:
            folded = _folded(name)
            for form in dict.fromkeys(_forms(folded)):
                self._forms.setdefault(form, []).append((name, folded))

    def meant(self, word: str) -> str | None:
        """Return the name that a word is a slip of the pen for; None if it is a name itself, or like none.

        Words are alike that differ in their case, in blanks, hyphens and underscores, or by one slip: a letter too
        many, one too few, two that are swapped, or, in words of five letters and more, another letter.
        """
        if word in self.names:
            return None
        folded = _folded(word)
        for form in _forms(folded):
            for name, other in self._forms.get(form, ())[:_MOST]:
                if other == folded or is_slip(folded, other):
                    return name
        return None


def is_slip(word: str, right: str) -> bool:
    """Return whether a word is another one, of four letters or more, with one slip of the pen.

    Example:
        >>> is_slip("schema", "scheme"), is_slip("roles", "role"), is_slip("rule", "role"), is_slip("part 1", "part 2")
        (True, True, False, False)
    """
    if len(right) < 4 or abs(len(word) - len(right)) > 1 or word == right:
        return False
    if [sign for sign in word if sign.isdigit()] != [sign for sign in right if sign.isdigit()]:
        return False  # another number is meant
    start = 0
    while start < min(len(word), len(right)) and word[start] == right[start]:
        start += 1
    rest, other = word[start:], right[start:]
    if len(word) != len(right):
        return rest[1:] == other or rest == other[1:]
    if rest[:2] == other[1::-1] and rest[2:] == other[2:]:
        return True
    return len(right) > 4 and rest[1:] == other[1:]


def _folded(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _forms(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without one of its letters; digits stay, as another number is meant."""
    yield word
    if len(word) <= _LONGEST:
        for at, letter in enumerate(word):
            if not letter.isdigit():
                yield word[:at] + word[at + 1 :]
