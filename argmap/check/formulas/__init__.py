"""Formulas: what claims say in the language of logic, and whether arguments are valid.

A claim carries a formula in its inline data, as in ``[P1]: If it rains, the street is wet. {formula: "rain -> wet"}``.
`docs/formulas.md` has the language. `validity` asks whether an argument is valid, `read_formula` reads a formula.
"""

from __future__ import annotations

from argmap.check.formulas.formula import Formula, FormulaError
from argmap.check.formulas.mapped import Formulas, formulas_of
from argmap.check.formulas.syntax import read_formula
from argmap.check.formulas.validity import Validity, Verdict, validity

__all__ = ["Formula", "FormulaError", "Formulas", "Validity", "Verdict", "formulas_of", "read_formula", "validity"]
