"""Argument graphs of Carneades 4 in YAML: statements, arguments, issues with proof standards, assumptions.

* A statement is a claim. One that is assumed has the data ``status: accepted``; one that is not, and that no argument
  concludes, has ``status: disputed``, as Carneades takes nothing for granted.
* An argument has one step, from its premises to its conclusion; a convergent argument is several, one for each premise.
  Its undercutter is an undercut. Its weight is its own, else the constant of its scheme.
* The positions of an issue are contrary to each other, also where there are only two: Carneades puts at most one of
  them in, and often none. The proof standard of the issue is that of each position.
* All else (schemes, language, tests, notes) stays in the data of the map under ``carneades``, and is written again.

What Carneades has no words for is carried in ``meta`` under ``argmap``, so a map comes back whole. For Carneades' sake,
an attack on a claim is written as an argument for its contrary, a support as an argument, a sketch as a statement;
these are listed there under ``added``.
"""

from __future__ import annotations

from argmap.formats.carneades.reading import looks_like, read
from argmap.formats.carneades.writing import write
from argmap.formats.keeping import ALL

KEEPS = ALL

__all__ = ["KEEPS", "looks_like", "read", "write"]
