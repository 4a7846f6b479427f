"""`Framework`: arguments, and which of them attacks which."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from argmap.errors import ModelError, UnknownNameError, WriteError, nearest

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import IO, Any

    from numpy.typing import NDArray

    Positions = NDArray[np.int32]


class Rows:
    """The edges of a graph by rows (compressed sparse rows).

    Attributes:
        offsets: Where the row of each position starts in `ends`; one more entry than positions.
        ends: The positions at the other ends, in ascending order in each row, each once.
    """

    __slots__ = ("ends", "offsets")

    def __init__(self, count: int, starts: Positions, ends: Positions) -> None:
        order = np.lexsort((ends, starts))
        self.ends: Positions = ends[order]
        self.offsets: NDArray[np.int64] = np.zeros(count + 1, np.int64)
        np.cumsum(np.bincount(starts, minlength=count), out=self.offsets[1:])

    def of(self, position: int) -> Positions:
        """Return the row of a position."""
        return self.ends[self.offsets[position] : self.offsets[position + 1]]


class Framework:
    """An abstract argumentation framework: arguments, and which attacks which.

    It never changes. Arguments have names, and positions from 0 in the order in which they were given; algorithms work
    on positions.

    Args:
        arguments: The names of the arguments.
        attacks: Pairs of names: who attacks, and who is attacked. A pair given twice counts once.

    Raises:
        ModelError: If a name is given twice.
        UnknownNameError: If an attack names no argument.

    Example:
        >>> import argmap
        >>> weather = argmap.Framework(["rain", "sun", "forecast"], [("sun", "rain"), ("forecast", "sun")])
        >>> weather
        <Framework: 3 arguments, 2 attacks>
        >>> weather.attackers("rain")
        ('sun',)
    """

    def __init__(self, arguments: Iterable[str] = (), attacks: Iterable[tuple[str, str]] = ()) -> None:
        self.arguments: tuple[str, ...] = tuple(arguments)
        if len(self._positions) < len(self.arguments):
            name = next(name for place, name in enumerate(self.arguments) if self._positions[name] != place)
            raise ModelError(f"The argument {name!r} is given twice. Give each argument a name of its own.")
        pairs = [(self.position(source), self.position(target)) for source, target in attacks]
        table = np.array(pairs, np.int32).reshape(-1, 2)
        self.sources, self.targets = _each_once(len(self), table[:, 0], table[:, 1])

    @classmethod
    def from_positions(cls, arguments: Sequence[str], sources: Positions, targets: Positions) -> Self:
        """Return a framework from the positions of attackers and attacked.

        Args:
            arguments: The names, or any other sequence of different strings.
            sources: For each attack the position of the attacker, from 0.
            targets: For each attack the position of the attacked.

        Raises:
            ModelError: If a name is given twice, or a position is out of range.

        Example:
            >>> import numpy as np
            >>> Framework.from_positions(["a", "b"], np.array([0]), np.array([1])).attackers("b")
            ('a',)
        """
        framework = cls(arguments)
        sources, targets = np.asarray(sources, np.int32), np.asarray(targets, np.int32)
        both = np.concatenate((sources, targets))
        if both.size and (both.min() < 0 or both.max() >= len(framework)):
            raise ModelError(f"The positions of {len(framework)} arguments go from 0 to {len(framework) - 1}.")
        framework.sources, framework.targets = _each_once(len(framework), sources, targets)
        return framework

    @classmethod
    def read(cls, source: str | os.PathLike[str] | IO[Any], format: str | None = None) -> Self:  # noqa: A002  # the word users know
        r"""Read a framework from a file.

        Args:
            source: A path, or a stream of text or bytes.
            format: ``iccma`` (the format of the ICCMA competition since 2023), ``apx`` or ``tgf``. By default the
                content tells it, and where that says nothing the ending of the file name.

        Raises:
            ReadError: There is no such file, or something in it is wrong; the message names the file, the line, the
                column and what to do. A framework is read whole or not at all.
            UnknownNameError: There is no such format.

        Complexity: Linear in the size of the file.

        Example:
            >>> import io
            >>> Framework.read(io.StringIO("p af 3\n1 2\n2 3\n")).attackers("3")
            ('2',)
        """
        from argmap.evaluate.dung.files import format_named, format_of_source, open_framework

        chosen = None if format is None else format_named(format)
        text = open_framework(source)
        return cls.from_positions(*(chosen or format_of_source(text)).load().read(text))

    @classmethod
    def parse(cls, text: str, format: str | None = None, *, name: str = "<text>") -> Self:  # noqa: A002  # as in `read`
        r"""Read a framework from a text.

        Args:
            text: The text.
            format: As for `read`.
            name: What to call the text in messages.

        Raises:
            ReadError: Something in it is wrong; the message names the line, the column and what to do.
            UnknownNameError: There is no such format.

        Example:
            >>> Framework.parse("arg(rain). arg(sun). att(sun,rain).")
            <Framework: 2 arguments, 1 attack>
            >>> Framework.parse("p af 2\n1 3\n", name="two.af")  # doctest: +ELLIPSIS
            Traceback (most recent call last):
                ...
            argmap.errors.ReadError: two.af:2:3: There is no argument 3: by line 1, ...
        """
        from argmap.evaluate.dung.files import format_named, format_of_source, source_of

        chosen = None if format is None else format_named(format)
        source = source_of(text, name)
        return cls.from_positions(*(chosen or format_of_source(source)).load().read(source))

    def write(self, path: str | os.PathLike[str] | IO[Any], format: str | None = None) -> Mapping[str, str]:  # noqa: A002  # as in `read`
        """Write the framework to a file, whole or not at all, or to a stream.

        Args:
            path: The file; one that is there is replaced. Or a stream of text or bytes, which is not closed.
            format: As for `read`; by default the ending of the file name tells it: ``.af``, ``.apx`` or ``.tgf``.

        Returns:
            The names that the format cannot hold, and for each the name that stands in the file; empty when all
            names are there. ICCMA has names in comments, which any program may read over. APX has no names with
            blanks, commas, parentheses or percent signs, and no format has names with line ends.

        Raises:
            UnknownNameError: There is no such format, or the ending of the file name tells none.
            WriteError: The file cannot be written; what stood there is still there.

        Example:
            >>> import io
            >>> stream = io.StringIO()
            >>> Framework(["rain, soon", "sun"], [("sun", "rain, soon")]).write(stream, "apx")
            {'rain, soon': 'rain_soon'}
            >>> print(stream.getvalue(), end="")
            arg(rain_soon).
            arg(sun).
            att(sun,rain_soon).
        """
        from argmap.evaluate.dung.files import write

        return write(self, path, format)

    def to_text(self, format: str = "iccma") -> str:  # noqa: A002  # as in `read`
        """Return the framework as text.

        Args:
            format: As for `read`.

        Raises:
            UnknownNameError: There is no such format.
            WriteError: The format cannot hold a name; `write` puts another in its place and tells which.

        Example:
            >>> print(Framework(["rain", "sun"], [("sun", "rain")]).to_text("tgf"), end="")
            rain
            sun
            #
            sun rain
        """
        from argmap.evaluate.dung.files import to_text

        text, renamed = to_text(self, format)
        for name in renamed:
            raise WriteError(
                f"The format {format} cannot hold the name {name!r}. Rename the argument, or use "
                "Framework.write, which puts another name in its place and tells which."
            )
        return text

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: position for position, name in enumerate(self.arguments)}

    @cached_property
    def attacked_by(self) -> Rows:
        """For each position, which positions it attacks."""
        return Rows(len(self), self.sources, self.targets)

    @cached_property
    def attackers_of(self) -> Rows:
        """For each position, which positions attack it."""
        return Rows(len(self), self.targets, self.sources)

    def position(self, argument: str) -> int:
        """Return the position of an argument.

        Raises:
            UnknownNameError: If there is no such argument.
        """
        try:
            return self._positions[argument]
        except (KeyError, TypeError):
            hint = nearest(str(argument), self.arguments[:10_000])
            raise UnknownNameError(f"The framework has no argument {argument!r}.{hint}") from None

    def names(self, positions: Iterable[int]) -> tuple[str, ...]:
        """Return the names at positions."""
        return tuple(map(self.arguments.__getitem__, positions))

    def attackers(self, argument: str) -> tuple[str, ...]:
        """Return the names of what attacks an argument.

        Raises:
            UnknownNameError: If there is no such argument.
        """
        return self.names(self.attackers_of.of(self.position(argument)).tolist())

    @property
    def attacks(self) -> Iterator[tuple[str, str]]:
        """The attacks, as pairs of names, in the order of the attackers, then of the attacked."""
        for source, target in zip(self.sources.tolist(), self.targets.tolist(), strict=True):
            yield self.arguments[source], self.arguments[target]

    def __len__(self) -> int:
        return len(self.arguments)

    def __iter__(self) -> Iterator[str]:
        return iter(self.arguments)

    def __contains__(self, argument: object) -> bool:
        return argument in self._positions

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Framework):
            return NotImplemented
        return set(self.arguments) == set(other.arguments) and set(self.attacks) == set(other.attacks)

    def __hash__(self) -> int:
        return hash((frozenset(self.arguments), len(self.sources)))

    def __repr__(self) -> str:
        return f"<Framework: {_count(len(self), 'argument')}, {_count(len(self.sources), 'attack')}>"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _each_once(count: int, sources: Positions, targets: Positions) -> tuple[Positions, Positions]:
    """Return attacks in order, each once."""
    if not len(sources):
        return np.zeros(0, np.int32), np.zeros(0, np.int32)
    # Sorting is many times faster than np.unique, which looks the keys up in a table.
    keys = np.sort(sources.astype(np.int64) * count + targets)
    keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    return (keys // count).astype(np.int32), (keys % count).astype(np.int32)
