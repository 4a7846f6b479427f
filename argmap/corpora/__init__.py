"""Many maps: found, read one by one or in parallel, counted, and compared with each other.

Example:
    >>> import argmap
    >>> argmap.corpus(["debates/", "more/*.argdown"])
    <Corpus of debates/, more/*.argdown>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.corpora.finding import Found, Missing, Skipped, find
    from argmap.corpora.reading import Corpus, Entry, Result, corpus

_MODULES = {
    "Corpus": "reading",
    "Entry": "reading",
    "Found": "finding",
    "Missing": "finding",
    "Result": "reading",
    "Skipped": "finding",
    "corpus": "reading",
    "find": "finding",
}

__all__ = ["Corpus", "Entry", "Found", "Missing", "Result", "Skipped", "corpus", "find"]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'argmap.corpora' has no attribute {name!r}")
    found = getattr(import_module(f"argmap.corpora.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
