"""What changed from one map to another, and several changes of one map in one.

`diff` says what changed, as a value that can be printed, kept, and applied; `merge` brings the work of several people
on one map together, and tells what they do not agree on.
"""

from __future__ import annotations

from argmap.changes.change import Change, Kind
from argmap.changes.conflict import Conflict, ConflictKind
from argmap.changes.differing import Diff, diff
from argmap.changes.merging import Merged, merge

__all__ = ["Change", "Conflict", "ConflictKind", "Diff", "Kind", "Merged", "diff", "merge"]
