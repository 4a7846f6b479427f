"""`Framework`: arguments, and which of them attacks which."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

import numpy as np

from argmap.errors import WriteError
from argmap.evaluate.dung.attack_graph import AttackGraph

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO, Any

    from numpy.typing import NDArray

    from argmap.evaluate.dung.answers import Answer, Extensions
    from argmap.evaluate.dung.labellings import Labelling
    from argmap.evaluate.dung.semantics import Semantics


class Framework(AttackGraph):
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
        from argmap.frameworks.files import format_named, format_of_source, open_framework

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
        from argmap.frameworks.files import format_named, format_of_source, source_of

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
        from argmap.frameworks.files import write

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
        from argmap.frameworks.files import to_text

        text, renamed = to_text(self, format)
        for name in renamed:
            raise WriteError(
                f"The format {format} cannot hold the name {name!r}. Rename the argument, or use "
                "Framework.write, which puts another name in its place and tells which."
            )
        return text

    @cached_property
    def grounded_labels(self) -> NDArray[np.int8]:
        """For each position what the grounded extension makes of it: 1 in, 2 out, 0 undecided.

        Linear in the attacks.
        """
        from argmap.evaluate.dung.grounded import labels_from

        labels = labels_from(self)
        labels.flags.writeable = False
        return labels

    @property
    def grounded(self) -> list[int]:
        """The positions of the grounded extension."""
        found: list[int] = np.flatnonzero(self.grounded_labels == 1).tolist()
        return found

    def extensions(self, semantics: str | Semantics = "preferred", *, time_limit: float | None = None) -> Extensions:
        """Return the extensions, one by one: sets of arguments that can be accepted together.

        Args:
            semantics: The name of a semantics, or its code (see `argmap.evaluate.dung.SEMANTICS`).
            time_limit: After how many seconds to stop, counted from the first step; None for never.

        Returns:
            An iterator, in the same order each time; afterwards its `is_complete` says whether all were found. There
            may be exponentially many; the first comes without waiting for the others.

        Raises:
            UnknownNameError: If there is no such semantics.

        Example:
            >>> import argmap
            >>> nixon = argmap.Framework(["pacifist", "hawk"], [("pacifist", "hawk"), ("hawk", "pacifist")])
            >>> sorted(sorted(extension) for extension in nixon.extensions("complete"))
            [[], ['hawk'], ['pacifist']]
        """
        from argmap.evaluate.dung.tasks import extensions

        return extensions(self, semantics, time_limit)

    def extension(
        self, semantics: str | Semantics, *, time_limit: float | None = None
    ) -> Answer[frozenset[str] | None]:
        """Return an extension.

        Args:
            semantics: The name of a semantics, or its code.
            time_limit: After how many seconds to give up; None for never.

        Returns:
            The answer; its value is None where there is none (only the stable semantics can have none).

        Raises:
            UnknownNameError: If there is no such semantics.

        Example:
            >>> import argmap
            >>> liar = argmap.Framework(["liar"], [("liar", "liar")])
            >>> liar.extension("preferred").value
            frozenset()
            >>> liar.extension("stable").reason
            'There is no stable extension; `why_no_stable()` names arguments that rule it out.'
        """
        from argmap.evaluate.dung.tasks import extension

        return extension(self, semantics, time_limit)

    def count(self, semantics: str | Semantics, *, time_limit: float | None = None) -> Answer[int]:
        """Return how many extensions there are.

        Parts that no attack connects are counted apart and multiplied; in a part, extensions are counted one by one.

        Args:
            semantics: The name of a semantics, or its code.
            time_limit: After how many seconds to stop; None for never.

        Returns:
            The answer; where time ran out, its value is how many there are at least.

        Raises:
            UnknownNameError: If there is no such semantics.

        Example:
            >>> import argmap
            >>> names = [f"{side}{number}" for number in range(40) for side in ("yes", "no")]
            >>> pairs = [(f"yes{number}", f"no{number}") for number in range(40)]
            >>> quarrels = argmap.Framework(names, pairs + [(target, source) for source, target in pairs])
            >>> quarrels.count("preferred").value == 2**40
            True
        """
        from argmap.evaluate.dung.tasks import count

        return count(self, semantics, time_limit)

    def accepts(
        self,
        argument: str,
        semantics: str | Semantics = "preferred",
        mode: str = "credulous",
        *,
        time_limit: float | None = None,
    ) -> Answer[bool | None]:
        """Return whether an argument is accepted.

        Args:
            argument: Its name.
            semantics: The name of a semantics, or its code.
            mode: "credulous": is it in some extension? "sceptical": is it in all? With no stable extension, everything
                is accepted sceptically.
            time_limit: After how many seconds to give up; None for never.

        Returns:
            The answer, with an extension that shows it, if there is one.

        Raises:
            UnknownNameError: If there is no such argument, semantics or mode.

        Example:
            >>> import argmap
            >>> nixon = argmap.Framework(["pacifist", "hawk"], [("pacifist", "hawk"), ("hawk", "pacifist")])
            >>> answer = nixon.accepts("hawk", "preferred", "sceptical")
            >>> answer.value, answer.witness
            (False, frozenset({'pacifist'}))
        """
        from argmap.evaluate.dung.acceptance import accepts

        return accepts(self, argument, semantics, mode, time_limit)

    def accepted(
        self, semantics: str | Semantics = "preferred", mode: str = "sceptical", *, time_limit: float | None = None
    ) -> Answer[frozenset[str]]:
        """Return all arguments that are accepted.

        Args:
            semantics: The name of a semantics, or its code.
            mode: "credulous": those in some extension; "sceptical": those in all.
            time_limit: After how many seconds to stop; None for never.

        Returns:
            The answer; where time ran out, those known so far.

        Raises:
            UnknownNameError: If there is no such semantics or mode.

        Example:
            >>> import argmap
            >>> attacks = [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), ("c", "d")]
            >>> argmap.Framework("abcd", attacks).accepted("preferred", "sceptical").value
            frozenset({'d'})
        """
        from argmap.evaluate.dung.acceptance import accepted

        return accepted(self, semantics, mode, time_limit)

    def labelling(self, extension: Iterable[str]) -> Labelling:
        """Return what a set of arguments makes of every argument: in, out or undecided.

        Args:
            extension: The names of the arguments that are in. What one of them attacks is out, unless it is in itself.

        Raises:
            UnknownNameError: If there is no such argument.

        Example:
            >>> import argmap
            >>> argmap.Framework("abc", [("a", "b"), ("c", "c")]).labelling("a").undecided
            ('c',)
        """
        from argmap.evaluate.dung.labellings import labelling

        return labelling(self, extension)

    def labellings(
        self, semantics: str | Semantics = "preferred", *, time_limit: float | None = None
    ) -> Iterator[Labelling]:
        """Yield the labelling of each extension, in the order of `extensions`.

        Args:
            semantics: The name of a semantics, or its code.
            time_limit: After how many seconds to stop; None for never. Ask `extensions` if you need to know whether
                there are more.

        Raises:
            UnknownNameError: If there is no such semantics.
        """
        return map(self.labelling, self.extensions(semantics, time_limit=time_limit))

    def why_no_stable(self, *, time_limit: float | None = None) -> Answer[tuple[str, ...]]:
        """Return a few arguments for which no set without conflict settles all of them.

        A stable extension settles every argument: it holds it or attacks it. Where there is none, some arguments cannot
        all be settled; these are such arguments, and without any of them the others can be (often a circle of attacks
        of odd length).

        Args:
            time_limit: After how many seconds to stop; None for never.

        Returns:
            The answer: names in the order of the framework, none if there is a stable extension, and why in words.
            Where time ran out, more arguments than needed, or none.

        Example:
            >>> import argmap
            >>> argmap.Framework("abc", [("a", "b"), ("b", "c"), ("c", "a")]).why_no_stable().reason
            "There is no stable extension: 'a', 'b' and 'c' attack each other in a circle of odd length."
        """
        from argmap.evaluate.dung.stability import why_no_stable

        return why_no_stable(self, time_limit)
