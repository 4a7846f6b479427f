"""Choices among strategies, and tables of what is chosen from."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st


def table(text: str) -> tuple[str, ...]:
    """The entries of a table that is written on few lines, with a broken bar between any two."""
    return tuple(text.split("¦"))


def pick(*strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One of the strategies, each as likely; `st.one_of` would flatten and so weigh them by their branches."""
    return st.sampled_from(strategies).flatmap(lambda strategy: strategy)
