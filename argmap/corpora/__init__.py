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
    from argmap.corpora.agreeing import Agreement, agreement
    from argmap.corpora.coefficients import Score, cohen_kappa, f1, krippendorff_alpha
    from argmap.corpora.counting import Counts, count
    from argmap.corpora.finding import Found, Missing, Skipped, find
    from argmap.corpora.pairing import pair
    from argmap.corpora.reading import Corpus, Entry, Result, corpus
    from argmap.corpora.segmentation import boundary_distance, cass, segmentation_similarity

_MODULES = {
    "Agreement": "agreeing",
    "Corpus": "reading",
    "Counts": "counting",
    "Entry": "reading",
    "Found": "finding",
    "Missing": "finding",
    "Result": "reading",
    "Score": "coefficients",
    "Skipped": "finding",
    "agreement": "agreeing",
    "boundary_distance": "segmentation",
    "cass": "segmentation",
    "cohen_kappa": "coefficients",
    "corpus": "reading",
    "count": "counting",
    "f1": "coefficients",
    "find": "finding",
    "krippendorff_alpha": "coefficients",
    "pair": "pairing",
    "segmentation_similarity": "segmentation",
}

__all__ = [
    "Agreement",
    "Corpus",
    "Counts",
    "Entry",
    "Found",
    "Missing",
    "Result",
    "Score",
    "Skipped",
    "agreement",
    "boundary_distance",
    "cass",
    "cohen_kappa",
    "corpus",
    "count",
    "f1",
    "find",
    "krippendorff_alpha",
    "pair",
    "segmentation_similarity",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'argmap.corpora' has no attribute {name!r}")
    found = getattr(import_module(f"argmap.corpora.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
