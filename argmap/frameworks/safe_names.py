"""Names for a format that cannot hold every name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence


def safe_names(
    names: Sequence[str], is_safe: Callable[[str], bool], unsafe: re.Pattern[str], otherwise: str = "argument"
) -> tuple[Sequence[str], dict[str, str]]:
    r"""Return names that a format can hold, all different, and which of them differ from what they were.

    Args:
        names: The names, all different.
        is_safe: Whether the format can hold a name as it is.
        unsafe: What stretches of a name it cannot hold; each becomes an underscore.
        otherwise: What to call an argument of whose name nothing is left.

    Complexity: Linear in the number of names and signs.

    Example:
        >>> import re
        >>> safe_names(["a b", "a_b", "c"], lambda name: " " not in name, re.compile(r"\s+"))
        (['a_b_2', 'a_b', 'c'], {'a b': 'a_b_2'})
    """
    wrong = [place for place, name in enumerate(names) if not is_safe(name)]
    if not wrong:
        return names, {}
    found = list(names)
    taken = set(names)
    numbers: dict[str, int] = {}
    for place in wrong:
        stem = unsafe.sub("_", names[place]).strip("_") or otherwise
        new = stem
        while new in taken:
            numbers[stem] = numbers.get(stem, 1) + 1
            new = f"{stem}_{numbers[stem]}"
        taken.add(new)
        found[place] = new
    return found, {names[place]: found[place] for place in wrong}


def is_text(name: str) -> bool:
    """Whether a file can hold every sign of a name: no half of a surrogate pair, and no NUL."""
    return name.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in name)
