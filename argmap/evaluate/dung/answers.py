"""What a framework answers: `Answer` and `Extensions`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from argmap.errors import ModelError
from argmap.evaluate.dung.oracle import OutOfTimeError

if TYPE_CHECKING:
    from argmap.evaluate.dung.semantics import Semantics

Value = TypeVar("Value")


@dataclass(frozen=True)
class Answer(Generic[Value]):
    """An answer, and how far it goes.

    An answer to a yes-or-no question can stand in an `if`; one that is not known raises there.

    Attributes:
        value: The answer. Where time ran out: None for an extension or a decision, how many were found for a count, the
            arguments known so far for a set of arguments. None also for an extension where there is none.
        is_known: False where time ran out.
        reason: Why it is so, in a sentence.
    """

    value: Value
    is_known: bool = True
    reason: str = ""
    _witness: Callable[[], frozenset[str] | None] | None = field(default=None, repr=False, compare=False)

    @property
    def witness(self) -> frozenset[str] | None:
        """An extension that shows it: with the argument, if it is accepted credulously; without, if not sceptically.

        It is found when first asked for. None where none is needed or there is none, or where the time limit of the
        question, which counts anew, runs out.
        """
        if "_found" not in self.__dict__:
            try:
                found = self._witness() if self._witness else None
            except OutOfTimeError:
                found = None
            self.__dict__["_found"] = found
        witness: frozenset[str] | None = self.__dict__["_found"]
        return witness

    def __bool__(self) -> bool:
        if isinstance(self.value, bool):
            return self.value
        if self.value is None and not self.is_known:
            raise ModelError(f"The answer is not known. {self.reason} Ask `.is_known` first, or give it more time.")
        raise ModelError("An answer that is not yes or no is neither true nor false: ask for its `.value`.")

    def __reduce__(self) -> tuple[object, ...]:
        return _answer, (self.value, self.is_known, self.reason, self.witness)


def _answer(value: Value, is_known: bool, reason: str, witness: frozenset[str] | None) -> Answer[Value]:
    return Answer(value, is_known, reason, lambda: witness)


class Extensions(Iterator[frozenset[str]]):
    """The extensions of a framework, each found when it is asked for.

    Attributes:
        semantics: By which semantics.
        is_complete: Whether all have been found, once there is no next one; False before that.
        reason: A sentence for the end: why there was none, or that time ran out; empty otherwise.

    Example:
        >>> import argmap
        >>> doubt = argmap.Framework("ab", [("a", "b"), ("b", "a")]).extensions("preferred")
        >>> sorted(sorted(extension) for extension in doubt)
        [['a'], ['b']]
        >>> doubt.is_complete
        True
    """

    def __init__(self, semantics: Semantics, found: Iterator[frozenset[str]], why_none: str = "") -> None:
        self.semantics = semantics
        self.is_complete = False
        self.reason = ""
        self._found: Iterator[frozenset[str]] | None = found
        self._why_none = why_none
        self._any = False

    def __iter__(self) -> Extensions:
        return self

    def __next__(self) -> frozenset[str]:
        if self._found is None:
            raise StopIteration
        try:
            extension = next(self._found)
        except StopIteration:
            self.is_complete = True
            self.reason = "" if self._any else self._why_none
        except OutOfTimeError:
            self.reason = "Time ran out before all were found."
        else:
            self._any = True
            return extension
        self._found = None
        raise StopIteration

    def close(self) -> None:
        """Stop, and free what the search holds."""
        close = getattr(self._found, "close", None)
        self._found = None
        if close:
            close()

    def __repr__(self) -> str:
        return f"<Extensions: {self.semantics}>"
