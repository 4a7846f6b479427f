"""Debates as graphs: read, check, weigh, draw and teach arguments, offline.

Example:
    >>> import argmap
    >>> m = argmap.ArgumentMap("Open or closed?")
    >>> closed = m.claim("Powerful AI models should be kept behind an API")
    >>> _ = m.rebut("Determined bad actors will find a way regardless", closed)
    >>> m
    <ArgumentMap 'Open or closed?': 2 claims, 1 argument, 2 relations>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap import datasets, schemes
    from argmap.changes import Diff, Merged, diff, merge
    from argmap.check import Finding, Report
    from argmap.corpora import corpus
    from argmap.diagnostics import Diagnostic, Edit, Severity, Span
    from argmap.errors import ArgmapError, ModelError, ReadError, UnknownNameError, WriteError
    from argmap.evaluate import Camps, Critical, Reasons, Verdicts, WhatIf
    from argmap.evaluate.dung import Framework
    from argmap.evaluate.strength.influence import Influence
    from argmap.evaluate.strength.strengths import Strengths
    from argmap.formats import Loss, read, write
    from argmap.model import (
        Argument,
        ArgumentMap,
        Citation,
        Claim,
        Participant,
        Relation,
        RelationKind,
        Section,
        Source,
        Step,
    )
    from argmap.render.engine import Engine, EngineError, EngineNotFound, EngineTimeout, engines
    from argmap.text import ParseResult, parse
    from argmap.view import View

    __version__: str

# Where each public name lives; a module is imported when one of its names is first used.
_MODULES = {
    "ArgmapError": "argmap.errors",
    "Argument": "argmap.model",
    "ArgumentMap": "argmap.model",
    "Camps": "argmap.evaluate",
    "Citation": "argmap.model",
    "Claim": "argmap.model",
    "Critical": "argmap.evaluate",
    "Diagnostic": "argmap.diagnostics",
    "Diff": "argmap.changes",
    "Edit": "argmap.diagnostics",
    "Engine": "argmap.render.engine",
    "EngineError": "argmap.render.engine",
    "EngineNotFound": "argmap.render.engine",
    "EngineTimeout": "argmap.render.engine",
    "Finding": "argmap.check",
    "Framework": "argmap.evaluate.dung",
    "Influence": "argmap.evaluate.strength.influence",
    "Loss": "argmap.formats",
    "Merged": "argmap.changes",
    "ModelError": "argmap.errors",
    "ParseResult": "argmap.text",
    "Participant": "argmap.model",
    "ReadError": "argmap.errors",
    "Reasons": "argmap.evaluate",
    "Relation": "argmap.model",
    "Report": "argmap.check",
    "RelationKind": "argmap.model",
    "Section": "argmap.model",
    "Severity": "argmap.diagnostics",
    "Source": "argmap.model",
    "Span": "argmap.diagnostics",
    "Step": "argmap.model",
    "Strengths": "argmap.evaluate.strength.strengths",
    "UnknownNameError": "argmap.errors",
    "Verdicts": "argmap.evaluate",
    "View": "argmap.view",
    "WhatIf": "argmap.evaluate",
    "WriteError": "argmap.errors",
    "corpus": "argmap.corpora",
    "datasets": "argmap.datasets",
    "diff": "argmap.changes",
    "engines": "argmap.render.engine",
    "merge": "argmap.changes",
    "parse": "argmap.text",
    "read": "argmap.formats",
    "schemes": "argmap.schemes",
    "write": "argmap.formats",
}

__all__ = [
    "ArgmapError",
    "Argument",
    "ArgumentMap",
    "Camps",
    "Citation",
    "Claim",
    "Critical",
    "Diagnostic",
    "Diff",
    "Edit",
    "Engine",
    "EngineError",
    "EngineNotFound",
    "EngineTimeout",
    "Finding",
    "Framework",
    "Influence",
    "Loss",
    "Merged",
    "ModelError",
    "ParseResult",
    "Participant",
    "ReadError",
    "Reasons",
    "Relation",
    "RelationKind",
    "Report",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Step",
    "Strengths",
    "UnknownNameError",
    "Verdicts",
    "View",
    "WhatIf",
    "WriteError",
    "__version__",
    "corpus",
    "datasets",
    "diff",
    "engines",
    "merge",
    "parse",
    "read",
    "schemes",
    "write",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        found: object = version("argmap")
    elif name in _MODULES:
        module = import_module(_MODULES[name])
        found = module if name in ("datasets", "schemes") else getattr(module, name)
    else:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
